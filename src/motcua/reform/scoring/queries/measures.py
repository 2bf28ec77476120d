"""Where leaves bound to a measure get their figures."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from motcua.base.clock import today
from motcua.base.clock.periods import Period
from motcua.reference.org import queries as org
from motcua.reform.insight.queries.figures import Reading, measure_called, read
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.words import By
from motcua.reform.scoring.models import ScoringRound
from motcua.reform.scoring.ports import UNKNOWN, MeasureSource, MeasureValue


class Rolled:
    """Counts measures from what the journal was rolled up to; a closed period counts as it was closed.

    A period is read once for all agencies and kept, so that many sheets cost as much as one.
    """

    def __init__(self) -> None:
        self._read: dict[Period, Reading] = {}
        self._below: dict[UUID, frozenset[UUID]] = {}

    def value(self, measure: str, agency: UUID, period: Period) -> MeasureValue:
        """Give what a measure counted for an agency and all under it; unknown where nothing counts it."""
        declared = measure_called(measure, period.last)
        if declared is None:
            return UNKNOWN
        found = self._reading(period)
        figures = [found.figure(declared, str(one)) for one in self._those_below(agency)]
        return MeasureValue(
            Decimal(sum(one.numerator for one in figures)),
            Decimal(sum(one.denominator or 0 for one in figures)),
            found.until,
            known=found.until is not None,
        )

    def _reading(self, period: Period) -> Reading:
        if period not in self._read:
            self._read[period] = read(Scope(), period, on=today(), by=By.AGENCY)
        return self._read[period]

    def _those_below(self, agency: UUID) -> frozenset[UUID]:
        if not self._below:
            self._below = org.everybody_below()
        return self._below.get(agency, frozenset({agency}))


def source() -> MeasureSource:
    """Give what counts measures."""
    return Rolled()


def counted(round_: ScoringRound, on: date) -> Period:
    """Give the days that measures count: from the first day of the year, as far as they have passed."""
    first = date(round_.last.year, 1, 1)
    return Period(first, max(first, min(round_.last, on)))
