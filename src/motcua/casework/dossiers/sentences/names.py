"""How the states, acts, papers and choices of a dossier are called."""

from collections.abc import Mapping

from motcua.casework.dossiers.words import (
    Finance,
    LatenessReason,
    Move,
    PaperForm,
    PaperSource,
    RefusalReason,
    ResultDelivery,
    Settlement,
    Stage,
    State,
    StopGround,
    Verdict,
)
from motcua.reference.catalogue.words import FeeKind

STATES: Mapping[State, str] = {
    State.DRAFT: "Bản nháp",
    State.SUBMITTED: "Mới đăng ký",
    State.ACCEPTED: "Được tiếp nhận",
    State.REJECTED_AT_INTAKE: "Không được tiếp nhận",
    State.IN_PROCESS: "Đang xử lý",
    State.SUPPLEMENT_REQUESTED: "Yêu cầu bổ sung giấy tờ",
    State.PAYMENT_REQUIRED: "Yêu cầu thực hiện nghĩa vụ tài chính",
    State.WITHDRAWN: "Công dân yêu cầu rút hồ sơ",
    State.STOPPED: "Dừng xử lý",
    State.RESOLVED: "Đã xử lý xong",
    State.RESULT_RETURNED: "Đã trả kết quả",
}

MOVES: Mapping[Move, str] = {
    Move.ACCEPT: "Tiếp nhận",
    Move.REQUEST_SUPPLEMENT_AT_INTAKE: "Yêu cầu bổ sung",
    Move.REFUSE_INTAKE: "Từ chối tiếp nhận",
    Move.TRANSFER: "Chuyển về nơi có thẩm quyền",
    Move.TAKE_TRANSFER: "Nhận hồ sơ chuyển đến",
    Move.FORWARD: "Chuyển xử lý",
    Move.ASSIGN: "Phân công",
    Move.ADVANCE_STEP: "Chuyển bước tiếp theo",
    Move.RETURN_STEP: "Trả lại bước trước",
    Move.RECALL: "Thu hồi",
    Move.JUDGE_PAPER: "Kiểm tra giấy tờ",
    Move.PROPOSE_SUPPLEMENT: "Đề nghị bổ sung",
    Move.APPROVE_SUPPLEMENT: "Duyệt yêu cầu bổ sung",
    Move.DECLINE_SUPPLEMENT: "Không duyệt yêu cầu bổ sung",
    Move.REQUEST_SUPPLEMENT: "Gửi yêu cầu bổ sung",
    Move.SUPPLEMENT_COMPLETE: "Nhận đủ giấy tờ bổ sung",
    Move.SUPPLEMENT_PARTIAL: "Nhận một phần bổ sung",
    Move.PROPOSE_EXTENSION: "Đề nghị gia hạn",
    Move.DECLINE_EXTENSION: "Không đồng ý gia hạn",
    Move.APOLOGISE_AND_EXTEND: "Xin lỗi, gia hạn",
    Move.CLOSE_NOT_SUPPLEMENTED: "Kết thúc vì không bổ sung",
    Move.STOP: "Dừng giải quyết",
    Move.WITHDRAW: "Rút hồ sơ",
    Move.DRAFT_RESULT: "Soạn kết quả",
    Move.APPROVE_RESULT: "Duyệt, ký kết quả",
    Move.REFUSE_ON_MERITS: "Vào số, phát hành văn bản từ chối",
    Move.ISSUE_RESULT: "Vào số, phát hành kết quả",
    Move.HAND_OVER_RESULT: "Trả kết quả",
    Move.OPEN_CONSULTATION: "Lấy ý kiến",
    Move.ANSWER_CONSULTATION: "Trả lời ý kiến",
    Move.WITHDRAW_CONSULTATION: "Rút yêu cầu lấy ý kiến",
    Move.FLAG_CONSULTEE_LATE: "Báo trả lời ý kiến trễ",
    Move.DRAFT_CORRECTION: "Soạn bản đính chính",
    Move.APPROVE_CORRECTION: "Duyệt, ký bản đính chính",
    Move.ISSUE_CORRECTION: "Vào số, phát hành bản đính chính",
}

VERDICTS = {Verdict.UNSEEN: "Chưa xem", Verdict.PASSED: "Đạt", Verdict.FAILED: "Không đạt"}
PAPER_FORMS = {
    PaperForm.ORIGINAL: "Bản chính",
    PaperForm.CERTIFIED_COPY: "Bản sao chứng thực",
    PaperForm.COPY: "Bản chụp",
    PaperForm.ELECTRONIC: "Điện tử",
}
FROM_STORE = "Từ kho giấy tờ"
PAPER_SOURCES = {
    PaperSource.E_FORM: "Mẫu điện tử",
    PaperSource.UPLOAD: "Nộp trực tuyến",
    PaperSource.COUNTER: "Nộp tại quầy",
    PaperSource.STORE: "Kho giấy tờ",
}
REFUSAL_REASONS = {
    RefusalReason.NOT_ELIGIBLE: "Không đủ điều kiện",
    RefusalReason.WRONG_AUTHORITY: "Không đúng thẩm quyền",
    RefusalReason.INCOMPLETE: "Không bổ sung đủ giấy tờ",
    RefusalReason.INVALID_DOCUMENT: "Giấy tờ không hợp lệ",
    RefusalReason.FALSE_DECLARATION: "Khai không đúng sự thật",
    RefusalReason.OTHER: "Lý do khác",
}
STOP_GROUNDS = {
    StopGround.APPLICANT_REQUEST: "Theo yêu cầu của chủ hồ sơ",
    StopGround.LEGAL_GROUND: "Theo quy định của pháp luật",
    StopGround.OBJECT_CEASED: "Đối tượng của hồ sơ không còn",
    StopGround.NOT_SUPPLEMENTED: "Hết thời hạn mà không bổ sung giấy tờ",
}
SETTLEMENTS = {
    Settlement.NOTHING_DUE: "Không phát sinh phí, lệ phí",
    Settlement.REFUNDED: "Hoàn phí, lệ phí đã nộp",
    Settlement.KEPT: "Không hoàn phí, lệ phí đã nộp",
    Settlement.CANCELLED: "Không phải nộp phí, lệ phí",
}
LATENESS_REASONS = {
    LatenessReason.UNIT_OVERLOAD: "Nhiều hồ sơ cùng lúc",
    LatenessReason.CONSULTATION_LATE: "Cơ quan được lấy ý kiến trả lời chậm",
    LatenessReason.INCOMPLETE_VERIFICATION: "Chưa xác minh xong",
    LatenessReason.SYSTEM_INCIDENT: "Hệ thống gặp sự cố",
    LatenessReason.LEGAL_CHANGE: "Quy định thay đổi",
    LatenessReason.FORCE_MAJEURE: "Thiên tai hoặc sự kiện bất khả kháng",
    LatenessReason.OTHER: "Lý do khác",
}
STAGES = {Stage.INTAKE: "Tiếp nhận", Stage.APPRAISAL: "Thẩm định"}
FEE_KINDS = {
    FeeKind.SERVICE_FEE: "Phí",
    FeeKind.CHARGE: "Lệ phí",
    FeeKind.UNSAID: "Phí, lệ phí",
}
FEES_PAID = {
    Finance.NONE: "chưa phải trả",
    Finance.DUE: "chưa trả",
    Finance.WAITING: "đang chờ ngân hàng",
    Finance.PAID: "đã trả",
    Finance.CANCELLED: "đã hủy",
    Finance.REFUNDED: "đã hoàn",
}
RETURNED_AT_STORE = "Kho giấy tờ của người nộp (bản điện tử)"
DELIVERIES = {
    ResultDelivery.ONE_STOP: "Nhận tại quầy",
    ResultDelivery.ELECTRONIC: "Bản điện tử vào kho giấy tờ",
}
STORE = {"vneid": "VNeID", "store": "Kho giấy tờ của bạn"}
