"""Official days off and worked Saturdays of the whole country, 2015–2027.

Facts as announced each year by the Government; 2027 is estimated from the law and may change, as may any
year until its announcement. Local days and later changes are entered by an administrator, not here.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from motcua.base.clock.calendar import Calendar, DayException, DayKind

ANNOUNCED_YEARS = frozenset(range(2015, 2027))
ESTIMATED_YEARS = frozenset({2027})

HOLIDAY, SUBSTITUTE_OFF = DayKind.HOLIDAY, DayKind.SUBSTITUTE_OFF
SWAP_OFF, SWAP_WORK = DayKind.SWAP_OFF, DayKind.SWAP_WORK

TET = "Tết Nguyên đán"
NEW_YEAR = "Tết Dương lịch"
KINGS = "Giỗ Tổ Hùng Vương"
APRIL = "Ngày Chiến thắng"
MAY = "Ngày Quốc tế Lao động"
NATIONAL = "Quốc khánh"
CULTURE = "Ngày Văn hoá Việt Nam"
SPRING = "30/4 và 1/5"

LAW = {
    HOLIDAY: "Bộ luật Lao động, Điều 112",
    SUBSTITUTE_OFF: "Bộ luật Lao động, Điều 111 khoản 3",
    SWAP_OFF: "",
    SWAP_WORK: "",
}

Fact = tuple[str, DayKind, str] | tuple[str, DayKind, str, str]

# A day, or a first day and the month-day of the last one; kind; name; document when one is known.
FACTS: tuple[Fact, ...] = (
    # 2015
    ("2014-12-27", SWAP_WORK, NEW_YEAR),
    ("2015-01-01", HOLIDAY, NEW_YEAR),
    ("2015-01-02", SWAP_OFF, NEW_YEAR),
    ("2015-02-14", SWAP_WORK, TET, "Tờ trình 89/TTr-LĐTBXH ngày 20/11/2014"),
    ("2015-02-16", SWAP_OFF, TET, "Tờ trình 89/TTr-LĐTBXH ngày 20/11/2014"),
    ("2015-02-17", SUBSTITUTE_OFF, TET),
    ("2015-02-18/02-22", HOLIDAY, TET),
    ("2015-02-23", SUBSTITUTE_OFF, TET),
    ("2015-04-25", SWAP_WORK, SPRING),
    ("2015-04-28", HOLIDAY, KINGS),
    ("2015-04-29", SWAP_OFF, SPRING),
    ("2015-04-30", HOLIDAY, APRIL),
    ("2015-05-01", HOLIDAY, MAY),
    ("2015-09-02", HOLIDAY, NATIONAL),
    # 2016
    ("2016-01-01", HOLIDAY, NEW_YEAR),
    ("2016-02-07/02-11", HOLIDAY, TET),
    ("2016-02-12", SUBSTITUTE_OFF, TET),
    ("2016-04-16", HOLIDAY, KINGS),
    ("2016-04-18", SUBSTITUTE_OFF, KINGS),
    ("2016-04-30", HOLIDAY, APRIL),
    ("2016-05-01", HOLIDAY, MAY),
    ("2016-05-02", SUBSTITUTE_OFF, APRIL),
    ("2016-05-03", SUBSTITUTE_OFF, MAY),
    ("2016-09-02", HOLIDAY, NATIONAL),
    # 2017
    ("2017-01-01", HOLIDAY, NEW_YEAR),
    ("2017-01-02", SUBSTITUTE_OFF, NEW_YEAR),
    ("2017-01-26", SUBSTITUTE_OFF, TET),
    ("2017-01-27/01-31", HOLIDAY, TET),
    ("2017-02-01", SUBSTITUTE_OFF, TET),
    ("2017-04-06", HOLIDAY, KINGS),
    ("2017-04-30", HOLIDAY, APRIL),
    ("2017-05-01", HOLIDAY, MAY),
    ("2017-05-02", SUBSTITUTE_OFF, APRIL),
    ("2017-09-02", HOLIDAY, NATIONAL),
    ("2017-09-04", SUBSTITUTE_OFF, NATIONAL),
    # 2018
    ("2018-01-01", HOLIDAY, NEW_YEAR),
    ("2018-02-14", SUBSTITUTE_OFF, TET),
    ("2018-02-15/02-19", HOLIDAY, TET),
    ("2018-02-20", SUBSTITUTE_OFF, TET),
    ("2018-04-25", HOLIDAY, KINGS),
    ("2018-04-30", HOLIDAY, APRIL),
    ("2018-05-01", HOLIDAY, MAY),
    ("2018-09-02", HOLIDAY, NATIONAL),
    ("2018-09-03", SUBSTITUTE_OFF, NATIONAL),
    # 2019
    ("2018-12-31", SWAP_OFF, NEW_YEAR, "Công văn 6519/VPCP-KGVX (2018)"),
    ("2019-01-01", HOLIDAY, NEW_YEAR),
    ("2019-01-05", SWAP_WORK, NEW_YEAR, "Công văn 6519/VPCP-KGVX (2018)"),
    ("2019-02-04/02-08", HOLIDAY, TET),
    ("2019-04-14", HOLIDAY, KINGS),
    ("2019-04-15", SUBSTITUTE_OFF, KINGS),
    ("2019-04-29", SWAP_OFF, SPRING, "Công văn 6519/VPCP-KGVX (2018)"),
    ("2019-04-30", HOLIDAY, APRIL),
    ("2019-05-01", HOLIDAY, MAY),
    ("2019-05-04", SWAP_WORK, SPRING, "Công văn 6519/VPCP-KGVX (2018)"),
    ("2019-09-02", HOLIDAY, NATIONAL),
    # 2020
    ("2020-01-01", HOLIDAY, NEW_YEAR),
    ("2020-01-23", SUBSTITUTE_OFF, TET),
    ("2020-01-24/01-28", HOLIDAY, TET),
    ("2020-01-29", SUBSTITUTE_OFF, TET),
    ("2020-04-02", HOLIDAY, KINGS),
    ("2020-04-30", HOLIDAY, APRIL),
    ("2020-05-01", HOLIDAY, MAY),
    ("2020-09-02", HOLIDAY, NATIONAL),
    # 2021
    ("2021-01-01", HOLIDAY, NEW_YEAR),
    ("2021-02-10", SUBSTITUTE_OFF, TET),
    ("2021-02-11/02-15", HOLIDAY, TET),
    ("2021-02-16", SUBSTITUTE_OFF, TET),
    ("2021-04-21", HOLIDAY, KINGS),
    ("2021-04-30", HOLIDAY, APRIL),
    ("2021-05-01", HOLIDAY, MAY),
    ("2021-05-03", SUBSTITUTE_OFF, MAY),
    ("2021-09-02/09-03", HOLIDAY, NATIONAL),
    # 2022
    ("2022-01-01", HOLIDAY, NEW_YEAR),
    ("2022-01-03", SUBSTITUTE_OFF, NEW_YEAR),
    ("2022-01-31/02-04", HOLIDAY, TET),
    ("2022-04-10", HOLIDAY, KINGS),
    ("2022-04-11", SUBSTITUTE_OFF, KINGS),
    ("2022-04-30", HOLIDAY, APRIL),
    ("2022-05-01", HOLIDAY, MAY),
    ("2022-05-02", SUBSTITUTE_OFF, APRIL),
    ("2022-05-03", SUBSTITUTE_OFF, MAY),
    ("2022-09-01/09-02", HOLIDAY, NATIONAL),
    # 2023
    ("2023-01-01", HOLIDAY, NEW_YEAR),
    ("2023-01-02", SUBSTITUTE_OFF, NEW_YEAR),
    ("2023-01-20", SUBSTITUTE_OFF, TET),
    ("2023-01-21/01-25", HOLIDAY, TET),
    ("2023-01-26", SUBSTITUTE_OFF, TET),
    ("2023-04-29", HOLIDAY, KINGS),
    ("2023-04-30", HOLIDAY, APRIL),
    ("2023-05-01", HOLIDAY, MAY),
    ("2023-05-02", SUBSTITUTE_OFF, KINGS),
    ("2023-05-03", SUBSTITUTE_OFF, APRIL),
    ("2023-09-01/09-02", HOLIDAY, NATIONAL),
    ("2023-09-04", SUBSTITUTE_OFF, NATIONAL),
    # 2024
    ("2024-01-01", HOLIDAY, NEW_YEAR),
    ("2024-02-08", SUBSTITUTE_OFF, TET),
    ("2024-02-09/02-13", HOLIDAY, TET),
    ("2024-02-14", SUBSTITUTE_OFF, TET),
    ("2024-04-18", HOLIDAY, KINGS),
    ("2024-04-29", SWAP_OFF, SPRING, "Công văn 2450/VPCP-KGVX (2024)"),
    ("2024-04-30", HOLIDAY, APRIL),
    ("2024-05-01", HOLIDAY, MAY),
    ("2024-05-04", SWAP_WORK, SPRING, "Công văn 2450/VPCP-KGVX (2024)"),
    ("2024-09-02/09-03", HOLIDAY, NATIONAL),
    # 2025
    ("2025-01-01", HOLIDAY, NEW_YEAR),
    ("2025-01-27", SUBSTITUTE_OFF, TET, "Thông báo 6150/TB-BLĐTBXH (2024)"),
    ("2025-01-28/02-01", HOLIDAY, TET),
    ("2025-04-07", HOLIDAY, KINGS),
    ("2025-04-26", SWAP_WORK, SPRING, "Thông báo 6150/TB-BLĐTBXH (2024)"),
    ("2025-04-30", HOLIDAY, APRIL),
    ("2025-05-01", HOLIDAY, MAY),
    ("2025-05-02", SWAP_OFF, SPRING, "Thông báo 6150/TB-BLĐTBXH (2024)"),
    ("2025-09-01/09-02", HOLIDAY, NATIONAL),
    # 2026
    ("2026-01-01", HOLIDAY, NEW_YEAR),
    ("2026-01-02", SWAP_OFF, NEW_YEAR, "Văn bản 12729/VPCP-KGVX ngày 25/12/2025"),
    ("2026-01-10", SWAP_WORK, NEW_YEAR, "Văn bản 12729/VPCP-KGVX ngày 25/12/2025"),
    ("2026-02-16/02-20", HOLIDAY, TET),
    ("2026-04-26", HOLIDAY, KINGS),
    ("2026-04-27", SUBSTITUTE_OFF, KINGS),
    ("2026-04-30", HOLIDAY, APRIL),
    ("2026-05-01", HOLIDAY, MAY),
    ("2026-08-22", SWAP_WORK, NATIONAL),
    ("2026-08-31", SWAP_OFF, NATIONAL),
    ("2026-09-01/09-02", HOLIDAY, NATIONAL),
    ("2026-11-24", HOLIDAY, CULTURE, "Nghị quyết 28/2026/QH16"),
    # 2027
    ("2027-01-01", HOLIDAY, NEW_YEAR),
    ("2027-02-04", SUBSTITUTE_OFF, TET),
    ("2027-02-05/02-09", HOLIDAY, TET),
    ("2027-02-10", SUBSTITUTE_OFF, TET),
    ("2027-04-16", HOLIDAY, KINGS),
    ("2027-04-30", HOLIDAY, APRIL),
    ("2027-05-01", HOLIDAY, MAY),
    ("2027-05-03", SUBSTITUTE_OFF, MAY),
    ("2027-09-02/09-03", HOLIDAY, NATIONAL),
    ("2027-11-24", HOLIDAY, CULTURE),
)


@cache
def official_days() -> Mapping[date, DayException]:
    """Return the days that differ from their weekday in the whole country, by date."""
    return MappingProxyType(dict(entry for fact in FACTS for entry in _entries(fact)))


@cache
def official_calendar() -> Calendar:
    """Return the calendar of an agency without days and hours of its own."""
    return Calendar(official_days(), announced=ANNOUNCED_YEARS)


def _entries(fact: Fact) -> Iterator[tuple[date, DayException]]:
    days, kind, name, *documents = fact
    first, _, month_and_day = days.partition("/")
    start = date.fromisoformat(first)
    end = date.fromisoformat(f"{start.year}-{month_and_day}") if month_and_day else start
    exception = DayException(kind, name, documents[0] if documents else LAW[kind])
    for offset in range((end - start).days + 1):
        yield start + timedelta(days=offset), exception
