"""The periods of reform reports."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.clock.periods import Period, period_coded, period_of
from motcua.base.clock.terms import Grain
from motcua.reform.insight.rules.windows import Window, window

DAYS = st.dates(date(2001, 1, 1), date(2099, 12, 31))
WHOLE = st.sampled_from([Grain.DAY, Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.YEAR])


@pytest.mark.covers("R-4")
@pytest.mark.parametrize(
    ("report", "first", "last"),
    [
        (Window.FIRST_QUARTER, date(2025, 12, 15), date(2026, 3, 14)),
        (Window.HALF, date(2025, 12, 15), date(2026, 6, 14)),
        (Window.THIRD_QUARTER, date(2026, 6, 15), date(2026, 9, 14)),
        (Window.YEAR, date(2025, 12, 15), date(2026, 12, 14)),
    ],
)
def test_reports_of_reform_have_days_of_their_own(report: Window, first: date, last: date) -> None:
    assert window(report, 2026) == Period(first, last)
    # The quarter of the calendar would count other dossiers.
    assert window(report, 2026) != period_of(last, Grain.QUARTER)


@pytest.mark.covers("R-4")
def test_the_third_quarter_follows_the_half_year_and_is_no_sum() -> None:
    half, third = window(Window.HALF, 2026), window(Window.THIRD_QUARTER, 2026)
    assert third.first not in half
    assert (third.first - half.last).days == 1
    assert window(Window.YEAR, 2026).first == half.first


@given(DAYS, WHOLE)
def test_a_period_is_read_back_from_its_code(day: date, grain: Grain) -> None:
    period = period_of(day, grain)
    assert day in period
    assert period_coded(period.code) == period


@given(DAYS, DAYS)
def test_the_months_of_a_span_cover_it_once(one: date, other: date) -> None:
    period = Period(min(one, other), max(one, other))
    months = period.months()
    assert sum(month.days for month in months) == period.days
    assert (months[0].first, months[-1].last) == (period.first, period.last)


@given(DAYS, WHOLE)
def test_the_period_before_ends_the_day_before(day: date, grain: Grain) -> None:
    period = period_of(day, grain)
    assert (period.first - period.before.last).days == 1
    assert period.before.grain in (grain, Grain.DAY)


@pytest.mark.parametrize(
    "text", ["", "2026-13", "2026-Q5", "26-10", "2026-10-32_2026-11-01", "2026-11-02_2026-11-01"]
)
def test_what_is_no_period_is_none(text: str) -> None:
    assert period_coded(text) is None
