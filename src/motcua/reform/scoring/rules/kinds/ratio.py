"""Done of total, times the maximum, with a floor below which there is nothing."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.rules.given import Given
from motcua.reform.scoring.rules.kinds.base import above
from motcua.reform.scoring.rules.kinds.settings import Settings
from motcua.reform.scoring.rules.kinds.shares import FORMULA, SETTINGS, Share
from motcua.reform.scoring.rules.rule import HUNDRED, PENDING, ZERO, Flaw, Next, Scored
from motcua.reform.scoring.words import Because, RuleKind, WhenZero

ONE = Decimal(1)


@dataclass(frozen=True)
class Ratio(Share):
    """The share times the maximum, from `floor` (in it where `inclusive`) up to `cap`; shares from 0 to 1."""

    kind: ClassVar[RuleKind] = RuleKind.RATIO

    floor: Decimal
    below_floor: Decimal
    cap: Decimal
    inclusive: bool

    @classmethod
    def read(cls, settings: Settings) -> "Ratio":
        """Read floor, cap, and what is given below the floor and where there was nothing to do."""
        for name in ("numerator", "denominator"):
            settings.text(name)
        settings.formula("formula", FORMULA)
        settings.only(*SETTINGS, "formula", "floor", "below_floor", "cap", "inclusive")
        return cls(
            when_zero=settings.choice("when_a_is_zero", WhenZero),
            part_of_whole=settings.flag("part_of_whole", False),
            floor=settings.number("floor", ZERO, high=ONE),
            below_floor=settings.number("below_floor", ZERO),
            cap=settings.number("cap", ONE, high=ONE),
            inclusive=settings.flag("inclusive", True),
            places=settings.places(),
            raw=settings.raw,
            read_flaws=settings.flaws,
        )

    def points(self, given: Given, most: Decimal) -> Scored:
        """Score the share; the floor is compared exactly, before any rounding."""
        part, whole = given.numerator, given.denominator
        if part is None or whole is None:
            return PENDING
        if not whole:
            return self.at_zero(most)
        floor = self.floor * whole
        if part < floor or (part == floor and not self.inclusive):
            return self.settled(self.below_floor, most, Because.BELOW_FLOOR)
        if part >= self.cap * whole:
            return self.settled(self.cap * most, most, Because.CAPPED)
        return self.settled(part * most / whole, most, Because.SHARE)

    def _lines(self, most: Decimal) -> list[tuple[str, str]]:
        floor, cap = self.floor * HUNDRED, self.cap * HUNDRED
        lines = [(wording.from_on(cap), wording.points(self.cap * most))]
        if floor < cap:
            lines.append((wording.between(floor, self.inclusive, cap, True), wording.share_times(most)))
        if floor or not self.inclusive:
            lines.append((wording.below(floor, inclusive=self.inclusive), wording.points(self.below_floor)))
        return lines + self.zero_lines(most)

    def _line(self, given: Given, most: Decimal) -> int | None:
        why = self.points(given, most).why
        lines = len(self._lines(most)) - len(self.zero_lines(most))
        if given.denominator == ZERO and self.when_zero is not None:
            return lines
        return {Because.CAPPED: 0, Because.SHARE: 1, Because.BELOW_FLOOR: lines - 1}.get(why)

    def best_next(self, given: Given, most: Decimal) -> Next | None:
        """Give the way to the floor, or from there to the cap."""
        bounds = ((self.floor * HUNDRED, self.inclusive), (self.cap * HUNDRED, True))
        ways = (self.reaching(given, most, bound, inclusive=inclusive) for bound, inclusive in bounds)
        return next((way for way in ways if way), None)

    def attainable(self, given: Given, most: Decimal) -> Decimal:
        """Give what the cap allows."""
        return self.cap * most

    def _beside(self, most: Decimal) -> tuple[Flaw, ...]:
        return above("below_floor", self.below_floor, most)
