"""One of some stated steps is chosen."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.rules.given import Given, Need
from motcua.reform.scoring.rules.kinds.base import Base, above
from motcua.reform.scoring.rules.kinds.settings import Settings
from motcua.reform.scoring.rules.rule import PENDING, ZERO, Flaw, Next, Scored, Wrong
from motcua.reform.scoring.words import Because, Fault, InputFault, RuleKind


@dataclass(frozen=True)
class Rung:
    """One step: when it holds, and its points."""

    when: str
    points: Decimal


@dataclass(frozen=True)
class Ladder(Base):
    """The points of the chosen step; `otherwise` is what none of them gives."""

    kind: ClassVar[RuleKind] = RuleKind.LADDER
    needs: ClassVar[tuple[Need, ...]] = ("step",)

    rungs: tuple[Rung, ...]
    otherwise: Decimal

    @classmethod
    def read(cls, settings: Settings) -> "Ladder":
        """Read the steps in their order: an input names one by its place."""
        rungs = []
        for step in settings.steps():
            rungs.append(Rung(step.text("when"), step.number("points")))
            step.only("when", "points", always=frozenset())
            if not rungs[-1].when:
                step.tell(Fault.MISSING_SETTING, "when")
        otherwise = settings.number("else", ZERO)
        settings.only("steps", "else")
        return cls(*settings.common(), tuple(rungs), otherwise)

    def points(self, given: Given, most: Decimal) -> Scored:
        """Give the points of the chosen step."""
        if given.step is None:
            return PENDING
        chosen = self.rungs[given.step].points if 0 <= given.step < len(self.rungs) else self.otherwise
        return self.settled(chosen, most, Because.STEP_CHOSEN)

    def _amiss(self, given: Given, most: Decimal) -> Wrong | None:
        step = given.step
        if step is not None and step >= len(self.rungs):
            return Wrong(InputFault.STEP_OUT_OF_RANGE, "step", {"last": str(len(self.rungs) - 1)})
        return None

    def _lines(self, most: Decimal) -> list[tuple[str, str]]:
        return [(_capital(rung.when), wording.points(rung.points)) for rung in self.rungs]

    def _line(self, given: Given, most: Decimal) -> int | None:
        return given.step

    def reckoned(self, given: Given, most: Decimal) -> str:
        """Say which step was chosen."""
        step = given.step
        return _capital(self.rungs[step].when) if step is not None and 0 <= step < len(self.rungs) else ""

    def best_next(self, given: Given, most: Decimal) -> Next | None:
        """Give the next better step, or the best where none was chosen."""
        now = self.points(given, most).points
        better = [(rung.points, -at) for at, rung in enumerate(self.rungs) if min(rung.points, most) > now]
        if not better:
            return None
        points, at = max(better) if given.step is None else min(better)
        return Next(points - now, points, step=-at)

    def attainable(self, given: Given, most: Decimal) -> Decimal:
        """Give the points of the best step."""
        return min(max((rung.points for rung in self.rungs), default=ZERO), most)

    def _beside(self, most: Decimal) -> tuple[Flaw, ...]:
        over = [
            flaw
            for at, rung in enumerate(self.rungs, 1)
            for flaw in above(f"steps[{at}].points", rung.points, most)
        ]
        return (*over, *above("else", self.otherwise, most))


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
