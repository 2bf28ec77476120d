"""Dates, moments and telephone numbers as official papers spell them."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from motcua.base.text import NBSP

MARCH = 3
LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")


def day_words(day: date) -> str:
    """Return `ngày 06 tháng 01 năm 2026`: days below 10 and months 1 and 2 carry a nought (NĐ 30/2020/NĐ-CP).

    A datetime is read as the day it falls on in Việt Nam.
    """
    local = day.astimezone(LOCAL) if isinstance(day, datetime) else day
    month = f"{local.month:02}" if local.month < MARCH else f"{local.month}"
    return f"ngày {local.day:02} tháng {month} năm {local.year}"


def moment_words(moment: datetime) -> str:
    """Return `08 giờ 15 phút, ngày 16 tháng 11 năm 2026` in Vietnamese time."""
    local = moment.astimezone(LOCAL)
    return f"{local.hour:02} giờ {local.minute:02} phút, {day_words(moment)}"


def due_words(due: date | None) -> str:
    """Return the promised day, the promised minute when `due` is a datetime, or that no day is fixed."""
    if due is None:
        return "Thủ tục không có hạn cố định"
    return moment_words(due) if isinstance(due, datetime) else day_words(due)


def stamp(moment: datetime | None) -> str:
    """Return `16/11/2026 08:15:42` in Vietnamese time, or nothing."""
    return f"{moment.astimezone(LOCAL):%d/%m/%Y %H:%M:%S}" if moment else ""


def short_day(day: date) -> str:
    """Return `16/11/2026`, for cells of a table."""
    local = day.astimezone(LOCAL) if isinstance(day, datetime) else day
    return f"{local:%d/%m/%Y}"


def short_moment(moment: datetime) -> str:
    """Return `08:15` over `16/11/2026` in Vietnamese time, for cells of a table."""
    return f"{moment.astimezone(LOCAL):%H:%M}\n{short_day(moment)}"


def short_due(due: datetime | None, *, by_instant: bool) -> str:
    """Return the promised day, with its minute for a limit in hours; words where no day is fixed."""
    if due is None:
        return "Không có hạn cố định"
    return short_moment(due) if by_instant else short_day(due)


def two_digits(length: str) -> str:
    """Write a length of time as papers do: `05 ngày làm việc`."""
    return re.sub(r"^(?=\d\D)", "0", length)


def phone_words(number: str) -> str:
    """Give a telephone number of ten digits in three groups, as people read it out; any other as it is."""
    whole = re.fullmatch(r"(0\d{3})(\d{3})(\d{3})", number)
    return NBSP.join(whole.groups()) if whole else number
