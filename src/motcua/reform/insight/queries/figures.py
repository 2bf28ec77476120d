"""Figures: measures over sums, live or as they were closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from motcua.base.clock.periods import Period
from motcua.base.rooms import Measure, Term
from motcua.base.rooms.registry import measures
from motcua.reform.insight.models import ClosedPeriod, Cursor
from motcua.reform.insight.queries.frozen import frozen_sums
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.queries.sums import Sums, sums
from motcua.reform.insight.words import By, Counter

NOTHING = Sums()
FROZEN = frozenset({None, By.AGENCY, By.UNIT, By.PROCEDURE, By.FIELD, By.CHANNEL})


@dataclass(frozen=True)
class Figure:
    """One measure read over one period: what it counts, over what; no whole is no data."""

    measure: Measure
    numerator: int
    denominator: int | None = None

    @property
    def value(self) -> Decimal | None:
        """Give the exact figure in its unit; None where there is nothing to divide by."""
        if self.denominator is None:
            return Decimal(self.numerator) * self.measure.factor
        if self.denominator == 0:
            return None
        return Decimal(self.numerator) * self.measure.factor / Decimal(self.denominator)

    def rounded(self, places: int = 2) -> Decimal | None:
        """Give the figure to some places, half up."""
        exact = self.value
        return None if exact is None else exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@dataclass(frozen=True)
class Reading:
    """Sums of a period, and how they stand: closed, or counted up to a moment."""

    period: Period
    by_key: Mapping[str, Sums]
    until: datetime | None
    closed: ClosedPeriod | None = None

    @property
    def keys(self) -> list[str]:
        """Give the keys of the split."""
        return sorted(self.by_key)

    def figure(self, measure: Measure, key: str = "") -> Figure:
        """Give one measure of one key."""
        found = self.by_key.get(key, NOTHING)
        whole = _added(measure.denominator, found) if measure.denominator else None
        return Figure(measure, _added(measure.numerator, found), whole)


def read(scope: Scope, period: Period, *, on: date, by: By | None = None, live: bool = False) -> Reading:
    """Read a period: as it was closed where it is, else (or with `live`) as it is counted by now."""
    closed = None if live or by not in FROZEN else closed_period(period.code)
    if closed is not None:
        return Reading(period, frozen_sums(closed, scope, by), closed.known_until, closed)
    return Reading(period, sums(scope, period, by, on=on), counted_until())


def measure_called(code: str, on: date) -> Measure | None:
    """Give the version of a measure that holds on a day."""
    known = [one for one in measures() if one.code == code and one.since <= on]
    return max(known, key=lambda one: one.since, default=None)


def versions_of(code: str) -> list[Measure]:
    """Give all versions of a measure, the newest first."""
    return sorted((one for one in measures() if one.code == code), key=lambda one: one.since, reverse=True)


def closed_period(code: str) -> ClosedPeriod | None:
    """Give the last closing of a period, its figures read when they are asked for; None while it is open."""
    return ClosedPeriod.objects.defer("figures").filter(code=code).order_by("-number").first()


def closings(code: str = "") -> Sequence[ClosedPeriod]:
    """Give the closings of a period, or of all, newest first; without their figures."""
    rows = ClosedPeriod.objects.defer("figures").select_related("closed_by").order_by("-last", "-closed_at")
    return list(rows.filter(code=code) if code else rows)


def counted_until() -> datetime | None:
    """Give up to which moment the journal is counted; None before it ever was."""
    cursor = Cursor.objects.first()
    return cursor.known_until if cursor else None


def _added(terms: Sequence[Term], found: Sums) -> int:
    return sum(term.sign * found.of(term.when).get(Counter(term.counter), 0) for term in terms)
