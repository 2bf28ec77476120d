"""Which request is under way, and how the journal tells of it."""

from datetime import datetime

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.casework.dossiers.commands.held import Held
from motcua.casework.dossiers.models import SupplementRound


def round_of(held: Held) -> SupplementRound:
    """Give the request that an act is about."""
    assert held.round is not None, "the rules let nobody act on a supplement that was not asked for"
    return held.round


def note_round(held: Held, verb: str, asked: SupplementRound, *, by: Actor, at: datetime) -> None:
    """Write what became of a request into the journal."""
    data = {"round": asked.number, "stage": asked.stage, "due": held.dossier.due_at}
    journal.write(verb, about=held.dossier, by=by, at=at, data=data)
