"""Which agencies a line of the national catalogue names, and under which spelling they are listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reference.catalogue.rules.agencies import agencies_in, same_agency, spellings

NAMES = (
    "Bộ Xây dựng",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Thuế tỉnh, thành phố",
    "Cục an ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao",
    "Ủy ban nhân dân cấp xã",
    "Cảng vụ hàng hải",
    "Công an tỉnh",
)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Cục Thuế - Bộ Tài chính, Thuế tỉnh, thành phố, Thuế cơ sở", 3),
        ("Bộ Tư pháp; Cơ quan đại diện Việt Nam ở nước ngoài; Bộ Tư pháp", 2),
        ("Ủy ban nhân dân cấp xã; Ủy ban nhân dân cấp xã", 1),
        ("Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ", 1),
        ("Trung tâm Chất lượng, Chế biến và Phát triển thị trường vùng 1, Trung tâm Thông tin", 2),
        ("Cơ sở đăng kiểm (xe cơ giới, xe máy chuyên dùng)", 1),
        ("chụp từ bản chính; Sở ghi vào sổ, Ủy ban đóng dấu", 1),
        ("", 0),
    ],
)
def test_a_line_names_so_many_agencies(said: str, names: int) -> None:
    assert len(agencies_in(said)) == names


@given(st.lists(st.sampled_from(NAMES), min_size=1, unique=True), st.sampled_from([", ", "; ", " , "]))
def test_agencies_joined_in_any_order_are_parted_again(names: list[str], between: str) -> None:
    assert agencies_in(between.join(names)) == tuple(names)


@given(st.text())
def test_no_line_breaks_the_parting_and_no_name_comes_twice(said: str) -> None:
    found = agencies_in(said)
    assert len({same_agency(name) for name in found}) == len(found)
    assert all(name.strip(" .,;") == name for name in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban nhân dân cấp xã", "Ủy ban Nhân dân cấp xã."),
        ("UBND cấp tỉnh", "Ủy ban nhân dân cấp tỉnh"),
        ("Cảng vụ Đường thủy nội địa", "Cảng vụ đường thuỷ nội địa"),
        ("Cục Biến đổi khí hậu - Bộ NN và MT", "Cục Biến đổi khí hậu, Bộ Nông nghiệp và Môi trường"),
    ],
)
def test_two_spellings_are_one_agency(one: str, other: str) -> None:
    assert same_agency(one) == same_agency(other)


def test_agencies_of_different_places_stay_apart() -> None:
    assert same_agency("Sở Tư pháp") != same_agency("Sở Tư pháp Thành phố Hà Nội")


def test_the_most_frequent_spelling_stands_for_all() -> None:
    chosen = spellings(
        ["Sở Tư Pháp", "Sở Tư pháp", "Sở Tư pháp, Bộ Xây dựng", "UBND cấp xã", "Ủy ban nhân dân cấp xã"]
    )
    assert set(chosen.values()) == {"Sở Tư pháp", "Bộ Xây dựng", "Ủy ban nhân dân cấp xã"}
