"""Narrowing a list: what may be chosen, how many each choice leaves, what is chosen now."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.http import QueryDict

from motcua.base.text import clean, sort_key
from motcua.doors.portal.labels import HERE, LEVELS, ONLINE_LEVELS, WHOM
from motcua.doors.portal.readings.listing import Row

FEW = 8  # more choices are easier to find in a list than among boxes to tick
MOST = 60  # still more are easier to find in an index of their own
PAGING = ("sau", "truoc")


@dataclass(frozen=True)
class Choice:
    """One way to narrow, with how many it leaves."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """One side of a procedure by which a list is narrowed; `many` is shown as a list to choose one from."""

    name: str
    title: str
    choices: tuple[Choice, ...]

    @property
    def many(self) -> bool:
        """Tell whether there are too many choices for boxes to tick."""
        return len(self.choices) > FEW

    @property
    def index(self) -> str:
        """Give the kind of index where the choices stand, when there are too many for a list."""
        return self.name if len(self.choices) > MOST else ""


@dataclass(frozen=True)
class Chip:
    """A choice in force, with the address without it."""

    label: str
    href: str


@dataclass(frozen=True)
class Side:
    """How one facet reads a row, and calls a value; values without a name of their own are names."""

    name: str
    title: str
    values: Callable[[Row], Sequence[str]]
    labels: dict[str, str] | None = None

    def label(self, value: str) -> str:
        """Give the words for a value."""
        return self.labels.get(value, value) if self.labels else value

    def order(self, value: str) -> tuple[int, str]:
        """Give the place of a value: that of the list of labels, else the Vietnamese order."""
        if self.labels and value in self.labels:
            return list(self.labels).index(value), ""
        return len(self.labels or ()), _key(value)


@lru_cache(maxsize=4096)
def _key(value: str) -> str:
    return sort_key(value)


SIDES = (
    Side("ai", "Dành cho", lambda row: row.whom, WHOM),
    Side("cap", "Cấp giải quyết", lambda row: row.levels, LEVELS),
    Side("nop", "Nộp hồ sơ", lambda row: ("day",) if row.here else (), HERE),
    Side("truc-tuyen", "Nộp trực tuyến", lambda row: (row.online,) if row.online else (), ONLINE_LEVELS),
    Side("linh-vuc", "Lĩnh vực", lambda row: (row.field,) if row.field else ()),
    Side("co-quan", "Cơ quan giải quyết", lambda row: row.agencies),
    Side("viec", "Việc trong đời", lambda row: row.events),
)
BY_NAME = {side.name: side for side in SIDES}
CHOSEN = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Narrowed:
    """A list after narrowing, and what stands beside it."""

    rows: list[Row]
    facets: tuple[Facet, ...]
    chips: tuple[Chip, ...]
    clear: str


def _narrows(facet: Facet, total: int) -> bool:
    """Tell whether a choice of the facet would leave fewer."""
    return any(one.count < total for one in facet.choices)


def chosen_of(given: QueryDict) -> CHOSEN:
    """Give what an address chooses, by facet."""
    said = {side.name: tuple(filter(None, map(clean, given.getlist(side.name)))) for side in SIDES}
    return {name: values for name, values in said.items() if values}


def narrow(found: Iterable[Row], given: QueryDict) -> Narrowed:
    """Narrow a list by an address. A count is what its box alone would leave beside the other facets."""
    everything, chosen = list(found), chosen_of(given)
    kept = [row for row in everything if _passes(row, chosen)]
    facets = tuple(_facet(side, everything, chosen) for side in SIDES)
    useful = tuple(facet for facet in facets if facet.name in chosen or _narrows(facet, len(kept)))
    return Narrowed(kept, useful, _chips(chosen, given), without(given, *(side.name for side in SIDES)))


def without(given: QueryDict, *names: str, **more: str) -> str:
    """Give the address of the same page without some answers, and with others set."""
    kept = given.copy()
    for name in (*names, *PAGING):
        kept.pop(name, None)
    for name, value in more.items():
        kept[name.replace("_", "-")] = value
    return f"?{kept.urlencode()}" if kept else "?"


def _passes(row: Row, chosen: CHOSEN, *, apart_from: str = "") -> bool:
    return all(
        any(value in values for value in BY_NAME[name].values(row))
        for name, values in chosen.items()
        if name != apart_from
    )


def _facet(side: Side, found: Sequence[Row], chosen: CHOSEN) -> Facet:
    counts = Counter(
        value
        for row in found
        if _passes(row, chosen, apart_from=side.name)
        for value in dict.fromkeys(side.values(row))
    )
    here = chosen.get(side.name, ())
    for value in here:
        counts.setdefault(value, 0)
    return Facet(
        side.name,
        side.title,
        tuple(
            Choice(value, side.label(value), counts[value], value in here)
            for value in sorted(counts, key=side.order)
        ),
    )


def _chips(chosen: CHOSEN, given: QueryDict) -> tuple[Chip, ...]:
    return tuple(
        Chip(side.label(value), _less(given, side.name, value))
        for side in SIDES
        for value in chosen.get(side.name, ())
    )


def _less(given: QueryDict, name: str, value: str) -> str:
    kept = given.copy()
    kept.setlist(name, [one for one in kept.getlist(name) if clean(one) != value])
    return without(kept)
