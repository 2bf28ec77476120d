"""A head gives a dossier of the unit to another person."""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands.held import hold, save
from motcua.casework.dossiers.models import Dossier, StepRun
from motcua.casework.dossiers.words import Move, Why
from motcua.reference.org import queries as org


@command
def reassign(
    *, dossier_id: UUID, to: UUID, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Give the present step to a person of the unit, whoever held it; who holds it already keeps it."""
    held = hold(dossier_id, Move.ASSIGN, by=by, at=at, seen=seen, also=("handling_unit",))
    if isinstance(held, Refusal):
        return held
    dossier = held.dossier
    assert dossier.handling_unit is not None, "a dossier in process is somewhere"
    if to == dossier.holder_id:
        return Refusal(Why.HELD_ALREADY)
    colleagues = org.colleagues(dossier.handling_unit.pk, role=dossier.handling_role, on=local(at).date())
    if to not in {one.pk for one in colleagues}:
        return Refusal(Why.NOT_IN_UNIT, {"unit": dossier.handling_unit.name})
    before, dossier.holder_id = dossier.holder_id, to
    StepRun.objects.filter(dossier=dossier, ended_at=None).update(staff_id=to)
    save(held, "holder")
    verb = "dossier.assigned" if before is None else "dossier.reassigned"
    data = {"to": to} if before is None else {"from": before, "to": to}
    journal.write(verb, about=dossier, by=by, at=at, data=data)
    return dossier
