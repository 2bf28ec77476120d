from datetime import date, timedelta
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.clock.due import Duration, Pause, Unit, due
from motcua.base.clock.left import due_words, remaining_words
from motcua.base.clock.remaining import Measure, RemainingKind, remaining
from motcua.base.clock.segments import ImpossibleMarks, Mark, MarkKind, SegmentKind, reckon
from motcua.base.text import NBSP
from tests.rules.clocks import CALENDAR, MOMENTS, ONE_MINUTE, at, slow_day

START, PAUSE, RESUME, RESTART, STOP, EXTEND = MarkKind
FIVE, TEN = Duration(5, Unit.WORKING_DAY), Duration(10, Unit.WORKING_DAY)


def marks(*told):
    return [Mark(kind, at(2026, *parts)) for kind, *parts in told]


def test_vector_16_a_restart_counts_afresh_from_the_day_after():
    reckoning = reckon(marks((START, 3, 2, 9), (PAUSE, 3, 5, 16), (RESTART, 3, 12, 10)), TEN, CALENDAR)
    assert reckoning.due.day == date(2026, 3, 26)
    assert reckoning.original_due.day == date(2026, 3, 16)


@pytest.mark.covers("T-18")
def test_vector_17_a_resumed_clock_goes_on_with_the_days_left():
    reckoning = reckon(marks((START, 3, 2, 9), (PAUSE, 3, 5, 17, 30), (RESUME, 3, 12, 10)), TEN, CALENDAR)
    assert reckoning.due.day == date(2026, 3, 23)


@pytest.mark.covers("T-19")
def test_both_dates_and_every_segment_are_kept():
    reckoning = reckon(
        marks((START, 3, 2, 9), (PAUSE, 3, 5, 9), (RESUME, 3, 6, 9), (STOP, 3, 9, 9)), FIVE, CALENDAR
    )
    assert [
        (segment.kind, segment.start.day, segment.end and segment.end.day) for segment in reckoning.segments
    ] == [
        (SegmentKind.RUN, 2, 5),
        (SegmentKind.PAUSE, 5, 6),
        (SegmentKind.RUN, 6, 9),
    ]
    assert (reckoning.original_due.day, reckoning.due.day) == (date(2026, 3, 9), date(2026, 3, 11))
    assert reckoning.stopped_at == at(2026, 3, 9, 9)


def test_an_open_pause_has_a_due_date_only_as_of_a_moment():
    paused = marks((START, 3, 2, 9), (PAUSE, 3, 4, 9))
    assert reckon(paused, FIVE, CALENDAR).due is None
    assert reckon(paused, FIVE, CALENDAR, as_of=at(2026, 3, 4, 10)).due.day == date(2026, 3, 10)
    assert reckon(paused, FIVE, CALENDAR, as_of=at(2026, 3, 6, 10)).due.day == date(2026, 3, 12)


def test_a_pause_before_a_restart_is_forgotten_by_the_new_count():
    told = marks((START, 3, 2, 9), (PAUSE, 3, 3, 9), (RESUME, 3, 4, 9), (RESTART, 3, 5, 9))
    assert reckon(told, FIVE, CALENDAR).pauses == ()
    assert reckon(told, FIVE, CALENDAR).due.day == date(2026, 3, 12)


def test_a_clock_without_marks_or_without_a_limit_has_no_due_date():
    assert reckon([], FIVE, CALENDAR).due is None
    unlimited = reckon(marks((START, 3, 2, 9), (STOP, 3, 3, 9)), None, CALENDAR)
    assert (unlimited.due, unlimited.original_due) == (None, None)


@pytest.mark.parametrize(
    "told",
    [
        [(PAUSE, 3, 2, 9)],
        [(RESTART, 3, 2, 9)],
        [(STOP, 3, 2, 9)],
        [(START, 3, 2, 9), (START, 3, 3, 9)],
        [(START, 3, 2, 9), (RESUME, 3, 3, 9)],
        [(START, 3, 2, 9), (PAUSE, 3, 3, 9), (PAUSE, 3, 4, 9)],
        [(START, 3, 2, 9), (STOP, 3, 3, 9), (RESUME, 3, 4, 9)],
        [(START, 3, 2, 9), (PAUSE, 3, 1, 9)],
    ],
)
def test_marks_that_cannot_have_happened_are_refused(told):
    with pytest.raises(ImpossibleMarks):
        reckon(marks(*told), FIVE, CALENDAR)


GAPS = st.lists(st.integers(0, 6 * 24 * 60), max_size=8)


@given(MOMENTS, GAPS, st.integers(0, 20), st.sampled_from([Unit.WORKING_DAY, Unit.DAY]))
def test_a_history_of_pauses_equals_the_limit_with_those_pauses(start, gaps, amount, unit):
    moments = [start + minutes * ONE_MINUTE for minutes in accumulate(gaps)]
    moments = moments[: len(moments) // 2 * 2]
    told = [
        Mark(START, start),
        *(Mark(PAUSE if n % 2 == 0 else RESUME, moment) for n, moment in enumerate(moments)),
    ]
    pauses = [Pause(*pair) for pair in zip(moments[::2], moments[1::2], strict=True)]
    reckoning = reckon(told, Duration(amount, unit), CALENDAR)
    assert reckoning.due.day == slow_day(start, Duration(amount, unit), pauses)
    assert reckoning.original_due == due(start, Duration(amount, unit), CALENDAR)


@given(MOMENTS, GAPS, st.integers(0, 20))
def test_only_the_last_restart_counts(start, gaps, amount):
    moments = [start + minutes * ONE_MINUTE for minutes in accumulate(gaps)]
    told = [Mark(START, start), *(Mark(RESTART, moment) for moment in moments)]
    limit = Duration(amount, Unit.WORKING_DAY)
    assert reckon(told, limit, CALENDAR).due.day == due([start, *moments][-1], limit, CALENDAR).day


@given(MOMENTS, st.integers(0, 9 * 24 * 60), st.integers(0, 9 * 24 * 60), st.sampled_from(Unit))
def test_segments_lie_end_to_end(start, first, second, unit):
    pause, resume = start + first * ONE_MINUTE, start + (first + second) * ONE_MINUTE
    told = [Mark(START, start), Mark(PAUSE, pause, "bổ sung"), Mark(RESUME, resume)]
    segments = reckon(told, Duration(3, unit), CALENDAR).segments
    assert [segment.end for segment in segments] == [pause, resume, None]
    assert [segment.start for segment in segments] == [start, pause, resume]
    assert segments[1].reason == "bổ sung"


def words(told, limit, *seen, year=2026):
    reckoning = reckon(marks(*told), limit, CALENDAR)
    return remaining_words(remaining(reckoning, at(year, *seen), CALENDAR)).replace(NBSP, " ")


EIGHT = Duration(8, Unit.WORKING_DAY)
HOURS = Duration(6, Unit.HOUR)
DAYS = Duration(10, Unit.DAY)
NOW = (11, 25, 14, 20)


@pytest.mark.parametrize(
    ("said", "told", "limit", "seen"),
    [
        ("Còn 5 ngày làm việc", [(START, 11, 25, 9)], FIVE, NOW),
        ("Còn 3 ngày làm việc", [(START, 11, 16, 8), (PAUSE, 11, 18, 16), (RESTART, 11, 20, 9)], FIVE, NOW),
        ("Còn 1 ngày làm việc", [(START, 11, 18, 9)], FIVE, NOW),
        ("Còn 1 ngày làm việc", [(START, 11, 20, 9)], FIVE, (11, 29, 9)),
        ("Còn 5 ngày", [(START, 11, 18, 9)], DAYS, NOW),
        ("Còn 2 giờ làm việc", [(START, 11, 25, 8, 40)], HOURS, NOW),
        ("Còn 25 phút làm việc", [(START, 11, 25, 8, 40)], HOURS, (11, 25, 16, 15)),
        ("Hạn hôm nay, còn 3 giờ", [(START, 11, 17, 9)], FIVE, NOW),
        ("Hạn hôm nay, còn 10 phút", [(START, 11, 17, 9)], FIVE, (11, 25, 17, 20)),
        ("Hạn hôm nay, đã hết giờ làm việc", [(START, 11, 17, 9)], FIVE, (11, 25, 20)),
        ("Quá hạn 2 ngày làm việc", [(START, 11, 13, 9)], FIVE, NOW),
        ("Quá hạn 5 ngày", [(START, 11, 10, 9)], DAYS, NOW),
        ("Quá hạn chưa đến 1 ngày làm việc", [(START, 11, 13, 9)], FIVE, (11, 21, 9)),
        ("Quá hạn 1 giờ làm việc", [(START, 11, 25, 7, 30)], HOURS, (11, 25, 16, 40)),
        ("Tạm dừng từ 23/11, còn 4 ngày làm việc", [(START, 11, 16, 9), (PAUSE, 11, 23, 9)], EIGHT, NOW),
        ("Tạm dừng từ 23/11, còn 3 ngày làm việc", [(START, 11, 16, 9), (PAUSE, 11, 23, 17, 30)], EIGHT, NOW),
        (
            "Tạm dừng từ 25/11, còn 4 giờ làm việc",
            [(START, 11, 25, 7, 30), (PAUSE, 11, 25, 9, 30)],
            HOURS,
            NOW,
        ),
        (
            "Tạm dừng từ 23/11, đã quá hạn 1 ngày làm việc",
            [(START, 11, 13, 9), (PAUSE, 11, 23, 9)],
            FIVE,
            NOW,
        ),
        (
            "Tạm dừng từ 20/11, còn chưa đến 1 ngày làm việc",
            [(START, 11, 13, 9), (PAUSE, 11, 20, 20)],
            FIVE,
            NOW,
        ),
        ("Chưa tính hạn", [], FIVE, NOW),
        ("Thủ tục không có hạn cố định", [(START, 11, 16, 9)], None, NOW),
        ("Xong sớm 2 ngày làm việc", [(START, 11, 2, 9), (STOP, 11, 5, 9)], FIVE, NOW),
        ("Xong đúng hạn", [(START, 11, 2, 9), (STOP, 11, 9, 22)], FIVE, NOW),
        ("Xong trễ 1 ngày làm việc", [(START, 11, 2, 9), (STOP, 11, 10, 8)], FIVE, NOW),
        ("Xong đúng hạn", [(START, 11, 2, 7, 30), (STOP, 11, 2, 15, 30)], HOURS, NOW),
        ("Xong trễ 2 giờ làm việc", [(START, 11, 2, 7, 30), (STOP, 11, 2, 17, 30)], HOURS, NOW),
        ("Xong sớm 30 phút làm việc", [(START, 11, 2, 7, 30), (STOP, 11, 2, 15)], HOURS, NOW),
    ],
)
def test_the_time_left_is_said_in_the_agreed_words(said, told, limit, seen):
    assert words(told, limit, *seen) == said


def test_a_pause_of_another_year_names_its_year():
    told = [(START, 12, 21, 9), (PAUSE, 12, 24, 9)]
    assert words(told, FIVE, 1, 6, 9, year=2027) == "Tạm dừng từ 24/12/2026, còn 3 ngày làm việc"


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (FIVE, "hạn 02/12/2026"),
        (Duration(2, Unit.HOUR), "hạn 11:00 hôm nay"),
        (HOURS, "hạn 17:00 hôm nay"),
        (Duration(8, Unit.HOUR), "hạn 09:00, 26/11/2026"),
    ],
)
def test_the_date_stands_beside_the_time_left(limit, said):
    end = due(at(2026, 11, 25, 9), limit, CALENDAR)
    assert due_words(end, seen_on=date(2026, 11, 25)).replace(NBSP, " ") == said


def test_figures_and_units_of_the_time_left_stay_together():
    left = remaining(reckon(marks((START, 11, 25, 9)), FIVE, CALENDAR), at(2026, *NOW), CALENDAR)
    assert remaining_words(left) == f"Còn 5{NBSP}ngày làm{NBSP}việc"


@pytest.mark.parametrize(
    ("limit", "measure"),
    [
        (FIVE, Measure.WORKING_DAYS),
        (DAYS, Measure.DAYS),
        (Duration(1, Unit.MONTH), Measure.DAYS),
        (HOURS, Measure.WORKING_MINUTES),
    ],
)
def test_working_days_and_days_are_never_mixed(limit, measure):
    left = remaining(reckon(marks((START, 11, 25, 9)), limit, CALENDAR), at(2026, *NOW), CALENDAR)
    assert left.measure is measure


FINISHED = {RemainingKind.FINISHED_EARLY: -1, RemainingKind.ON_TIME: 0, RemainingKind.FINISHED_LATE: 1}


@given(
    MOMENTS,
    st.integers(1, 20),
    st.integers(0, 60 * 24 * 60),
    st.sampled_from([Unit.WORKING_DAY, Unit.DAY, Unit.MONTH]),
)
def test_early_on_time_and_late_compare_days(start, amount, taken, unit):
    stop = start + taken * ONE_MINUTE
    reckoning = reckon([Mark(START, start), Mark(STOP, stop)], Duration(amount, unit), CALENDAR)
    left = remaining(reckoning, stop, CALENDAR)
    assert FINISHED[left.kind] == (stop.date() > reckoning.due.day) - (stop.date() < reckoning.due.day)
    assert left.amount >= 0


@given(MOMENTS, st.integers(1, 20), st.integers(0, 30 * 24 * 60), st.integers(0, 30))
def test_the_days_left_at_a_pause_are_the_days_left_after_it(start, amount, taken, nights):
    pause, limit = start + taken * ONE_MINUTE, Duration(amount, Unit.WORKING_DAY)
    told = [Mark(START, start), Mark(PAUSE, pause)]
    held = remaining(reckon(told, limit, CALENDAR), pause, CALENDAR)
    resumed = (pause + timedelta(days=nights)).replace(hour=20, minute=0)
    if held.amount > 0 and resumed >= pause:
        after = remaining(reckon([*told, Mark(RESUME, resumed)], limit, CALENDAR), resumed, CALENDAR)
        assert after.amount == held.amount
