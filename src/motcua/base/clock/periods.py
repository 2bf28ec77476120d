"""Periods of the calendar: whole local days, both ends included. Pure."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from motcua.base.clock import ZONE
from motcua.base.clock.months import add_months
from motcua.base.clock.terms import Grain

_MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6, Grain.YEAR: 12}
_CODE = re.compile(r"(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?")
_SPAN = re.compile(r"(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)")


@dataclass(frozen=True, order=True)
class Period:
    """From a first to a last day, both included, as the days run in Việt Nam."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.last < self.first:
            raise ValueError("a period ends on or after the day it begins")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """Give how many days it has."""
        return (self.last - self.first).days + 1

    @property
    def grain(self) -> Grain:
        """Give whether it is a whole month, quarter, half, year, a single day, or some span."""
        if self.first == self.last:
            return Grain.DAY
        whole = (one for one in _MONTHS if self == period_of(self.first, one))
        return next(whole, Grain.SPAN)

    @property
    def code(self) -> str:
        """Give how addresses write it: `2026`, `2026-H1`, `2026-Q4`, `2026-10`, else both days."""
        year, month = f"{self.first:%Y}", self.first.month
        match self.grain:
            case Grain.YEAR:
                return year
            case Grain.HALF:
                return f"{year}-H{(month + 5) // 6}"
            case Grain.QUARTER:
                return f"{year}-Q{(month + 2) // 3}"
            case Grain.MONTH:
                return f"{year}-{month:02}"
        return f"{self.first.isoformat()}_{self.last.isoformat()}"

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """Give the instant at which it begins and the one at which it is over (that one not included)."""
        return midnight(self.first), midnight(self.last + timedelta(days=1))

    @property
    def before(self) -> "Period":
        """Give the one before it, of the same kind; for a span, one as long."""
        if self.grain in _MONTHS:
            return period_of(self.first - timedelta(days=1), self.grain)
        return Period(self.first - timedelta(days=self.days), self.first - timedelta(days=1))

    def months(self) -> list["Period"]:
        """Give the months that it touches, each cut to what lies within."""
        found, first = [], self.first
        while first <= self.last:
            month = period_of(first, Grain.MONTH)
            found.append(Period(first, min(month.last, self.last)))
            first = month.last + timedelta(days=1)
        return found


def midnight(day: date) -> datetime:
    """Give the instant at which a day begins in Việt Nam."""
    return datetime.combine(day, time.min, ZONE)


def period_of(day: date, grain: Grain) -> Period:
    """Give the whole month, quarter, half or year in which a day lies; ValueError for a span."""
    if grain is Grain.DAY:
        return Period(day, day)
    if grain not in _MONTHS:
        raise ValueError("a span is known by its days alone")
    long = _MONTHS[grain]
    first = date(day.year, (day.month - 1) // long * long + 1, 1)
    return Period(first, add_months(first, long) - timedelta(days=1))


def period_coded(code: str) -> Period | None:
    """Read a period as addresses write it; None for anything else."""
    span = _SPAN.fullmatch(code)
    try:
        if span:
            return Period(date.fromisoformat(span[1]), date.fromisoformat(span[2]))
        found = _CODE.fullmatch(code)
        return _whole(found) if found else None
    except ValueError:
        return None


def _whole(found: re.Match[str]) -> Period:
    year, month, quarter, half = found.groups()
    if month:
        return period_of(date(int(year), int(month), 1), Grain.MONTH)
    if quarter:
        return period_of(date(int(year), int(quarter) * 3, 1), Grain.QUARTER)
    if half:
        return period_of(date(int(year), int(half) * 6, 1), Grain.HALF)
    return period_of(date(int(year), 1, 1), Grain.YEAR)
