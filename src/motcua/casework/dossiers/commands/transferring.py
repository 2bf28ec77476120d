"""Non-boundary filing: any counter of the province takes in, the competent side goes on.

NĐ 118/2025/NĐ-CP, Điều 14, as far as a dated parameter says so. The code and the receiving unit stay for
life; the result may be handed over where it was filed.
"""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands import steps
from motcua.casework.dossiers.commands.held import hold, save
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import Move, Transfer
from motcua.reference.org import queries as org


@command
def transfer_non_boundary(
    *, dossier_id: UUID, note: str = "", by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Send a dossier filed here to the counter of the agency that decides; its clock goes on."""
    held = hold(dossier_id, Move.TRANSFER, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    dossier = held.dossier
    assert dossier.home_counter_id is not None, "the rules transfer only what has a home"
    steps.hand_across(held, Move.TRANSFER, dossier.home_counter_id, note=note, by=by, at=at)
    dossier.transfer = Transfer.WAITING.value
    save(held, "transfer", *steps.PLACE)
    data = {"from": dossier.receiving_unit_id, "unit": dossier.home_counter_id}
    journal.write("dossier.transferred", about=dossier, by=by, at=at, data=data)
    return dossier


@command
def take_transfer(
    *, dossier_id: UUID, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Take over what another counter sent; the control slip says who handed it and who received it."""
    held = hold(dossier_id, Move.TAKE_TRANSFER, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    held.dossier.transfer = Transfer.RECEIVED.value
    save(held, "transfer", *steps.touch(held, by=by, at=at))
    data = {"from": held.dossier.receiving_unit_id, "unit": by.unit}
    journal.write("dossier.transfer_taken", about=held.dossier, by=by, at=at, data=data)
    return held.dossier


def note_home(dossier: Dossier, at: datetime) -> None:
    """Note with acceptance whether the competent agency has a counter of its own elsewhere."""
    on = local(at).date()
    here = org.agencies_served(dossier.receiving_unit_id, on).filter(pk=dossier.competent_agency_id).exists()
    home = None if here else org.counter_of(dossier.competent_agency_id, on)
    if home is not None:
        dossier.transfer, dossier.home_counter_id = Transfer.NEEDED.value, home.pk
