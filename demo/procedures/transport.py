"""Cấp, cấp lại phù hiệu xe kinh doanh vận tải."""

from demo.procedures.shared import (
    CONSTRUCTION,
    EFFECTIVE,
    ENTERPRISE,
    ORGANISATION,
    Plan,
    acts,
    applicant_page,
    ask,
    choose,
    department_route,
    every_way,
    form,
    on_paper_only,
    page,
    when,
)
from motcua.reference.catalogue.words import Case, Charge, Draft, FeeKind, Outcome, Paper

FORM = form(
    "phu-hieu-xe",
    "Tờ khai cấp phù hiệu xe",
    page(
        "don-vi",
        "Đơn vị kinh doanh",
        ask("business", "text", "Tên đơn vị kinh doanh vận tải", autocomplete="organization"),
        ask("licence", "text", "Số Giấy phép kinh doanh vận tải"),
    ),
    page(
        "xe",
        "Xe",
        choose("request", "Bạn đề nghị", (("first", "Cấp lần đầu"), ("again", "Cấp lại"))),
        choose(
            "reason",
            "Vì sao cấp lại?",
            (
                ("expired", "Hết hạn"),
                ("lost", "Mất hoặc hư hỏng"),
                ("owner", "Đổi chủ sở hữu hoặc đơn vị kinh doanh"),
            ),
            show_if=when("request", "again"),
        ),
        ask("plate", "text", "Biển số", "Ví dụ: 22A-000.00.", max_length=15),
        choose(
            "service",
            "Loại hình",
            (
                ("fixed", "Tuyến cố định"),
                ("bus", "Xe buýt"),
                ("taxi", "Taxi"),
                ("contract", "Hợp đồng"),
                ("goods", "Chở hàng"),
            ),
        ),
    ),
    applicant_page(title="Người đại diện"),
)

TRANSPORT_BADGE = Plan(
    Draft(
        code="2.002288",
        field="Đường bộ",
        levels=("province",),
        name="Cấp, cấp lại Phù hiệu cho xe ô tô, xe bốn bánh có gắn động cơ kinh doanh vận tải",
        title="Cấp, cấp lại phù hiệu xe kinh doanh vận tải",
        summary="Phù hiệu cho xe khách, xe buýt, taxi, xe hợp đồng, xe tải của đơn vị đã có giấy phép.",
        decision_no="461/QĐ-BXD",
        effective_from=EFFECTIVE,
        subjects=(ORGANISATION, ENTERPRISE, "Hợp tác xã"),
        deciding_agency="Sở Xây dựng",
        requirements="Đơn vị có Giấy phép kinh doanh vận tải; mỗi xe chỉ dùng một loại phù "
        "hiệu trong một thời gian.",
        cases=(Case("first", "Cấp lần đầu"), Case("again", "Cấp lại")),
        channels=every_way(2),
        papers=(
            on_paper_only("Giấy đề nghị cấp, cấp lại phù hiệu"),
            Paper(
                "registration",
                "Bản sao Chứng nhận đăng ký xe",
                "Hoặc giấy hẹn nhận chứng nhận đăng ký xe.",
                copies=1,
            ),
            Paper(
                "vehicle-contract",
                "Bản sao hợp đồng thuê, mượn hoặc hợp tác về xe",
                copies=1,
                required=False,
                condition="Xe không thuộc quyền sở hữu của đơn vị",
            ),
        ),
        fees=(Charge(FeeKind.CHARGE, "Lệ phí", 0),),
        results=(Outcome("KQ.G04.000504", "Phù hiệu xe kinh doanh vận tải"),),
        legal_basis=acts("158/2024/NĐ-CP"),
        route=department_route("16", work="8", department="Sở Xây dựng"),
        other_words=("phù hiệu taxi", "phù hiệu xe tải", "phù hiệu xe hợp đồng", "tem xe"),
        life_events=("Đi lại",),
        popularity=50,
    ),
    FORM,
    CONSTRUCTION,
)
