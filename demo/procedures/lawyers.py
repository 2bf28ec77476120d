"""Đăng ký hành nghề luật sư với tư cách cá nhân."""

from demo.procedures.shared import (
    CITIZEN,
    EFFECTIVE,
    JUSTICE,
    Plan,
    acts,
    applicant_page,
    ask,
    department_route,
    every_way,
    form,
    identity_known,
    on_paper_only,
    page,
)
from motcua.reference.catalogue.words import Charge, Draft, FeeKind, Outcome, Paper

FORM = form(
    "luat-su-ca-nhan",
    "Tờ khai đăng ký hành nghề luật sư",
    page(
        "hanh-nghe",
        "Hành nghề",
        ask("licence_number", "text", "Số Chứng chỉ hành nghề luật sư"),
        ask("licence_date", "date", "Ngày cấp Chứng chỉ", max="today"),
        ask("bar", "text", "Đoàn luật sư"),
        ask("employer", "text", "Cơ quan, tổ chức ký hợp đồng lao động", autocomplete="organization"),
        ask("contract_date", "date", "Ngày ký hợp đồng", max="today"),
    ),
    applicant_page(title="Luật sư"),
)

LAWYER = Plan(
    Draft(
        code="1.002153",
        field="Luật sư",
        levels=("province",),
        name="Đăng ký hành nghề luật sư với tư cách cá nhân",
        title="Đăng ký hành nghề luật sư với tư cách cá nhân",
        summary="Cho luật sư làm việc theo hợp đồng lao động ở nơi không phải tổ chức hành nghề luật sư.",
        decision_no="1262/QĐ-BTP",
        effective_from=EFFECTIVE,
        subjects=(CITIZEN,),
        deciding_agency="Sở Tư pháp",
        requirements="Luật sư làm việc theo hợp đồng lao động cho cơ quan, tổ chức không "
        "phải là tổ chức hành nghề luật sư.",
        channels=every_way(5),
        papers=(
            on_paper_only("Đơn đề nghị đăng ký hành nghề luật sư"),
            Paper("contract", "Bản sao Hợp đồng lao động", copies=1),
            identity_known(),
        ),
        fees=(Charge(FeeKind.CHARGE, "Lệ phí", 0),),
        results=(
            Outcome(
                "KQ.G15.000094", "Giấy đăng ký hành nghề luật sư của luật sư hành nghề với tư cách cá nhân"
            ),
        ),
        legal_basis=acts(
            "65/2006/QH11",
            "20/2012/QH13",
            "66.16/2026/NQ-CP",
            "05/2021/TT-BTP",
            "03/2024/TT-BTP",
            "08/2025/TT-BTP",
        ),
        route=department_route("40", work="24", department="Sở Tư pháp"),
        other_words=("luật sư nội bộ", "luật sư làm cho công ty", "hành nghề luật sư cá nhân"),
        life_events=("Việc làm",),
        popularity=20,
    ),
    FORM,
    JUSTICE,
)
