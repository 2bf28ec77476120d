"""How a reckoning is worded: pauses, months, hours, dates, and the document that decided a day."""

from datetime import date, datetime, time

import pytest

from motcua.base.clock import ZONE
from motcua.base.clock.calendar import Calendar, DayException, DayKind, Shift, Week
from motcua.base.clock.due import Duration, Pause, Unit, due
from motcua.base.clock.explain import LineKind
from motcua.base.clock.months import add_months
from motcua.base.clock.segments import Mark, MarkKind, reckon
from motcua.base.clock.sentences import day_and_month, line_with_basis, short_date
from tests.rules.clocks import CALENDAR, at, explained


def test_a_paused_day_of_rest_is_off_for_working_days_and_paused_for_days():
    pause = Pause(at(2026, 3, 7, 8), at(2026, 3, 7, 9))
    by_work, by_day = (
        explained(due(at(2026, 3, 6, 9), Duration(2, unit), CALENDAR, [pause]))
        for unit in (Unit.WORKING_DAY, Unit.DAY)
    )
    assert by_work[1] == "Thứ Bảy 07/03/2026: nghỉ hằng tuần, không tính"
    assert by_day[1:] == [
        "Thứ Bảy 07/03/2026: tạm dừng, không tính",
        "Chủ nhật 08/03/2026: nghỉ hằng tuần, tính",
        "Thứ Hai 09/03/2026: ngày làm việc, tính",
        "Hạn: hết Thứ Hai 09/03/2026",
    ]


def test_a_pause_after_the_last_day_moves_its_working_day_only_within_working_time():
    lunch, work = (Pause(at(2026, 3, 9, first), at(2026, 3, 9, first + 1)) for first in (12, 9))
    moved, held = (
        explained(due(at(2026, 3, 2, 9), Duration(6, Unit.DAY), CALENDAR, [pause]))[-3:]
        for pause in (lunch, work)
    )
    assert moved == [
        "Chủ nhật 08/03/2026: nghỉ hằng tuần, tính",
        "Thứ Hai 09/03/2026: ngày làm việc, ngày cuối chuyển sang ngày này",
        "Hạn: hết Thứ Hai 09/03/2026",
    ]
    assert held == [
        "Thứ Hai 09/03/2026: tạm dừng, không tính",
        "Thứ Ba 10/03/2026: ngày làm việc, ngày cuối chuyển sang ngày này",
        "Hạn: hết Thứ Ba 10/03/2026",
    ]


def test_months_are_told_once_with_what_moved_them():
    pauses = [Pause(at(2026, 2, 27, 23), at(2026, 2, 28, 9)), Pause(at(2026, 3, 2, 9), at(2026, 3, 2, 10))]
    assert explained(due(at(2026, 1, 28, 9), Duration(1, Unit.MONTH), CALENDAR, pauses)) == [
        "Thứ Tư 28/01/2026: ngày bắt đầu, không tính",
        "Thứ Bảy 28/02/2026: cùng ngày sau 1 tháng",
        "Thứ Sáu 27/02/2026: tạm dừng, không tính",
        "Thứ Bảy 28/02/2026: tạm dừng, không tính",
        "Thứ Hai 02/03/2026: tạm dừng, không tính",
        "Hạn: hết Thứ Ba 03/03/2026",
    ]


def test_months_backwards_are_said_to_lie_before():
    assert explained(due(at(2026, 3, 28, 9), Duration(-2, Unit.MONTH), CALENDAR)) == [
        "Thứ Bảy 28/03/2026: ngày bắt đầu, không tính",
        "Thứ Tư 28/01/2026: cùng ngày trước 2 tháng",
        "Hạn: hết Thứ Tư 28/01/2026",
    ]


def test_no_month_at_all_is_the_same_day():
    lines = explained(due(at(2026, 3, 2, 9), Duration(0, Unit.MONTH), CALENDAR))
    assert lines[1] == "Thứ Hai 02/03/2026: cùng ngày sau 0 tháng"


def test_hours_of_a_half_day_and_of_a_pause_are_told_in_stretches():
    pauses = [
        Pause(at(2026, 6, 19, 10), at(2026, 6, 19, 11, 30)),
        Pause(at(2026, 6, 22, 7), at(2026, 6, 22, 8)),
    ]
    assert explained(due(at(2026, 6, 19, 9), Duration(4, Unit.HOUR), CALENDAR, pauses)) == [
        "Thứ Sáu 19/06/2026: bắt đầu lúc 09:00",
        "Thứ Sáu 19/06/2026, 09:00–10:00: tính 1 giờ",
        "Thứ Sáu 19/06/2026, 10:00–11:30: tạm dừng, không tính",
        "Thứ Bảy 20/06/2026: nghỉ hằng tuần, không tính",
        "Chủ nhật 21/06/2026: nghỉ hằng tuần, không tính",
        "Thứ Hai 22/06/2026, 07:30–08:00: tạm dừng, không tính",
        "Thứ Hai 22/06/2026, 08:00–11:00: tính 3 giờ",
        "Hạn: 11:00, 22/06/2026",
    ]


def test_a_stretch_of_hours_carries_what_the_day_is():
    lines = due(at(2026, 6, 19, 9), Duration(1, Unit.HOUR), CALENDAR).explanation
    (stretch,) = [line for line in lines if line.kind is LineKind.WORKED]
    assert (stretch.unit, stretch.working, stretch.count) == (Unit.HOUR, True, 60)
    assert stretch.reason is not None and stretch.reason.kind is DayKind.HALF_DAY


def test_no_time_at_all_is_told_without_a_stretch():
    assert explained(due(at(2026, 3, 2, 9), Duration(0, Unit.HOUR), CALENDAR)) == [
        "Thứ Hai 02/03/2026: bắt đầu lúc 09:00",
        "Hạn: 09:00, 02/03/2026",
    ]


def test_extended_hours_tell_the_instant_that_was_promised_first():
    told = [
        Mark(MarkKind.START, at(2026, 3, 2, 15, 30)),
        Mark(MarkKind.EXTEND, at(2026, 3, 2, 16), until=at(2026, 3, 3, 10, 45)),
    ]
    assert explained(reckon(told, Duration(4, Unit.HOUR), CALENDAR).due) == [
        "Thứ Hai 02/03/2026: bắt đầu lúc 15:30",
        "Thứ Hai 02/03/2026, 15:30–17:30: tính 2 giờ",
        "Thứ Ba 03/03/2026, 07:30–10:45: tính 3 giờ 15 phút",
        "09:30, 03/03/2026: hạn hẹn trước, đã xin lỗi và gia hạn, tính tiếp",
        "Hạn: 10:45, 03/03/2026",
    ]


def test_years_whose_days_off_are_not_decided_are_each_named_once():
    calendar = Calendar(announced=frozenset({2026}))
    lines = explained(due(at(2025, 12, 1, 9), Duration(15, Unit.MONTH), calendar))
    told = "Lịch nghỉ năm {} chưa phải lịch chính thức, ngày hẹn có thể đổi"
    assert [line for line in lines if "chính thức" in line] == [told.format(year) for year in (2025, 2027)]
    backwards = explained(due(at(2027, 1, 4, 9), Duration(-2, Unit.WORKING_DAY), calendar))
    assert [line for line in backwards if "chính thức" in line] == [told.format(2027)]


def test_a_day_off_without_a_name_says_only_what_it_is():
    calendar = Calendar({date(2026, 3, 3): DayException(DayKind.LOCAL_OFF, "")})
    assert explained(due(at(2026, 3, 2, 9), Duration(1, Unit.WORKING_DAY), calendar))[1] == (
        "Thứ Ba 03/03/2026: nghỉ theo quyết định của địa phương, không tính"
    )


@pytest.mark.parametrize("number", range(7))
def test_every_weekday_has_its_name(number):
    names = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
    lines = explained(due(at(2026, 3, 2 + number, 9), Duration(0, Unit.DAY), CALENDAR))
    assert lines[0] == f"{names[number]} {short_date(date(2026, 3, 2 + number))}: ngày bắt đầu, không tính"


def test_dates_are_written_with_all_their_figures():
    assert short_date(date(2026, 1, 5)) == "05/01/2026"
    assert short_date(date(987, 1, 5)) == "05/01/0987"
    assert day_and_month(date(2026, 1, 5), seen_on=date(2026, 12, 31)) == "05/01"
    assert day_and_month(date(2026, 1, 5), seen_on=date(2027, 1, 1)) == "05/01/2026"


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ((2026, 1, 31), 1, (2026, 2, 28)),
        ((2024, 1, 31), 1, (2024, 2, 29)),
        ((2026, 12, 15), 1, (2027, 1, 15)),
        ((2026, 11, 30), 13, (2027, 12, 30)),
        ((2026, 1, 15), -1, (2025, 12, 15)),
        ((2026, 3, 31), -13, (2025, 2, 28)),
        ((2026, 3, 31), 0, (2026, 3, 31)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_of_that_month(day, months, then):
    assert add_months(date(*day), months) == date(*then)


def test_a_shift_of_one_morning_is_told_by_its_hours():
    morning = (Shift(time(8), time(9)),)
    calendar = Calendar({date(2026, 3, 3): DayException(DayKind.HALF_DAY, "Họp", shifts=morning)})
    lines = explained(due(datetime(2026, 3, 2, 17, tzinfo=ZONE), Duration(2, Unit.HOUR), calendar))
    assert lines[1:] == [
        "Thứ Hai 02/03/2026, 17:00–17:30: tính 30 phút",
        "Thứ Ba 03/03/2026, 08:00–09:00: tính 1 giờ",
        "Thứ Tư 04/03/2026, 07:30–08:00: tính 30 phút",
        "Hạn: 08:00, 04/03/2026",
    ]


def founded(start, amount, unit, calendar, pauses=()) -> list[str]:
    found = due(start, Duration(amount, unit), calendar, pauses)
    return [line_with_basis(line, calendar) for line in found.explanation]


def test_a_day_that_differs_names_the_document_that_decided_it():
    basis = "Văn bản 12729/VPCP-KGVX ngày 25/12/2025"
    assert founded(at(2026, 1, 1, 9), 2, Unit.WORKING_DAY, CALENDAR)[1:3] == [
        f"Thứ Sáu 02/01/2026: nghỉ hoán đổi (Tết Dương lịch), không tính ({basis})",
        "Thứ Bảy 03/01/2026: nghỉ hằng tuần, không tính",
    ]
    swapped = founded(at(2026, 1, 9, 9), 1, Unit.WORKING_DAY, CALENDAR)
    assert swapped[1] == f"Thứ Bảy 10/01/2026: làm bù, tính ({basis})"
    calendar = Calendar({date(2026, 3, 7): DayException(DayKind.SWAP_WORK, "Bù", "QĐ 7")})
    moved = founded(at(2026, 3, 2, 9), 5, Unit.DAY, calendar)
    assert moved[5] == "Thứ Bảy 07/03/2026: làm bù, tính (QĐ 7)"
    calendar = Calendar({date(2026, 3, 8): DayException(DayKind.SWAP_WORK, "Bù", "QĐ 8")})
    moved = founded(at(2026, 3, 2, 9), 5, Unit.DAY, calendar)
    assert moved[6] == "Chủ nhật 08/03/2026: làm bù, ngày cuối chuyển sang ngày này (QĐ 8)"


def test_a_start_a_pause_and_an_end_say_nothing_of_documents():
    pause = Pause(at(2026, 1, 10, 8), at(2026, 1, 10, 9))
    lines = founded(at(2026, 1, 1, 9), 6, Unit.WORKING_DAY, CALENDAR, [pause])
    assert lines[0] == "Thứ Năm 01/01/2026: ngày bắt đầu, không tính"
    assert "Thứ Bảy 10/01/2026: tạm dừng, không tính" in lines
    assert lines[-1] == "Hạn: hết Thứ Hai 12/01/2026"


def test_hours_name_the_decision_on_the_hours_in_force_unless_the_day_has_its_own():
    morning = (Shift(time(8), time(9)),)
    calendar = Calendar(
        {date(2026, 3, 3): DayException(DayKind.HALF_DAY, "Họp", "QĐ 3", morning)},
        weeks=(Week(basis="QĐ 1"), Week(valid_from=date(2026, 3, 4), basis="QĐ 2")),
    )
    assert founded(at(2026, 3, 2, 17), 2, Unit.HOUR, calendar) == [
        "Thứ Hai 02/03/2026: bắt đầu lúc 17:00",
        "Thứ Hai 02/03/2026, 17:00–17:30: tính 30 phút (QĐ 1)",
        "Thứ Ba 03/03/2026, 08:00–09:00: tính 1 giờ (QĐ 3)",
        "Thứ Tư 04/03/2026, 07:30–08:00: tính 30 phút (QĐ 2)",
        "Hạn: 08:00, 04/03/2026",
    ]
    assert founded(at(2026, 3, 2, 9), 1, Unit.HOUR, CALENDAR)[1] == (
        "Thứ Hai 02/03/2026, 09:00–10:00: tính 1 giờ"
    )
