"""The mean of what the answers of a survey are worth."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.rules.given import Given, Need
from motcua.reform.scoring.rules.kinds.base import Base
from motcua.reform.scoring.rules.kinds.settings import Settings, decimal_of
from motcua.reform.scoring.rules.rule import HUNDRED, PENDING, ZERO, Scored, Wrong
from motcua.reform.scoring.words import Because, Fault, InputFault, RuleKind

FORMULA = "mean(score_pct)/100*max"
# Worth in percent as a provincial system in use has them.
WORTH = {"A": HUNDRED, "B": Decimal(60), "C": Decimal(20), "D": ZERO}


@dataclass(frozen=True)
class SurveyMean(Base):
    """`options` gives each answer its worth in percent; None leaves an answer out of the mean."""

    kind: ClassVar[RuleKind] = RuleKind.SURVEY_MEAN
    needs: ClassVar[tuple[Need, ...]] = ("answers",)

    options: Mapping[str, Decimal | None]

    @classmethod
    def read(cls, settings: Settings) -> "SurveyMean":
        """Read the worth of the options; A to D are worth 100, 60, 20 and 0 unless told."""
        settings.text("source")
        settings.formula("formula", FORMULA)
        settings.only("source", "formula", "options")
        options = _options(settings)
        return cls(*settings.common(), options)

    def points(self, given: Given, most: Decimal) -> Scored:
        """Give the mean over all answers, of 100, times the maximum."""
        mean = self.mean(given)
        return PENDING if mean is None else self.settled(mean * most / HUNDRED, most, Because.MEAN)

    def mean(self, given: Given) -> Decimal | None:
        """Give the mean worth in percent; None without an answer that counts."""
        total, count = ZERO, 0
        for option, number in (given.answers or {}).items():
            worth = self.options.get(option)
            if worth is not None:
                total += worth * number
                count += number
        return total / count if count else None

    def _amiss(self, given: Given, most: Decimal) -> Wrong | None:
        for option, number in (given.answers or {}).items():
            if option not in self.options:
                known = ", ".join(self.options)
                return Wrong(InputFault.UNKNOWN_OPTION, "answers", {"said": option[:20], "known": known})
            if number < 0:
                return Wrong(InputFault.NEGATIVE, "answers")
        return None

    def _lines(self, most: Decimal) -> list[tuple[str, str]]:
        worth = [
            (f"Trả lời {option}", "không tính" if one is None else wording.percent(one))
            for option, one in self.options.items()
        ]
        return [*worth, ("Điểm", f"trung bình × {wording.figure(most)}")]

    def reckoned(self, given: Given, most: Decimal) -> str:
        """Say the mean and from how many answers."""
        mean = self.mean(given)
        count = sum((given.answers or {}).values())
        return "" if mean is None else f"{wording.figure(count)} trả lời, trung bình {wording.percent(mean)}"


def _options(settings: Settings) -> Mapping[str, Decimal | None]:
    raw = settings.raw.get("options")
    if raw is None:
        return dict(WORTH)
    if not isinstance(raw, Mapping) or not raw:
        settings.tell(Fault.SETTING_WRONG, "options", said=str(raw)[:40])
        return dict(WORTH)
    found: dict[str, Decimal | None] = {}
    for option, value in raw.items():
        worth = None if value is None else decimal_of(value)
        if value is not None and (worth is None or not ZERO <= worth <= HUNDRED):
            settings.tell(
                Fault.SETTING_OUT_OF_RANGE, f"options.{option}", said=str(value)[:40], bounds="từ 0 đến 100"
            )
        found[str(option)[:20]] = worth
    return found
