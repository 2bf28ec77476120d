"""An appraiser judges by a checklist."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.rules.given import Given, Need
from motcua.reform.scoring.rules.kinds.base import Base
from motcua.reform.scoring.rules.kinds.settings import Settings
from motcua.reform.scoring.rules.rule import PENDING, Next, Scored, Wrong
from motcua.reform.scoring.words import Because, InputFault, RuleKind


@dataclass(frozen=True)
class Manual(Base):
    """Points as judged, from 0 to the maximum."""

    kind: ClassVar[RuleKind] = RuleKind.MANUAL
    needs: ClassVar[tuple[Need, ...]] = ("points",)

    desc: str

    @classmethod
    def read(cls, settings: Settings) -> "Manual":
        """Read by which checklist."""
        desc = settings.text("desc")
        settings.only()
        return cls(*settings.common(), desc)

    def points(self, given: Given, most: Decimal) -> Scored:
        """Give the points as judged."""
        return PENDING if given.points is None else self.settled(given.points, most, Because.JUDGED)

    def _amiss(self, given: Given, most: Decimal) -> Wrong | None:
        over = given.points is not None and given.points > most
        return Wrong(InputFault.ABOVE_MAX, "points", {"most": wording.figure(most)}) if over else None

    def _lines(self, most: Decimal) -> list[tuple[str, str]]:
        what = self.desc or "chấm theo danh mục kiểm tra"
        return [(f"{what[:1].upper()}{what[1:]}", f"từ 0 đến {wording.points(most)}")]

    def _line(self, given: Given, most: Decimal) -> int | None:
        return None if given.points is None else 0

    def reckoned(self, given: Given, most: Decimal) -> str:
        """Say the points as judged."""
        return "" if given.points is None else f"Chấm {wording.points(given.points)}"

    def best_next(self, given: Given, most: Decimal) -> Next | None:
        """Give the rest of the maximum: somebody has to judge anew."""
        gain = most - self.points(given, most).points
        return Next(gain, most) if gain > 0 else None
