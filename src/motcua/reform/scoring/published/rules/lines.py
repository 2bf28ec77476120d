"""A series over time as a line may be drawn: never across a break, a hole, or a figure that is not whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from motcua.base.clock.periods import Period
from motcua.reform.scoring.published.words import Standing

_SUREST = tuple(Standing)


@dataclass(frozen=True)
class Mark:
    """From which day a series means something else, and why."""

    from_on: date
    words: str


@dataclass(frozen=True)
class Told:
    """One value that a source gives for a period."""

    period: Period
    value: Decimal | None
    standing: Standing
    whole: bool = True


@dataclass(frozen=True)
class Point:
    """What a line shows for a period: None leaves a gap; `breaks` stand between it and the one before."""

    period: Period
    value: Decimal | None
    breaks: tuple[Mark, ...] = ()


def drawn(told: Sequence[Told]) -> Decimal | None:
    """Give the one value that stands for a period; None where the surest sources disagree or none is whole.

    Sources are never averaged: where two of equal standing differ, nothing is drawn and both are told.
    """
    whole = [one for one in told if one.whole and one.value is not None]
    if not whole:
        return None
    surest = min(_SUREST.index(one.standing) for one in whole)
    values = {one.value for one in whole if _SUREST.index(one.standing) == surest}
    return values.pop() if len(values) == 1 else None


def line_of(told: Iterable[Told], marks: Sequence[Mark]) -> tuple[Point, ...]:
    """Give the points of a series in time, with the years that nobody told as gaps between them."""
    by_period: dict[Period, list[Told]] = {}
    for one in told:
        by_period.setdefault(one.period, []).append(one)
    found: list[Point] = []
    before: Period | None = None
    for period in _with_holes(sorted(by_period)):
        crossed = tuple(mark for mark in marks if before and before.last < mark.from_on <= period.last)
        found.append(Point(period, drawn(by_period.get(period, [])), crossed))
        before = period
    return tuple(found)


def stretches(points: Sequence[Point]) -> list[list[Point]]:
    """Give the runs of points that one unbroken line may join."""
    found: list[list[Point]] = [[]]
    for point in points:
        if point.breaks or point.value is None:
            found.append([])
        if point.value is not None:
            found[-1].append(point)
    return [one for one in found if one]


def _with_holes(periods: Sequence[Period]) -> list[Period]:
    """Give the periods with the whole years between them that are missing."""
    found: list[Period] = []
    for period in periods:
        if found and _is_year(found[-1]) and _is_year(period):
            found += [_year(year) for year in range(found[-1].first.year + 1, period.first.year)]
        found.append(period)
    return found


def _is_year(period: Period) -> bool:
    return period == _year(period.first.year)


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))
