"""A head gives a dossier of the unit to another person."""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands.held import hold
from motcua.casework.dossiers.commands.process import give
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import Move, Why


@command
def reassign(
    *, dossier_id: UUID, to: UUID, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Give the present step to a person of the unit, whoever held it; who holds it already keeps it."""
    held = hold(dossier_id, Move.ASSIGN, by=by, at=at, seen=seen, also=("handling_unit",))
    if isinstance(held, Refusal):
        return held
    if to == held.dossier.holder_id:
        return Refusal(Why.HELD_ALREADY)
    return give(held, to, by=by, at=at)
