"""The journal of a dossier, row by row, for those who inspect."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from motcua.base.journal.reading import Row, rows_of
from motcua.base.journal.roots import check, rows
from motcua.base.journal.words import Mark
from motcua.base.journal.writing import thing_of
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries.telling import names_behind, who_acted
from motcua.casework.dossiers.sentences import row_sentence
from motcua.reference.org.models import Position

HASH_SHOWN: Final = 12


@dataclass(frozen=True)
class JournalLine:
    """One row of a chain: who from which position did what, when it happened and when it was recorded."""

    seq: int
    happened_at: datetime
    recorded_at: datetime
    mark: Mark
    who: str
    position: str
    sentence: str
    short_hash: str


@dataclass(frozen=True)
class Chain:
    """The rows of one dossier, newest first, and the places where the chain is not as it was written."""

    lines: list[JournalLine]
    faults: list[int]


def journal_of(dossier: Dossier) -> Chain:
    """Give the whole chain of a dossier, checked."""
    thing = thing_of(dossier)
    told = rows_of(thing)
    hashes = {row["seq"]: row["hash"] for row in rows(thing)}
    names, titles = names_behind(told), _titles(told)
    lines = [
        JournalLine(
            seq=row.seq,
            happened_at=row.happened_at,
            recorded_at=row.recorded_at,
            mark=Mark(row.mark),
            who=who_acted(row, names),
            position=titles.get(row.position, ""),
            sentence=row_sentence(row),
            short_hash=hashes[row.seq][:HASH_SHOWN],
        )
        for row in reversed(told)
    ]
    return Chain(lines, sorted({fault.seq for fault in check(thing).faults}))


def _titles(told: list[Row]) -> dict[str, str]:
    """Give the titles of the positions from which the acts were done."""
    ids = {UUID(row.position) for row in told if row.position}
    return {str(key): title for key, title in Position.objects.filter(pk__in=ids).values_list("pk", "title")}
