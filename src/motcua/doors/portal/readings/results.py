"""The page of results: one question or one list, narrowed, ordered, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import QueryDict

from motcua.base.text import clean
from motcua.doors.portal.labels import WHOM
from motcua.doors.portal.readings.alike import apart
from motcua.doors.portal.readings.catalogue import Found, found_by_code, found_of, received
from motcua.doors.portal.readings.kin import Kin, alike
from motcua.doors.portal.readings.listing import Row, by_use, closed, rows
from motcua.doors.portal.readings.narrowing import Chip, Facet, Narrowed, narrow, without
from motcua.reference.catalogue import queries
from motcua.reference.catalogue.queries import Hit

SIZE, ANSWERS = 20, 10  # of a list that people turn over, of answers that they weigh
MOST = 60
LONGEST_QUESTION = 200
CAME_BY = "tim"  # by which question somebody came to a procedure, for the way back
SPLIT_FROM = 4  # fewer answers are read faster than a question about them
ORDERS = {"phu-hop": "Hợp nhất trước", "ten": "Tên, A đến Y", "hay-lam": "Hay làm trước"}


class Order(NamedTuple):
    """One way to order; the present one has no address."""

    label: str
    href: str


@dataclass(frozen=True)
class Way:
    """One group of people, with how many of the answers are for them."""

    label: str
    count: int
    href: str


class Leaf(NamedTuple):
    """A stretch of a list, with the addresses before and after it."""

    rows: Sequence[Row]
    first: int
    previous: str
    next: str


@dataclass(frozen=True)
class Results:
    """Everything on the page of results."""

    asked: str
    read: str
    weak: bool
    total: int
    capped: bool
    shown: list[Found]
    first: int
    last: int
    facets: tuple[Facet, ...]
    chips: tuple[Chip, ...]
    clear: str
    kin: Kin | None
    whom: tuple[Way, ...]
    orders: tuple[Order, ...]
    previous: str
    next: str

    @property
    def back(self) -> str:
        """Give what an address of an answer says, so that its page leads back here."""
        return f"?{urlencode({CAME_BY: self.asked})}" if self.asked else ""


def results(given: QueryDict, on: date) -> Results:
    """Answer what an address asks: words, a narrower list, an order, a stretch."""
    asked = clean(given.get("q", ""))[:LONGEST_QUESTION]
    findings = queries.findings(asked, limit=MOST, on=on)
    hits = {hit.code: hit for hit in findings.hits}
    weak = bool(hits) and not findings.sure
    everything = _best_first(rows(on), hits) if asked else rows(on)
    narrowed = narrow(everything, given)
    order = _order(given, asked)
    ordered = _ordered(narrowed.rows, order)
    leaf = _leaf(ordered, given, ANSWERS if asked else SIZE)
    best_first = order == "phu-hop" and not leaf.first
    kin = _kin(ordered, hits, on) if best_first and not weak else None
    return Results(
        asked=asked,
        read=next((hit.read for hit in hits.values() if hit.read), ""),
        weak=weak,
        total=len(ordered),
        capped=len(hits) == MOST,
        shown=_shown(leaf.rows, hits, apart(ordered), on),
        first=leaf.first + 1,
        last=leaf.first + len(leaf.rows),
        facets=narrowed.facets,
        chips=narrowed.chips,
        clear=narrowed.clear,
        kin=kin,
        whom=_whom(narrowed, given) if asked and not kin and not weak else (),
        orders=_orders(given, asked, order),
        previous=leaf.previous,
        next=leaf.next,
    )


def _best_first(found: Sequence[Row], hits: dict[str, Hit]) -> list[Row]:
    by_code = {row.code: row for row in found if row.code in hits}
    return [by_code.get(code) or closed(hit) for code, hit in hits.items()]


def _order(given: QueryDict, asked: str) -> str:
    said = given.get("xep", "")
    fitting = said in ORDERS and (asked or said != "phu-hop")
    return said if fitting else "phu-hop" if asked else "ten"


def _ordered(found: list[Row], order: str) -> list[Row]:
    if order == "ten":
        return sorted(found, key=lambda row: (row.key, row.code))
    return by_use(found) if order == "hay-lam" else found


def _orders(given: QueryDict, asked: str, order: str) -> tuple[Order, ...]:
    offered = [name for name in ORDERS if asked or name != "phu-hop"]
    return tuple(Order(ORDERS[name], "" if name == order else without(given, xep=name)) for name in offered)


def _kin(ordered: Sequence[Row], hits: dict[str, Hit], on: date) -> Kin | None:
    those = [hits[row.code] for row in ordered[:ANSWERS]]
    return (
        alike(those, {row.code: row for row in ordered}, lambda codes: received(codes, on)) if those else None
    )


def _leaf(ordered: Sequence[Row], given: QueryDict, size: int) -> Leaf:
    """Give the stretch after or before a procedure: it stays the same while others come and go elsewhere."""
    places = {row.code: at for at, row in enumerate(ordered)}
    after, before = places.get(given.get("sau", "")), places.get(given.get("truoc", ""))
    first = after + 1 if after is not None else max((before or 0) - size, 0)
    shown = ordered[first : first + size]
    return Leaf(
        shown,
        first,
        without(given, truoc=ordered[first].code) if first and shown else "",
        without(given, sau=shown[-1].code) if first + size < len(ordered) else "",
    )


def _shown(leaf: Sequence[Row], hits: dict[str, Hit], told: dict[str, str], on: date) -> list[Found]:
    if hits:
        return [found_of(hits[row.code], told.get(row.code, "")) for row in leaf]
    return found_by_code([row.code for row in leaf], told, on)


def _whom(narrowed: Narrowed, given: QueryDict) -> tuple[Way, ...]:
    """Give who the answers are for, when saying so would leave fewer of them."""
    if "ai" in given or len(narrowed.rows) < SPLIT_FROM:
        return ()
    counts = {group: sum(group in row.whom for row in narrowed.rows) for group in WHOM}
    ways = [
        Way(WHOM[group], count, without(given, ai=group))
        for group, count in counts.items()
        if 0 < count < len(narrowed.rows)
    ]
    return tuple(ways) if len(ways) > 1 else ()
