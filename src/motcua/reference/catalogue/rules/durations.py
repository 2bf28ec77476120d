"""Lengths of time in working hours."""

from decimal import Decimal

from motcua.reference.catalogue.words import DurationUnit

HOURS_A_DAY = 8
DAYS_A_WEEK = 7
WORKING_DAYS_A_WEEK = 5
WORKING_DAYS_A_MONTH = 20  # the shortest month is four whole weeks


def guaranteed_hours(value: int, unit: DurationUnit) -> int:
    """Give the working hours that every period of this length contains, holidays apart; a working day has 8.

    A limit of days has at least one: what ends on a day off ends on the next working day
    (Bộ luật Dân sự 2015, Điều 148 khoản 5).
    """
    match unit:
        case DurationUnit.HOUR:
            return value
        case DurationUnit.WORKING_DAY:
            return value * HOURS_A_DAY
        case DurationUnit.DAY:
            weeks, rest = divmod(value, DAYS_A_WEEK)
            return max(1, weeks * WORKING_DAYS_A_WEEK + max(0, rest - 2)) * HOURS_A_DAY
        case DurationUnit.MONTH:
            return value * WORKING_DAYS_A_MONTH * HOURS_A_DAY


def figure(hours: Decimal) -> str:
    """Write a number of hours as people read it: `2,5`."""
    return f"{hours.normalize():f}".replace(".", ",")
