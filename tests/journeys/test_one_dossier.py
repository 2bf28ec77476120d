"""One dossier the whole way, played by everybody it meets."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.running import House
from tests.journeys.visitor import Visitor, paper, sign_in_citizen, sign_in_official

pytestmark = pytest.mark.slow

# The telephone is played in `test_found_and_filed`.
WAYS = [
    # With scripts the days of officials and of citizens walk the same pages.
    pytest.param(("desktop", 1280, True), id="desktop", marks=pytest.mark.drill),
    pytest.param(("no-script", 1280, False), id="no-script"),
]


@pytest.mark.parametrize("way", WAYS)
def test_a_dossier_goes_from_citizen_to_result(
    visit: Callable[..., Visitor], house: House, tmp_path: Path, way: tuple[str, int, bool]
) -> None:
    name, width, scripted = way

    def come(login: str = "") -> Visitor:
        visitor = visit(width, scripted=scripted, name=name)
        if login:
            sign_in_official(visitor, login)
        return visitor

    citizen, person = come(), house.newcomer()
    temporary, dossier = _files(citizen, person, tmp_path)
    counter = come("hoa.minhxuan")
    _asks_for_more(counter, temporary)
    _answers(citizen, dossier, tmp_path)
    code = _accepts(counter)
    officer = come("tuan.minhxuan")
    _drafts(officer, code)
    for login in ("khanh.minhxuan", "lan.minhxuan", "hanh.minhxuan"):
        _passes(come(login), code)
    _hands_over(counter, code, person)
    _receives(citizen, dossier)
    _looks_up(come(), code, person)
    _inspects(come("viet.thanhtra"), code)
    verified = house.command("journal", "verify", "--json")
    assert json.loads(verified.stdout)["whole"] is True, verified.stderr


def _files(citizen: Visitor, person: str, folder: Path) -> tuple[str, str]:
    citizen.go("/")
    citizen.page.get_by_role("searchbox").or_(citizen.page.locator("main input[name=q]")).first.fill(
        "dang ky khai sinh"
    )
    citizen.press("Tìm")
    citizen.press("Đăng ký khai sinh")
    page = citizen.main()
    for told in ("Giấy chứng sinh", "ngày làm việc", "Miễn phí", "60/2014/QH13", "1.001193"):
        assert told in page
    citizen.press("Bắt đầu nộp hồ sơ")
    sign_in_citizen(citizen, person)
    citizen.choose("Ủy ban nhân dân phường Minh Xuân")
    citizen.press("Lập hồ sơ")
    citizen.press("Lưu và tiếp tục")
    assert "cần sửa" in citizen.main()
    _answers_questions(citizen)
    assert person in citizen.page.locator("main").inner_html()
    citizen.choose("Mẹ")
    citizen.press("Lưu và tiếp tục")
    inputs = citizen.page.locator("main input[type=file]")
    inputs.nth(0).set_input_files(paper(folder, "giay-chung-sinh.pdf"))
    inputs.nth(1).set_input_files(paper(folder, "uy-quyen.jpg"))
    citizen.press("Lưu và tiếp tục")
    citizen.press("Lưu và tiếp tục")
    assert citizen.page.locator("h1").inner_text() == "Kiểm tra trước khi nộp"
    assert "Giàng Gia Bảo" in citizen.main()
    citizen.press("Nộp hồ sơ")
    temporary = citizen.page.locator("main").get_by_text("T-").first.inner_text()
    citizen.press("Theo dõi hồ sơ")
    return temporary[temporary.index("T-") :][:11], citizen.page.url


def _answers_questions(citizen: Visitor) -> None:
    citizen.fill("Họ, chữ đệm, tên của trẻ", "Giàng Gia Bảo")
    citizen.date("child_birth", 5, 11, 2026)
    citizen.choose("Nam")
    citizen.choose("Cơ sở y tế")
    citizen.fill("Tên cơ sở y tế", "Bệnh viện Đa khoa tỉnh")
    citizen.fill("Dân tộc", "Tày")
    citizen.fill("Quê quán", "Xã Chiêm Hóa")
    citizen.press("Lưu và tiếp tục")
    for name, value in (("mother_known", "Có"), ("father_known", "Không")):
        citizen.page.locator(f"[name={name}]").locator("..").get_by_label(value, exact=True).check()
    citizen.fill("Họ, chữ đệm, tên mẹ", "Vàng Thị Dua")
    citizen.fill("Số định danh cá nhân của mẹ", "008000000299")
    citizen.date("mother_birth", 2, 3, 1996)
    citizen.press("Lưu và tiếp tục")


def _asks_for_more(counter: Visitor, temporary: str) -> None:
    counter.row(temporary).get_by_role("link").first.click()
    counter.look()
    counter.press("Yêu cầu bổ sung")
    counter.choose("Giấy chứng sinh")
    counter.page.locator("[name=reason]").fill("Bản chụp mờ, không đọc được số.")
    counter.press("Gửi yêu cầu bổ sung")
    assert "Yêu cầu bổ sung giấy tờ" in counter.main()


def _answers(citizen: Visitor, dossier: str, folder: Path) -> None:
    citizen.go(dossier)
    citizen.press("Bổ sung giấy tờ")
    citizen.page.locator("main input[type=file]").first.set_input_files(paper(folder, "ban-ro.jpg"))
    citizen.press("Gửi giấy tờ bổ sung")


def _accepts(counter: Visitor) -> str:
    counter.page.reload()
    counter.press("Tất cả đạt")
    counter.press("Nhận giấy tờ bổ sung")
    for box in counter.page.locator("main input[type=checkbox]").all():
        box.check()
    counter.press("Ghi nhận giấy tờ đã đánh dấu")
    text = counter.main()
    code = text[text.index("H60.24-") :][: len("H60.24-261125-0009")]
    slip = counter.page.get_by_role("link", name="M01").first.get_attribute("href")
    answer = counter.page.request.get(f"{counter.house.address}{slip}")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF")
    counter.press("Chuyển bước tiếp theo")
    counter.press("Chuyển")
    return code


def _drafts(officer: Visitor, code: str) -> None:
    officer.row(code).get_by_role("link").first.click()
    officer.look()
    officer.press("Soạn kết quả")
    officer.press("Lưu dự thảo")
    officer.press("Chuyển bước tiếp theo")
    officer.press("Chuyển")


def _passes(official: Visitor, code: str) -> None:
    official.row(code).get_by_role("link").first.click()
    official.look()
    official.page.locator("main .mc-button").first.click()
    official.look()
    official.page.locator("main form button[type=submit]").first.click()
    official.look()


def _hands_over(counter: Visitor, code: str, owner: str) -> None:
    counter.go("/can-bo/")
    counter.row(code).get_by_role("link").first.click()
    counter.look()
    counter.press("Trả kết quả")
    counter.choose("Chủ hồ sơ")
    recipient = counter.page.get_by_label("Họ tên người nhận")
    if not recipient.input_value():
        recipient.fill(owner)
    counter.fill("Giấy tờ đã xem để nhận ra người nhận", "Căn cước")
    counter.press("Ghi nhận đã trả")
    assert "Đã trả kết quả" in counter.main()


def _receives(citizen: Visitor, dossier: str) -> None:
    citizen.go(dossier)
    assert "Đã trả kết quả" in citizen.main()
    link = citizen.page.locator("main a[href$='/ket-qua/']").first.get_attribute("href")
    answer = citizen.page.request.get(f"{citizen.house.address}{link}")
    assert answer.body().startswith(b"%PDF")


def _looks_up(anyone: Visitor, code: str, owner: str) -> None:
    anyone.go("/tra-cuu/")
    anyone.page.locator("main input[name=ma]").fill(code)
    anyone.press("Tra cứu")
    assert "Đã trả kết quả" in anyone.main()
    assert owner not in anyone.page.content()
    assert "khai sinh" not in anyone.main()


def _inspects(auditor: Visitor, code: str) -> None:
    auditor.go("/dieu-hanh/nhat-ky/")
    auditor.page.locator("[name=code]").fill(code)
    auditor.choose("Kiểm tra theo kế hoạch")
    auditor.page.locator("[name=words]").fill("Kế hoạch thanh tra năm 2026")
    auditor.press("Mở nhật ký")
    told = auditor.main()
    for sentence in (
        "hẹn trả",
        "hồ sơ trực tuyến",
        "yêu cầu bổ sung lần 1",
        "phát hành kết quả",
        "trả kết quả",
    ):
        assert sentence in told.lower(), told
    assert "còn nguyên" in told
