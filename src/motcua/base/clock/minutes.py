"""Working time in minutes."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from motcua.base.clock import ZONE, local
from motcua.base.clock.calendar import DAY_US, Calendar, Index, ticks
from motcua.base.clock.spans import Span, merged, nth_free, times_of
from motcua.base.clock.terms import Pause

MINUTE_US = 60_000_000


def working_minutes_between(a: datetime, b: datetime, calendar: Calendar) -> int:
    """Return the whole working minutes from a to b; below zero when b is earlier."""
    index = calendar.index
    worked = index.worked(ticks(local(b))) - index.worked(ticks(local(a)))
    return worked // MINUTE_US if worked >= 0 else -(-worked // MINUTE_US)


def add_working_minutes(
    start: datetime, minutes: int, calendar: Calendar, pauses: Iterable[Pause] = ()
) -> datetime:
    """Return the moment some running working minutes after a moment (before it, when negative).

    It ends at a closing time, never at the next opening; backwards at an opening, never at the closing
    before. Raises OutOfCalendar, and ValueError for a naive moment or an open pause.
    """
    index, begun = calendar.index, ticks(local(start))
    worked, amount = index.worked(begun), minutes * MINUTE_US
    if amount == 0:
        closing = index.earliest(worked)
        return _moment(closing if closing >= begun else index.latest(worked))
    spans = _in_working_time(pauses, index)
    if amount > 0:
        return _moment(index.earliest(nth_free(worked - 1, amount, spans) + 1))
    return _moment(index.latest(nth_free(worked, amount, spans)))


def _in_working_time(pauses: Iterable[Pause], index: Index) -> list[Span]:
    """Return the pauses as runs of numbered working microseconds."""
    spans = ((index.worked(start), index.worked(end) - 1) for start, end in times_of(pauses))
    return merged((low, high) for low, high in spans if low <= high)


def _moment(at: int) -> datetime:
    day, within = divmod(at, DAY_US)
    return datetime.fromordinal(day).replace(tzinfo=ZONE) + timedelta(microseconds=within)
