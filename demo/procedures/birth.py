"""Thủ tục đăng ký khai sinh."""

from demo.procedures.shared import (
    CITIZEN,
    CIVIL_STATUS,
    COMMUNES,
    EFFECTIVE,
    LOOKED_UP,
    UNIT_BY_HAND,
    Json,
    Plan,
    acts,
    applicant_page,
    ask,
    choose,
    commune_route,
    every_way,
    form,
    identity_known,
    page,
    power_of_attorney,
    residence_known,
    when,
)
from motcua.reference.catalogue.words import Charge, Draft, FeeKind, Outcome, Paper


def _parent(who: str, label: str, shown: Json) -> tuple[Json, ...]:
    return (
        ask(f"{who}_name", "person_name", f"Họ, chữ đệm, tên {label}", show_if=shown),
        ask(f"{who}_id", "personal_id", f"Số định danh cá nhân của {label}", "Có 12 chữ số.", show_if=shown),
        ask(f"{who}_birth", "date", f"Ngày sinh của {label}", max="today", show_if=shown),
    )


FORM = form(
    "khai-sinh",
    "Tờ khai đăng ký khai sinh",
    page(
        "tre",
        "Trẻ được khai sinh",
        ask("child_name", "person_name", "Họ, chữ đệm, tên của trẻ"),
        ask("child_birth", "date", "Ngày sinh", max="today"),
        choose("child_gender", "Giới tính", (("male", "Nam"), ("female", "Nữ"))),
        choose(
            "birth_at",
            "Trẻ sinh ở đâu?",
            (("facility", "Cơ sở y tế"), ("elsewhere", "Nơi khác")),
        ),
        ask(
            "birth_facility",
            "text",
            "Tên cơ sở y tế",
            "Ghi như trên Giấy chứng sinh.",
            show_if=when("birth_at", "facility"),
        ),
        ask("birth_place", "address", "Nơi sinh", show_if=when("birth_at", "elsewhere")),
        ask("child_ethnicity", "text", "Dân tộc", "Theo dân tộc của cha hoặc mẹ.", max_length=50),
        ask("child_homeland", "text", "Quê quán", "Theo quê quán của cha hoặc mẹ."),
    ),
    page(
        "cha-me",
        "Cha và mẹ",
        ask("mother_known", "yes_no", "Giấy chứng sinh có ghi tên mẹ không?"),
        *_parent("mother", "mẹ", when("mother_known", True)),
        ask(
            "father_known",
            "yes_no",
            "Có ghi tên cha vào Giấy khai sinh không?",
            "Cha, mẹ chưa đăng ký kết hôn thì cần thêm thủ tục nhận cha, mẹ, con.",
        ),
        *_parent("father", "cha", when("father_known", True)),
    ),
    applicant_page(
        choose(
            "relation",
            "Bạn là gì của trẻ?",
            (
                ("mother", "Mẹ"),
                ("father", "Cha"),
                ("relative", "Ông, bà hoặc người thân thích khác"),
                ("other", "Người khác"),
            ),
        ),
        ask("copies", "number", "Số bản sao cần cấp", "Mỗi bản 8.000 ₫.", required=False, min=0, max=20),
    ),
)

BIRTH = Plan(
    Draft(
        code="1.001193",
        field="Hộ tịch",
        levels=("commune",),
        name="Thủ tục đăng ký khai sinh",
        title="Đăng ký khai sinh",
        summary="Đăng ký cho trẻ mới sinh có cha và mẹ là công dân Việt Nam.",
        decision_no="163/QĐ-BTP",
        effective_from=EFFECTIVE,
        subjects=(CITIZEN, "Người Việt Nam định cư ở nước ngoài"),
        deciding_agency="UBND cấp xã",
        channels=every_way(1, note=UNIT_BY_HAND),
        papers=(
            Paper(
                "birth-certificate",
                "Giấy chứng sinh",
                "Bệnh viện đã gửi bản điện tử có ký số thì không phải nộp bản giấy. "
                "Không có Giấy chứng sinh thì nộp "
                "văn bản của người làm chứng hoặc giấy cam đoan về việc sinh.",
                originals=1,
            ),
            identity_known(),
            residence_known(),
            Paper(
                "marriage",
                "Giấy chứng nhận kết hôn của cha, mẹ",
                LOOKED_UP,
                required=False,
                data_source=CIVIL_STATUS,
            ),
            Paper(
                "abandoned",
                "Biên bản về việc trẻ bị bỏ rơi",
                originals=1,
                required=False,
                condition="Trẻ bị bỏ rơi",
            ),
            Paper(
                "surrogacy",
                "Văn bản xác nhận của cơ sở y tế",
                originals=1,
                required=False,
                condition="Trẻ sinh ra do mang thai hộ",
            ),
            power_of_attorney(
                "Có chứng thực. Ông, bà, cha, mẹ, anh, chị, em ruột của người ủy quyền thì không cần."
            ),
        ),
        fees=(
            Charge(FeeKind.CHARGE, "Lệ phí đăng ký khai sinh", 0),
            Charge(FeeKind.SERVICE_FEE, "Phí cấp bản sao Giấy khai sinh, nếu cần", 8000, per="bản"),
        ),
        results=(Outcome("KQ.G15.000031", "Giấy khai sinh"),),
        legal_basis=acts(
            "60/2014/QH13",
            "123/2015/NĐ-CP",
            "87/2020/NĐ-CP",
            "104/2022/NĐ-CP",
            "07/2025/NĐ-CP",
            "120/2025/NĐ-CP",
            "18/2026/NĐ-CP",
            "66.7/2025/NQ-CP",
            "02/2020/TT-BTP",
            "04/2020/TT-BTP",
            "01/2022/TT-BTP",
            "03/2023/TT-BTP",
            "04/2024/TT-BTP",
            "08/2025/TT-BTP",
            "85/2019/TT-BTC",
            "106/2021/TT-BTC",
        ),
        route=commune_route(
            "8", work="4", case_officer="Công chức tư pháp – hộ tịch", leader="Chủ tịch UBND xã, phường"
        ),
        other_words=(
            "làm giấy khai sinh",
            "khai sinh cho con",
            "đẻ con",
            "sinh con",
            "con mới sinh",
            "khai sinh quá hạn",
        ),
        life_events=("Có con",),
        popularity=100,
    ),
    FORM,
    COMMUNES,
)
