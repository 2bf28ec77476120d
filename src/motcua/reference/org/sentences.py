"""What the organisation says: verbs of its journal, refusals, names of kinds."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from motcua.base.clock.calendar import DayKind
from motcua.base.queue.words import RunState
from motcua.base.rooms.refusal import Sentence
from motcua.reference.org.words import WITHDRAWN, AgencyKind, Role, Tier, UnitKind, Why

VERBS: Mapping[str, str] = MappingProxyType(
    {
        "agency.founded": "lập cơ quan",
        "agency.succeeded": "kết thúc cơ quan và ghi cơ quan kế thừa",
        "unit.set_up": "lập đơn vị",
        "unit.serves": "nhận hồ sơ cho cơ quan",
        "position.made": "lập vị trí công việc",
        "staff.joined": "nhận người vào làm việc",
        "staff.appointed": "bổ nhiệm vào vị trí",
        "staff.moved": "chuyển sang vị trí khác",
        "staff.left": "ghi người thôi việc",
        "regulation.set": "đặt tham số theo quy định",
        "calendar.drafted": "soạn quyết định về lịch làm việc, căn cứ {document}",
        "calendar.day_set": "ghi ngày {day} vào dự thảo lịch",
        "calendar.day_dropped": "bỏ ngày {day} khỏi dự thảo lịch",
        "calendar.week_set": "ghi giờ làm việc từ {from} vào dự thảo lịch",
        "calendar.week_dropped": "bỏ giờ làm việc từ {from} khỏi dự thảo lịch",
        "calendar.draft_dropped": "bỏ dự thảo lịch làm việc",
        "calendar.put_in_force": "cho quyết định về lịch số {number} có hiệu lực",
        "delegation.made": "giao làm thay",
        "delegation.ended": "thôi giao làm thay",
    }
)

REFUSALS: Mapping[StrEnum, Sentence] = MappingProxyType(
    {
        Why.AGENCY_ENDED: Sentence("{agency} đã kết thúc hoạt động.", "Chọn cơ quan kế thừa."),
        Why.AGENCY_OWN_SUCCESSOR: Sentence(
            "Cơ quan không kế thừa chính nó.", "Chọn cơ quan khác làm cơ quan kế thừa."
        ),
        Why.NO_DISTRICTS: Sentence("Không còn cấp huyện từ 01/07/2025.", "Chọn cấp tỉnh hoặc cấp xã."),
        Why.CODE_TAKEN: Sentence("Mã {code} đang được dùng.", "Nhập mã khác."),
        Why.COUNTER_NEEDS_CODE: Sentence(
            "Quầy tiếp nhận cần mã để cấp mã hồ sơ.", "Nhập mã định danh, ví dụ H60.24."
        ),
        Why.STAFF_LEFT: Sentence("{staff} đã thôi việc.", "Chọn người khác."),
        Why.LOGIN_TAKEN: Sentence("Tên đăng nhập {login} đã có người dùng.", "Nhập tên đăng nhập khác."),
        Why.ALREADY_THERE: Sentence("{staff} đang giữ vị trí này.", "Chọn vị trí khác."),
        Why.OWN_PLACE: Sentence(
            "Không ai tự giao vị trí hoặc quyền cho chính mình.", "Nhờ một người quản trị khác."
        ),
        Why.NO_ROLES: Sentence("Vị trí chưa có việc nào được làm.", "Chọn ít nhất một vai trò."),
        Why.SPAN_BACKWARDS: Sentence("Ngày cuối đứng trước ngày đầu.", "Nhập ngày cuối muộn hơn."),
        Why.DECISION_IN_FORCE: Sentence(
            "Quyết định này đã có hiệu lực hoặc đã bị bỏ, không sửa được nữa.",
            "Muốn thay đổi, soạn một quyết định mới.",
        ),
        Why.DECISION_EMPTY: Sentence(
            "Quyết định chưa có dòng nào.", "Ghi ít nhất một ngày hoặc giờ làm việc."
        ),
        Why.NO_DOCUMENT: Sentence("Chưa có văn bản làm căn cứ.", "Nhập số, ngày của văn bản."),
        Why.DAY_OUT_OF_CALENDAR: Sentence(
            "Lịch chỉ có các ngày từ 01/01/2000 đến 31/12/2060.", "Nhập ngày trong khoảng ấy."
        ),
        Why.TOO_MANY_DAYS: Sentence("Mỗi lần ghi nhiều nhất 31 ngày liền nhau.", "Ghi làm nhiều lần."),
        Why.HALF_DAY_NEEDS_SHIFTS: Sentence(
            "Ngày làm nửa ngày phải ghi giờ làm việc.", "Nhập giờ, ví dụ 07:30–11:30."
        ),
        Why.WEEK_WITHOUT_WORK: Sentence(
            "Tuần này không có giờ làm việc nào.", "Nhập giờ cho ít nhất một ngày trong tuần."
        ),
        Why.REGULATION_NOT_LATER: Sentence(
            "Giá trị đang dùng có hiệu lực từ {from_day}.", "Nhập ngày có hiệu lực sau ngày ấy."
        ),
        Why.REGULATION_UNIT: Sentence("Thời hạn này không tính bằng đơn vị ấy.", "Chọn đơn vị khác."),
        Why.REGULATION_NO_HOUR: Sentence("Giờ trong ngày từ 0 đến 23.", "Nhập lại giờ, ví dụ 15."),
        Why.REGULATION_SAME: Sentence(
            "Giá trị mới giống giá trị đang dùng.", "Sửa giá trị, hoặc giữ nguyên tham số."
        ),
        Why.OWN_DELEGATION: Sentence("Không ai làm thay chính mình.", "Chọn người khác."),
        Why.NOT_THEIR_POSITION: Sentence(
            "{staff} không giữ vị trí này trong những ngày ấy.", "Chọn vị trí mà người đó đang giữ."
        ),
        Why.DELEGATED_ALREADY: Sentence(
            "Trong những ngày ấy vị trí này đã có người làm thay.",
            "Chọn ngày khác, hoặc thôi lần giao kia trước.",
        ),
        Why.DELEGATION_ENDED: Sentence("Lần giao làm thay này đã hết.", "Xem lại danh sách."),
    }
)

DAY_KINDS: Mapping[str, str] = MappingProxyType(
    {
        DayKind.HOLIDAY: "Nghỉ lễ, tết",
        DayKind.SUBSTITUTE_OFF: "Nghỉ bù",
        DayKind.SWAP_OFF: "Nghỉ hoán đổi",
        DayKind.SWAP_WORK: "Làm bù",
        DayKind.LOCAL_OFF: "Nghỉ theo quyết định của địa phương",
        DayKind.HALF_DAY: "Làm nửa ngày",
        WITHDRAWN: "Thôi quyết định trước, trở lại như thường",
    }
)
SHORT_KINDS: Mapping[DayKind, str] = MappingProxyType(
    {
        DayKind.HOLIDAY: "lễ",
        DayKind.SUBSTITUTE_OFF: "nghỉ",
        DayKind.SWAP_OFF: "nghỉ",
        DayKind.SWAP_WORK: "làm",
        DayKind.LOCAL_OFF: "nghỉ",
        DayKind.HALF_DAY: "nửa",
    }
)
TIERS: Mapping[str, str] = MappingProxyType(
    {Tier.PROVINCE: "Cấp tỉnh", Tier.DISTRICT: "Cấp huyện (đến 30/06/2025)", Tier.COMMUNE: "Cấp xã"}
)
AGENCY_KINDS: Mapping[str, str] = MappingProxyType(
    {
        AgencyKind.PEOPLES_COMMITTEE: "Ủy ban nhân dân",
        AgencyKind.DEPARTMENT: "Sở, ban, ngành",
        AgencyKind.CENTRE: "Trung tâm Phục vụ hành chính công",
    }
)
UNIT_KINDS: Mapping[str, str] = MappingProxyType(
    {
        UnitKind.COUNTER: "Quầy tiếp nhận và trả kết quả",
        UnitKind.DIVISION: "Phòng, bộ phận chuyên môn",
        UnitKind.LEADERSHIP: "Lãnh đạo",
        UnitKind.CLERICAL: "Văn thư",
        UnitKind.OFFICE: "Văn phòng, thanh tra",
    }
)
ROLES: Mapping[str, str] = MappingProxyType(
    {
        Role.RECEPTION_OFFICER: "Tiếp nhận, trả kết quả",
        Role.ONE_STOP_HEAD: "Phụ trách một cửa",
        Role.CASE_OFFICER: "Thụ lý hồ sơ",
        Role.UNIT_HEAD: "Phụ trách phòng, phân công",
        Role.AGENCY_LEADER: "Lãnh đạo, ký kết quả",
        Role.RECORDS_CLERK: "Văn thư, vào số, phát hành",
        Role.PROCEDURE_CONTROLLER: "Kiểm soát thủ tục",
        Role.AUDITOR: "Thanh tra, xem nhật ký",
        Role.ADMINISTRATOR: "Quản trị",
        Role.REFORM_OFFICER: "Theo dõi cải cách hành chính, mở đợt chấm điểm",
        Role.SCORER: "Tự chấm điểm cải cách hành chính của đơn vị",
        Role.APPRAISER: "Thẩm định điểm cải cách hành chính",
        Role.COUNCIL_MEMBER: "Hội đồng thẩm định chỉ số cải cách hành chính",
    }
)
REGULATIONS: Mapping[str, str] = MappingProxyType(
    {
        "online_reception_answer": "Trả lời người nộp trực tuyến: tiếp nhận hay không",
        "forward_cutoff": "Nhận sau giờ này thì chuyển hồ sơ vào đầu ngày làm việc sau",
        "supplement_after_reception": "Yêu cầu bổ sung sau khi thẩm định, kể từ ngày tiếp nhận",
        "supplement_answer": "Chờ người nộp bổ sung giấy tờ",
        "extend_before": "Xin lỗi, hẹn lại muộn nhất trước ngày hẹn",
        "extensions_most": "Số lần hẹn lại nhiều nhất",
        "non_boundary": "Nhận hồ sơ thuộc thẩm quyền của cơ quan khác trong tỉnh",
        "full_age": "Tuổi tự mình nộp hồ sơ",
        "par_target": "Mục tiêu chỉ số cải cách hành chính của tỉnh",
        "draft_kept": "Giữ bản nháp của người dân",
        "feedback_forward": "Chuyển phản ánh, kiến nghị đến cơ quan có thẩm quyền",
        "feedback_reject": "Từ chối phản ánh, kiến nghị trên cổng",
        "feedback_ask_more": "Đề nghị bổ sung thông tin phản ánh, kiến nghị",
        "feedback_process": "Xử lý phản ánh, kiến nghị",
        "feedback_publish": "Công khai kết quả xử lý phản ánh, kiến nghị",
        "publish_decision_ministry": "Bộ công bố thủ tục trước ngày văn bản có hiệu lực",
        "publish_decision_province": "Tỉnh công bố thủ tục trước ngày văn bản có hiệu lực",
        "publish_decision_shortened": "Công bố thủ tục của văn bản theo trình tự rút gọn, kể từ ngày ký",
        "load_record_ministry": "Bộ nạp dữ liệu thủ tục vào cơ sở dữ liệu quốc gia",
        "load_record_province": "Tỉnh nạp dữ liệu thủ tục vào cơ sở dữ liệu quốc gia",
        "load_record_shortened": "Nạp dữ liệu thủ tục theo trình tự rút gọn",
        "alarm_due_first": "Nhắc người xử lý trước hạn, lần đầu",
        "alarm_due_last": "Nhắc người xử lý trước hạn, lần cuối",
        "alarm_silent": "Báo phụ trách khi hồ sơ không có ai động đến",
        "suspension_notice": "Báo trước khi tạm ngừng dịch vụ",
        "on_time_target": "Mục tiêu tỷ lệ hồ sơ có kết quả đúng hạn",
    }
)
# Sector rules: a limit for one procedure alone, its code after a colon.
FOR_ONE_PROCEDURE: Mapping[str, str] = MappingProxyType(
    {
        "supplement_answer": "Chờ người nộp bổ sung giấy tờ, rồi mới đóng hồ sơ",
        "consultation_pauses": "Tạm dừng tính hạn khi chờ ý kiến",
    }
)


def regulation_name(code: str) -> str:
    """Name a limit of law by its code."""
    general, _, procedure = code.partition(":")
    if procedure and general in FOR_ONE_PROCEDURE:
        return f"{FOR_ONE_PROCEDURE[general]}, thủ tục {procedure}"
    return REGULATIONS.get(code, code)


REGULATION_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "working_day": "ngày làm việc",
        "day": "ngày",
        "working_hour": "giờ làm việc",
        "month": "tháng",
        "hour_of_day": "giờ trong ngày",
        "times": "lần",
        "percent": "%",
        "switch": "có áp dụng hay không (1 hoặc 0)",
    }
)
CERTAINTIES: Mapping[str, str] = MappingProxyType(
    {
        "V": "Đã đọc trong văn bản",
        "V-old": "Văn bản đã được thay thế, cần đối chiếu",
        "M": "Chưa đọc được văn bản, cần đối chiếu",
        "D": "Quy định của tỉnh, không dẫn từ luật",
    }
)
JOB_STATES: Mapping[RunState, tuple[str, str]] = MappingProxyType(
    {
        RunState.FAILED: ("Đã ngừng thử", "error"),
        RunState.WAITING: ("Sẽ tự chạy lại", "warn"),
        RunState.RUNNING: ("Đang chạy lại", "action"),
    }
)
WORKER_DIED = "Tiến trình làm việc nền dừng giữa chừng."
OTHER_ERROR = "Chương trình gặp lỗi chưa lường trước; báo dòng dưới cho người bảo trì."
_DATABASE_AWAY = "Cơ sở dữ liệu không trả lời."
_AWAY = "Nơi cần gọi đến không trả lời."
_STORE = "Kho tệp không đọc hoặc không ghi được."
JOB_ERRORS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("OperationalError", "InterfaceError", "PoolTimeout"), _DATABASE_AWAY),
        **dict.fromkeys(
            ("TimeoutError", "ConnectionError", "ConnectionRefusedError", "ConnectionResetError", "gaierror"),
            _AWAY,
        ),
        **dict.fromkeys(("OSError", "FileNotFoundError", "PermissionError", "ClientError"), _STORE),
        "Tampered": "Tệp trong kho không còn như khi cất.",
        "MasterAway": "Thiếu khóa chủ của một tệp.",
        "OutOfCalendar": "Có ngày nằm ngoài lịch làm việc.",
        "TaskNotFound": "Bản chương trình đang chạy không còn việc này.",
    }
)
