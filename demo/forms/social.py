"""E-forms of social protection, health insurance and work."""

from collections.abc import Mapping

from demo.forms.shared import (
    GENDERS,
    Json,
    applicant,
    ask,
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

DISABILITIES = (
    ("movement", "Vận động"),
    ("hearing", "Nghe, nói"),
    ("sight", "Nhìn"),
    ("mind", "Thần kinh, tâm thần"),
    ("intellect", "Trí tuệ"),
    ("other", "Khác"),
)
WAYS = (("account", "Tài khoản ngân hàng"), ("cash", "Tiền mặt tại xã"))


def _payment() -> tuple[Json, ...]:
    return (
        choose("way", "Nhận tiền bằng cách nào?", WAYS),
        group(
            "bank",
            "Tài khoản",
            ask("bank_name", "text", "Ngân hàng"),
            ask("bank_account", "text", "Số tài khoản", max_length=25),
            name_of("bank_holder", "Chủ tài khoản"),
            show_if=when("way", "account"),
        ),
    )


ALLOWANCE = form(
    "tro-cap-xa-hoi",
    "Tờ khai đề nghị trợ cấp xã hội hằng tháng",
    page(
        "doi-tuong",
        "Người hưởng trợ cấp",
        person("subject", "Người hưởng", choose("subject_gender", "Giới tính", GENDERS)),
        choose(
            "reason",
            "Thuộc trường hợp nào?",
            (
                ("orphan", "Trẻ em không có người nuôi dưỡng"),
                ("hiv", "Người nhiễm HIV thuộc hộ nghèo"),
                ("alone", "Người đơn thân nghèo đang nuôi con"),
                ("old", "Người cao tuổi"),
                ("disabled", "Người khuyết tật"),
                ("small", "Trẻ dưới 3 tuổi ở vùng khó khăn"),
            ),
        ),
        ask("children", "number", "Số con đang nuôi", min=1, max=20, show_if=when("reason", "alone")),
        choose(
            "disability", "Dạng khuyết tật", DISABILITIES, kind="choices", show_if=when("reason", "disabled")
        ),
        ask("pension", "yes_no", "Đang hưởng lương hưu hoặc trợ cấp khác?"),
        ask("pension_words", "text", "Khoản nào, bao nhiêu một tháng", show_if=when("pension", True)),
    ),
    page(
        "gia-dinh",
        "Gia đình",
        table(
            "family",
            "Những người cùng hộ",
            "Người",
            name_of("full_name"),
            past_day("born_on"),
            ask("kinship", "text", "Quan hệ"),
            ask("income", "money", "Thu nhập một tháng", min=0, required=False),
            required=False,
            max=20,
        ),
        *_payment(),
    ),
    applicant(),
)
DISABILITY = form(
    "khuyet-tat",
    "Đơn đề nghị xác định mức độ khuyết tật",
    page(
        "nguoi-khuyet-tat",
        "Người khuyết tật",
        person("subject", "Người được xác định", choose("subject_gender", "Giới tính", GENDERS)),
        choose(
            "first",
            "Bạn đề nghị",
            (
                ("first", "Xác định lần đầu"),
                ("again", "Xác định lại"),
                ("reissue", "Cấp lại giấy bị mất, hỏng"),
            ),
        ),
        ask("why_again", "long_text", "Vì sao xác định lại", show_if=when("first", "again")),
    ),
    page(
        "tinh-trang",
        "Tình trạng khuyết tật",
        choose("kinds", "Dạng khuyết tật", DISABILITIES, kind="choices"),
        ask("other_kind", "text", "Dạng khác là gì", show_if=when("kinds", "other")),
        choose(
            "walks", "Đi lại", (("alone", "Tự làm được"), ("helped", "Cần giúp"), ("not", "Không làm được"))
        ),
        choose(
            "eats", "Ăn uống", (("alone", "Tự làm được"), ("helped", "Cần giúp"), ("not", "Không làm được"))
        ),
        choose(
            "washes",
            "Vệ sinh cá nhân",
            (("alone", "Tự làm được"), ("helped", "Cần giúp"), ("not", "Không làm được")),
        ),
        choose(
            "understands",
            "Nghe và hiểu lời nói",
            (("alone", "Tự làm được"), ("helped", "Cần giúp"), ("not", "Không làm được")),
        ),
        paper("records", "Giấy tờ khám chữa bệnh", max=5),
    ),
    applicant(
        choose(
            "relation",
            "Bạn là",
            (("self", "Chính người đó"), ("family", "Người thân"), ("guardian", "Người giám hộ")),
        )
    ),
)
FUNERAL = form(
    "mai-tang",
    "Tờ khai đề nghị hỗ trợ chi phí mai táng",
    page(
        "nguoi-mat",
        "Người đã mất",
        person("dead", "Người đã mất"),
        past_day("died_on", "Ngày mất"),
        choose(
            "status",
            "Khi còn sống đang hưởng",
            (
                ("allowance", "Trợ cấp xã hội hằng tháng"),
                ("child", "Là con của người đơn thân nghèo hưởng trợ cấp"),
                ("old", "Từ đủ 80 tuổi hưởng trợ cấp"),
                ("pension", "Trợ cấp hưu trí xã hội"),
            ),
        ),
        past_day("allowance_until", "Hưởng đến tháng nào", required=False),
    ),
    page(
        "to-chuc",
        "Người tổ chức mai táng",
        choose(
            "organiser",
            "Ai tổ chức mai táng?",
            (("family", "Gia đình, cá nhân"), ("body", "Cơ quan, tổ chức")),
        ),
        ask("body_name", "text", "Tên cơ quan, tổ chức", show_if=when("organiser", "body")),
        ask("cost", "money", "Chi phí đã chi", min=0, required=False),
        *_payment(),
    ),
    applicant(),
)
POOR = form(
    "ho-ngheo",
    "Giấy đề nghị rà soát hộ nghèo, hộ cận nghèo",
    page(
        "ho",
        "Hộ gia đình",
        ask("home", "address", "Nơi ở của hộ", prefill="person.address"),
        choose("wish", "Bạn đề nghị", (("poor", "Công nhận hộ nghèo"), ("near", "Công nhận hộ cận nghèo"))),
        table(
            "members",
            "Thành viên hộ, kể cả bạn",
            "Thành viên",
            name_of("full_name"),
            past_day("born_on"),
            id_of("personal_id", required=False),
            choose("gender", "Giới tính", GENDERS),
            ask("works", "yes_no", "Đang làm việc?"),
            ask("job", "text", "Việc gì", show_if=when("works", True)),
            ask("income", "money", "Thu nhập một tháng", min=0, show_if=when("works", True)),
            ask("insured", "yes_no", "Có thẻ bảo hiểm y tế?"),
            min=1,
            max=20,
        ),
    ),
    page(
        "doi-song",
        "Đời sống",
        ask("floor_area", "number", "Diện tích nhà ở (m²)", places=1, min=0),
        choose(
            "house",
            "Nhà ở",
            (("solid", "Kiên cố"), ("half", "Bán kiên cố"), ("weak", "Thiếu kiên cố, đơn sơ")),
        ),
        choose("water", "Nước sinh hoạt", (("clean", "Hợp vệ sinh"), ("not", "Chưa hợp vệ sinh"))),
        choose(
            "toilet",
            "Nhà tiêu",
            (("clean", "Hợp vệ sinh"), ("not", "Chưa hợp vệ sinh"), ("none", "Không có")),
        ),
        choose(
            "assets",
            "Trong nhà có",
            (
                ("tv", "Ti vi"),
                ("phone", "Điện thoại thông minh"),
                ("net", "Internet"),
                ("bike", "Xe máy"),
                ("cattle", "Trâu, bò, ngựa"),
            ),
            kind="choices",
            required=False,
        ),
        ask("trouble", "long_text", "Khó khăn đột xuất trong năm", required=False),
    ),
    applicant(title="Chủ hộ"),
)
OLD_AGE = form(
    "huu-tri-xa-hoi",
    "Tờ khai đề nghị trợ cấp hưu trí xã hội",
    page(
        "de-nghi",
        "Đề nghị",
        choose(
            "act",
            "Bạn đề nghị",
            (("begin", "Hưởng trợ cấp"), ("move", "Chuyển nơi nhận"), ("stop", "Thôi hưởng")),
        ),
        choose(
            "ground",
            "Thuộc diện",
            (("seventy_five", "Từ đủ 75 tuổi"), ("seventy", "Từ đủ 70 tuổi, hộ nghèo hoặc cận nghèo")),
            show_if=when("act", "begin"),
        ),
        ask(
            "pensioned",
            "yes_no",
            "Đang hưởng lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng?",
            show_if=when("act", "begin"),
        ),
        ask("moved_to", "address", "Nơi nhận mới", show_if=when("act", "move")),
        ask("stop_why", "text", "Vì sao thôi hưởng", show_if=when("act", "stop")),
        *_payment(),
    ),
    applicant(title="Người hưởng"),
)
INSURANCE = form(
    "cap-lai-the-bhyt",
    "Tờ khai cấp lại thẻ bảo hiểm y tế",
    page(
        "the",
        "Thẻ bảo hiểm y tế",
        ask(
            "number",
            "text",
            "Mã số bảo hiểm xã hội",
            "Có 10 chữ số, bỏ trống nếu không nhớ.",
            required=False,
            max_length=10,
        ),
        choose(
            "reason",
            "Vì sao cấp lại?",
            (("lost", "Mất thẻ"), ("torn", "Rách, hỏng"), ("wrong", "Sai thông tin")),
        ),
        ask("wrong_what", "long_text", "Sai gì, sửa thành gì", show_if=when("reason", "wrong")),
        ask("hospital", "text", "Nơi đăng ký khám chữa bệnh ban đầu"),
        ask("receive", "address", "Nơi nhận thẻ", prefill="person.address"),
    ),
    applicant(),
)
FOREIGN_WORK = form(
    "lao-dong-nuoc-ngoai",
    "Văn bản đề nghị xác nhận không thuộc diện cấp giấy phép lao động",
    page(
        "nguoi-su-dung",
        "Doanh nghiệp, tổ chức sử dụng lao động",
        ask("employer", "text", "Tên", autocomplete="organization"),
        ask("employer_tax", "tax_code", "Mã số thuế"),
        ask("employer_address", "address", "Trụ sở"),
        ask("employer_phone", "phone", "Số điện thoại"),
        ask("employer_email", "email", "Thư điện tử"),
    ),
    page(
        "lao-dong",
        "Người lao động nước ngoài",
        table(
            "workers",
            "Danh sách",
            "Người lao động",
            ask("full_name", "text", "Họ tên như trên hộ chiếu"),
            past_day("born_on"),
            choose("gender", "Giới tính", GENDERS),
            ask("nationality", "text", "Quốc tịch", max_length=60),
            ask("passport", "text", "Số hộ chiếu", max_length=20),
            choose(
                "position",
                "Vị trí",
                (
                    ("manager", "Nhà quản lý"),
                    ("director", "Giám đốc điều hành"),
                    ("expert", "Chuyên gia"),
                    ("technician", "Lao động kỹ thuật"),
                ),
            ),
            ask("from_on", "date", "Làm từ ngày"),
            ask("to_on", "date", "Đến ngày"),
            min=1,
            max=20,
        ),
        choose(
            "ground",
            "Không thuộc diện vì",
            (
                ("owner", "Chủ sở hữu, thành viên góp vốn"),
                ("short", "Làm dưới 90 ngày trong năm"),
                ("married", "Kết hôn với người Việt Nam, sống tại Việt Nam"),
                ("other", "Trường hợp khác"),
            ),
        ),
        ask("capital", "money", "Giá trị vốn góp", min=1, show_if=when("ground", "owner")),
        ask("ground_words", "text", "Căn cứ", show_if=when("ground", "other")),
        paper("passport_copy", "Bản chụp hộ chiếu", max=5),
    ),
    applicant(title="Người nộp"),
)

FORMS: Mapping[str, Json] = {
    "1.001776": ALLOWANCE,
    "1.001699": DISABILITY,
    "1.001731": FUNERAL,
    "1.011607": POOR,
    "1.014027": OLD_AGE,
    "1.001294": INSURANCE,
    "1.014196": FOREIGN_WORK,
}
