"""The reckoning of a due date as a table: day, what it is, what it counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from motcua.base.clock import local
from motcua.base.clock.calendar import DayKind
from motcua.base.clock.explain import Line, LineKind
from motcua.base.clock.remaining import RemainingKind
from motcua.base.clock.sentences import OFF, WORKED, clock_time, length, weekday
from motcua.base.text import keep
from motcua.casework.dossiers.queries import Time, Wait
from motcua.casework.dossiers.words import PauseReason

NOT_COUNTED = "không tính"
WAITING = "Chờ bạn bổ sung giấy tờ"
WAITS = {PauseReason.SUPPLEMENT: WAITING, PauseReason.CONSULTATION: "Chờ ý kiến của cơ quan khác"}
STOPS = {
    RemainingKind.FINISHED_EARLY: "xong sớm",
    RemainingKind.ON_TIME: "đúng hạn",
    RemainingKind.FINISHED_LATE: "trễ hạn",
}


@dataclass(frozen=True)
class Row:
    """One row; `look` is off, restart, end or nothing; `weekday` is left out where there is little room."""

    day: str
    what: str
    count: str
    look: str = ""
    weekday: str = ""


def table_of(time: Time, today: date) -> list[Row]:
    """Give the whole reckoning: counts given up, the count in force, and where it stopped or waits."""
    before = rows_of(time.given_up, today, restarted=False, waits=time.waits)
    restarted = time.restarted_at is not None
    if time.left.kind is RemainingKind.PAUSED and time.left.due and time.left.since:
        waiting = time.left.since.date()
        lines = [one for one in time.left.due.explanation if one.day <= waiting and not _is_end(one)]
        rows = rows_of(lines, today, restarted=restarted, waits=time.waits)
        return [*before, *rows, *_waiting(time.waits[-1], today)]
    if time.stopped_at is None or time.left.due is None:
        return [*before, *rows_of(time.lines, today, restarted=restarted, waits=time.waits)]
    return [*before, *_stopped(time, local(time.stopped_at), today, restarted)]


def asked_in(rows: Iterable[Row], moments: Iterable[datetime]) -> list[Row]:
    """Say on its day when papers were asked for, where the table has that day as a row of its own."""
    at = {_day(local(one).date()): clock_time(local(one)) for one in moments}
    told = []
    for row in rows:
        asked = at.pop(row.day, "") if row.look != "restart" else ""
        told.append(replace(row, what=_with_request(row.what, asked)) if asked else row)
    return told


def _with_request(what: str, asked: str) -> str:
    """The wait follows the request, and the request whatever else was on that day."""
    request = f"{asked}: yêu cầu bổ sung"
    return f"{request}. {what}" if what.startswith(WAITING) else f"{what}. {request}"


def rows_of(lines: Iterable[Line], today: date, *, restarted: bool, waits: Sequence[Wait] = ()) -> list[Row]:
    """Give the rows of a reckoning; days off that follow each other share one."""
    rows: list[Row] = []
    off: list[Line] = []
    for line in lines:
        if line.kind is LineKind.OFF and line.reason is None:
            off.append(line)
            continue
        rows += _weekend(off)
        off = []
        row = _row(line, today, restarted, waits)
        if line.kind is LineKind.DUE and rows and rows[-1].day == row.day:
            row = replace(row, count=rows.pop().count)
        rows.append(row)
    return [*rows, *_weekend(off)]


def _stopped(time: Time, stopped: datetime, today: date, restarted: bool) -> list[Row]:
    """End the table where the clock stopped; what was promised stays in it when it was reached."""
    lines: Sequence[Line] = time.lines
    reached = time.left.due is not None and stopped.date() >= time.left.due.day
    if not reached:
        lines = [one for one in lines if one.day <= stopped.date() and not _is_end(one)]
    rows = rows_of(lines, today, restarted=restarted, waits=time.waits)
    day, count = _day(stopped.date()), STOPS[time.left.kind]
    if rows and rows[-1].day == day and not reached and rows[-1].look == "":
        count = f"{rows.pop().count}, {count}"
    if rows and reached:
        rows[-1] = replace(rows[-1], look="")
    name = keep(weekday(stopped.date()))
    return [*rows, Row(day, f"Có kết quả lúc {clock_time(stopped)}", count, "end", name)]


def _waiting(wait: Wait, today: date) -> list[Row]:
    """Say that everything after the first day of an open pause waits too."""
    since = local(wait.since).date()
    if today <= since:
        return []
    first = since + timedelta(days=1)
    days = _day(today) if first == today else f"{_day(first)}–{_day(today)}"
    return [Row(days, WAITS[wait.reason], NOT_COUNTED, "off")]


def _awaited(line: Line, waits: Sequence[Wait]) -> str:
    """Say what was waited for on the day of a line."""
    touching = [one for one in waits if one.until is None or line.day <= local(one.until).date()]
    return WAITS[touching[0].reason] if touching else WAITING


def _is_end(line: Line) -> bool:
    return line.kind in (LineKind.DUE, LineKind.NOT_ANNOUNCED)


def _row(line: Line, today: date, restarted: bool, waits: Sequence[Wait]) -> Row:
    day = _day(line.day)
    if line.kind is LineKind.START:
        return _start(line, day, restarted)
    what, count, look = {
        LineKind.COUNTED: (_worked(line, today), f"ngày {line.count}", ""),
        LineKind.WORKED: (_hours(line), f"tính {length(line.count)}", ""),
        LineKind.PAUSED: (" ".join([_awaited(line, waits), _hours(line)]).strip(), NOT_COUNTED, "off"),
        LineKind.MONTHS: ("Cùng ngày", f"sau {line.count} tháng", ""),
        LineKind.MOVED: ("Ngày cuối rơi vào ngày nghỉ, chuyển sang ngày này", "", ""),
        LineKind.EXTENDED: ("Ngày hẹn trước, cơ quan đã xin lỗi và gia hạn", "gia hạn", "restart"),
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
