"""Ways through steps as a small SVG: numbered steps in a row, arcs where a way leaps."""

from collections.abc import Sequence
from dataclasses import dataclass

APART, RADIUS, EDGE = 76, 18, 14
RISE, MOST_RISE = 20, 110
FOOT, ASIDE = 28, 20


@dataclass(frozen=True)
class Stop:
    """A step as it is drawn: its note beneath, whether it stands out, how many are asked beside it."""

    note: str
    marked: bool = False
    asked: int = 0


@dataclass(frozen=True)
class Spot:
    """A drawn step: where, its number and note."""

    x: int
    y: int
    number: int
    note: str
    marked: bool
    asked: str


@dataclass(frozen=True)
class Flow:
    """A drawing: its spots, the lines between neighbours, the arcs that leap over others."""

    label: str
    width: int
    height: int
    spots: tuple[Spot, ...]
    lines: tuple[str, ...]
    arcs: tuple[str, ...]


def flow(label: str, stops: Sequence[Stop], ways: Sequence[tuple[int, int]]) -> Flow:
    """Draw steps and the ways between them; a way is a pair of places, from 0, and leads forward."""
    leaps = [way for way in ways if way[1] - way[0] > 1]
    top = min(MOST_RISE, RISE * max((end - start for start, end in leaps), default=0))
    y = RADIUS + 8 + top
    asked = ASIDE if any(stop.asked for stop in stops) else 0
    return Flow(
        label,
        2 * (EDGE + RADIUS) + APART * max(len(stops) - 1, 0),
        y + RADIUS + FOOT + asked,
        tuple(_spot(at, stop, y) for at, stop in enumerate(stops)),
        tuple(_line(start, y) for start, end in ways if end - start == 1),
        tuple(_arc(start, end, y) for start, end in leaps),
    )


def _x(at: int) -> int:
    return EDGE + RADIUS + APART * at


def _spot(at: int, stop: Stop, y: int) -> Spot:
    asked = f"+{stop.asked} ý kiến" if stop.asked else ""
    return Spot(_x(at), y, at + 1, stop.note, stop.marked, asked)


def _line(at: int, y: int) -> str:
    start, end = _x(at) + RADIUS, _x(at + 1) - RADIUS
    return f"M{start} {y}H{end - 4}"


def _arc(start: int, end: int, y: int) -> str:
    left, right, rise = _x(start), _x(end), min(MOST_RISE, RISE * (end - start))
    foot = y - RADIUS
    return f"M{left} {foot}C{left} {foot - rise} {right} {foot - rise} {right} {foot - 4}"
