"""Vietnamese about dossiers: states, acts, refusals."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from motcua.base.clock import local
from motcua.base.clock.sentences import short_date
from motcua.base.journal.reading import Row
from motcua.base.rooms.refusal import Sentence
from motcua.base.text import NBSP
from motcua.casework.dossiers.words import (
    Finance,
    LatenessReason,
    Move,
    Outcome,
    PaperForm,
    PaperSource,
    RefusalReason,
    ResultDelivery,
    Settlement,
    Stage,
    State,
    StepTimeliness,
    StopGround,
    Verdict,
    Why,
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

VERBS: Mapping[str, str] = {
    "dossier.draft_created": "mở bản nháp",
    "dossier.draft_saved": "lưu bản nháp",
    "dossier.draft_renewed": "chuyển bản nháp sang phiên bản mới của thủ tục",
    "dossier.draft_deleted": "xóa bản nháp cùng {files} tệp",
    "dossier.submitted": "nộp hồ sơ trực tuyến, mã tạm {temporary_code}",
    "dossier.accepted": "tiếp nhận hồ sơ, cấp mã {code}, hẹn trả {due}",
    "dossier.intake_refused": "từ chối tiếp nhận",
    "dossier.papers_judged": "kiểm tra giấy tờ: {passed} đạt, {failed} không đạt",
    "dossier.supplement_requested": "gửi yêu cầu bổ sung lần {round}",
    "dossier.supplement_proposed": "đề nghị yêu cầu bổ sung lần {round}",
    "dossier.supplement_approved": "duyệt yêu cầu bổ sung lần {round}",
    "dossier.supplement_declined": "không duyệt yêu cầu bổ sung lần {round}",
    "dossier.answer_saved": "lưu giấy tờ bổ sung lần {round}, chưa gửi",
    "dossier.supplement_answered": "gửi giấy tờ bổ sung lần {round}",
    "dossier.unsent_let_go": "xóa {files} tệp bổ sung không gửi",
    "dossier.supplement_completed": "nhận đủ giấy tờ bổ sung lần {round}, hẹn trả {due}",
    "dossier.supplement_partial": "nhận một phần giấy tờ bổ sung lần {round}",
    "dossier.transferred": "chuyển hồ sơ về quầy của cơ quan có thẩm quyền",
    "dossier.transfer_taken": "nhận hồ sơ từ quầy tiếp nhận chuyển đến",
    "dossier.forwarded": "chuyển hồ sơ đến nơi giải quyết",
    "dossier.assigned": "phân công người xử lý",
    "dossier.reassigned": "giao lại cho người khác trong đơn vị",
    "dossier.advanced": "chuyển sang bước {step}",
    "dossier.returned": "trả lại bước {step}",
    "dossier.recalled": "thu hồi về bước {step}",
    "dossier.extension_proposed": "đề nghị xin lỗi, gia hạn đến {due}",
    "dossier.extension_declined": "không đồng ý gia hạn",
    "dossier.extended": "xin lỗi và gia hạn: hẹn {old_due} chuyển sang {due}",
    "dossier.stopped": "dừng giải quyết hồ sơ",
    "dossier.withdrawn": "rút hồ sơ",
    "dossier.result_drafted": "soạn dự thảo kết quả",
    "dossier.result_approved": "duyệt, ký kết quả",
    "dossier.result_issued": "phát hành kết quả số {number}",
    "dossier.result_handed_over": "trả kết quả",
    "dossier.consultation_opened": "lấy ý kiến {asked}, trả lời trước {until}",
    "dossier.consultation_answered": "trả lời ý kiến: {asked}",
    "dossier.consultation_withdrawn": "rút yêu cầu lấy ý kiến {asked}",
    "dossier.share_opened": "giao phần việc cho {asked}, xong trước {until}",
    "consultation.late": "{asked} trả lời ý kiến trễ, hạn {until}",
    "dossier.correction_drafted": "soạn bản đính chính cho kết quả số {replaces}",
    "dossier.correction_approved": "duyệt, ký bản đính chính cho kết quả số {replaces}",
    "dossier.result_corrected": "xin lỗi và phát hành kết quả số {number} thay cho số {replaces}",
    "dossier.slip_kept": "lưu bản in phiếu {form}",
    "dossier.result_kept": "lưu bản điện tử của kết quả",
    "dossier.calendar_moved": "chuyển sang lịch làm việc mới, hẹn trả từ {old} thành {due}; căn cứ: {basis}",
    "dossier.limit_moved": "áp dụng giá trị mới của một thời hạn: từ {old} thành {new}; căn cứ: {basis}",
    "regulation.dossiers_moved": "áp dụng giá trị mới của một thời hạn cho {count} hồ sơ đang giải quyết",
    "register.volume_opened": "mở quyển số {volume} của sổ theo dõi năm {year}",
    "register.closed": "khóa sổ theo dõi năm {year}: {count} hồ sơ, {pages} trang",
    "outage.opened": "ghi sự cố từ {began} đến {ended}, cho nhập đến {until}",
    "dossier.entered_late": "nhập sau sự cố hồ sơ nhận lúc {taken_in}",
    "saved_view.kept": "giữ một cách xem danh sách",
    "saved_view.let_go": "bỏ một cách xem danh sách",
    "dossier.found_by_number": "tìm hồ sơ theo số định danh hoặc số điện thoại",
    "calendar.dossiers_moved": "chuyển {count} hồ sơ sang lịch làm việc số {number}",
    "dossier.page_opened": "mở trang hồ sơ",
    "dossier.file_opened": "mở tệp của hồ sơ",
    "dossier.slip_opened": "mở phiếu của hồ sơ",
    "dossier.register_opened": "in, tải sổ theo dõi có hồ sơ",
    "dossier.result_opened": "mở kết quả của hồ sơ",
}

REFUSALS: Mapping[StrEnum, Sentence] = {
    Why.NOT_OPEN: Sentence(
        "Hồ sơ không còn ở trạng thái làm được việc này.", "Mở lại hồ sơ để xem việc đang chờ."
    ),
    Why.NOT_YOURS: Sentence(
        "Việc này không thuộc phần của bạn.", "Xem mục Đang ở đâu để biết ai đang giữ hồ sơ."
    ),
    Why.CHANGED_MEANWHILE: Sentence(
        "Có người vừa xử lý hồ sơ này sau khi bạn mở trang.",
        "Xem lại hồ sơ rồi làm tiếp; chưa có gì bị thay đổi.",
    ),
    Why.NOT_OFFERED: Sentence("Cơ quan này không nhận thủ tục đã chọn.", "Chọn cơ quan khác."),
    Why.PROCEDURE_ABOLISHED: Sentence(
        "Thủ tục này đã bị bãi bỏ từ ngày {since} theo Quyết định {decision}.",
        "Hỏi Trung tâm Phục vụ hành chính công về việc bạn cần làm.",
    ),
    Why.PROCEDURE_REPLACED: Sentence(
        "Thủ tục này đã bị bãi bỏ từ ngày {since} theo Quyết định {decision}.",
        "Nộp theo thủ tục thay thế: {title}, mã {code}.",
    ),
    Why.VERSION_NOT_EFFECTIVE: Sentence(
        "Thủ tục đã được thay bằng phiên bản khác hoặc không còn hiệu lực.",
        "Mở lại trang thủ tục và bắt đầu hồ sơ mới.",
    ),
    Why.NEWER_VERSION: Sentence(
        "Thủ tục này đã có phiên bản mới nên bản nháp chưa nộp được.",
        "Chuyển bản nháp sang bản mới; điều đã điền vẫn giữ ở những ô còn dùng.",
    ),
    Why.NOT_VERIFIED: Sentence("Định danh của bạn chưa được xác thực.", "Đăng nhập lại bằng VNeID mức 2."),
    Why.ANSWERS_MISSING: Sentence("Còn ô chưa điền: {answers}.", "Bấm Sửa ở từng mục để điền."),
    Why.PAPERS_MISSING: Sentence(
        "Còn thiếu giấy tờ: {papers}.", "Tải lên hoặc nhận đủ giấy tờ rồi làm tiếp."
    ),
    Why.PAPERS_NOT_JUDGED: Sentence("Còn {count} giấy tờ chưa kiểm tra.", "Ghi kết luận cho từng giấy tờ."),
    Why.PAPERS_FAILED: Sentence(
        "Có {count} giấy tờ không đạt.", "Yêu cầu bổ sung hoặc từ chối tiếp nhận, có nêu lý do."
    ),
    Why.FEE_UNPAID: Sentence("Hồ sơ chưa nộp phí, lệ phí.", "Nộp phí, lệ phí rồi làm tiếp."),
    Why.HELD_BY_STATE: Sentence(
        "Không được yêu cầu giấy tờ mà Nhà nước đã có: {papers}.",
        "Tra cứu bản đã có; nếu bản ấy sai thì ghi kết luận Không đạt cho bản ấy trước.",
    ),
    Why.NOT_KEPT_LONG: Sentence("Bản nháp này chưa hết thời gian giữ.", "Chờ đến ngày xóa, hoặc tự xóa."),
    Why.NOT_REPRESENTED: Sentence(
        "Quyền nộp thay đã hết hoặc không gồm việc này.", "Mở mục Nộp thay để xem, hoặc khai quyền mới."
    ),
    Why.NO_REASON: Sentence("Chưa có lý do.", "Nhập lý do để người nhận biết phải làm gì."),
    Why.NO_ITEMS: Sentence("Chưa có giấy tờ nào trong danh mục.", "Chọn hoặc thêm ít nhất một giấy tờ."),
    Why.NO_LEGAL_GROUND: Sentence("Chưa có căn cứ pháp lý.", "Nhập số, tên văn bản và điều khoản."),
    Why.RIGHT_AUTHORITY_NEEDED: Sentence(
        "Hồ sơ không đúng thẩm quyền thì phải chỉ đúng nơi giải quyết.", "Nhập tên cơ quan có thẩm quyền."
    ),
    Why.SUPPLEMENT_ALREADY_ASKED: Sentence(
        "Đã yêu cầu bổ sung một lần khi tiếp nhận; quy định chỉ cho một lần, đủ cả danh mục.",
        "Tiếp nhận hồ sơ hoặc từ chối có lý do.",
    ),
    Why.SUPPLEMENT_TOO_LATE: Sentence(
        "Đã quá hạn yêu cầu bổ sung ({until}).", "Giải quyết theo hồ sơ đang có hoặc trình lãnh đạo."
    ),
    Why.SUPPLEMENT_OPEN: Sentence("Đang có một yêu cầu bổ sung chưa xong.", "Hoàn tất yêu cầu đó trước."),
    Why.SUPPLEMENT_NOT_ANSWERED: Sentence(
        "Yêu cầu bổ sung không ở bước này.", "Mở lại hồ sơ để xem yêu cầu đang chờ ai."
    ),
    Why.ITEMS_NOT_TICKED: Sentence(
        "Còn {count} giấy tờ trong danh mục chưa được đánh dấu.", "Đánh dấu đủ, hoặc ghi nhận một phần."
    ),
    Why.NO_CLOSING_RULE: Sentence(
        "Không có quy định chuyên ngành nào cho kết thúc hồ sơ vì chưa bổ sung.",
        "Liên hệ người nộp, hoặc dừng giải quyết khi có căn cứ khác.",
    ),
    Why.STILL_AWAITED: Sentence(
        "Chưa hết thời hạn bổ sung ({until}).", "Chờ hết ngày đó rồi mới kết thúc được."
    ),
    Why.NOT_ACCEPTED_YET: Sentence("Hồ sơ chưa được tiếp nhận.", "Từ chối tiếp nhận tại quầy, có nêu lý do."),
    Why.CLOSED_BY_ITS_OWN_MOVE: Sentence(
        "Không bổ sung giấy tờ có việc riêng.", "Dùng “Kết thúc vì không bổ sung” khi đã hết thời hạn."
    ),
    Why.SETTLEMENT_NEEDED: Sentence(
        "Cách xử lý phí, lệ phí không khớp với tình trạng nộp tiền của hồ sơ.",
        "Chọn hoàn, không hoàn hoặc không phải nộp cho đúng.",
    ),
    Why.NO_DUE_DATE: Sentence(
        "Hồ sơ không có ngày hẹn trả nên không có gì để gia hạn.", "Giải quyết hồ sơ như thường lệ."
    ),
    Why.NO_EXTENSION_RULE: Sentence(
        "Chưa có quy định về xin lỗi, gia hạn đang có hiệu lực.",
        "Báo quản trị nhập số lần và thời hạn gia hạn kèm căn cứ pháp lý.",
    ),
    Why.ALREADY_EXTENDED: Sentence(
        "Hồ sơ đã được gia hạn; quy định chỉ cho {most} lần.",
        "Giải quyết ngay; nếu quá hạn thì hồ sơ được tính là quá hạn.",
    ),
    Why.EXTENSION_TOO_LATE: Sentence(
        "Đã quá ngày được xin lỗi, gia hạn ({until}).", "Giải quyết ngay và báo lãnh đạo."
    ),
    Why.EXTENSION_PROPOSED: Sentence(
        "Đang có một đề nghị gia hạn chờ lãnh đạo.", "Chờ lãnh đạo quyết định đề nghị đó."
    ),
    Why.NO_EXTENSION_PROPOSED: Sentence("Không có đề nghị gia hạn nào đang chờ.", "Mở lại hồ sơ để xem."),
    Why.NEW_DUE_NOT_LATER: Sentence(
        "Ngày hẹn mới phải sau ngày hẹn đang có ({due}).", "Chọn một ngày muộn hơn."
    ),
    Why.NEW_DUE_NOT_WORKED: Sentence("{day} không phải ngày làm việc.", "Chọn một ngày làm việc."),
    Why.NO_RESULT: Sentence("Chưa có dự thảo kết quả.", "Soạn kết quả trước khi chuyển."),
    Why.RESULT_NOT_APPROVED: Sentence("Kết quả chưa được lãnh đạo duyệt.", "Trình lãnh đạo duyệt trước."),
    Why.RESULT_ALREADY_APPROVED: Sentence(
        "Kết quả đã được duyệt, ký.", "Muốn sửa, người đang giữ trả hồ sơ lại bước trước."
    ),
    Why.OWN_DRAFT: Sentence(
        "Bạn là người soạn dự thảo này nên không tự duyệt được.", "Nhờ lãnh đạo khác của cơ quan duyệt, ký."
    ),
    Why.RESULT_TYPE_UNKNOWN: Sentence(
        "Loại kết quả không thuộc thủ tục này.", "Chọn một loại trong danh sách."
    ),
    Why.NO_ERROR_SAID: Sentence(
        "Chưa ghi sai sót của kết quả đã phát hành.", "Nêu chỗ sai và chỗ đúng để người nhận biết."
    ),
    Why.NO_CORRECTION: Sentence(
        "Chưa có bản đính chính nào chờ duyệt.", "Người giải quyết soạn bản đính chính trước."
    ),
    Why.CORRECTION_NOT_APPROVED: Sentence(
        "Bản đính chính chưa được lãnh đạo duyệt.", "Trình lãnh đạo duyệt trước."
    ),
    Why.CORRECTION_APPROVED: Sentence("Bản đính chính đã được duyệt, ký.", "Chờ văn thư vào số, phát hành."),
    Why.NOTHING_TO_HAND_OVER: Sentence("Kết quả đã được trả.", "Không còn gì chờ trả."),
    Why.CONSULTATION_OPEN: Sentence(
        "Còn {count} nơi được lấy ý kiến chưa trả lời.",
        "Chờ trả lời, rút yêu cầu, hoặc ghi ở lời nhắn vì sao chuyển bước khi chưa có ý kiến.",
    ),
    Why.SHARE_OPEN: Sentence(
        "Còn {count} phần việc liên thông chưa xong.", "Chờ các cơ quan phối hợp trả lời, hoặc rút phần việc."
    ),
    Why.NO_CONSULTATION: Sentence("Không có yêu cầu lấy ý kiến nào đang chờ.", "Mở lại hồ sơ để xem."),
    Why.NO_CONTENT: Sentence("Chưa có nội dung.", "Nhập điều cần hỏi hoặc ý kiến trả lời."),
    Why.REPLY_DUE_PAST: Sentence("Ngày phải trả lời đã qua.", "Chọn từ hôm nay trở đi."),
    Why.OWN_UNIT: Sentence("Đơn vị này đang giữ hồ sơ.", "Chọn đơn vị khác."),
    Why.UNIT_UNKNOWN: Sentence("Không có đơn vị này.", "Chọn một đơn vị trong danh sách."),
    Why.NOT_LATE_YET: Sentence("Chưa quá ngày phải trả lời.", "Chờ đến hết ngày đó."),
    Why.SHARES_TOO_LONG: Sentence(
        "Các phần việc cần {taken} giờ, dài hơn thời hạn {total} giờ.", "Rút ngắn phần việc dài nhất."
    ),
    Why.SHARES_NOT_WHOLE: Sentence(
        "Phần việc của các cấp cộng lại là {taken} giờ, thời hạn là {total} giờ.",
        "Chia lại cho tổng các cấp đúng bằng thời hạn.",
    ),
    Why.CLOCK_PAUSED: Sentence(
        "Đồng hồ đang tạm dừng chờ ý kiến.", "Làm việc này khi có trả lời hoặc đã rút yêu cầu."
    ),
    Why.NOT_RECEIVED_HERE: Sentence(
        "Quầy này không nhận hồ sơ cho cơ quan đã chọn.", "Hướng dẫn người nộp đến quầy của cơ quan đó."
    ),
    Why.NO_TRANSFER_NEEDED: Sentence("Hồ sơ không chờ chuyển quầy.", "Mở lại hồ sơ để xem nơi đang giữ."),
    Why.TRANSFER_FIRST: Sentence(
        "Hồ sơ thuộc thẩm quyền nơi khác.", "Chuyển về quầy của cơ quan có thẩm quyền trước."
    ),
    Why.TRANSFER_NOT_TAKEN: Sentence(
        "Hồ sơ chuyển đến chưa được nhận.", "Nhận hồ sơ chuyển đến rồi chuyển xử lý."
    ),
    Why.NO_NEXT_STEP: Sentence("Đây là bước cuối của quy trình.", "Phát hành kết quả để kết thúc."),
    Why.NO_STEP_BEFORE: Sentence("Không có bước nào trước bước này.", "Xử lý hồ sơ hoặc yêu cầu bổ sung."),
    Why.NOBODY_AT_STEP: Sentence(
        "Bước “{step}” chưa có ai đảm nhiệm.", "Báo quản trị bổ nhiệm người vào vị trí đó."
    ),
    Why.NOT_IN_UNIT: Sentence(
        "Người được chọn không làm việc này ở {unit}.", "Chọn người khác trong danh sách."
    ),
    Why.ALREADY_ACTED_ON: Sentence(
        "Người nhận đã bắt đầu xử lý nên không thu hồi được.", "Đề nghị người đó trả lại hồ sơ."
    ),
    Why.NO_RECIPIENT: Sentence(
        "Chưa ghi người nhận kết quả.", "Nhập tên người nhận và quan hệ với chủ hồ sơ."
    ),
    Why.NO_ROUTE: Sentence(
        "Thủ tục chưa có quy trình nội bộ đang hiệu lực.",
        "Báo cán bộ kiểm soát thủ tục phê duyệt quy trình rồi tiếp nhận.",
    ),
    Why.NOT_AT_STEP: Sentence(
        "Quy trình đã duyệt không có việc này ở bước hiện tại.", "Chọn việc khác hoặc chuyển hồ sơ đi tiếp."
    ),
    Why.CALENDAR_NOT_IN_FORCE: Sentence(
        "Quyết định về lịch này chưa có hiệu lực.", "Cho quyết định có hiệu lực trước."
    ),
    Why.NOTHING_TO_MOVE: Sentence(
        "Không có hồ sơ nào cần dời hạn: hồ sơ được chọn đã xong hoặc đã theo lịch này.",
        "Tải lại trang để xem danh sách mới.",
    ),
    Why.OTHERS_WOULD_MOVE: Sentence(
        "Danh sách hồ sơ bị dời đã khác lúc bạn xem trước; chưa có gì thay đổi.", "Xem lại danh sách ở dưới."
    ),
    Why.FORM_NOT_IN_SET: Sentence(
        "Bộ biểu mẫu có hiệu lực ngày này không có mẫu cho việc này.",
        "Báo bộ phận kiểm soát thủ tục cập nhật bộ biểu mẫu.",
    ),
    Why.NO_APPLICANT: Sentence(
        "Hồ sơ chưa có tên người nộp nên chưa cấp được phiếu.", "Nhập họ tên, địa chỉ rồi làm lại."
    ),
    Why.REGISTER_YEAR_RUNS: Sentence(
        "Năm {year} chưa hết nên chưa khóa được sổ.", "Khóa sổ sau ngày 31/12/{year}."
    ),
    Why.REGISTER_CLOSED: Sentence(
        "Sổ năm {year} đã khóa, không ghi thêm được.", "In lại sổ đã khóa, hoặc ghi vào sổ năm nay."
    ),
    Why.REGISTER_NOT_YOURS: Sentence(
        "Chỉ người phụ trách một cửa của đơn vị mới làm được việc này.", "Báo người phụ trách một cửa."
    ),
    Why.REGISTER_EMPTY: Sentence("Sổ năm {year} chưa có hồ sơ nào.", "Chọn năm khác."),
    Why.VOLUME_EMPTY: Sentence(
        "Quyển số {volume} chưa có hồ sơ nào.", "Ghi tiếp vào quyển này; mở quyển mới khi quyển đã đầy."
    ),
    Why.OUTAGE_SPAN: Sentence("Lúc hết sự cố phải sau lúc bắt đầu.", "Xem lại ngày và giờ."),
    Why.OUTAGE_NOT_OVER: Sentence("Sự cố chưa hết vào lúc này.", "Ghi sự cố sau khi đã chạy lại."),
    Why.NO_OUTAGE_BASIS: Sentence(
        "Sự cố chưa có lý do hoặc căn cứ.", "Ghi lý do và văn bản cho phép nhận tay."
    ),
    Why.NOT_OUTAGE_APPROVER: Sentence(
        "Việc này do người phụ trách một cửa hoặc quản trị làm.", "Báo người phụ trách một cửa."
    ),
    Why.NOT_OUTAGE_COUNTER: Sentence("Sự cố này của bộ phận tiếp nhận khác.", "Chọn sự cố của quầy mình."),
    Why.OUTSIDE_OUTAGE: Sentence(
        "Lúc nhận phải nằm trong thời gian sự cố, từ {began} đến {ended}.",
        "Xem lại lúc ghi trên giấy nhận tay. Nhận ngoài sự cố thì tiếp nhận như thường.",
    ),
    Why.OUTAGE_CLOSED: Sentence(
        "Đã quá hạn nhập hồ sơ của sự cố này ({until}).", "Báo người phụ trách một cửa."
    ),
    Why.HELD_ALREADY: Sentence("Người được chọn đang giữ hồ sơ này.", "Chọn người khác nếu muốn giao lại."),
    Why.NO_NAME: Sentence("Cách xem chưa có tên.", "Đặt một tên ngắn, ví dụ Hộ tịch quá hạn."),
    Why.TOO_MANY_VIEWS: Sentence("Bạn đã giữ {most} cách xem.", "Bỏ một cách xem cũ rồi giữ cách mới."),
    Why.NO_SUCH_VIEW: Sentence("Cách xem này không còn.", "Tải lại trang để xem những cách còn giữ."),
    Why.NO_DURATION: Sentence(
        "Thủ tục chưa có thời hạn cho cách nộp này nên chưa tiếp nhận được.",
        "Báo bộ phận kiểm soát thủ tục bổ sung thời hạn.",
    ),
}


NO_NAMES: Mapping[int, str] = {}
STORE = {"vneid": "VNeID", "store": "Kho giấy tờ của bạn"}


def move_sentence(old: datetime | None, new: datetime | None, basis: str) -> str:
    """Say why a newer calendar changed the date of a dossier."""
    why = f"Lịch làm việc thay đổi theo {basis}"
    if old is None or new is None or old == new:
        return f"{why}; ngày hẹn giữ nguyên."
    days = [local(one).date() for one in (old, new)]
    if days[0] == days[1]:
        return f"{why}; giờ hẹn trong ngày {short_date(days[1])} thay đổi."
    return f"{why}; ngày hẹn dời từ {short_date(days[0])} sang {short_date(days[1])}."


def published_list(decision_no: str) -> str:
    """Name the published list of papers as the ground on which a paper is asked for."""
    return (
        f"Thành phần hồ sơ công bố tại Quyết định số {decision_no}"
        if decision_no
        else "Thành phần hồ sơ đã công bố"
    )


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
ENTERED_LATE = "Ghi muộn: sổ của năm tiếp nhận đã khóa"
RETURNED_ELECTRONICALLY = "Bản điện tử vào kho giấy tờ"


REGISTER_NOTES: Mapping[str, str] = {
    "dossier.supplement_requested": "Yêu cầu bổ sung lần {round} ngày {on}",
    "dossier.extended": "Gia hạn ngày {on}, hẹn trước {old_due}",
    "dossier.result_corrected": "Đính chính ngày {on}: số {number} thay số {replaces}",
    "dossier.withdrawn": "Người nộp rút hồ sơ ngày {on}",
    "dossier.stopped": "Dừng giải quyết ngày {on}",
}
REFUSED_NOTE = "Từ chối giải quyết, văn bản số {number}"


def register_note(verb: str, at: datetime, facts: Mapping[str, Any]) -> str:
    """Say in the register what happened to a dossier besides being received and returned."""
    refused = verb == "dossier.result_issued" and facts.get("outcome") == Outcome.REFUSED
    template = REFUSED_NOTE if refused else REGISTER_NOTES.get(verb, "")
    told = {"on": short_date(local(at).date()), **{key: _plain(value) for key, value in facts.items()}}
    return template.format_map(_Facts(told))


def row_sentence(row: Row, steps: Mapping[int, str] = NO_NAMES) -> str:
    """Give one journal row of a dossier as a sentence without its actor; `steps` names the steps."""
    facts = {key: _plain(value) for key, value in row.payload.items()}
    name = steps.get(row.payload.get("step", 0))
    if name:
        facts["step"] = f"“{name}”"
    return VERBS.get(row.verb, row.verb).format_map(_Facts(facts))


def _plain(value: Any) -> str:
    if isinstance(value, str) and value[4:5] == "-" and value[7:8] == "-" and value[:4].isdigit():
        moment = "T" in value
        return short_date(
            local(datetime.fromisoformat(value)).date() if moment else date.fromisoformat(value)
        )
    return str(value)


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "(không có)"
