"""Words of the catalogue."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Channel(StrEnum):
    """How a dossier comes in (national codes 1, 2, 3)."""

    DIRECT = "direct"
    ONLINE = "online"
    POST = "post"


class DurationUnit(StrEnum):
    """The unit of a time limit. Working days and days are never mixed."""

    HOUR = "hour"
    WORKING_DAY = "working_day"
    DAY = "day"
    MONTH = "month"


class SupplementClock(StrEnum):
    """What a supplement after appraisal does to the clock."""

    RESTART = "restart"
    PAUSE = "pause"


class FeeKind(StrEnum):
    """Phí and lệ phí are never merged."""

    SERVICE_FEE = "service_fee"
    CHARGE = "charge"


class OnlineLevel(StrEnum):
    """How far a procedure can be done online (NĐ 224/2026/NĐ-CP, Điều 14)."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Wording(StrEnum):
    """What a line of the wordbook does.

    A saying is a thing in other words, an intent an act in other words; a name is an everyday name of one procedure; a filler says nothing about the matter;
    an aside is a circumstance that only who names it asks for; field and demand say how often people come.
    """

    SAYING = "saying"
    INTENT = "intent"
    NAME = "name"
    ABBREVIATION = "abbreviation"
    FILLER = "filler"
    ASIDE = "aside"
    FIELD = "field"
    DEMAND = "demand"


class Why(StrEnum):
    """Why a change of the catalogue was refused."""

    NO_CHANNEL = "catalogue.no_channel"
    NO_ROUTE = "catalogue.no_route"
    ROUTE_TOO_LONG = "catalogue.route_too_long"
    REQUIRED_IN_DATABASE = "catalogue.required_in_database"
    CASE_UNKNOWN = "catalogue.case_unknown"
    ENDS_BEFORE_START = "catalogue.ends_before_start"
    ALREADY_PUBLISHED = "catalogue.already_published"
    NOT_PUBLISHED = "catalogue.not_published"
    NEWER_IN_FORCE = "catalogue.newer_in_force"
    ALREADY_OFFERED = "catalogue.already_offered"
    NOT_ITS_TIER = "catalogue.not_its_tier"


@dataclass(frozen=True)
class Case:
    """A case (trường hợp) of a procedure; other parts name it by its code."""

    code: str
    name: str


@dataclass(frozen=True)
class Terms:
    """How long one way of filing takes; no value means that the source does not say."""

    channel: Channel
    value: int | None = None
    unit: DurationUnit | None = None
    case: str = ""
    no_fixed_date: bool = False
    note: str = ""


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


@dataclass(frozen=True)
class Charge:
    """One line of phí or lệ phí in đồng; no amount means that the source does not say."""

    kind: FeeKind
    name: str
    amount: int | None
    per: str = ""
    note: str = ""
    legal_basis: str = ""
    due_at_filing: bool = False


@dataclass(frozen=True)
class Outcome:
    """What the procedure gives, with the national code of the result."""

    code: str
    name: str


@dataclass(frozen=True)
class Act:
    """A legal act by its number."""

    number: str
    name: str


@dataclass(frozen=True)
class Step:
    """One step of the approved internal process, in working hours."""

    name: str
    public_name: str
    role: str
    unit_kind: str
    hours: Decimal


@dataclass(frozen=True)
class Draft:
    """Everything that a version of a procedure says, before it is stored.

    `level` is the tier of the agency that decides; parts are listed in the order in which people read them.
    """

    code: str
    field: str
    level: str
    name: str
    title: str
    decision_no: str
    effective_from: date
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
    life_event: str = ""
    popularity: int = 0
