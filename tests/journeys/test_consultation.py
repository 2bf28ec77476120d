"""Opinions in parallel: one is late and taken back, one comes with a file, one is awaited; work goes on."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from motcua.base.clock import today
from tests.journeys.desks import Begun, at_desk, day, dossier, opened, printed
from tests.journeys.running import House
from tests.journeys.visitor import Visitor, paper

pytestmark = pytest.mark.slow
LATE, JUSTICE, ROADS = (
    "Phòng Chăn nuôi và Thú y",
    "Phòng Bổ trợ tư pháp",
    "Phòng Quản lý vận tải và phương tiện",
)
QUESTION = {
    JUSTICE: "Thửa đất có đang tranh chấp, thi hành án không?",
    ROADS: "Thửa đất có nằm trong hành lang an toàn đường bộ không?",
}


def test_units_are_asked_at_the_same_time(
    visit: Callable[..., Visitor], house: House, tmp_path: Path
) -> None:
    officer = at_desk(visit, house, "linh.sonduong", "consultation")
    case = dossier(house, "consulted")
    officer.go(case.page)
    assert "Trễ trả lời" in _asked(officer, LATE)
    _asks(officer, f"Sở Tư pháp: {JUSTICE}")
    _asks(officer, f"Sở Xây dựng: {ROADS}")
    _answers(at_desk(visit, house, "huong.tuphap", "consultation"), case, tmp_path)
    _takes_back(officer, case)
    roads = at_desk(visit, house, "cuong.xaydung", "consultation")
    roads.quietly("/can-bo/y-kien/")
    assert QUESTION[ROADS] in roads.row(case.code).inner_text()
    stock = at_desk(visit, house, "thao.nongnghiep", "consultation")
    stock.go("/can-bo/y-kien/")
    assert case.code not in stock.main(), "nobody answers what was taken back"
    _goes_on(officer, case)
    assert officer.inspect(case.page) == []
    assert roads.inspect("/can-bo/y-kien/") == []


def _asks(officer: Visitor, unit: str) -> None:
    """Ask a unit by a day; a day that is over is refused, and what was typed stays."""
    officer.press(re.compile("^Lấy ý kiến$"))
    question = QUESTION[unit.partition(": ")[2]]
    officer.page.get_by_label("Đơn vị được hỏi").select_option(label=unit)
    officer.fill("Nội dung cần có ý kiến", question)
    officer.date("reply_due", *day((today() - timedelta(days=1)).isoformat()))
    officer.press("Gửi yêu cầu lấy ý kiến")
    assert "cần sửa" in officer.main()
    assert officer.page.get_by_label("Nội dung cần có ý kiến").input_value() == question
    officer.date("reply_due", *day((today() + timedelta(days=5)).isoformat()))
    officer.press("Gửi yêu cầu lấy ý kiến")
    assert "Có thể hỏi thêm nơi khác cùng lúc." in officer.main()


def _answers(asked: Visitor, case: Begun, folder: Path) -> None:
    """See the question among those of the unit, and answer with a document."""
    asked.go("/can-bo/y-kien/")
    asked.row(case.code).get_by_role("link", name="Trả lời").click()
    asked.look()
    assert QUESTION[JUSTICE] in asked.main()
    asked.fill("Ý kiến", "Thửa đất không có tranh chấp, không bị kê biên.")
    asked.page.locator("main input[type=file]").set_input_files(paper(folder, "tra-loi.pdf"))
    asked.press("Gửi trả lời")
    assert f"Đã gửi ý kiến về hồ sơ {case.code}." in asked.main()
    assert not asked.page.locator("main .mc-box .mc-button").count(), "whoever answered has done their part"


def _takes_back(officer: Visitor, case: Begun) -> None:
    """Take back the question that nobody answered in time, and say why."""
    officer.quietly(case.page)
    officer.press("Rút yêu cầu lấy ý kiến")
    officer.page.get_by_label(re.compile(LATE)).check()
    officer.fill("Lý do", "Bản đồ quy hoạch đã có đủ thông tin.")
    officer.press("Rút yêu cầu")
    for unit, words in ((LATE, "Đã rút"), (JUSTICE, "không có tranh chấp"), (ROADS, "Chờ trả lời")):
        assert words in _asked(officer, unit)
    file = officer.page.get_by_role("link", name="Văn bản kèm theo")
    assert opened(officer, file, "reply").sizes
    assert "không có tranh chấp" in printed(officer, "dossier").text


def _goes_on(officer: Visitor, case: Begun) -> None:
    """Draft and send on; that one opinion is missing has to be said."""
    officer.quietly(case.page)
    officer.press("Soạn kết quả")
    officer.press("Lưu dự thảo")
    officer.press("Chuyển bước tiếp theo")
    officer.press("Chuyển hồ sơ")
    assert "Còn 1 nơi được lấy ý kiến chưa trả lời." in officer.main()
    officer.fill("Lời nhắn cho bước sau", "Đường bộ chưa trả lời; bản đồ cho thấy thửa đất ngoài hành lang.")
    officer.press("Chuyển hồ sơ")
    assert f"Đã chuyển hồ sơ {case.code} sang bước" in officer.main()


def _asked(officer: Visitor, unit: str) -> str:
    """Give what the page of the dossier tells about the question to a unit."""
    heading = officer.page.get_by_role("heading", name=re.compile(unit))
    return officer.page.locator("main .mc-summary", has=heading).inner_text()
