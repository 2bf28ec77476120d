"""A measure month by month, and readings added up over several places."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from motcua.base.clock.periods import Period, period_of
from motcua.base.clock.terms import Grain
from motcua.base.rooms import Measure
from motcua.reform.insight.models import ClosedPeriod
from motcua.reform.insight.queries.figures import Figure, Reading
from motcua.reform.insight.queries.frozen import frozen_sums
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.queries.sums import Amounts, Sums, during
from motcua.reform.insight.words import By, Counter


@dataclass(frozen=True)
class Month:
    """A measure in one month, and whether its figures were closed."""

    period: Period
    figure: Figure
    closed: bool


def months(measure: Measure, scope: Scope, last: date, *, on: date, count: int = 12) -> list[Month]:
    """Give a measure of what happened in each of some months, oldest first; closed ones as they were closed.

    Whole agencies alone are asked about: procedures, fields, channels and counters have no months of theirs.
    """
    periods = [period_of(last, Grain.MONTH)]
    while len(periods) < count:
        periods.insert(0, periods[0].before)
    closed = closed_among([one.code for one in periods])
    lived = {} if len(closed) == count else _lived(scope, periods, on)
    return [
        Month(one, _figure(measure, one, found), one.code in closed)
        for one in periods
        for found in [_frozen(closed[one.code], scope) if one.code in closed else lived.get(one.code, {})]
    ]


def closed_among(codes: Iterable[str]) -> dict[str, ClosedPeriod]:
    """Give the last closing of each of some periods that has one, without its figures; one statement."""
    rows = ClosedPeriod.objects.defer("figures").filter(code__in=list(codes)).order_by("number")
    return {one.code: one for one in rows}


def grouped(reading: Reading, groups: Mapping[str, Iterable[str]]) -> Reading:
    """Add up the sums of a reading's keys under the name of each group."""
    told = {
        name: _added([reading.by_key[key] for key in keys if key in reading.by_key])
        for name, keys in groups.items()
    }
    return Reading(reading.period, told, reading.until, reading.closed)


def _figure(measure: Measure, period: Period, amounts: Amounts) -> Figure:
    return Reading(period, {"": Sums(during=amounts)}, None).figure(measure)


def _lived(scope: Scope, periods: list[Period], on: date) -> Mapping[str, Amounts]:
    first, last = periods[0].first, min(periods[-1].last, on)
    return during(scope, Period(first, last), By.MONTH) if first <= last else {}


def _frozen(closed: ClosedPeriod, scope: Scope) -> Amounts:
    by_agency = _by_agency(closed.pk, closed.digest)
    wanted = by_agency if scope.agencies is None else [str(one) for one in scope.agencies]
    return _summed([by_agency[key] for key in wanted if key in by_agency])


@lru_cache(maxsize=48)
def _by_agency(pk: UUID, digest: str) -> Mapping[str, Amounts]:
    """Sum a closing by agency once: it never changes."""
    closed = ClosedPeriod(id=pk, digest=digest)
    return {key: sums.during for key, sums in frozen_sums(closed, Scope(), By.AGENCY).items()}


def _added(parts: list[Sums]) -> Sums:
    return Sums(
        _summed([one.during for one in parts]),
        _summed([one.at_start for one in parts]),
        _summed([one.at_end for one in parts]),
    )


def _summed(parts: Iterable[Amounts]) -> Amounts:
    found: dict[Counter, int] = {}
    for amounts in parts:
        for counter, amount in amounts.items():
            found[counter] = found.get(counter, 0) + amount
    return found
