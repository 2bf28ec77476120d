"""What can be told about dossiers: the fields that a wording may name, and those that it must (§12c)."""

from collections.abc import Mapping

from motcua.base.notices.words import Occasion
from motcua.casework.dossiers.notices.words import NoticeEvent as E

_COMMON = {
    "code": "Mã hồ sơ",
    "procedure": "Tên thủ tục",
    "unit": "Nơi tiếp nhận",
    "agency": "Cơ quan giải quyết",
    "hotline": "Số điện thoại hỗ trợ",
    "link": "Đường dẫn đến hồ sơ",
}
_SAMPLE = {
    "code": "H60.24-261125-0017",
    "procedure": "Đăng ký khai sinh",
    "unit": "Trung tâm Phục vụ hành chính công phường Minh Xuân",
    "agency": "Ủy ban nhân dân phường Minh Xuân",
    "hotline": "1022",
    "link": "(đường dẫn đến hồ sơ)",
}
_STEP = {"step": "Bước đang làm", "holder": "Người đang giữ", "days": "Số ngày", "due": "Ngày hẹn trả"}
_STEP_SAMPLE = {"step": "Thẩm định hồ sơ", "holder": "Hà Minh Tuấn", "due": "27/11/2026"}


def _occasion(
    event: E,
    title: str,
    own: Mapping[str, tuple[str, str]],
    needed: str,
    *,
    quiet: bool = False,
    coming: bool = False,
) -> Occasion:
    """Make an occasion; `own` gives label and sample of the fields beyond the common ones."""
    return Occasion(
        event=event.value,
        title=title,
        fields={**_COMMON, **{name: label for name, (label, _) in own.items()}},
        needed=frozenset(needed.split()),
        sample={**_SAMPLE, **{name: sample for name, (_, sample) in own.items()}},
        quiet=quiet,
        coming=coming,
    )


def _alarm(event: E, title: str, days: str, needed: str = "code step days", **more: bool) -> Occasion:
    samples = {**_STEP_SAMPLE, "days": days}
    return _occasion(event, title, {name: (_STEP[name], samples[name]) for name in _STEP}, needed, **more)


_PAPERS = ("Danh mục giấy tờ", "1. Giấy chứng sinh: ảnh chụp bị mờ\n2. Giấy ủy quyền: chưa có chữ ký")
_ALL = (
    _occasion(
        E.SUBMITTED,
        "Hồ sơ được gửi đến",
        {"answer_by": ("Khi nào có trả lời", "trong 8 giờ làm việc, trước 15:30, 26/11/2026")},
        "code unit answer_by",
    ),
    _occasion(
        E.ACCEPTED, "Hồ sơ được tiếp nhận", {"due": ("Ngày hẹn trả", "02/12/2026")}, "code due unit hotline"
    ),
    _occasion(
        E.INTAKE_REFUSED,
        "Từ chối tiếp nhận",
        {
            "reason": ("Lý do", "Hồ sơ không đúng thẩm quyền."),
            "right_place": ("Nơi đúng thẩm quyền", "Sở Tư pháp tỉnh Tuyên Quang"),
        },
        "code reason unit hotline",
    ),
    _occasion(
        E.SUPPLEMENT_REQUESTED,
        "Yêu cầu bổ sung giấy tờ",
        {
            "papers": _PAPERS,
            "reason": ("Lý do", "Hai giấy tờ chưa dùng được."),
            "how": (
                "Cách bổ sung",
                "Gửi trên trang của hồ sơ, hoặc nộp tại nơi tiếp nhận, trước 10/12/2026.",
            ),
        },
        "code papers reason how hotline",
    ),
    _occasion(E.SUPPLEMENT_ANSWERED, "Người nộp gửi giấy tờ bổ sung", {}, "code"),
    _occasion(
        E.SUPPLEMENT_PARTIAL,
        "Nhận một phần giấy tờ bổ sung",
        {"papers": _PAPERS, "note": ("Lời của cán bộ", "Giấy ủy quyền vẫn chưa có chữ ký.")},
        "code papers note hotline",
    ),
    _occasion(
        E.SUPPLEMENT_COMPLETED,
        "Nhận đủ giấy tờ bổ sung",
        {"due": ("Ngày hẹn trả mới", "09/12/2026")},
        "code due unit hotline",
    ),
    _occasion(
        E.MOVED_ON,
        "Hồ sơ chuyển bước",
        {
            "step": ("Bước mới", "Thẩm định hồ sơ"),
            "office": ("Đơn vị nhận", "Phòng Tư pháp – Hộ tịch"),
            "received_by": ("Cán bộ tiếp nhận", "Trần Thị Hoa"),
            "officer": ("Cán bộ xử lý", "Hà Minh Tuấn"),
            "received_at": ("Lúc nhận", "08:15, 26/11/2026"),
            "done": ("Bước vừa xong", "Tiếp nhận, xong lúc 08:14, 26/11/2026"),
        },
        "agency step received_by officer received_at done",
        quiet=True,
    ),
    _alarm(E.ASSIGNED, "Được phân công hồ sơ", "còn 2 ngày làm việc", "code step"),
    _alarm(E.TAKEN_OVER, "Hồ sơ giao lại cho người khác", "còn 2 ngày làm việc", "code holder"),
    _occasion(
        E.RESULT_READY,
        "Đã có kết quả",
        {
            "result": ("Tên kết quả", "Giấy khai sinh"),
            "how": ("Cách nhận", "mang giấy tiếp nhận và giấy tờ tùy thân"),
            "where": ("Nơi nhận", "Trung tâm Phục vụ hành chính công phường Minh Xuân"),
        },
        "code how where",
    ),
    _occasion(
        E.RESULT_RETURNED,
        "Đã trả kết quả",
        {
            "result": ("Tên kết quả", "Giấy khai sinh"),
            "how": ("Đã trả thế nào", "bản điện tử đã vào kho giấy tờ của bạn"),
        },
        "code how",
    ),
    _occasion(E.WITHDRAWN, "Rút hồ sơ", {}, "code"),
    _alarm(E.DUE_FIRST, "Sắp đến hạn, báo lần đầu", "còn 2 ngày làm việc"),
    _alarm(E.DUE_LAST, "Sắp đến hạn, báo lần cuối", "còn 1 ngày làm việc"),
    _alarm(E.OVERDUE, "Quá hạn", "quá 1 ngày làm việc"),
    _alarm(E.STEP_LATE, "Trễ bước", "quá 1 ngày làm việc"),
    _alarm(E.SILENT, "Hồ sơ lâu không ai xử lý", "đã 5 ngày làm việc"),
    _occasion(
        E.SUPPLEMENT_UNANSWERED,
        "Quá ngày bổ sung mà chưa có giấy tờ",
        {
            "papers": _PAPERS,
            "until": ("Ngày phải bổ sung", "10/12/2026"),
            "days": ("Số ngày", "quá 1 ngày làm việc"),
        },
        "code until",
    ),
    _occasion(
        E.CONSULTATION_LATE,
        "Cơ quan phối hợp trả lời trễ",
        {"asked": ("Cơ quan được hỏi", "Sở Xây dựng"), "until": ("Ngày phải trả lời", "27/11/2026")},
        "code asked until",
    ),
    _occasion(
        E.TRANSFERRED,
        "Hồ sơ chuyển về quầy của cơ quan có thẩm quyền",
        {
            "home": ("Quầy nhận chuyển", "Trung tâm Phục vụ hành chính công xã Lũng Cú"),
            "due": ("Ngày hẹn trả", "27/11/2026"),
        },
        "code unit home",
    ),
    _occasion(
        E.RESULT_CORRECTED,
        "Kết quả có sai sót được cấp lại",
        {
            "result": ("Tên kết quả", "Giấy khai sinh"),
            "number": ("Số mới", "12/2026"),
            "replaces": ("Số được thay", "9/2026"),
            "error": ("Sai sót", "Ghi sai chữ đệm."),
            "how": ("Cách nhận", "mang bản cũ và giấy tờ tùy thân"),
            "where": ("Nơi nhận", "Trung tâm Phục vụ hành chính công phường Minh Xuân"),
        },
        "code number replaces agency how",
    ),
    _occasion(
        E.CALENDAR_MOVED,
        "Ngày hẹn trả dời theo lịch làm việc mới",
        {
            "old_due": ("Ngày hẹn cũ", "27/11/2026"),
            "new_due": ("Ngày hẹn mới", "30/11/2026"),
            "basis": ("Căn cứ", "Quyết định 12/QĐ-UBND ngày 20/11/2026"),
        },
        "code old_due new_due basis",
    ),
    _occasion(
        E.EXTENDED,
        "Xin lỗi và hẹn lại ngày trả",
        {
            "old_due": ("Ngày hẹn cũ", "27/11/2026"),
            "new_due": ("Ngày hẹn mới", "02/12/2026"),
            "reason": ("Lý do", "chờ kết quả kiểm tra thực địa"),
        },
        "code old_due new_due reason agency",
    ),
    _occasion(
        E.STOPPED,
        "Dừng giải quyết",
        {
            "ground": ("Căn cứ dừng", "Theo đề nghị của người nộp"),
            "fees": ("Phí, lệ phí đã nộp", "được hoàn 50.000 đồng"),
        },
        "code ground fees",
    ),
    *(
        _occasion(
            event,
            title,
            {
                "amounts": ("Từng khoản", "Lệ phí hộ tịch: 50.000 đồng"),
                "reference": ("Mã thanh toán", "TT-261125-0009"),
            },
            "code amounts reference",
            coming=True,
        )
        for event, title in (
            (E.PAYMENT_DUE, "Phải nộp phí, lệ phí"),
            (E.PAYMENT_RECEIVED, "Đã nhận phí, lệ phí"),
            (E.REFUNDED, "Hoàn phí, lệ phí"),
        )
    ),
    _occasion(E.EVALUATION, "Mời đánh giá", {}, "code", coming=True),
)
OCCASIONS: Mapping[E, Occasion] = {E(one.event): one for one in _ALL}
