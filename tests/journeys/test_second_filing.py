"""A second filing: what was accepted is not asked for again, and what the State has wrong can be said."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.journeys.running import House
from tests.journeys.visitor import Visitor, paper, sign_in_citizen

pytestmark = pytest.mark.slow
BIRTH, CERTIFICATE = "1.001193", "Giấy chứng sinh"


def test_a_second_filing_asks_for_no_paper_accepted_before(
    visit: Callable[..., Visitor], house: House, tmp_path: Path
) -> None:
    """E-14: a fact that came filled in wrong is disputed on the way; the right one is filed."""
    person = house.newcomer()
    citizen = visit(360, scripted=True, name="second-filing")
    citizen.go(f"/thu-tuc/{BIRTH}/nop/")
    sign_in_citizen(citizen, person)
    first = _begins(citizen)
    citizen.quietly(f"/nop/{first}/giay-to/")
    assert citizen.page.get_by_label(CERTIFICATE).count() == 1, "the first time every paper is asked for"
    citizen.page.get_by_label(CERTIFICATE).set_input_files(paper(tmp_path, "giay-chung-sinh.pdf"))
    citizen.press("Lưu và tiếp tục")
    house.officials("accept_draft", first)
    citizen.quietly(f"/thu-tuc/{BIRTH}/nop/")
    second = _begins(citizen)
    citizen.go(f"/nop/{second}/giay-to/")
    assert citizen.page.get_by_label(CERTIFICATE).count() == 0
    known = citizen.page.locator("main li", has_text=CERTIFICATE)
    assert "Đã có trong kho giấy tờ" in known.inner_text()
    _disputes_a_fact(citizen, second, person)
    house.officials("file_draft", second)
    citizen.go("/kho-giay-to/")
    assert "Đã dùng lại 1 lần" in citizen.main()
    assert "Bạn đã báo sai" in citizen.main()


def _begins(citizen: Visitor) -> str:
    citizen.choose("Ủy ban nhân dân phường Minh Xuân")
    with citizen.page.expect_navigation():
        citizen.page.get_by_role("button", name="Lập hồ sơ").click()
    return urlsplit(citizen.page.url).path.split("/")[2]


def _disputes_a_fact(citizen: Visitor, dossier: str, person: str) -> None:
    address = f"/nop/{dossier}/phan/nguoi-yeu-cau/"
    citizen.quietly(address)
    assert person in citizen.page.locator("main").inner_html()
    citizen.page.get_by_role("link", name="Báo sai Họ").first.click()
    citizen.look()
    right = f"{person} Hà"
    citizen.page.locator("main form [type=text]").first.fill(right)
    citizen.page.locator("main form textarea").first.fill("Giấy khai sinh của tôi ghi khác.")
    citizen.press("Gửi báo sai")
    assert right in citizen.page.locator("main").inner_html()
