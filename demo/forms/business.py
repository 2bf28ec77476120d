"""E-forms of household businesses, food safety and advertising."""

from collections.abc import Mapping

from demo.forms.shared import (
    Json,
    applicant,
    ask,
    at_least,
    choose,
    form,
    group,
    id_of,
    name_of,
    page,
    paper,
    past_day,
    person,
    table,
    when,
)


def _household(*more: Json) -> Json:
    return page(
        "ho",
        "Hộ kinh doanh",
        ask("business_name", "text", "Tên hộ kinh doanh", autocomplete="organization"),
        ask(
            "business_code",
            "tax_code",
            "Mã số hộ kinh doanh, mã số thuế",
            "10 chữ số, hoặc 12 chữ số của chủ hộ.",
        ),
        ask("business_address", "address", "Trụ sở"),
        *more,
    )


CHANGE = form(
    "ho-kinh-doanh-thay-doi",
    "Thông báo thay đổi nội dung đăng ký hộ kinh doanh",
    _household(),
    page(
        "thay-doi",
        "Thay đổi gì",
        choose(
            "changes",
            "Chọn mọi thứ sẽ thay đổi",
            (
                ("name", "Tên hộ kinh doanh"),
                ("address", "Trụ sở"),
                ("trade", "Ngành, nghề"),
                ("capital", "Vốn kinh doanh"),
                ("owner", "Chủ hộ kinh doanh"),
            ),
            kind="choices",
        ),
        ask("new_name", "text", "Tên mới", show_if=when("changes", "name")),
        ask("new_address", "address", "Trụ sở mới", show_if=when("changes", "address")),
        table(
            "trades",
            "Ngành, nghề sau khi thay đổi",
            "Ngành",
            ask("trade", "text", "Ngành, nghề"),
            ask(
                "code", "text", "Mã ngành", "4 chữ số, bỏ trống nếu chưa biết.", required=False, max_length=5
            ),
            ask("main", "yes_no", "Là ngành chính?"),
            show_if=when("changes", "trade"),
            max=30,
        ),
        ask("new_capital", "money", "Vốn mới", min=1, show_if=when("changes", "capital")),
        person("new_owner", "Chủ hộ mới", show_if=when("changes", "owner")),
    ),
    applicant(title="Chủ hộ kinh doanh"),
)
PAUSE = form(
    "ho-kinh-doanh-tam-ngung",
    "Thông báo tạm ngừng, tiếp tục kinh doanh",
    _household(),
    page(
        "thoi-gian",
        "Tạm ngừng hay tiếp tục",
        choose("act", "Bạn thông báo", (("pause", "Tạm ngừng kinh doanh"), ("resume", "Tiếp tục trước hạn"))),
        group(
            "pausing",
            "Thời gian tạm ngừng",
            ask("pause_from", "date", "Từ ngày", min="today"),
            ask("pause_to", "date", "Đến ngày", min="today"),
            ask("pause_why", "long_text", "Vì sao tạm ngừng", required=False),
            show_if=when("act", "pause"),
        ),
        ask("resume_on", "date", "Tiếp tục từ ngày", min="today", show_if=when("act", "resume")),
    ),
    applicant(title="Chủ hộ kinh doanh"),
)
ENDING = form(
    "ho-kinh-doanh-cham-dut",
    "Thông báo chấm dứt hoạt động hộ kinh doanh",
    _household(
        ask("end_on", "date", "Chấm dứt từ ngày"), ask("end_why", "long_text", "Lý do", required=False)
    ),
    page(
        "nghia-vu",
        "Nghĩa vụ còn lại",
        ask("owes_tax", "yes_no", "Còn nợ thuế không?"),
        ask("tax_owed", "money", "Số thuế còn nợ", min=1, show_if=when("owes_tax", True)),
        table(
            "debts",
            "Nợ và hợp đồng chưa xong",
            "Khoản",
            ask("to", "text", "Nợ ai, hợp đồng với ai"),
            ask("amount", "money", "Số tiền"),
            ask("due_on", "date", "Trả trước ngày", required=False),
            required=False,
        ),
        ask("workers_left", "number", "Số lao động còn phải thanh toán", min=0, max=1000),
        ask(
            "workers_plan",
            "long_text",
            "Thanh toán cho lao động thế nào",
            show_if=at_least("workers_left", 1),
        ),
    ),
    applicant(title="Chủ hộ kinh doanh"),
)
FARM_FOOD = form(
    "an-toan-thuc-pham-nong-san",
    "Đơn đề nghị cấp Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm nông, lâm, thủy sản",
    page(
        "co-so",
        "Cơ sở",
        ask("shop", "text", "Tên cơ sở", autocomplete="organization"),
        ask("tax_code", "tax_code", "Mã số doanh nghiệp hoặc mã số thuế"),
        ask("shop_address", "address", "Địa chỉ sản xuất, kinh doanh"),
        choose("kind", "Loại hình", (("make", "Sản xuất"), ("trade", "Kinh doanh"), ("both", "Cả hai"))),
        ask("area", "number", "Diện tích nhà xưởng (m²)", places=1, min=1),
        ask("output", "number", "Công suất (tấn mỗi năm)", places=2, min=0, required=False),
    ),
    page(
        "san-pham",
        "Sản phẩm và thiết bị",
        table(
            "products",
            "Sản phẩm",
            "Sản phẩm",
            ask("product", "text", "Tên sản phẩm"),
            ask("material", "text", "Nguyên liệu chính, nguồn gốc"),
            ask("packing", "text", "Cách đóng gói", required=False),
            min=1,
            max=40,
        ),
        table(
            "machines",
            "Thiết bị chính",
            "Thiết bị",
            ask("machine", "text", "Tên thiết bị"),
            ask("count", "number", "Số lượng", min=1, max=1000),
            required=False,
        ),
        choose(
            "water", "Nguồn nước", (("tap", "Nước máy"), ("well", "Giếng khoan"), ("other", "Nguồn khác"))
        ),
        ask(
            "treatment",
            "text",
            "Xử lý nước thế nào",
            show_if={"field": "water", "value": "tap", "test": "is_not"},
        ),
        ask("workers", "number", "Số lao động", min=1, max=10000),
        ask("trained", "number", "Số người đã xác nhận kiến thức an toàn thực phẩm", min=0, max=10000),
    ),
    applicant(title="Chủ cơ sở"),
)
CATERING = form(
    "an-toan-thuc-pham-an-uong",
    "Đơn đề nghị cấp Giấy chứng nhận an toàn thực phẩm cho cơ sở ăn uống",
    page(
        "co-so",
        "Cơ sở",
        ask("shop", "text", "Tên cơ sở", autocomplete="organization"),
        ask("tax_code", "tax_code", "Mã số thuế"),
        ask("shop_address", "address", "Địa chỉ"),
        choose(
            "kind",
            "Loại cơ sở",
            (
                ("restaurant", "Nhà hàng, quán ăn"),
                ("canteen", "Bếp ăn tập thể"),
                ("carry", "Suất ăn chế biến sẵn"),
            ),
        ),
        ask("servings", "number", "Số suất ăn mỗi ngày", min=1, max=100000),
        ask(
            "samples",
            "text",
            "Nơi lưu mẫu thức ăn",
            "Từ 30 suất trở lên phải lưu mẫu 24 giờ.",
            show_if=at_least("servings", 30),
        ),
    ),
    page(
        "nguoi-che-bien",
        "Người trực tiếp chế biến",
        table(
            "cooks",
            "Danh sách người chế biến",
            "Người",
            name_of("full_name"),
            id_of("personal_id"),
            past_day("health_check", "Ngày khám sức khỏe"),
            past_day("trained_on", "Ngày xác nhận kiến thức", required=False),
            min=1,
            max=50,
        ),
        paper("layout", "Sơ đồ mặt bằng bếp"),
    ),
    applicant(title="Chủ cơ sở"),
)
BILLBOARD = form(
    "bien-quang-cao",
    "Đơn đề nghị chấp thuận biển quảng cáo",
    page(
        "bien",
        "Biển quảng cáo",
        table(
            "boards",
            "Các biển",
            "Biển",
            ask("where", "address", "Vị trí"),
            ask("width", "number", "Rộng (m)", places=2, min=0.1, max=100),
            ask("height", "number", "Cao (m)", places=2, min=0.1, max=100),
            choose("light", "Chiếu sáng", (("none", "Không"), ("lamp", "Đèn chiếu"), ("screen", "Màn hình"))),
            max=20,
        ),
        ask("content", "long_text", "Nội dung quảng cáo"),
        ask("from_on", "date", "Từ ngày", min="today"),
        ask("to_on", "date", "Đến ngày", min="today"),
        paper("design", "Ma-két in màu"),
    ),
    page(
        "to-chuc",
        "Tổ chức, cá nhân quảng cáo",
        choose("who", "Bạn đứng tên", (("self", "Cá nhân"), ("company", "Doanh nghiệp, tổ chức"))),
        group(
            "company",
            "Doanh nghiệp, tổ chức",
            ask("company_name", "text", "Tên", autocomplete="organization"),
            ask("company_tax", "tax_code", "Mã số thuế"),
            ask("company_address", "address", "Trụ sở"),
            show_if=when("who", "company"),
        ),
    ),
    applicant(title="Người nộp"),
)

FORMS: Mapping[str, Json] = {
    "2.000720": CHANGE,
    "1.001570": PAUSE,
    "1.001266": ENDING,
    "2.001827": FARM_FOOD,
    "1.013855": CATERING,
    "2.001921": BILLBOARD,
}
