"""Figures as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.text import NumberWhy, number_sentence, read_decimal


@pytest.mark.covers("R-16")
@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("83,81", "83.81"),
        ("1.972", "1972"),
        ("83.81", "83.81"),
        ("0.25", "0.25"),
        ("0.250", "0.250"),
        ("0,250", "0.250"),
        ("1.972,5", "1972.5"),
        ("1,972.5", "1972.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1 972", "1972"),
        ("1\u00a0972", "1972"),
        ("21.4085", "21.4085"),
        ("1972", "1972"),
        ("007", "7"),
        (" 12 ", "12"),
        ("-3,5", "-3.5"),
        ("−3,5", "-3.5"),
        ("+4", "4"),
    ],
)
def test_vietnamese_and_plain_figures_are_read_by_their_shape(typed: str, number: str) -> None:
    assert read_decimal(typed) == Decimal(number)


@pytest.mark.covers("R-16")
@pytest.mark.parametrize("typed", ["1,972", "12,345", "-1,972", "999,000"])
def test_a_figure_that_can_be_read_in_two_ways_asks(typed: str) -> None:
    assert read_decimal(typed) is NumberWhy.AMBIGUOUS
    assert typed in number_sentence(NumberWhy.AMBIGUOUS, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "x",
        "1e5",
        "NaN",
        "Infinity",
        "12 %",
        "1.97.2",
        "1,97,2",
        "12.",
        ",5",
        "--1",
        "0x10",
        "1_000",
        "٣",
        "１２",
    ],
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    assert read_decimal(typed) is NumberWhy.NOT_A_NUMBER


def test_nothing_and_endless_digits_are_refused() -> None:
    assert read_decimal(" \t") is NumberWhy.EMPTY
    assert read_decimal("9" * 16) is NumberWhy.TOO_LONG
    assert len(number_sentence(NumberWhy.NOT_A_NUMBER, "x" * 5000)) < 200


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_what_is_written_the_vietnamese_way_is_read_back(number: Decimal) -> None:
    written = f"{number:,.2f}".translate(str.maketrans(",.", ".,"))

    assert read_decimal(written) == number


@given(st.text(max_size=20))
def test_any_text_gives_a_number_or_a_reason(typed: str) -> None:
    assert isinstance(read_decimal(typed), Decimal | NumberWhy)
