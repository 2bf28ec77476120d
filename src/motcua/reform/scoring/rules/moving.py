"""What a new version of the criteria does to the leaves of a running round."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from motcua.reform.scoring.rules.criteria import Criteria, Node
from motcua.reform.scoring.words import LeafChange


@dataclass(frozen=True, slots=True)
class LeafMove:
    """What happens to one leaf: its maximum before and after, None where it is not there."""

    code: str
    name: str
    change: LeafChange
    before: Decimal | None
    after: Decimal | None


def moved(old: Criteria, new: Criteria) -> tuple[LeafMove, ...]:
    """Compare the leaves of two versions by their codes: those of the new in its order, then what is gone."""
    before: Mapping[str, Node] = {leaf.code: leaf for leaf in old.leaves}
    after = {leaf.code for leaf in new.leaves}
    found = [_move(before.get(leaf.code), leaf) for leaf in new.leaves]
    found += [
        LeafMove(leaf.code, leaf.name, LeafChange.GONE, leaf.max, None)
        for leaf in old.leaves
        if leaf.code not in after
    ]
    return tuple(found)


def _move(old: Node | None, new: Node) -> LeafMove:
    if old is None:
        return LeafMove(new.code, new.name, LeafChange.ADDED, None, new.max)
    change = LeafChange.KEPT
    if not same_rule(old, new):
        change = LeafChange.NEW_RULE
    elif old.max != new.max:
        change = LeafChange.NEW_MAX
    return LeafMove(new.code, new.name, change, old.max, new.max)


def same_rule(old: Node, new: Node) -> bool:
    """Tell whether the same figures mean the same in both: rule, measure and kind are alike."""
    if old.rule is None or new.rule is None:
        return old.rule is new.rule
    return (dict(old.rule.raw), old.measure, old.kind) == (dict(new.rule.raw), new.measure, new.kind)


def comparable(old: Criteria, new: Criteria) -> bool:
    """Tell whether two results may be joined by a line: the same leaves with the same maxima."""
    return {leaf.code: leaf.max for leaf in old.leaves} == {leaf.code: leaf.max for leaf in new.leaves}
