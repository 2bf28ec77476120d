"""What the organisation says: verbs of its journal, refusals, names of kinds."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from motcua.base.rooms.refusal import Sentence
from motcua.reference.org.words import Why

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
        Why.CODE_TAKEN: Sentence("Mã {code} đang được dùng.", "Nhập mã khác."),
        Why.COUNTER_NEEDS_CODE: Sentence(
            "Quầy tiếp nhận cần mã để cấp mã hồ sơ.", "Nhập mã định danh, ví dụ H60.24."
        ),
        Why.STAFF_LEFT: Sentence("{staff} đã thôi việc.", "Chọn người khác."),
        Why.LOGIN_TAKEN: Sentence("Tên đăng nhập {login} đã có người dùng.", "Nhập tên đăng nhập khác."),
        Why.ALREADY_THERE: Sentence("{staff} đang giữ vị trí này.", "Chọn vị trí khác."),
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
        Why.SHIFTS_WRONG: Sentence("Giờ làm việc chưa đọc được.", "Nhập như 07:30–11:30, 13:30–17:30."),
        Why.HALF_DAY_NEEDS_SHIFTS: Sentence(
            "Ngày làm nửa ngày phải ghi giờ làm việc.", "Nhập giờ, ví dụ 07:30–11:30."
        ),
        Why.WEEK_WITHOUT_WORK: Sentence(
            "Tuần này không có giờ làm việc nào.", "Nhập giờ cho ít nhất một ngày trong tuần."
        ),
        Why.REGULATION_NOT_LATER: Sentence(
            "Giá trị đang dùng có hiệu lực từ {from_day}.", "Nhập ngày có hiệu lực sau ngày ấy."
        ),
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
