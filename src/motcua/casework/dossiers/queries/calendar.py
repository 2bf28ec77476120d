"""Which running dossiers a newer calendar would move, and to when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from motcua.base.clock.calendar import Calendar
from motcua.base.clock.minutes import add_working_minutes
from motcua.base.clock.segments import MarkKind, Reckoning
from motcua.casework.dossiers.models import ClockMark, Dossier, StepRun
from motcua.casework.dossiers.reckoning import calendar_of, reckoned
from motcua.casework.dossiers.words import State
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.org import queries as org
from motcua.reference.org.models import CalendarDecision, Staff
from motcua.reference.org.words import Role

RUNNING = (State.ACCEPTED, State.IN_PROCESS, State.SUPPLEMENT_REQUESTED, State.PAYMENT_REQUIRED)
MINUTES = 60


@dataclass(frozen=True)
class Moved:
    """A running dossier with its due date now and under the newer calendar; a paused one has none yet."""

    dossier: Dossier
    old_due_at: datetime | None
    new_due_at: datetime | None
    paused: bool
    step_moves: bool


def running_under(decision: CalendarDecision) -> QuerySet[Dossier]:
    """Give the running dossiers that a decision is about, of a calendar older than it."""
    running = Dossier.objects.filter(state__in=RUNNING, accepted_at__isnull=False, resolved_at=None)
    if decision.agency_id is not None:
        running = running.filter(competent_agency_id=decision.agency_id)
    if decision.number is not None:
        running = running.filter(calendar_number__lt=decision.number)
    return running


def would_move(decision: CalendarDecision, at: datetime) -> list[Moved]:
    """Give the running dossiers whose dates a decision would move, nearest date first; drafts count too."""
    dossiers = (
        running_under(decision)
        .select_related("version__procedure", "competent_agency")
        .prefetch_related("clock_marks", "step_runs")
        .order_by("due_at", "id")
    )
    return list(_moved(dossiers, decision, at))


def _moved(dossiers: QuerySet[Dossier], decision: CalendarDecision, at: datetime) -> Iterator[Moved]:
    calendars = org.calendars_with(decision)
    for dossier in dossiers:
        marks, calendar = list(dossier.clock_marks.all()), calendars(dossier.competent_agency_id)
        old, new = reckoned(dossier, marks), reckoned(dossier, marks, calendar=calendar)
        step = _step_due(dossier, calendar)
        step_moves = step is not None and step[0] != step[1]
        paused = old.paused_since is not None
        if step_moves or _differs(old, new) or (paused and _waits_otherwise(dossier, marks, calendar, at)):
            yield Moved(dossier, _end(old), _end(new), paused, step_moves)


def held_by(staff_id: UUID, on: date) -> list[tuple[Dossier, str, list[Staff]]]:
    """Give the open dossiers that somebody holds: each with its step, and the heads who can give it away."""
    held = Dossier.objects.filter(holder_id=staff_id, state__in=RUNNING, resolved_at=None)
    rows = held.select_related("version", "handling_unit").prefetch_related("step_runs")
    heads: dict[UUID, list[Staff]] = {}
    found = []
    for dossier in rows.order_by("due_at", "id"):
        unit = dossier.handling_unit_id
        if unit is not None and unit not in heads:
            heads[unit] = org.colleagues(unit, role=Role.UNIT_HEAD, on=on)
        run = next((one for one in dossier.step_runs.all() if one.ended_at is None), None)
        found.append((dossier, run.name if run else "", heads.get(unit, []) if unit else []))
    return found


def step_due(dossier: Dossier, run: StepRun, calendar: Calendar) -> datetime:
    """Give until when a stay at a step should last: the hours of the step from its start."""
    assert dossier.route_id is not None, "who stands at a step has a route"
    step = catalogue.walked(dossier.route_id).steps[run.step - 1]
    return add_working_minutes(run.started_at, int(step.hours * MINUTES), calendar)


def _step_due(dossier: Dossier, calendar: Calendar) -> tuple[datetime, datetime] | None:
    run = next((one for one in dossier.step_runs.all() if one.ended_at is None), None)
    return (run.due_at, step_due(dossier, run, calendar)) if run else None


def _differs(old: Reckoning, new: Reckoning) -> bool:
    return _end(old) != _end(new)


def _end(reckoning: Reckoning) -> datetime | None:
    return reckoning.due.instant if reckoning.due else None


def _waits_otherwise(dossier: Dossier, marks: list[ClockMark], calendar: Calendar, at: datetime) -> bool:
    """Tell whether a paused dossier that went on now would end on another day."""
    resumed = ClockMark(dossier=dossier, kind=MarkKind.RESUME.value, at=at, reason="")
    on = [*marks, resumed]
    return _differs(
        reckoned(dossier, on, calendar=calendar_of(dossier)), reckoned(dossier, on, calendar=calendar)
    )


__all__ = ["Moved", "held_by", "running_under", "step_due", "would_move"]
