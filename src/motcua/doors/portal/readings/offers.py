"""What a procedure asks of somebody, told as facts and the answers under which they hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from motcua.base.clock.sentences import short_date
from motcua.base.money import format_dong
from motcua.base.text import bind, fold, keep
from motcua.doors.portal.readings.places import told
from motcua.reference.catalogue import queries, sentences
from motcua.reference.catalogue.models import (
    ChannelRule,
    ComponentRequirement,
    Fee,
    ProcedureCase,
    ProcedureVersion,
)
from motcua.reference.catalogue.queries import Parts
from motcua.reference.catalogue.rules.asking import Question, Row
from motcua.reference.catalogue.words import Channel, DurationUnit
from motcua.reference.org import queries as org
from motcua.reference.org.models import Agency

CASE, WAY, PLACE, COPIES = "truong-hop", "cach", "noi", "ban"
CONDITION = "co-"
YES, NO = "co", "khong"
COPY = "ban"  # the folded unit of a fee by the copy
MOST_COPIES = 20
# A condition about the way of filing is answered by the way, not asked on its own.
ON_PAPER = "nop tai quay hoac qua buu chinh"
BY_PAPER = frozenset({Channel.DIRECT.value, Channel.POST.value})

When = tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True)
class PaperFact:
    """A paper to bring."""

    name: str
    quantity: str
    hint: str


@dataclass(frozen=True)
class KnownFact:
    """A paper not to bring, and who has it."""

    name: str
    source: str


@dataclass(frozen=True)
class FormFact:
    """The e-form that is filled in while filing online."""

    title: str


@dataclass(frozen=True)
class TimeFact:
    """How long it takes; no value means that no date follows from it."""

    words: str
    value: int | None
    unit: str
    note: str
    statutory: str
    cut: str


@dataclass(frozen=True)
class FeeFact:
    """One line of what it costs; no amount means that it is not a figure."""

    name: str
    words: str
    amount: int | None
    note: str


@dataclass(frozen=True)
class PlaceFact:
    """Who decides, and where papers are brought."""

    agency: str
    counter: str
    address: str
    phone: str
    agency_id: UUID | None


@dataclass(frozen=True)
class ResultFact:
    """What it gives."""

    name: str


Fact = PaperFact | KnownFact | FormFact | TimeFact | FeeFact | PlaceFact | ResultFact


@dataclass(frozen=True)
class Offer:
    """A version as questions and rows, with the words of every answer.

    `ids` gives what filing calls the case and the agency that an answer names.
    """

    questions: tuple[Question, ...]
    rows: tuple[Row[Fact], ...]
    labels: Mapping[str, Mapping[str, str]]
    conditions: Mapping[str, str]
    ids: Mapping[str, Mapping[str, UUID]]


def offer_of(version: ProcedureVersion, on: date) -> Offer:
    """Give what a published version asks for, on a day, of whoever comes."""
    parts = queries.parts_of(version.pk)
    cases = {one.pk: one for one in version.cases.order_by("order")}
    agencies = queries.offering_agencies(version.procedure, on)
    ways = list(dict.fromkeys(rule.channel for rule in parts.channels))
    conditions = _conditions(parts.components)
    copies = _copies(parts.fees)
    labels: dict[str, dict[str, str]] = {
        CASE: {one.code: one.name for one in cases.values()},
        WAY: {way: sentences.CHANNELS[Channel(way)] for way in ways},
        PLACE: {one.code: one.name for one in agencies},
        **{name: {YES: "Có", NO: "Không"} for name in conditions},
        COPIES: {count: f"{count} bản" for count in copies},
    }
    rows: tuple[Row[Fact], ...] = (
        *_papers(parts.components, cases, conditions),
        *_form(version, ways),
        *_times(parts, cases, ways),
        *_fees(parts.fees, cases, copies),
        *_places(version, agencies, on),
        *_results(parts),
    )
    questions = tuple(Question(name, tuple(answers)) for name, answers in labels.items() if answers)
    ids = {
        CASE: {one.code: one.pk for one in cases.values()},
        PLACE: {one.code: one.pk for one in agencies},
    }
    return Offer(questions, rows, labels, conditions, ids)


def _conditions(papers: Sequence[ComponentRequirement]) -> dict[str, str]:
    """Give the conditions to ask about by name; papers of one condition share it."""
    said = dict.fromkeys(
        paper.condition
        for paper in papers
        if paper.condition and not paper.data_source and not _about_way(paper)
    )
    return {f"{CONDITION}{at}": condition for at, condition in enumerate(said, 1)}


def _about_way(paper: ComponentRequirement) -> bool:
    return ON_PAPER in fold(paper.condition)


def _papers(
    papers: Sequence[ComponentRequirement],
    cases: Mapping[UUID, ProcedureCase],
    conditions: Mapping[str, str],
) -> Iterator[Row[Fact]]:
    names = {condition: name for name, condition in conditions.items()}
    for paper in papers:
        when = _of_case(paper.case_id, cases)
        if paper.data_source:
            yield Row(KnownFact(paper.name, paper.data_source), when)
            continue
        if _about_way(paper):
            when = (*when, (WAY, BY_PAPER))
        elif paper.condition:
            when = (*when, (names[paper.condition], frozenset({YES})))
        yield Row(PaperFact(paper.name, sentences.quantity(paper.originals, paper.copies), paper.hint), when)


def _of_case(case_id: UUID | None, cases: Mapping[UUID, ProcedureCase]) -> When:
    return ((CASE, frozenset({cases[case_id].code})),) if case_id else ()


def _form(version: ProcedureVersion, ways: Sequence[str]) -> Iterator[Row[Fact]]:
    if version.form is not None and Channel.ONLINE.value in ways:
        yield Row(FormFact(version.form.title), ((WAY, frozenset({Channel.ONLINE.value})),))


def _times(parts: Parts, cases: Mapping[UUID, ProcedureCase], ways: Sequence[str]) -> Iterator[Row[Fact]]:
    """Give the time of each case and way; a limit of the case itself stands before one for every case."""
    for way in ways:
        of_way = [rule for rule in parts.channels if rule.channel == way]
        for case in (*cases.values(), None):
            own = [rule for rule in of_way if rule.case_id == (case.pk if case else None)]
            if case is None and cases:
                continue
            for rule in own or [rule for rule in of_way if rule.case_id is None]:
                when: When = ((WAY, frozenset({way})),)
                yield Row(_time(rule), (*when, (CASE, frozenset({case.code}))) if case else when)


def _time(rule: ChannelRule) -> TimeFact:
    dated = rule.duration_value if not rule.no_fixed_date else None
    return TimeFact(
        sentences.time_of(rule),
        dated,
        rule.duration_unit if dated else "",
        rule.note,
        statutory_of(rule),
        cut_of(rule),
    )


def statutory_of(rule: ChannelRule) -> str:
    """Say how long the law gives, where the province takes less."""
    if rule.statutory_value is None or not rule.cut_decision_no:
        return ""
    return bind(f"{rule.statutory_value} {sentences.UNITS[DurationUnit(rule.statutory_unit)]}")


def cut_of(rule: ChannelRule) -> str:
    """Say by which decision, and when, the province cut the time."""
    if not rule.cut_decision_no or rule.cut_decided_on is None:
        return ""
    return f"Quyết định {keep(rule.cut_decision_no)}, ngày {short_date(rule.cut_decided_on)}"


def _copies(fees: Sequence[Fee]) -> list[str]:
    """Give how many copies may be asked for, when a fee is taken by the copy."""
    by_copy = [fee for fee in fees if _by_copy(fee)]
    least = 1 if len(by_copy) == len(fees) else 0
    return [str(count) for count in range(least, MOST_COPIES + 1)] if by_copy else []


def _by_copy(fee: Fee) -> bool:
    return bool(fee.amount) and fold(fee.per).startswith(COPY)


def _fees(
    fees: Sequence[Fee], cases: Mapping[UUID, ProcedureCase], copies: Sequence[str]
) -> Iterator[Row[Fact]]:
    for fee in fees:
        when = _of_case(fee.case_id, cases)
        if fee.channel:
            when = (*when, (WAY, frozenset({fee.channel})))
        if not _by_copy(fee):
            known = fee.amount if sentences.amount_of(fee) != sentences.BY_CASE else None
            yield Row(FeeFact(fee.name, sentences.amount_of(fee), known, fee.note), when)
            continue
        assert fee.amount is not None, "a fee by the copy has an amount"
        for count in copies:
            if count != "0":
                total = fee.amount * int(count)
                note = f"{count} {fee.per} × {format_dong(fee.amount)}"
                yield Row(
                    FeeFact(fee.name, format_dong(total), total, note),
                    (*when, (COPIES, frozenset({count}))),
                )


def _places(version: ProcedureVersion, agencies: Sequence[Agency], on: date) -> Iterator[Row[Fact]]:
    if not agencies:
        place = PlaceFact(version.deciding_agency, "", version.receiving_address, "", None)
        yield Row(place)
    for agency in agencies:
        counter = org.counter_of(agency.pk, on)
        place = PlaceFact(
            agency.name, told(counter) if counter else "", agency.address, agency.phone, agency.pk
        )
        yield Row(place, ((PLACE, frozenset({agency.code})),))


def _results(parts: Parts) -> Iterator[Row[Fact]]:
    for one in parts.results:
        yield Row(ResultFact(one.name))
