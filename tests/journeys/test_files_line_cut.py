"""A poor line that breaks in the middle of an upload: nothing that was sent is lost, or sent again."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import CDPSession, Request

from tests.journeys.visitor import Visitor, sign_in_citizen

pytestmark = pytest.mark.slow
PROCEDURE = "/thu-tuc/1.001193/"
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}


def photo(folder: Path, name: str, kilobytes: int) -> Path:
    """Make a photo of at least so many kilobytes."""
    side, out = 300, io.BytesIO()
    while out.tell() < kilobytes * 1024:
        side, out = side + 100, io.BytesIO()
        Image.effect_noise((side, side), 80).convert("RGB").save(out, "JPEG", quality=85)
    (folder / name).write_bytes(out.getvalue())
    return folder / name


def line(visitor: Visitor) -> CDPSession:
    """Take hold of the visitor's line."""
    session = visitor.page.context.new_cdp_session(visitor.page)
    session.send("Network.enable")
    return session


def at_papers(visitor: Visitor, person: str) -> None:
    """Come to the page where papers are sent."""
    visitor.go(f"{PROCEDURE}nop/")
    sign_in_citizen(visitor, person)
    visitor.choose("Ủy ban nhân dân phường Minh Xuân")
    visitor.press("Lập hồ sơ")
    address = visitor.page.url.removeprefix(visitor.house.address)
    draft = "/".join(address.split("/")[:3])
    visitor.go(f"{draft}/giay-to/")


@pytest.mark.parametrize("width", [1280, 360])
def test_two_photos_over_a_line_that_breaks(
    visit: Callable[..., Visitor], tmp_path: Path, width: int
) -> None:
    citizen = visit(width, scripted=True, name=f"line-cut-{width}")
    at_papers(citizen, "Lý Thị Hoài")
    sizes: list[int] = []
    citizen.page.on("requestfinished", lambda sent: _note(sent, sizes))
    some = [photo(tmp_path, "trang-1.jpg", 600), photo(tmp_path, "trang-2.jpg", 300)]
    held = line(citizen)
    held.send("Network.emulateNetworkConditions", SLOW)
    citizen.page.locator("main input[type=file]").first.set_input_files(some)
    rows = citizen.page.locator(".mc-uploads li")
    rows.first.get_by_text("trên").wait_for()
    citizen.page.wait_for_timeout(8_000)
    held.send("Network.emulateNetworkConditions", {**SLOW, "offline": True})
    rows.first.get_by_text("mất mạng").wait_for(timeout=60_000)
    citizen.page.screenshot(path=str(tmp_path / "cut.png"), full_page=True)
    acknowledged = sum(sizes)
    assert acknowledged > 0, "the line was cut in the middle"
    held.send("Network.emulateNetworkConditions", SLOW)
    rows.nth(1).get_by_text("đã gửi xong").wait_for(timeout=120_000)
    whole = sum(path.stat().st_size for path in some)
    assert sum(sizes) == whole, "every byte was acknowledged once"
    held.send(
        "Network.emulateNetworkConditions",
        {**SLOW, "latency": 0, "uploadThroughput": -1, "downloadThroughput": -1},
    )
    citizen._shoot(f"sent-{width}")
    citizen.press("Tải tệp đã chọn lên")
    assert "2 ảnh" in citizen.main() or "Đã ghép, 2 trang" in citizen.main()
    citizen.page.get_by_text("Đã ghép, 2 trang").wait_for(timeout=60_000)
    citizen.look()
    citizen.press("Xoay ảnh 1")
    citizen.press("Lên trước, ảnh 2")
    citizen.page.get_by_text("Đã ghép, 2 trang").wait_for(timeout=60_000)
    names = citizen.page.locator(".mc-photo__name a").all_inner_texts()
    assert names == ["trang-2.jpg", "trang-1.jpg"]


def test_a_reloaded_page_goes_on_where_it_stopped(visit: Callable[..., Visitor], tmp_path: Path) -> None:
    citizen = visit(360, scripted=True, name="line-reload")
    at_papers(citizen, "Nguyễn Thị Bích Ngọc")
    chosen = photo(tmp_path, "so-ho-khau.jpg", 700)
    held = line(citizen)
    held.send("Network.emulateNetworkConditions", SLOW)
    control = citizen.page.locator("main input[type=file]").first
    control.set_input_files(chosen)
    citizen.page.locator(".mc-uploads li").get_by_text("%").wait_for()
    citizen.page.wait_for_timeout(9_000)
    citizen.page.on("dialog", lambda dialog: dialog.accept())
    citizen.page.reload()
    row = citizen.page.locator(".mc-uploads li").first
    row.get_by_text("Chọn lại tệp này để gửi tiếp").wait_for()
    assert "đã gửi 0" not in row.inner_text()
    sizes: list[int] = []
    citizen.page.on("requestfinished", lambda sent: _note(sent, sizes))
    citizen.page.locator("main input[type=file]").first.set_input_files(chosen)
    row.get_by_text("đã gửi xong").wait_for(timeout=120_000)
    assert 0 < sum(sizes) < chosen.stat().st_size, "only the rest was sent"


def test_without_script_the_same_photos_are_sent_and_put_in_order(
    visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    citizen = visit(360, scripted=False, name="photos-no-script")
    at_papers(citizen, "Bàn Văn Phúc")
    some = [photo(tmp_path, "mot.jpg", 200), photo(tmp_path, "hai.jpg", 200)]
    citizen.page.locator("main input[type=file]").first.set_input_files(some)
    citizen.press("Tải tệp đã chọn lên")
    citizen.press("Xuống sau, ảnh 1")
    citizen.press("Xoay ảnh 1")
    assert citizen.page.locator(".mc-photo__name a").all_inner_texts() == ["hai.jpg", "mot.jpg"]
    citizen.press("Bỏ ảnh 2")
    assert citizen.page.locator(".mc-photo__name a").all_inner_texts() == ["hai.jpg"]


def _note(sent: Request, sizes: list[int]) -> None:
    if "upload-offset" in sent.headers and sent.method == "POST":
        answer = sent.response()
        if answer is not None and answer.status == 200:
            sizes.append(answer.json()["offset"] - int(sent.headers["upload-offset"]))
