"""What people read of this room."""

from collections.abc import Mapping
from enum import StrEnum

from motcua.base.rooms import Sentence
from motcua.reform.insight.words import Counter, Why

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
COUNTED: Mapping[Counter, str] = {
    Counter.SUBMITTED: "hồ sơ đã nộp",
    Counter.TURNED_AWAY: "hồ sơ không được tiếp nhận",
    Counter.ACCEPTED: "hồ sơ được tiếp nhận",
    Counter.EARLY: "hồ sơ có kết quả trước hạn",
    Counter.ON_TIME: "hồ sơ có kết quả đúng hạn",
    Counter.LATE: "hồ sơ có kết quả quá hạn",
    Counter.NO_LIMIT: "hồ sơ có kết quả, thủ tục không có hạn",
    Counter.REFUSED: "hồ sơ có kết quả là văn bản từ chối",
    Counter.STOPPED: "hồ sơ dừng giải quyết",
    Counter.WITHDRAWN: "hồ sơ người nộp rút",
    Counter.ENDED: "hồ sơ kết thúc (có kết quả, dừng hoặc rút)",
    Counter.RETURNED: "hồ sơ đã trả kết quả",
    Counter.MINUTES: "số phút từ tiếp nhận đến kết quả, trừ lúc chờ bổ sung",
    Counter.ASKED: "lượt yêu cầu bổ sung",
    Counter.EXTENDED: "lượt xin lỗi, hẹn lại",
    Counter.CORRECTED: "lượt thay kết quả có sai sót",
    Counter.WAITING_IN: "hồ sơ bắt đầu chờ bổ sung",
    Counter.WAITING_OUT: "hồ sơ hết chờ bổ sung",
    Counter.LATE_IN: "hồ sơ bắt đầu quá hạn",
    Counter.LATE_OUT: "hồ sơ hết quá hạn vì đã xong hoặc tạm dừng",
    Counter.ONE_CONTACT: "hồ sơ có kết quả sau một lần yêu cầu bổ sung",
    Counter.MORE_CONTACTS: "hồ sơ có kết quả sau nhiều lần yêu cầu bổ sung",
    Counter.KEPT: "hồ sơ kết thúc đúng hạn theo cách tính của Quyết định 766",
    Counter.MISSED: "hồ sơ kết thúc trễ hạn theo cách tính của Quyết định 766",
    Counter.OVER_IN: "hồ sơ bắt đầu trễ theo cách tính của Quyết định 766",
    Counter.OVER_OUT: "hồ sơ hết trễ theo cách tính của Quyết định 766",
    Counter.SYNCED: "hồ sơ đã đồng bộ lên Cổng Dịch vụ công quốc gia",
    Counter.FULL_SERVICE: "hồ sơ của thủ tục toàn trình",
    Counter.FILED_FULLY: "hồ sơ của thủ tục toàn trình nộp trực tuyến",
    Counter.ONLINE: "hồ sơ trực tuyến",
    Counter.WITH_FEE: "hồ sơ có phí, lệ phí",
    Counter.PAID_ONLINE: "hồ sơ trả phí, lệ phí trực tuyến",
    Counter.MUST_RETURN: "hồ sơ phải trả kết quả",
    Counter.RETURNED_FILE: "hồ sơ có kết quả điện tử",
    Counter.DIGITISED: "hồ sơ được số hóa",
    Counter.REUSED: "hồ sơ dùng lại giấy tờ đã có",
    Counter.FROM_STORE: "hồ sơ dùng lại giấy tờ hoặc có kết quả vào kho",
    Counter.KNOWN: "hồ sơ được điền sẵn dữ liệu đã có",
}
