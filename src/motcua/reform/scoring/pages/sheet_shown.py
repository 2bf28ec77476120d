"""A sheet as picture and table: what is secured, possible and lost, per domain and in whole, and its tree."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol
from urllib.parse import urlencode

from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.ui.charts import SCORING, Figure, Stack, stack
from motcua.reform.scoring.models import Sheet
from motcua.reform.scoring.pages import saying
from motcua.reform.scoring.pages.leaf_shown import (
    LeafShown,
    differs,
    leaf_shown,
    own_points,
    proof_words,
    verdict_points,
)
from motcua.reform.scoring.queries.sheets import LeafReading, SheetReading
from motcua.reform.scoring.rules.criteria import Node
from motcua.reform.scoring.rules.standing import Standing
from motcua.reform.scoring.words import LeafState, Missing, NodeKind, VerdictStage

ALL = "tat-ca"
FILTERS: dict[str, tuple[str, Callable[[LeafReading, Standing], bool]]] = {
    "chac": ("Tiêu chí đã có điểm chắc", lambda leaf, has: _counts(leaf) and has.secured > 0),
    "con": ("Tiêu chí còn có thể thêm điểm", lambda leaf, has: _counts(leaf) and has.possible > 0),
    "mat": ("Tiêu chí đã mất điểm", lambda leaf, has: _counts(leaf) and has.lost > 0),
    "thieu": ("Tiêu chí còn thiếu", lambda leaf, has: bool(leaf.missing)),
    "hoi": ("Tiêu chí được yêu cầu giải trình", lambda leaf, has: leaf.asked is not None),
}


def _counts(leaf: LeafReading) -> bool:
    """Tell whether a leaf is of the total; bonus and penalty stand beside it."""
    return leaf.node.kind is NodeKind.POINTS


@dataclass(frozen=True)
class Asked:
    """Which part of a sheet is looked at: a domain, one leaf opened, or leaves of one kind."""

    domain: str = ""
    leaf: str = ""
    filter: str = ""


class Reader(Protocol):
    """Who reads a sheet, and of which domains they may open the evidence."""

    @property
    def reader(self) -> Actor:
        """Give the person."""

    def opens(self, domain: str) -> bool:
        """Tell whether they may open the evidence of a domain."""


@dataclass(frozen=True)
class DomainShown:
    """A domain in the tree at the left."""

    node: Node
    href: str
    points: str
    most: str
    bar: Stack | None
    current: bool


@dataclass(frozen=True)
class Cell:
    """Points of one sitting; `less` says that they are fewer than the agency's own."""

    head: str
    words: str
    less: bool = False


@dataclass(frozen=True)
class RowShown:
    """A line of the table: a node above leaves, or a leaf, perhaps opened."""

    node: Node
    most: str
    own: str
    cells: tuple[Cell, ...]
    leaf: LeafReading | None = None
    href: str = ""
    anchor: str = ""
    source: tuple[str, str, str] = ("", "", "")
    papers: Figure | None = None
    proof: str = ""
    lacks: str = ""
    opened: LeafShown | None = None


@dataclass(frozen=True)
class SheetShown:
    """Everything the page of a sheet shows."""

    sheet: Sheet
    secured: Figure
    possible: Figure
    lost: Figure
    bar: Stack
    index: str
    domains: tuple[DomainShown, ...]
    rows: tuple[RowShown, ...]
    heads: tuple[str, ...]
    missing: Figure | None
    asked: Asked
    filter_words: str


def sheet_shown(read: SheetReading, asked: Asked, rights: Reader) -> SheetShown:
    """Give a sheet for its page, as somebody may read it."""
    asked = _settled(read, asked)
    whole = read.standing[""]
    stages = tuple(
        stage for stage in VerdictStage if any(stage in leaf.verdicts for leaf in read.leaves.values())
    )
    count = len(read.missing)
    return SheetShown(
        read.sheet,
        _figure(read, whole.secured, "chac"),
        _figure(read, whole.possible, "con"),
        _figure(read, whole.lost, "mat", late=True),
        standing_bar(whole),
        saying.percent(read.outcome.exact),
        tuple(_domain(read, node, asked) for node in read.criteria.roots),
        tuple(_rows(read, asked, stages, rights)),
        tuple(saying.STAGES[stage] for stage in stages),
        Figure(f"{count} tiêu chí", address(read.sheet, filter="thieu")) if count else None,
        asked,
        FILTERS[asked.filter][0] if asked.filter else "",
    )


def address(sheet: Sheet, *, domain: str = "", leaf: str = "", filter: str = "") -> str:
    """Give the address of a sheet, of one of its domains, or of one opened leaf."""
    given = {"linh-vuc": domain, "tieu-chi": leaf, "loc": filter}
    query = urlencode({name: value for name, value in given.items() if value})
    here = reverse("desk:score-sheet", args=[sheet.pk])
    place = f"#{anchor(leaf)}" if leaf else ""
    return f"{here}?{query}{place}" if query else here


def anchor(code: str) -> str:
    """Give the mark of a line in the page."""
    return f"m-{code.replace('.', '-')}"


def standing_bar(has: Standing, scale: Decimal = Decimal(0)) -> Stack:
    """Draw what is secured, possible and lost."""
    label = f"{saying.points(has.secured)} điểm đã chắc, {saying.points(has.possible)} điểm còn có thể, "
    label += f"{saying.points(has.lost)} điểm đã mất."
    return stack(SCORING, (has.secured, has.possible, has.lost), label, scale)


def _settled(read: SheetReading, asked: Asked) -> Asked:
    """Give what can be shown of what an address asks for."""
    leaf = asked.leaf if asked.leaf in read.leaves else ""
    if asked.filter in FILTERS:
        return Asked(ALL, leaf, asked.filter)
    codes = [node.code for node in read.criteria.roots]
    domain = read.criteria.domain(leaf).code if leaf else asked.domain
    if domain != ALL and domain not in codes:
        domain = codes[0] if codes else ALL
    return Asked(domain if asked.domain != ALL else ALL, leaf, "")


def _figure(read: SheetReading, value: Decimal, kind: str, *, late: bool = False) -> Figure:
    href = address(read.sheet, filter=kind) if value else ""
    return Figure(saying.points(value), href, late=late and value > 0)


def _domain(read: SheetReading, node: Node, asked: Asked) -> DomainShown:
    has, href = read.standing.get(node.code, Standing()), address(read.sheet, domain=node.code)
    current = asked.domain == node.code
    if node.kind is not NodeKind.POINTS:  # beside the total: what is not given yet is no gain to come
        return DomainShown(node, href, saying.points(has.secured), saying.short(node.max), None, current)
    most = saying.short(has.max)
    return DomainShown(node, href, saying.points(has.secured), most, standing_bar(has), current)


def _rows(
    read: SheetReading,
    asked: Asked,
    stages: tuple[VerdictStage, ...],
    rights: Reader,
) -> Iterator[RowShown]:
    wanted = _wanted(read, asked)
    for node in read.criteria.ordered:
        leaf = read.leaves.get(node.code)
        if node.code not in wanted:
            continue
        if leaf is None:
            yield _group(read, node, stages)
        else:
            yield _leaf(read, leaf, asked, stages, rights)


def _wanted(read: SheetReading, asked: Asked) -> set[str]:
    """Give the codes of the lines to show: leaves of the part asked for, with what is above them."""
    if asked.filter:
        fits = FILTERS[asked.filter][1]
        leaves = [leaf.node for leaf in read.leaves.values() if fits(leaf, read.standing[leaf.node.code])]
    else:
        leaves = list(read.criteria.under("" if asked.domain == ALL else asked.domain))
    above = {node.code for leaf in leaves for node in read.criteria.above(leaf.code)}
    return above | {leaf.code for leaf in leaves}


def _group(read: SheetReading, node: Node, stages: tuple[VerdictStage, ...]) -> RowShown:
    has = read.outcome.nodes[node.code]
    leaves = [read.leaves[leaf.code] for leaf in read.criteria.under(node.code)]
    scored = any(leaf.own.state is LeafState.SCORED for leaf in leaves)
    cells = tuple(Cell(saying.STAGES[stage], _sum(leaves, stage)) for stage in stages)
    most = saying.points(node.max if node.kind is not NodeKind.POINTS else has.applicable_max)
    return RowShown(node, most, saying.points(has.earned if scored else None), cells)


def _sum(leaves: list[LeafReading], stage: VerdictStage) -> str:
    found = [leaf.verdicts[stage].points or Decimal(0) for leaf in leaves if stage in leaf.verdicts]
    return saying.points(sum(found, Decimal(0))) if found else ""


def _leaf(
    read: SheetReading,
    leaf: LeafReading,
    asked: Asked,
    stages: tuple[VerdictStage, ...],
    rights: Reader,
) -> RowShown:
    code = leaf.node.code
    here = address(read.sheet, domain="" if asked.filter else asked.domain, leaf=code, filter=asked.filter)
    papers = Figure(f"{len(leaf.evidence)} tài liệu", here) if leaf.evidence else None
    return RowShown(
        leaf.node,
        saying.points(leaf.node.max),
        own_points(leaf),
        tuple(Cell(saying.STAGES[one], verdict_points(leaf, one), differs(leaf, one)) for one in stages),
        leaf,
        here,
        anchor(code),
        saying.SOURCES[leaf.source],
        papers,
        "" if papers else proof_words(leaf),
        next((saying.MISSING[one] for one in (Missing.VALUE, Missing.EVIDENCE) if one in leaf.missing), ""),
        leaf_shown(read, leaf, rights.reader, may_open=rights.opens(read.criteria.domain(code).code))
        if asked.leaf == code
        else None,
    )
