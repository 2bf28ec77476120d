"""Dates, moments and reckonings in Vietnamese."""

from datetime import date, datetime

from motcua.base.clock import local
from motcua.base.clock.calendar import Calendar, DayKind
from motcua.base.clock.explain import Line, LineKind
from motcua.base.clock.periods import Period
from motcua.base.clock.terms import Grain, Unit

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")

OFF = {
    DayKind.HOLIDAY: "nghỉ lễ",
    DayKind.SUBSTITUTE_OFF: "nghỉ bù",
    DayKind.SWAP_OFF: "nghỉ hoán đổi",
    DayKind.LOCAL_OFF: "nghỉ theo quyết định của địa phương",
}
WORKED = {DayKind.SWAP_WORK: "làm bù", DayKind.HALF_DAY: "làm nửa ngày"}
MINUTES_IN_HOUR = 60


def weekday(day: date) -> str:
    """Return `Thứ Tư`."""
    return WEEKDAYS[day.weekday()]


def short_date(day: date) -> str:
    """Return `25/11/2026`."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def full_date(day: date) -> str:
    """Return `Thứ Tư, 25/11/2026`."""
    return f"{weekday(day)}, {short_date(day)}"


def day_and_month(day: date, *, seen_on: date) -> str:
    """Return `23/11`, with the year when it is not the reader's year."""
    return short_date(day) if day.year != seen_on.year else f"{day.day:02}/{day.month:02}"


def clock_time(at: datetime) -> str:
    """Return `14:20` in Vietnamese time."""
    return f"{local(at):%H:%M}"


def full_moment(at: datetime) -> str:
    """Return `14:20, 25/11/2026` in Vietnamese time."""
    return f"{clock_time(at)}, {short_date(local(at).date())}"


ROMAN = ("I", "II", "III", "IV")


def period_words(period: Period) -> str:
    """Return `tháng 10/2026`, `quý IV/2026`, `6 tháng đầu năm 2026`, `năm 2026`, or the days of a span."""
    year, month = period.first.year, period.first.month
    match period.grain:
        case Grain.YEAR:
            return f"năm {year}"
        case Grain.HALF:
            return f"6 tháng {'đầu' if month == 1 else 'cuối'} năm {year}"
        case Grain.QUARTER:
            return f"quý {ROMAN[(month - 1) // 3]}/{year}"
        case Grain.MONTH:
            return f"tháng {month}/{year}"
        case Grain.DAY:
            return f"ngày {short_date(period.first)}"
    return f"từ {short_date(period.first)} đến {short_date(period.last)}"


def length(minutes: int) -> str:
    """Return `2 giờ 30 phút`."""
    hours, rest = divmod(minutes, MINUTES_IN_HOUR)
    parts = [f"{hours} giờ"] if hours else []
    return " ".join([*parts, f"{rest} phút"] if rest or not hours else parts)


def line_sentence(line: Line) -> str:
    """Return one line of a reckoning (`Thứ Bảy 10/01/2026: làm bù, tính`)."""
    if line.kind is LineKind.NOT_ANNOUNCED:
        return f"Lịch nghỉ năm {line.day.year} chưa phải lịch chính thức, ngày hẹn có thể đổi"
    if line.kind is LineKind.DUE:
        if line.first is not None:
            return f"Hạn: {full_moment(line.first)}"
        return f"Hạn: hết {weekday(line.day)} {short_date(line.day)}"
    if line.kind is LineKind.EXTENDED:
        moment = full_moment(line.first) if line.first else f"{weekday(line.day)} {short_date(line.day)}"
        return f"{moment}: hạn hẹn trước, đã xin lỗi và gia hạn, tính tiếp"
    return f"{weekday(line.day)} {short_date(line.day)}{_hours(line)}: {_what(line)}"


def line_with_basis(line: Line, calendar: Calendar) -> str:
    """Return one line with the document that decided on its day, or on its hours, where one is known."""
    basis = line.reason.basis if line.reason and line.kind in NATURED else ""
    if line.kind is LineKind.WORKED and not basis:
        weeks = [week for week in calendar.weeks if week.valid_from <= line.day]
        basis = weeks[-1].basis if weeks else ""
    return f"{line_sentence(line)} ({basis})" if basis else line_sentence(line)


def _hours(line: Line) -> str:
    if line.first is None or line.last is None:
        return ""
    return f", {clock_time(line.first)}–{clock_time(line.last)}"


WHAT = {
    LineKind.START: "ngày bắt đầu, không tính",
    LineKind.COUNTED: "{nature}, tính",
    LineKind.OFF: "{nature}, không tính",
    LineKind.PAUSED: "tạm dừng, không tính",
    LineKind.WORKED: "tính {length}",
    LineKind.MONTHS: "cùng ngày {way} {count} tháng",
    LineKind.MOVED: "{nature}, ngày cuối chuyển sang ngày này",
}

NATURED = frozenset({LineKind.COUNTED, LineKind.OFF, LineKind.WORKED, LineKind.MOVED})


def _what(line: Line) -> str:
    if line.kind is LineKind.START and line.unit is Unit.HOUR and line.first is not None:
        return f"bắt đầu lúc {clock_time(line.first)}"
    way, count = "trước" if line.count < 0 else "sau", abs(line.count)
    return WHAT[line.kind].format(nature=_nature(line), length=length(count), way=way, count=count)


def _nature(line: Line) -> str:
    if line.reason is None:
        return "ngày làm việc" if line.working else "nghỉ hằng tuần"
    if line.reason.kind in WORKED:
        return WORKED[line.reason.kind]
    name = f" ({line.reason.name})" if line.reason.name else ""
    return f"{OFF[line.reason.kind]}{name}"
