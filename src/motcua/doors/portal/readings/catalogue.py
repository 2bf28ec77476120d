"""Procedures as people look for them: by words, by life event, by field, by what others do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from motcua.base.text import fold
from motcua.reference.catalogue import queries, sentences
from motcua.reference.catalogue.models import ProcedureVersion

LIMIT = 30
OFTEN = 5
TITLES_SHOWN = 3

# In the order of a life.
EVENT_ICONS = {
    "co con": "baby",
    "ket hon": "heart-handshake",
    "giay to": "id-card",
    "hoc tap": "graduation-cap",
    "viec lam": "briefcase",
    "kinh doanh": "building-2",
    "nha dat": "house",
    "di lai": "bike",
    "suc khoe": "stethoscope",
    "nguoi than qua doi": "flower-2",
}


@dataclass(frozen=True)
class Found:
    """One procedure in a list: what it is, what people compare, and why it is there."""

    code: str
    title: str
    summary: str
    time: str
    fee: str
    place: str
    why: str = ""
    shown: str = ""
    level: str = ""
    field: str = ""

    @property
    def before(self) -> str:
        """Give the reason up to the words that matched."""
        return self.why.partition(self.shown)[0] if self.shown else self.why

    @property
    def after(self) -> str:
        """Give the reason after the words that matched."""
        return self.why.partition(self.shown)[2] if self.shown else ""


@dataclass(frozen=True)
class LifeEvent:
    """One event in a life with the procedures it asks for."""

    name: str
    icon: str
    titles: str


@dataclass(frozen=True)
class Choice:
    """One way to narrow a list, with how many it leaves."""

    name: str
    count: int


def by_words(words: str, on: date) -> list[Found]:
    """Give the procedures that answer a question best."""
    return [
        Found(
            code=hit.code,
            title=hit.title,
            summary=hit.summary,
            time=hit.time,
            fee=hit.fee,
            place=hit.place,
            why=hit.why.replace("Mã ", "Mã\u00a0"),
            shown=hit.shown,
            level=sentences.levels_of(hit.levels),
            field=hit.field,
        )
        for hit in queries.search(words, limit=LIMIT, on=on)
    ]


def by_life_event(name: str, on: date) -> list[Found]:
    """Give the procedures of a life event."""
    return _found(queries.in_force(on).filter(procedure__life_events__contains=[name]).order_by("title"))


def by_field(name: str, on: date) -> list[Found]:
    """Give the procedures of a field."""
    return _found(queries.in_force(on).filter(procedure__field=name).order_by("title"))


def often_used(on: date) -> list[Found]:
    """Give the procedures that people ask for most."""
    return _found(queries.in_force(on).order_by("-procedure__popularity", "title")[:OFTEN])


def life_events(on: date) -> list[LifeEvent]:
    """Give the life events that have procedures, each with what belongs to it."""
    titles: dict[str, list[str]] = {}
    for field in queries.procedures(on):
        for one in field.procedures:
            for event in one.life_events:
                titles.setdefault(event, []).append(one.title)
    found = [
        LifeEvent(name, EVENT_ICONS.get(fold(name), "file-text"), _listed(those))
        for name, those in titles.items()
    ]
    return sorted(found, key=lambda event: (_place(event.name), event.name))


def fields(on: date) -> list[Choice]:
    """Give the fields that have procedures, with how many."""
    return [Choice(field.name, field.count) for field in queries.procedures(on)]


def _found(versions: QuerySet[ProcedureVersion]) -> list[Found]:
    return [_row(version) for version in versions.prefetch_related("channels", "fees")]


def _row(version: ProcedureVersion) -> Found:
    return Found(
        code=version.procedure.code,
        title=version.title,
        summary=version.summary,
        time=sentences.time_of_all(list(version.channels.all())),
        fee=sentences.fee_of_all(list(version.fees.all())),
        place=version.deciding_agency or sentences.NO_PLACE,
        level=sentences.levels_of(version.procedure.levels),
        field=version.procedure.field,
    )


def _listed(titles: Iterable[str]) -> str:
    """Give the first titles in one line, small letters after the first."""
    found = list(titles)
    first, *rest = found[:TITLES_SHOWN]
    more = " và thủ tục khác" if len(found) > TITLES_SHOWN else ""
    return ", ".join([first, *(title[:1].lower() + title[1:] for title in rest)]) + more


@dataclass(frozen=True)
class FeeLine:
    """One line of phí or lệ phí."""

    name: str
    amount: str
    note: str


def fee_lines(version_id: UUID) -> list[FeeLine]:
    """Give what a procedure costs, line by line; what the source leaves out is said to be missing."""
    return [
        FeeLine(fee.name, sentences.amount_of(fee), fee.note) for fee in queries.parts_of(version_id).fees
    ]


def _place(event: str) -> int:
    order = list(EVENT_ICONS)
    return order.index(fold(event)) if fold(event) in order else len(order)
