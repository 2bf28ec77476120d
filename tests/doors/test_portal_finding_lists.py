"""Lists of procedures: narrowed with counts that hold, ordered the Vietnamese way, a stretch at a time."""

import json
import re
from datetime import date

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from motcua.doors.portal.readings import narrowing, results
from motcua.doors.portal.readings.alike import apart
from motcua.doors.portal.readings.letters import by_letter, letter_of
from motcua.doors.portal.readings.listing import Row, group_of
from motcua.reference.catalogue.models import ProcedureVersion
from tests.doors.finding_scene import CITIZEN, ENTERPRISE, published, text

ON = date(2026, 4, 2)


def row(code: str, **more: object) -> Row:
    facts: dict[str, object] = {
        "title": "Cấp giấy phép",
        "key": code,
        "field": "Xây dựng",
        "levels": ("province",),
        "agency": "Sở Xây dựng",
        "subjects": (CITIZEN,),
        "online": "full",
        "events": (),
        "popularity": 0,
    }
    return Row(code=code, **{**facts, **more})  # type: ignore[arg-type]  # a test names only what it is about


rows_drawn = st.lists(
    st.builds(
        row,
        code=st.uuids().map(str),
        field=st.sampled_from(["Hộ tịch", "Đất đai", "Y tế"]),
        levels=st.lists(st.sampled_from(["commune", "province"]), max_size=2, unique=True),
        subjects=st.lists(st.sampled_from([CITIZEN, ENTERPRISE]), max_size=2, unique=True),
    ),
    max_size=12,
    unique_by=lambda one: one.code,
)


@given(rows_drawn, st.sampled_from(["", "cap=commune", "ai=nguoi-dan", "cap=province&ai=doanh-nghiep"]))
def test_the_count_beside_a_choice_is_what_the_choice_leaves(found: list[Row], asked: str) -> None:
    for facet in narrowing.narrow(found, QueryDict(asked)).facets:
        for choice in facet.choices:
            alone = QueryDict(asked, mutable=True)
            alone[facet.name] = choice.value
            assert len(narrowing.narrow(found, alone).rows) == choice.count


@given(rows_drawn)
def test_a_choice_in_force_stays_in_the_form_however_little_it_narrows(found: list[Row]) -> None:
    facets = narrowing.narrow(found, QueryDict("nop=day&cap=commune")).facets
    assert {choice.value for facet in facets for choice in facet.choices if choice.chosen} == {
        "day",
        "commune",
    }


@given(rows_drawn)
def test_taking_every_chip_away_gives_the_whole_list_again(found: list[Row]) -> None:
    narrowed = narrowing.narrow(found, QueryDict("cap=commune&ai=nguoi-dan&q=x&sau=9"))
    assert [chip.label for chip in narrowed.chips] == ["Người dân", "Xã, phường"]
    assert narrowed.chips[0].href == "?cap=commune&q=x"
    assert narrowed.clear == "?q=x"
    assert len(narrowing.narrow(found, QueryDict(narrowed.clear[1:])).rows) == len(found)


@pytest.mark.parametrize(
    ("subject", "group"),
    [
        ("Công dân Việt Nam", "nguoi-dan"),
        ("Người nước ngoài", "nguoi-dan"),
        ("Doanh nghiệp có vốn đầu tư nước ngoài", "doanh-nghiep"),
        ("Hợp tác xã", "doanh-nghiep"),
        ("Tổ chức (không bao gồm doanh nghiệp, HTX)", "to-chuc"),
        ("Tổ chức Đảng", "to-chuc"),
        ("Cán bộ, công chức, viên chức", "can-bo"),
    ],
)
def test_a_subject_belongs_to_one_group_of_people(subject: str, group: str) -> None:
    assert group_of(subject) == group


def test_of_two_with_one_name_the_level_is_told_first() -> None:
    found = [row("1.1", levels=("province",)), row("1.2", levels=("commune",)), row("1.3", title="Khác")]
    assert apart(found) == {"1.1": "Cấp tỉnh", "1.2": "Xã, phường"}


@given(rows_drawn)
def test_no_two_procedures_of_one_name_read_alike(found: list[Row]) -> None:
    told = apart(found)
    assert len(set(told.values())) == len(told) == (len(found) if len(found) > 1 else 0)


@pytest.mark.covers("T-55")
def test_letters_follow_the_vietnamese_alphabet() -> None:
    """Ă â đ ê ô ơ ư are letters of their own, behind the plain one, not behind z."""
    names = ["Ứng phó", "Xây dựng", "Đất đai", "Dân số", "An toàn", "Ăn uống", "Ấn phẩm", "3 điểm", "Ô tô"]

    class Named:
        def __init__(self, name: str) -> None:
            self.name = name

    letters = [group.letter for group in by_letter(Named(name) for name in names)]
    assert letters == ["0–9", "A", "Ă", "Â", "D", "Đ", "Ô", "Ư", "X"]
    assert letters != sorted(letters), "in the order of bytes the letters would stand elsewhere"


@pytest.mark.parametrize(("name", "letter"), [("đất", "Đ"), ("Ạ", "A"), ("“Ấp”", "Â"), ("...", "0–9")])
def test_a_tone_makes_no_letter(name: str, letter: str) -> None:
    assert letter_of(name) == letter


@pytest.mark.covers("T-55")
@pytest.mark.django_db
def test_a_list_stands_in_the_order_of_a_stored_vietnamese_key() -> None:
    """The embedded database compares bytes, so the key is stored with the title."""
    for at, title in enumerate(("Đăng ký đất", "Xác nhận", "Dán tem", "Ấn định", "Án phí", "Ơn nghĩa")):
        published(f"1.00000{at}", title)
    told = [one.title for one in results.results(QueryDict(), ON).shown]
    assert told == ["Án phí", "Ấn định", "Dán tem", "Đăng ký đất", "Ơn nghĩa", "Xác nhận"]
    by_bytes = list(ProcedureVersion.objects.order_by("title").values_list("title", flat=True))
    assert told != by_bytes


@pytest.mark.django_db
def test_turning_pages_shows_everything_once_and_comes_back() -> None:
    for at in range(results.SIZE + 3):
        published(f"1.{at:06}", f"Việc {at:03}")
    first = results.results(QueryDict(), ON)
    second = results.results(QueryDict(first.next[1:]), ON)
    codes = [one.code for one in (*first.shown, *second.shown)]
    assert len(codes) == len(set(codes)) == first.total
    assert (second.first, second.last, second.next) == (results.SIZE + 1, results.SIZE + 3, "")
    assert results.results(QueryDict(second.previous[1:]), ON).shown == first.shown


@pytest.mark.django_db
def test_a_question_with_answers_for_two_kinds_of_people_asks_who_it_is_for() -> None:
    for at in range(3):
        published(f"1.00000{at}", f"Giấy phép xây dựng {at}", subjects=(CITIZEN,))
        published(f"2.00000{at}", f"Giấy phép xây dựng nhà xưởng {at}", subjects=(ENTERPRISE,))
    shown = text("/thu-tuc/?q=giấy phép xây dựng")
    assert "Bạn làm cho ai?" in shown
    narrowed = text("/thu-tuc/?q=giấy phép xây dựng&ai=doanh-nghiep")
    assert "Bạn làm cho ai?" not in narrowed
    assert set(re.findall(r"/thu-tuc/(\d\.\d+)/", narrowed)) == {"2.000000", "2.000001", "2.000002"}


@pytest.mark.django_db
def test_filters_that_leave_nothing_say_how_to_go_on() -> None:
    published("1.000001", "Khai sinh")
    assert "Không có thủ tục nào khớp mọi bộ lọc" in text("/thu-tuc/?cap=ministry")


@pytest.mark.django_db
def test_an_index_counts_what_its_lists_show() -> None:
    published("1.000001", "Khai sinh", field="Hộ tịch")
    published("1.000002", "Kết hôn", field="Hộ tịch")
    published("1.000003", "Sổ đỏ", field="Đất đai")
    shown = text("/thu-tuc/theo/linh-vuc/")
    for name, count, address in re.findall(r'href="([^"]+)">([^<]+)</a>\s*<span>(\d+) thủ tục', shown):
        assert len(set(re.findall(r"/thu-tuc/(1\.\d+)/", text(name)))) == int(address), count
    assert shown.index("Đất đai") < shown.index("Hộ tịch")


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["viec", "linh-vuc", "co-quan", "cap", "ai"])
def test_every_index_is_there_and_an_unknown_one_is_not(kind: str) -> None:
    assert "<h1" in text(f"/thu-tuc/theo/{kind}/")
    text("/thu-tuc/theo/khac/", 404)


@pytest.mark.django_db
def test_suggestions_lead_to_procedures_and_are_the_same_for_everybody() -> None:
    published("1.000001", "Đăng ký khai sinh")
    answer = Client().get("/thu-tuc/goi-y/?q=khai sinh")
    [line] = json.loads(answer.content)["lines"]
    assert (line["words"], line["href"]) == ("Đăng ký khai sinh", "/thu-tuc/1.000001/")
    assert "public" in answer["Cache-Control"]
    assert "Set-Cookie" not in answer
    assert json.loads(Client().get("/thu-tuc/goi-y/").content) == {"lines": []}


@pytest.mark.django_db
def test_answers_of_like_names_ask_which_one_and_stand_beside_each_other() -> None:
    birth = "Đăng ký khai sinh"
    published("1.000001", birth, summary="Trẻ mới sinh.")
    published("1.000002", f"{birth} lưu động", subjects=(ENTERPRISE,))
    published("1.000003", f"{birth} có yếu tố nước ngoài")
    page = text("/thu-tuc/?q=khai+sinh")
    assert "Đăng ký khai sinh</span>: bạn thuộc trường hợp nào?" in page
    for label in ("Trẻ mới sinh", "Lưu động", "Có yếu tố nước ngoài"):
        assert label in page.partition("trường hợp nào?")[2].partition("</section>")[0]
    table = page.partition("3 thủ tục có tên gần giống nhau")[2]
    assert "Dành cho ai" in table
    assert "Thời gian" not in table.partition("</table>")[0], "they agree on it"
    assert "thủ tục có tên gần giống nhau" not in text("/thu-tuc/?q=khai+sinh&xep=ten")


@pytest.mark.django_db
def test_a_procedure_leads_back_to_the_question_it_answered() -> None:
    published("1.000001", "Đăng ký khai sinh")
    assert 'href="/thu-tuc/1.000001/?tim=khai+sinh"' in text("/thu-tuc/?q=khai+sinh")
    page = text("/thu-tuc/1.000001/?tim=khai+sinh")
    assert 'href="/thu-tuc/?q=khai%20sinh"' in page
    assert "Kết quả tìm “khai sinh”" in page
    assert "<script>x" not in text("/thu-tuc/1.000001/?tim=%22%3E%3Cscript%3Ex")


@pytest.mark.django_db
def test_the_first_page_shows_events_of_a_life_shortly_and_how_people_ask() -> None:
    published("1.000001", "Đăng ký khai sinh", life_events=("Có con",), other_words=("làm giấy khai sinh",))
    published("1.000002", "Đăng ký hộ kinh doanh", life_events=("Kinh doanh",))
    page = text("/")
    assert "Có con" in page and "<p>Khai sinh</p>" in page
    assert "viec=Kinh" not in page, "enterprises have a way of their own"
    assert 'href="/thu-tuc/?q=l%C3%A0m%20gi%E1%BA%A5y%20khai%20sinh"' in page
