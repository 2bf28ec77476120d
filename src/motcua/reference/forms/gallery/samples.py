"""The e-form that the gallery shows: each kind of field once or more, tables in each state, long names."""

from dataclasses import replace
from typing import Any, Final

from motcua.base.ui.gallery import LONG_NAME
from motcua.reference.forms import rules
from motcua.reference.forms.rules import Field, Page, Schema
from motcua.reference.forms.words import Answer

LONGEST_LABEL: Final = 180
KINDS, TABLES, FILES = "cac-loai", "bang", "tep"
HOUSEHOLD = "Người làm trong hộ"

PLACES = [
    {"code": "home", "label": "Tại nhà ở", "hint": "Không cần giấy tờ về thuê địa điểm."},
    {"code": "rented", "label": "Nơi thuê, mượn"},
    {"code": "market", "label": "Chợ, trung tâm thương mại"},
]
GOODS = ("Gạo, ngô", "Rau, quả", "Thịt, cá", "Chè", "Mật ong", "Đồ gỗ", "Vải, áo", "Phân bón", "Sách, vở")
TRADES = [{"code": f"g{nth}", "label": label} for nth, label in enumerate(GOODS)]
NAME = {"name": "full_name", "kind": "person_name", "label": "Họ, chữ đệm, tên"}
BORN = {"name": "born_on", "kind": "date", "label": "Ngày sinh", "max": "today"}
WORKER = [
    NAME,
    BORN,
    {"name": "paid", "kind": "yes_no", "label": "Có hưởng lương không?"},
    {
        "name": "wage",
        "kind": "money",
        "label": "Lương mỗi tháng",
        "show_if": {"field": "paid", "value": True},
    },
]

EVERY_KIND: list[dict[str, Any]] = [
    {
        "name": "told",
        "kind": "note",
        "label": "Ghi như trên giấy tờ. Chỗ nào chưa biết thì để trống, lưu lại rồi điền sau.",
        "hint": "Mẫu này dùng cho cá nhân và hộ gia đình.",
    },
    {"name": "owner_name", "kind": "person_name", "label": "Họ, chữ đệm, tên", "prefill": "person.full_name"},
    {
        "name": "owner_number",
        "kind": "personal_id",
        "label": "Số định danh cá nhân",
        "hint": "12 chữ số trên thẻ căn cước.",
        "prefill": "person.personal_id",
    },
    {"name": "owner_born", "kind": "date", "label": "Ngày sinh", "max": "today", "autocomplete": "bday"},
    {"name": "owner_phone", "kind": "phone", "label": "Số điện thoại", "autocomplete": "tel"},
    {"name": "owner_mail", "kind": "email", "label": "Thư điện tử", "required": False},
    {"name": "owner_home", "kind": "address", "label": "Nơi cư trú", "autocomplete": "street-address"},
    {"name": "tax_code", "kind": "tax_code", "label": "Mã số thuế", "hint": "10 hoặc 13 chữ số."},
    {"name": "shop_name", "kind": "text", "label": "Tên hộ kinh doanh", "max_length": 100},
    {"name": "place", "kind": "choice", "label": "Nơi kinh doanh", "options": PLACES},
    {
        "name": "landlord",
        "kind": "group",
        "label": "Người cho thuê, cho mượn",
        "hint": "Như trong hợp đồng.",
        "show_if": {"field": "place", "value": "rented"},
        "fields": [
            {"name": "landlord_name", "kind": "person_name", "label": "Họ, chữ đệm, tên"},
            {"name": "landlord_home", "kind": "address", "label": "Nơi cư trú", "required": False},
        ],
    },
    {
        "name": "market_name",
        "kind": "text",
        "label": "Tên chợ, trung tâm",
        "show_if": {"field": "place", "value": "market"},
    },
    {"name": "main_trade", "kind": "choice", "label": "Hàng bán chính", "options": TRADES},
    {"name": "trades", "kind": "choices", "label": "Hàng bán thêm", "options": TRADES[:4]},
    {"name": "area", "kind": "number", "label": "Diện tích (m²)", "places": 1, "min": 1, "max": 5000},
    {
        "name": "fire_plan",
        "kind": "long_text",
        "label": "Cách phòng cháy, chữa cháy",
        "hint": "Chỉ hỏi khi diện tích từ 300 m².",
        "show_if": {"field": "area", "test": "at_least", "value": 300},
    },
    {"name": "capital", "kind": "money", "label": "Vốn kinh doanh", "hint": "Tính bằng đồng."},
    {"name": "hires", "kind": "yes_no", "label": "Có thuê lao động không?"},
    {
        "name": "workers",
        "kind": "table",
        "label": HOUSEHOLD,
        "hint": "Cả người trong gia đình, kể cả không hưởng lương.",
        "row": "Người",
        "max": 5,
        "fields": WORKER,
    },
    {
        "name": "lease",
        "kind": "file",
        "label": "Hợp đồng thuê địa điểm",
        "hint": "PDF, JPG hoặc PNG.",
        "max": 3,
    },
    {"name": "more", "kind": "long_text", "label": "Điều cần nói thêm", "required": False},
]
SHORT_ROW = [NAME, {"name": "share", "kind": "money", "label": "Phần vốn góp"}]
SOME_TABLES: list[dict[str, Any]] = [
    {
        "name": "none",
        "kind": "table",
        "label": "Chi nhánh",
        "row": "Chi nhánh",
        "required": False,
        "fields": [{"name": "at", "kind": "address", "label": "Nơi đặt"}],
    },
    {"name": "one", "kind": "table", "label": "Người đại diện", "row": "Người đại diện", "fields": SHORT_ROW},
    {
        "name": "full",
        "kind": "table",
        "label": "Ngành nghề có điều kiện",
        "hint": "Nhiều nhất hai ngành.",
        "row": "Ngành",
        "max": 2,
        "fields": [{"name": "trade", "kind": "text", "label": "Tên ngành"}],
    },
    {
        "name": "many",
        "kind": "table",
        "label": "Thành viên góp vốn",
        "row": "Thành viên",
        "min": 2,
        "max": 20,
        "fields": SHORT_ROW,
    },
]
SOME_FILES: list[dict[str, Any]] = [
    {"name": "nothing", "kind": "file", "label": "Hợp đồng thuê địa điểm", "hint": "PDF, JPG hoặc PNG."},
    {"name": "spare", "kind": "file", "label": "Giấy ủy quyền", "required": False},
    {"name": "held", "kind": "file", "label": "Chứng chỉ hành nghề", "max": 3},
    {"name": "refused", "kind": "file", "label": "Ảnh biển hiệu", "max": 3},
    {"name": "crowded", "kind": "file", "label": "Biên bản họp", "max": 2},
]
SCHEMA: Final = rules.parse(
    {
        "code": "mau-xem",
        "title": "Giấy đề nghị đăng ký hộ kinh doanh",
        "pages": [
            {"code": KINDS, "title": "Mọi loại ô", "fields": EVERY_KIND},
            {"code": TABLES, "title": "Bảng có dòng thêm, bớt", "fields": SOME_TABLES},
            {"code": FILES, "title": "Tệp gửi trong tờ khai", "fields": SOME_FILES},
        ],
    }
)
FLAWED: Final = rules.read(
    {
        "code": "mau-hong",
        "title": "Mẫu còn thiếu",
        "pages": [
            {
                "code": "mot",
                "title": "Trang một",
                "fields": [
                    {"name": "place", "kind": "choice", "label": "Nơi kinh doanh"},
                    {"name": "place", "kind": "text", "label": LONG_NAME},
                    {"name": "rows", "kind": "table", "label": HOUSEHOLD},
                ],
            },
            {"code": "hai", "title": "Trang hai", "fields": []},
        ],
    }
)


def stored(nth: int, name: str) -> dict[str, str]:
    """Give a file that was taken in already."""
    return {"id": f"00000000-0000-7000-8000-{nth:012}", "name": name}


HOME: Final = {"province": "tỉnh Tuyên Quang", "commune": "phường Minh Xuân", "detail": "Tổ dân phố 12"}
ANSWERS: Final[dict[str, Answer | None]] = {
    "owner_name": "Nông Thị Ngọc Diễm",
    "owner_number": "008190004821",
    "owner_born": "1990-11-05",
    "owner_phone": "0912345678",
    "owner_mail": "diem@example.vn",
    "owner_home": HOME,
    "tax_code": "0100109106",
    "shop_name": "Chè Shan tuyết Ngọc Diễm",
    "place": "rented",
    "landlord_name": "Hoàng Văn Khuyến",
    "landlord_home": HOME,
    "main_trade": "g3",
    "trades": ["g0", "g1"],
    "area": 320.5,
    "fire_plan": "Hai bình chữa cháy ở cửa trước, lối thoát phía sau.",
    "capital": 150_000_000,
    "hires": True,
    "workers": [
        {"full_name": "Lý Thị Hoa", "born_on": "1992-02-29", "paid": True, "wage": 7_500_000},
        {"full_name": "Nông Văn Tỷ", "born_on": "2001-12-31", "paid": False},
    ],
    "lease": [stored(1, "hop-dong-thue-nha.pdf"), stored(2, "phu-luc.jpg")],
    "one": [{"full_name": "Nông Thị Ngọc Diễm", "share": 90_000_000}],
    "full": [{"trade": "Bán buôn thuốc lá"}, {"trade": "Dịch vụ cầm đồ"}],
    "many": [
        {"full_name": f"Lý Thị {name}", "share": 5_000_000} for name in ("Hoa", "Mẩy", "Ghến", "Pà") * 3
    ],
    "held": [stored(3, "chung-chi.pdf"), stored(4, "chung-chi-mat-sau.jpg")],
    "refused": [stored(5, "bien-hieu-ban-ngay.jpg")],
}
REFUSED: Final = {
    "refused": [
        "anh.heic: chưa nhận loại tệp này. Lưu lại thành JPG rồi chọn lại.",
        "bien-hieu-ban-dem.png: tệp nặng 14,2\u00a0MB, giới hạn là 10\u00a0MB. Chụp lại nhỏ hơn.",
    ],
    "crowded": ["Nhận tối đa 2 tệp. Bỏ bớt rồi chọn lại."],
}
WRONG: Final[dict[str, Any]] = {
    "owner_name": "Diễm 2",
    "owner_number": "00819000482",
    "owner_born_day": "31",
    "owner_born_month": "11",
    "owner_born_year": "1990",
    "owner_phone": "0912",
    "owner_mail": "diem.example.vn",
    "owner_home_province": "tỉnh Tuyên Quang",
    "owner_home_commune": "phường Tân Quang",
    "tax_code": "0100109107x",
    "shop_name": "",
    "place": "rented",
    "landlord_name": "",
    "landlord_home_province": "tỉnh Tuyên Quang",
    "landlord_home_commune": "",
    "landlord_home_detail": "Tổ 3",
    "area": "6.000",
    "capital": "-8.000",
    "workers-rows": "2",
    "workers-0-full_name": "Lý Thị Hoa",
    "workers-0-born_on_day": "29",
    "workers-0-born_on_month": "2",
    "workers-0-born_on_year": "1991",
    "workers-0-paid": "true",
    "workers-0-wage": "bảy triệu",
    "workers-1-full_name": "Nông Văn Tỷ",
    "more": "x" * 4001,
}
FEW_ROWS: Final = {"none-rows": "0", "one-rows": "0", "full-rows": "0", "many-rows": "1"} | {
    "many-0-full_name": "Lý Thị Hoa",
    "many-0-share": "5.000.000",
}


def lengthened(schema: Schema) -> Schema:
    """Return the schema with everything that is said in it 180 characters long, its rows shorter."""
    return replace(schema, pages=tuple(_long_page(page) for page in schema.pages))


def _long_page(page: Page) -> Page:
    title = _long(page.title)
    return replace(page, title=title, fields=tuple(_long_field(field) for field in page.fields))


def _long_field(field: Field) -> Field:
    return replace(
        field,
        label=_long(field.label),
        hint=_long(field.hint or "Ghi như trên giấy tờ"),
        row=f"{field.row} được ghi trong sổ hộ tịch hoặc sổ đăng ký kinh doanh" if field.row else "",
        options=tuple(option._replace(label=_long(option.label)) for option in field.options),
        fields=tuple(_long_field(each) for each in field.fields),
    )


def _long(text: str) -> str:
    told = f"{text.rstrip('.?')}: {LONG_NAME}, theo giấy tờ bạn nộp kèm"[: LONGEST_LABEL + 1]
    return told.rpartition(" ")[0]


LONG_SCHEMA: Final = lengthened(SCHEMA)
LONG_ANSWERS: Final[dict[str, Answer | None]] = ANSWERS | {
    "owner_name": "Công Tằng Tôn Nữ Thị Ngọc Huyền Trân Bảo Khánh Diễm Phương",
    "shop_name": LONG_NAME[:100],
    "landlord_home": HOME | {"detail": LONG_NAME[:120]},
    "lease": [
        stored(1, f"{'hop-dong-thue-dia-diem-kinh-doanh-' * 5}ban-cuoi.pdf"),
        stored(2, f"{LONG_NAME}.pdf"),
    ],
    "more": LONG_NAME * 3,
}
