"""Ranking shares: on the exact figure, ties share a rank, and too few cases have none. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from motcua.base.figures.sureness import wilson

# With fewer cases a share of nine in ten is known to a span of more than 20 points: no order can be told.
LEAST_RANKED = 30


@dataclass(frozen=True)
class Ranked:
    """One share in a ranking: its rank among how many (None below the least), and its 95 % interval.

    The ends of the interval are shares between 0 and 1; None where there is no whole.
    """

    key: str
    part: int
    whole: int
    rank: int | None
    among: int
    interval: tuple[float, float] | None


def ranked(shares: Mapping[str, tuple[int, int]], *, least: int = LEAST_RANKED) -> list[Ranked]:
    """Rank shares, the highest first; those without a rank come after, the fullest first."""
    known = {key: Fraction(part, whole) for key, (part, whole) in shares.items() if whole >= least}
    ranks = _ranks(known)
    told = [
        Ranked(key, part, whole, ranks.get(key), len(known), wilson(part, whole) if whole else None)
        for key, (part, whole) in shares.items()
    ]
    return sorted(told, key=lambda one: (one.rank is None, one.rank or 0, -one.whole, one.key))


def _ranks(known: Mapping[str, Fraction]) -> dict[str, int]:
    order: Iterable[tuple[str, Fraction]] = sorted(known.items(), key=lambda one: -one[1])
    found: dict[str, int] = {}
    before: Fraction | None = None
    rank = 0
    for place, (key, share) in enumerate(order, 1):
        rank = rank if share == before else place
        found[key], before = rank, share
    return found
