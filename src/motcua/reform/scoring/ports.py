"""What scoring asks of the house around it: measures for the leaves bound to one, and national figures."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from motcua.base.clock.periods import Period


@dataclass(frozen=True)
class MeasureValue:
    """What a measure counted for an agency until a moment; `known` is False where nothing counts it yet."""

    numerator: Decimal
    denominator: Decimal
    until: datetime | None
    known: bool


UNKNOWN = MeasureValue(Decimal(0), Decimal(0), None, known=False)


class MeasureSource(Protocol):
    """Counts measures."""

    def value(self, measure: str, agency: UUID, period: Period) -> MeasureValue:
        """Give what a measure, known by its code, counted for an agency and everything under it."""
        ...


@dataclass(frozen=True)
class Announced:
    """A figure that somebody else announced: percent, and where it stands."""

    percent: Decimal
    source: str


class NationalMeans(Protocol):
    """Knows the means that the ministry announced."""

    def par(self, year: int) -> tuple[Announced, ...]:
        """Give every mean announced for a year; sources may differ, none is preferred."""
        ...
