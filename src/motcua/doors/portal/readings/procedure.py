"""The page of a procedure as people read it: what repeats is said once, what is missing is said to be."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from motcua.base.clock.sentences import short_date
from motcua.base.text import fold
from motcua.doors.portal.readings.offers import cut_of, statutory_of
from motcua.doors.portal.readings.places import told as counter_told
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue import sentences
from motcua.reference.catalogue.models import ComponentRequirement, Procedure, ProcedureCase, ProcedureVersion
from motcua.reference.catalogue.queries import Parts, ProcedurePage
from motcua.reference.catalogue.words import Channel, VersionState
from motcua.reference.org import queries as org

ACTS_SHOWN = 6
FEW_PAPERS = 8  # more papers of a case stand behind a line
PLACES_SHOWN = 4
OTHERS_SHOWN = 6
LONG_NAME = 140
# A law is called by its name and then its number; every other act by its kind and number alone.
NAMED_ACTS = ("luật", "bộ luật", "pháp lệnh")
LOOSE_END = " \t\n;:,."
SENTENCE = re.compile(r"(?<=[.;:])\s+")


@dataclass(frozen=True)
class Way:
    """One way of filing, for one case: its time, the law's time where the province cut it."""

    name: str
    case: str
    time: str
    statutory: str
    cut: str
    note: str


@dataclass(frozen=True)
class Ways:
    """The ways of filing; `note` holds for all of them, else each row has its own."""

    rows: tuple[Way, ...]
    note: str

    @property
    def noted(self) -> bool:
        """Tell whether a row has a note of its own."""
        return any(row.note for row in self.rows)


@dataclass(frozen=True)
class FeeLine:
    """One line of what it costs, and for which case or way it is."""

    name: str
    scope: str
    amount: str
    note: str


@dataclass(frozen=True)
class Bring:
    """A paper to bring: what it is called, and the rest of what the source says of it."""

    name: str
    quantity: str
    more: str


@dataclass(frozen=True)
class Stack:
    """The papers of one case; `case` is empty for those that everybody brings."""

    case: str
    papers: tuple[Bring, ...]

    @property
    def many(self) -> bool:
        """Tell whether they stand behind a line."""
        return len(self.papers) > FEW_PAPERS


@dataclass(frozen=True)
class Act:
    """An act: the kind or name, and the number that must not break."""

    name: str
    number: str


@dataclass(frozen=True)
class Known:
    """Papers that nobody has to bring, because one database has them."""

    names: str
    source: str
    hint: str


@dataclass(frozen=True)
class Step:
    """A step of the way: its first sentence leads."""

    lead: str
    rest: str


@dataclass(frozen=True)
class Place:
    """An agency that decides, and the counter that takes in its dossiers."""

    agency: str
    counter: str


@dataclass(frozen=True)
class Edition:
    """One version of the procedure, as a line of its history."""

    number: int
    words: str
    shown: bool


@dataclass(frozen=True)
class End:
    """That a procedure is abolished: since when, by which decision, what takes its place."""

    on: str
    decision: str
    successor_code: str
    successor: str


@dataclass(frozen=True)
class Told:
    """Everything on the page of a procedure."""

    page: ProcedurePage
    in_force: bool
    upcoming: bool
    end: End | None
    online: bool
    fileable: bool
    ways: Ways
    fees: tuple[FeeLine, ...]
    stacks: tuple[Stack, ...]
    known: tuple[Known, ...]
    steps: tuple[Step, ...]
    order: tuple[str, ...]
    acts: tuple[Act, ...]
    further_acts: tuple[Act, ...]
    who: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]
    more_places: int
    related: tuple[tuple[str, str], ...]
    alike: tuple[tuple[str, str, str], ...]
    editions: tuple[Edition, ...]
    changes: tuple[str, ...]
    asks: bool


def told(procedure: Procedure, on: date, number: str = "") -> Told | None:
    """Tell everything about a procedure: its version in force, or the one of a number, or the last one."""
    version = _version(procedure, on, number)
    if version is None:
        return None
    page, parts = catalogue.page_of(version), catalogue.parts_of(version.pk)
    cases = {one.pk: one for one in version.cases.order_by("order")}
    fileable = catalogue.fileable(procedure, on)
    current = catalogue.holds(version, on)
    places = _places(procedure, on) if fileable else []
    acts = tuple(_act(one.name, one.number) for one in page.legal_basis)
    # Hiding a single act would save nobody anything.
    shown = len(acts) if len(acts) <= ACTS_SHOWN + 1 else ACTS_SHOWN
    return Told(
        page=page,
        in_force=current,
        upcoming=version.effective_from is not None and version.effective_from > on,
        end=_end(procedure, on),
        online=fileable == version and page.may_start_online,
        fileable=fileable == version,
        ways=_ways(parts, cases),
        fees=_fees(parts, cases),
        stacks=_stacks(parts.components, cases),
        known=_known(page),
        steps=tuple(_step(one) for one in page.steps),
        order=tuple(filter(None, (line.strip() for line in version.implementing_order.splitlines()))),
        acts=acts[:shown],
        further_acts=acts[shown:],
        who=_who(version),
        places=tuple(places[:PLACES_SHOWN]),
        more_places=max(len(places) - PLACES_SHOWN, 0),
        related=_related(version, on),
        alike=_alike(version, on),
        editions=_editions(page),
        changes=_changes(version),
        asks=bool(cases or page.conditional or len(places) > 1),
    )


def _version(procedure: Procedure, on: date, number: str) -> ProcedureVersion | None:
    published = _published(procedure)
    if number.isdecimal():
        return published.filter(number=int(number[:4])).first()
    return catalogue.effective_version(procedure.code, on) or published.first()


def _published(procedure: Procedure) -> QuerySet[ProcedureVersion]:
    """Give the published versions, newest first."""
    return (
        ProcedureVersion.objects.filter(procedure=procedure, state=VersionState.PUBLISHED)
        .select_related("procedure", "form")
        .order_by("-number")
    )


def _end(procedure: Procedure, on: date) -> End | None:
    if procedure.abolished_on is None or procedure.abolished_on > on:
        return None
    successor = procedure.replaced_by
    title = catalogue.effective_version(successor.code, on) if successor else None
    return End(
        short_date(procedure.abolished_on),
        procedure.abolished_by.number if procedure.abolished_by else "",
        successor.code if successor else "",
        title.title if title else successor.code if successor else "",
    )


def _ways(parts: Parts, cases: dict[UUID, ProcedureCase]) -> Ways:
    notes = {rule.note for rule in parts.channels}
    shared = notes.pop() if len(notes) == 1 else ""
    rows = tuple(
        Way(
            sentences.CHANNELS[Channel(rule.channel)],
            cases[rule.case_id].name if rule.case_id else "",
            sentences.time_of(rule),
            statutory_of(rule),
            cut_of(rule),
            "" if rule.note == shared else rule.note,
        )
        for rule in parts.channels
    )
    return Ways(rows, shared)


def _fees(parts: Parts, cases: dict[UUID, ProcedureCase]) -> tuple[FeeLine, ...]:
    """Give the lines of fees; a line that several ways share is said once with all of them."""
    lines: dict[tuple[str, str, str, str], list[str]] = {}
    for fee in parts.fees:
        note = ". ".join(filter(None, (fee.note.rstrip(LOOSE_END), fee.exemption.rstrip(LOOSE_END))))
        case = cases[fee.case_id].name if fee.case_id else ""
        ways = lines.setdefault((fee.name, case, sentences.amount_of(fee), note), [])
        if fee.channel:
            ways.append(sentences.CHANNELS[Channel(fee.channel)])
    every = {sentences.CHANNELS[Channel(rule.channel)] for rule in parts.channels}
    return tuple(
        FeeLine(name, ". ".join(filter(None, (case, _some(ways, every)))), amount, note)
        for (name, case, amount, note), ways in lines.items()
    )


def _some(ways: Iterable[str], every: set[str]) -> str:
    named = list(dict.fromkeys(ways))
    return "" if set(named) >= every else ", ".join(named)


def _stacks(papers: Sequence[ComponentRequirement], cases: dict[UUID, ProcedureCase]) -> tuple[Stack, ...]:
    """Give the papers to bring: those of everybody first, then case by case."""
    grouped: dict[UUID | None, list[Bring]] = {None: [], **{case: [] for case in cases}}
    for paper in papers:
        if not paper.data_source and not paper.condition:
            grouped[paper.case_id].append(_bring(paper))
    return tuple(
        Stack(cases[case].name.rstrip(LOOSE_END) if case else "", tuple(those))
        for case, those in grouped.items()
        if those
    )


def _bring(paper: ComponentRequirement) -> Bring:
    name = paper.name.rstrip(LOOSE_END)
    more = ""
    if len(name) > LONG_NAME:
        name, more = _parted(name)
    hints = [more, paper.hint, "Số lượng do nguồn phỏng đoán." if paper.quantity_guessed else ""]
    return Bring(name, sentences.quantity(paper.originals, paper.copies), " ".join(filter(None, hints)))


def _parted(words: str) -> tuple[str, str]:
    """Give a long name up to the end of its first clause, and the rest; nothing of it is left out."""
    lead, *rest = SENTENCE.split(words, maxsplit=1)
    if not rest or len(lead) > LONG_NAME:
        return words, ""
    return lead.rstrip(LOOSE_END), rest[0]


def _known(page: ProcedurePage) -> tuple[Known, ...]:
    """Give the papers not to bring, those of one database on one line."""
    groups: dict[tuple[str, str], list[str]] = {}
    for paper in page.not_bring:
        groups.setdefault((paper.source, paper.hint), []).append(paper.name)
    return tuple(Known(_listed(names), source, hint) for (source, hint), names in groups.items())


def _who(version: ProcedureVersion) -> tuple[tuple[str, str], ...]:
    """Give who does what, those that are the deciding agency again left out."""
    said = (
        ("Cơ quan có thẩm quyền", version.competent_agency),
        ("Được ủy quyền, phân cấp", version.authorised_agency),
        ("Trực tiếp giải quyết", version.direct_handler),
        ("Phối hợp", ", ".join(version.coordinating_agencies)),
        ("Địa chỉ tiếp nhận", version.receiving_address),
    )
    return tuple(
        (term, value) for term, value in said if value and fold(value) != fold(version.deciding_agency)
    )


def _places(procedure: Procedure, on: date) -> list[Place]:
    found = []
    for agency in catalogue.offering_agencies(procedure, on):
        counter = org.counter_of(agency.pk, on)
        found.append(Place(agency.name, counter_told(counter) if counter else agency.address))
    return found


def _related(version: ProcedureVersion, on: date) -> tuple[tuple[str, str], ...]:
    codes = list(version.related)[:OTHERS_SHOWN]
    found = catalogue.in_force(on).filter(procedure__code__in=codes)
    return tuple(found.order_by("title_sort_key", "pk").values_list("procedure__code", "title"))


def _alike(version: ProcedureVersion, on: date) -> tuple[tuple[str, str, str], ...]:
    """Give the other procedures of this name, each with what tells it from this one."""
    same = catalogue.in_force(on).filter(title_sort_key=version.title_sort_key).exclude(pk=version.pk)
    return tuple(
        (
            one.procedure.code,
            one.title,
            sentences.levels_of(one.procedure.levels)
            if one.procedure.levels != version.procedure.levels
            else f"Lĩnh vực {one.procedure.field}, mã {one.procedure.code}",
        )
        for one in same.order_by("procedure__code")[:OTHERS_SHOWN]
    )


def _editions(page: ProcedurePage) -> tuple[Edition, ...]:
    """Give the history, newest first; a single version has none."""
    if len(page.versions) == 1:
        return ()
    return tuple(
        Edition(one.number, _span(one.decision_no, one.effective_from, one.effective_to), one.shown)
        for one in page.versions
    )


def _changes(version: ProcedureVersion) -> tuple[str, ...]:
    """Say what this version changed in the one before it."""
    before = _published(version.procedure).filter(number__lt=version.number).first()
    if before is None:
        return ()
    return tuple(line for part in catalogue.compare(before, version) for line in part.changes)


def _span(decision: str, first: date | None, last: date | None) -> str:
    days = " ".join(
        filter(None, (f"từ {short_date(first)}" if first else "", f"đến {short_date(last)}" if last else ""))
    )
    return (
        ", ".join(filter(None, (f"Quyết định {decision}" if decision else "", days))) or "Nguồn chưa ghi ngày"
    )


def _act(name: str, number: str) -> Act:
    return Act(f"{name} số" if name.lower().startswith(NAMED_ACTS) else name, number)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(name[:1].lower() + name[1:] for name in names)


def _step(words: str) -> Step:
    lead, dot, rest = words.rstrip(".").partition(". ")
    return Step(f"{lead}.", f"{rest}." if dot else "")
