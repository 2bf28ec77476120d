"""E-forms of residence, criminal records and driving licences."""

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

KINSHIP = (
    ("head", "Chủ hộ"),
    ("spouse", "Vợ hoặc chồng"),
    ("child", "Con"),
    ("parent", "Cha hoặc mẹ"),
    ("grandparent", "Ông hoặc bà"),
    ("sibling", "Anh, chị, em"),
    ("grandchild", "Cháu"),
    ("lodger", "Ở nhờ, ở thuê"),
    ("other", "Quan hệ khác"),
)


def _movers(**more: object) -> Json:
    return table(
        "members",
        "Những người cùng chuyển",
        "Người",
        name_of("full_name"),
        past_day("born_on"),
        choose("gender", "Giới tính", GENDERS),
        id_of("personal_id"),
        choose("kinship", "Quan hệ với chủ hộ", KINSHIP),
        required=False,
        max=15,
        **more,
    )


PERMANENT = form(
    "thuong-tru",
    "Tờ khai thay đổi thông tin cư trú: đăng ký thường trú",
    page(
        "cho-o",
        "Chỗ ở mới",
        ask("new_home", "address", "Địa chỉ chỗ ở"),
        choose(
            "right",
            "Chỗ ở này là",
            (
                ("own", "Của bạn hoặc gia đình bạn"),
                ("relative", "Của người thân đồng ý cho nhập hộ"),
                ("rent", "Thuê, mượn, ở nhờ"),
                ("centre", "Cơ sở trợ giúp xã hội, tôn giáo"),
            ),
        ),
        person(
            "owner",
            "Chủ sở hữu chỗ ở",
            home=False,
            show_if={"field": "right", "value": "own", "test": "is_not"},
        ),
        ask(
            "floor_area",
            "number",
            "Diện tích ở bình quân mỗi người (m²)",
            places=1,
            min=1,
            show_if=when("right", "rent"),
        ),
        paper("lease", "Hợp đồng thuê, mượn", show_if=when("right", "rent")),
    ),
    page(
        "ho",
        "Hộ gia đình",
        ask("joins", "yes_no", "Nhập vào một hộ đã có?"),
        name_of("head_name", "Họ, chữ đệm, tên chủ hộ", show_if=when("joins", True)),
        id_of("head_id", "Số định danh của chủ hộ", show_if=when("joins", True)),
        choose("own_kinship", "Bạn là gì của chủ hộ?", KINSHIP, show_if=when("joins", True)),
        _movers(),
    ),
    applicant(),
)
TEMPORARY = form(
    "tam-tru",
    "Tờ khai thay đổi thông tin cư trú: đăng ký tạm trú",
    page(
        "noi-tam-tru",
        "Nơi tạm trú",
        ask("stay", "address", "Địa chỉ nơi tạm trú"),
        ask("since", "date", "Ở từ ngày"),
        ask("until", "date", "Dự định đến ngày", "Tối đa 2 năm, hết hạn thì gia hạn.", min="today"),
        choose(
            "why",
            "Vì sao tạm trú?",
            (("work", "Làm việc"), ("study", "Học tập"), ("family", "Theo gia đình"), ("other", "Việc khác")),
        ),
        ask("school", "text", "Tên trường", show_if=when("why", "study")),
        ask("employer", "text", "Nơi làm việc", required=False, show_if=when("why", "work")),
        person("host", "Chủ nhà, chủ nơi cho thuê", ask("host_phone", "phone", "Số điện thoại"), home=False),
    ),
    page("cung-o", "Người cùng tạm trú", _movers()),
    applicant(),
)
RECORD = form(
    "ly-lich-tu-phap",
    "Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp",
    page(
        "phieu",
        "Phiếu cần cấp",
        choose("number", "Loại phiếu", (("one", "Phiếu số 1"), ("two", "Phiếu số 2"))),
        choose(
            "purpose",
            "Dùng để làm gì?",
            (
                ("work", "Xin việc"),
                ("abroad", "Đi nước ngoài"),
                ("adoption", "Nhận con nuôi"),
                ("other", "Việc khác"),
            ),
        ),
        ask("purpose_words", "text", "Việc gì", show_if=when("purpose", "other")),
        ask("ban", "yes_no", "Xác nhận cả nội dung cấm đảm nhiệm chức vụ?", show_if=when("number", "one")),
        ask("copies", "number", "Số phiếu", min=1, max=10),
    ),
    page(
        "qua-trinh",
        "Từ khi đủ 14 tuổi đến nay",
        table(
            "years",
            "Nơi cư trú và nghề nghiệp",
            "Thời gian",
            ask("since", "date", "Từ ngày", max="today"),
            ask("until", "date", "Đến ngày", "Bỏ trống nếu đến nay.", required=False, max="today"),
            ask("home", "address", "Nơi thường trú hoặc tạm trú"),
            ask("job", "text", "Nghề nghiệp, nơi làm việc", required=False),
            min=1,
        ),
        ask("convicted", "yes_no", "Có án tích không?"),
        ask("conviction", "long_text", "Tội danh, bản án, Tòa án", show_if=when("convicted", True)),
    ),
    page(
        "than-nhan",
        "Cha, mẹ, vợ hoặc chồng",
        name_of("father_name", "Họ tên cha", required=False),
        name_of("mother_name", "Họ tên mẹ", required=False),
        name_of("spouse_name", "Họ tên vợ hoặc chồng", required=False),
    ),
    applicant(choose("gender", "Giới tính", GENDERS), ask("birth_place", "address", "Nơi sinh")),
)
LICENCE = form(
    "cap-lai-gplx",
    "Đơn đề nghị cấp lại giấy phép lái xe",
    page(
        "giay-phep",
        "Giấy phép đã có",
        ask("licence", "text", "Số giấy phép lái xe", "Có 12 ký tự, in trên giấy phép.", max_length=12),
        choose(
            "classes",
            "Hạng",
            tuple(
                (one.lower(), one)
                for one in ("A1", "A", "B1", "B", "C1", "C", "D1", "D2", "D", "BE", "CE", "DE")
            ),
            kind="choices",
        ),
        past_day("issued_on", "Ngày cấp"),
        choose("reason", "Vì sao cấp lại?", (("lost", "Bị mất"), ("expired", "Quá hạn sử dụng"))),
        past_day("lost_on", "Ngày mất", show_if=when("reason", "lost")),
        ask("seized", "yes_no", "Giấy phép có đang bị cơ quan nào tạm giữ, thu hồi không?"),
        ask("seizer", "text", "Cơ quan nào", show_if=when("seized", True)),
    ),
    page(
        "suc-khoe",
        "Sức khỏe",
        ask("has_check", "yes_no", "Đã có Giấy khám sức khỏe của người lái xe còn hạn?"),
        past_day("check_on", "Ngày khám", show_if=when("has_check", True)),
        ask("clinic", "text", "Cơ sở khám", show_if=when("has_check", True)),
    ),
    applicant(),
)

FORMS: Mapping[str, Json] = {
    "1.004222": PERMANENT,
    "1.004194": TEMPORARY,
    "3.000333": RECORD,
    "3.000348": LICENCE,
}
