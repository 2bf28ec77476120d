"""Months of the Gregorian calendar."""

from calendar import monthrange
from datetime import date

from motcua.base.clock.calendar import OutOfCalendar


def add_months(day: date, months: int) -> date:
    """Return the same-numbered day some months later, or the last day of that month (article 148(3))."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= years <= date.max.year:
        raise OutOfCalendar(f"{months} months from {day}")
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))
