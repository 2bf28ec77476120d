"""Moving along the route: stays at steps begin and end here."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from motcua.base.access import Actor, Kind
from motcua.base.clock import local
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.minutes import add_working_minutes
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands.held import Held
from motcua.casework.dossiers.models import Dossier, StepRun
from motcua.casework.dossiers.words import Move, Why
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import RouteStep
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role

PLACE = ("step", "step_since", "handling_unit", "handling_role", "holder")
_MINUTES = Decimal(60)


def begin_reception(dossier: Dossier, calendar: Calendar, *, by: Actor, at: datetime) -> None:
    """Begin the first stay, at the counter that accepted."""
    first = catalogue.parts_of(dossier.version_id).route[0]
    _begin(dossier, first, dossier.receiving_unit_id, None, calendar, seq=1, by=by, at=at, note="")


def following(held: Held) -> RouteStep | None:
    """Give the step after the present one."""
    return next((step for step in held.route if step.order > (held.dossier.step or 0)), None)


def go_on(
    held: Held, move: Move, *, to: UUID | None, note: str, by: Actor, at: datetime
) -> RouteStep | Refusal:
    """End the present stay and begin the next step, with a named person when one is chosen."""
    step = following(held)
    if step is None:
        return Refusal(Why.NO_NEXT_STEP)
    return _go(held, step, move, to=to, note=note, by=by, at=at)


def go_back(held: Held, move: Move, *, note: str, by: Actor, at: datetime) -> RouteStep | Refusal:
    """End the present stay and return to the step before, to whoever did it then."""
    dossier = held.dossier
    earlier = (
        StepRun.objects.filter(dossier=dossier, step__lt=dossier.step or 0)
        .exclude(role=Role.RECEPTION_OFFICER)
        .order_by("-step", "-seq")
        .first()
    )
    if earlier is None:
        return Refusal(Why.NO_STEP_BEFORE)
    step = next(one for one in held.route if one.order == earlier.step)
    return _go(held, step, move, to=earlier.staff_id, note=note, by=by, at=at)


def end_stay(held: Held, move: Move, *, by: Actor, at: datetime) -> None:
    """End the present stay, by the person who acted."""
    run = held.run
    if run is not None:
        run.ended_at, run.ended = at, move.value
        if by.kind is Kind.STAFF:
            run.staff_id, run.acted_at = run.staff_id or by.person, run.acted_at or at
        run.save(update_fields=["ended_at", "ended", "staff", "acted_at"])


def touch(held: Held, *, by: Actor, at: datetime) -> tuple[str, ...]:
    """Note the first act at a step: from then on it cannot be recalled, and whoever acts holds it.

    Gives the fields of the dossier that the caller has to save.
    """
    run, dossier = held.run, held.dossier
    if run is None or run.acted_at is not None or by.unit != run.unit_id or not by.has(run.role):
        return ()
    run.acted_at, run.staff_id = at, by.person
    run.save(update_fields=["acted_at", "staff"])
    dossier.holder_id = by.person
    return ("holder",)


def _go(
    held: Held, step: RouteStep, move: Move, *, to: UUID | None, note: str, by: Actor, at: datetime
) -> RouteStep | Refusal:
    dossier, on = held.dossier, local(at).date()
    unit_id = _unit_of(dossier, step, at)
    if unit_id is None:
        return Refusal(Why.NOBODY_AT_STEP, {"step": step.name})
    if to is not None and to not in {one.pk for one in org.colleagues(unit_id, role=step.person_role, on=on)}:
        return Refusal(Why.NOT_IN_UNIT, {"unit": org.unit(unit_id).name})
    end_stay(held, move, by=by, at=at)
    seq = held.run.seq + 1 if held.run else 1
    _begin(dossier, step, unit_id, to, held.calendar, seq=seq, by=by, at=at, note=note)
    return step


def _unit_of(dossier: Dossier, step: RouteStep, at: datetime) -> UUID | None:
    if step.person_role == Role.RECEPTION_OFFICER:
        return dossier.receiving_unit_id
    on = local(at).date()
    post = org.unit_for(dossier.competent_agency_id, kind=step.unit_kind, role=step.person_role, on=on)
    return post.unit_id if post else None


def _begin(
    dossier: Dossier,
    step: RouteStep,
    unit_id: UUID,
    to: UUID | None,
    calendar: Calendar,
    *,
    seq: int,
    by: Actor,
    at: datetime,
    note: str,
) -> None:
    StepRun.objects.create(
        dossier=dossier,
        seq=seq,
        step=step.order,
        name=step.name,
        unit_id=unit_id,
        role=step.person_role,
        staff_id=to,
        sent_by_id=by.person,
        note=note,
        started_at=at,
        due_at=add_working_minutes(at, int(step.hours * _MINUTES), calendar),
    )
    dossier.step, dossier.step_since = step.order, at
    dossier.handling_unit_id, dossier.handling_role, dossier.holder_id = unit_id, step.person_role, to
