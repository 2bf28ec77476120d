"""What a calendar says of a day, and which calendars there cannot be."""

from datetime import date, time, timedelta

import pytest

from motcua.base.clock.calendar import (
    FIRST_DAY,
    LAST_DAY,
    OFFICE_HOURS,
    Calendar,
    DayException,
    DayKind,
    OutOfCalendar,
    Shift,
    Week,
)
from motcua.base.clock.due import Duration, Unit, due
from motcua.base.clock.official import official_calendar
from tests.rules.clocks import CALENDAR, at

OFFICIAL = official_calendar()
MORNING = (Shift(time(7, 30), time(11, 30)),)
FEAST = DayException(DayKind.HOLIDAY, "Lễ")


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize(
    ("start", "amount"), [((2060, 12, 1), 99), ((2000, 1, 3), -99), ((1999, 12, 1), 60), ((2061, 1, 1), -60)]
)
def test_a_day_that_no_calendar_knows_is_refused(unit, start, amount):
    with pytest.raises(OutOfCalendar):
        due(at(*start, 9), Duration(amount * 100, unit), OFFICIAL)


def test_a_calendar_that_gains_a_holiday_is_another_calendar():
    start, limit = at(2026, 3, 2, 9), Duration(5, Unit.WORKING_DAY)
    printed = due(start, limit, OFFICIAL)
    holiday = {date(2026, 3, 4): DayException(DayKind.LOCAL_OFF, "Ngày hội của tỉnh")}
    later = Calendar({**OFFICIAL.exceptions, **holiday})
    assert (printed.day, due(start, limit, later).day) == (date(2026, 3, 9), date(2026, 3, 10))
    assert due(start, limit, OFFICIAL) == printed


def test_a_calendar_tells_what_a_day_is():
    reason = CALENDAR.reason(date(2026, 1, 10))
    assert reason is not None
    assert reason.kind is DayKind.SWAP_WORK
    assert CALENDAR.shifts_on(date(2026, 1, 10)) == OFFICE_HOURS
    assert CALENDAR.reason(date(2026, 3, 7)) is None
    assert not CALENDAR.is_working(date(2026, 3, 7))
    assert not CALENDAR.is_working(date(2026, 6, 12))
    assert CALENDAR.shifts_on(date(2026, 6, 19)) == MORNING


def test_new_hours_hold_from_their_day_on():
    summer = Week(
        {weekday: (Shift(time(7), time(14)),) for weekday in range(6)}, date(2026, 5, 1), "Quyết định"
    )
    calendar = Calendar(weeks=(Week(), summer))
    assert not calendar.is_working(date(2026, 4, 25))
    assert calendar.is_working(date(2026, 5, 2))
    assert due(at(2026, 4, 30, 17), Duration(1, Unit.HOUR), calendar).instant == at(2026, 5, 1, 7, 30)


OVERLAPPING = (Shift(time(8), time(12)), Shift(time(11), time(13)))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda: Shift(time(8), time(8)), "closes before it opens: 08:00:00–08:00:00"),
        (lambda: Week({}), "needs a working day"),
        (lambda: Week({0: OVERLAPPING}), "must not overlap"),
        (lambda: Week({0: MORNING, 3: OVERLAPPING[::-1]}), "must not overlap"),
        (lambda: DayException(DayKind.HOLIDAY, "Lễ", shifts=MORNING), "a day off has no shifts: holiday"),
        (lambda: DayException(DayKind.LOCAL_OFF, "Lễ", shifts=()), "a day off has no shifts: local_off"),
        (lambda: DayException(DayKind.HALF_DAY, "Nửa ngày"), "half day needs its shifts"),
        (lambda: DayException(DayKind.SWAP_WORK, "Làm bù", shifts=OVERLAPPING), "must not overlap"),
        (lambda: Calendar(weeks=()), "must hold from 2000-01-01"),
        (lambda: Calendar(weeks=(Week(valid_from=date(2000, 1, 2)),)), "must hold from 2000-01-01"),
        (lambda: Calendar(weeks=(Week(), Week())), "must follow each other"),
        (lambda: Calendar({LAST_DAY + timedelta(days=1): FEAST}), "2061-01-01 is outside"),
        (lambda: Calendar({FIRST_DAY - timedelta(days=1): FEAST}), "1999-12-31 is outside"),
    ],
)
def test_a_calendar_that_contradicts_itself_is_refused(wrong, says):
    with pytest.raises(ValueError, match=says):
        wrong()


def test_a_calendar_holds_to_its_first_and_its_last_day():
    calendar = Calendar({FIRST_DAY: FEAST, LAST_DAY: FEAST})
    assert not calendar.is_working(FIRST_DAY) and not calendar.is_working(LAST_DAY)


def test_shifts_may_touch_and_a_swapped_day_has_the_hours_of_the_first_working_weekday():
    touching = (Shift(time(7), time(11)), Shift(time(11), time(14)))
    week = Week({0: (), 2: touching, 1: MORNING})
    swapped = {date(2026, 1, 10): DayException(DayKind.SWAP_WORK, "Làm bù")}
    calendar = Calendar(swapped, weeks=(week,))
    assert calendar.shifts_on(date(2026, 1, 10)) == MORNING
    assert calendar.shifts_on(date(2026, 1, 7)) == touching
    assert calendar.shifts_on(date(2026, 1, 5)) == calendar.shifts_on(date(2026, 1, 9)) == ()


def test_a_swapped_day_may_have_hours_of_its_own():
    swapped = {date(2026, 1, 10): DayException(DayKind.SWAP_WORK, "Làm bù", shifts=MORNING)}
    assert Calendar(swapped).shifts_on(date(2026, 1, 10)) == MORNING
