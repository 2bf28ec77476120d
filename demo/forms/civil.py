"""E-forms of civil status and certification."""

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

RELATIVES = (
    ("child", "Con"),
    ("parent", "Cha hoặc mẹ"),
    ("spouse", "Vợ hoặc chồng"),
    ("relative", "Người thân khác"),
    ("other", "Người khác"),
)
BEFORE = (("never", "Chưa kết hôn lần nào"), ("divorced", "Đã ly hôn"), ("widowed", "Vợ hoặc chồng đã chết"))


def _fiance(prefix: str, label: str, **filled: str) -> Json:
    filled_name = {"prefill": filled["name"]} if "name" in filled else {}
    filled_id = {"prefill": filled["id"]} if "id" in filled else {}
    filled_birth = {"prefill": filled["birth"]} if "birth" in filled else {}
    filled_home = {"prefill": filled["home"]} if "home" in filled else {}
    return group(
        prefix,
        label,
        name_of(f"{prefix}_name", **filled_name),
        past_day(f"{prefix}_birth", **filled_birth),
        id_of(f"{prefix}_id", **filled_id),
        ask(f"{prefix}_home", "address", "Nơi cư trú", **filled_home),
        ask(f"{prefix}_ethnicity", "text", "Dân tộc", max_length=50),
        choose(f"{prefix}_before", "Trước lần này", BEFORE),
        ask(
            f"{prefix}_divorce",
            "text",
            "Số, ngày, Tòa án của bản án hoặc quyết định ly hôn",
            show_if=when(f"{prefix}_before", "divorced"),
        ),
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
MARRIAGE = form(
    "ket-hon",
    "Tờ khai đăng ký kết hôn",
    page(
        "hai-ben",
        "Hai bên kết hôn",
        _fiance(
            "one",
            "Bạn",
            name="person.full_name",
            id="person.personal_id",
            birth="person.birth_date",
            home="person.address",
        ),
        _fiance("other", "Người sẽ kết hôn với bạn"),
    ),
    page(
        "dang-ky",
        "Đăng ký ở đâu, khi nào",
        ask(
            "wanted_on",
            "date",
            "Ngày hai bên muốn đến ký",
            "Cả hai phải có mặt.",
            min="today",
            required=False,
        ),
        ask("phone", "phone", "Số điện thoại", prefill="person.phone", autocomplete="tel"),
        ask("copies", "number", "Số bản sao Trích lục cần cấp", required=False, min=0, max=20),
        ask(
            "promise",
            "note",
            "Hai bên tự nguyện kết hôn và không thuộc trường hợp cấm kết hôn theo Luật Hôn nhân và gia đình.",
        ),
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
PARENTAGE = form(
    "nhan-cha-me-con",
    "Tờ khai đăng ký nhận cha, mẹ, con",
    page(
        "hai-ben",
        "Ai nhận ai",
        choose(
            "claim",
            "Bạn đăng ký việc nào?",
            (("father", "Cha nhận con"), ("mother", "Mẹ nhận con"), ("child", "Con nhận cha hoặc mẹ")),
        ),
        person("parent", "Cha hoặc mẹ"),
        person("kid", "Người con", choose("kid_gender", "Giới tính", GENDERS)),
        choose(
            "consent",
            "Ý kiến của người cha hoặc mẹ kia",
            (("agrees", "Đồng ý"), ("gone", "Đã mất, mất tích")),
            required=False,
        ),
    ),
    page(
        "chung-cu",
        "Chứng cứ",
        choose(
            "proof_kind",
            "Bạn có những gì?",
            (
                ("test", "Kết quả giám định"),
                ("letters", "Thư từ, ảnh, vật chứng"),
                ("statement", "Cam đoan có người làm chứng"),
            ),
            kind="choices",
        ),
        ask("laboratory", "text", "Nơi giám định, số và ngày", show_if=when("proof_kind", "test")),
        table(
            "witnesses",
            "Người làm chứng",
            "Người làm chứng",
            name_of("full_name"),
            id_of("personal_id"),
            show_if=when("proof_kind", "statement"),
            min=2,
            max=4,
        ),
        paper("proof", "Bản chụp chứng cứ"),
    ),
    applicant(),
)
GUARDIANSHIP = form(
    "giam-ho",
    "Tờ khai đăng ký giám hộ",
    page(
        "duoc-giam-ho",
        "Người được giám hộ",
        person("ward", "Người được giám hộ"),
        choose(
            "need",
            "Vì sao cần giám hộ?",
            (
                ("minor", "Chưa thành niên, không còn cha mẹ"),
                ("unable", "Mất năng lực hành vi dân sự"),
                ("hard", "Khó khăn trong nhận thức, làm chủ hành vi"),
            ),
        ),
        ask(
            "ruling",
            "text",
            "Số, ngày quyết định của Tòa án",
            show_if={"field": "need", "value": "minor", "test": "is_not"},
        ),
    ),
    page(
        "giam-ho",
        "Người giám hộ",
        choose("by_law", "Giám hộ theo", (("law", "Đương nhiên theo luật"), ("named", "Được cử"))),
        person("guardian", "Người giám hộ"),
        ask("closeness", "text", "Quan hệ với người được giám hộ"),
        ask("namer", "text", "Ai cử", show_if=when("by_law", "named")),
        table(
            "property",
            "Tài sản của người được giám hộ",
            "Tài sản",
            ask("what", "text", "Tài sản"),
            ask("worth", "money", "Giá trị ước tính", required=False),
            ask("state", "text", "Tình trạng", required=False),
            required=False,
        ),
    ),
    applicant(),
)
ADOPTION = form(
    "nuoi-con-nuoi",
    "Đơn đăng ký nhận con nuôi trong nước",
    page(
        "nguoi-nhan",
        "Người nhận con nuôi",
        choose("asker", "Ai nhận?", (("couple", "Hai vợ chồng"), ("single", "Một người độc thân"))),
        person("first", "Người nhận", ask("first_job", "text", "Nghề nghiệp")),
        person(
            "second",
            "Vợ hoặc chồng",
            ask("second_job", "text", "Nghề nghiệp"),
            show_if=when("asker", "couple"),
        ),
        ask("income", "money", "Thu nhập bình quân một tháng", min=0),
        ask("house", "text", "Chỗ ở", "Nhà riêng, nhà thuê, diện tích."),
    ),
    page(
        "tre",
        "Trẻ được nhận",
        name_of("child_name"),
        past_day("child_birth"),
        choose("child_gender", "Giới tính", GENDERS),
        ask("child_home", "address", "Nơi trẻ đang sống"),
        choose(
            "origin",
            "Trẻ là",
            (
                ("step", "Con riêng của vợ hoặc chồng"),
                ("kin", "Cháu ruột"),
                ("orphan", "Trẻ mồ côi hoặc bị bỏ rơi"),
                ("other", "Trường hợp khác"),
            ),
        ),
        ask("centre", "text", "Cơ sở nuôi dưỡng", required=False, show_if=when("origin", "orphan")),
        ask("why", "long_text", "Vì sao muốn nhận con nuôi"),
        table(
            "own_children",
            "Các con hiện có",
            "Con",
            name_of("full_name"),
            past_day("born_on"),
            required=False,
            max=10,
        ),
    ),
    applicant(title="Người nộp"),
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
    "1.000894": MARRIAGE,
    "2.000635": EXTRACT,
    "1.004859": CORRECTION,
    "1.001022": PARENTAGE,
    "1.004837": GUARDIANSHIP,
    "2.001263": ADOPTION,
    "2.000884": SIGNATURE,
}
