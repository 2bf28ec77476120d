"""What the rule kinds have in common."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, ClassVar

from motcua.reform.scoring.rules.given import Given, Need
from motcua.reform.scoring.rules.rule import ZERO, Flaw, Line, Next, Scored, Wrong
from motcua.reform.scoring.words import Because, Fault, InputFault, LeafState, RuleKind

FIELDS: tuple[Need, ...] = ("numerator", "denominator", "step", "violations", "index", "answers", "points")


@dataclass(frozen=True)
class Base:
    """A rule with its settings as written, the flaws found in reading them, and rounding places if any."""

    kind: ClassVar[RuleKind | None]
    needs: ClassVar[tuple[Need, ...]]

    raw: Mapping[str, Any]
    read_flaws: tuple[Flaw, ...]
    places: int | None

    def settled(self, points: Decimal, most: Decimal, why: Because) -> Scored:
        """Round the points where the leaf says so, and keep them from 0 to its maximum."""
        if self.places is not None:
            points = points.quantize(Decimal(1).scaleb(-self.places), ROUND_HALF_UP)
        return Scored(min(max(points, ZERO), most), LeafState.SCORED, why)

    def wrong(self, given: Given, most: Decimal) -> Wrong | None:
        """Tell what is wrong with what is given, before it is scored."""
        if given.not_applicable:
            return None
        for name in FIELDS:
            value = getattr(given, name)
            if value is None:
                continue
            if name not in self.needs:
                return Wrong(InputFault.NOT_NEEDED, name, {"needs": ", ".join(self.needs)})
            if not isinstance(value, Mapping) and value < 0:
                return Wrong(InputFault.NEGATIVE, name)
        missing = [name for name in self.needs if getattr(given, name) is None]
        if missing and len(missing) < len(self.needs):
            return Wrong(InputFault.MISSING_FIELD, missing[0])
        return None if missing else self._amiss(given, most)

    def _amiss(self, given: Given, most: Decimal) -> Wrong | None:
        """Tell what is wrong with figures that are all there and not negative."""
        return None

    def describe(self, most: Decimal, given: Given) -> tuple[Line, ...]:
        """Give the rule line by line, the one that holds marked."""
        holds = None if given.not_applicable else self._line(given, most)
        return tuple(Line(when, gives, at == holds) for at, (when, gives) in enumerate(self._lines(most)))

    def _lines(self, most: Decimal) -> list[tuple[str, str]]:
        raise NotImplementedError

    def _line(self, given: Given, most: Decimal) -> int | None:
        """Give which of the lines holds."""
        return None

    def reckoned(self, given: Given, most: Decimal) -> str:
        """Say in words how the points came about; empty where nothing is given."""
        return ""

    def best_next(self, given: Given, most: Decimal) -> Next | None:
        """Give nothing: what is still missing lies in other hands, or is gone for good."""
        return None

    def attainable(self, given: Given, most: Decimal) -> Decimal:
        """Give the whole maximum."""
        return most

    def flaws(self, most: Decimal) -> tuple[Flaw, ...]:
        """Give the flaws of the settings by themselves, and beside the maximum of the leaf."""
        return (*self.read_flaws, *self._beside(most))

    def _beside(self, most: Decimal) -> tuple[Flaw, ...]:
        return ()


def above(setting: str, points: Decimal, most: Decimal) -> tuple[Flaw, ...]:
    """Give the flaw of a setting that gives more points than the leaf has."""
    facts = {"said": str(points), "most": str(most)}
    return (Flaw(Fault.STEP_ABOVE_MAX, setting, facts),) if points > most else ()
