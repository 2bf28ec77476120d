import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.text import (
    NBSP,
    bind,
    clean,
    clean_lines,
    fold,
    initials,
    keep,
    mask_tail,
    name_sort_key,
    number_words,
    sort_key,
)

VIETNAMESE = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyAĐÊƠ àảãáạằẳẵắặếềệốộớợứựỳỵ0123.-", max_size=30)
ANY = st.text(max_size=40)


@pytest.mark.parametrize("shape", [clean, clean_lines, fold])
@given(text=ANY)
def test_a_shaped_text_stays_as_it_is(shape, text):
    assert shape(shape(text)) == shape(text)


@pytest.mark.covers("T-54")
@pytest.mark.parametrize("shape", [clean, fold, sort_key, name_sort_key])
@given(text=ANY)
def test_both_ways_of_typing_marks_give_one_form(shape, text):
    assert shape(unicodedata.normalize("NFD", text)) == shape(unicodedata.normalize("NFC", text))


@given(ANY)
def test_a_cleaned_text_has_only_visible_characters_and_single_spaces(text):
    cleaned = clean(text)
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for char in cleaned)
    assert cleaned == " ".join(cleaned.split())


def test_odd_spaces_zero_width_characters_and_look_alikes_are_mended():
    assert clean(" Ðặng\u00a0\u00a0Thị\u200b\tKim\ufeff\u0000 ") == "Đặng Thị Kim"


def test_a_mark_parted_from_its_letter_by_an_invisible_character_joins_it_again():
    assert clean("e\u200b\u0302\u0301") == "ế"


def test_lines_are_kept_where_lines_matter():
    assert clean_lines("\r\n Tổ 4 ,\u00a0 xã \r\n\n\n\nLũng Cú \n") == "Tổ 4 , xã\n\nLũng Cú"


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đường  Trường Chinh", "duong truong chinh"), ("ĐĂNG KÝ Khai Sinh", "dang ky khai sinh"), ("Ý", "y")],
)
def test_folding_takes_off_every_mark(text, folded):
    assert fold(text) == folded


# The order of the CLDR rules for Vietnamese: letters first, then tones from the left, then capitals.
IN_ORDER = [
    "",
    "10",
    "4",
    "a",
    "A",
    "à",
    "ả",
    "ã",
    "á",
    "ạ",
    "a b",
    "An",
    "án",
    "ăn",
    "ắn",
    "ân",
    "ba",
    "Bà",
    "cá",
    "da",
    "dz",
    "đa",
    "e",
    "ê",
    "hoa",
    "hoà",
    "hoạ",
    "hòa",
    "hoá chất",
    "o",
    "ô",
    "ơ",
    "tha",
    "u",
    "ư",
    "y",
    "я",
]


@pytest.mark.covers("T-55")
@pytest.mark.parametrize(("before", "after"), list(pairwise(IN_ORDER)))
def test_the_key_puts_texts_in_vietnamese_order(before, after):
    assert sort_key(before) < sort_key(after)


@given(ANY)
def test_a_sort_key_is_ascii_without_control_characters(text):
    assert sort_key(text).isascii()
    assert sort_key(text).isprintable()


@given(VIETNAMESE, VIETNAMESE)
def test_texts_with_one_key_are_the_same_text(one, other):
    assert (sort_key(one) == sort_key(other)) == (clean(one) == clean(other))


@given(st.text("aăâbdđ", max_size=6), st.text("aăâbdđ", max_size=6))
def test_letters_compare_by_their_place_in_the_alphabet(one, other):
    alphabet = "aăâbcdđ"
    places = [[alphabet.index(char) for char in text] for text in (one, other)]
    assert (sort_key(one) < sort_key(other)) == (places[0] < places[1])


def test_a_plain_byte_order_would_be_wrong():
    assert sorted(["đa", "e", "ăn", "z"]) != sorted(["đa", "e", "ăn", "z"], key=sort_key)


@pytest.mark.covers("T-56")
def test_people_are_listed_by_given_name_then_family_name():
    people = ["Nguyễn Văn Ân", "Trần Thị Hòa", "Lý Thị Hoa", "Vi Đức An", "Đỗ Hoà", "Bùi An", "Lý Thị Hoa B"]
    assert sorted(people, key=name_sort_key) == [
        "Bùi An",
        "Vi Đức An",
        "Nguyễn Văn Ân",
        "Lý Thị Hoa B",
        "Lý Thị Hoa",
        "Đỗ Hoà",
        "Trần Thị Hòa",
    ]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Lý Thị Hoa", "Lý T. H."),
        ("Nguyễn Quang Huy", "Nguyễn Q. H."),
        ("Páo", "P."),
        ("", ""),
        ("Vi Đức", "Vi Đ."),
    ],
)
def test_strangers_see_the_family_name_and_initials(name, shown):
    assert initials(name).replace(NBSP, " ") == shown


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (55, "năm mươi lăm"),
        (101, "một trăm linh một"),
        (110, "một trăm mười"),
        (1_005, "một nghìn không trăm linh năm"),
        (150_000, "một trăm năm mươi nghìn"),
        (1_000_000, "một triệu"),
        (2_050_000, "hai triệu không trăm năm mươi nghìn"),
        (1_000_000_001, "một tỷ không trăm linh một"),
        (1_000_000_000_000, "một nghìn tỷ"),
        (-8_000, "âm tám nghìn"),
    ],
)
def test_numbers_are_read_as_on_a_receipt(number, words):
    assert number_words(number) == words


@given(st.integers(-(10**20), 10**20), st.integers(-(10**20), 10**20))
def test_two_numbers_never_read_the_same(one, other):
    assert (number_words(one) == number_words(other)) == (one == other)


@pytest.mark.parametrize(
    ("number", "shown", "masked"),
    [("001234567890", 4, "•••• •••• 7890"), ("0912345318", 3, "•• •••• •318"), ("12", 4, "••"), ("", 4, "")],
)
def test_a_masked_number_shows_its_tail_only(number, shown, masked):
    assert mask_tail(number, shown) == keep(masked)


def test_figures_and_compounds_stay_on_one_line():
    assert (
        bind("Còn 5 ngày làm việc, lệ phí 8.000 ₫").replace(NBSP, "_")
        == "Còn 5_ngày làm_việc, lệ_phí 8.000_₫"
    )
    assert bind("5 ngàyx") == "5 ngàyx"
