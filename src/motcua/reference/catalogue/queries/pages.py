"""Everything that the page of a procedure shows, ready to print."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from motcua.reference.catalogue import sentences
from motcua.reference.catalogue.models import ChannelRule, ComponentRequirement, Fee, ProcedureVersion
from motcua.reference.catalogue.words import Channel, OnlineLevel, VersionState


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


@dataclass(frozen=True)
class KnownPaper:
    """A paper not to bring, and the database that has it."""

    name: str
    source: str
    hint: str


@dataclass(frozen=True)
class ConditionalPaper:
    """A paper that is needed in one situation alone."""

    condition: str
    name: str
    quantity: str
    hint: str


@dataclass(frozen=True)
class ChannelRow:
    """One way of filing."""

    channel: str
    name: str
    case: str
    time: str
    note: str


@dataclass(frozen=True)
class FeeRow:
    """One line of phí or lệ phí."""

    kind: str
    name: str
    amount: str
    note: str
    legal_basis: str


@dataclass(frozen=True)
class ActRow:
    """An act that the procedure rests on."""

    number: str
    name: str


@dataclass(frozen=True)
class VersionRow:
    """One published version; `shown` marks the one on this page."""

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


def page_of(version: ProcedureVersion) -> ProcedurePage:
    """Give the page of a version, in nine statements whatever it holds."""
    cases: dict[UUID | None, str] = {case.pk: case.name for case in version.cases.order_by("order")}
    channels, fees = list(version.channels.order_by("order")), list(version.fees.order_by("order"))
    papers = list(version.components.order_by("order"))
    acts = tuple(ActRow(act.number, act.name) for act in version.legal_basis.order_by("order"))
    procedure = version.procedure
    return ProcedurePage(
        code=procedure.code,
        title=version.title,
        summary=version.summary,
        official_name=version.name,
        field=procedure.field,
        levels=tuple(procedure.levels),
        decision_no=version.decision_no,
        effective_from=version.effective_from,
        effective_to=version.effective_to,
        subjects=tuple(version.subjects),
        requirements=version.requirements,
        time=Fact(sentences.time_of_all(channels), _first_note(channels)),
        fee=_fee(fees),
        place=Fact(version.deciding_agency or sentences.NO_PLACE),
        may_start_online=_online(version, channels),
        partial_reason=version.partial_reason,
        has_form=version.form_id is not None,
        copies=version.copies,
        cases=tuple(cases.values()),
        bring=tuple(
            PaperRow(paper.name, _quantity(paper), paper.hint, cases.get(paper.case_id, ""))
            for paper in papers
            if not paper.data_source and not paper.condition
        ),
        not_bring=tuple(
            KnownPaper(paper.name, paper.data_source, paper.hint) for paper in papers if paper.data_source
        ),
        conditional=tuple(
            ConditionalPaper(paper.condition, paper.name, _quantity(paper), paper.hint)
            for paper in papers
            if paper.condition and not paper.data_source
        ),
        channels=tuple(_channel_row(rule, cases.get(rule.case_id, "")) for rule in channels),
        fees=tuple(
            FeeRow(fee.kind, fee.name, sentences.amount_of(fee), fee.note, fee.legal_basis) for fee in fees
        ),
        steps=tuple(version.route.order_by("order").values_list("public_name", flat=True)),
        results=tuple(version.results.order_by("order").values_list("name", flat=True)),
        legal_basis=acts,
        versions=_versions(version),
        missing=sentences.missing(channels, fees, place=version.deciding_agency, acts=len(acts)),
    )


def _first_note(channels: list[ChannelRule]) -> str:
    return next((rule.note for rule in channels if rule.note), "")


def _fee(fees: list[Fee]) -> Fact:
    """The first line leads; the others stand under it by name."""
    others = [f"{fee.name}: {sentences.amount_of(fee)}" for fee in fees[1:]]
    notes = [fees[0].note] if fees and fees[0].note else []
    return Fact(sentences.fee_of_all(fees), ". ".join([*others, *notes]))


def _online(version: ProcedureVersion, channels: list[ChannelRule]) -> bool:
    return version.online_level != OnlineLevel.NONE and any(
        rule.channel == Channel.ONLINE for rule in channels
    )


def _quantity(paper: ComponentRequirement) -> str:
    return sentences.quantity(paper.originals, paper.copies)


def _channel_row(rule: ChannelRule, case: str) -> ChannelRow:
    return ChannelRow(
        rule.channel, sentences.CHANNELS[Channel(rule.channel)], case, sentences.time_of(rule), rule.note
    )


def _versions(version: ProcedureVersion) -> tuple[VersionRow, ...]:
    published = ProcedureVersion.objects.filter(
        procedure_id=version.procedure_id, state=VersionState.PUBLISHED
    ).order_by("-number")
    return tuple(
        VersionRow(one.number, one.decision_no, one.effective_from, one.effective_to, one.pk == version.pk)
        for one in published
    )
