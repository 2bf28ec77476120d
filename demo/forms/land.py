"""E-forms of land and building."""

from collections.abc import Mapping

from demo.forms.shared import (
    Json,
    applicant,
    ask,
    at_least,
    choose,
    form,
    group,
    name_of,
    page,
    paper,
    past_day,
    person,
    table,
    when,
)

PURPOSES = (
    ("home", "Đất ở"),
    ("crop", "Đất trồng cây hằng năm"),
    ("tree", "Đất trồng cây lâu năm"),
    ("forest", "Đất rừng sản xuất"),
    ("trade", "Đất thương mại, dịch vụ"),
    ("other", "Đất khác"),
)


def _parcel(*more: Json) -> Json:
    return page(
        "thua-dat",
        "Thửa đất",
        ask("parcel", "number", "Thửa đất số", min=1, max=99999),
        ask("sheet", "number", "Tờ bản đồ số", min=1, max=9999),
        ask("parcel_address", "address", "Địa chỉ thửa đất"),
        ask("area", "number", "Diện tích (m²)", places=1, min=0.1),
        choose("purpose", "Mục đích sử dụng", PURPOSES),
        *more,
    )


def _title() -> Json:
    return group(
        "title",
        "Giấy chứng nhận đã cấp",
        ask(
            "title_number",
            "text",
            "Số phát hành",
            "Hai chữ cái và 6 hoặc 8 chữ số, ví dụ AB 123456.",
            max_length=15,
        ),
        ask("title_book", "text", "Số vào sổ", required=False),
        past_day("title_on", "Ngày cấp"),
    )


BUILDING = form(
    "giay-phep-xay-dung-nha-o",
    "Đơn đề nghị cấp giấy phép xây dựng nhà ở riêng lẻ",
    page(
        "dia-diem",
        "Địa điểm xây dựng",
        ask("site", "address", "Địa điểm"),
        ask("parcel", "text", "Thửa đất số, tờ bản đồ số"),
        ask("parcel_area", "number", "Diện tích lô đất (m²)", places=1, min=1),
        _title(),
    ),
    page(
        "cong-trinh",
        "Ngôi nhà",
        choose("grade", "Cấp công trình", (("three", "Cấp III"), ("four", "Cấp IV"))),
        ask("ground", "number", "Diện tích xây dựng tầng một (m²)", places=1, min=1),
        ask("total", "number", "Tổng diện tích sàn (m²)", places=1, min=1),
        ask("floors", "number", "Số tầng", min=1, max=30),
        ask("height", "number", "Chiều cao (m)", places=1, min=2, max=120),
        ask("checker", "text", "Đơn vị thẩm tra thiết kế kết cấu", show_if=at_least("floors", 7)),
        ask("basement", "yes_no", "Có tầng hầm không?"),
        ask(
            "neighbours",
            "long_text",
            "Biện pháp bảo đảm an toàn cho nhà liền kề",
            show_if=when("basement", True),
        ),
        table(
            "levels",
            "Diện tích từng tầng",
            "Tầng",
            ask("level", "text", "Tầng", "Ví dụ: tầng 2, tum, tầng hầm."),
            ask("level_area", "number", "Diện tích (m²)", places=1, min=1),
            required=False,
            max=30,
        ),
    ),
    page(
        "thiet-ke",
        "Thiết kế",
        ask("designer", "text", "Đơn vị hoặc người thiết kế"),
        ask("certificate", "text", "Số chứng chỉ hành nghề", required=False),
        paper("drawings", "Bản vẽ thiết kế", "PDF, gồm mặt bằng, mặt đứng, mặt cắt và móng.", max=5),
        ask("months", "number", "Dự kiến hoàn thành trong mấy tháng", min=1, max=60),
    ),
    applicant(title="Chủ đầu tư"),
)
TRANSFER = form(
    "bien-dong-dat-dai",
    "Đơn đăng ký biến động đất đai",
    _parcel(_title()),
    page(
        "bien-dong",
        "Biến động gì",
        choose(
            "change",
            "Vì sao quyền sử dụng đất thay đổi?",
            (
                ("divorce", "Vợ chồng chia tài sản"),
                ("household", "Chia trong hộ gia đình"),
                ("merge", "Tổ chức chia, tách, hợp nhất, sáp nhập"),
                ("ruling", "Theo bản án, quyết định của Tòa án"),
                ("other", "Lý do khác"),
            ),
        ),
        ask("ruling_number", "text", "Số, ngày bản án hoặc quyết định", show_if=when("change", "ruling")),
        ask("change_words", "text", "Lý do", show_if=when("change", "other")),
        table(
            "holders",
            "Những người sử dụng đất sau biến động",
            "Người",
            name_of("full_name"),
            ask("personal_id", "personal_id", "Số định danh cá nhân"),
            ask("share", "number", "Phần quyền (%)", places=2, min=0.01, max=100),
            min=1,
        ),
        ask("debt", "yes_no", "Còn ghi nợ tiền sử dụng đất không?"),
        ask("debt_amount", "money", "Số tiền còn nợ", min=1, show_if=when("debt", True)),
    ),
    applicant(title="Người sử dụng đất"),
)
SPLIT = form(
    "tach-thua",
    "Đơn đề nghị tách thửa, hợp thửa đất",
    page(
        "yeu-cau",
        "Tách hay hợp",
        choose(
            "act",
            "Bạn đề nghị",
            (("split", "Tách thửa"), ("merge", "Hợp thửa"), ("both", "Tách và hợp cùng lúc")),
        ),
        ask("why", "long_text", "Vì sao"),
    ),
    page(
        "thua-cu",
        "Các thửa đang có",
        table(
            "old_parcels",
            "Thửa đang có",
            "Thửa",
            ask("number", "number", "Thửa số", min=1, max=99999),
            ask("sheet", "number", "Tờ bản đồ số", min=1, max=9999),
            ask("area", "number", "Diện tích (m²)", places=1, min=0.1),
            choose("purpose", "Mục đích", PURPOSES),
            ask("title", "text", "Số phát hành Giấy chứng nhận"),
            min=1,
        ),
        ask("parcels_at", "address", "Địa chỉ các thửa"),
    ),
    page(
        "thua-moi",
        "Các thửa sau khi tách, hợp",
        table(
            "new_parcels",
            "Thửa mới",
            "Thửa mới",
            ask("label", "text", "Ký hiệu trên bản vẽ", max_length=20),
            ask("area", "number", "Diện tích (m²)", places=1, min=0.1),
            ask("road", "yes_no", "Có lối đi riêng ra đường công cộng?"),
            ask("way", "text", "Đi qua đâu", show_if=when("road", False)),
            min=1,
        ),
        paper("plan", "Bản vẽ tách thửa, hợp thửa"),
    ),
    applicant(title="Người sử dụng đất"),
)
LOST_TITLE = form(
    "cap-lai-so",
    "Đơn đề nghị cấp lại Giấy chứng nhận do bị mất",
    _parcel(),
    page(
        "giay-mat",
        "Giấy đã mất",
        _title(),
        past_day("lost_on", "Ngày biết bị mất"),
        ask("lost_how", "long_text", "Mất thế nào"),
        ask("police", "yes_no", "Đã báo UBND cấp xã hoặc Công an?"),
        past_day("reported_on", "Ngày báo", show_if=when("police", True)),
        ask("mortgaged", "yes_no", "Thửa đất có đang thế chấp không?"),
        ask("bank", "text", "Thế chấp ở đâu", show_if=when("mortgaged", True)),
    ),
    applicant(title="Người sử dụng đất"),
)
OWNER_CHANGE = form(
    "doi-thong-tin-so",
    "Đơn đăng ký đổi tên, thông tin trên Giấy chứng nhận",
    _parcel(_title()),
    page(
        "doi",
        "Đổi gì",
        choose(
            "what",
            "Thông tin nào thay đổi?",
            (
                ("name", "Họ tên, tên gọi"),
                ("id", "Số giấy tờ tùy thân"),
                ("address", "Địa chỉ"),
                ("borders", "Kích thước, diện tích thửa đất"),
            ),
            kind="choices",
        ),
        name_of("new_name", "Họ tên mới", show_if=when("what", "name")),
        ask("new_id", "personal_id", "Số định danh mới", "Có 12 chữ số.", show_if=when("what", "id")),
        ask("new_address", "address", "Địa chỉ mới", show_if=when("what", "address")),
        ask("new_area", "number", "Diện tích mới (m²)", places=1, min=0.1, show_if=when("what", "borders")),
        person(
            "neighbour",
            "Người sử dụng đất liền kề đã ký giáp ranh",
            home=False,
            show_if=when("what", "borders"),
        ),
    ),
    applicant(title="Người sử dụng đất"),
)

FORMS: Mapping[str, Json] = {
    "1.013225": BUILDING,
    "1.013977": TRANSFER,
    "1.012784": SPLIT,
    "1.012786": LOST_TITLE,
    "1.013833": OWNER_CHANGE,
}
