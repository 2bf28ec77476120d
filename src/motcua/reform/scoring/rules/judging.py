"""Totals of what others judged: points given to leaves directly, under the same sums and caps."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from motcua.reform.scoring.rules.computing import Outcome, compute
from motcua.reform.scoring.rules.criteria import Criteria, Node
from motcua.reform.scoring.rules.given import Given
from motcua.reform.scoring.rules.kinds import rule_of
from motcua.reform.scoring.words import RuleKind

BY_HAND = rule_of({"type": RuleKind.MANUAL.value})


@dataclass(frozen=True, slots=True)
class Judged:
    """What counts of a leaf: points, that it does not apply, or neither while nobody judged it."""

    points: Decimal | None
    not_applicable: bool = False

    @property
    def given(self) -> Given:
        """Give it as figures of a leaf that is judged by hand."""
        return Given(not_applicable=True) if self.not_applicable else Given(points=self.points)


def judged(criteria: Criteria, found: Mapping[str, Judged]) -> Outcome:
    """Give the outcome of points that were given to leaves, whatever their own rules say."""
    given = {code: one.given for code, one in found.items()}
    by_hand = replace(criteria, nodes=tuple(_by_hand(node) for node in criteria.nodes))
    return replace(compute(by_hand, given), criteria=criteria)


def _by_hand(node: Node) -> Node:
    return node if node.rule is None else replace(node, rule=BY_HAND)


def fits(points: Decimal, leaf: Node) -> bool:
    """Tell whether points lie within what a leaf can give."""
    return 0 <= points <= leaf.max
