"""How the control slip tells who gave a dossier to whom, and whether in time."""

from collections.abc import Mapping

from motcua.base.text import NBSP
from motcua.casework.dossiers.words import Move, StepTimeliness

THE_APPLICANT = "Người nộp hồ sơ"
FIRST_HANDOVER = "Tiếp nhận hồ sơ"
RESULT_TO_COUNTER = "Có kết quả số {number}, chuyển một cửa trả"
NOBODY_YET = "chưa phân công"
HANDOVERS: Mapping[str, str] = {
    "dossier.assigned": "Phân công trong đơn vị",
    "dossier.reassigned": "Giao lại trong đơn vị",
    "dossier.supplement_requested": "Yêu cầu bổ sung lần {round}",
    "dossier.supplement_completed": "Nhận đủ giấy tờ bổ sung lần {round}",
    "dossier.supplement_partial": "Nhận một phần giấy tờ bổ sung lần {round}",
    "dossier.result_handed_over": "Trả kết quả",
    "dossier.result_corrected": "Kết quả số {number} thay cho số {replaces}, chuyển một cửa trả",
    "dossier.withdrawn": "Rút hồ sơ",
    "dossier.stopped": "Dừng giải quyết",
}
CONSULTED: Mapping[str, str] = {
    "dossier.consultation_opened": "Lấy ý kiến",
    "dossier.share_opened": "Giao phần việc liên thông",
    "dossier.consultation_answered": "Trả lời ý kiến",
    "dossier.consultation_withdrawn": "Rút yêu cầu lấy ý kiến",
}
SENT_BY: Mapping[Move, str] = {
    Move.RETURN_STEP: "Trả lại bước trước",
    Move.RECALL: "Thu hồi",
    Move.TRANSFER: "Chuyển đến quầy có thẩm quyền",
}
TIMELINESS: Mapping[StepTimeliness, str] = {
    StepTimeliness.EARLY: f"Trước{NBSP}hạn",
    StepTimeliness.ON_TIME: f"Đúng{NBSP}hạn",
    StepTimeliness.LATE: f"Quá{NBSP}hạn",
}
