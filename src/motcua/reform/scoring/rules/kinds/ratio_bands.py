"""The first band that a share reaches: fixed points, or the share of the maximum."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.rules.given import Given
from motcua.reform.scoring.rules.kinds.base import above
from motcua.reform.scoring.rules.kinds.settings import Settings
from motcua.reform.scoring.rules.kinds.shares import FORMULA, SETTINGS, Share
from motcua.reform.scoring.rules.rule import HUNDRED, PENDING, ZERO, Flaw, Next, Scored
from motcua.reform.scoring.words import Because, Fault, RuleKind, WhenZero

PRORATA = "prorata"
_THOUSAND = Decimal(1000)  # percent: growth of a whole tenfold is no share any more


@dataclass(frozen=True)
class Step:
    """From `least` percent on (above it where `exclusive`): `points`, or None for the share of the maximum.

    `until` is the upper bound where the file tells it: it has to be the bound of the band above.
    """

    least: Decimal
    exclusive: bool
    points: Decimal | None
    until: Decimal | None = None

    def worth(self, share: Decimal, most: Decimal) -> Decimal:
        """Give its points at a share in percent."""
        return min(share / HUNDRED, Decimal(1)) * most if self.points is None else self.points


@dataclass(frozen=True)
class RatioBands(Share):
    """Bands from the best down; `otherwise` is what is given below the last."""

    kind: ClassVar[RuleKind] = RuleKind.RATIO_BANDS

    steps: tuple[Step, ...]
    otherwise: Decimal

    @classmethod
    def read(cls, settings: Settings) -> "RatioBands":
        """Read the bands in their order."""
        for name in ("numerator", "denominator"):
            settings.text(name)
        settings.formula("prorata", FORMULA)
        settings.only(*SETTINGS, "steps", "else", "prorata")
        return cls(
            when_zero=settings.choice("when_a_is_zero", WhenZero),
            part_of_whole=settings.flag("part_of_whole", False),
            steps=tuple(_step(one) for one in settings.steps()),
            otherwise=settings.number("else", ZERO),
            places=settings.places(),
            raw=settings.raw,
            read_flaws=settings.flaws,
        )

    def points(self, given: Given, most: Decimal) -> Scored:
        """Score the share by the first band that it reaches; bounds are compared exactly."""
        part, whole = given.numerator, given.denominator
        if part is None or whole is None:
            return PENDING
        if not whole:
            return self.at_zero(most)
        hundredfold = part * HUNDRED
        for step in self.steps:
            bound = step.least * whole
            if hundredfold > bound or (hundredfold == bound and not step.exclusive):
                points = part * most / whole if step.points is None else step.points
                return self.settled(points, most, Because.BAND_REACHED)
        return self.settled(self.otherwise, most, Because.NO_BAND)

    def _lines(self, most: Decimal) -> list[tuple[str, str]]:
        lines, over = [], None
        for step in self.steps:
            when = (
                wording.from_on(step.least, inclusive=not step.exclusive)
                if over is None
                else wording.between(step.least, not step.exclusive, over.least, not over.exclusive)
            )
            gives = wording.share_times(most) if step.points is None else wording.points(step.points)
            lines.append((when, gives))
            over = step
        if over is not None and (over.least or over.exclusive):
            lines.append(
                (wording.below(over.least, inclusive=not over.exclusive), wording.points(self.otherwise))
            )
        return lines + self.zero_lines(most)

    def _line(self, given: Given, most: Decimal) -> int | None:
        part, whole = given.numerator, given.denominator
        if part is None or whole is None:
            return None
        if not whole:
            return len(self._lines(most)) - 1 if self.when_zero is not None else None
        return next(
            (
                at
                for at, step in enumerate(self.steps)
                if part * HUNDRED > step.least * whole
                or (part * HUNDRED == step.least * whole and not step.exclusive)
            ),
            len(self.steps),
        )

    def best_next(self, given: Given, most: Decimal) -> Next | None:
        """Give the way to the nearest better band, or within the best to 100 %."""
        bounds = [(step.least, not step.exclusive) for step in reversed(self.steps)]
        if self.steps and self.steps[0].points is None:
            bounds.append((HUNDRED, True))
        ways = (self.reaching(given, most, bound, inclusive=inclusive) for bound, inclusive in bounds)
        return next((way for way in ways if way), None)

    def attainable(self, given: Given, most: Decimal) -> Decimal:
        """Give the points of the best band."""
        tops = [HUNDRED, *(step.least for step in self.steps)]
        worth = [step.worth(top, most) for step, top in zip(self.steps, tops, strict=False)]
        return min(max([*worth, self.otherwise]), most)

    def _beside(self, most: Decimal) -> tuple[Flaw, ...]:
        over = [
            flaw
            for at, step in enumerate(self.steps, 1)
            if step.points is not None
            for flaw in above(f"steps[{at}].points", step.points, most)
        ]
        return (*over, *above("else", self.otherwise, most), *self._order())

    def _order(self) -> tuple[Flaw, ...]:
        found = []
        for at, (upper, step) in enumerate(pairwise(self.steps), 2):
            where, facts = f"steps[{at}]", {"upper": wording.percent(upper.least)}
            if step.least > upper.least:
                found.append(Flaw(Fault.BANDS_NOT_DESCENDING, f"{where}.min_pct", facts))
            elif step.least == upper.least and (step.exclusive or not upper.exclusive):
                found.append(Flaw(Fault.BAND_NEVER_REACHED, f"{where}.min_pct", facts))
            if step.until is not None and step.until != upper.least:
                fault = Fault.BANDS_HOLE if step.until < upper.least else Fault.BANDS_OVERLAP
                facts = {**facts, "until": wording.percent(step.until)}
                found.append(Flaw(fault, f"{where}.max_pct", facts))
        top = self.steps[0] if self.steps else None
        if top is not None and top.until is not None and top.until < HUNDRED:
            facts = {"upper": wording.percent(HUNDRED), "until": wording.percent(top.until)}
            found.append(Flaw(Fault.BANDS_HOLE, "steps[1].max_pct", facts))
        return tuple(found)


def _step(one: Settings) -> Step:
    prorata = one.raw.get("points") == PRORATA
    one.only("min_pct", "max_pct", "points", "exclusive", always=frozenset())
    return Step(
        one.number("min_pct", high=_THOUSAND),
        one.flag("exclusive", False),
        None if prorata else one.number("points"),
        None if one.raw.get("max_pct") is None else one.number("max_pct", high=_THOUSAND),
    )
