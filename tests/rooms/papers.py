"""Papers of invented people that several tests print."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

from motcua.casework.dossiers.papers import (
    Applicant,
    Component,
    ExtensionLetter,
    FeeLine,
    Head,
    Lookup,
    Receipt,
    RefusalSlip,
    ResultPaper,
    Signature,
    StopLetter,
    SupplementItem,
    SupplementSlip,
    form_in,
)
from motcua.casework.dossiers.papers.control import ControlSlip, HandoverLine
from motcua.casework.dossiers.papers.register import Closing, RegisterLine, RegisterSheet
from motcua.casework.dossiers.words import PaperSize, SlipForm

AT = datetime(2026, 11, 16, 8, 15, 42, tzinfo=timezone(timedelta(hours=7)))
CODE = "H60.24-261116-0007"
URL = f"https://motcua.tuyenquang.gov.vn/tra-cuu/{CODE}"
DUE = date(2026, 11, 23)
FEES = (
    FeeLine(label="Phí", words="Phí bản sao, 8.000 ₫ (đã trả)"),
    FeeLine(label="Lệ phí", words="Lệ phí đăng ký khai sinh, Miễn phí"),
)
OFFICER = Signature(role="Người tiếp nhận hồ sơ", note="Ký số", name="Trần Thu Trang", signed_at=AT)
CITIZEN = Signature(role="Người nộp hồ sơ", note="Xác nhận qua VNeID", name="Lý Thị Hoa")
LEADER = Signature(role="Chủ tịch", name="Nguyễn Thị Lan", note="Ký số", signed_at=AT)
HEAD = Head(
    parent="UBND phường Minh Xuân",
    agency="Trung tâm phục vụ\nhành chính công",
    number="1287/TNHS",
    place="Minh Xuân",
    day=AT.date(),
)
COMMON: dict[str, Any] = {
    "head": HEAD,
    "code": CODE,
    "lookup": Lookup(address="motcua.tuyenquang.gov.vn", url=URL, hotline="1022"),
}
SLIP: dict[str, Any] = COMMON | {
    "applicant": Applicant(name="Lý Thị Hoa", address="Tổ 12, phường Minh Xuân", phone="0912 000 318"),
    "procedure": "Đăng ký lại khai sinh",
}


def of(kind: SlipForm) -> dict[str, Any]:
    return SLIP | {"form": form_in("TT03/2025", kind)}


def components(count: int) -> tuple[Component, ...]:
    name = "Bản sao có chứng thực giấy tờ chứng minh quyền sử dụng đất và tài sản gắn liền với đất, số"
    return tuple(Component(name=f"{name} {n}", form="Bản chụp") for n in range(1, count + 1))


def receipt(**changed: Any) -> Receipt:
    given = of(SlipForm.M01) | {
        "components": (Component(name="Tờ khai đăng ký lại khai sinh", form="Điện tử"),),
        "duration": "05 ngày làm việc",
        "accepted_at": AT,
        "due": date(2026, 11, 23),
        "delivery": "Kho dữ liệu điện tử",
        "fees": (FeeLine(label="Phí, lệ phí", words="Phí bản sao 8.000 đồng (đã nộp trực tuyến)"),),
        "register_volume": "03",
        "register_no": "1287",
        "submitter_signature": CITIZEN,
        "officer_signature": OFFICER,
    }
    return Receipt(**(given | changed))


def supplement(**changed: Any) -> SupplementSlip:
    given = of(SlipForm.M02) | {
        "items": (SupplementItem(name="Bản sao Giấy khai sinh", form="Bản chụp", reason="Ảnh mờ"),),
        "reason": "Hồ sơ chưa đủ thành phần",
        "legal_basis": "Điều 26 Nghị định 123/2015/NĐ-CP",
        "stage": "Tiếp nhận",
        "contact": "Trần Thu Trang",
        "guide_signature": OFFICER,
        "supplement_due": date(2026, 12, 2),
    }
    return SupplementSlip(**(given | changed))


def refusal(**changed: Any) -> RefusalSlip:
    given = of(SlipForm.M03) | {
        "kind": "Không đúng thẩm quyền",
        "reason": "Nơi đăng ký không thuộc thẩm quyền của phường",
        "legal_basis": "Điều 25 Nghị định 123/2015/NĐ-CP",
        "decided_by": OFFICER,
    }
    return RefusalSlip(**(given | changed))


def extension(**changed: Any) -> ExtensionLetter:
    given = of(SlipForm.M04) | {
        "accepted_at": AT,
        "old_due": date(2026, 11, 23),
        "new_due": date(2026, 11, 30),
        "reason": "Cơ quan phối hợp trả lời chậm",
        "responsible": "UBND phường Minh Xuân",
        "legal_basis": "NĐ 61/2018/NĐ-CP, Điều 19",
        "one_stop": "Đồng ý, đã báo người nộp hồ sơ",
        "signature": LEADER,
    }
    return ExtensionLetter(**(given | changed))


def stop(**changed: Any) -> StopLetter:
    given = of(SlipForm.M05) | {
        "requested_by": "Lý Thị Hoa",
        "requested_on": date(2026, 11, 18),
        "stage": "Thẩm định",
        "ground": "Theo yêu cầu của chủ hồ sơ",
        "reason": "Người nộp dừng để hòa giải",
        "legal_basis": "Điều 25 Nghị định 123/2015/NĐ-CP",
        "decided_on": date(2026, 11, 19),
        "settlement": "Hoàn lại 8.000 đồng đã trả",
        "returned_documents": ("Giấy khai sinh cũ",),
        "signature": LEADER,
    }
    return StopLetter(**(given | changed))


def handover(note: str = "", timeliness: str = "Trước hạn") -> HandoverLine:
    return HandoverLine(
        giver="Trung tâm Phục vụ hành chính công phường Minh Xuân, Trần Thu Trang",
        taker="Phòng Văn hóa - Xã hội, chưa phân công",
        at="08:15\n16/11/2026",
        timeliness=timeliness,
        note=note,
    )


def control(count: int = 4, size: PaperSize = PaperSize.A5, **changed: Any) -> ControlSlip:
    given = of(SlipForm.M06) | {
        "form": replace(form_in("TT03/2025", SlipForm.M06), size=size),
        "head": replace(HEAD, number=""),
        "competent_agency": "UBND phường Minh Xuân",
        "consulted": ("Công an phường Minh Xuân",),
        "lines": tuple(handover(f"Lời nhắn {n}") for n in range(1, count + 1)),
    }
    return ControlSlip(**(given | changed))


def line(number: int, **changed: str) -> RegisterLine:
    given = {
        "number": f"{number:02}",
        "code": f"H60.24-261116-{number:04}",
        "procedure": "Đăng ký lại khai sinh",
        "copies": "01",
        "name": "Lý Thị Hoa",
        "contact": "Tổ 12, phường Minh Xuân, tỉnh Tuyên Quang\n0912 000 318",
        "agency": "UBND phường Minh Xuân",
        "received": "08:15\n16/11/2026",
        "due": "23/11/2026",
        "returned": "09:30\n20/11/2026",
        "delivery": "Nhận tại quầy",
        "received_by": "Lý Thị Hoa",
        "note": "Yêu cầu bổ sung lần 1 ngày 17/11/2026",
    }
    return RegisterLine(**(given | changed))


def register(count: int = 3, **changed: Any) -> RegisterSheet:
    given: dict[str, Any] = {
        "form": form_in("TT03/2025", SlipForm.M07),
        "head": replace(HEAD, number=""),
        "year": 2026,
        "volumes": ((1, tuple(line(n) for n in range(1, count + 1))),),
        "address": "motcua.tuyenquang.gov.vn",
        "hotline": "1022",
        "closing": Closing(
            words="Khóa sổ năm 2026. Sổ có 3 hồ sơ, từ số thứ tự 01 đến số thứ tự 03, trong 1 quyển.",
            signature=LEADER,
        ),
    }
    return RegisterSheet(**(given | changed))


def result(**changed: Any) -> ResultPaper:
    given = COMMON | {
        "title": "Trích lục khai sinh",
        "rows": (("Họ, chữ đệm, tên", "Lý Thị Hoa"),),
        "legal_basis": ("Luật Hộ tịch ngày 20 tháng 11 năm 2014",),
        "signature": Signature(role="Chủ tịch", name="Hà Minh Tuấn"),
    }
    return ResultPaper(**(given | changed))
