"""A share of two figures: what `ratio` and `ratio_bands` have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from typing import Any, ClassVar

from motcua.base.text import NBSP
from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.rules.given import Given, Need
from motcua.reform.scoring.rules.kinds.base import Base
from motcua.reform.scoring.rules.rule import HUNDRED, ZERO, Next, Scored, Wrong
from motcua.reform.scoring.words import Because, InputFault, LeafState, WhenZero

FORMULA = "b/a*max"
SETTINGS = ("numerator", "denominator", "when_a_is_zero", "part_of_whole")
_NO_RULE = Scored(ZERO, LeafState.PENDING, Because.ZERO_UNRULED)
_NOT_APPLICABLE = Scored(ZERO, LeafState.NOT_APPLICABLE, Because.ZERO_NOT_APPLICABLE)


@dataclass(frozen=True)
class Share(Base):
    """`numerator` of `denominator`; `part_of_whole` says that the one never exceeds the other."""

    needs: ClassVar[tuple[Need, ...]] = ("numerator", "denominator")

    when_zero: WhenZero | None
    part_of_whole: bool

    def at_zero(self, most: Decimal) -> Scored:
        """Score a denominator of zero as the leaf says; where it says nothing the leaf stays pending."""
        match self.when_zero:
            case WhenZero.MAX:
                return Scored(most, LeafState.SCORED, Because.ZERO_GIVES_MAX)
            case WhenZero.ZERO:
                return Scored(ZERO, LeafState.SCORED, Because.ZERO_GIVES_NOTHING)
            case WhenZero.NOT_APPLICABLE:
                return _NOT_APPLICABLE
        return _NO_RULE

    def _amiss(self, given: Given, most: Decimal) -> Wrong | None:
        part, whole = given.numerator, given.denominator
        if part is None or whole is None:
            return None
        if not whole and part:
            return Wrong(InputFault.WITHOUT_WHOLE, "denominator")
        if self.part_of_whole and part > whole:
            return Wrong(InputFault.MORE_THAN_WHOLE, "numerator", {"whole": wording.figure(whole)})
        return None

    def reckoned(self, given: Given, most: Decimal) -> str:
        """Say the share: `4.318 : 4.702 = 91,83 %`."""
        part, whole = given.numerator, given.denominator
        if part is None or whole is None:
            return ""
        if not whole:
            return "Mẫu số bằng 0"
        shown = (
            f"{wording.figure(part)} : {wording.figure(whole)} = {wording.percent(part / whole * HUNDRED)}"
        )
        return shown.replace(" ", NBSP)

    def reaching(self, given: Given, most: Decimal, bound: Decimal, *, inclusive: bool) -> Next | None:
        """Give how much more of the numerator brings the share to a bound in percent, if that gains."""
        part, whole = given.numerator, given.denominator
        if part is None or not whole:
            return None
        missing = bound * whole / HUNDRED - part
        count = int(missing.to_integral_value(ROUND_CEILING))
        count += 1 if not inclusive and count == missing else 0
        if count <= 0 or (self.part_of_whole and part + count > whole):
            return None
        after = self.points(replace(given, numerator=part + count), most).points
        gain = after - self.points(given, most).points
        return Next(gain, after, count=count, percent=bound) if gain > 0 else None

    def points(self, given: Given, most: Decimal) -> Scored:
        """Score the share."""
        raise NotImplementedError

    def zero_lines(self, most: Decimal) -> list[tuple[str, str]]:
        """Give the line about a denominator of zero, where the leaf says what then."""
        if self.when_zero is None:
            return []
        gives = {WhenZero.MAX: wording.points(most), WhenZero.ZERO: wording.points(ZERO)}
        return [("Không phát sinh (mẫu số bằng 0)", gives.get(self.when_zero, "không áp dụng"))]


def names(raw: Mapping[str, Any]) -> tuple[str, str]:
    """Give how a rule calls its two figures, "" where it does not."""
    part, whole = raw.get("numerator", ""), raw.get("denominator", "")
    return (part if isinstance(part, str) else ""), (whole if isinstance(whole, str) else "")
