"""Filed at the counter of another commune; the code stays, each side sees its part and no more."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from demo.people import CITIZENS

from tests.journeys.desks import A5, at_desk, opened
from tests.journeys.running import House
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow
MARITAL = "1.004873"
HOME = "Ủy ban nhân dân phường Hà Giang 1"
OWNER = next(one for one in CITIZENS if one.name == "Hoàng Thị Lan Anh")
CODE = re.compile(r"H60\.31-\d{6}-\d{4}")


@pytest.mark.covers("E-2")
def test_filed_at_another_counter(visit: Callable[..., Visitor], house: House) -> None:
    receiving, home, third = (
        at_desk(visit, house, login, "other-counter")
        for login in ("my.lungcu", "bich.hagiang1", "yen.sonduong")
    )
    page, code = _takes_in(receiving)
    home.go(page)
    assert "Bạn không phụ trách" in home.main(), "before it is sent, it is not theirs"
    _sends_home(receiving, code)
    _takes_over(home, page, code)
    receiving.quietly(page)
    assert not _acts(receiving), "whoever received waits for the result"
    third.quietly(page)
    assert "Bạn không phụ trách" in third.main() and OWNER.name not in third.main()
    house.officials("issue", page.rstrip("/").rsplit("/", 1)[1])
    home.quietly(page)
    assert "Sẵn sàng trả. Trung tâm Phục vụ hành chính công xã Lũng Cú" in home.main()
    assert not _acts(home), "the result goes to where it was filed"
    _hands_over(receiving, code)
    home.quietly(page)
    assert "Đã trả kết quả" in home.main()


def _takes_in(counter: Visitor) -> tuple[str, str]:
    """Take in for the agency of another commune."""
    counter.go(f"/can-bo/tiep-nhan/{MARITAL}/")
    counter.fill("Số định danh", OWNER.personal_id)
    counter.press("Tìm người nộp")
    counter.page.get_by_label("Cơ quan giải quyết").select_option(label=HOME)
    counter.press("Tiếp nhận và cấp mã")
    found = CODE.search(counter.main())
    assert found, "the code is that of the counter which received"
    receipt = opened(counter, counter.page.get_by_role("link", name="M01"), "m01")
    assert receipt.sizes == [A5]
    assert found[0] in receipt.text
    return urlsplit(counter.page.url).path, found[0]


def _sends_home(counter: Visitor, code: str) -> None:
    assert not counter.page.get_by_role("link", name="Chuyển bước tiếp theo").count()
    counter.press("Chuyển về nơi có thẩm quyền")
    assert "Mã hồ sơ và ngày hẹn trả giữ nguyên" in counter.main()
    counter.fill("Lời nhắn cho quầy nhận", "Giấy tờ đã đối chiếu tại quầy.")
    counter.press("Chuyển hồ sơ")
    assert f"Đã chuyển hồ sơ {code}. Mã hồ sơ giữ nguyên" in counter.main()


def _takes_over(home: Visitor, page: str, code: str) -> None:
    """Find it in one's list, take it over, send it to the officer."""
    home.go("/can-bo/")
    home.row(code).get_by_role("link", name="Nhận hồ sơ chuyển đến").click()
    home.look()
    home.press("Nhận hồ sơ")
    assert page in home.page.url
    assert "“Giấy tờ đã đối chiếu tại quầy.”" in home.main()
    home.quietly("/can-bo/")
    home.row(code).get_by_role("checkbox").check()
    home.press("Chuyển bước")
    home.press("Chuyển bước 1 hồ sơ")
    assert "Đã chuyển 1 hồ sơ." in home.main()


def _hands_over(counter: Visitor, code: str) -> None:
    counter.quietly("/can-bo/")
    counter.row(code).get_by_role("link", name="Trả kết quả").click()
    counter.look()
    counter.press("Ghi nhận đã trả")
    assert f"Đã trả kết quả cho {OWNER.name}." in counter.main()
    counter.press("Phiếu kiểm soát")
    assert "Chuyển đến quầy có thẩm quyền" in counter.main()


def _acts(visitor: Visitor) -> list[str]:
    """Give the acts that the page of a dossier offers."""
    return visitor.page.locator("main .mc-box .mc-button").all_inner_texts()
