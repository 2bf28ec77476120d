"""Answers whose names begin alike: found among others, told apart, compared where they differ."""

from collections.abc import Mapping, Sequence

import pytest

from motcua.doors.portal.readings.kin import COLUMNS, USUAL, Kin, alike
from motcua.doors.portal.readings.listing import Row
from motcua.reference.catalogue.queries import Hit

BIRTH = "Thủ tục đăng ký khai sinh"


def hit(
    code: str, name: str, *, time: str = "1 ngày làm việc", summary: str = "", closed: bool = False
) -> Hit:
    shown = ("", "", summary, "Hộ tịch", ("commune",), time, "Miễn phí", "UBND cấp xã", ())
    return Hit(code, name, name.removeprefix("Thủ tục "), *shown, closed=closed)


def row(code: str, *subjects: str) -> Row:
    return Row(code, "", code, "Hộ tịch", (), "", subjects or ("Công dân",), "", (), 0)


def told(
    *hits: Hit, rows: Mapping[str, Row] | None = None, got: Mapping[str, str] | None = None
) -> Kin | None:
    def received(codes: Sequence[str]) -> Mapping[str, str]:
        return got or dict.fromkeys(codes, "Giấy khai sinh")

    return alike(hits, rows or {one.code: row(one.code) for one in hits}, received)


def test_those_whose_names_go_on_from_the_best_are_asked_about() -> None:
    kin = told(
        hit("1", BIRTH, summary="Trẻ mới sinh."),
        hit("2", f"{BIRTH} lưu động"),
        hit("3", "Thủ tục đăng ký kết hôn"),
        hit("4", f"{BIRTH} có yếu tố nước ngoài"),
    )
    assert kin is not None
    assert kin.kinds == (("1", "Trẻ mới sinh"), ("2", "Lưu động"), ("4", "Có yếu tố nước ngoài"))


def test_the_shorter_name_leads_even_where_a_longer_one_is_best() -> None:
    kin = told(hit("2", f"{BIRTH} lưu động"), hit("1", BIRTH))
    assert kin is not None
    assert kin.kinds == (("1", USUAL), ("2", "Lưu động"))


@pytest.mark.parametrize(
    "other",
    [
        hit("2", "Thủ tục đăng ký kết hôn"),
        hit("2", "Thủ tục đăng ký khai sinhx"),
        hit("2", f"{BIRTH} lưu động", closed=True),
    ],
)
def test_one_alone_is_no_question(other: Hit) -> None:
    assert told(hit("1", BIRTH), other) is None


def test_only_facts_on_which_they_disagree_are_compared() -> None:
    those = (
        hit("1", BIRTH),
        hit("2", f"{BIRTH} lưu động", time="5 ngày làm việc"),
        hit("3", f"{BIRTH} có yếu tố nước ngoài"),
    )
    kin = told(*those)
    assert kin is not None
    assert kin.columns == ("Thời gian",)
    assert [one.cells for one in kin.compared] == [
        (("Thời gian", "1 ngày làm việc"),),
        (("Thời gian", "5 ngày làm việc"),),
        (("Thời gian", "1 ngày làm việc"),),
    ]
    assert set(kin.columns) <= set(COLUMNS)


def test_those_that_agree_on_everything_are_not_compared() -> None:
    kin = told(hit("1", BIRTH), hit("2", f"{BIRTH} lưu động"), hit("3", f"{BIRTH} có yếu tố nước ngoài"))
    assert kin is not None
    assert (kin.columns, kin.compared) == ((), ())


def test_two_are_told_apart_without_a_table() -> None:
    kin = told(hit("1", BIRTH), hit("2", f"{BIRTH} lưu động", time="5 ngày làm việc"))
    assert kin is not None
    assert kin.compared == ()


def test_a_long_difference_ends_between_words() -> None:
    kin = told(hit("1", BIRTH), hit("2", f"{BIRTH} {'rất dài ' * 30}"))
    assert kin is not None
    assert kin.kinds[1].label.endswith("dài…") or kin.kinds[1].label.endswith("rất…")
    assert len(kin.kinds[1].label) <= 91
