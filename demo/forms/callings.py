"""E-forms of schools, callings and culture."""

from collections.abc import Mapping

from demo.forms.shared import (
    GENDERS,
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
    table,
    when,
    when_filled,
)

SCHOOL = form(
    "chuyen-truong",
    "Đơn xin chuyển trường",
    page(
        "hoc-sinh",
        "Học sinh",
        name_of("pupil_name"),
        past_day("pupil_birth"),
        choose("pupil_gender", "Giới tính", GENDERS),
        id_of("pupil_id"),
        ask("class_now", "number", "Đang học lớp", min=6, max=9),
    ),
    page(
        "truong",
        "Chuyển từ đâu đến đâu",
        group(
            "old",
            "Trường đang học",
            ask("old_school", "text", "Tên trường"),
            ask("old_place", "address", "Địa chỉ"),
        ),
        group(
            "new",
            "Trường xin đến",
            ask("new_school", "text", "Tên trường"),
            ask("new_place", "address", "Địa chỉ"),
        ),
        choose(
            "reason",
            "Vì sao chuyển?",
            (("move", "Chuyển nơi ở theo gia đình"), ("hard", "Hoàn cảnh khó khăn"), ("other", "Lý do khác")),
        ),
        ask(
            "reason_words",
            "long_text",
            "Nêu rõ",
            show_if={"field": "reason", "value": "move", "test": "is_not"},
        ),
        ask("languages", "text", "Ngoại ngữ đang học", max_length=100),
        paper("record", "Học bạ"),
    ),
    applicant(
        choose(
            "relation", "Bạn là gì của học sinh?", (("parent", "Cha hoặc mẹ"), ("guardian", "Người giám hộ"))
        ),
        title="Phụ huynh",
    ),
)
NURSERY = form(
    "nhom-tre",
    "Tờ trình đề nghị thành lập nhóm, lớp mầm non độc lập",
    page(
        "co-so",
        "Nhóm, lớp",
        ask("nursery", "text", "Tên nhóm, lớp"),
        ask("place", "address", "Địa điểm"),
        ask("children", "number", "Số trẻ dự kiến", min=1, max=70),
        ask("rooms", "number", "Số phòng nuôi dạy", min=1, max=20),
        ask("area", "number", "Diện tích các phòng (m²)", places=1, min=1),
        ask("kitchen", "yes_no", "Có tổ chức ăn cho trẻ?"),
        ask("food_source", "text", "Mua thực phẩm ở đâu", show_if=when("kitchen", True)),
        ask("fee", "money", "Mức thu dự kiến mỗi trẻ một tháng", min=0),
    ),
    page(
        "nhan-su",
        "Người nuôi dạy",
        table(
            "teachers",
            "Giáo viên, người chăm sóc",
            "Người",
            name_of("full_name"),
            id_of("personal_id"),
            choose(
                "degree",
                "Trình độ",
                (
                    ("college", "Cao đẳng sư phạm trở lên"),
                    ("middle", "Trung cấp"),
                    ("course", "Chứng chỉ bồi dưỡng"),
                ),
            ),
            ask("years", "number", "Số năm kinh nghiệm", min=0, max=60),
            min=1,
            max=20,
        ),
        ask("second_shift", "text", "Phân công khi một người nghỉ", show_if=at_least("children", 20)),
    ),
    applicant(title="Chủ nhóm, lớp"),
)
VET = form(
    "chung-chi-thu-y",
    "Đơn đề nghị cấp Chứng chỉ hành nghề thú y",
    page(
        "chuyen-mon",
        "Chuyên môn",
        choose(
            "trades",
            "Hành nghề gì?",
            (
                ("treat", "Tiêm phòng, chữa bệnh, phẫu thuật động vật"),
                ("advise", "Tư vấn về thú y"),
                ("test", "Khám, xét nghiệm bệnh động vật"),
                ("sell", "Buôn bán thuốc thú y"),
            ),
            kind="choices",
        ),
        table(
            "degrees",
            "Văn bằng, chứng chỉ",
            "Văn bằng",
            ask("degree", "text", "Tên văn bằng, ngành"),
            ask("school", "text", "Nơi cấp"),
            ask("year", "number", "Năm", min=1950, max=2100),
            max=5,
        ),
        ask("clinic", "text", "Nơi dự định hành nghề", required=False),
        ask("clinic_address", "address", "Địa chỉ nơi đó", show_if=when_filled("clinic")),
        paper("health", "Giấy khám sức khỏe"),
        paper("photo", "Ảnh 4 × 6", max=1),
    ),
    applicant(),
)
LAW_FIRM = form(
    "to-chuc-luat-su",
    "Giấy đề nghị đăng ký hoạt động tổ chức hành nghề luật sư",
    page(
        "to-chuc",
        "Tổ chức hành nghề",
        choose("kind", "Loại hình", (("office", "Văn phòng luật sư"), ("company", "Công ty luật"))),
        ask("firm", "text", "Tên dự kiến", autocomplete="organization"),
        ask("firm_english", "text", "Tên tiếng Anh", required=False),
        ask("firm_address", "address", "Trụ sở"),
        ask("firm_phone", "phone", "Số điện thoại"),
        ask("firm_email", "email", "Thư điện tử", required=False),
        ask("capital", "money", "Vốn điều lệ", min=1, show_if=when("kind", "company")),
    ),
    page(
        "luat-su",
        "Luật sư",
        table(
            "lawyers",
            "Luật sư thành viên",
            "Luật sư",
            name_of("full_name"),
            ask("card", "text", "Số Thẻ luật sư"),
            ask("bar", "text", "Đoàn luật sư"),
            ask("head", "yes_no", "Là người đại diện?"),
            ask("part", "money", "Phần vốn góp", required=False, show_if=when("kind", "company")),
            min=1,
        ),
        choose(
            "fields",
            "Lĩnh vực hành nghề",
            (
                ("court", "Tham gia tố tụng"),
                ("advice", "Tư vấn pháp luật"),
                ("agent", "Đại diện ngoài tố tụng"),
                ("other", "Dịch vụ pháp lý khác"),
            ),
            kind="choices",
        ),
        paper("charter", "Dự thảo điều lệ", show_if=when("kind", "company")),
    ),
    applicant(title="Người đứng đầu"),
)
FESTIVAL = form(
    "le-hoi",
    "Văn bản đăng ký tổ chức lễ hội quy mô cấp xã",
    page(
        "le-hoi",
        "Lễ hội",
        ask("festival", "text", "Tên lễ hội"),
        choose(
            "kind",
            "Loại",
            (
                ("custom", "Lễ hội truyền thống"),
                ("culture", "Lễ hội văn hóa"),
                ("trade", "Lễ hội ngành nghề"),
            ),
        ),
        ask("place", "address", "Địa điểm"),
        ask("from_on", "date", "Từ ngày", min="today"),
        ask("to_on", "date", "Đến ngày", min="today"),
        ask("visitors", "number", "Số người dự kiến", min=1, max=1000000),
        ask(
            "medical",
            "long_text",
            "Phương án y tế, phân luồng giao thông",
            show_if=at_least("visitors", 1000),
        ),
        ask("budget", "money", "Kinh phí", min=0),
    ),
    page(
        "noi-dung",
        "Phần lễ và phần hội",
        table(
            "events",
            "Các hoạt động",
            "Hoạt động",
            ask("event", "text", "Tên hoạt động"),
            ask("event_on", "date", "Ngày", min="today"),
            ask("event_place", "text", "Ở đâu"),
            ask("fire", "yes_no", "Có dùng lửa, pháo hoa?"),
            ask("fire_plan", "text", "Phòng cháy thế nào", show_if=when("fire", True)),
        ),
        table(
            "committee",
            "Ban tổ chức",
            "Người",
            name_of("full_name"),
            ask("role", "text", "Chức danh trong ban"),
            ask("phone", "phone", "Số điện thoại"),
            min=2,
        ),
    ),
    applicant(title="Người đại diện"),
)

FORMS: Mapping[str, Json] = {
    "2.002481": SCHOOL,
    "1.116839": NURSERY,
    "1.004756": VET,
    "1.002010": LAW_FIRM,
    "1.013791": FESTIVAL,
}
