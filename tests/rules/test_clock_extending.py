"""A limit that is extended: the promised date holds, both dates are told, later pauses move it."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from motcua.base.clock import ZONE
from motcua.base.clock.due import Duration, Unit, due
from motcua.base.clock.explain import LineKind
from motcua.base.clock.left import remaining_words
from motcua.base.clock.remaining import RemainingKind, remaining
from motcua.base.clock.segments import ImpossibleMarks, Mark, MarkKind, reckon
from motcua.base.clock.sentences import line_sentence
from motcua.base.text import NBSP
from tests.rules.clocks import CALENDAR, MOMENTS, ONE_MINUTE, at

START, PAUSE, RESUME, RESTART, STOP, EXTEND = MarkKind
TEN = Duration(10, Unit.WORKING_DAY)


def mark(kind: MarkKind, *parts: int, until: datetime | None = None) -> Mark:
    return Mark(kind, at(2026, *parts), until=until)


def end_of(*parts: int) -> datetime:
    return datetime.combine(date(2026, *parts), time.max, ZONE)


BEGUN = mark(START, 3, 2, 9)
EXTENDED = mark(EXTEND, 3, 13, 9, until=end_of(3, 23))


@pytest.mark.covers("T-19")
def test_an_extension_keeps_both_dates() -> None:
    reckoning = reckon([BEGUN, EXTENDED], TEN, CALENDAR)
    assert reckoning.due is not None and reckoning.original_due is not None
    assert (reckoning.original_due.day, reckoning.due.day) == (date(2026, 3, 16), date(2026, 3, 23))
    assert reckoning.due.before == reckoning.original_due
    assert reckoning.due.duration == TEN


def test_the_reckoning_tells_the_old_end_and_counts_on() -> None:
    end = reckon([BEGUN, EXTENDED], TEN, CALENDAR).due
    assert end is not None
    told = [(line.kind, line.day.day) for line in end.explanation if line.kind is not LineKind.OFF]
    counted = [2, *range(3, 7), *range(9, 14), 16]
    assert told == [
        (LineKind.START, 2),
        *[(LineKind.COUNTED, day) for day in counted[1:]],
        (LineKind.EXTENDED, 16),
        *[(LineKind.COUNTED, day) for day in (17, 18, 19, 20, 23)],
        (LineKind.DUE, 23),
    ]
    sentences = [line_sentence(line) for line in end.explanation]
    assert "Thứ Hai 16/03/2026: hạn hẹn trước, đã xin lỗi và gia hạn, tính tiếp" in sentences


def test_a_pause_after_an_extension_keeps_the_days_left() -> None:
    paused = [BEGUN, EXTENDED, mark(PAUSE, 3, 18, 7)]
    left = remaining(reckon(paused, TEN, CALENDAR), at(2026, 3, 19, 9), CALENDAR)
    assert remaining_words(left).replace(NBSP, " ") == "Tạm dừng từ 18/03, còn 4 ngày làm việc"
    resumed = reckon([*paused, mark(RESUME, 3, 19, 18)], TEN, CALENDAR).due
    assert resumed is not None and resumed.day == date(2026, 3, 25)


def test_a_restart_forgets_an_extension() -> None:
    told = [BEGUN, EXTENDED, mark(PAUSE, 3, 18, 9), mark(RESTART, 3, 20, 9)]
    reckoning = reckon(told, TEN, CALENDAR)
    assert reckoning.extensions == ()
    assert reckoning.due == due(at(2026, 3, 20, 9), TEN, CALENDAR)


def test_a_second_extension_goes_on_from_the_first() -> None:
    told = [BEGUN, EXTENDED, mark(EXTEND, 3, 20, 9, until=end_of(3, 30))]
    end = reckon(told, TEN, CALENDAR).due
    assert end is not None and end.before is not None
    assert (end.before.day, end.day) == (date(2026, 3, 23), date(2026, 3, 30))


def test_hours_are_extended_to_the_minute() -> None:
    limit = Duration(4, Unit.HOUR)
    told = [mark(START, 3, 2, 15, 30), mark(EXTEND, 3, 2, 16, until=at(2026, 3, 3, 10, 45))]
    end = reckon(told, limit, CALENDAR).due
    assert end is not None and end.before is not None
    assert (end.before.instant, end.instant) == (at(2026, 3, 3, 9, 30), at(2026, 3, 3, 10, 45))
    kinds = [line.kind for line in end.explanation]
    assert kinds[-2:] == [LineKind.EXTENDED, LineKind.DUE]
    moved = reckon([*told, mark(PAUSE, 3, 3, 8), mark(RESUME, 3, 3, 9)], limit, CALENDAR).due
    assert moved is not None and moved.instant == at(2026, 3, 3, 13, 45)
    assert [line_sentence(line) for line in moved.explanation][2:] == [
        "Thứ Ba 03/03/2026, 07:30–08:00: tính 30 phút",
        "Thứ Ba 03/03/2026, 08:00–09:00: tạm dừng, không tính",
        "Thứ Ba 03/03/2026, 09:00–11:30: tính 2 giờ 30 phút",
        "Thứ Ba 03/03/2026, 13:30–13:45: tính 15 phút",
        "09:30, 03/03/2026: hạn hẹn trước, đã xin lỗi và gia hạn, tính tiếp",
        "Hạn: 13:45, 03/03/2026",
    ]


def test_hours_are_extended_past_the_pauses_that_were_before() -> None:
    told = [
        mark(START, 3, 2, 8),
        mark(PAUSE, 3, 2, 9),
        mark(RESUME, 3, 2, 10),
        mark(EXTEND, 3, 2, 14, until=at(2026, 3, 3, 9)),
    ]
    end = reckon(told, Duration(4, Unit.HOUR), CALENDAR).due
    assert end is not None and end.before is not None
    assert (end.before.instant, end.instant) == (at(2026, 3, 2, 15), at(2026, 3, 3, 9))
    assert end.day == date(2026, 3, 3)
    assert [line_sentence(line) for line in end.explanation] == [
        "Thứ Hai 02/03/2026: bắt đầu lúc 08:00",
        "Thứ Hai 02/03/2026, 08:00–09:00: tính 1 giờ",
        "Thứ Hai 02/03/2026, 09:00–10:00: tạm dừng, không tính",
        "Thứ Hai 02/03/2026, 10:00–11:30: tính 1 giờ 30 phút",
        "Thứ Hai 02/03/2026, 13:30–17:30: tính 4 giờ",
        "15:00, 02/03/2026: hạn hẹn trước, đã xin lỗi và gia hạn, tính tiếp",
        "Thứ Ba 03/03/2026, 07:30–09:00: tính 1 giờ 30 phút",
        "Hạn: 09:00, 03/03/2026",
    ]


def test_months_go_on_as_days() -> None:
    told = [mark(START, 1, 5, 9), mark(EXTEND, 2, 2, 9, until=end_of(2, 12))]
    end = reckon(told, Duration(1, Unit.MONTH), CALENDAR).due
    assert end is not None and end.day == date(2026, 2, 12)
    assert end.counted == Duration(38, Unit.DAY)
    assert sum(line.kind is LineKind.EXTENDED for line in end.explanation) == 1


@pytest.mark.parametrize(
    "wrong", [mark(EXTEND, 3, 4, 9), mark(PAUSE, 3, 4, 9, until=end_of(3, 9)), mark(RESUME, 3, 4, 9)]
)
def test_marks_that_say_too_little_or_too_much_are_refused(wrong: Mark) -> None:
    with pytest.raises(ImpossibleMarks):
        reckon([BEGUN, wrong], TEN, CALENDAR)


def test_a_paused_clock_is_not_extended() -> None:
    with pytest.raises(ImpossibleMarks):
        reckon([BEGUN, mark(PAUSE, 3, 10, 9), EXTENDED], TEN, CALENDAR)


def test_a_late_clock_is_judged_by_the_date_in_force_and_by_the_first() -> None:
    reckoning = reckon([BEGUN, EXTENDED, mark(STOP, 3, 20, 9)], TEN, CALENDAR)
    assert remaining(reckoning, at(2026, 3, 20, 9), CALENDAR).kind is RemainingKind.FINISHED_EARLY
    assert reckoning.original_due is not None and reckoning.original_due.day < date(2026, 3, 20)


@given(
    MOMENTS,
    st.integers(1, 20),
    st.sampled_from([Unit.WORKING_DAY, Unit.DAY]),
    st.tuples(st.integers(0, 8 * 24 * 60), st.integers(0, 8 * 24 * 60)),
    st.integers(1, 40),
)
def test_a_promised_working_day_holds_whatever_pauses_were_before(
    start: datetime, amount: int, unit: Unit, held: tuple[int, int], later: int
) -> None:
    pause, resume = start + held[0] * ONE_MINUTE, start + sum(held) * ONE_MINUTE
    told = [Mark(START, start), Mark(PAUSE, pause), Mark(RESUME, resume)]
    before = reckon(told, Duration(amount, unit), CALENDAR).due
    assert before is not None
    day = max(before.day, resume.date()) + timedelta(days=later)
    assume(CALENDAR.is_working(day))
    extension = Mark(EXTEND, resume, until=datetime.combine(day, time.max, ZONE))
    end = reckon([*told, extension], Duration(amount, unit), CALENDAR).due
    assert end is not None
    assert (end.day, end.before) == (day, before)
    kinds = [line.kind for line in end.explanation]
    assert kinds.count(LineKind.EXTENDED) == 1
    assert kinds.index(LineKind.EXTENDED) < len(kinds) - 1
