from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.money import (
    dong,
    format_dong,
    format_number,
    format_percent,
    in_words,
    parse_dong,
    share,
    signed_dong,
    total,
)

AMOUNTS = st.integers(0, 10**15)


@given(AMOUNTS)
def test_a_written_amount_reads_back_as_itself(amount):
    assert parse_dong(format_dong(amount)) == amount


@pytest.mark.parametrize(
    "typed", ["150.000", "150,000 đ", "150000", "150 000 đồng", " 150.000 ₫ ", "150.000VND"]
)
def test_an_amount_may_be_typed_in_any_usual_way(typed):
    assert parse_dong(typed) == 150_000


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Nhập số tiền, ví dụ 150.000."),
        ("đ", "Nhập số tiền, ví dụ 150.000."),
        ("-5", "Số tiền không được âm. Nhập lại, ví dụ 150.000."),
        *[
            (odd, "Số tiền là số đồng nguyên, nhóm ba chữ số, ví dụ 150.000. Nhập lại.")
            for odd in ("150.5", "1,50", "1.500,00", "1.5 triệu", "15e3", "1.0000", "1.000,000", "١٢٣")
        ],
        ("9" * 16, "Số tiền quá lớn. Kiểm tra lại số chữ số."),
        ("9" * 5000, "Số tiền quá lớn. Kiểm tra lại số chữ số."),
    ],
)
def test_any_other_writing_is_refused_with_a_sentence(typed, sentence):
    with pytest.raises(ValueError, match="tiền") as refused:
        parse_dong(typed)
    assert str(refused.value) == sentence


@pytest.mark.covers("T-29")
@pytest.mark.parametrize("wrong", [1.0, True, "5", Decimal(5)])
def test_money_is_never_a_float(wrong):
    with pytest.raises(TypeError):
        dong(wrong)


def test_an_amount_to_pay_is_never_negative_but_a_difference_may_be():
    assert signed_dong(-1) == -1
    with pytest.raises(ValueError, match="negative"):
        dong(-1)


@given(st.lists(st.integers(-(10**12), 10**12), max_size=20))
def test_a_total_is_exact(amounts):
    assert total(signed_dong(amount) for amount in amounts) == sum(amounts)


def test_amounts_are_written_and_said_the_vietnamese_way():
    assert format_dong(150_000) == "150.000\u00a0₫"
    assert format_dong(-8_000) == "−8.000\u00a0₫"
    assert in_words(150_000) == "Một trăm năm mươi nghìn đồng"


def test_figures_are_written_the_vietnamese_way():
    assert format_number(21_408) == "21.408"
    assert format_number(Decimal("1234.25"), 1) == "1.234,3"
    assert format_percent(Decimal("94.15")) == "94,2\u00a0%"


def test_a_share_is_exact_and_absent_without_a_whole():
    assert share(2, 3) == "66,7\u00a0%"
    assert share(1, 2_000) == "0,1\u00a0%"
    assert share(0, 0) is None
