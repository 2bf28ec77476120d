"""What people read of this room."""

from collections.abc import Mapping
from enum import StrEnum

from motcua.base.rooms import Sentence
from motcua.reform.insight.words import Why

VERBS: Mapping[str, str] = {
    "period.closed": "chốt số liệu kỳ {code}, lần {number}, mã kiểm chứng {digest}",
}
REFUSALS: Mapping[StrEnum, Sentence] = {
    Why.PERIOD_OPEN: Sentence("Chưa hết {period} nên chưa chốt số được.", "Chốt sau ngày {last}."),
    Why.PERIOD_UNKNOWN: Sentence(
        "Không có kỳ “{code}”.", "Viết năm (2026), nửa năm (2026-H1), quý (2026-Q3) hoặc tháng (2026-10)."
    ),
    Why.REPORT_OPEN: Sentence(
        "Chưa hết {period} nên chưa có báo cáo.",
        "Xem số tạm tính ở trang Điều hành, hoặc lập báo cáo sau ngày {last}.",
    ),
    Why.NOT_YOURS: Sentence(
        "Cơ quan này không thuộc phạm vi bạn theo dõi.", "Chọn cơ quan của bạn hoặc cơ quan cấp dưới."
    ),
    Why.CLOSED_ALREADY: Sentence(
        "Số liệu {period} đã chốt.", "Ghi lý do nếu phải chốt lại; số đã chốt lần trước vẫn được giữ."
    ),
}
