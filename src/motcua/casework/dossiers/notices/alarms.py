"""Which alarms a dossier raises at a moment, in plain Python: facts in, alarms out."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from motcua.base.clock import local
from motcua.base.clock.calendar import Calendar, check_within
from motcua.casework.dossiers.notices.words import NoticeEvent

_SPACE = UUID("6b0d54a8-6a6e-5c0e-9d55-1d6a3f1f7c11")


@dataclass(frozen=True)
class Watched:
    """What the alarms need to know of a running dossier; `asked_until` is the last day of an open request."""

    last_act_at: datetime
    due_at: datetime | None = None
    due_by_instant: bool = False
    paused: bool = False
    step_due_at: datetime | None = None
    step_run: int = 0
    asked_until: date | None = None
    asked_round: int = 0


@dataclass(frozen=True)
class Limits:
    """From how many working days before the due date, and after how many silent ones, somebody is told.

    A limit that is not set raises no alarm.
    """

    due_first: int | None = None
    due_last: int | None = None
    silent: int | None = None


@dataclass(frozen=True)
class Alarm:
    """One alarm: `period` says what would have to change for it to be raised anew; `days` are working days.

    `days` is what is left before a due date, else what has passed since.
    """

    event: NoticeEvent
    period: str
    since: date
    days: int

    def id_for(self, dossier_id: UUID) -> UUID:
        """Give the id of this alarm of one dossier: the same each time it is looked at."""
        return uuid5(_SPACE, f"{dossier_id} {self.event} {self.period}")


def alarms(watched: Watched, at: datetime, calendar: Calendar, limits: Limits) -> list[Alarm]:
    """Give the alarms of a dossier at a moment. Raises OutOfCalendar."""
    days = WorkingDays(calendar)
    if watched.asked_until is not None or watched.paused:
        return list(_unanswered(watched, local(at).date(), days))
    return [
        *_due(watched, local(at), days, limits),
        *_step_late(watched, local(at), days),
        *_silent(watched, local(at).date(), days, limits),
    ]


def has_climbed(alarm: Alarm, after_days: int, on: date, calendar: Calendar) -> bool:
    """Tell whether an alarm has stood for so many working days that the next one is told."""
    return WorkingDays(calendar).between(alarm.since, on) >= after_days


class WorkingDays:
    """The working days of a calendar, counted and stepped by."""

    def __init__(self, calendar: Calendar) -> None:
        self._days = calendar.index.days

    def between(self, first: date, last: date) -> int:
        """Give how many working days lie after one day, up to and with another. Raises OutOfCalendar."""
        return self._up_to(last) - self._up_to(first)

    def _up_to(self, day: date) -> int:
        check_within(day)
        return bisect_right(self._days, day.toordinal())

    def before(self, day: date, count: int) -> date:
        """Give the first day from which so many working days or fewer are left until a day."""
        at = self._up_to(day) - count
        return date.fromordinal(self._days[at - 1]) if at > 0 else day

    def after(self, day: date, count: int) -> date:
        """Give the working day that is so many after a day."""
        return date.fromordinal(self._days[self._up_to(day) + count - 1])


def _due(watched: Watched, at: datetime, days: WorkingDays, limits: Limits) -> Iterator[Alarm]:
    if watched.due_at is None:
        return
    end, period = local(watched.due_at), watched.due_at.isoformat()
    if at > end if watched.due_by_instant else at.date() > end.date():
        yield Alarm(NoticeEvent.OVERDUE, period, end.date(), days.between(end.date(), at.date()))
        return
    left = days.between(at.date(), end.date())
    steps = [(limits.due_last, NoticeEvent.DUE_LAST), (limits.due_first, NoticeEvent.DUE_FIRST)]
    for limit, event in steps:
        if limit is not None and left <= limit:
            yield Alarm(event, period, days.before(end.date(), limit), left)
            return


def _step_late(watched: Watched, at: datetime, days: WorkingDays) -> Iterator[Alarm]:
    if watched.step_due_at is not None and at > watched.step_due_at:
        since = local(watched.step_due_at).date()
        yield Alarm(NoticeEvent.STEP_LATE, str(watched.step_run), since, days.between(since, at.date()))


def _silent(watched: Watched, on: date, days: WorkingDays, limits: Limits) -> Iterator[Alarm]:
    last = local(watched.last_act_at).date()
    if limits.silent is not None and (quiet := days.between(last, on)) >= limits.silent:
        since = days.after(last, limits.silent)
        yield Alarm(NoticeEvent.SILENT, watched.last_act_at.isoformat(), since, quiet)


def _unanswered(watched: Watched, on: date, days: WorkingDays) -> Iterator[Alarm]:
    until = watched.asked_until
    if until is not None and on > until:
        event = NoticeEvent.SUPPLEMENT_UNANSWERED
        yield Alarm(event, str(watched.asked_round), until, days.between(until, on))
