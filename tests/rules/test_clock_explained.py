"""Whole explanations of the published vectors: what the person at the counter reads, line by line."""

import pytest

from motcua.base.clock.due import Duration, Pause, Unit, due
from motcua.base.clock.segments import Mark, MarkKind, reckon
from tests.rules.clocks import CALENDAR, at, explained

TEN = Duration(10, Unit.WORKING_DAY)

VECTORS = [
    (
        2,
        (2026, 2, 12, 9),
        3,
        Unit.WORKING_DAY,
        [
            "Thứ Năm 12/02/2026: ngày bắt đầu, không tính",
            "Thứ Sáu 13/02/2026: ngày làm việc, tính",
            "Thứ Bảy 14/02/2026: nghỉ hằng tuần, không tính",
            "Chủ nhật 15/02/2026: nghỉ hằng tuần, không tính",
            "Thứ Hai 16/02/2026: nghỉ lễ (Tết Nguyên đán), không tính",
            "Thứ Ba 17/02/2026: nghỉ lễ (Tết Nguyên đán), không tính",
            "Thứ Tư 18/02/2026: nghỉ lễ (Tết Nguyên đán), không tính",
            "Thứ Năm 19/02/2026: nghỉ lễ (Tết Nguyên đán), không tính",
            "Thứ Sáu 20/02/2026: nghỉ lễ (Tết Nguyên đán), không tính",
            "Thứ Bảy 21/02/2026: nghỉ hằng tuần, không tính",
            "Chủ nhật 22/02/2026: nghỉ hằng tuần, không tính",
            "Thứ Hai 23/02/2026: ngày làm việc, tính",
            "Thứ Ba 24/02/2026: ngày làm việc, tính",
            "Hạn: hết Thứ Ba 24/02/2026",
        ],
    ),
    (
        5,
        (2026, 4, 24, 9),
        3,
        Unit.WORKING_DAY,
        [
            "Thứ Sáu 24/04/2026: ngày bắt đầu, không tính",
            "Thứ Bảy 25/04/2026: nghỉ hằng tuần, không tính",
            "Chủ nhật 26/04/2026: nghỉ lễ (Giỗ Tổ Hùng Vương), không tính",
            "Thứ Hai 27/04/2026: nghỉ bù (Giỗ Tổ Hùng Vương), không tính",
            "Thứ Ba 28/04/2026: ngày làm việc, tính",
            "Thứ Tư 29/04/2026: ngày làm việc, tính",
            "Thứ Năm 30/04/2026: nghỉ lễ (Ngày Chiến thắng), không tính",
            "Thứ Sáu 01/05/2026: nghỉ lễ (Ngày Quốc tế Lao động), không tính",
            "Thứ Bảy 02/05/2026: nghỉ hằng tuần, không tính",
            "Chủ nhật 03/05/2026: nghỉ hằng tuần, không tính",
            "Thứ Hai 04/05/2026: ngày làm việc, tính",
            "Hạn: hết Thứ Hai 04/05/2026",
        ],
    ),
    (
        6,
        (2026, 4, 20, 9),
        10,
        Unit.DAY,
        [
            "Thứ Hai 20/04/2026: ngày bắt đầu, không tính",
            "Thứ Ba 21/04/2026: ngày làm việc, tính",
            "Thứ Tư 22/04/2026: ngày làm việc, tính",
            "Thứ Năm 23/04/2026: ngày làm việc, tính",
            "Thứ Sáu 24/04/2026: ngày làm việc, tính",
            "Thứ Bảy 25/04/2026: nghỉ hằng tuần, tính",
            "Chủ nhật 26/04/2026: nghỉ lễ (Giỗ Tổ Hùng Vương), tính",
            "Thứ Hai 27/04/2026: nghỉ bù (Giỗ Tổ Hùng Vương), tính",
            "Thứ Ba 28/04/2026: ngày làm việc, tính",
            "Thứ Tư 29/04/2026: ngày làm việc, tính",
            "Thứ Năm 30/04/2026: nghỉ lễ (Ngày Chiến thắng), tính",
            "Thứ Sáu 01/05/2026: nghỉ lễ (Ngày Quốc tế Lao động), không tính",
            "Thứ Bảy 02/05/2026: nghỉ hằng tuần, không tính",
            "Chủ nhật 03/05/2026: nghỉ hằng tuần, không tính",
            "Thứ Hai 04/05/2026: ngày làm việc, ngày cuối chuyển sang ngày này",
            "Hạn: hết Thứ Hai 04/05/2026",
        ],
    ),
    (
        8,
        (2026, 3, 2, 15, 30),
        4,
        Unit.HOUR,
        [
            "Thứ Hai 02/03/2026: bắt đầu lúc 15:30",
            "Thứ Hai 02/03/2026, 15:30–17:30: tính 2 giờ",
            "Thứ Ba 03/03/2026, 07:30–09:30: tính 2 giờ",
            "Hạn: 09:30, 03/03/2026",
        ],
    ),
    (
        9,
        (2026, 3, 6, 16, 30),
        8,
        Unit.HOUR,
        [
            "Thứ Sáu 06/03/2026: bắt đầu lúc 16:30",
            "Thứ Sáu 06/03/2026, 16:30–17:30: tính 1 giờ",
            "Thứ Bảy 07/03/2026: nghỉ hằng tuần, không tính",
            "Chủ nhật 08/03/2026: nghỉ hằng tuần, không tính",
            "Thứ Hai 09/03/2026, 07:30–11:30: tính 4 giờ",
            "Thứ Hai 09/03/2026, 13:30–16:30: tính 3 giờ",
            "Hạn: 16:30, 09/03/2026",
        ],
    ),
    (
        10,
        (2026, 3, 2, 12),
        2,
        Unit.HOUR,
        [
            "Thứ Hai 02/03/2026: bắt đầu lúc 12:00",
            "Thứ Hai 02/03/2026, 13:30–15:30: tính 2 giờ",
            "Hạn: 15:30, 02/03/2026",
        ],
    ),
    (
        12,
        (2026, 11, 23, 16),
        8,
        Unit.HOUR,
        [
            "Thứ Hai 23/11/2026: bắt đầu lúc 16:00",
            "Thứ Hai 23/11/2026, 16:00–17:30: tính 1 giờ 30 phút",
            "Thứ Ba 24/11/2026: nghỉ lễ (Ngày Văn hoá Việt Nam), không tính",
            "Thứ Tư 25/11/2026, 07:30–11:30: tính 4 giờ",
            "Thứ Tư 25/11/2026, 13:30–16:00: tính 2 giờ 30 phút",
            "Hạn: 16:00, 25/11/2026",
        ],
    ),
    (
        13,
        (2026, 8, 28, 9),
        2,
        Unit.WORKING_DAY,
        [
            "Thứ Sáu 28/08/2026: ngày bắt đầu, không tính",
            "Thứ Bảy 29/08/2026: nghỉ hằng tuần, không tính",
            "Chủ nhật 30/08/2026: nghỉ hằng tuần, không tính",
            "Thứ Hai 31/08/2026: nghỉ hoán đổi (Quốc khánh), không tính",
            "Thứ Ba 01/09/2026: nghỉ lễ (Quốc khánh), không tính",
            "Thứ Tư 02/09/2026: nghỉ lễ (Quốc khánh), không tính",
            "Thứ Năm 03/09/2026: ngày làm việc, tính",
            "Thứ Sáu 04/09/2026: ngày làm việc, tính",
            "Hạn: hết Thứ Sáu 04/09/2026",
        ],
    ),
    (
        14,
        (2026, 8, 20, 9),
        2,
        Unit.WORKING_DAY,
        [
            "Thứ Năm 20/08/2026: ngày bắt đầu, không tính",
            "Thứ Sáu 21/08/2026: ngày làm việc, tính",
            "Thứ Bảy 22/08/2026: làm bù, tính",
            "Hạn: hết Thứ Bảy 22/08/2026",
        ],
    ),
    (
        15,
        (2026, 3, 16, 9),
        -1,
        Unit.WORKING_DAY,
        [
            "Thứ Hai 16/03/2026: ngày bắt đầu, không tính",
            "Chủ nhật 15/03/2026: nghỉ hằng tuần, không tính",
            "Thứ Bảy 14/03/2026: nghỉ hằng tuần, không tính",
            "Thứ Sáu 13/03/2026: ngày làm việc, tính",
            "Hạn: hết Thứ Sáu 13/03/2026",
        ],
    ),
    (
        20,
        (2026, 7, 1),
        -5,
        Unit.WORKING_DAY,
        [
            "Thứ Tư 01/07/2026: ngày bắt đầu, không tính",
            "Thứ Ba 30/06/2026: ngày làm việc, tính",
            "Thứ Hai 29/06/2026: ngày làm việc, tính",
            "Chủ nhật 28/06/2026: nghỉ hằng tuần, không tính",
            "Thứ Bảy 27/06/2026: nghỉ hằng tuần, không tính",
            "Thứ Sáu 26/06/2026: ngày làm việc, tính",
            "Thứ Năm 25/06/2026: ngày làm việc, tính",
            "Thứ Tư 24/06/2026: ngày làm việc, tính",
            "Hạn: hết Thứ Tư 24/06/2026",
        ],
    ),
]


@pytest.mark.parametrize(("number", "start", "amount", "unit", "lines"), VECTORS)
def test_a_vector_opens_to_its_reckoning(number, start, amount, unit, lines):
    assert explained(due(at(*start), Duration(amount, unit), CALENDAR)) == lines, number


def test_vector_16_a_restart_is_explained_from_its_day():
    told = [Mark(MarkKind.START, at(2026, 3, 2, 9)), Mark(MarkKind.RESTART, at(2026, 3, 12, 10))]
    lines = explained(reckon(told, TEN, CALENDAR).due)
    assert lines[:2] == [
        "Thứ Năm 12/03/2026: ngày bắt đầu, không tính",
        "Thứ Sáu 13/03/2026: ngày làm việc, tính",
    ]
    assert lines[-1] == "Hạn: hết Thứ Năm 26/03/2026"


def test_vector_17_a_pause_is_told_day_by_day():
    pause = Pause(at(2026, 3, 5, 17, 30), at(2026, 3, 12, 10))
    assert explained(due(at(2026, 3, 2, 9), TEN, CALENDAR, [pause]))[3:12] == [
        "Thứ Năm 05/03/2026: ngày làm việc, tính",
        "Thứ Sáu 06/03/2026: tạm dừng, không tính",
        "Thứ Bảy 07/03/2026: nghỉ hằng tuần, không tính",
        "Chủ nhật 08/03/2026: nghỉ hằng tuần, không tính",
        "Thứ Hai 09/03/2026: tạm dừng, không tính",
        "Thứ Ba 10/03/2026: tạm dừng, không tính",
        "Thứ Tư 11/03/2026: tạm dừng, không tính",
        "Thứ Năm 12/03/2026: tạm dừng, không tính",
        "Thứ Sáu 13/03/2026: ngày làm việc, tính",
    ]
