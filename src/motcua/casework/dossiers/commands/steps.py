"""Moving along the route: stays at steps begin and end here."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from motcua.base.access import Actor, Kind
from motcua.base.clock import local
from motcua.base.clock.minutes import add_working_minutes
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands.held import Held
from motcua.casework.dossiers.models import Dossier, StepRun
from motcua.casework.dossiers.words import Move, Why
from motcua.reference.catalogue.rules import routes as walking
from motcua.reference.catalogue.words import Step
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role

PLACE = ("step", "step_since", "handling_unit", "handling_role", "holder")
_MINUTES = Decimal(60)


def begin_reception(held: Held, *, by: Actor, at: datetime) -> None:
    """Give the dossier its route for life, and begin the first stay, at the counter that accepted."""
    dossier, route = held.dossier, held.route
    dossier.route_id = route.id
    _begin(held, route.steps[0], dossier.receiving_unit_id, None, seq=1, by=by, at=at, note="")


def go_on(
    held: Held, move: Move, *, to: UUID | None, note: str, choice: str = "", by: Actor, at: datetime
) -> Step | Refusal:
    """End the present stay and begin the next step, with a named person when one is chosen.

    `choice` says which way, where the officer decides between several.
    """
    route, present = held.route, held.step
    assert present is not None, "only an accepted dossier goes on"
    step = walking.next_step(route.steps, present, case=held.case, choice=choice)
    if isinstance(step, Refusal):
        return step
    if step is None:
        return Refusal(Why.NO_NEXT_STEP)
    return _go(held, step, move, to=to, note=note, choice=choice, by=by, at=at)


def go_back(held: Held, move: Move, *, note: str, by: Actor, at: datetime) -> Step | Refusal:
    """End the present stay and return to the step from which it came, to whoever did it then."""
    route, present = held.route, held.step
    into = walking.steps_into(route.steps, present) if present else ()
    # Straight to the last stay that leads here: a dossier sent back often has hundreds of stays behind it.
    been = StepRun.objects.filter(dossier=held.dossier, step__in=[route.place(one) for one in into])
    earlier = been.order_by("-seq").first()
    if earlier is None or earlier.role == Role.RECEPTION_OFFICER:
        return Refusal(Why.NO_STEP_BEFORE)
    step = route.steps[earlier.step - 1]
    return _go(held, step, move, to=_still_there(earlier, at), note=note, by=by, at=at)


def take_back(held: Held, *, by: Actor, at: datetime) -> Step | Refusal:
    """End a stay that nobody acted at, and go on with the one before it as if it had not been left."""
    runs = StepRun.objects.filter(dossier=held.dossier).exclude(ended_at=None).order_by("seq")
    before = runs.last()
    if before is None or before.role == Role.RECEPTION_OFFICER:
        return Refusal(Why.NO_STEP_BEFORE)
    step = held.route.steps[before.step - 1]
    taken = _go(held, step, Move.RECALL, to=_still_there(before, at), note="", by=by, at=at)
    if not isinstance(taken, Refusal):
        # Whoever sent it to the one who recalls cannot take it away from under their hands.
        StepRun.objects.filter(dossier=held.dossier, ended_at=None).update(
            sent_by=before.sent_by_id, acted_at=at
        )
    return taken


def hand_across(held: Held, move: Move, unit_id: UUID, *, note: str, by: Actor, at: datetime) -> None:
    """End the stay at one counter and begin the same step at another: a row of the control slip."""
    assert held.step is not None, "only an accepted dossier is handed across"
    end_stay(held, move, by=by, at=at)
    seq = held.run.seq + 1 if held.run else 1
    _begin(held, held.step, unit_id, None, seq=seq, by=by, at=at, note=note)


def end_stay(held: Held, move: Move, *, choice: str = "", by: Actor, at: datetime) -> None:
    """End the present stay, by the person who acted, with the way that they chose."""
    run = held.run
    if run is not None:
        run.ended_at, run.ended, run.choice = at, move.value, choice
        if by.kind is Kind.STAFF and move is not Move.RECALL:
            run.staff_id, run.acted_at = run.staff_id or by.person, run.acted_at or at
        run.save(update_fields=["ended_at", "ended", "choice", "staff", "acted_at"])


def touch(held: Held, *, by: Actor, at: datetime) -> tuple[str, ...]:
    """Note the first act at a step: from then on it cannot be recalled, and whoever acts holds it.

    Gives the fields of the dossier that the caller has to save.
    """
    run, dossier = held.run, held.dossier
    if run is None or run.acted_at is not None or by.unit != run.unit_id or not by.has(run.role):
        return ()
    run.acted_at, run.staff_id = at, by.person
    run.save(update_fields=["acted_at", "staff"])
    # What a stand-in begins stays with whose place it is, when the standing in is over.
    dossier.holder_id = by.on_behalf_of or by.person
    return ("holder",)


def _go(
    held: Held,
    step: Step,
    move: Move,
    *,
    to: UUID | None,
    note: str,
    choice: str = "",
    by: Actor,
    at: datetime,
) -> Step | Refusal:
    dossier, on = held.dossier, local(at).date()
    unit_id = _unit_of(dossier, step, at)
    if unit_id is None:
        return Refusal(Why.NOBODY_AT_STEP, {"step": step.name})
    if to is not None and to not in {one.pk for one in org.colleagues(unit_id, role=step.role, on=on)}:
        return Refusal(Why.NOT_IN_UNIT, {"unit": org.unit(unit_id).name})
    end_stay(held, move, choice=choice, by=by, at=at)
    seq = held.run.seq + 1 if held.run else 1
    _begin(held, step, unit_id, to, seq=seq, by=by, at=at, note=note)
    return step


def _still_there(run: StepRun, at: datetime) -> UUID | None:
    """Give who had a stay, while they are still in its unit; else the step is for the whole unit."""
    there = org.colleagues(run.unit_id, role=run.role, on=local(at).date())
    return run.staff_id if run.staff_id in {one.pk for one in there} else None


def _unit_of(dossier: Dossier, step: Step, at: datetime) -> UUID | None:
    if step.role == Role.RECEPTION_OFFICER:
        return dossier.receiving_unit_id
    on = local(at).date()
    if step.unit:
        named = UUID(step.unit)
        return named if org.colleagues(named, role=step.role, on=on) else None
    post = org.unit_for(dossier.competent_agency_id, kind=step.unit_kind, role=step.role, on=on)
    return post.unit_id if post else None


def _begin(
    held: Held,
    step: Step,
    unit_id: UUID,
    to: UUID | None,
    *,
    seq: int,
    by: Actor,
    at: datetime,
    note: str,
) -> None:
    dossier, place = held.dossier, held.route.place(step)
    StepRun.objects.create(
        dossier=dossier,
        seq=seq,
        step=place,
        name=step.name,
        unit_id=unit_id,
        role=step.role,
        staff_id=to,
        sent_by_id=by.person,
        note=note,
        started_at=at,
        due_at=add_working_minutes(at, int(step.hours * _MINUTES), held.calendar),
    )
    dossier.step, dossier.step_since = place, at
    dossier.handling_unit_id, dossier.handling_role, dossier.holder_id = unit_id, step.role, to
