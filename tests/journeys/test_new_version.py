"""E-9: a controller publishes a new version with another e-form and a shorter time while dossiers run."""

from collections.abc import Callable

import pytest

from motcua.base.clock import today
from tests.journeys.running import House
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow
CODE, FORM, ASKED = "1.013978", "dat-dai-lan-dau", "Chiều rộng mặt tiền"
CATALOGUE = f"/can-bo/danh-muc/thu-tuc/{CODE}/"
# By post: 20 working days by law, 14 from now on.
STATUTORY, CUT, HOURS = 20, 14, 4


def test_a_new_version_while_dossiers_run(visit: Callable[..., Visitor], house: House) -> None:
    drafter, checker, citizen = (visit(1280, scripted=True, name="new-version") for _ in range(3))
    sessions = house.sessions("minh.vanphong", "yen.vanphong")
    drafter.enter(sessions["minh.vanphong"])
    checker.enter(sessions["yen.vanphong"])
    before = house.officials("running_under", CODE)
    citizen.quietly(f"/thu-tuc/{CODE}/")
    assert f"{CUT} ngày làm việc" not in citizen.main()
    _changes_the_form(drafter)
    version = _drafts(drafter)
    _steps(drafter, version, "Trình kiểm soát", "Trình kiểm soát")
    assert "một cán bộ khác sẽ kiểm soát" in drafter.main()
    _steps(checker, version, "Kiểm soát xong", "Xác nhận đạt")
    _signs(drafter, version)
    _steps(drafter, version, "Công khai", "Công khai phiên bản")
    told = drafter.main().replace("\xa0", " ")
    assert f"từ {STATUTORY} ngày làm việc còn {CUT} ngày làm việc (giảm 30 %)" in told
    assert "Mẫu điện tử: từ" in told
    drafter.go(CATALOGUE)
    drafter.press("So với phiên bản 1")
    assert "giảm 30" in drafter.main()
    assert house.officials("running_under", CODE) == before, (
        "a running dossier keeps its version and due date"
    )
    citizen.go(f"/thu-tuc/{CODE}/")
    public = citizen.main().replace("\xa0", " ")
    assert f"{CUT} ngày làm việc" in public and f"Luật định {STATUTORY} ngày làm việc" in public
    assert "Phiên bản 1" in public, "the version of before can be read"


def _changes_the_form(drafter: Visitor) -> None:
    drafter.go(f"/can-bo/bieu-mau/{FORM}/")
    drafter.press("Soạn bản mới")
    drafter.fill("Thêm ô", ASKED)
    drafter.page.get_by_label("Loại ô").first.select_option("number")
    drafter.press("Thêm ô")
    drafter.press("Ghi và về trang soạn")
    drafter.press("Xem thay đổi và công bố")
    assert ASKED in drafter.main()
    drafter.press("Công bố bản mới")
    drafter.press("So sánh hai bản")
    assert ASKED in drafter.main()


def _drafts(drafter: Visitor) -> str:
    """Draft the next version: from today, a shorter time, steps that fit into it, the new e-form."""
    drafter.go(CATALOGUE)
    drafter.press("Soạn phiên bản mới")
    drafter.choose("Cắt giảm thời hạn")
    drafter.press("Mở bản dự thảo")
    version = drafter.page.url.removeprefix(drafter.house.address)
    on = today()
    drafter.go(f"{version}sua/facts/")
    drafter.date("effective_from", on.day, on.month, on.year)
    drafter.press("Lưu")
    drafter.go(f"{version}sua/channels/")
    for name, value in (("value", CUT), ("statutory_value", STATUTORY)):
        drafter.page.locator(f"[name=r2-{name}]").fill(str(value))
    drafter.page.locator("[name=r2-statutory_unit]").select_option("working_day")
    drafter.page.locator("[name=r2-cut_decision_no]").fill("70/QĐ-UBND")
    drafter.date("r2-cut_decided_on", on.day, on.month, on.year)
    drafter.press("Lưu")
    drafter.go(f"{version}sua/route/")
    for hours in drafter.page.locator("[name$=-hours]").all():
        hours.fill(str(HOURS))
    drafter.press("Lưu quy")
    drafter.go(f"{version}sua/form/")
    newest = drafter.page.locator("[name=form] option", has_text="đất đai lần đầu").first
    drafter.page.locator("[name=form]").select_option(newest.get_attribute("value"))
    drafter.press("Lưu")
    return version


def _steps(controller: Visitor, version: str, link: str, button: str) -> None:
    controller.quietly(version)
    controller.press(link)
    controller.press(button)


def _signs(drafter: Visitor, version: str) -> None:
    on = today()
    drafter.go(version)
    drafter.press("Ghi quyết định đã ký")
    drafter.choose("Ghi quyết định mới")
    for name, value in (
        ("number", "77/QĐ-UBND"),
        ("signed_by", "Chủ tịch UBND tỉnh"),
        ("issuer", "UBND tỉnh"),
        ("summary", "Cắt giảm thời hạn đăng ký đất đai"),
    ):
        drafter.page.locator(f"[name={name}]").fill(value)
    drafter.date("signed_on", on.day, on.month, on.year)
    drafter.press("Ghi quyết định")
