"""How much time a dossier has left, seen at a moment."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from motcua.base.clock import ZONE, local
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.due import Due
from motcua.base.clock.minutes import working_minutes_between
from motcua.base.clock.segments import Reckoning
from motcua.base.clock.terms import Pause, Unit

SOON_MINUTES = 240  # half a working day


class RemainingKind(StrEnum):
    """What there is to say about the time of a dossier."""

    FAR = "far"
    LAST_DAY = "last_day"
    TODAY = "today"
    LATE = "late"
    PAUSED = "paused"
    NOT_STARTED = "not_started"
    NO_FIXED = "no_fixed"
    FINISHED_EARLY = "finished_early"
    ON_TIME = "on_time"
    FINISHED_LATE = "finished_late"


class Measure(StrEnum):
    """In what the amount is told: never days for working days."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    WORKING_MINUTES = "working_minutes"


@dataclass(frozen=True, slots=True)
class Remaining:
    """The kind, and how much; for PAUSED the amount is below zero when the limit had already passed.

    For TODAY the amount is the working minutes left in the day. `since` is the start of the open pause,
    `seen_at` the moment of looking.
    """

    kind: RemainingKind
    amount: int
    measure: Measure
    due: Due | None
    seen_at: datetime
    since: datetime | None = None


MEASURES = {
    Unit.WORKING_DAY: Measure.WORKING_DAYS,
    Unit.DAY: Measure.DAYS,
    Unit.MONTH: Measure.DAYS,
    Unit.HOUR: Measure.WORKING_MINUTES,
}


def remaining(reckoning: Reckoning, at: datetime, calendar: Calendar) -> Remaining:
    """Return what is left at a moment; a stopped clock is judged at its stop.

    Day limits compare days, hour limits compare instants.
    """
    seen = local(at)
    if reckoning.duration is None:
        return Remaining(RemainingKind.NO_FIXED, 0, Measure.WORKING_DAYS, None, seen)
    measure = MEASURES[reckoning.duration.unit]
    if reckoning.paused_since is not None:
        left, end = _left_when_paused(reckoning, reckoning.paused_since, calendar)
        return Remaining(RemainingKind.PAUSED, left, measure, end, seen, reckoning.paused_since)
    if reckoning.due is None:
        return Remaining(RemainingKind.NOT_STARTED, 0, measure, None, seen)
    if reckoning.stopped_at is not None:
        return _finished(reckoning.stopped_at, reckoning.due, measure, seen, calendar)
    return _running(reckoning.due, measure, seen, calendar)


def _running(end: Due, measure: Measure, seen: datetime, calendar: Calendar) -> Remaining:
    left = _between(seen, end.instant, measure, calendar)
    if _is_after(seen, end):
        return Remaining(RemainingKind.LATE, -left, measure, end, seen)
    if measure is Measure.WORKING_MINUTES:
        soon = end.day == seen.date() or left <= SOON_MINUTES
        return Remaining(RemainingKind.LAST_DAY if soon else RemainingKind.FAR, left, measure, end, seen)
    if end.day == seen.date():
        minutes = working_minutes_between(seen, end.instant, calendar)
        return Remaining(RemainingKind.TODAY, minutes, measure, end, seen)
    return Remaining(RemainingKind.LAST_DAY if left == 1 else RemainingKind.FAR, left, measure, end, seen)


def _finished(stopped: datetime, end: Due, measure: Measure, seen: datetime, calendar: Calendar) -> Remaining:
    left = _between(stopped, end.instant, measure, calendar)
    if _is_after(stopped, end):
        return Remaining(RemainingKind.FINISHED_LATE, -left, measure, end, seen)
    kind = RemainingKind.FINISHED_EARLY if left > 0 else RemainingKind.ON_TIME
    return Remaining(kind, left, measure, end, seen)


def _is_after(moment: datetime, end: Due) -> bool:
    return moment > end.instant if end.by_instant else moment.date() > end.day


def _between(a: datetime, b: datetime, measure: Measure, calendar: Calendar) -> int:
    """Return how much lies between two moments, the first day not counted; below zero when b is earlier."""
    if measure is Measure.WORKING_MINUTES:
        return working_minutes_between(a, b, calendar)
    if measure is Measure.DAYS:
        return (b.date() - a.date()).days
    days = calendar.index.days
    return bisect_right(days, b.toordinal()) - bisect_right(days, a.toordinal())


def _left_when_paused(reckoning: Reckoning, since: datetime, calendar: Calendar) -> tuple[int, Due]:
    """Return what was left when the open pause began, and the due date had time run on the next day."""
    closed, limit = reckoning.pauses[:-1], reckoning.duration
    in_hours = limit is not None and limit.unit is Unit.HOUR
    held = () if in_hours else (Pause(since, _midnight_after(since.date())),)
    end = reckoning.due_with((*closed, *held), calendar)
    assert end is not None and limit is not None, "only a clock with a limit pauses"
    return _between(since, end.instant, MEASURES[limit.unit], calendar), end


def _midnight_after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time.min, ZONE)
