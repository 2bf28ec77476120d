"""Photos that are sent in parts: a page that is opened again goes on, and they become one PDF."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.journeys.line import Line
from tests.journeys.visitor import Visitor, photo, sign_in_citizen

pytestmark = pytest.mark.slow


def test_a_page_opened_again_goes_on_where_it_stopped(visit: Callable[..., Visitor], tmp_path: Path) -> None:
    citizen = visit(1280, scripted=True, name="line-reload")
    _comes_to_papers(citizen)
    chosen = photo(tmp_path, "so-ho-khau.jpg", 560)
    line = Line(citizen)
    line.poor()
    control = citizen.page.locator("main input[type=file]").first
    place = f"{urlsplit(citizen.page.url).path}#{control.get_attribute('name')}"
    with citizen.page.expect_event("requestfinished", lambda _: line.acknowledged != [], timeout=60_000):
        control.set_input_files(chosen)
    citizen.page.on("dialog", lambda dialog: dialog.accept())
    citizen.page.reload()
    line.good()
    row = citizen.page.locator(".mc-uploads li").first
    row.get_by_text("Chọn lại tệp này để gửi tiếp").wait_for()
    held, heard = line.held(place)[chosen.name], len(line.acknowledged)
    assert 0 < held < chosen.stat().st_size
    citizen.page.locator("main input[type=file]").first.set_input_files(
        [chosen, photo(tmp_path, "trang-2.jpg", 40)]
    )
    citizen.page.locator(".mc-uploads li").nth(1).get_by_text("đã gửi xong").wait_for()
    assert line.acknowledged[heard] == held, "only the rest was sent"
    citizen.press("Tải tệp đã chọn lên")
    citizen.page.get_by_text("Đã ghép, 2 trang").wait_for(timeout=60_000)
    citizen.press("Xoay ảnh 1")
    citizen.press("Lên trước, ảnh 2")
    names = citizen.page.locator(".mc-photo__name a").all_inner_texts()
    assert names == ["trang-2.jpg", chosen.name]


def test_without_script_the_same_photos_are_sent_and_put_in_order(
    visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    citizen = visit(360, scripted=False, name="photos-no-script")
    _comes_to_papers(citizen)
    some = [photo(tmp_path, "mot.jpg", 40), photo(tmp_path, "hai.jpg", 40)]
    citizen.page.locator("main input[type=file]").first.set_input_files(some)
    citizen.press("Tải tệp đã chọn lên")
    citizen.press("Xuống sau, ảnh 1")
    citizen.press("Xoay ảnh 1")
    assert citizen.page.locator(".mc-photo__name a").all_inner_texts() == ["hai.jpg", "mot.jpg"]
    citizen.press("Bỏ ảnh 2")
    assert citizen.page.locator(".mc-photo__name a").all_inner_texts() == ["hai.jpg"]


def _comes_to_papers(citizen: Visitor) -> None:
    citizen.go("/thu-tuc/1.001193/nop/")
    sign_in_citizen(citizen, citizen.house.newcomer())
    citizen.choose("Ủy ban nhân dân phường Minh Xuân")
    citizen.press("Lập hồ sơ")
    draft = "/".join(urlsplit(citizen.page.url).path.split("/")[:3])
    citizen.go(f"{draft}/giay-to/")
