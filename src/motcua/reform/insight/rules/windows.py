"""The periods of reform reports, which are not those of the calendar.

Ministry letter 581/BNV-CCHC: the first quarter, the half year and the year run from 15 December of the year
before; the third quarter alone is no sum from there, it runs from 15 June to 14 September.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from motcua.base.clock.periods import Period

SOURCE = "Công văn 581/BNV-CCHC của Bộ Nội vụ"


class Window(StrEnum):
    """Which periodic report of reform."""

    FIRST_QUARTER = "q1"
    HALF = "h1"
    THIRD_QUARTER = "q3"
    YEAR = "year"


_DAYS: Mapping[Window, Callable[[int], tuple[date, date]]] = {
    Window.FIRST_QUARTER: lambda year: (date(year - 1, 12, 15), date(year, 3, 14)),
    Window.HALF: lambda year: (date(year - 1, 12, 15), date(year, 6, 14)),
    Window.THIRD_QUARTER: lambda year: (date(year, 6, 15), date(year, 9, 14)),
    Window.YEAR: lambda year: (date(year - 1, 12, 15), date(year, 12, 14)),
}


def window(report: Window, year: int) -> Period:
    """Give the days that a report of a year covers, both ends included."""
    return Period(*_DAYS[report](year))
