"""The register of a counter: a line for each dossier, its dates read from the journal at any time."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.base.journal.models import Entry
from motcua.base.journal.writing import thing_of
from motcua.casework.dossiers.models import Dossier, Register, RegisterEntry
from motcua.casework.dossiers.sentences import (
    DELIVERIES,
    ENTERED_LATE,
    REGISTER_NOTES,
    RETURNED_ELECTRONICALLY,
    register_note,
)
from motcua.casework.dossiers.words import ResultDelivery

LINES = 50
_DATES = ("dossier.accepted", "dossier.supplement_completed", "dossier.extended", "dossier.calendar_moved")
_RETURNED = "dossier.result_handed_over"
_NOTED = frozenset({*REGISTER_NOTES, "dossier.result_issued"})
_READ = {*_DATES, *_NOTED, _RETURNED}


class Shown(StrEnum):
    """Which lines of a register are asked for."""

    ALL = "tat-ca"
    OPEN = "chua-tra"
    RETURNED = "da-tra"


@dataclass(frozen=True)
class Filter:
    """What somebody asks for in a register; `month` 1–12, nothing for the whole year."""

    month: int | None = None
    words: str = ""
    shown: Shown = Shown.ALL

    def __bool__(self) -> bool:
        """Tell whether anything is left out."""
        return self != Filter()


@dataclass(frozen=True)
class RegisterRow:
    """One line of a register (M07)."""

    dossier: Dossier
    number: int
    volume: int
    code: str
    procedure: str
    copies: int
    name: str
    address: str
    phone: str
    agency: str
    received_at: datetime
    due_at: datetime | None
    due_by_instant: bool
    returned_at: datetime | None
    delivery: str
    received_by: str
    note: str


def registers_of(unit_id: UUID) -> list[Register]:
    """Give the registers of a counter, newest year first."""
    return list(
        Register.objects.select_related("unit__agency", "closed_by").filter(unit_id=unit_id).order_by("-year")
    )


def register_of(unit_id: UUID, year: int) -> Register | None:
    """Give the register of a counter and year; there is none before its first dossier."""
    return next((one for one in registers_of(unit_id) if one.year == year), None)


def entries_of(register: Register, asked: Filter = Filter()) -> QuerySet[RegisterEntry]:  # frozen
    """Give the lines of a register that are asked for, in their order."""
    found = register.entries.order_by("number")
    if asked.month:
        found = found.filter(entered_at__month=asked.month)
    if asked.words:
        said = asked.words
        found = found.filter(
            Q(dossier__code__icontains=said)
            | Q(dossier__applicant__name__icontains=said)
            | Q(dossier__version__name__icontains=said)
        )
    if asked.shown is not Shown.ALL:
        found = found.filter(dossier__returned_at__isnull=asked.shown is Shown.OPEN)
    return found


def rows_of(register: Register, entries: Iterable[RegisterEntry] | None = None) -> list[RegisterRow]:
    """Give the lines of a register with what the journal says of each dossier."""
    asked = register.entries.order_by("number") if entries is None else entries
    keys = [one.pk for one in asked]
    found = RegisterEntry.objects.filter(pk__in=keys).select_related(
        "dossier__version", "dossier__case", "dossier__competent_agency"
    )
    lines = list(found.prefetch_related("dossier__result_returns").order_by("number"))
    acts = _acts([one.dossier for one in lines])
    return [_row(one, acts.get(thing_of(one.dossier), ())) for one in lines]


Act = tuple[str, datetime, Mapping[str, Any]]


def _acts(dossiers: Sequence[Dossier]) -> dict[str, list[Act]]:
    """Give what the journal holds about some dossiers, in the order in which it was written."""
    things = [thing_of(one) for one in dossiers]
    found: dict[str, list[Act]] = {}
    for row in Entry.objects.filter(thing__in=things, verb__in=_READ).order_by("thing", "seq"):
        found.setdefault(row.thing, []).append((row.verb, row.happened_at, json.loads(row.payload)))
    return found


def _row(entry: RegisterEntry, acts: Sequence[Act]) -> RegisterRow:
    dossier = entry.dossier
    accepted = next(at for verb, at, _ in acts if verb == "dossier.accepted")
    promised = [said["due"] for verb, _, said in acts if verb in _DATES and said.get("due")]
    # A result that is corrected later goes out again; the register tells the first time.
    handed = min(dossier.result_returns.all(), key=lambda one: one.at, default=None)
    case = f" ({dossier.case.name})" if dossier.case else ""
    notes = [register_note(verb, at, said) for verb, at, said in acts if verb in _NOTED]
    if entry.late:
        notes.insert(0, ENTERED_LATE)
    return RegisterRow(
        dossier=dossier,
        number=entry.number,
        volume=entry.volume,
        code=str(dossier),
        procedure=f"{dossier.version.name}{case}",
        copies=dossier.copies,
        name=dossier.applicant["name"],
        address=dossier.applicant.get("address", ""),
        phone=dossier.applicant.get("phone", ""),
        agency=dossier.competent_agency.name,
        received_at=accepted,
        due_at=datetime.fromisoformat(promised[-1]) if promised else None,
        due_by_instant=dossier.due_by_instant,
        returned_at=next((at for verb, at, _ in acts if verb == _RETURNED), None),
        delivery=DELIVERIES[ResultDelivery(dossier.result_delivery)],
        received_by="" if handed is None else _received_by(handed.method, handed.recipient),
        note=". ".join(filter(None, notes)),
    )


def _received_by(method: str, recipient: str) -> str:
    return RETURNED_ELECTRONICALLY if method == ResultDelivery.ELECTRONIC else recipient
