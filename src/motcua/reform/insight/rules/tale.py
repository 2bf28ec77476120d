"""The life of one dossier as its journal rows tell it.

Rows of a chain are numbered; the tale is told of them in that order, however they arrived.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from motcua.reform.insight.words import End


class Told(NamedTuple):
    """One journal row: its number in the chain, what it says, and when that happened."""

    seq: int
    verb: str
    at: datetime
    said: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a dossier belongs; ids as text, as the journal has them."""

    agency: str
    unit: str
    procedure: str
    field: str
    channel: str


@dataclass(slots=True)
class Wait:
    """A request to the applicant during appraisal, and when all papers were there."""

    asked: datetime
    done: datetime | None = None


@dataclass(slots=True)
class Tale:
    """What is known of a dossier after some rows; `seq` is the number of the last."""

    seq: int = 0
    place: Place | None = None
    submitted: datetime | None = None
    accepted: datetime | None = None
    due: datetime | None = None
    by_instant: bool = False
    dues: list[tuple[datetime, datetime | None]] = field(default_factory=list)
    waits: list[Wait] = field(default_factory=list)
    asked: list[datetime] = field(default_factory=list)
    extended: list[datetime] = field(default_factory=list)
    corrected: list[datetime] = field(default_factory=list)
    end: End | None = None
    ended: datetime | None = None
    refused: bool = False
    returned: datetime | None = None
    result_file: bool = False
    late_reason: str = ""
    carried: Mapping[str, Any] = field(default_factory=dict)


def tell(rows: Iterable[Told]) -> Tale:
    """Tell the tale of a dossier from its rows, whatever their order of arrival."""
    tale = Tale()
    for row in sorted(rows):
        tale.seq = row.seq
        hear = HEARD.get(row.verb)
        if hear is not None:
            hear(tale, row)
    return tale


def moment(text: Any) -> datetime | None:
    """Read a moment as the journal writes it; None where there is none."""
    return datetime.fromisoformat(text) if text else None


def _place(said: Mapping[str, Any]) -> Place:
    return Place(said["agency"], said["unit"], said["procedure"], said["field"], said["channel"])


def _submitted(tale: Tale, row: Told) -> None:
    tale.submitted, tale.place = row.at, _place(row.said)


def _accepted(tale: Tale, row: Told) -> None:
    said = row.said
    tale.place = _place(said)
    # Handed in at the counter: it was filed in the moment in which it was accepted.
    tale.submitted = tale.submitted or moment(said.get("submitted")) or row.at
    tale.accepted, tale.by_instant, tale.carried = row.at, said["by_instant"], said
    _due(tale, row)


def _due(tale: Tale, row: Told) -> None:
    tale.due = moment(row.said.get("due"))
    tale.dues.append((row.at, tale.due))


def _asked(tale: Tale, row: Told) -> None:
    tale.asked.append(row.at)
    if tale.accepted is not None:
        tale.waits.append(Wait(row.at))


def _completed(tale: Tale, row: Told) -> None:
    if tale.waits and tale.waits[-1].done is None:
        tale.waits[-1].done = row.at
        _due(tale, row)


def _extended(tale: Tale, row: Told) -> None:
    tale.extended.append(row.at)
    tale.late_reason = row.said.get("reason", "")
    _due(tale, row)


def _ended(end: End) -> Callable[[Tale, Told], None]:
    def hear(tale: Tale, row: Told) -> None:
        if tale.end is None:
            tale.end, tale.ended = end, row.at
            tale.refused = row.said.get("outcome") == "refused"

    return hear


def _returned(tale: Tale, row: Told) -> None:
    tale.returned = tale.returned or row.at


def _corrected(tale: Tale, row: Told) -> None:
    tale.corrected.append(row.at)


def _kept(tale: Tale, row: Told) -> None:
    tale.result_file = True


HEARD: Mapping[str, Callable[[Tale, Told], None]] = {
    "dossier.submitted": _submitted,
    "dossier.accepted": _accepted,
    "dossier.supplement_requested": _asked,
    "dossier.supplement_completed": _completed,
    "dossier.extended": _extended,
    "dossier.calendar_moved": _due,
    "dossier.intake_refused": _ended(End.TURNED_AWAY),
    "dossier.stopped": _ended(End.STOPPED),
    "dossier.withdrawn": _ended(End.WITHDRAWN),
    "dossier.result_issued": _ended(End.RESOLVED),
    "dossier.result_corrected": _corrected,
    "dossier.result_kept": _kept,
    "dossier.result_handed_over": _returned,
}
VERBS = tuple(sorted(HEARD))
