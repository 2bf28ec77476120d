"""Đăng ký thành lập hộ kinh doanh."""

from demo.procedures.shared import (
    BY_COUNCIL,
    CITIZEN,
    COMMUNES,
    EFFECTIVE,
    ORGANISATION,
    Plan,
    acts,
    applicant_page,
    ask,
    choose,
    commune_route,
    every_way,
    form,
    identity_known,
    on_paper_only,
    page,
    power_of_attorney,
    when,
)
from motcua.reference.catalogue.words import Case, Charge, Draft, FeeKind, Outcome, Paper

FORM = form(
    "ho-kinh-doanh",
    "Tờ khai đăng ký hộ kinh doanh",
    page(
        "ho",
        "Hộ kinh doanh",
        ask("business_name", "text", "Tên hộ kinh doanh", "Ví dụ: Hộ kinh doanh Thêm Nông."),
        ask("business_address", "address", "Trụ sở"),
        ask("business_phone", "phone", "Số điện thoại của hộ kinh doanh", required=False),
        ask("trade", "long_text", "Ngành, nghề kinh doanh"),
        ask("capital", "money", "Vốn kinh doanh", "Ghi bằng đồng.", min=1),
        ask("workers", "number", "Số lao động dự kiến", min=0, max=1000),
    ),
    page(
        "chu-ho",
        "Ai thành lập",
        choose(
            "founder",
            "Hộ kinh doanh do ai thành lập?",
            (("person", "Một cá nhân"), ("family", "Các thành viên hộ gia đình")),
        ),
        ask(
            "members",
            "long_text",
            "Họ tên và số định danh của các thành viên",
            "Mỗi người một dòng.",
            show_if=when("founder", "family"),
        ),
    ),
    applicant_page(title="Chủ hộ kinh doanh"),
)

HOUSEHOLD_BUSINESS = Plan(
    Draft(
        code="1.001612",
        field="Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)",
        levels=("commune",),
        name="Đăng ký thành lập hộ kinh doanh",
        title="Đăng ký thành lập hộ kinh doanh",
        summary="Mở cửa hàng, quán ăn, xưởng nhỏ do một người hoặc một gia đình làm chủ.",
        decision_no="2353/QĐ-BTC",
        effective_from=EFFECTIVE,
        subjects=(CITIZEN, ORGANISATION),
        deciding_agency="UBND cấp xã",
        cases=(
            Case("person", "Một cá nhân thành lập"),
            Case("family", "Các thành viên hộ gia đình thành lập"),
        ),
        channels=every_way(
            3, note="Nguồn ghi thời hạn trong trình tự thực hiện, không ghi theo từng cách nộp."
        ),
        papers=(
            on_paper_only("Giấy đề nghị đăng ký hộ kinh doanh"),
            Paper(
                "family-authorisation",
                "Bản sao văn bản ủy quyền cho một thành viên làm chủ hộ",
                "Có công chứng hoặc chứng thực.",
                copies=1,
                case="family",
            ),
            identity_known(),
            power_of_attorney(),
        ),
        fees=(
            Charge(
                FeeKind.CHARGE,
                "Lệ phí đăng ký hộ kinh doanh",
                None,
                note=f"{BY_COUNCIL} Nộp khi nộp hồ sơ, không hoàn lại.",
                legal_basis="85/2019/TT-BTC",
                due_at_filing=True,
            ),
        ),
        results=(
            Outcome("KQ.G12.001041", "Giấy chứng nhận đăng ký hộ kinh doanh"),
            Outcome("KQ.G12.001009", "Thông báo nội dung cần sửa đổi, bổ sung"),
        ),
        legal_basis=acts("59/2020/QH14", "168/2025/NĐ-CP", "68/2025/TT-BTC", "85/2019/TT-BTC"),
        route=commune_route(
            "24", work="14", case_officer="Công chức đăng ký kinh doanh", leader="Lãnh đạo UBND xã, phường"
        ),
        other_words=(
            "mở quán",
            "mở cửa hàng",
            "giấy phép kinh doanh",
            "đăng ký kinh doanh cá thể",
            "bán hàng",
        ),
        life_events=("Kinh doanh",),
        popularity=75,
    ),
    FORM,
    COMMUNES,
)
