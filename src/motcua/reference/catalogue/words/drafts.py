"""What a version says, before it is stored."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from motcua.reference.catalogue.words.routes import Consult, StepMove, Way
from motcua.reference.catalogue.words.terms import (
    Change,
    Channel,
    DurationUnit,
    FeeKind,
    OnlineLevel,
    Origin,
    SupplementClock,
)


@dataclass(frozen=True)
class Case:
    """A case (trường hợp) of a procedure; other parts name it by its code."""

    code: str
    name: str


@dataclass(frozen=True)
class Terms:
    """How long one way of filing takes; no value means that the source does not say.

    The statutory limit stands beside a local one that was cut, with the decision of the cut. `line` tells
    apart several limits of one case and channel, which a national record may have.
    """

    channel: Channel
    value: int | None = None
    unit: DurationUnit | None = None
    case: str = ""
    no_fixed_date: bool = False
    note: str = ""
    line: int = 1
    statutory_value: int | None = None
    statutory_unit: DurationUnit | None = None
    cut_decision_no: str = ""
    cut_decided_on: date | None = None
    cut_legal_basis: str = ""


@dataclass(frozen=True)
class Paper:
    """A component of the dossier; `data_source` names the database that replaces it."""

    code: str
    name: str
    hint: str = ""
    originals: int = 0
    copies: int = 0
    required: bool = True
    condition: str = ""
    data_source: str = ""
    case: str = ""
    form_code: str = ""
    template_note: str = ""
    quantity_guessed: bool = False


@dataclass(frozen=True)
class Charge:
    """One line of phí or lệ phí in đồng; no amount means that the source does not say.

    `channel` and `case` empty mean every one. `free` None means that it depends: never shown as free.
    """

    kind: FeeKind
    name: str
    amount: int | None
    per: str = ""
    note: str = ""
    legal_basis: str = ""
    due_at_filing: bool = False
    channel: Channel | None = None
    case: str = ""
    free: bool | None = False
    exemption: str = ""


@dataclass(frozen=True)
class Outcome:
    """What the procedure gives, with the national code of the result."""

    code: str
    name: str
    validity_months: int | None = None
    electronic: bool = False


@dataclass(frozen=True)
class Act:
    """A legal act by its number."""

    number: str
    name: str


@dataclass(frozen=True)
class Step:
    """One step of the approved internal process, in working hours.

    `key` names it for the ways that lead to it; a straight route may be said without keys and ways. `unit`
    is the id of a named unit, where the kind of unit is not enough. No `moves` means every one.
    """

    name: str
    public_name: str
    role: str
    unit_kind: str
    hours: Decimal
    key: str = ""
    unit: str = ""
    lead: bool = False
    moves: tuple[StepMove, ...] = ()
    ways: tuple[Way, ...] = ()
    consults: tuple[Consult, ...] = ()


@dataclass(frozen=True)
class Draft:
    """Everything that a version of a procedure says, before it is stored.

    `levels` are those of the agencies that decide; parts are listed in the order in which people read them.
    A version of the province says from which day it holds; a national record may not.
    """

    code: str
    field: str
    levels: tuple[str, ...]
    name: str
    title: str
    decision_no: str
    effective_from: date | None
    subjects: tuple[str, ...]
    deciding_agency: str
    channels: tuple[Terms, ...]
    route: tuple[Step, ...]
    results: tuple[Outcome, ...]
    summary: str = ""
    requirements: str = ""
    cases: tuple[Case, ...] = ()
    papers: tuple[Paper, ...] = ()
    fees: tuple[Charge, ...] = ()
    legal_basis: tuple[Act, ...] = ()
    online_level: OnlineLevel = OnlineLevel.FULL
    partial_reason: str = ""
    copies: int = 1
    supplement_clock: SupplementClock = SupplementClock.RESTART
    supplement_clock_basis: str = ""
    other_words: tuple[str, ...] = ()
    life_events: tuple[str, ...] = ()
    popularity: int = 0
    ministry: str = ""
    procedure_type: str = ""
    origin: Origin = Origin.PROVINCIAL
    change: Change = Change.NEW
    competent_agency: str = ""
    authorised_agency: str = ""
    direct_handler: str = ""
    coordinating_agencies: tuple[str, ...] = ()
    receiving_address: str = ""
    implementing_order: str = ""
    keywords: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    portal_url: str = ""
    brief: bool = False
