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
EXAMPLES, LONGEST_EXAMPLE = 4, 24
NAMES_SHOWN = 3
LONGEST_NAME = 40
# What the name of nearly every procedure begins with tells nothing beside others.
LEADS = ("Đăng ký ", "Thủ tục ")
BUSINESS = "kinh doanh"

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
    names: str

    @property
    def of_a_life(self) -> bool:
        """Tell whether it is an event in the life of a person, not of an enterprise."""
        return fold(self.name) != BUSINESS


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


def received(codes: Sequence[str], on: date) -> dict[str, str]:
    """Give what people receive from each procedure in force, by code."""
    told = queries.in_force(on).filter(procedure__code__in=codes).prefetch_related("results")
    return {
        version.procedure.code: ", ".join(dict.fromkeys(one.name for one in version.results.all()))
        for version in told
    }


def often_used(on: date) -> list[Found]:
    """Give the procedures that people ask for most."""
    return _found(queries.in_force(on).order_by("-procedure__popularity", "title_sort_key", "pk")[:OFTEN])


def everyday_words(on: date) -> list[str]:
    """Give how people call what they ask for most: examples of what may be typed."""
    told = queries.in_force(on).exclude(other_words=[])
    often = told.order_by("-procedure__popularity", "title_sort_key", "pk").values_list(
        "other_words", flat=True
    )
    short = [
        next((one for one in words if len(one) <= LONGEST_EXAMPLE), "") for words in often[: 2 * EXAMPLES]
    ]
    return list(dict.fromkeys(filter(None, short)))[:EXAMPLES]


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
    """Give the first short names in one line, small letters after the first."""
    names = [_short(title) for title in titles]
    few = [name for name in dict.fromkeys(names) if len(name) <= LONGEST_NAME][:NAMES_SHOWN]
    return _capital(", ".join(few or names[:1]))


def _short(title: str) -> str:
    """Leave out what the names of procedures begin with."""
    lead = next((one for one in LEADS if title.startswith(one)), "")
    rest = title[len(lead) :]
    return rest[:1].lower() + rest[1:]


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


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
