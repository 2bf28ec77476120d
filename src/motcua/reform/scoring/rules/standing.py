"""Points secured, still possible and lost, per node and in whole."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from motcua.reform.scoring.rules.computing import Outcome
from motcua.reform.scoring.rules.given import NOTHING, Given
from motcua.reform.scoring.rules.rule import ZERO
from motcua.reform.scoring.words import LeafState, NodeKind


@dataclass(frozen=True, slots=True)
class Standing:
    """Three parts that add up to the applicable maximum of a node."""

    secured: Decimal = ZERO
    possible: Decimal = ZERO
    lost: Decimal = ZERO

    @property
    def max(self) -> Decimal:
        """Give the applicable maximum."""
        return self.secured + self.possible + self.lost

    def __add__(self, other: "Standing") -> "Standing":
        return Standing(self.secured + other.secured, self.possible + other.possible, self.lost + other.lost)


def standing(
    outcome: Outcome, inputs: Mapping[str, Given], *, not_due: Collection[str] = ()
) -> dict[str, Standing]:
    """Tell where every node stands, and the whole under "" (without bonus and penalty).

    A pending leaf is still possible. A scored one has secured its points; what its rule can still give is
    possible while the leaf is in `not_due`, the rest is lost.
    """
    criteria = outcome.criteria
    found: dict[str, Standing] = {"": Standing()}
    for leaf in criteria.leaves:
        got = outcome.by_code[leaf.code]
        if got.state is LeafState.NOT_APPLICABLE:
            one = Standing()
        elif got.state is LeafState.PENDING or leaf.rule is None:
            one = Standing(possible=leaf.max)
        else:
            given = inputs.get(leaf.code, NOTHING)
            still = leaf.rule.attainable(given, leaf.max) if leaf.code in not_due else got.points
            possible = max(still - got.points, ZERO)
            one = Standing(got.points, possible, leaf.max - got.points - possible)
        whole = [""] if leaf.kind is NodeKind.POINTS else []
        for code in (leaf.code, *(node.code for node in criteria.above(leaf.code)), *whole):
            found[code] = found.get(code, Standing()) + one
    return found
