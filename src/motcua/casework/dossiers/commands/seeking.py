"""Who looked somebody's dossiers up by a number is noted, for that person to see."""

from collections.abc import Iterable
from datetime import datetime

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.journal import writing as journal
from motcua.casework.dossiers.models import Dossier


def note_found(dossiers: Iterable[Dossier], *, by: Actor, at: datetime) -> None:
    """Note each dossier that an official found by the number of a person, in the unit's chain of the day."""
    chain = f"{by.unit}:{local(at).date().isoformat()}"
    for dossier in dossiers:
        journal.write_read("dossier.found_by_number", about=dossier, chain=chain, by=by, at=at)
