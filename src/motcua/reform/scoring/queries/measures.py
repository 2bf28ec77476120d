"""Where leaves bound to a measure get their figures."""

from datetime import date
from uuid import UUID

from motcua.base.clock.periods import Period
from motcua.reform.scoring.models import ScoringRound
from motcua.reform.scoring.ports import UNKNOWN, MeasureSource, MeasureValue


class NoMeasures:
    """Counts nothing: such leaves stay pending."""

    def value(self, measure: str, agency: UUID, period: Period) -> MeasureValue:
        """Say that nothing is known."""
        return UNKNOWN


def source() -> MeasureSource:
    """Give what counts measures."""
    return NoMeasures()


def counted(round_: ScoringRound, on: date) -> Period:
    """Give the days that measures count: from the first day of the year, as far as they have passed."""
    first = date(round_.last.year, 1, 1)
    return Period(first, max(first, min(round_.last, on)))
