"""How well a procedure answers what somebody typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.text import fold
from motcua.reference.catalogue.rules import Entry, question, weigh

BIRTH = Entry("1.001193", "Đăng ký khai sinh", "Thủ tục đăng ký khai sinh", ("con mới sinh", "đẻ con"), 100)
AGAIN = Entry(
    "1.004884", "Đăng ký lại khai sinh", "Thủ tục đăng ký lại khai sinh", ("mất giấy khai sinh",), 40
)
MARRIAGE = Entry("1.000894", "Đăng ký kết hôn", "Thủ tục đăng ký kết hôn", ("cưới",), 90)
LAND = Entry(
    "1.013978", "Cấp Giấy chứng nhận đất đai lần đầu", "Đăng ký đất đai, cấp Giấy chứng nhận", ("sổ đỏ",), 85
)
ALL = (AGAIN, MARRIAGE, LAND, BIRTH)


def ranked(query: str) -> list[str]:
    asked = question(query)
    found = [(match.score, entry.code) for entry in ALL if (match := weigh(asked, entry))]
    return [code for _, code in sorted(found, reverse=True)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("dang ky khai sinh", BIRTH),
        ("làm giấy khai sinh", BIRTH),
        ("giay khai sinh", BIRTH),
        ("KHAI SINH!", BIRTH),
        ("khai snh", BIRTH),
        ("đẻ con thì làm gì", BIRTH),
        ("đăng ký lại khai sinh", AGAIN),
        ("mat giay khai sinh", AGAIN),
        ("làm sổ đỏ", LAND),
        ("so do", LAND),
        ("dk kết hôn", MARRIAGE),
        ("thủ tục 1.000894", MARRIAGE),
    ],
)
def test_what_is_meant_comes_first(query: str, first: Entry) -> None:
    assert ranked(query)[0] == first.code


@pytest.mark.parametrize("query", ["", "   ", "?!", "xe tải", "qwerty"])
def test_what_nothing_answers_finds_nothing(query: str) -> None:
    assert ranked(query) == []


def test_marks_tell_apart_what_folds_alike() -> None:
    saw = Entry("9.000001", "Cưa gỗ", "Cưa gỗ", ())
    marked, other = weigh(question("cưới"), MARRIAGE), weigh(question("cửa"), saw)
    exact = weigh(question("cưa"), saw)
    assert marked and other and exact
    assert exact.score > other.score


def test_the_words_that_matched_are_shown_as_written() -> None:
    match = weigh(question("lam giay khai sinh"), BIRTH)
    assert match
    assert (match.place, match.shown, match.saying) == ("title", "khai sinh", ("lam giay", "đăng ký"))


@given(st.sampled_from(["đăng ký khai sinh", "đẻ con", "sổ đỏ", "đăng ký kết hôn", "mất giấy khai sinh"]))
def test_diacritics_left_out_change_no_first_answer(query: str) -> None:
    assert ranked(fold(query))[:1] == ranked(query)[:1] != []


@given(st.text(max_size=60))
def test_any_text_is_weighed_without_fault(query: str) -> None:
    for entry in ALL:
        match = weigh(question(query), entry)
        assert match is None or match.score > 0
