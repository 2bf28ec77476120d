"""E-forms about the books of civil status, and of certification."""

from collections.abc import Mapping

from demo.forms.shared import (
    GENDERS,
    Json,
    applicant,
    ask,
    choose,
    form,
    id_of,
    name_of,
    page,
    paper,
    past_day,
    person,
    table,
    when,
)

RELATIVES = (
    ("child", "Con"),
    ("parent", "Cha hoặc mẹ"),
    ("spouse", "Vợ hoặc chồng"),
    ("relative", "Người thân khác"),
    ("other", "Người khác"),
)

DEATH = form(
    "khai-tu",
    "Tờ khai đăng ký khai tử",
    page(
        "nguoi-mat",
        "Người đã mất",
        name_of("dead_name", "Họ, chữ đệm, tên người đã mất"),
        choose("dead_gender", "Giới tính", GENDERS),
        past_day("dead_birth"),
        id_of("dead_id", required=False),
        ask("dead_home", "address", "Nơi cư trú cuối cùng"),
    ),
    page(
        "su-viec",
        "Mất khi nào, ở đâu",
        past_day("died_on", "Ngày mất"),
        ask(
            "died_at",
            "text",
            "Giờ mất",
            "Ví dụ: 14 giờ 20. Bỏ trống nếu không rõ.",
            required=False,
            max_length=20,
        ),
        choose(
            "place",
            "Mất ở đâu?",
            (("hospital", "Cơ sở y tế"), ("home", "Tại nhà"), ("elsewhere", "Nơi khác")),
        ),
        ask("hospital", "text", "Tên cơ sở y tế", show_if=when("place", "hospital")),
        ask("died_where", "address", "Nơi mất", show_if=when("place", "elsewhere")),
        ask("cause", "text", "Nguyên nhân", "Ghi như trên Giấy báo tử."),
        ask("has_notice", "yes_no", "Có Giấy báo tử hoặc giấy tờ thay thế không?"),
        paper("notice", "Ảnh chụp Giấy báo tử", show_if=when("has_notice", True)),
        table(
            "witnesses",
            "Người làm chứng về việc mất",
            "Người làm chứng",
            name_of("full_name"),
            id_of("personal_id"),
            show_if=when("has_notice", False),
            min=1,
            max=3,
        ),
    ),
    applicant(
        choose("relation", "Bạn là gì của người đã mất?", RELATIVES),
        ask("copies", "number", "Số bản sao Trích lục cần cấp", required=False, min=0, max=20),
    ),
)
EXTRACT = form(
    "trich-luc",
    "Tờ khai cấp bản sao trích lục hộ tịch",
    page(
        "viec",
        "Việc hộ tịch cần trích lục",
        choose(
            "event",
            "Bạn cần bản sao của việc nào?",
            (
                ("birth", "Khai sinh"),
                ("marriage", "Kết hôn"),
                ("death", "Khai tử"),
                ("parentage", "Nhận cha, mẹ, con"),
                ("other", "Việc khác"),
            ),
        ),
        ask("event_words", "text", "Việc gì", show_if=when("event", "other")),
        name_of("subject_name", "Người được đăng ký"),
        past_day("subject_birth"),
        id_of("subject_id", required=False),
        name_of("spouse_name", "Người kết hôn cùng", show_if=when("event", "marriage")),
    ),
    page(
        "dang-ky",
        "Đã đăng ký ở đâu",
        ask("registered_at", "address", "Nơi đã đăng ký", "Theo tên xã, phường hiện nay."),
        past_day("registered_on", "Ngày đăng ký", required=False),
        ask("book", "text", "Số, quyển số", "Ghi nếu còn giấy cũ.", required=False),
        ask("copies", "number", "Số bản cần cấp", "Mỗi bản 8.000 ₫.", min=1, max=50),
    ),
    applicant(choose("relation", "Bạn là ai?", (("self", "Chính người đó"), *RELATIVES))),
)
CORRECTION = form(
    "cai-chinh",
    "Tờ khai thay đổi, cải chính, bổ sung thông tin hộ tịch",
    page(
        "giay-to",
        "Giấy tờ cần sửa",
        choose(
            "paper_kind",
            "Sửa trên giấy nào?",
            (
                ("birth", "Giấy khai sinh"),
                ("marriage", "Giấy chứng nhận kết hôn"),
                ("death", "Trích lục khai tử"),
            ),
        ),
        ask("paper_number", "text", "Số, ngày cấp của giấy"),
        ask("issuer", "address", "Nơi đã đăng ký"),
    ),
    page(
        "noi-dung",
        "Sửa gì",
        table(
            "changes",
            "Những chỗ cần sửa",
            "Chỗ sửa",
            choose(
                "act",
                "Bạn yêu cầu",
                (
                    ("change", "Thay đổi"),
                    ("correct", "Cải chính vì ghi sai"),
                    ("add", "Bổ sung vì còn thiếu"),
                    ("ethnicity", "Xác định lại dân tộc"),
                ),
            ),
            ask("what", "text", "Mục cần sửa", "Ví dụ: chữ đệm, ngày sinh, quê quán."),
            ask("was", "text", "Đang ghi là", required=False),
            ask("becomes", "text", "Ghi lại thành"),
            min=1,
            max=10,
        ),
        ask("reason", "long_text", "Vì sao cần sửa"),
        paper("proof", "Giấy tờ chứng minh", "Ví dụ quyết định, học bạ, lý lịch đảng viên."),
    ),
    page(
        "nguoi-duoc-sua",
        "Người được sửa thông tin",
        person("subject", "Người được sửa", choose("subject_gender", "Giới tính", GENDERS)),
        ask("is_minor", "yes_no", "Người này dưới 18 tuổi?"),
        ask("agrees", "yes_no", "Cha, mẹ và người từ đủ 9 tuổi đã đồng ý?", show_if=when("is_minor", True)),
    ),
    applicant(),
)
SIGNATURE = form(
    "chung-thuc-chu-ky",
    "Phiếu yêu cầu chứng thực chữ ký",
    page(
        "van-ban",
        "Giấy tờ cần chứng thực chữ ký",
        table(
            "papers",
            "Các giấy tờ",
            "Giấy tờ",
            ask("title", "text", "Tên giấy tờ"),
            ask("pages", "number", "Số trang", min=1, max=200),
            ask("copies", "number", "Số bản", min=1, max=50),
            min=1,
            max=10,
        ),
        choose("language", "Viết bằng", (("vi", "Tiếng Việt"), ("other", "Tiếng nước ngoài"))),
        ask("language_name", "text", "Tiếng gì", show_if=when("language", "other")),
    ),
    page(
        "cach-ky",
        "Ký như thế nào",
        choose(
            "way",
            "Cách ký",
            (("sign", "Ký"), ("print", "Điểm chỉ"), ("neither", "Không ký, không điểm chỉ được")),
        ),
        ask("at_home", "yes_no", "Cần chứng thực tại nhà vì già yếu, ốm đau?"),
        ask("where", "address", "Chứng thực ở đâu", show_if=when("at_home", True)),
    ),
    applicant(),
)

FORMS: Mapping[str, Json] = {
    "1.000656": DEATH,
    "2.000635": EXTRACT,
    "1.004859": CORRECTION,
    "2.000884": SIGNATURE,
}
