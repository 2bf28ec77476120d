"""The reckoning of a due date as a table: day, what it is, what it counts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from motcua.base.clock.calendar import DayKind
from motcua.base.clock.explain import Line, LineKind
from motcua.base.clock.sentences import OFF, WORKED, clock_time, length, weekday
from motcua.base.text import keep

NOT_COUNTED = "không tính"


@dataclass(frozen=True)
class Row:
    """One row; `look` is off, restart, end or nothing; `weekday` is left out where there is little room."""

    day: str
    what: str
    count: str
    look: str = ""
    weekday: str = ""


def rows_of(lines: Iterable[Line], today: date, *, restarted: bool) -> list[Row]:
    """Give the rows of a reckoning; days off that follow each other share one."""
    rows: list[Row] = []
    off: list[Line] = []
    for line in lines:
        if line.kind is LineKind.OFF and line.reason is None:
            off.append(line)
            continue
        rows += _weekend(off)
        off = []
        row = _row(line, today, restarted)
        if line.kind is LineKind.DUE and rows and rows[-1].day == row.day:
            row = replace(row, count=rows.pop().count)
        rows.append(row)
    return rows


def _row(line: Line, today: date, restarted: bool) -> Row:
    day = _day(line.day)
    if line.kind is LineKind.START:
        return _start(line, day, restarted)
    what, count, look = {
        LineKind.COUNTED: (_worked(line, today), f"ngày {line.count}", ""),
        LineKind.WORKED: (_hours(line), f"tính {length(line.count)}", ""),
        LineKind.PAUSED: (" ".join(["Chờ bổ sung giấy tờ", _hours(line)]).strip(), NOT_COUNTED, "off"),
        LineKind.MONTHS: ("Cùng ngày", f"sau {line.count} tháng", ""),
        LineKind.MOVED: ("Ngày cuối rơi vào ngày nghỉ, chuyển sang ngày này", "", ""),
        LineKind.NOT_ANNOUNCED: ("Lịch nghỉ năm này chưa chính thức, ngày hẹn có thể đổi", "", "off"),
        LineKind.OFF: (_holiday(line), "nghỉ", "off"),
        LineKind.DUE: (f"Hẹn trả, {_until(line)}", "", "end"),
    }[line.kind]
    return Row(day, what, count, look, keep(weekday(line.day)))


def _until(line: Line) -> str:
    return f"lúc {clock_time(line.first)}" if line.first else "đến hết ngày"


def _day(day: date) -> str:
    return f"{day.day:02}/{day.month:02}"


def _start(line: Line, day: str, restarted: bool) -> Row:
    at = f" lúc {clock_time(line.first)}" if line.first else ""
    name = keep(weekday(line.day))
    if restarted:
        return Row(day, f"Nhận đủ giấy tờ bổ sung{at}", "đếm lại từ đầu", "restart", name)
    return Row(day, f"Nhận đủ hồ sơ{at}", NOT_COUNTED, "off", name)


def _worked(line: Line, today: date) -> str:
    if line.day == today:
        return "Hôm nay"
    if line.reason is not None and line.reason.kind in WORKED:
        return f"Ngày {WORKED[line.reason.kind]}"
    return "Ngày làm việc" if line.working else "Ngày nghỉ, vẫn tính"


def _hours(line: Line) -> str:
    if line.first is None or line.last is None:
        return ""
    return f"{clock_time(line.first)}–{clock_time(line.last)}"


def _holiday(line: Line) -> str:
    if line.reason is None:
        return weekday(line.day)
    kind = OFF.get(DayKind(line.reason.kind), "nghỉ")
    return line.reason.name or kind[:1].upper() + kind[1:]


def _weekend(off: list[Line]) -> list[Row]:
    if not off:
        return []
    first, last = off[0].day, off[-1].day
    if first == last:
        return [Row(_day(first), "Nghỉ hằng tuần", "nghỉ", "off", keep(weekday(first)))]
    same_month = first.month == last.month
    start = f"{first.day:02}" if same_month else f"{first.day:02}/{first.month:02}"
    names = ", ".join(dict.fromkeys(weekday(line.day) for line in off))
    return [Row(f"{start}–{last.day:02}/{last.month:02}", names, "nghỉ", "off")]
