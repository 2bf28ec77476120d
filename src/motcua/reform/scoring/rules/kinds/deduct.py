"""The maximum less so much for each violation."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.rules.given import Given, Need
from motcua.reform.scoring.rules.kinds.base import Base, above
from motcua.reform.scoring.rules.kinds.settings import Settings
from motcua.reform.scoring.rules.rule import PENDING, ZERO, Flaw, Scored
from motcua.reform.scoring.words import Because, Fault, RuleKind


@dataclass(frozen=True)
class Deduct(Base):
    """`each` point less for every violation, not below `floor`."""

    kind: ClassVar[RuleKind] = RuleKind.DEDUCT
    needs: ClassVar[tuple[Need, ...]] = ("violations",)

    each: Decimal
    floor: Decimal
    desc: str

    @classmethod
    def read(cls, settings: Settings) -> "Deduct":
        """Read how much each violation takes away."""
        each = settings.number("per_violation")
        if not each and settings.raw.get("per_violation") is not None:
            settings.tell(Fault.SETTING_OUT_OF_RANGE, "per_violation", said="0", bounds="trên 0")
        floor, desc = settings.number("floor", ZERO), settings.text("desc")
        settings.only("per_violation", "floor")
        return cls(*settings.common(), each, floor, desc)

    def points(self, given: Given, most: Decimal) -> Scored:
        """Take away for each violation."""
        if given.violations is None:
            return PENDING
        left = most - self.each * given.violations
        return self.settled(max(left, self.floor), most, Because.DEDUCTED)

    def _lines(self, most: Decimal) -> list[tuple[str, str]]:
        what = self.desc or "mỗi vi phạm"
        return [
            ("Không có vi phạm", wording.points(most)),
            (f"{what[:1].upper()}{what[1:]}", f"trừ {wording.points(self.each)}"),
            ("Không thấp hơn", wording.points(self.floor)),
        ]

    def _line(self, given: Given, most: Decimal) -> int | None:
        if given.violations is None:
            return None
        if not given.violations:
            return 0
        return 1 if most - self.each * given.violations >= self.floor else 2

    def reckoned(self, given: Given, most: Decimal) -> str:
        """Say what is taken away."""
        if given.violations is None:
            return ""
        return f"{wording.figure(most)} − {given.violations} × {wording.figure(self.each)}"

    def attainable(self, given: Given, most: Decimal) -> Decimal:
        """Give what is left: a violation is not undone."""
        return self.points(given, most).points if given.violations is not None else most

    def _beside(self, most: Decimal) -> tuple[Flaw, ...]:
        return above("floor", self.floor, most)
