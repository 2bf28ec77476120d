"""From leaves to the index: points, applicable maximum and percentage, kept apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import NamedTuple

from motcua.reform.scoring.rules.criteria import Criteria
from motcua.reform.scoring.rules.given import NOTHING, Given
from motcua.reform.scoring.rules.rule import HUNDRED, NOT_APPLICABLE, PENDING, ZERO, Scored
from motcua.reform.scoring.words import Because, LeafState, NodeKind

CENT = Decimal("0.01")
# Thirds added up are whole again: what 28 digits leave of them must not fall below a bound of a band.
FINEST = Decimal("1E-18")
_NO_SURVEY = Scored(ZERO, LeafState.NOT_APPLICABLE, Because.NO_SURVEY_HELD)


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Points given or taken after appraisal: a bonus or a penalty, with its reason; `points` from 0 up."""

    kind: NodeKind
    points: Decimal
    reason: str = ""


class LeafOutcome(NamedTuple):
    """What one leaf got of its maximum."""

    code: str
    points: Decimal
    max: Decimal
    state: LeafState
    why: Because


class Sum(NamedTuple):
    """Points and applicable maximum below one node; `pending` is the maximum of leaves without input."""

    earned: Decimal
    applicable_max: Decimal
    pending: Decimal

    @property
    def percent(self) -> Decimal | None:
        """Give the share unrounded; None where nothing applies."""
        return rounded(self.earned * HUNDRED / self.applicable_max, FINEST) if self.applicable_max else None


@dataclass(frozen=True)
class Outcome:
    """The result of a sheet.

    `scores` are the leaves' points, `bonus` and `penalty` what counts of them under their caps, `earned` the
    final points (never below 0), `applicable_max` the maximum of what applies. `exact` is the percentage
    unrounded, never above 100; None where nothing applies.
    """

    criteria: Criteria
    scored: tuple[Scored, ...]
    scores: Decimal
    bonus: Decimal
    penalty: Decimal
    earned: Decimal
    applicable_max: Decimal

    @property
    def exact(self) -> Decimal | None:
        """Give the index unrounded: what ranks and bands go by."""
        if not self.applicable_max:
            return None
        return rounded(self.earned * HUNDRED / self.applicable_max, FINEST)

    @property
    def index(self) -> Decimal | None:
        """Give the index with two decimals, half up."""
        return None if self.exact is None else rounded(self.exact)

    @cached_property
    def leaves(self) -> tuple[LeafOutcome, ...]:
        """Give every leaf in the order of the codes."""
        pairs = zip(self.criteria.leaves, self.scored, strict=True)
        return tuple(LeafOutcome(leaf.code, got.points, leaf.max, got.state, got.why) for leaf, got in pairs)

    @cached_property
    def by_code(self) -> Mapping[str, LeafOutcome]:
        """Give each leaf by its code."""
        return {leaf.code: leaf for leaf in self.leaves}

    @cached_property
    def nodes(self) -> Mapping[str, Sum]:
        """Give the sums below every node by its code, and of the whole under ""."""
        codes = ["", *(node.code for node in self.criteria.nodes)]
        return {code: self._sum(code) for code in codes}

    def _sum(self, code: str) -> Sum:
        earned = applicable = pending = ZERO
        for node in self.criteria.under(code):
            got = self.by_code[node.code]
            if (not code and node.kind is not NodeKind.POINTS) or got.state is LeafState.NOT_APPLICABLE:
                continue
            earned += got.points
            applicable += got.max
            pending += got.max if got.state is LeafState.PENDING else ZERO
        return Sum(whole(earned), applicable, pending)


def rounded(value: Decimal, places: Decimal = CENT) -> Decimal:
    """Round half up, to two decimals unless told."""
    return value.quantize(places, ROUND_HALF_UP)


def whole(points: Decimal) -> Decimal:
    """Give added up points without what the finite digits of thirds and sevenths left, and without zeros."""
    settled = rounded(points, FINEST)
    return settled.to_integral_value() if settled == settled.to_integral_value() else settled.normalize()


def compute(
    criteria: Criteria,
    inputs: Mapping[str, Given],
    *,
    adjustments: Sequence[Adjustment] = (),
    survey_held: bool = True,
) -> Outcome:
    """Score a sheet: each leaf by its rule, then index = earned / applicable maximum × 100.

    A leaf without input is pending and counts 0 of its maximum; one that does not apply leaves the
    denominator. Where no survey is held and the set says so, survey leaves leave it too.
    """
    rescaled = not survey_held and criteria.meta.rescale_without_survey
    scored: list[Scored] = []
    scores = bonus = penalty = most = ZERO
    for leaf in criteria.leaves:
        given = inputs.get(leaf.code, NOTHING)
        if given.not_applicable:
            got = NOT_APPLICABLE
        elif rescaled and leaf.is_survey:
            got = _NO_SURVEY
        else:
            got = leaf.rule.points(given, leaf.max) if leaf.rule else PENDING
        scored.append(got)
        if leaf.kind is NodeKind.POINTS:
            if got.state is not LeafState.NOT_APPLICABLE:
                scores += got.points
                most += leaf.max
        elif leaf.kind is NodeKind.BONUS:
            bonus += got.points
        else:
            penalty += got.points
    bonus += sum((one.points for one in adjustments if one.kind is NodeKind.BONUS), ZERO)
    penalty += sum((one.points for one in adjustments if one.kind is NodeKind.PENALTY), ZERO)
    bonus, penalty = _capped(bonus, criteria.meta.bonus_cap), _capped(penalty, criteria.meta.penalty_cap)
    earned = whole(min(max(scores + bonus - penalty, ZERO), most))
    return Outcome(criteria, tuple(scored), scores, bonus, penalty, earned, most)


def _capped(points: Decimal, cap: Decimal | None) -> Decimal:
    return points if cap is None else min(points, cap)
