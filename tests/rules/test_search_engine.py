"""How the engine answers: what is meant comes first, however it was typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.text import fold
from motcua.reference.catalogue.search import (
    Answer,
    Engine,
    Entry,
    Found,
    Place,
    Row,
    bound,
    overlaid,
    reason,
    shipped,
)
from motcua.reference.catalogue.search.sureness import ENOUGH, LEFT_OVER, NEAREST, TAIL, weighed
from motcua.reference.catalogue.words import Wording

BIRTH = Entry(
    "1.001193", "Đăng ký khai sinh", "Thủ tục đăng ký khai sinh", ("con mới sinh", "đẻ con"), "Hộ tịch"
)
AGAIN = Entry("1.004884", "Đăng ký lại khai sinh", "Thủ tục đăng ký lại khai sinh", (), "Hộ tịch")
MARRIAGE = Entry("1.000894", "Đăng ký kết hôn", "Thủ tục đăng ký kết hôn", ("cưới",), "Hộ tịch")
LAND = Entry(
    "1.013978",
    "Cấp Giấy chứng nhận đất đai lần đầu",
    "Đăng ký đất đai, cấp Giấy chứng nhận quyền sử dụng đất",
)
DEATH = Entry("1.000656", "Đăng ký khai tử", "Thủ tục đăng ký khai tử", (), "Hộ tịch")
SHOP = Entry("1.001612", "Đăng ký thành lập hộ kinh doanh", "Đăng ký thành lập hộ kinh doanh")
FOREIGN = Entry(
    "2.000806", "Đăng ký kết hôn có yếu tố nước ngoài", "Thủ tục đăng ký kết hôn có yếu tố nước ngoài"
)
ALL = (AGAIN, MARRIAGE, LAND, BIRTH, DEATH, SHOP, FOREIGN)
BOOK = bound(
    [
        Row(Wording.SAYING, "sổ đỏ", "Giấy chứng nhận quyền sử dụng đất"),
        Row(Wording.INTENT, "làm lại", "đăng ký lại; cấp lại"),
        Row(Wording.ABBREVIATION, "dk", "đăng ký"),
        *(
            Row(Wording.FILLER, word, weight=0.12)
            for word in ("thì", "làm", "gì", "ở", "đâu", "cho", "xin", "từ")
        ),
        *(Row(Wording.FILLER, word, weight=0.4) for word in ("giấy", "đăng ký", "thủ tục")),
        Row(Wording.ASIDE, "nước ngoài"),
        Row(Wording.ASIDE, "lại", weight=0.5),
        Row(Wording.NAME, "mở quán", codes=("1.001612",)),
    ]
)
ENGINE = Engine(ALL, BOOK)


def ranked(query: str, engine: Engine = ENGINE) -> list[str]:
    return [found.entry.code for found in engine.ask(query, 10)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("dang ky khai sinh", BIRTH),
        ("làm giấy khai sinh", BIRTH),
        ("KHAI SINH!", BIRTH),
        ("khai snh", BIRTH),
        ("khaii sinh", BIRTH),
        ("kahi sinh", BIRTH),
        ("đẻ con thì làm gì", BIRTH),
        ("đăng ký lại khai sinh", AGAIN),
        ("làm lại khai sinh", AGAIN),
        ("làm sổ đỏ", LAND),
        ("so do", LAND),
        ("dk kết hôn", MARRIAGE),
        ("đăng ký kết hôn", MARRIAGE),
        ("kết hôn nước ngoài", FOREIGN),
        ("thủ tục 1.000894", MARRIAGE),
        ("1.000894.000.00.00.H60", MARRIAGE),
        ("khai tử", DEATH),
        ("khai tu", DEATH),
        ("mở quán", SHOP),
        ("mo quan", SHOP),
    ],
)
def test_what_is_meant_comes_first(query: str, first: Entry) -> None:
    assert ranked(query)[0] == first.code


@pytest.mark.parametrize("query", ["", "   ", "?!", "qwerty", "🙂"])
def test_what_nothing_answers_finds_nothing(query: str) -> None:
    assert ranked(query) == []


QUERIES = ("đăng ký khai sinh", "đẻ con", "sổ đỏ", "đăng ký kết hôn", "khai tử cho bà", "mở quán")


@pytest.mark.covers("T-54")
@pytest.mark.parametrize("query", QUERIES)
def test_composed_and_decomposed_letters_are_one(query: str) -> None:
    """A text typed on a telephone (NFD) finds what is stored as NFC."""
    decomposed = unicodedata.normalize("NFD", query)
    assert decomposed != query
    assert ranked(decomposed) == ranked(query) != []


@pytest.mark.parametrize(
    ("old", "new"), [("hoà giải", "hòa giải"), ("lí lịch", "lý lịch"), ("uỷ quyền", "ủy quyền")]
)
def test_two_ways_of_setting_a_mark_are_one(old: str, new: str) -> None:
    engine = Engine([Entry("9.000001", new, new), *ALL], BOOK)
    assert ranked(old, engine)[0] == ranked(new, engine)[0] == "9.000001"


@given(st.sampled_from(QUERIES))
def test_folding_what_is_folded_changes_nothing(query: str) -> None:
    assert ranked(fold(fold(query))) == ranked(fold(query)) != []


@given(st.permutations(ALL), st.sampled_from(QUERIES))
def test_the_order_of_the_entries_does_not_matter(entries: list[Entry], query: str) -> None:
    assert ranked(query, Engine(entries, BOOK)) == ranked(query)


@given(st.text(max_size=80))
def test_any_text_is_answered_without_fault(query: str) -> None:
    found = ENGINE.ask(query, 3)
    assert len(found) <= 3
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def scored(*scores: float) -> list[Found]:
    phrase = ENGINE.ask("khai sinh", 1)[0].phrase
    return [Found(BIRTH, score, score, phrase, ()) for score in scores]


@pytest.mark.parametrize(
    ("evidence", "left_over", "sure"),
    [(ENOUGH, 1.0, True), (0.0, LEFT_OVER, True), (ENOUGH - 0.1, LEFT_OVER + 0.1, False)],
)
def test_an_answer_is_sure_by_its_evidence_or_when_little_is_left_over(
    evidence: float, left_over: float, sure: bool
) -> None:
    told = weighed(scored(1.0), evidence=evidence, left_over=left_over)
    assert (told.sure, len(told.found)) == (sure, 1)


@given(st.lists(st.floats(0.01, 9), min_size=1, max_size=30), st.floats(0, 9), st.floats(0, 1))
def test_the_best_answer_is_always_shown_and_none_far_behind_it(
    scores: list[float], evidence: float, left_over: float
) -> None:
    found = scored(*sorted(scores, reverse=True))
    told = weighed(found, evidence=evidence, left_over=left_over).found
    assert told == tuple(found[: len(told)])
    assert told[0] is found[0]
    assert all(one.score >= TAIL * found[0].score for one in told)


def test_only_the_nearest_few_are_shown_when_none_is_sure() -> None:
    found = scored(*[1.0] * 30)
    assert len(weighed(found, evidence=0.0, left_over=1.0).found) == NEAREST
    assert len(weighed(found, evidence=ENOUGH, left_over=1.0).found) == 30


def test_nothing_found_is_not_sure_and_a_code_is() -> None:
    assert weighed([], evidence=9.0, left_over=0.0) == Answer((), sure=False)
    assert ENGINE.weighed(ENGINE.reader.read("1.001193"), 5).sure
    assert ENGINE.weighed(ENGINE.reader.read("đăng ký khai sinh"), 5).sure
    assert not ENGINE.weighed(ENGINE.reader.read("sinh tố bơ mãng cầu đá xay"), 5).sure


def test_marks_tell_apart_what_folds_alike() -> None:
    saw, door = Entry("9.000001", "Cưa gỗ", "Cưa gỗ"), Entry("9.000002", "Cửa gỗ", "Cửa gỗ")
    engine = Engine([saw, door, *ALL], BOOK)
    assert (ranked("cưa gỗ", engine)[0], ranked("cửa gỗ", engine)[0]) == (saw.code, door.code)


def test_among_marks_a_filler_without_any_is_no_saying_that_has_them() -> None:
    book = [Row(Wording.FILLER, "cho", weight=0.1), Row(Wording.SAYING, "chó", "thú y")]
    vet = Entry("9.000001", "Thú y", "Thú y")
    engine = Engine([vet, *ALL], bound(book))
    assert vet.code not in ranked("đăng ký cho con", engine)
    assert vet.code in ranked("đăng ký chó con", engine)
    assert vet.code in ranked("cho", engine)


def test_one_long_saying_is_read_rather_than_two_short_ones() -> None:
    said = ("thẻ bảo hiểm", "y tế", "bảo hiểm y tế")
    engine = Engine(ALL, bound(Row(Wording.SAYING, phrase, "khai sinh") for phrase in said))
    read = engine.reader.read("làm thẻ bảo hiểm y tế")
    assert [len(concept.words) for concept in read.concepts] == [1, 1, 4]


def test_what_is_no_longer_in_force_comes_last() -> None:
    old = Entry("9.000001", "Đăng ký khai sinh", "Thủ tục đăng ký khai sinh", in_force=False)
    codes = ranked("khai sinh", Engine([old, *ALL], BOOK))
    assert codes.index(BIRTH.code) < codes.index(old.code)


def test_another_code_of_a_procedure_finds_it() -> None:
    engine = Engine([Entry("9.000001", "Cưa gỗ", "Cưa gỗ", aliases=("99.001", "1.555555")), *ALL], BOOK)
    assert ranked("99.001", engine) == ranked("mã 1.555555", engine) == ["9.000001"]


def test_the_reason_names_the_words_as_written_and_the_saying() -> None:
    told = [
        reason(ENGINE.reader.read(query), ENGINE.ask(query, 1)[0])
        for query in ("khai snh", "sổ đỏ", "đẻ con")
    ]
    assert (told[0].place, told[0].shown, told[0].read) == (Place.NAME, "khai sinh", "khai sinh")
    assert (told[1].said, told[1].meant) == ("sổ đỏ", "Giấy chứng nhận quyền sử dụng đất")
    assert (told[2].place, told[2].shown) == (Place.OTHER, "đẻ con")


def test_the_words_shown_stand_in_one_clause() -> None:
    film = Entry("9.000001", "Phân loại phim (cấp tỉnh)", "Phân loại phim (cấp tỉnh)")
    engine = Engine([film, *ALL], BOOK)
    told = reason(engine.reader.read("phim cấp tỉnh"), engine.ask("phim cấp tỉnh", 1)[0])
    assert told.shown == "cấp tỉnh"


def test_a_controllers_line_replaces_the_one_that_says_the_same_and_can_switch_it_off() -> None:
    below = [Row(Wording.SAYING, "sổ đỏ", "đất đai"), Row(Wording.SAYING, "sổ hồng", "nhà ở")]
    above = [
        (Row(Wording.SAYING, "Sổ  đỏ", "Giấy chứng nhận"), False),
        (Row(Wording.SAYING, "sổ hồng"), True),
    ]
    assert [(row.said, row.meant) for row in overlaid(below, above)] == [("Sổ  đỏ", "Giấy chứng nhận")]


def test_every_line_that_comes_with_the_program_says_something() -> None:
    for row in shipped():
        assert row.said
        assert (
            row.meant or row.codes or row.kind not in (Wording.SAYING, Wording.INTENT, Wording.ABBREVIATION)
        )
