"""Lines over time: a dashed target, gaps where nothing is known, marks where values do not compare."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from motcua.base.text import NBSP
from motcua.base.ui.charts.figures import Figure, Number

FULL, HALF, NARROW = 1200, 592, 328
HEIGHT = 220
LEFT, RIGHT, TOP, BOTTOM = 40, 76, 18, 32
LETTERS = 40  # a name along the foot with the air it needs
ABREAST = 13  # more moments than this stand one below the other in the table
STEPS = tuple(
    Decimal(one)
    for one in ("0.5", "1", "2", "4", "5", "10", "20", "25", "50", "100", "1000", "10000", "1000000")
)
LINES = 4  # more spaces than this between the lines of a scale would crowd it
NEAR = 18  # two words at the right end nearer than this would touch


@dataclass(frozen=True)
class Series:
    """A line: its name, its values (None where nothing is known) and each value as people read it."""

    name: str
    values: tuple[Number | None, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Break:
    """Before the moment `at` (its place in the names) stands what does not compare, and why in words."""

    at: int
    reason: str


@dataclass(frozen=True)
class Spot:
    """A place, with a word."""

    x: float
    y: float
    words: str = ""


@dataclass(frozen=True)
class Way:
    """A drawn line: its unbroken stretches, its points, the last of them with its value."""

    name: str
    stretches: tuple[str, ...]
    points: tuple[Spot, ...]
    last: Spot | None


@dataclass(frozen=True)
class Moment:
    """A moment in the table: its name, the mark of a break before it, a figure for each line."""

    name: str
    mark: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Line:
    """A drawing with the table beneath: `upright` when its moments stand one below the other."""

    label: str
    unit: str
    series: tuple[Series, ...]
    moments: tuple[Moment, ...]
    reasons: tuple[tuple[str, str], ...]
    scale: tuple[Spot, ...]
    upright: bool
    width: int = HALF
    ways: tuple[Way, ...] = ()
    names: tuple[Spot, ...] = ()
    breaks: tuple[Spot, ...] = ()
    target: Spot | None = None
    height: int = HEIGHT
    left: int = LEFT
    smaller: "tuple[Line, ...]" = ()

    @property
    def drawings(self) -> "tuple[tuple[str, Line], ...]":
        """Give each drawing with the width it is for, the widest first; the letters keep their size."""
        every = (self, *self.smaller)
        return tuple(zip(("wide", "medium", "narrow")[-len(every) :], every, strict=True))

    @property
    def right(self) -> int:
        """Give where the lines of the scale end."""
        return self.width - RIGHT

    @property
    def foot(self) -> int:
        """Give the height of the lowest line of the scale."""
        return self.height - BOTTOM


def line(
    label: str,
    names: Sequence[str],
    series: Sequence[Series],
    *,
    unit: str = "%",
    target: Number | None = None,
    breaks: Sequence[Break] = (),
    width: int = HALF,
) -> Line:
    """Draw one to three lines over named moments, oldest first.

    `label` says in a sentence what the drawing shows; `unit` heads the table. No line crosses a value that
    is not known nor a break. Paper and telephones have drawings of their own.
    """
    goal = None if target is None else Decimal(target)
    values = [Decimal(value) for one in series for value in one.values if value is not None]
    scale = _scale(values if goal is None else [*values, goal])
    cuts = {one.at: str(number) for number, one in enumerate(breaks, 1)}
    told = Line(
        label,
        unit,
        tuple(series),
        tuple(
            Moment(name, cuts.get(at, ""), tuple(one.figures[at] for one in series))
            for at, name in enumerate(names)
        ),
        tuple((str(number), f"trước {names[one.at]}: {one.reason}") for number, one in enumerate(breaks, 1)),
        tuple(Spot(LEFT - 8, _height(at, scale), f"{at.normalize():f}".replace(".", ",")) for at in scale),
        len(names) > ABREAST or len(series) > 1,
    )
    widths = dict.fromkeys((width, HALF, NARROW))
    widest, *smaller = (_drawn(told, scale, goal, each) for each in widths)
    return replace(widest, smaller=tuple(smaller))


def _drawn(told: Line, scale: Sequence[Decimal], target: Decimal | None, width: int) -> Line:
    step = (width - LEFT - RIGHT) / max(len(told.moments) - 1, 1)
    every = -(-LETTERS // max(int(step), 1))
    latest = len(told.moments) - 1
    goal = None if target is None else Spot(width - RIGHT + 6, _height(target, scale), "mục tiêu")
    cuts = {at: moment.mark for at, moment in enumerate(told.moments) if moment.mark}
    return replace(
        told,
        width=width,
        target=goal,
        ways=_apart([_way(one, step, scale, cuts) for one in told.series], goal),
        names=tuple(
            Spot(_along(at, step), HEIGHT - 8, moment.name)
            for at, moment in enumerate(told.moments)
            if (latest - at) % every == 0
        ),
        breaks=tuple(Spot(round(_along(at, step) - step / 2, 1), TOP, mark) for at, mark in cuts.items()),
    )


def _along(at: int, step: float) -> float:
    return round(LEFT + at * step, 1)


def _height(value: Decimal, scale: Sequence[Decimal]) -> float:
    share = (value - scale[0]) / (scale[-1] - scale[0])
    return round(TOP + float(1 - share) * (HEIGHT - TOP - BOTTOM), 1)


def _scale(known: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Give three to five round values that hold all that is known, below four million."""
    low, high = min(known, default=Decimal(0)), max(known, default=Decimal(100))
    for step in STEPS:
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = max((high / step).to_integral_value(ROUND_CEILING), first + 2)
        if last - first <= LINES:
            break
    return tuple(step * at for at in range(int(first), int(last) + 1))


def _way(one: Series, step: float, scale: Sequence[Decimal], cuts: dict[int, str]) -> Way:
    found: list[list[Spot]] = [[]]
    for at, (value, figure) in enumerate(zip(one.values, one.figures, strict=True)):
        if at in cuts or value is None:
            found.append([])
        if value is not None:
            words = figure.words.replace(" ", NBSP)
            found[-1].append(Spot(_along(at, step), _height(Decimal(value), scale), words))
    points = tuple(spot for stretch in found for spot in stretch)
    lines = tuple(" ".join(f"{spot.x},{spot.y}" for spot in stretch) for stretch in found if len(stretch) > 1)
    return Way(one.name, lines, points, points[-1] if points else None)


def _apart(ways: Sequence[Way], goal: Spot | None) -> tuple[Way, ...]:
    """Move the words at the right end apart where they would touch."""
    taken = [] if goal is None else [goal.y]
    return tuple(way if way.last is None else replace(way, last=_free(way.last, taken)) for way in ways)


def _free(last: Spot, taken: list[float]) -> Spot:
    y = last.y
    while any(abs(y - other) < NEAR for other in taken):
        y += NEAR / 2
    taken.append(y)
    return replace(last, y=round(y, 1))
