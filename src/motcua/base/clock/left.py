"""Time left in Vietnamese words."""

from datetime import date

from motcua.base.clock.due import Due
from motcua.base.clock.remaining import Measure, Remaining, RemainingKind
from motcua.base.clock.sentences import (
    MINUTES_IN_HOUR,
    clock_time,
    day_and_month,
    full_moment,
    short_date,
)
from motcua.base.text import bind, keep

PLAIN = {
    RemainingKind.NOT_STARTED: "Chưa tính hạn",
    RemainingKind.NO_FIXED: "Thủ tục không có hạn cố định",
    RemainingKind.ON_TIME: "Xong đúng hạn",
}
AMOUNT = {
    RemainingKind.FAR: "Còn {}",
    RemainingKind.LAST_DAY: "Còn {}",
    RemainingKind.LATE: "Quá hạn {}",
    RemainingKind.FINISHED_EARLY: "Xong sớm {}",
    RemainingKind.FINISHED_LATE: "Xong trễ {}",
}
DAY_UNITS = {Measure.WORKING_DAYS: "ngày làm việc", Measure.DAYS: "ngày"}


def remaining_words(left: Remaining) -> str:
    """Return the words for time left, late or finished, bound by no-break spaces."""
    return bind(_words(left))


def due_words(end: Due, *, seen_on: date) -> str:
    """Return the date that stands beside the time left (`hạn 27/11/2026`, `hạn 16:30 hôm nay`)."""
    if not end.by_instant:
        return f"hạn {short_date(end.day)}"
    if end.day == seen_on:
        return keep(f"hạn {clock_time(end.instant)} hôm nay")
    return f"hạn {full_moment(end.instant)}"


def _words(left: Remaining) -> str:
    if left.kind in PLAIN:
        return PLAIN[left.kind]
    if left.kind is RemainingKind.TODAY:
        return f"Hạn hôm nay, {_left_today(left.amount)}"
    if left.since is not None:
        since = day_and_month(left.since.date(), seen_on=left.seen_at.date())
        return f"Tạm dừng từ {since}, {_left_when_paused(left)}"
    return AMOUNT[left.kind].format(_length(left.amount, left.measure))


def _left_today(minutes: int) -> str:
    return f"còn {_hours(minutes)}" if minutes else "đã hết giờ làm việc"


def _left_when_paused(left: Remaining) -> str:
    if left.amount < 0:
        return f"đã quá hạn {_length(-left.amount, left.measure)}"
    return f"còn {_length(left.amount, left.measure)}"


def _length(amount: int, measure: Measure) -> str:
    if measure is Measure.WORKING_MINUTES:
        return f"{_hours(amount)} làm việc" if amount else "chưa đến 1 phút làm việc"
    return f"{amount} {DAY_UNITS[measure]}" if amount else f"chưa đến 1 {DAY_UNITS[measure]}"


def _hours(minutes: int) -> str:
    """Return whole hours, or minutes below an hour."""
    hours = minutes // MINUTES_IN_HOUR
    return f"{hours} giờ" if hours else f"{minutes} phút"
