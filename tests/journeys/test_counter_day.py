"""A day at the counter: what came online, who stands before it, what goes on, what is handed out."""

import re
from collections.abc import Callable

import pytest
from demo.people import CITIZENS

from tests.journeys.desks import A5, at_desk, dossier, opened, printed
from tests.journeys.running import House
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow
KNOWN = next(one for one in CITIZENS if one.name == "Lèng Văn Chức")
CODE = re.compile(r"H60\.25-\d{6}-\d{4}")


def test_a_day_at_the_counter(visit: Callable[..., Visitor], house: House) -> None:
    counter = at_desk(visit, house, "bich.hagiang1", "counter-day")
    counter.go("/can-bo/")
    accepted = _accepts(counter, dossier(house, "fresh").code)
    brought = _takes_in_on_paper(counter)
    _refuses(counter, dossier(house, "elsewhere").page)
    _asks_for_a_paper(counter, dossier(house, "unclear").page)
    _sends_on(counter, [accepted, brought])
    _hands_over(counter, dossier(house, "done").code)
    assert counter.inspect(dossier(house, "unclear").page) == []


def _accepts(counter: Visitor, temporary: str) -> str:
    """Check each paper of an online dossier, accept it, open its receipt."""
    counter.row(temporary).get_by_role("link").first.click()
    counter.look()
    assert "Tiếp nhận chưa làm được: Còn" in counter.main()
    for one in counter.page.locator("select[name^=verdict_]").all():
        one.select_option(label="Đạt")
    counter.press("Ghi kết luận")
    counter.press(re.compile("^Tiếp nhận$"))
    assert "Đồng hồ chạy từ bây giờ, hẹn trả" in counter.main()
    counter.press("Tiếp nhận và cấp mã")
    code = _code(counter)
    receipt = opened(counter, counter.page.get_by_role("link", name="M01"), "m01-online")
    assert receipt.sizes == [A5]
    assert code in receipt.text
    return code


def _takes_in_on_paper(counter: Visitor) -> str:
    """Take papers in from somebody who is known: their number is enough."""
    counter.go("/can-bo/tiep-nhan/?q=xac+nhan+tinh+trang+hon+nhan")
    counter.press("Xác nhận tình trạng hôn nhân")
    counter.fill("Số định danh", KNOWN.personal_id)
    counter.press("Tìm người nộp")
    assert counter.page.locator("#id_full_name").input_value() == KNOWN.name
    counter.press("Tiếp nhận và cấp mã")
    code = _code(counter)
    receipt = opened(counter, counter.page.get_by_role("link", name="M01"), "m01-paper")
    assert receipt.sizes == [A5]
    assert code in receipt.text and KNOWN.name in receipt.text
    return code


def _refuses(counter: Visitor, page: str) -> None:
    """Refuse what belongs elsewhere, and say where."""
    counter.go(page)
    counter.press("Từ chối tiếp nhận")
    counter.choose("Không đúng thẩm quyền")
    counter.press("Từ chối tiếp nhận")
    assert "cần sửa" in counter.main(), "nobody is sent away without a word"
    counter.fill("Tên cơ quan có thẩm quyền", "Ủy ban nhân dân phường Minh Xuân")
    counter.fill("Giải thích cho người nộp", "Trụ sở của hộ kinh doanh thuộc phường Minh Xuân.")
    counter.press("Từ chối tiếp nhận")
    slip = opened(counter, counter.page.get_by_role("link", name="M03"), "m03")
    assert slip.sizes == [A5]
    assert "Ủy ban nhân dân phường Minh Xuân" in slip.text
    assert "Không được tiếp nhận" in counter.main()


def _asks_for_a_paper(counter: Visitor, page: str) -> None:
    """Find a paper unreadable, and ask for it once, in full."""
    counter.quietly(page)
    unclear = counter.page.get_by_role("row", name=re.compile("Giấy chứng sinh")).first
    unclear.locator("select[name^=verdict_]").select_option(label="Không đạt")
    unclear.locator("[name^=reason_]").fill("Bản chụp mờ, không đọc được số")
    counter.press("Ghi kết luận")
    counter.press("Yêu cầu bổ sung")
    assert counter.page.get_by_label("Giấy chứng sinh").is_checked(), "what failed is asked for"
    counter.page.locator("[name=reason]").fill("Bản chụp Giấy chứng sinh mờ. Chụp lại cho rõ.")
    counter.press("Gửi yêu cầu bổ sung")
    slip = opened(counter, counter.page.get_by_role("link", name="M02"), "m02")
    assert slip.sizes == [A5]
    assert "Giấy chứng sinh" in slip.text


def _sends_on(counter: Visitor, codes: list[str]) -> None:
    """Send everything that was accepted to its officers, at once."""
    counter.quietly("/can-bo/")
    for code in codes:
        counter.row(code).get_by_role("checkbox").check()
    assert f"Đã chọn {len(codes)} hồ sơ" in counter.main()
    counter.press("Chuyển bước")
    assert counter.main().count("Thẩm định, dự thảo kết quả") == len(codes), "where each goes"
    counter.press(f"Chuyển bước {len(codes)} hồ sơ")
    assert f"Đã chuyển {len(codes)} hồ sơ." in counter.main()
    for code in codes:
        assert not counter.row(code).count(), "it is with its officer now"


def _hands_over(counter: Visitor, code: str) -> None:
    """Hand a result to its owner, and print who had the dossier when."""
    counter.row(code).get_by_role("link", name="Trả kết quả").click()
    counter.look()
    counter.press("Ghi nhận đã trả")
    assert "Đã trả kết quả cho" in counter.main()
    assert code in printed(counter, "dossier").text
    counter.press("Phiếu kiểm soát")
    assert "Trả kết quả" in counter.main()


def _code(counter: Visitor) -> str:
    found = CODE.search(counter.main())
    assert found, counter.main()
    return found[0]
