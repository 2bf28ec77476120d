"""E-forms by which families come about: marriage, parentage, guardianship, adoption."""

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

FORMS: Mapping[str, Json] = {
    "1.000894": MARRIAGE,
    "1.001022": PARENTAGE,
    "1.004837": GUARDIANSHIP,
    "2.001263": ADOPTION,
}
