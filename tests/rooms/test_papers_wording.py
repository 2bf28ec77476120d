"""Dates and moments as official papers spell them."""

from datetime import UTC, date, datetime

import pytest

from motcua.casework.dossiers.papers.wording import (
    day_words,
    due_words,
    moment_words,
    phone_words,
    short_due,
    short_moment,
    stamp,
    two_digits,
)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 6), "ngày 06 tháng 01 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_only_small_days_and_the_first_two_months_carry_a_nought(day, words):
    assert day_words(day) == words


def test_a_moment_late_in_utc_falls_on_the_next_day_here():
    moment = datetime(2026, 11, 15, 17, 5, 9, tzinfo=UTC)
    assert moment_words(moment) == "00 giờ 05 phút, ngày 16 tháng 11 năm 2026"
    assert stamp(moment) == "16/11/2026 00:05:09"


def test_a_limit_in_hours_promises_the_minute_and_a_limit_in_days_the_day():
    moment = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
    assert due_words(moment) == "15 giờ 00 phút, ngày 16 tháng 11 năm 2026"
    assert due_words(moment.date()) == "ngày 16 tháng 11 năm 2026"


def test_a_procedure_without_limit_promises_nothing():
    assert due_words(None) == "Thủ tục không có hạn cố định"
    assert stamp(None) == ""


@pytest.mark.parametrize(
    ("number", "words"),
    [("0912000318", "0912\xa0000\xa0318"), ("02073822222", "02073822222"), ("+84 912", "+84 912"), ("", "")],
)
def test_a_number_of_ten_digits_is_read_in_groups_and_any_other_stays(number, words):
    assert phone_words(number) == words


def test_cells_of_a_table_take_the_minute_over_the_day():
    moment = datetime(2026, 11, 15, 17, 5, tzinfo=UTC)
    assert short_moment(moment) == "00:05\n16/11/2026"
    assert short_due(moment, by_instant=True) == "00:05\n16/11/2026"
    assert short_due(moment, by_instant=False) == "16/11/2026"
    assert short_due(None, by_instant=False) == "Không có hạn cố định"


@pytest.mark.parametrize(
    ("said", "printed"),
    [("5 ngày làm việc", "05 ngày làm việc"), ("15 ngày", "15 ngày"), ("Không cố định", "Không cố định")],
)
def test_a_length_of_one_digit_carries_a_nought(said, printed):
    assert two_digits(said) == printed
