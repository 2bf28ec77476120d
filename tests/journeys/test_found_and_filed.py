"""Somebody who was never here finds a procedure, files it and fetches the result, by telephone."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.journeys.line import Line
from tests.journeys.visitor import Visitor, photo, sign_in_citizen

pytestmark = pytest.mark.slow
FIRST_PAGE_BYTES = 150 * 1024
CERTIFICATE = "Giấy chứng sinh"


def test_on_a_poor_line_that_breaks(visit: Callable[..., Visitor], tmp_path: Path) -> None:
    """400 kbit/s and 400 ms, and no line at all amid an upload: nothing is lost, nothing is sent twice."""
    citizen = visit(360, scripted=True, name="found-and-filed")
    line = Line(citizen)
    line.poor()
    citizen.go("/")
    assert 0 < line.weighed < FIRST_PAGE_BYTES
    _finds_and_checks(citizen)
    _begins(citizen, citizen.house.newcomer())
    photos = [photo(tmp_path, "trang-1.jpg", 560), photo(tmp_path, "trang-2.jpg", 40)]
    _sends_photos_over_a_cut(citizen, line, photos)
    citizen.press("Lưu và tiếp tục")
    dossier = _files(citizen)
    _supplements(citizen, dossier, photo(tmp_path, "chup-lai.jpg", 60))
    line.good()
    _downloads(citizen, dossier)


def test_without_script(visit: Callable[..., Visitor], tmp_path: Path) -> None:
    citizen = visit(360, scripted=False, name="found-and-filed-plain")
    citizen.go("/")
    _finds_and_checks(citizen)
    _begins(citizen, citizen.house.newcomer())
    photos = [photo(tmp_path, "trang-1.jpg", 60), photo(tmp_path, "trang-2.jpg", 60)]
    citizen.page.locator("main input[type=file]").first.set_input_files(photos)
    citizen.press("Lưu và tiếp tục")
    dossier = _files(citizen)
    _supplements(citizen, dossier, photo(tmp_path, "chup-lai.jpg", 60))
    _downloads(citizen, dossier)


def _finds_and_checks(citizen: Visitor) -> None:
    """Find by everyday words, and learn what one needs before signing in."""
    citizen.page.locator("main input[name=q]").fill("moi de con lam giay to gi")
    citizen.press("Tìm")
    citizen.press("Đăng ký khai sinh")
    citizen.press("Xem riêng cho bạn")
    citizen.choose("Trực tuyến")
    citizen.choose("Ủy ban nhân dân phường Minh Xuân")
    citizen.page.get_by_label("Bạn cần mấy bản sao?").select_option("2 bản")
    citizen.press("Tiếp tục")
    yours = citizen.main()
    assert CERTIFICATE in yours and "Ủy ban nhân dân phường Minh Xuân giải quyết" in yours
    assert "bị bỏ rơi" not in yours
    assert "hẹn trả" in yours


def _begins(citizen: Visitor, person: str) -> None:
    """Sign in, and answer the questions; what the check was told is not asked again."""
    citizen.press("Bắt đầu nộp hồ sơ")
    sign_in_citizen(citizen, person)
    assert citizen.page.get_by_label("Ủy ban nhân dân phường Minh Xuân").is_checked()
    citizen.press("Lập hồ sơ")
    citizen.fill("Họ, chữ đệm, tên của trẻ", "Lý Minh Anh")
    citizen.date("child_birth", 5, 11, 2026)
    citizen.choose("Nữ")
    citizen.choose("Cơ sở y tế")
    citizen.fill("Tên cơ sở y tế", "Bệnh viện Đa khoa tỉnh")
    citizen.fill("Dân tộc", "Tày")
    citizen.fill("Quê quán", "Phường Minh Xuân")
    citizen.press("Lưu và tiếp tục")
    for name, value in (("mother_known", "Có"), ("father_known", "Không")):
        citizen.page.locator(f"[name={name}]").locator("..").get_by_label(value, exact=True).check()
    citizen.fill("Họ, chữ đệm, tên mẹ", "Vàng Thị Dua")
    citizen.fill("Số định danh cá nhân của mẹ", "008000000299")
    citizen.date("mother_birth", 2, 3, 1996)
    citizen.press("Lưu và tiếp tục")
    citizen.choose("Người khác")
    citizen.press("Lưu và tiếp tục")


def _sends_photos_over_a_cut(citizen: Visitor, line: Line, photos: list[Path]) -> None:
    control = citizen.page.locator("main input[type=file]").first
    place = f"{urlsplit(citizen.page.url).path}#{control.get_attribute('name')}"
    with citizen.page.expect_event("requestfinished", lambda _: line.acknowledged != [], timeout=60_000):
        control.set_input_files(photos)
    rows = citizen.page.locator(".mc-uploads li")
    with line.cut():
        rows.first.get_by_text("mất mạng").wait_for(timeout=60_000)
        before, heard = line.held(place)["trang-1.jpg"], len(line.acknowledged)
    assert 0 < before < photos[0].stat().st_size, "cut in the middle, and the house has what it had"
    rows.nth(1).get_by_text("đã gửi xong").wait_for(timeout=60_000)
    first, *_ = since = line.acknowledged[heard:]
    assert first >= before and len(set(since)) == len(since), "it went on where the house was"
    assert line.held(place) == {one.name: one.stat().st_size for one in photos}, "and lost nothing"


def _files(citizen: Visitor) -> str:
    citizen.press("Lưu và tiếp tục")
    assert citizen.page.locator("h1").inner_text() == "Kiểm tra trước khi nộp"
    assert "Lý Minh Anh" in citizen.main()
    citizen.press("Nộp hồ sơ")
    assert "T-" in citizen.main()
    citizen.press("Theo dõi hồ sơ")
    return citizen.page.url.rstrip("/").rsplit("/", 1)[1]


def _supplements(citizen: Visitor, dossier: str, again: Path) -> None:
    reason = "Bản chụp mờ, không đọc được số. Chụp lại cho rõ."
    citizen.house.officials("ask", dossier, CERTIFICATE, reason)
    citizen.go(f"/ho-so/{dossier}/")
    citizen.press("Bổ sung giấy tờ")
    assert reason in citizen.main()
    assert citizen.page.locator("main input[type=file]").count() == 1, "only the missing paper is asked for"
    citizen.page.locator("main input[type=file]").set_input_files(again)
    citizen.press("Gửi giấy tờ bổ sung")


def _downloads(citizen: Visitor, dossier: str) -> None:
    code = citizen.house.officials("finish", dossier)
    citizen.go(f"/ho-so/{dossier}/")
    assert code in citizen.main()
    link = citizen.page.locator("main a[href$='/ket-qua/']").first.get_attribute("href")
    answer = citizen.page.request.get(f"{citizen.house.address}{link}")
    assert answer.ok and answer.body().startswith(b"%PDF")
