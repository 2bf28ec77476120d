"""What the page of a procedure is made of."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Fact:
    """One fact with the small print under it."""

    value: str
    note: str = ""


@dataclass(frozen=True)
class PaperRow:
    """A paper to bring."""

    name: str
    quantity: str
    hint: str
    case: str
    code: str = ""
    required: bool = True
    form_code: str = ""
    template_note: str = ""
    quantity_guessed: bool = False


@dataclass(frozen=True)
class KnownPaper:
    """A paper not to bring, and the database that has it."""

    name: str
    source: str
    hint: str
    case: str = ""
    code: str = ""


@dataclass(frozen=True)
class ConditionalPaper:
    """A paper that is needed in one situation alone."""

    condition: str
    name: str
    quantity: str
    hint: str
    case: str = ""
    code: str = ""


@dataclass(frozen=True)
class ChannelRow:
    """One way of filing; `statutory` stands beside a local limit, cut by so many per cent by a decision."""

    channel: str
    name: str
    case: str
    time: str
    note: str
    statutory: str = ""
    cut_percent: int | None = None
    cut_decision_no: str = ""
    cut_decided_on: date | None = None
    cut_legal_basis: str = ""


@dataclass(frozen=True)
class FeeRow:
    """One line of phí or lệ phí."""

    kind: str
    name: str
    amount: str
    note: str
    legal_basis: str
    channel: str = ""
    case: str = ""
    exemption: str = ""


@dataclass(frozen=True)
class ResultRow:
    """What the procedure gives; `validity_months` None: not said."""

    code: str
    name: str
    validity_months: int | None
    electronic: bool


@dataclass(frozen=True)
class ActRow:
    """An act that the procedure rests on."""

    number: str
    name: str


@dataclass(frozen=True)
class VersionRow:
    """One published version; `shown` marks the one on this page."""

    id: UUID
    number: int
    decision_no: str
    effective_from: date | None
    effective_to: date | None
    shown: bool


@dataclass(frozen=True)
class ProcedurePage:
    """The page of one version; texts are what people read, in the order in which they read it."""

    code: str
    title: str
    summary: str
    official_name: str
    field: str
    levels: tuple[str, ...]
    decision_no: str
    effective_from: date | None
    effective_to: date | None
    subjects: tuple[str, ...]
    requirements: str
    time: Fact
    fee: Fact
    place: Fact
    may_start_online: bool
    partial_reason: str
    has_form: bool
    copies: int
    cases: tuple[str, ...]
    bring: tuple[PaperRow, ...]
    not_bring: tuple[KnownPaper, ...]
    conditional: tuple[ConditionalPaper, ...]
    channels: tuple[ChannelRow, ...]
    fees: tuple[FeeRow, ...]
    steps: tuple[str, ...]
    results: tuple[str, ...]
    legal_basis: tuple[ActRow, ...]
    versions: tuple[VersionRow, ...]
    missing: tuple[str, ...]
    result_rows: tuple[ResultRow, ...]
    online_level: str
    ministry: str
    procedure_type: str
    life_events: tuple[str, ...]
    competent_agency: str
    authorised_agency: str
    direct_handler: str
    coordinating_agencies: tuple[str, ...]
    receiving_address: str
    implementing_order: str
    keywords: tuple[str, ...]
    related: tuple[str, ...]
    portal_url: str
    brief: bool
    name_doubtful: bool
    national: bool
