"""Which leaves lift a unit into the next band, the cheapest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from motcua.reform.scoring.rules.bands import Band
from motcua.reform.scoring.rules.computing import Outcome
from motcua.reform.scoring.rules.given import Given
from motcua.reform.scoring.rules.rule import Next


@dataclass(frozen=True, slots=True)
class GapRow:
    """One leaf that can rise: what more it takes, what it gives, who owns it, and whether it is needed."""

    code: str
    name: str
    owner: str
    next: Next
    chosen: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """The way to the next band: `missing` points of it; `rows` from the cheapest; `enough` tells whether
    all of them together reach it."""

    now: Band | None
    target: Band | None
    missing: Decimal
    rows: tuple[GapRow, ...]
    enough: bool


def gap(
    outcome: Outcome,
    inputs: Mapping[str, Given],
    *,
    bands: Sequence[Band] | None = None,
    owners: Mapping[str, str] | None = None,
) -> Gap:
    """Give the leaves that lift a unit into the next band; `bands` are the set's unless given.

    `owners` maps leaf codes to whoever answers for them. What a count of dossiers or papers lifts comes
    first, by points per piece; then steps to take; then what others judge.
    """
    raise NotImplementedError
