"""Where leaves bound to a measure get their figures."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from motcua.base.clock import today
from motcua.base.clock.periods import Period
from motcua.reform.insight.queries.figures import measure_called, read
from motcua.reform.insight.queries.scope import of_agency
from motcua.reform.scoring.models import ScoringRound
from motcua.reform.scoring.ports import UNKNOWN, MeasureSource, MeasureValue


class Rolled:
    """Counts measures from what the journal was rolled up to; a closed period counts as it was closed."""

    def value(self, measure: str, agency: UUID, period: Period) -> MeasureValue:
        """Give what a measure counted for an agency and all under it; unknown where nothing counts it."""
        declared = measure_called(measure, period.last)
        if declared is None:
            return UNKNOWN
        read_ = read(of_agency(agency), period, on=today())
        figure = read_.figure(declared)
        whole = Decimal(figure.denominator or 0)
        return MeasureValue(Decimal(figure.numerator), whole, read_.until, known=read_.until is not None)


def source() -> MeasureSource:
    """Give what counts measures."""
    return Rolled()


def counted(round_: ScoringRound, on: date) -> Period:
    """Give the days that measures count: from the first day of the year, as far as they have passed."""
    first = date(round_.last.year, 1, 1)
    return Period(first, max(first, min(round_.last, on)))
