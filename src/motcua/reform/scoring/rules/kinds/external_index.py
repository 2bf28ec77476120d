"""Another index, of 100, times the maximum."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.rules.given import Given, Need
from motcua.reform.scoring.rules.kinds.base import Base
from motcua.reform.scoring.rules.kinds.settings import Settings
from motcua.reform.scoring.rules.rule import HUNDRED, PENDING, Scored, Wrong
from motcua.reform.scoring.words import Because, InputFault, RuleKind

FORMULA = "index_pct/100*max"


@dataclass(frozen=True)
class ExternalIndex(Base):
    """`index` names the other index (SIPAS); its value is given as a percentage."""

    kind: ClassVar[RuleKind] = RuleKind.EXTERNAL_INDEX
    needs: ClassVar[tuple[Need, ...]] = ("index",)

    index: str

    @classmethod
    def read(cls, settings: Settings) -> "ExternalIndex":
        """Read which index it is."""
        settings.formula("formula", FORMULA)
        settings.only("index", "formula")
        index = settings.text("index")
        return cls(*settings.common(), index)

    def points(self, given: Given, most: Decimal) -> Scored:
        """Give the index, of 100, times the maximum."""
        if given.index is None:
            return PENDING
        return self.settled(given.index * most / HUNDRED, most, Because.INDEX)

    def _amiss(self, given: Given, most: Decimal) -> Wrong | None:
        above = given.index is not None and given.index > HUNDRED
        return Wrong(InputFault.ABOVE_HUNDRED, "index") if above else None

    def _lines(self, most: Decimal) -> list[tuple[str, str]]:
        return [(f"Chỉ số {self.index}".strip(), f"chỉ số × {wording.figure(most)} : 100")]

    def _line(self, given: Given, most: Decimal) -> int | None:
        return None if given.index is None else 0

    def reckoned(self, given: Given, most: Decimal) -> str:
        """Say the index."""
        if given.index is None:
            return ""
        return f"{self.index or 'Chỉ số'} {wording.percent(given.index)} × {wording.figure(most)}"
