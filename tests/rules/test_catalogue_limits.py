"""How the limits of publication decisions are measured (NĐ 63/2010/NĐ-CP, Điều 15, 24)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reference.catalogue.rules import Dates, Limit, measure
from motcua.reference.catalogue.words import DecisionStep, Duty, Keeping

FIVE = Limit(5, "day", "NĐ 63/2010/NĐ-CP")
LIMITS: dict[Duty, Limit | None] = dict.fromkeys(Duty, FIVE)
DATES = Dates(False, None, date(2026, 3, 2), date(2026, 3, 10), {DecisionStep.LOADED: date(2026, 3, 7)})
ON = date(2026, 3, 5)

days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def plain(day: date, count: int, unit: str) -> date:
    return day + timedelta(days=count)


def kept(dates: Dates, duty: Duty, on: date = ON) -> tuple[Keeping, int]:
    return next(
        (one.keeping, one.days) for one in measure(dates, LIMITS, on=on, reckon=plain) if one.duty is duty
    )


@pytest.mark.parametrize(
    ("dates", "duty", "expected"),
    [
        (DATES, Duty.SIGN, (Keeping.EARLY, 3)),
        (replace(DATES, signed_on=date(2026, 3, 5)), Duty.SIGN, (Keeping.ON_TIME, 0)),
        (replace(DATES, signed_on=date(2026, 3, 6)), Duty.SIGN, (Keeping.LATE, 1)),
        (DATES, Duty.LOAD, (Keeping.ON_TIME, 0)),
        (DATES, Duty.PUBLISH, (Keeping.OPEN, 2)),
        (replace(DATES, shortened=True, received_on=date(2026, 2, 20)), Duty.SIGN, (Keeping.LATE, 5)),
    ],
)
def test_a_duty_is_early_on_time_late_or_open(
    dates: Dates, duty: Duty, expected: tuple[Keeping, int]
) -> None:
    assert kept(dates, duty) == expected


def test_what_is_not_done_after_its_day_is_late_and_grows() -> None:
    assert kept(DATES, Duty.PUBLISH, date(2026, 3, 8)) == (Keeping.LATE, 1)
    assert kept(DATES, Duty.PUBLISH, date(2026, 3, 9)) == (Keeping.LATE, 2)


def test_without_a_limit_nothing_is_early_or_late() -> None:
    found = measure(DATES, {}, on=ON, reckon=plain)
    assert {one.keeping for one in found} == {Keeping.NO_RULE}


@given(days, days)
def test_a_later_signing_never_helps(first: date, second: date) -> None:
    order = [Keeping.EARLY, Keeping.ON_TIME, Keeping.LATE]
    early, late = sorted((first, second))
    ranks = [order.index(kept(replace(DATES, signed_on=day), Duty.SIGN)[0]) for day in (early, late)]
    assert ranks == sorted(ranks)
