"""The clock at its edges: the first and the last of the calendar, closing times, the shortest pause."""

from datetime import UTC, date, datetime, timedelta

import pytest

from motcua.base.clock import ZONE, local
from motcua.base.clock.calendar import OutOfCalendar
from motcua.base.clock.due import Duration, Pause, Unit, due
from motcua.base.clock.explain import LineKind
from motcua.base.clock.minutes import working_minutes_between
from motcua.base.clock.months import add_months
from motcua.base.clock.segments import ImpossibleMarks, Mark, MarkKind, SegmentKind, reckon
from tests.rules.clocks import CALENDAR, at

START, PAUSE, RESUME, RESTART, STOP, EXTEND = MarkKind
FIVE = Duration(5, Unit.WORKING_DAY)
SHORTEST = timedelta(microseconds=1)
ONE_HOUR, NO_HOUR = Duration(1, Unit.HOUR), Duration(0, Unit.HOUR)


# The calendar begins on a Saturday, its first working day is Monday 3 January 2000; it ends on a Friday.
def test_the_first_and_the_last_working_day_of_the_calendar_count():
    assert due(at(2000, 1, 4, 9), Duration(-1, Unit.WORKING_DAY), CALENDAR).day == date(2000, 1, 3)
    assert due(at(2060, 12, 30, 9), Duration(1, Unit.WORKING_DAY), CALENDAR).day == date(2060, 12, 31)


@pytest.mark.parametrize(("start", "amount"), [((2000, 1, 3, 9), -1), ((2060, 12, 30, 9), 2)])
def test_beyond_them_nothing_is_known_and_it_is_said_between_which_days_something_is(start, amount):
    with pytest.raises(OutOfCalendar, match="beyond the calendar 2000-01-01–2060-12-31"):
        due(at(*start), Duration(amount, Unit.WORKING_DAY), CALENDAR)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ((2000, 1, 1, 9), 1, (2000, 1, 3, 8, 30)),
        ((2000, 1, 3, 7, 30), 1, (2000, 1, 3, 8, 30)),
        ((2000, 1, 3, 8, 30), -1, (2000, 1, 3, 7, 30)),
        ((2060, 12, 31, 16, 30), 1, (2060, 12, 31, 17, 30)),
        ((2060, 12, 31, 20), -1, (2060, 12, 31, 16, 30)),
    ],
)
def test_the_first_and_the_last_hours_of_the_calendar_count(start, hours, end):
    assert due(at(*start), Duration(hours, Unit.HOUR), CALENDAR).instant == at(*end)


@pytest.mark.parametrize(
    ("start", "hours"),
    [((2000, 1, 3, 8), -1), ((2060, 12, 31, 17), 1), ((2060, 12, 31, 20), 0), ((2060, 12, 31, 20), 1)],
)
def test_hours_beyond_them_are_refused(start, hours):
    with pytest.raises(OutOfCalendar, match="beyond the calendar 2000-01-01–2060-12-31"):
        due(at(*start), Duration(hours, Unit.HOUR), CALENDAR)


def test_nothing_is_worked_before_the_first_opening():
    assert working_minutes_between(at(2000, 1, 1), at(2000, 1, 3, 7, 30), CALENDAR) == 0
    assert working_minutes_between(at(2000, 1, 1), at(2000, 1, 3, 8, 30), CALENDAR) == 60


@pytest.mark.parametrize(("hour", "minute"), [(11, 30), (17, 30), (7, 30), (13, 30), (10, 0)])
def test_no_time_at_all_ends_where_it_starts_while_the_counter_is_open_or_just_closing(hour, minute):
    start = at(2026, 3, 2, hour, minute)
    assert due(start, NO_HOUR, CALENDAR).instant == start


def test_the_shortest_pause_is_a_pause():
    hour = Pause(at(2026, 3, 2, 9), at(2026, 3, 2, 9) + SHORTEST)
    assert due(at(2026, 3, 2, 8), ONE_HOUR, CALENDAR, [hour]).instant == at(2026, 3, 2, 9)
    early = Pause(at(2026, 3, 2, 8, 30), at(2026, 3, 2, 8, 30) + SHORTEST)
    assert due(at(2026, 3, 2, 8), ONE_HOUR, CALENDAR, [early]).instant == at(2026, 3, 2, 9) + SHORTEST
    midnight = Pause(at(2026, 3, 3, 23), at(2026, 3, 4) + SHORTEST)
    assert due(at(2026, 3, 2, 9), Duration(2, Unit.DAY), CALENDAR, [midnight]).day == date(2026, 3, 6)
    assert due(
        at(2026, 3, 2, 9), Duration(2, Unit.DAY), CALENDAR, [Pause(at(2026, 3, 3, 23), at(2026, 3, 4))]
    ).day == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [((9998, 12, 1), 12, (9999, 12, 1)), ((2, 1, 31), -12, (1, 1, 31))],
)
def test_months_reach_the_ends_of_the_gregorian_calendar(day, months, then):
    assert add_months(date(*day), months) == date(*then)


@pytest.mark.parametrize(("day", "months"), [((9999, 12, 1), 1), ((1, 1, 31), -1)])
def test_and_no_farther(day, months):
    with pytest.raises(OutOfCalendar, match=f"{months} months from"):
        add_months(date(*day), months)


def test_a_moment_written_elsewhere_is_told_in_vietnamese_time():
    told = local(datetime(2026, 3, 1, 20, tzinfo=UTC))
    assert (told.tzinfo, told.day, told.hour) == (ZONE, 2, 3)


def test_marks_written_elsewhere_are_reckoned_in_vietnamese_time():
    told = [Mark(START, at(2026, 3, 2, 3).astimezone(UTC)), Mark(STOP, at(2026, 3, 4, 3).astimezone(UTC))]
    reckoning = reckon(told, FIVE, CALENDAR)
    moments = (reckoning.started_at, reckoning.counted_from, reckoning.stopped_at)
    assert [moment and (moment.tzinfo, moment.day) for moment in moments] == [(ZONE, 2), (ZONE, 2), (ZONE, 4)]


def test_a_segment_knows_which_mark_opened_it():
    told = [
        Mark(START, at(2026, 3, 2, 9), "tiếp nhận"),
        Mark(PAUSE, at(2026, 3, 3, 9), "bổ sung"),
        Mark(RESTART, at(2026, 3, 4, 9), "đủ giấy tờ"),
        Mark(STOP, at(2026, 3, 5, 9)),
    ]
    reckoning = reckon(told, FIVE, CALENDAR)
    assert [(one.kind, one.opened_by, one.reason) for one in reckoning.segments] == [
        (SegmentKind.RUN, START, "tiếp nhận"),
        (SegmentKind.PAUSE, PAUSE, "bổ sung"),
        (SegmentKind.RUN, RESTART, "đủ giấy tờ"),
    ]
    assert (reckoning.started_at, reckoning.counted_from) == (at(2026, 3, 2, 9), at(2026, 3, 4, 9))
    assert (reckoning.paused_since, reckoning.stopped_at) == (None, at(2026, 3, 5, 9))


def test_a_clock_that_has_not_started_has_neither_segments_nor_extensions():
    empty = reckon([], FIVE, CALENDAR)
    assert (empty.segments, empty.extensions, empty.pauses) == ((), (), ())
    assert (empty.started_at, empty.counted_from, empty.paused_since, empty.stopped_at) == (None,) * 4
    assert empty.due_with((), CALENDAR) is None


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ([Mark(PAUSE, at(2026, 3, 2, 9))], "pause at 2026-03-02 09:00:00.* while not started"),
        ([Mark(START, at(2026, 3, 2, 9)), Mark(STOP, at(2026, 3, 2, 8))], "stop at .* is earlier"),
        ([Mark(START, at(2026, 3, 2, 9)), Mark(EXTEND, at(2026, 3, 3, 9))], "extend at .* with the end None"),
    ],
)
def test_impossible_marks_say_which_and_when(told, says):
    with pytest.raises(ImpossibleMarks, match=says):
        reckon(told, FIVE, CALENDAR)


def test_a_paused_clock_may_be_stopped_for_good():
    told = [Mark(START, at(2026, 3, 2, 9)), Mark(PAUSE, at(2026, 3, 3, 9)), Mark(STOP, at(2026, 3, 4, 9))]
    reckoning = reckon(told, FIVE, CALENDAR)
    assert (reckoning.paused_since, reckoning.stopped_at) == (None, at(2026, 3, 4, 9))
    for kind in MarkKind:
        with pytest.raises(ImpossibleMarks):
            reckon([*told, Mark(kind, at(2026, 3, 5, 9))], FIVE, CALENDAR)


def test_two_marks_of_one_moment_are_possible():
    told = [Mark(START, at(2026, 3, 2, 9)), Mark(PAUSE, at(2026, 3, 2, 9)), Mark(RESUME, at(2026, 3, 2, 9))]
    found = reckon(told, FIVE, CALENDAR).due
    assert found is not None and found.day == date(2026, 3, 9)


def test_only_what_counts_has_a_number_and_a_year_is_told_by_its_first_day():
    lines = due(at(2026, 12, 30, 9), Duration(3, Unit.WORKING_DAY), CALENDAR).explanation
    assert {line.kind: line.count for line in lines if line.kind is not LineKind.COUNTED} == {
        LineKind.START: 0,
        LineKind.OFF: 0,
        LineKind.NOT_ANNOUNCED: 0,
        LineKind.DUE: 0,
    }
    (year,) = [line.day for line in lines if line.kind is LineKind.NOT_ANNOUNCED]
    assert year == date(2027, 1, 1)
