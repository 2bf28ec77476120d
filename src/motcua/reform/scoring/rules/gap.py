"""Which leaves lift a unit into the next band, the cheapest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from motcua.reform.scoring.rules.bands import Band, band_of, next_band
from motcua.reform.scoring.rules.computing import FINEST, Outcome, rounded, whole
from motcua.reform.scoring.rules.criteria import Node
from motcua.reform.scoring.rules.given import NOTHING, Given
from motcua.reform.scoring.rules.rule import HUNDRED, ZERO, Next
from motcua.reform.scoring.words import LeafState, NodeKind


@dataclass(frozen=True, slots=True)
class GapRow:
    """One leaf that can rise: what more it takes, who owns it, and whether it is among the cheapest that
    together reach the band."""

    leaf: Node
    owner: str
    next: Next
    chosen: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """The way to the next band.

    `missing` is how many points it takes, `rows` go from the cheapest, `enough` tells whether they reach it.
    In the best band, and where nothing applies, there is no target and nothing is missing.
    """

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

    `owners` maps codes of leaves, or of what is above them, to whoever answers for them. What more papers or
    dossiers lift comes first, by points per piece; then steps to take; then what others have to judge.
    """
    bands = outcome.criteria.meta.bands if bands is None else bands
    if outcome.exact is None:
        return Gap(None, None, ZERO, (), enough=False)
    now, target = band_of(outcome.exact, bands), next_band(outcome.exact, bands)
    bound = ZERO if target is None else target.least * outcome.applicable_max / HUNDRED
    missing = ZERO if target is None else whole(bound - outcome.earned)
    reached, rows = ZERO, []
    for leaf, way in sorted(_ways(outcome, inputs), key=_cost):
        chosen = target is not None and not _lifted(outcome, reached, target)
        reached += way.gain if chosen else ZERO
        rows.append(GapRow(leaf, _owner(outcome, leaf, owners or {}), way, chosen))
    enough = target is not None and _lifted(outcome, reached, target)
    return Gap(now, target, missing, tuple(rows), enough)


def _ways(outcome: Outcome, inputs: Mapping[str, Given]) -> Iterator[tuple[Node, Next]]:
    for leaf in outcome.criteria.leaves:
        got = outcome.by_code[leaf.code]
        if leaf.kind is not NodeKind.POINTS or got.state is LeafState.NOT_APPLICABLE or leaf.rule is None:
            continue
        way = leaf.rule.best_next(inputs.get(leaf.code, NOTHING), leaf.max)
        if way is not None:
            yield leaf, way


def _cost(one: tuple[Node, Next]) -> tuple[int, Decimal, Decimal]:
    _, way = one
    if way.count is not None:
        return 0, -way.gain / way.count, -way.gain
    return (2 if way.step is None else 1), -way.gain, ZERO


def _lifted(outcome: Outcome, more: Decimal, target: Band) -> bool:
    return target.holds(rounded((outcome.earned + more) * HUNDRED / outcome.applicable_max, FINEST))


def _owner(outcome: Outcome, leaf: Node, owners: Mapping[str, str]) -> str:
    codes = (leaf.code, *(node.code for node in reversed(outcome.criteria.above(leaf.code))))
    return next((owners[code] for code in codes if code in owners), "")
