"""The fast clock against a slow one, and what must hold for every start, limit and pause."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.base.clock.due import Duration, Pause, Unit, due
from motcua.base.clock.explain import LineKind
from motcua.base.clock.minutes import add_working_minutes, working_minutes_between
from tests.rules.clocks import (
    AMOUNTS,
    CALENDAR,
    DAY_UNITS,
    MOMENTS,
    ONE_DAY,
    ONE_MINUTE,
    at,
    slow_day,
    slow_instant,
    starts_with_pauses,
)

UNITS = st.sampled_from(Unit)


def random_case(source: random.Random, unit: Unit):
    start = at(2015, 1, 1) + source.randrange(13 * 365 * 24 * 60) * ONE_MINUTE
    pauses = []
    for _ in range(source.choice((0, 0, 1, 2))):
        first = start + source.randrange(-5 * 24 * 60, 30 * 24 * 60) * ONE_MINUTE
        pauses.append(Pause(first, first + source.randrange(6 * 24 * 60) * ONE_MINUTE))
    most = {Unit.HOUR: 12, Unit.MONTH: 4}.get(unit, 30)
    return start, Duration(source.randint(-most, most) or 1, unit), tuple(pauses)


def agrees_with_the_slow_clock(start, duration, pauses) -> bool:
    found = due(start, duration, CALENDAR, pauses)
    if duration.unit is Unit.HOUR:
        return found.instant == slow_instant(start, duration.amount, pauses)
    return found.day == slow_day(start, duration, pauses)


@pytest.mark.parametrize(
    ("unit", "cases"), [(Unit.WORKING_DAY, 5000), (Unit.DAY, 5000), (Unit.MONTH, 800), (Unit.HOUR, 150)]
)
def test_the_fast_clock_equals_the_slow_one(unit, cases):
    source = random.Random(f"{unit} 2015-2027")
    for _ in range(cases):
        case = random_case(source, unit)
        assert agrees_with_the_slow_clock(*case), case


@pytest.mark.drill
@pytest.mark.parametrize(
    ("unit", "cases"),
    [(Unit.WORKING_DAY, 48_000), (Unit.DAY, 40_000), (Unit.MONTH, 9_000), (Unit.HOUR, 3_000)],
)
def test_the_fast_clock_equals_the_slow_one_on_a_hundred_thousand_cases(unit, cases):
    source = random.Random(f"drill {unit}")
    for _ in range(cases):
        case = random_case(source, unit)
        assert agrees_with_the_slow_clock(*case), case


@given(starts_with_pauses(), AMOUNTS, DAY_UNITS)
@settings(max_examples=60)
def test_odd_overlapping_pauses_are_reckoned_as_the_slow_clock_does(case, amount, unit):
    start, pauses = case
    assert due(start, Duration(amount, unit), CALENDAR, pauses).day == slow_day(
        start, Duration(amount, unit), pauses
    )


def test_the_slow_clock_tells_a_wrong_rule_from_the_right_one():
    start, limit = at(2026, 3, 2, 9), Duration(5, Unit.WORKING_DAY)
    counting_the_start_day = due(start - ONE_DAY, limit, CALENDAR).day
    assert counting_the_start_day != slow_day(start, limit, ())


@given(starts_with_pauses(), st.integers(0, 60), st.integers(0, 60), UNITS)
def test_a_longer_limit_never_ends_earlier(case, shorter, more, unit):
    start, pauses = case
    first, second = (due(start, Duration(n, unit), CALENDAR, pauses) for n in (shorter, shorter + more))
    assert first.instant <= second.instant


@given(starts_with_pauses(), st.integers(0, 60), UNITS)
def test_a_pause_never_brings_the_due_day_forward(case, amount, unit):
    start, pauses = case
    for number in range(len(pauses)):
        fewer, more = (due(start, Duration(amount, unit), CALENDAR, pauses[:n]) for n in (number, number + 1))
        assert fewer.instant <= more.instant


@given(starts_with_pauses(), st.integers(-60, 60), st.sampled_from([Unit.WORKING_DAY, Unit.DAY, Unit.MONTH]))
def test_a_limit_of_days_never_ends_on_a_day_off(case, amount, unit):
    start, pauses = case
    assert CALENDAR.is_working(due(start, Duration(amount, unit), CALENDAR, pauses).day)


@given(starts_with_pauses(), st.integers(1, 60), UNITS)
def test_a_limit_ends_after_its_start_and_backwards_before_it(case, amount, unit):
    start, pauses = case
    after, before = (due(start, Duration(signed, unit), CALENDAR, pauses) for signed in (amount, -amount))
    assert before.instant.date() <= start.date() <= after.instant.date()
    assert before.day < after.day or unit is Unit.HOUR


@given(starts_with_pauses(), st.integers(0, 30), UNITS, st.randoms())
def test_the_order_of_the_pauses_does_not_matter(case, amount, unit, shuffler):
    start, pauses = case
    shuffled = shuffler.sample(pauses, len(pauses))
    limit = Duration(amount, unit)
    assert due(start, limit, CALENDAR, shuffled).instant == due(start, limit, CALENDAR, pauses).instant


@given(MOMENTS, st.integers(-5_000, 5_000))
def test_minutes_added_are_the_minutes_between(start, minutes):
    assert working_minutes_between(start, add_working_minutes(start, minutes, CALENDAR), CALENDAR) == minutes


@given(MOMENTS, MOMENTS, MOMENTS)
def test_working_minutes_add_up(a, b, c):
    whole = working_minutes_between(a, c, CALENDAR)
    assert whole == working_minutes_between(a, b, CALENDAR) + working_minutes_between(b, c, CALENDAR)


@given(starts_with_pauses(), st.integers(-25, 25), DAY_UNITS)
def test_the_lines_of_a_day_reckoning_count_to_the_limit_and_name_each_day_once(case, amount, unit):
    start, pauses = case
    found = due(start, Duration(amount, unit), CALENDAR, pauses)
    *days, last = [line for line in found.explanation if line.kind is not LineKind.NOT_ANNOUNCED]
    step = -1 if amount < 0 else 1
    assert [line.day.toordinal() for line in days] == list(
        range(start.toordinal(), found.day.toordinal() + step, step)
    )
    counted = [line.count for line in days if line.kind is LineKind.COUNTED]
    assert counted == list(range(1, abs(amount) + 1))
    assert (last.kind, last.day) == (LineKind.DUE, found.day)


@given(starts_with_pauses(), st.integers(-40, 40))
def test_the_stretches_of_an_hour_reckoning_add_up_to_the_limit(case, hours):
    start, pauses = case
    lines = due(start, Duration(hours, Unit.HOUR), CALENDAR, pauses).explanation
    worked = sum(line.count for line in lines if line.kind is LineKind.WORKED)
    assert worked == abs(hours) * 60


@given(starts_with_pauses(), st.integers(-12, 12))
def test_the_reckoning_of_months_says_them_once(case, months):
    start, pauses = case
    found = due(start, Duration(months, Unit.MONTH), CALENDAR, pauses)
    kinds = [line.kind for line in found.explanation]
    assert kinds.count(LineKind.MONTHS) == kinds.count(LineKind.DUE) == 1
    assert LineKind.COUNTED not in kinds


@given(st.dates(date(2015, 1, 1), date(2027, 12, 31)))
def test_a_shift_stands_within_its_day_and_makes_it_a_working_day(day):
    shifts = CALENDAR.shifts_on(day)
    assert CALENDAR.is_working(day) == bool(shifts)
    midnight = at(day.year, day.month, day.day)
    minutes = working_minutes_between(midnight, midnight + timedelta(days=1), CALENDAR)
    assert minutes == sum(
        (s.closes.hour - s.opens.hour) * 60 + s.closes.minute - s.opens.minute for s in shifts
    )
