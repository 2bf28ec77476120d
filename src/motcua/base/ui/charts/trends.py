"""A share over months as one line, for a page that keeps a table of its own beneath."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

WIDTH, HEIGHT = 760, 240
LEFT, RIGHT, TOP, BOTTOM = 56, 84, 16, 36
LABELS = 6  # more names than this along the foot would touch each other
# A telephone has a drawing of its own: a shrunken one could not be read.
NARROW_WIDTH, NARROW_LABELS = 340, 3


@dataclass(frozen=True)
class Mark:
    """A word at a place."""

    x: float
    y: float
    words: str


@dataclass(frozen=True)
class Trend:
    """A line over time: its unbroken stretches, points, last value, and the lines of the scale."""

    label: str
    stretches: tuple[str, ...]
    points: tuple[tuple[float, float], ...]
    last: Mark | None
    scale: tuple[Mark, ...]
    names: tuple[Mark, ...]
    width: int
    height: int = HEIGHT
    left: int = LEFT
    narrow: "Trend | None" = None

    @property
    def right(self) -> int:
        """Give where the lines of the scale end."""
        return self.width - RIGHT


def trend(label: str, names: Sequence[str], shares: Sequence[float | None], words: Sequence[str]) -> Trend:
    """Draw shares between 0 and 1 over time; None leaves a gap, never a line across it.

    `words` says each value. The scale ends at 100 % and begins at a round tenth below the lowest value.
    """
    drawn = _drawn(label, names, shares, words, width=WIDTH, labels=LABELS)
    return replace(
        drawn, narrow=_drawn(label, names, shares, words, width=NARROW_WIDTH, labels=NARROW_LABELS)
    )


def _drawn(
    label: str,
    names: Sequence[str],
    shares: Sequence[float | None],
    words: Sequence[str],
    *,
    width: int,
    labels: int,
) -> Trend:
    known = [value for value in shares if value is not None]
    floor = min(int(min(known, default=0) * 10) / 10, 0.9)
    step = (width - LEFT - RIGHT) / max(len(names) - 1, 1)
    places = [
        None if value is None else (round(LEFT + at * step, 1), _height(value, floor))
        for at, value in enumerate(shares)
    ]
    points = tuple(place for place in places if place is not None)
    final = next((word for place, word in zip(places[::-1], words[::-1], strict=True) if place), "")
    every = -(-len(names) // labels)
    return Trend(
        label,
        tuple(_stretches(places)),
        points,
        Mark(points[-1][0] + 10, points[-1][1] + 5, final) if points else None,
        tuple(Mark(LEFT - 10, _height(at, floor), f"{at * 100:.0f}\u00a0%") for at in _scale(floor)),
        tuple(
            Mark(round(LEFT + at * step, 1), HEIGHT - 8, name)
            for at, name in enumerate(names)
            if (len(names) - 1 - at) % every == 0
        ),
        width,
    )


def _height(value: float, floor: float) -> float:
    return round(TOP + (1 - value) / (1 - floor) * (HEIGHT - TOP - BOTTOM), 1)


def _scale(floor: float) -> tuple[float, ...]:
    return floor, round((1 + floor) / 2, 3), 1.0


def _stretches(places: Sequence[tuple[float, float] | None]) -> list[str]:
    found: list[list[str]] = [[]]
    for place in places:
        if place is None:
            found.append([])
        else:
            found[-1].append(f"{place[0]},{place[1]}")
    return [" ".join(one) for one in found if len(one) > 1]
