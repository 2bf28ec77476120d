"""Bars of several segments: told apart by order, edge and pattern besides colour, each with its number."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from motcua.base.ui.charts.figures import Figure, Number, percent


class Look(StrEnum):
    """How a segment is filled."""

    SURE = "sure"
    DONE = "done"
    OPEN = "open"
    RISK = "risk"
    LOST = "lost"


@dataclass(frozen=True)
class Kind:
    """A kind of segment: its fill and its word in the legend."""

    look: Look
    words: str


SCORING = (Kind(Look.SURE, "Đã chắc"), Kind(Look.OPEN, "Còn có thể"), Kind(Look.LOST, "Đã mất"))
PROGRESS = (
    Kind(Look.DONE, "Hoàn thành"),
    Kind(Look.OPEN, "Đúng tiến độ"),
    Kind(Look.RISK, "Có nguy cơ"),
    Kind(Look.LOST, "Chậm"),
)


@dataclass(frozen=True)
class Segment:
    """A drawn segment: its kind, where it begins and how long it is, in per cent of the drawing."""

    kind: Kind
    start: str
    middle: str
    end: str
    length: str


@dataclass(frozen=True)
class Stack:
    """One bar of segments."""

    label: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Row:
    """A row of a table: an amount and a number for each kind, and the number of the whole."""

    name: str
    amounts: tuple[Number, ...]
    figures: tuple[Figure, ...]
    whole: Figure | None = None
    href: str = ""


@dataclass(frozen=True)
class Drawn:
    """A row with its bar."""

    row: Row
    stack: Stack
    cells: tuple[tuple[Kind, Figure], ...]


@dataclass(frozen=True)
class Stacks:
    """A table of stacks: a column for each kind, its look and word at the head, then the whole."""

    caption: str
    name: str
    whole: str
    kinds: tuple[Kind, ...]
    rows: tuple[Drawn, ...]
    foot: Drawn | None


def stack(kinds: Sequence[Kind], amounts: Sequence[Number], label: str = "", scale: Number = 0) -> Stack:
    """Draw one bar; `scale` is the amount of its whole width, by default the sum of its parts."""
    whole = scale or sum(amounts)
    segments, done = [], type(whole)(0)
    for kind, amount in zip(kinds, amounts, strict=True):
        after = done + amount
        if amount > 0:
            middle = percent(done + after, 2 * whole)
            segments.append(
                Segment(kind, percent(done, whole), middle, percent(after, whole), percent(amount, whole))
            )
        done = after
    return Stack(label, tuple(segments))


def stacks(
    caption: str,
    kinds: Sequence[Kind],
    rows: Sequence[Row],
    *,
    heads: tuple[str, str] = ("Lĩnh vực", ""),
    foot: Row | None = None,
) -> Stacks:
    """Draw rows on one scale; `heads` names the first column and the wholes, `foot` is a row of totals."""
    longest = max((sum(row.amounts) for row in rows), default=0)
    drawn = tuple(Drawn(row, stack(kinds, row.amounts, "", longest), _cells(kinds, row)) for row in rows)
    last = None if foot is None else Drawn(foot, Stack("", ()), _cells(kinds, foot))
    return Stacks(caption, *heads, tuple(kinds), drawn, last)


def _cells(kinds: Sequence[Kind], row: Row) -> tuple[tuple[Kind, Figure], ...]:
    return tuple(zip(kinds, row.figures, strict=True))
