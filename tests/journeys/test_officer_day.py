"""A case officer's day: the nearest first, the reckoning, a draft that comes back, a dossier taken back."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest

from tests.journeys.desks import Begun, at_desk, dossier, opened, shown
from tests.journeys.running import House
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow
DUE = re.compile(r"hạn (\d\d/\d\d/\d{4})")
RUNNING = ("Quá hạn", "Hạn hôm nay", "Trong 2 ngày làm việc tới", "Sau đó")
RECKONED = ".mc-table--reckoning"
MOST_TABS = 30


def test_a_day_of_a_case_officer(visit: Callable[..., Visitor], house: House) -> None:
    officer = at_desk(visit, house, "sinh.lungcu", "officer-day")
    head = at_desk(visit, house, "chua.lungcu", "officer-day")
    case = dossier(house, "case")
    officer.go("/can-bo/")
    _nearest_first(officer, dossier(house, "behind"), case)
    _opens_by_keys(officer, case)
    _asks_why(officer, case)
    _judges(officer)
    _drafts(officer)
    _sends_on(officer, case)
    officer.press("Thu hồi")
    officer.press("Thu hồi hồ sơ")
    assert f"Đã thu hồi hồ sơ {case.code}." in officer.main()
    _sends_on(officer, case)
    _gives_back(head, case)
    officer.go(case.page)
    assert "“Ghi thêm ngành nghề vào dự thảo.”" in officer.main(), "the officer reads why"
    assert not officer.page.get_by_role("link", name="Thu hồi").count()
    _sends_on(officer, case)
    head.quietly(case.page)
    head.press("Chuyển bước tiếp theo")
    head.press("Chuyển hồ sơ")
    officer.quietly(case.page)
    assert not officer.page.locator("main .mc-button", has_text="Thu hồi").count(), "the head has acted"
    assert officer.inspect("/can-bo/") == []


def _nearest_first(officer: Visitor, behind: Begun, case: Begun) -> None:
    """Read the list from above: what is late, then by what is left; a clock that stands comes after."""
    groups = officer.page.locator("main tbody").all()
    heads = [one.locator("th[scope=rowgroup]").inner_text().split(",")[0] for one in groups]
    assert heads[0] == RUNNING[0] and heads == sorted(heads, key=_place)
    for head, group in zip(heads, groups, strict=True):
        days = [datetime.strptime(one, "%d/%m/%Y").date() for one in DUE.findall(group.inner_text())]
        assert head not in RUNNING or days == sorted(days)
    text = officer.main()
    assert text.index(behind.code) < text.index(case.code)


def _place(head: str) -> int:
    return RUNNING.index(head) if head in RUNNING else len(RUNNING)


def _opens_by_keys(officer: Visitor, case: Begun) -> None:
    """Go down the list to the case, and open it, without a mouse."""
    for _ in range(officer.page.locator("main tbody tr").count()):
        officer.page.keyboard.press("j")
        if case.code in officer.page.evaluate("document.activeElement.closest('tr').innerText"):
            break
    with officer.page.expect_navigation():
        officer.page.keyboard.press("Enter")
    officer.look()
    assert case.page in officer.page.url


def _asks_why(officer: Visitor, case: Begun) -> None:
    """See day by day why it is due when it is."""
    officer.page.get_by_role("link", name="Vì sao?").click()
    assert officer.page.locator(RECKONED).is_visible()
    counted = [one for one in officer.page.locator(f"{RECKONED} td.mc-num").all_inner_texts() if one]
    assert counted == ["1", "2", "3"]
    assert shown(case.due) in officer.page.locator(f"{RECKONED} tr").last.inner_text()


def _judges(officer: Visitor) -> None:
    """Look at the papers again and say what was found."""
    officer.page.get_by_text("Sửa kết luận giấy tờ").click()
    for one in officer.page.locator("select[name^=verdict_]").all():
        one.select_option(label="Đạt")
    officer.press("Ghi kết luận")
    assert "Đã ghi kết luận:" in officer.main()


def _drafts(officer: Visitor) -> None:
    """Come to the draft by the keyboard alone, write it, read it as it will be printed."""
    page = officer.page
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText").strip() == "Soạn kết quả":
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")
    officer.look()
    officer.fill("Nội dung", "Cấp Giấy chứng nhận đăng ký hộ kinh doanh theo đề nghị.")
    officer.press("Lưu dự thảo")
    assert "Đã lưu dự thảo." in officer.main()
    draft = opened(officer, page.locator("main a[href$='/ket-qua/']"), "draft")
    assert "theo đề nghị" in draft.text


def _sends_on(officer: Visitor, case: Begun) -> None:
    officer.press("Chuyển bước tiếp theo")
    officer.fill("Lời nhắn cho bước sau", "Đề nghị kiểm tra dự thảo.")
    officer.press("Chuyển hồ sơ")
    assert f"Đã chuyển hồ sơ {case.code} sang bước “Kiểm tra dự thảo”." in officer.main()


def _gives_back(head: Visitor, case: Begun) -> None:
    """Give a draft back with a word on what is missing."""
    head.go("/can-bo/")
    head.row(case.code).get_by_role("link", name="Thủ tục").or_(
        head.row(case.code).locator("[data-open]")
    ).first.click()
    head.look()
    head.press("Trả lại bước trước")
    head.press("Trả lại")
    assert "cần sửa" in head.main(), "nothing comes back without a reason"
    head.fill("Lý do trả lại", "Ghi thêm ngành nghề vào dự thảo.")
    head.press("Trả lại")
    assert f"Đã trả hồ sơ {case.code} lại bước trước." in head.main()
