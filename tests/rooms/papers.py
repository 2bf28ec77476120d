"""Papers of invented people that several tests print."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from motcua.casework.dossiers.papers import (
    Applicant,
    Component,
    FeeLine,
    Head,
    Lookup,
    Receipt,
    RefusalSlip,
    ResultPaper,
    Signature,
    SupplementItem,
    SupplementSlip,
)

AT = datetime(2026, 11, 16, 8, 15, 42, tzinfo=timezone(timedelta(hours=7)))
CODE = "H60.24-261116-0007"
URL = f"https://motcua.tuyenquang.gov.vn/tra-cuu/{CODE}"
OFFICER = Signature(role="Người tiếp nhận hồ sơ", note="Ký số", name="Trần Thu Trang", signed_at=AT)
CITIZEN = Signature(role="Người nộp hồ sơ", note="Xác nhận qua VNeID", name="Lý Thị Hoa")
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


def components(count: int) -> tuple[Component, ...]:
    name = "Bản sao có chứng thực giấy tờ chứng minh quyền sử dụng đất và tài sản gắn liền với đất, số"
    return tuple(Component(name=f"{name} {n}", form="Bản chụp") for n in range(1, count + 1))


def receipt(**changed: Any) -> Receipt:
    given = SLIP | {
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
    given = SLIP | {
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
    given = SLIP | {
        "reason": "Nơi đăng ký không thuộc thẩm quyền của phường",
        "legal_basis": "Điều 25 Nghị định 123/2015/NĐ-CP",
        "decided_by": OFFICER,
    }
    return RefusalSlip(**(given | changed))


def result(**changed: Any) -> ResultPaper:
    given = COMMON | {
        "title": "Trích lục khai sinh",
        "rows": (("Họ, chữ đệm, tên", "Lý Thị Hoa"),),
        "legal_basis": ("Luật Hộ tịch ngày 20 tháng 11 năm 2014",),
        "signature": Signature(role="Chủ tịch", name="Hà Minh Tuấn"),
    }
    return ResultPaper(**(given | changed))
