"""The answers of `motcua clock due`: text in, plain data out."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time

from motcua.base.clock import ZONE, local
from motcua.base.clock.calendar import FIRST_DAY, LAST_DAY, Calendar, OutOfCalendar
from motcua.base.clock.due import Due, due
from motcua.base.clock.explain import Line
from motcua.base.clock.official import official_calendar
from motcua.base.clock.sentences import line_sentence, short_date
from motcua.base.clock.terms import Duration, Pause, Unit

OPTIONS = frozenset({"from", "amount", "unit", "pauses"})
WHEN = "Ghi ngày giờ như 2026-03-02T09:00."


def answer(
    options: Mapping[str, object],
    calendar: Calendar | None = None,
    say: Callable[[Line], str] = line_sentence,
) -> dict[str, object]:
    """Return `{"due": ..., "explanation": [...]}` for the options `from`, `amount`, `unit`, `pauses`.

    `due` is `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS+07:00` for hours. Raises ValueError with one Vietnamese
    sentence for bad input.
    """
    unknown = sorted(set(options) - OPTIONS)
    if unknown:
        raise ValueError(f"Không có lựa chọn “{unknown[0]}”.")
    start = _moment(options.get("from"), "Thời điểm bắt đầu", time.min)
    duration = Duration(_amount(options.get("amount")), _unit(options.get("unit")))
    pauses = _pauses(options.get("pauses"))
    try:
        end = due(start, duration, calendar or official_calendar(), pauses)
    except (OutOfCalendar, OverflowError):
        raise ValueError(
            f"Lịch làm việc chỉ có từ {short_date(FIRST_DAY)} đến {short_date(LAST_DAY)}. "
            "Ghi ngày hoặc thời hạn trong khoảng đó."
        ) from None
    return {"due": _written(end), "explanation": [say(line) for line in end.explanation]}


def answer_batch(
    lines: Iterable[str], calendar: Calendar | None = None, say: Callable[[Line], str] = line_sentence
) -> Iterator[str]:
    """Give one JSON answer for each JSON line, in order; `{"error": sentence}` for a bad one.

    Empty lines are passed over.
    """
    for line in lines:
        if line.strip():
            yield json.dumps(_answer_line(line, calendar, say), ensure_ascii=False)


def _answer_line(line: str, calendar: Calendar | None, say: Callable[[Line], str]) -> dict[str, object]:
    try:
        options = json.loads(line)
    except (ValueError, RecursionError):
        return {"error": "Dòng này không phải JSON."}
    if not isinstance(options, dict):
        return {"error": 'Mỗi dòng là một đối tượng JSON, như {"from": …, "amount": …, "unit": …}.'}
    try:
        return answer(options, calendar, say)
    except ValueError as refused:
        return {"error": str(refused)}


def _written(end: Due) -> str:
    return end.instant.isoformat(timespec="seconds") if end.by_instant else end.day.isoformat()


def _moment(text: object, what: str, bare: time) -> datetime:
    """Read a moment; a bare day means `bare` on that day, a time without a zone is Vietnamese."""
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"{what} còn thiếu. {WHEN}")
    try:
        day = _bare_day(text.strip())
        if day is not None:
            return datetime.combine(day, bare, ZONE)
        read = datetime.fromisoformat(text.strip())
        return read.replace(tzinfo=ZONE) if read.tzinfo is None else local(read)
    except (ValueError, OverflowError):
        raise ValueError(f"{what} “{text}” không đọc được. {WHEN}") from None


def _bare_day(text: str) -> date | None:
    return date.fromisoformat(text) if len(text) <= len("2026-03-02") else None


def _amount(given: object) -> int:
    if isinstance(given, int) and not isinstance(given, bool):
        return given
    try:
        if isinstance(given, str):
            return int(given)
    except ValueError:
        pass
    raise ValueError("Thời hạn là một số nguyên, như 5 hoặc -20.")


def _unit(given: object) -> Unit:
    try:
        return Unit(str(given))
    except ValueError:
        raise ValueError(f"Đơn vị là một trong: {', '.join(Unit)}.") from None


def _pauses(given: object) -> tuple[Pause, ...]:
    if given is None:
        return ()
    if not isinstance(given, list | tuple):
        raise ValueError('Các lượt tạm dừng là một danh sách, như ["2026-03-05T17:30/2026-03-12T09:00"].')
    return tuple(_pause(text) for text in given)


def _pause(text: object) -> Pause:
    """Read `FROM/TO`; a bare day is paused from its first to its last moment."""
    parts = text.split("/") if isinstance(text, str) else []
    if len(parts) != len(("from", "to")):
        raise ValueError(f"Lượt tạm dừng “{text}” cần hai mốc, như 2026-03-05T17:30/2026-03-12T09:00.")
    start = _moment(parts[0], "Lúc bắt đầu tạm dừng", time.min)
    end = _moment(parts[1], "Lúc kết thúc tạm dừng", time.max)
    if end < start:
        raise ValueError(f"Lượt tạm dừng “{text}” kết thúc trước khi bắt đầu.")
    return Pause(start, end)
