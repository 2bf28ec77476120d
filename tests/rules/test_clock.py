"""When a term ends: days, hours, months and pauses, and the lines that tell it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from motcua.base.clock import ZONE, local, now, today
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.due import Duration, Pause, Unit, due
from motcua.base.clock.forward import forward_by
from motcua.base.clock.minutes import add_working_minutes, working_minutes_between
from motcua.base.clock.official import official_calendar
from motcua.base.clock.sentences import full_date, full_moment, length, line_sentence
from tests.rules.clocks import CALENDAR, at

OFFICIAL = official_calendar()


@pytest.mark.covers("T-15")
@time_machine.travel(datetime(2026, 11, 24, 18, 30, tzinfo=UTC))
def test_now_is_vietnamese_time_even_past_midnight_in_london():
    assert now() == at(2026, 11, 25, 1, 30)
    assert now().tzinfo is ZONE
    assert today() == date(2026, 11, 25)


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="naive"):
        local(datetime(2026, 3, 2))


# The published vectors, by number; unless told otherwise a day count starts at nine.
DAYS = [
    (1, (2026, 3, 2), 5, Unit.WORKING_DAY, (2026, 3, 9)),
    (2, (2026, 2, 12), 3, Unit.WORKING_DAY, (2026, 2, 24)),
    (3, (2026, 1, 8), 2, Unit.WORKING_DAY, (2026, 1, 10)),
    (4, (2026, 1, 7), 3, Unit.WORKING_DAY, (2026, 1, 10)),
    (5, (2026, 4, 24), 3, Unit.WORKING_DAY, (2026, 5, 4)),
    (6, (2026, 4, 20), 10, Unit.DAY, (2026, 5, 4)),
    (7, (2026, 4, 21), 10, Unit.DAY, (2026, 5, 4)),
    (11, (2026, 11, 20), 3, Unit.WORKING_DAY, (2026, 11, 26)),
    (13, (2026, 8, 28), 2, Unit.WORKING_DAY, (2026, 9, 4)),
    (14, (2026, 8, 20), 2, Unit.WORKING_DAY, (2026, 8, 22)),
    (15, (2026, 3, 16), -1, Unit.WORKING_DAY, (2026, 3, 13)),
    (18, (2026, 3, 2), 3, Unit.WORKING_DAY, (2026, 3, 5)),
    (19, (2026, 7, 1), -20, Unit.WORKING_DAY, (2026, 6, 3)),
    (20, (2026, 7, 1), -5, Unit.WORKING_DAY, (2026, 6, 24)),
    (21, (2026, 1, 31), 1, Unit.MONTH, (2026, 3, 2)),
]


@pytest.mark.covers("T-12", "T-13")
@pytest.mark.parametrize(("number", "start", "amount", "unit", "expected"), DAYS, ids=str)
def test_the_published_day_vectors_hold(number, start, amount, unit, expected):
    found = due(at(*start, 9), Duration(amount, unit), OFFICIAL)
    assert found.day == date(*expected), number
    assert not found.by_instant


@pytest.mark.parametrize(
    ("number", "start", "hours", "expected"),
    [
        (8, (2026, 3, 2, 15, 30), 4, (2026, 3, 3, 9, 30)),
        (9, (2026, 3, 6, 16, 30), 8, (2026, 3, 9, 16, 30)),
        (10, (2026, 3, 2, 12, 0), 2, (2026, 3, 2, 15, 30)),
        (12, (2026, 11, 23, 16, 0), 8, (2026, 11, 25, 16, 0)),
    ],
)
def test_the_published_hour_vectors_hold(number, start, hours, expected):
    found = due(at(*start), Duration(hours, Unit.HOUR), OFFICIAL)
    assert found.instant == at(*expected), number
    assert found.by_instant


@pytest.mark.covers("T-16")
@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ((2026, 3, 2, 15, 1), (2026, 3, 3, 7, 30)),
        ((2026, 3, 6, 15, 0), (2026, 3, 6, 17, 30)),
        ((2026, 3, 6, 15, 1), (2026, 3, 9, 7, 30)),
        ((2026, 3, 7, 9, 0), (2026, 3, 9, 7, 30)),
        ((2026, 6, 19, 9, 0), (2026, 6, 19, 11, 30)),
    ],
)
def test_a_dossier_accepted_after_the_cutoff_is_forwarded_at_the_next_opening(accepted, expected):
    assert forward_by(at(*accepted), CALENDAR, time(15)) == at(*expected)


@pytest.mark.covers("T-16")
def test_the_cutoff_does_not_move_the_due_day():
    before, after = (
        due(at(2026, 3, 2, 15, minute), Duration(5, Unit.WORKING_DAY), OFFICIAL) for minute in (0, 1)
    )
    assert before.day == after.day


def test_the_start_counts_in_vietnam_wherever_the_moment_was_written():
    evening = datetime(2026, 3, 1, 20, tzinfo=UTC)
    assert due(evening, Duration(1, Unit.WORKING_DAY), OFFICIAL).day == date(2026, 3, 3)


def test_a_limit_of_days_ends_with_the_last_moment_of_the_day():
    found = due(at(2026, 3, 2, 9), Duration(1, Unit.WORKING_DAY), OFFICIAL)
    assert at(2026, 3, 3, 23, 59, 59) < found.instant < at(2026, 3, 4)


PAUSES = [
    ("the day of resumption is not counted", (3, 9), (5, 9), (12)),
    ("a lunch break touches nothing", (4, 11, 30), (4, 13, 30), (9)),
    ("an evening touches nothing", (4, 17, 30), (5, 7, 30), (9)),
    ("one minute of work is enough", (4, 17, 29), (4, 18), (10)),
    ("a weekend touches nothing", (6, 17, 30), (9, 7, 30), (9)),
    ("an empty pause is none", (4, 9), (4, 9), (9)),
    ("before the start nothing counts", (2, 8), (2, 17), (9)),
    ("after the end nothing moves", (10, 0), (20, 0), (9)),
]


@pytest.mark.parametrize(("why", "first", "last", "expected"), PAUSES, ids=[row[0] for row in PAUSES])
def test_a_working_day_counts_only_when_no_pause_touches_its_working_time(why, first, last, expected):
    pause = Pause(at(2026, 3, *first), at(2026, 3, *last))
    assert due(at(2026, 3, 2, 9), Duration(5, Unit.WORKING_DAY), OFFICIAL, [pause]).day.day == expected


def test_a_calendar_day_does_not_count_when_a_pause_touches_any_hour_of_it():
    pause = Pause(at(2026, 3, 3, 23), at(2026, 3, 4, 1))
    assert due(at(2026, 3, 2, 9), Duration(3, Unit.DAY), OFFICIAL, [pause]).day == date(2026, 3, 9)
    assert due(at(2026, 3, 2, 9), Duration(2, Unit.DAY), OFFICIAL, [pause]).day == date(2026, 3, 6)


def test_months_move_by_the_days_touched():
    pause = Pause(at(2026, 3, 3), at(2026, 3, 5))
    assert due(at(2026, 3, 2, 9), Duration(2, Unit.MONTH), OFFICIAL, [pause]).day == date(2026, 5, 4)
    assert due(at(2026, 3, 2, 9), Duration(3, Unit.MONTH), OFFICIAL, [pause]).day == date(2026, 6, 4)


def test_a_moved_last_day_is_not_a_paused_one():
    pause = Pause(at(2026, 3, 9, 9), at(2026, 3, 10, 9))
    assert due(at(2026, 3, 2, 9), Duration(5, Unit.DAY), OFFICIAL, [pause]).day == date(2026, 3, 11)


@pytest.mark.covers("T-18")
def test_hours_count_running_minutes_only():
    pause = Pause(at(2026, 3, 6, 17), at(2026, 3, 9, 8))
    assert due(at(2026, 3, 6, 16, 30), Duration(2, Unit.HOUR), OFFICIAL, [pause]).instant == at(
        2026, 3, 9, 9, 30
    )


def test_hours_end_at_a_closing_time_and_backwards_at_an_opening():
    assert due(at(2026, 3, 2, 15, 30), Duration(2, Unit.HOUR), OFFICIAL).instant == at(2026, 3, 2, 17, 30)
    assert due(at(2026, 3, 3, 9, 30), Duration(-2, Unit.HOUR), OFFICIAL).instant == at(2026, 3, 3, 7, 30)


def test_seconds_and_their_parts_are_kept():
    start = at(2026, 3, 2, 16, 30, 20, 500_000)
    assert due(start, Duration(2, Unit.HOUR), OFFICIAL).instant == at(2026, 3, 3, 8, 30, 20, 500_000)


def test_backwards_the_stretches_of_hours_are_told_backwards():
    assert sentences(at(2026, 3, 3, 8, 30), -2, Unit.HOUR)[1:-1] == [
        "Thứ Ba 03/03/2026, 07:30–08:30: tính 1 giờ",
        "Thứ Hai 02/03/2026, 16:30–17:30: tính 1 giờ",
    ]
    assert sentences(at(2026, 3, 2, 14, 30), -2, Unit.HOUR)[1:-1] == [
        "Thứ Hai 02/03/2026, 13:30–14:30: tính 1 giờ",
        "Thứ Hai 02/03/2026, 10:30–11:30: tính 1 giờ",
    ]


def test_nothing_to_count_ends_at_once_but_never_on_a_day_off():
    assert due(at(2026, 3, 7, 9), Duration(0, Unit.WORKING_DAY), OFFICIAL).day == date(2026, 3, 9)
    assert due(at(2026, 3, 6, 9), Duration(0, Unit.DAY), OFFICIAL).day == date(2026, 3, 6)
    assert due(at(2026, 3, 2, 12), Duration(0, Unit.HOUR), OFFICIAL).instant == at(2026, 3, 2, 13, 30)
    assert due(at(2026, 3, 2, 9), Duration(0, Unit.HOUR), OFFICIAL).instant == at(2026, 3, 2, 9)


def test_backwards_a_day_off_moves_to_the_working_day_before():
    assert due(at(2026, 3, 10, 9), Duration(-2, Unit.DAY), OFFICIAL).day == date(2026, 3, 6)
    assert due(at(2026, 3, 30, 9), Duration(-1, Unit.MONTH), OFFICIAL).day == date(2026, 2, 27)


def test_an_open_pause_has_no_due_date():
    with pytest.raises(ValueError, match="open pause"):
        due(at(2026, 3, 2, 9), Duration(5, Unit.WORKING_DAY), OFFICIAL, [Pause(at(2026, 3, 3, 9))])


def test_a_pause_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="ends before"):
        Pause(at(2026, 3, 3), at(2026, 3, 2))


def test_working_minutes_between_two_moments_count_both_ways():
    a, b = at(2026, 3, 6, 16, 30), at(2026, 3, 9, 8, 0, 59)
    assert working_minutes_between(a, b, OFFICIAL) == 90
    assert working_minutes_between(b, a, OFFICIAL) == -90
    assert add_working_minutes(a, 90, OFFICIAL) == at(2026, 3, 9, 8)


def sentences(start, amount, unit, pauses=(), calendar=CALENDAR):
    return [line_sentence(line) for line in due(start, Duration(amount, unit), calendar, pauses).explanation]


def test_a_due_day_opens_to_a_line_for_each_day():
    assert sentences(at(2026, 1, 7, 9), 3, Unit.WORKING_DAY) == [
        "Thứ Tư 07/01/2026: ngày bắt đầu, không tính",
        "Thứ Năm 08/01/2026: ngày làm việc, tính",
        "Thứ Sáu 09/01/2026: ngày làm việc, tính",
        "Thứ Bảy 10/01/2026: làm bù, tính",
        "Hạn: hết Thứ Bảy 10/01/2026",
    ]


def test_a_due_instant_opens_to_its_stretches():
    pause = Pause(at(2026, 11, 23, 16, 30), at(2026, 11, 23, 17))
    assert sentences(at(2026, 11, 23, 16), 2, Unit.HOUR, [pause]) == [
        "Thứ Hai 23/11/2026: bắt đầu lúc 16:00",
        "Thứ Hai 23/11/2026, 16:00–16:30: tính 30 phút",
        "Thứ Hai 23/11/2026, 16:30–17:00: tạm dừng, không tính",
        "Thứ Hai 23/11/2026, 17:00–17:30: tính 30 phút",
        "Thứ Ba 24/11/2026: nghỉ lễ (Ngày Văn hoá Việt Nam), không tính",
        "Thứ Tư 25/11/2026, 07:30–08:30: tính 1 giờ",
        "Hạn: 08:30, 25/11/2026",
    ]


def test_months_take_one_line_and_a_moved_last_day_its_own():
    assert sentences(at(2026, 1, 31, 9), 1, Unit.MONTH) == [
        "Thứ Bảy 31/01/2026: ngày bắt đầu, không tính",
        "Thứ Bảy 28/02/2026: cùng ngày sau 1 tháng",
        "Chủ nhật 01/03/2026: nghỉ hằng tuần, không tính",
        "Thứ Hai 02/03/2026: ngày làm việc, ngày cuối chuyển sang ngày này",
        "Hạn: hết Thứ Hai 02/03/2026",
    ]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ((2026, 1, 2), "Thứ Sáu 02/01/2026: nghỉ hoán đổi (Tết Dương lịch), không tính"),
        ((2026, 4, 27), "Thứ Hai 27/04/2026: nghỉ bù (Giỗ Tổ Hùng Vương), không tính"),
        (
            (2026, 6, 12),
            "Thứ Sáu 12/06/2026: nghỉ theo quyết định của địa phương (Ngày hội của tỉnh), không tính",
        ),
        ((2026, 6, 19), "Thứ Sáu 19/06/2026: làm nửa ngày, tính"),
    ],
)
def test_a_day_off_says_why(day, said):
    assert said in sentences(at(*day, 9) - timedelta(days=1), 2, Unit.WORKING_DAY)


def test_an_estimated_year_is_not_shown_as_official():
    warning = "Lịch nghỉ năm 2027 chưa phải lịch chính thức, ngày hẹn có thể đổi"
    assert warning in sentences(at(2026, 12, 30, 9), 3, Unit.WORKING_DAY)
    assert warning not in sentences(at(2026, 12, 29, 9), 2, Unit.WORKING_DAY)


@pytest.mark.covers("T-57")
def test_dates_are_written_day_first():
    assert full_date(date(2026, 11, 25)) == "Thứ Tư, 25/11/2026"
    assert full_moment(datetime(2026, 11, 25, 7, 20, tzinfo=UTC)) == "14:20, 25/11/2026"
    assert [length(0), length(60), length(150)] == ["0 phút", "1 giờ", "2 giờ 30 phút"]


@pytest.mark.covers("T-42")
def test_threads_share_a_calendar_without_harm():
    calendar, starts = (
        Calendar(OFFICIAL.exceptions),
        [at(2026, 1, 1, 9) + timedelta(days=day) for day in range(300)],
    )
    alone = [due(start, Duration(7, Unit.WORKING_DAY), OFFICIAL).day for start in starts]
    with ThreadPoolExecutor(8) as pool:
        together = list(
            pool.map(lambda start: due(start, Duration(7, Unit.WORKING_DAY), calendar).day, starts)
        )
    assert together == alone
