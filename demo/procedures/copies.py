"""Chứng thực bản sao từ bản chính: filed at the counter alone; the source gives no limit of time."""

from demo.procedures.shared import (
    CITIZEN,
    COMMUNES,
    EFFECTIVE,
    ORGANISATION,
    Plan,
    acts,
    applicant_page,
    ask,
    commune_route,
    form,
    page,
)
from motcua.reference.catalogue.words import (
    Channel,
    Charge,
    Draft,
    DurationUnit,
    FeeKind,
    OnlineLevel,
    Outcome,
    Paper,
    Terms,
)

FORM = form(
    "chung-thuc-ban-sao",
    "Tờ khai chứng thực bản sao",
    page(
        "giay-to",
        "Giấy tờ cần chứng thực",
        ask("paper_name", "text", "Tên giấy tờ", "Ví dụ: Bằng tốt nghiệp trung học phổ thông."),
        ask("pages", "number", "Số trang của bản chính", min=1, max=500),
        ask("copies", "number", "Số bản sao cần chứng thực", min=1, max=100),
    ),
    applicant_page(),
)

CERTIFIED_COPY = Plan(
    Draft(
        code="2.000815",
        field="Chứng thực",
        levels=("commune",),
        name="Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của "
        "Việt Nam; cơ quan, tổ chức có thẩm quyền của nước ngoài; cơ quan, tổ chức có thẩm quyền của Việt "
        "Nam liên kết với cơ quan, tổ chức có thẩm quyền của nước ngoài cấp hoặc chứng nhận",
        title="Chứng thực bản sao từ bản chính",
        summary="Xác nhận bản sao đúng với bản chính mà bạn mang đến.",
        decision_no="3152/QĐ-BTP",
        effective_from=EFFECTIVE,
        subjects=(CITIZEN, ORGANISATION, "Người Việt Nam định cư ở nước ngoài"),
        deciding_agency="UBND cấp xã, tổ chức hành nghề công chứng",
        requirements="Bản chính không bị tẩy xóa, sửa chữa, hư hỏng đến mức không đọc được, "
        "không đóng dấu mật và không có nội dung trái pháp luật.",
        channels=(
            Terms(
                Channel.DIRECT,
                1,
                DurationUnit.WORKING_DAY,
                note="Nguồn công bố không ghi thời hạn; bản chạy thử điền 1 ngày làm việc.",
            ),
        ),
        online_level=OnlineLevel.NONE,
        papers=(
            Paper(
                "original",
                "Bản chính giấy tờ và bản sao cần chứng thực",
                "Chỉ mang bản chính cũng được, nơi tiếp nhận sẽ chụp lại.",
                originals=1,
                copies=1,
            ),
        ),
        fees=(
            Charge(
                FeeKind.SERVICE_FEE,
                "Phí chứng thực bản sao",
                2000,
                per="trang",
                note="Từ trang thứ ba 1.000 ₫/trang, nhiều nhất 200.000 ₫/bản; tính theo "
                "trang của bản chính.",
                legal_basis="226/2016/TT-BTC",
            ),
        ),
        results=(Outcome("KQ.G15.000021", "Bản sao được chứng thực từ bản chính"),),
        legal_basis=acts(
            "23/2015/NĐ-CP",
            "07/2025/NĐ-CP",
            "280/2025/NĐ-CP",
            "01/2020/TT-BTP",
            "226/2016/TT-BTC",
            "257/2016/TT-BTC",
            "264/2016/TT-BTC",
        ),
        route=commune_route(
            "4", work="2", case_officer="Công chức tư pháp – hộ tịch", leader="Lãnh đạo UBND xã, phường"
        ),
        other_words=("sao y bản chính", "công chứng bản sao", "photo công chứng", "sao y giấy tờ"),
        life_events=("Giấy tờ",),
        popularity=95,
    ),
    FORM,
    COMMUNES,
)
