"""Vietnamese of the citizens' door: outcomes of signing in, what to do now, the timeline."""

from collections.abc import Mapping
from typing import NamedTuple

from motcua.casework.dossiers.words import Outcome, State
from motcua.reference.org.words import Role


class Told(NamedTuple):
    """What happened and what to do, with the kind of banner it stands in."""

    kind: str
    what: str
    cure: str


SIGN_IN_OUTCOMES: Mapping[str, Told] = {
    "dung": Told("info", "Bạn đã dừng đăng nhập.", "Chưa có gì được gửi đi. Muốn tiếp tục, đăng nhập lại."),
    "muc": Told(
        "wrong",
        "Tài khoản VNeID của bạn chưa ở mức 2.",
        "Mang Căn cước đến công an xã, phường nơi gần nhất để xác thực mức 2, hoặc nộp hồ sơ tại quầy.",
    ),
    "khoa": Told("wrong", "Tài khoản của bạn ở đây đang bị khóa.", "Gọi đường dây nóng để được mở lại."),
    "loi": Told(
        "wrong",
        "Chưa đăng nhập được.",
        "Lượt đăng nhập đã hết giờ hoặc VNeID không xác nhận. Đăng nhập lại từ đầu.",
    ),
    "vang": Told(
        "wrong",
        "VNeID chưa trả lời.",
        "Thử lại sau ít phút. Cần nộp ngay thì mang giấy tờ đến quầy.",
    ),
}


class Passed(NamedTuple):
    """One event of the timeline as its owner reads it, and how its mark looks."""

    title: str
    look: str = "done"


TIMELINE: Mapping[str, Passed] = {
    "dossier.submitted": Passed("Bạn nộp hồ sơ trực tuyến"),
    "dossier.accepted": Passed("Tiếp nhận hồ sơ"),
    "dossier.intake_refused": Passed("Không tiếp nhận hồ sơ", "wrong"),
    "dossier.supplement_requested": Passed("Yêu cầu bổ sung giấy tờ", "waiting"),
    "dossier.supplement_answered": Passed("Bạn gửi giấy tờ bổ sung"),
    "dossier.supplement_completed": Passed("Nhận đủ giấy tờ bổ sung"),
    "dossier.supplement_partial": Passed("Nhận một phần giấy tờ bổ sung", "waiting"),
    "dossier.transferred": Passed("Chuyển đến quầy của cơ quan có thẩm quyền"),
    "dossier.forwarded": Passed("Chuyển đến nơi giải quyết"),
    "dossier.extended": Passed("Cơ quan xin lỗi và gia hạn", "waiting"),
    "dossier.stopped": Passed("Cơ quan dừng giải quyết", "wrong"),
    "dossier.withdrawn": Passed("Bạn rút hồ sơ"),
    "dossier.result_issued": Passed("Có kết quả"),
    "dossier.consultation_opened": Passed("Cơ quan giải quyết lấy ý kiến nơi khác"),
    "dossier.consultation_answered": Passed("Đã có ý kiến trả lời"),
    "dossier.result_corrected": Passed("Cơ quan xin lỗi và cấp lại kết quả vì có sai sót"),
    "dossier.result_handed_over": Passed("Trả kết quả"),
}

LOOKS: Mapping[str, str] = {
    "dossier.page_opened": "Mở trang hồ sơ",
    "dossier.file_opened": "Mở một tệp",
    "dossier.slip_opened": "Mở một phiếu",
    "dossier.register_opened": "In hoặc tải sổ theo dõi có hồ sơ này",
    "dossier.result_opened": "Mở kết quả",
}

SLIPS = {
    "M01": "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    "M02": "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    "M03": "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
    "M04": "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết",
    "M05": "Thông báo dừng giải quyết hồ sơ",
}

SLIPS_SHORTLY = {
    "M01": "Giấy hẹn",
    "M02": "Phiếu yêu cầu bổ sung",
    "M03": "Phiếu từ chối",
    "M04": "Phiếu xin lỗi và hẹn lại",
    "M05": "Thông báo dừng",
}

LATE = "Cơ quan đang giải quyết quá hạn."
NOTHING_TO_DO = "Bạn không phải làm gì lúc này."

ENDS: Mapping[State, Told] = {
    State.REJECTED_AT_INTAKE: Told(
        "wrong",
        "Hồ sơ không được tiếp nhận.",
        "Lý do ghi trong phiếu từ chối. Sửa theo đó rồi nộp hồ sơ mới.",
    ),
    State.WITHDRAWN: Told("info", "Bạn đã rút hồ sơ này.", "Muốn làm lại thì nộp hồ sơ mới."),
    State.STOPPED: Told(
        "info", "Hồ sơ đã dừng xử lý.", "Lý do, phí và giấy tờ trả lại ghi trong thông báo dừng giải quyết."
    ),
    State.RESULT_RETURNED: Told("done", "Đã trả kết quả.", "Bạn không phải làm gì thêm."),
}

CORRECTED = Told(
    "waiting",
    "Cơ quan xin lỗi vì kết quả đã trả có sai sót và cấp bản thay, không thu phí.",
    "Bản cũ không còn dùng được.",
)

# Who has a dossier at a step that nobody has taken by name yet.
ROLES: Mapping[Role, str] = {
    Role.RECEPTION_OFFICER: "Công chức tiếp nhận",
    Role.ONE_STOP_HEAD: "Lãnh đạo bộ phận một cửa",
    Role.CASE_OFFICER: "Công chức giải quyết",
    Role.UNIT_HEAD: "Lãnh đạo phòng",
    Role.AGENCY_LEADER: "Lãnh đạo cơ quan",
    Role.RECORDS_CLERK: "Văn thư",
    Role.PROCEDURE_CONTROLLER: "Công chức kiểm soát thủ tục",
    Role.AUDITOR: "Thanh tra viên",
    Role.ADMINISTRATOR: "Quản trị viên",
    Role.REFORM_OFFICER: "Công chức theo dõi cải cách hành chính",
    Role.SCORER: "Công chức tự chấm điểm cải cách hành chính",
    Role.APPRAISER: "Công chức thẩm định điểm cải cách hành chính",
    Role.COUNCIL_MEMBER: "Thành viên hội đồng thẩm định",
}

ENDED_WITH = {
    Outcome.GRANTED: "Được giải quyết",
    Outcome.REFUSED: "Không được giải quyết, lý do ghi trong văn bản trả lời",
}

FILED_AGAIN = "Phiên đăng nhập đã hết khi bạn gửi trang này. Chữ bạn điền còn nguyên, xem lại rồi gửi tiếp."
FILES_LOST = "Phiên đăng nhập đã hết khi bạn gửi trang này nên tệp chưa được nhận. Chọn lại tệp rồi gửi tiếp."
SEND_FILE = "Chọn tệp cho giấy tờ này, hoặc chọn “Lưu và để làm sau”."
NO_FILE_CHOSEN = "Chọn tệp cho giấy tờ này."
NO_CASE = "Chọn trường hợp của bạn."
NO_AGENCY = "Chọn nơi giải quyết."
CHANGED_ELSEWHERE = "Hồ sơ vừa có thay đổi. Xem lại rồi làm tiếp."

# Figures that everybody may see.
SMALL = "dưới 5"
HIDDEN = "che"
TOO_FEW = "chưa đủ 20 hồ sơ"
COLUMNS = {
    "month": "Tháng",
    "agency_code": "Mã cơ quan",
    "agency": "Cơ quan",
    "accepted": "Tiếp nhận",
    "finished": "Có kết quả",
    "early": "Sớm hạn",
    "on_time": "Đúng hạn",
    "late": "Trễ hạn",
    "share": "Tỷ lệ trong hạn",
    "low": "Từ",
    "high": "Đến",
}
