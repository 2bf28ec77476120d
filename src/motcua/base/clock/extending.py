"""A limit that was extended to a promised date, and what later pauses do to that date."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from motcua.base.clock import local
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.due import Due, due
from motcua.base.clock.minutes import add_working_minutes, working_minutes_between
from motcua.base.clock.spans import Span, touched_days, touched_working_days
from motcua.base.clock.terms import Duration, Pause, Unit


@dataclass(frozen=True, slots=True)
class Extension:
    """A later end, promised at a moment while the clock ran; for day limits `until` lies on the last day."""

    at: datetime
    until: datetime


def due_after(
    start: datetime,
    duration: Duration,
    calendar: Calendar,
    pauses: Sequence[Pause],
    extensions: Sequence[Extension],
) -> Due:
    """Return when a limit ends that was extended, in order; without extensions it is `due`.

    The promised date holds to the day (to the minute for hours) as long as no pause follows; a later pause
    moves it as it moves any limit.
    """
    if not extensions:
        return due(start, duration, calendar, pauses)
    *earlier, last = extensions
    past = [pause for pause in pauses if pause.end is not None and pause.end <= last.at]
    before = due_after(start, duration, calendar, past, earlier)
    if duration.unit is Unit.HOUR:
        return _by_hours(before, local(last.until), pauses)
    counted = _counted(before, local(last.until))
    return replace(due(start, counted, calendar, pauses), duration=duration, counted=counted, before=before)


def _by_hours(before: Due, until: datetime, pauses: Sequence[Pause]) -> Due:
    calendar = before.calendar
    paused = sum(working_minutes_between(one.start, one.end, calendar) for one in before.pauses if one.end)
    minutes = working_minutes_between(before.start, until, calendar) - paused
    at = add_working_minutes(before.start, minutes, calendar, pauses)
    return replace(before, day=at.date(), at=at, pauses=tuple(pauses), before=before)


def _counted(before: Due, until: datetime) -> Duration:
    """Return how many days count from the start to a promised day; months go on as days."""
    index, start, end = before.calendar.index, before.start.toordinal(), until.toordinal()
    if before.duration.unit is Unit.WORKING_DAY:
        first, last = (bisect_right(index.days, day) for day in (start, end))
        spans = touched_working_days(before.pauses, index)
        return Duration(_free(first, last - 1, spans), Unit.WORKING_DAY)
    return Duration(_free(start + 1, end, touched_days(before.pauses)), Unit.DAY)


def _free(first: int, last: int, spans: Sequence[Span]) -> int:
    """Return how many numbers from first to last lie in no span."""
    held = sum(max(0, min(high, last) - max(low, first) + 1) for low, high in spans)
    return last - first + 1 - held
