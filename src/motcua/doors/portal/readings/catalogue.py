"""Procedures as people look for them: by words, by life event, by field, by what others do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from motcua.base.text import fold
from motcua.reference.catalogue import queries, sentences
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.queries import Hit

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
    apart: str = ""
    closed: bool = False

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


def found_of(hit: Hit, apart: str = "") -> Found:
    """Give an answer to a question as a line of a list."""
    return Found(
        code=hit.code,
        title=hit.title,
        summary=hit.summary,
        time=hit.time,
        fee=hit.fee,
        place=hit.place,
        why=hit.why.replace("Mã ", "Mã\u00a0"),
        shown=hit.shown,
        apart=apart,
        closed=hit.closed,
    )


def found_by_code(codes: Sequence[str], apart: Mapping[str, str], on: date) -> list[Found]:
    """Give procedures by code as lines of a list, in the order of the codes."""
    found = {one.code: one for one in _found(queries.in_force(on).filter(procedure__code__in=codes))}
    return [replace(found[code], apart=apart.get(code, "")) for code in codes if code in found]


def often_used(on: date) -> list[Found]:
    """Give the procedures that people ask for most."""
    return _found(queries.in_force(on).order_by("-procedure__popularity", "title_sort_key", "pk")[:OFTEN])


def life_events(on: date) -> list[LifeEvent]:
    """Give the life events that have procedures, each with those that most people need."""
    titles: dict[str, list[str]] = {}
    told = queries.in_force(on).exclude(procedure__life_events=[])
    for title, events in told.order_by("-procedure__popularity", "title_sort_key", "pk").values_list(
        "title", "procedure__life_events"
    ):
        for event in events:
            titles.setdefault(event, []).append(title)
    found = [
        LifeEvent(name, EVENT_ICONS.get(fold(name), "file-text"), _listed(those))
        for name, those in titles.items()
    ]
    return sorted(found, key=lambda event: (_place(event.name), event.name))


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
