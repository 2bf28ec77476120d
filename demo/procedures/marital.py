"""Thủ tục cấp Giấy xác nhận tình trạng hôn nhân."""

from demo.procedures.shared import (
    BY_COUNCIL,
    CITIZEN,
    CIVIL_STATUS,
    COMMUNES,
    EFFECTIVE,
    UNIT_BY_HAND,
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

FORM = form(
    "tinh-trang-hon-nhan",
    "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân",
    page(
        "muc-dich",
        "Mục đích sử dụng",
        choose(
            "purpose",
            "Bạn cần giấy này để làm gì?",
            (
                ("marriage", "Đăng ký kết hôn"),
                ("property", "Mua bán, thế chấp tài sản"),
                ("other", "Việc khác"),
            ),
        ),
        ask(
            "partner_name",
            "person_name",
            "Họ, chữ đệm, tên người sẽ kết hôn cùng",
            show_if=when("purpose", "marriage"),
        ),
        ask("purpose_words", "text", "Nêu rõ việc đó", show_if=when("purpose", "other")),
    ),
    page(
        "hon-nhan",
        "Tình trạng hôn nhân",
        choose(
            "status",
            "Hiện nay bạn",
            (
                ("never", "Chưa đăng ký kết hôn với ai"),
                ("divorced", "Đã ly hôn, chưa kết hôn lại"),
                ("widowed", "Vợ hoặc chồng đã chết, chưa kết hôn lại"),
                ("married", "Đang có vợ hoặc chồng"),
            ),
        ),
        ask(
            "divorce_paper",
            "text",
            "Số, ngày và Tòa án của bản án hoặc quyết định ly hôn",
            show_if=when("status", "divorced"),
        ),
        ask(
            "death_paper", "text", "Số, ngày và nơi cấp Trích lục khai tử", show_if=when("status", "widowed")
        ),
        ask(
            "spouse_name", "person_name", "Họ, chữ đệm, tên vợ hoặc chồng", show_if=when("status", "married")
        ),
    ),
    applicant_page(),
)

MARITAL_STATUS = Plan(
    Draft(
        code="1.004873",
        field="Hộ tịch",
        levels=("commune",),
        name="Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
        title="Xác nhận tình trạng hôn nhân",
        summary="Giấy ghi bạn đang độc thân, đã ly hôn hay đang có vợ, có chồng, để "
        "kết hôn hoặc làm việc khác.",
        decision_no="163/QĐ-BTP",
        effective_from=EFFECTIVE,
        subjects=(CITIZEN, "Người Việt Nam định cư ở nước ngoài"),
        deciding_agency="UBND cấp xã",
        channels=every_way(3, note=UNIT_BY_HAND),
        papers=(
            identity_known(),
            residence_known(),
            Paper(
                "civil-status",
                "Giấy tờ về kết hôn, ly hôn, khai tử",
                "Bạn chỉ cần cho biết số và nơi cấp.",
                required=False,
                data_source=CIVIL_STATUS,
            ),
            Paper(
                "earlier",
                "Giấy xác nhận tình trạng hôn nhân đã cấp",
                originals=1,
                required=False,
                condition="Xin cấp lại để dùng vào việc khác hoặc vì giấy cũ hết hạn",
            ),
            power_of_attorney("Người thân ruột thịt, vợ hoặc chồng nộp thay thì không phải chứng thực."),
        ),
        fees=(
            Charge(
                FeeKind.CHARGE,
                "Lệ phí cấp Giấy xác nhận tình trạng hôn nhân",
                None,
                note=f"{BY_COUNCIL} Miễn cho gia đình có công với cách mạng, hộ nghèo, người khuyết tật.",
                legal_basis="85/2019/TT-BTC",
            ),
        ),
        results=(Outcome("KQ.G15.000038", "Giấy xác nhận tình trạng hôn nhân"),),
        legal_basis=acts(
            "60/2014/QH13",
            "52/2014/QH13",
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
            "24", work="16", case_officer="Công chức tư pháp – hộ tịch", leader="Chủ tịch UBND xã, phường"
        ),
        other_words=(
            "giấy độc thân",
            "xác nhận độc thân",
            "giấy xác nhận chưa kết hôn",
            "chứng nhận độc thân",
        ),
        life_events=("Kết hôn",),
        popularity=80,
    ),
    FORM,
    COMMUNES,
)
