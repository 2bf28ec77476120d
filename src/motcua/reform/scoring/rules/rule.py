"""What every rule can do, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from motcua.reform.scoring.rules.given import Given, Need
from motcua.reform.scoring.words import Because, Fault, InputFault, LeafState, RuleKind

ZERO = Decimal(0)
HUNDRED = Decimal(100)


class Scored(NamedTuple):
    """What a leaf got: points (0 to its maximum), its state, and why."""

    points: Decimal
    state: LeafState
    why: Because


PENDING = Scored(ZERO, LeafState.PENDING, Because.NO_INPUT)
NOT_APPLICABLE = Scored(ZERO, LeafState.NOT_APPLICABLE, Because.SAID_NOT_APPLICABLE)


class Line(NamedTuple):
    """One line of a rule as people read it: when, what it gives, and whether it is the one that holds."""

    when: str
    gives: str
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Next:
    """The nearest gain of a leaf: `count` more of the numerator, or the step `step`, lift it to `points`.

    `gain` is what is added, `percent` the share reached. Neither count nor step: somebody has to judge.
    """

    gain: Decimal
    points: Decimal
    count: int | None = None
    step: int | None = None
    percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a rule: the fault, the setting that has it, and the facts of its sentence."""

    fault: Fault
    setting: str
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with the figures of a leaf: the fault, the field that has it (`name`), and the facts."""

    fault: InputFault
    name: str
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


class Rule(Protocol):
    """How a leaf turns what it is given into points; `most` is always the leaf's maximum."""

    @property
    def kind(self) -> RuleKind | None:
        """Give which of the seven it is; None for one that could not be read."""

    @property
    def needs(self) -> tuple[Need, ...]:
        """Give the fields of `Given` that it reads."""

    @property
    def raw(self) -> Mapping[str, Any]:
        """Give its settings as a file writes them."""

    def points(self, given: Given, most: Decimal) -> Scored:
        """Score what is given; without it the leaf is pending."""

    def wrong(self, given: Given, most: Decimal) -> Wrong | None:
        """Tell what is wrong with what is given; None where it may be scored."""

    def describe(self, most: Decimal, given: Given) -> tuple[Line, ...]:
        """Give the rule line by line, the one that holds for `given` marked."""

    def reckoned(self, given: Given, most: Decimal) -> str:
        """Say in words how the points came about; empty where nothing is given."""

    def best_next(self, given: Given, most: Decimal) -> Next | None:
        """Give what more would lift the leaf; None where nothing in the unit's hand would."""

    def attainable(self, given: Given, most: Decimal) -> Decimal:
        """Give the most that the leaf can still come to while its time runs."""

    def flaws(self, most: Decimal) -> tuple[Flaw, ...]:
        """Give what is wrong with its settings."""
