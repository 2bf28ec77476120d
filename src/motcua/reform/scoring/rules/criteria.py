"""A criteria set: a tree of any depth whose leaves score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from motcua.reform.scoring.rules.bands import NATIONAL, Band
from motcua.reform.scoring.rules.rule import HUNDRED, ZERO, Rule
from motcua.reform.scoring.words import Method, NodeKind, NodeLevel, RuleKind, SetLevel

SURVEYS = frozenset({RuleKind.SURVEY_MEAN, RuleKind.EXTERNAL_INDEX})


@dataclass(frozen=True)
class SetMeta:
    """What a criteria set is, by whom it was decided, and the settings that hold for the whole of it.

    `total` is what the domains add up to. `bonus_cap` and `penalty_cap` bound the points above and below;
    None is no bound. `rescale_without_survey`: where no survey is held, its leaves leave the denominator.
    `official` is False for whatever was put together without the text of the decision.
    """

    id: str
    name: str
    level: SetLevel
    year: int
    version: int = 1
    status: str = ""
    decision: str = ""
    basis: str = ""
    valid_from: date | None = None
    total: Decimal = HUNDRED
    bonus_cap: Decimal | None = None
    penalty_cap: Decimal | None = None
    rescale_without_survey: bool = False
    official: bool = False
    bands: tuple[Band, ...] = NATIONAL


@dataclass(frozen=True)
class Node:
    """One row: a leaf has a rule, every other row only children. `max` is points; `row` its line in a file.

    `measure` names the measure that gives a leaf its figures; `due_month` is the month in which it falls due
    (1 to 12), None is at any time.
    """

    code: str
    parent: str
    level: NodeLevel
    name: str
    max: Decimal
    rule: Rule | None = None
    evidence: str = ""
    verification: str = ""
    method: Method | None = None
    measure: str = ""
    kind: NodeKind = NodeKind.POINTS
    due_month: int | None = None
    row: int = 0

    @property
    def is_survey(self) -> bool:
        """Tell whether people who are asked score it, not the unit itself."""
        return self.method is Method.SURVEY or (self.rule is not None and self.rule.kind in SURVEYS)


def sort_path(code: str) -> tuple[tuple[int, int, str], ...]:
    """Give the key that puts 1.10 after 1.9, and letters after numbers."""
    return tuple((0, int(part), "") if _is_number(part) else (1, 0, part) for part in code.split("."))


def _is_number(part: str) -> bool:
    return part.isascii() and part.isdecimal()


@dataclass(frozen=True)
class Criteria:
    """A criteria set in memory; the nodes stand in the order of their file."""

    meta: SetMeta
    nodes: tuple[Node, ...]

    @cached_property
    def by_code(self) -> Mapping[str, Node]:
        """Give each node by its code."""
        return {node.code: node for node in self.nodes}

    @cached_property
    def roots(self) -> tuple[Node, ...]:
        """Give the domains in the order of their codes."""
        return self.children("")

    @cached_property
    def leaves(self) -> tuple[Node, ...]:
        """Give every node without children, in the order of their codes."""
        return tuple(sorted((node for node in self.nodes if node.code not in self._below), key=_place))

    @cached_property
    def ordered(self) -> tuple[Node, ...]:
        """Give all nodes as a table shows them: each before what is below it."""
        return tuple(sorted(self.nodes, key=_place))

    def children(self, code: str) -> tuple[Node, ...]:
        """Give the nodes right below one, in the order of their codes; "" gives the roots."""
        return self._below.get(code, ())

    def under(self, code: str) -> tuple[Node, ...]:
        """Give the leaves below a node, or the node itself where it is one; "" gives all."""
        if not code:
            return self.leaves
        found = self.children(code)
        if not found:
            return (self.by_code[code],)
        return tuple(leaf for child in found for leaf in self.under(child.code))

    def above(self, code: str) -> tuple[Node, ...]:
        """Give the nodes above one, the domain first."""
        found: list[Node] = []
        parent = self.by_code[code].parent
        while parent:
            found.append(self.by_code[parent])
            parent = found[-1].parent
        return tuple(reversed(found))

    def domain(self, code: str) -> Node:
        """Give the domain in which a node lies."""
        return next(iter(self.above(code)), self.by_code[code])

    @cached_property
    def _below(self) -> Mapping[str, tuple[Node, ...]]:
        below: dict[str, list[Node]] = {}
        for node in self.nodes:
            below.setdefault(node.parent, []).append(node)
        return {code: tuple(sorted(found, key=_place)) for code, found in below.items()}


def _place(node: Node) -> tuple[tuple[int, int, str], ...]:
    return sort_path(node.code)


def points_of(nodes: Sequence[Node]) -> Decimal:
    """Add up the maxima of nodes that give points."""
    return sum((node.max for node in nodes if node.kind is NodeKind.POINTS), ZERO)
