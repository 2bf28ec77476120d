"""Each field that the law names stands on the paper, and goes with its value (§2.2 to §2.7)."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from pypdf import PdfReader

from tests.rooms import papers

HEAD = {
    "h1 agency above": "UBND PHƯỜNG MINH XUÂN",
    "h1 unit": "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
    "h2 country": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "h2 motto": "Độc lập - Tự do - Hạnh phúc",
    "h4 place and day": "Minh Xuân, ngày 16 tháng 11 năm 2026",
}
NUMBER = {"h3 number and symbol": "Số: 1287/TNHS"}
CODE = {"h5 dossier code": f"Mã hồ sơ: {papers.CODE}"}
LOOK_UP = {"look-up": "Tra cứu: motcua.tuyenquang.gov.vn hoặc quét mã QR", "hotline": "Đường dây nóng: 1022"}
PERSON = {
    "name": "Lý Thị Hoa",
    "address": "Địa chỉ: Tổ 12, phường Minh Xuân",
    "phone": "Số điện thoại: 0912 000 318",
    "procedure": "Nội dung yêu cầu giải quyết: Đăng ký lại khai sinh",
}
SLIP = HEAD | CODE | LOOK_UP

FIELDS: dict[Callable[..., Any], dict[str, str]] = {
    papers.receipt: SLIP
    | NUMBER
    | PERSON
    | {
        "title": "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "3 received from": "Tiếp nhận hồ sơ của: Lý Thị Hoa",
        "8 components": "1 Tờ khai đăng ký lại khai sinh Điện tử 01",
        "9 copies": "Số lượng hồ sơ: 01 (bộ)",
        "10 duration": "Thời gian giải quyết hồ sơ theo quy định: 05 ngày làm việc",
        "11 accepted": "Thời gian nhận hồ sơ: 08 giờ 15 phút, ngày 16 tháng 11 năm 2026",
        "12 due": "Thời gian trả kết quả giải quyết hồ sơ: ngày 23 tháng 11 năm 2026",
        "13 delivery": "Đăng ký nhận kết quả tại: Kho dữ liệu điện tử",
        "14 phí": "Phí: Phí bản sao, 8.000 ₫ (đã trả)",
        "14 lệ phí": "Lệ phí: Lệ phí đăng ký khai sinh, Miễn phí",
        "15 register": "Vào Sổ theo dõi hồ sơ: Quyển số 03, số thứ tự 1287",
        "16 submitter signs": "NGƯỜI NỘP HỒ SƠ",
        "16 how": "(Xác nhận qua VNeID)",
        "17 officer signs": "NGƯỜI TIẾP NHẬN HỒ SƠ",
        "17 who": "Trần Thu Trang",
        "form": "Mẫu số 01",
    },
    papers.supplement: SLIP
    | NUMBER
    | PERSON
    | {
        "title": "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "4 items": "1 Bản sao Giấy khai sinh Bản chụp 01 Ảnh mờ",
        "5 reason": "Lý do: Hồ sơ chưa đủ thành phần",
        "5 basis": "Căn cứ: Điều 26 Nghị định 123/2015/NĐ-CP",
        "6 stage": "Giai đoạn: Thẩm định",
        "7 until": "Hạn bổ sung: ngày 02 tháng 12 năm 2026",
        "8 previous due": "Ngày hẹn trả kết quả trước: ngày 23 tháng 11 năm 2026",
        "8 new due": "Ngày hẹn trả kết quả mới: Tính khi nhận đủ giấy tờ bổ sung",
        "9 contact": "Liên hệ để được hướng dẫn: Trần Thu Trang",
        "10 signer": "NGƯỜI TIẾP NHẬN HỒ SƠ",
        "form": "Mẫu số 02",
    },
    papers.refusal: SLIP
    | NUMBER
    | PERSON
    | {
        "title": "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        "reason code": "Lý do từ chối: Không đúng thẩm quyền",
        "reason": "Cụ thể: Nơi đăng ký không thuộc thẩm quyền của phường",
        "legal basis": "Căn cứ: Điều 25 Nghị định 123/2015/NĐ-CP",
        "competent unit": "Cơ quan có thẩm quyền giải quyết: Sở Tư pháp",
        "decided by": "Trần Thu Trang",
        "form": "Mẫu số 03",
    },
    papers.extension: SLIP
    | NUMBER
    | PERSON
    | {
        "title": "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        "accepted": "Thời gian nhận hồ sơ: 08 giờ 15 phút, ngày 16 tháng 11 năm 2026",
        "old due": "Thời gian hẹn trả kết quả: ngày 23 tháng 11 năm 2026",
        "reason": "Lý do: Cơ quan phối hợp trả lời chậm",
        "apology": "thành thật xin lỗi",
        "responsible": "Cơ quan chịu trách nhiệm: UBND phường Minh Xuân",
        "new due": "Thời gian hẹn trả kết quả mới: ngày 30 tháng 11 năm 2026",
        "legal basis": "Căn cứ: NĐ 61/2018/NĐ-CP, Điều 19",
        "one-stop agrees": "Ý kiến của bộ phận một cửa: Đồng ý, đã báo người nộp hồ sơ",
        "signed by the agency": "CHỦ TỊCH",
        "form": "Mẫu số 04",
    },
    papers.stop: SLIP
    | NUMBER
    | PERSON
    | {
        "title": "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        "requested by": "Bên đề nghị dừng: Lý Thị Hoa",
        "requested on": "Ngày đề nghị: ngày 18 tháng 11 năm 2026",
        "stage": "Giai đoạn giải quyết khi dừng: Thẩm định",
        "ground": "Trường hợp dừng: Theo yêu cầu của chủ hồ sơ",
        "reason": "Lý do: Người nộp dừng để hòa giải",
        "legal basis": "Căn cứ: Điều 25 Nghị định 123/2015/NĐ-CP",
        "decision day": "Dừng giải quyết từ: ngày 19 tháng 11 năm 2026",
        "settlement": "Phí, lệ phí: Hoàn lại 8.000 đồng đã trả",
        "returned papers": "Giấy tờ trả lại: Giấy khai sinh cũ",
        "signed by": "Nguyễn Thị Lan",
        "form": "Mẫu số 05",
    },
    papers.control: SLIP
    | {
        "title": "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        "1 owner": "Kèm theo hồ sơ của: Lý Thị Hoa",
        "2 agency": "Cơ quan giải quyết hồ sơ: UBND phường Minh Xuân",
        "2 consulted": "Cơ quan phối hợp giải quyết: Công an phường Minh Xuân",
        "3 from": "1. Giao: Trung tâm Phục vụ hành chính công phường Minh Xuân, Trần Thu Trang",
        "4 to": "2. Nhận: Phòng Văn hóa - Xã hội, chưa phân công",
        "5 when": "08:15 16/11/2026",
        "6 timeliness": "Trước hạn",
        "7 note": "Lời nhắn 1",
        "form": "Mẫu số 06",
    },
    papers.register: HEAD
    | {
        "title": "SỔ THEO DÕI HỒ SƠ",
        "year and volume": "Năm 2026, quyển số 01",
        "number": "01",
        "code": "H60.24-261116-0001",
        "procedure": "Đăng ký lại khai sinh",
        "name": "Lý Thị Hoa",
        "address and phone": "phường Minh Xuân, tỉnh Tuyên Quang 0912 000 318",
        "agency": "UBND phường Minh Xuân",
        "received": "08:15 16/11/2026",
        "due": "23/11/2026",
        "returned": "09:30 20/11/2026",
        "delivery": "Nhận tại quầy",
        "note": "Yêu cầu bổ sung lần 1",
        "closing line": "Khóa sổ năm 2026. Sổ có 3 hồ sơ",
        "closed by": "Nguyễn Thị Lan",
        "look-up": "Tra cứu: motcua.tuyenquang.gov.vn",
        "hotline": "Đường dây nóng: 1022",
        "form": "Mẫu số 07",
    },
}
WITH_ALL: dict[Callable[..., Any], dict[str, Any]] = {
    papers.receipt: {"fees": papers.FEES},
    papers.supplement: {"stage": "Thẩm định", "previous_due": papers.DUE},
    papers.refusal: {"competent_unit": "Sở Tư pháp"},
}


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def lacking(make: Callable[..., Any], **changed: Any) -> list[str]:
    text = text_of(make(**(WITH_ALL.get(make, {}) | changed)).render(papers.AT))
    # The typesetter may part a word from its stop; only letters and figures count.
    bare = "".join(text.split())
    return [field for field, words in FIELDS[make].items() if "".join(words.split()) not in bare]


@pytest.mark.parametrize("make", FIELDS)
def test_every_field_of_the_law_stands_on_the_paper(make: Callable[..., Any]) -> None:
    assert lacking(make) == []


def test_a_field_that_is_not_there_is_missed() -> None:
    assert lacking(papers.receipt, fees=()) == ["14 phí", "14 lệ phí"]
    assert lacking(papers.supplement, supplement_due=None) == ["7 until"]


def test_phi_and_le_phi_stand_on_lines_of_their_own() -> None:
    text = text_of(papers.receipt(fees=papers.FEES).render(papers.AT))
    assert text.index("Phí: Phí bản sao") < text.index("Lệ phí: Lệ phí đăng ký")


def test_a_later_receipt_tells_what_the_earlier_one_promised() -> None:
    earlier = papers.DUE.replace(day=20)
    text = text_of(papers.receipt(previous_due=earlier).render(papers.AT))
    assert "đã hẹn trước đây: ngày 20 tháng 11 năm 2026" in text
    assert "trước đây" not in text_of(papers.receipt(previous_due=papers.DUE).render(papers.AT))
