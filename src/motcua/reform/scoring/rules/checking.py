"""What is wrong with a criteria set: every fault at once, each with row, column and what to do."""

from collections.abc import Collection, Iterator
from decimal import Decimal

from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.rules.bands import are_sound
from motcua.reform.scoring.rules.criteria import Criteria, Node, points_of
from motcua.reform.scoring.rules.problems import Problem
from motcua.reform.scoring.rules.rule import ZERO, Flaw
from motcua.reform.scoring.rules.sentences import says
from motcua.reform.scoring.words import Fault, NodeKind

MOST_DEPTH = 12
CODE, PARENT, POINTS, RULE, KIND, MEASURE = "code", "parent", "max_points", "rule", "kind", "measure"


def faults(criteria: Criteria, *, measures: Collection[str] | None = None) -> tuple[Problem, ...]:
    """Give every fault of a set in the order of its rows; `measures` are the known ones, if any are given.

    The sum of the whole comes last: a fault of a row may be all that is behind it.

    Where the tree itself is broken (a code twice, a parent that is not there, a circle) sums are not looked
    at: they would only repeat it.
    """
    found = [*_tree(criteria)]
    broken = bool(found)
    for node in criteria.nodes:
        found += _node(criteria, node, measures)
    if not broken:
        found += _sums(criteria)
    found += _settings(criteria)
    return tuple(sorted(found, key=lambda problem: (problem.fault is Fault.SUM_OF_TOTAL, problem.row)))


def _problem(fault: Fault, node: Node | None, column: str, **facts: str) -> Problem:
    return Problem(fault, node.row if node else 0, column, says(fault, facts))


def _tree(criteria: Criteria) -> Iterator[Problem]:
    if not criteria.nodes:
        yield _problem(Fault.NO_ROWS, None, "")
    first: dict[str, Node] = {}
    for node in criteria.nodes:
        if node.code in first:
            yield _problem(Fault.DUPLICATE_CODE, node, CODE, code=node.code, at=str(first[node.code].row))
        first.setdefault(node.code, node)
    for node in criteria.nodes:
        if node.parent and node.parent not in first:
            yield _problem(Fault.UNKNOWN_PARENT, node, PARENT, code=node.code, parent=node.parent)
        else:
            yield from _above(first, node)


def _above(first: dict[str, Node], node: Node) -> Iterator[Problem]:
    seen, at = {node.code}, node
    while at.parent in first:
        at = first[at.parent]
        if at.code in seen:
            if at.code == node.code:
                yield _problem(Fault.CIRCLE, node, PARENT, code=node.code)
            return
        seen.add(at.code)
    if len(seen) > MOST_DEPTH:
        yield _problem(Fault.TOO_DEEP, node, PARENT, most=str(MOST_DEPTH))


def _node(criteria: Criteria, node: Node, measures: Collection[str] | None) -> Iterator[Problem]:
    has_children = bool(criteria.children(node.code))
    if node.max < ZERO:
        yield _problem(Fault.POINTS_BELOW_ZERO, node, POINTS, said=wording.figure(node.max))
    elif not node.max:
        yield _problem(Fault.NO_POINTS, node, POINTS)
    if has_children and node.rule is not None:
        yield _problem(Fault.PARENT_WITH_RULE, node, RULE, code=node.code)
    if not has_children and node.rule is None:
        yield _problem(Fault.LEAF_WITHOUT_RULE, node, RULE, code=node.code)
    if node.rule is not None:
        yield from (_flaw(node, flaw) for flaw in node.rule.flaws(node.max))
    if node.measure and measures is not None and node.measure not in measures:
        yield _problem(Fault.UNKNOWN_MEASURE, node, MEASURE, said=node.measure)
    parent = criteria.by_code.get(node.parent)
    if parent is not None and parent.kind is not node.kind:
        yield _problem(Fault.KIND_INSIDE, node, KIND, code=node.code, parent=parent.code)


def _flaw(node: Node, flaw: Flaw) -> Problem:
    column = RULE if flaw.setting == RULE else f"{RULE}.{flaw.setting}"
    return Problem(flaw.fault, node.row, column, says(flaw.fault, flaw.facts))


def _sums(criteria: Criteria) -> Iterator[Problem]:
    for node in criteria.nodes:
        below = criteria.children(node.code)
        total = sum((child.max for child in below), ZERO)
        if below and total != node.max:
            facts = {"code": node.code, "total": wording.points(total), "said": wording.points(node.max)}
            yield _problem(Fault.SUM_OF_CHILDREN, node, POINTS, **facts, gap=_gap(node.max - total))
    total = points_of(criteria.roots)
    if criteria.nodes and total != criteria.meta.total:
        facts = {"total": wording.points(total), "said": wording.points(criteria.meta.total)}
        yield _problem(Fault.SUM_OF_TOTAL, None, POINTS, **facts, gap=_gap(criteria.meta.total - total))


def _gap(missing: Decimal) -> str:
    return f"{'thiếu' if missing > 0 else 'thừa'} {wording.points(abs(missing))}"


def _settings(criteria: Criteria) -> Iterator[Problem]:
    meta = criteria.meta
    for name, cap in (("bonus_cap", meta.bonus_cap), ("penalty_cap", meta.penalty_cap)):
        if cap is not None and cap < ZERO:
            yield _problem(Fault.POINTS_BELOW_ZERO, None, name, said=wording.figure(cap))
    if not are_sound(meta.bands):
        yield _problem(Fault.BANDS_HOLE, None, "bands", upper="0", until="0")
    if any(root.kind is NodeKind.POINTS for root in criteria.roots) or not criteria.nodes:
        return
    yield _problem(Fault.NO_ROWS, None, "")
