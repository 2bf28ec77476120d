"""When a time limit ends (Civil Code 2015, articles 144–148, and the pauses of sector law)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from motcua.base.clock import ZONE, local
from motcua.base.clock.calendar import Calendar, check_within
from motcua.base.clock.explain import Case, Line, explain
from motcua.base.clock.minutes import add_working_minutes
from motcua.base.clock.months import add_months
from motcua.base.clock.spans import nth_free, touched_days, touched_working_days
from motcua.base.clock.terms import Duration, Pause, Unit

__all__ = ["Due", "Duration", "Pause", "Unit", "due"]


@dataclass(frozen=True, slots=True)
class Due:
    """The end of a time limit, and what it was derived from.

    Day and month limits end with the day (compare `day`); hour limits end at an instant (compare `instant`).
    After an extension `before` is the end that was promised first, and `counted` the days that count now.
    """

    day: date
    at: datetime | None
    start: datetime = field(repr=False)
    duration: Duration = field(repr=False)
    pauses: tuple[Pause, ...] = field(repr=False)
    calendar: Calendar = field(repr=False, compare=False)
    counted: Duration | None = field(default=None, repr=False)
    before: "Due | None" = field(default=None, repr=False)

    @property
    def by_instant(self) -> bool:
        """Return whether instants are compared, not days."""
        return self.at is not None

    @property
    def instant(self) -> datetime:
        """Return the last instant in time: the due instant, or the last microsecond of the due day."""
        return self.at or datetime.combine(self.day, time.max, ZONE)

    @property
    def explanation(self) -> tuple[Line, ...]:
        """Return the reckoning, a line per day or stretch of hours; derived on each call."""
        before = self.before.instant if self.before else None
        counted = self.counted or self.duration
        return explain(Case(self.start, counted, self.calendar, self.pauses, self.instant, before))


def due(start: datetime, duration: Duration, calendar: Calendar, pauses: Iterable[Pause] = ()) -> Due:
    """Return when a limit that starts at an aware moment ends; a negative amount looks backwards.

    The start day does not count (article 147(2)); a last day off moves on to the next working day
    (148(5)), backwards to the one before. Raises OutOfCalendar, and ValueError for a naive moment or an
    open pause.
    """
    begun, held = local(start), tuple(pauses)
    check_within(begun.date())
    if duration.unit is Unit.HOUR:
        at = add_working_minutes(begun, duration.amount * 60, calendar, held)
        return Due(at.date(), at, begun, duration, held, calendar)
    count = _by_working_days if duration.unit is Unit.WORKING_DAY else _by_days
    return Due(count(begun, duration, calendar, held), None, begun, duration, held, calendar)


def _by_working_days(
    start: datetime, duration: Duration, calendar: Calendar, pauses: tuple[Pause, ...]
) -> date:
    index, amount = calendar.index, duration.amount
    ordinal = start.toordinal()
    if amount == 0:
        return _moved(ordinal, 1, calendar, pauses)
    base = bisect_right(index.days, ordinal) - 1 if amount > 0 else bisect_left(index.days, ordinal)
    if not pauses:
        return index.day_at(base + amount)
    return index.day_at(nth_free(base, amount, touched_working_days(pauses, index)))


def _by_days(start: datetime, duration: Duration, calendar: Calendar, pauses: tuple[Pause, ...]) -> date:
    ordinal, count = start.toordinal(), duration.amount
    if duration.unit is Unit.MONTH:
        count = add_months(start.date(), duration.amount).toordinal() - ordinal
    last = nth_free(ordinal, count, touched_days(pauses)) if pauses else ordinal + count
    return _moved(last, -1 if duration.amount < 0 else 1, calendar, pauses)


def _moved(last: int, step: int, calendar: Calendar, pauses: tuple[Pause, ...]) -> date:
    """Return the last day itself, or the nearest working day that no pause touches."""
    index = calendar.index
    at = bisect_left(index.days, last)
    if at < len(index.days) and index.days[at] == last:
        return date.fromordinal(last)
    beyond = at - 1 if step > 0 else at
    spans = touched_working_days(pauses, index) if pauses else ()
    return index.day_at(nth_free(beyond, step, spans))
