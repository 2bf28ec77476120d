"""Along the route: assign, advance, return, recall."""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands import steps
from motcua.casework.dossiers.commands.held import Held, hold, save
from motcua.casework.dossiers.models import Dossier, Result, StepRun
from motcua.casework.dossiers.words import Move, ResultState, Why
from motcua.reference.catalogue.words import Step
from motcua.reference.org import queries as org


@command
def advance_step(
    *,
    dossier_id: UUID,
    to: UUID | None = None,
    note: str = "",
    choice: str = "",
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Send the dossier on to the next step of its route; `choice` says which, where there are several."""
    held = hold(dossier_id, Move.ADVANCE_STEP, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    # Going on without an opinion that was asked for needs a word why.
    if held.consultations_open and not note.strip():
        return Refusal(Why.CONSULTATION_OPEN, {"count": str(len(held.consultations_open))})
    step = steps.go_on(held, Move.ADVANCE_STEP, to=to, note=note, choice=choice, by=by, at=at)
    if isinstance(step, Refusal):
        return step
    return moved(held, "dossier.advanced", step, by=by, at=at, **({"choice": choice} if choice else {}))


@command
def return_step(
    *, dossier_id: UUID, reason: str, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Give the dossier back to the step before, with a reason; an approval is undone with it."""
    held = hold(dossier_id, Move.RETURN_STEP, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    if not reason.strip():
        return Refusal(Why.NO_REASON)
    step = steps.go_back(held, Move.RETURN_STEP, note=reason, by=by, at=at)
    if isinstance(step, Refusal):
        return step
    if held.result is not None and held.result.state == ResultState.APPROVED:
        _undo_approval(held.result)
    return moved(held, "dossier.returned", step, by=by, at=at, reason=journal.commitment(reason))


@command
def recall(
    *, dossier_id: UUID, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Take back a dossier that the next one has not acted on yet."""
    held = hold(dossier_id, Move.RECALL, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    step = steps.take_back(held, by=by, at=at)
    if isinstance(step, Refusal):
        return step
    if held.result is not None and held.result.state == ResultState.APPROVED:
        _undo_approval(held.result)
    return moved(held, "dossier.recalled", step, by=by, at=at)


@command
def assign(
    *, dossier_id: UUID, to: UUID, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Give the present step to a named person of the unit."""
    held = hold(dossier_id, Move.ASSIGN, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    return give(held, to, by=by, at=at)


def give(held: Held, to: UUID, *, by: Actor, at: datetime) -> Dossier | Refusal:
    """Give the present step to a person of the unit; the journal tells who held it before, if anybody did."""
    dossier = held.dossier
    assert dossier.handling_unit is not None, "a dossier in process is somewhere"
    colleagues = org.colleagues(dossier.handling_unit.pk, role=dossier.handling_role, on=local(at).date())
    if to not in {one.pk for one in colleagues}:
        return Refusal(Why.NOT_IN_UNIT, {"unit": dossier.handling_unit.name})
    before, dossier.holder_id = dossier.holder_id, to
    StepRun.objects.filter(dossier=dossier, ended_at=None).update(staff_id=to)
    save(held, "holder")
    anew = before is not None and before != to
    verb, data = (
        ("dossier.reassigned", {"from": before, "to": to}) if anew else ("dossier.assigned", {"to": to})
    )
    journal.write(verb, about=dossier, by=by, at=at, data=data)
    return dossier


def moved(held: Held, verb: str, step: Step, *, by: Actor, at: datetime, **data: str) -> Dossier:
    """Save a dossier that stands at another step now, and note it."""
    dossier = held.dossier
    save(held, *steps.PLACE)
    where = {"step": held.route.place(step), "unit": dossier.handling_unit_id, "to": dossier.holder_id}
    journal.write(verb, about=dossier, by=by, at=at, data={**where, **data})
    return dossier


def _undo_approval(result: Result) -> None:
    result.state, result.approved_at, result.approved_by = ResultState.DRAFTED.value, None, None
    result.save(update_fields=["state", "approved_at", "approved_by"])
