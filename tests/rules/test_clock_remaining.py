"""What is left of a limit, told whole: kind, amount, measure, the end, and when it was seen."""

from datetime import UTC, date

import pytest

from motcua.base.clock.due import Duration, Unit, due
from motcua.base.clock.left import remaining_words
from motcua.base.clock.remaining import Measure, Remaining, RemainingKind, remaining
from motcua.base.clock.segments import Mark, MarkKind, reckon
from motcua.base.text import NBSP
from tests.rules.clocks import CALENDAR, at

START, PAUSE, RESUME, RESTART, STOP, EXTEND = MarkKind
FIVE, DAYS, HOURS = Duration(5, Unit.WORKING_DAY), Duration(10, Unit.DAY), Duration(6, Unit.HOUR)
EIGHT_HOURS = Duration(8, Unit.HOUR)
BY_WORK, BY_DAY, BY_MINUTE = Measure
MONDAY = (START, 11, 2, 9)


def seen(told, limit, *moment) -> Remaining:
    marks = [Mark(kind, at(2026, *parts)) for kind, *parts in told]
    return remaining(reckon(marks, limit, CALENDAR), at(2026, *moment), CALENDAR)


# November 2026: the 2nd is a Monday; five working days from it end on Monday the 9th.
@pytest.mark.parametrize(
    ("what", "end", "told", "limit", "moment"),
    [
        ((RemainingKind.NO_FIXED, 0, BY_WORK), None, [MONDAY], None, (11, 3, 9)),
        ((RemainingKind.NOT_STARTED, 0, BY_WORK), None, [], FIVE, (11, 3, 9)),
        ((RemainingKind.NOT_STARTED, 0, BY_MINUTE), None, [], HOURS, (11, 3, 9)),
        ((RemainingKind.FAR, 5, BY_WORK), (11, 9), [MONDAY], FIVE, (11, 2, 9)),
        ((RemainingKind.FAR, 2, BY_WORK), (11, 9), [MONDAY], FIVE, (11, 5, 23)),
        ((RemainingKind.LAST_DAY, 1, BY_WORK), (11, 9), [MONDAY], FIVE, (11, 6, 0)),
        ((RemainingKind.LAST_DAY, 1, BY_WORK), (11, 9), [MONDAY], FIVE, (11, 8, 12)),
        ((RemainingKind.TODAY, 210, BY_WORK), (11, 9), [MONDAY], FIVE, (11, 9, 14)),
        ((RemainingKind.TODAY, 0, BY_WORK), (11, 9), [MONDAY], FIVE, (11, 9, 23, 59)),
        ((RemainingKind.LATE, 1, BY_WORK), (11, 9), [MONDAY], FIVE, (11, 10, 0)),
        ((RemainingKind.LATE, 5, BY_WORK), (11, 9), [MONDAY], FIVE, (11, 16, 9)),
        ((RemainingKind.FAR, 2, BY_DAY), (11, 12), [MONDAY], DAYS, (11, 10, 9)),
        ((RemainingKind.LAST_DAY, 1, BY_DAY), (11, 12), [MONDAY], DAYS, (11, 11, 9)),
        ((RemainingKind.TODAY, 480, BY_DAY), (11, 12), [MONDAY], DAYS, (11, 12, 7)),
        ((RemainingKind.LATE, 4, BY_DAY), (11, 12), [MONDAY], DAYS, (11, 16, 9)),
        ((RemainingKind.FINISHED_EARLY, 2, BY_WORK), (11, 9), [MONDAY, (STOP, 11, 5, 9)], FIVE, (11, 20, 9)),
        ((RemainingKind.ON_TIME, 0, BY_WORK), (11, 9), [MONDAY, (STOP, 11, 9, 23)], FIVE, (11, 20, 9)),
        ((RemainingKind.FINISHED_LATE, 1, BY_WORK), (11, 9), [MONDAY, (STOP, 11, 10, 0)], FIVE, (11, 20, 9)),
    ],
)
def test_what_is_left_of_days(what, end, told, limit, moment):
    found = seen(told, limit, *moment)
    assert (found.kind, found.amount, found.measure) == what
    assert (found.due and found.due.day) == (end and date(2026, *end))
    assert (found.seen_at, found.since) == (at(2026, *moment), None)


@pytest.mark.parametrize(
    ("kind", "amount", "told", "limit", "moment"),
    [
        # Eight hours from nine end at nine the next morning: half a day is soon, a minute more is not.
        (RemainingKind.FAR, 241, [MONDAY], EIGHT_HOURS, (11, 2, 14, 59)),
        (RemainingKind.LAST_DAY, 240, [MONDAY], EIGHT_HOURS, (11, 2, 15)),
        (RemainingKind.LAST_DAY, 0, [MONDAY], EIGHT_HOURS, (11, 3, 9)),
        (RemainingKind.LATE, 1, [MONDAY], EIGHT_HOURS, (11, 3, 9, 1)),
        # Six hours from nine end at five the same day: soon from the first.
        (RemainingKind.LAST_DAY, 360, [MONDAY], HOURS, (11, 2, 9)),
        (RemainingKind.FINISHED_EARLY, 60, [MONDAY, (STOP, 11, 2, 16)], HOURS, (11, 20, 9)),
        (RemainingKind.ON_TIME, 0, [MONDAY, (STOP, 11, 2, 17)], HOURS, (11, 20, 9)),
        (RemainingKind.FINISHED_LATE, 30, [MONDAY, (STOP, 11, 2, 17, 30)], HOURS, (11, 20, 9)),
    ],
)
def test_what_is_left_of_hours(kind, amount, told, limit, moment):
    found = seen(told, limit, *moment)
    assert (found.kind, found.amount, found.measure) == (kind, amount, BY_MINUTE)
    assert found.due == due(at(2026, 11, 2, 9), limit, CALENDAR)
    assert (found.seen_at, found.since) == (at(2026, *moment), None)


def test_a_paused_limit_tells_since_when_what_is_left_and_the_end_had_time_run_on():
    told = [MONDAY, (PAUSE, 11, 3, 9), (RESUME, 11, 4, 9), (PAUSE, 11, 6, 9)]
    found = seen(told, FIVE, 11, 20, 9)
    assert (found.kind, found.amount, found.measure) == (RemainingKind.PAUSED, 4, BY_WORK)
    assert found.due is not None and found.due.day == date(2026, 11, 12)
    assert (found.seen_at, found.since) == (at(2026, 11, 20, 9), at(2026, 11, 6, 9))


def test_a_paused_limit_of_hours_keeps_its_minutes_and_the_instant_it_had():
    found = seen([MONDAY, (PAUSE, 11, 2, 10), (RESUME, 11, 2, 11), (PAUSE, 11, 2, 14)], HOURS, 11, 20, 9)
    assert (found.kind, found.amount, found.measure) == (RemainingKind.PAUSED, 240, BY_MINUTE)
    assert found.due is not None and found.due.instant == at(2026, 11, 3, 8)


def test_less_than_a_minute_is_said_as_such():
    paused = seen([MONDAY, (PAUSE, 11, 2, 17)], HOURS, 11, 20, 9)
    late = seen([MONDAY], HOURS, 11, 2, 20)
    assert [remaining_words(one).replace(NBSP, " ") for one in (paused, late)] == [
        "Tạm dừng từ 02/11, còn chưa đến 1 phút làm việc",
        "Quá hạn 30 phút làm việc",
    ]


def test_the_moment_of_looking_is_vietnamese_wherever_it_was_written():
    reckoning = reckon([Mark(START, at(2026, 11, 2, 9))], FIVE, CALENDAR)
    night = at(2026, 11, 10, 1)
    assert remaining(reckoning, night.astimezone(UTC), CALENDAR) == remaining(reckoning, night, CALENDAR)
    assert remaining(reckoning, night.astimezone(UTC), CALENDAR).kind is RemainingKind.LATE
