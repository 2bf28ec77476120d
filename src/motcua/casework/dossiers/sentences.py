"""Vietnamese about dossiers: states, acts, refusals."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from motcua.base.clock import local
from motcua.base.clock.sentences import short_date
from motcua.base.journal.reading import Row
from motcua.base.rooms.refusal import Sentence
from motcua.casework.dossiers.words import (
    Move,
    PaperForm,
    PaperSource,
    RefusalReason,
    ResultDelivery,
    State,
    Verdict,
    Why,
)

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
    Move.WITHDRAW: "Rút hồ sơ",
    Move.DRAFT_RESULT: "Soạn kết quả",
    Move.APPROVE_RESULT: "Duyệt, ký kết quả",
    Move.REFUSE_ON_MERITS: "Vào số, phát hành văn bản từ chối",
    Move.ISSUE_RESULT: "Vào số, phát hành kết quả",
    Move.HAND_OVER_RESULT: "Trả kết quả",
}

VERDICTS = {Verdict.UNSEEN: "Chưa xem", Verdict.PASSED: "Đạt", Verdict.FAILED: "Không đạt"}
PAPER_FORMS = {
    PaperForm.ORIGINAL: "Bản chính",
    PaperForm.CERTIFIED_COPY: "Bản sao chứng thực",
    PaperForm.COPY: "Bản chụp",
    PaperForm.ELECTRONIC: "Điện tử",
}
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
DELIVERIES = {
    ResultDelivery.ONE_STOP: "Nhận tại quầy",
    ResultDelivery.ELECTRONIC: "Bản điện tử vào kho giấy tờ",
}

VERBS: Mapping[str, str] = {
    "dossier.draft_created": "mở bản nháp",
    "dossier.draft_saved": "lưu bản nháp",
    "dossier.draft_deleted": "xóa bản nháp cùng {files} tệp",
    "dossier.submitted": "nộp hồ sơ trực tuyến, mã tạm {temporary_code}",
    "dossier.accepted": "tiếp nhận hồ sơ, cấp mã {code}, hẹn trả {due}",
    "dossier.intake_refused": "từ chối tiếp nhận",
    "dossier.papers_judged": "kiểm tra giấy tờ: {passed} đạt, {failed} không đạt",
    "dossier.supplement_requested": "gửi yêu cầu bổ sung lần {round}",
    "dossier.supplement_proposed": "đề nghị yêu cầu bổ sung lần {round}",
    "dossier.supplement_approved": "duyệt yêu cầu bổ sung lần {round}",
    "dossier.supplement_declined": "không duyệt yêu cầu bổ sung lần {round}",
    "dossier.supplement_answered": "gửi giấy tờ bổ sung lần {round}",
    "dossier.supplement_completed": "nhận đủ giấy tờ bổ sung lần {round}, hẹn trả {due}",
    "dossier.supplement_partial": "nhận một phần giấy tờ bổ sung lần {round}",
    "dossier.forwarded": "chuyển hồ sơ đến nơi giải quyết",
    "dossier.assigned": "phân công người xử lý",
    "dossier.advanced": "chuyển sang bước {step}",
    "dossier.returned": "trả lại bước {step}",
    "dossier.recalled": "thu hồi về bước {step}",
    "dossier.withdrawn": "rút hồ sơ",
    "dossier.result_drafted": "soạn dự thảo kết quả",
    "dossier.result_approved": "duyệt, ký kết quả",
    "dossier.result_issued": "phát hành kết quả số {number}",
    "dossier.result_handed_over": "trả kết quả",
    "dossier.slip_kept": "lưu bản in phiếu {form}",
    "dossier.result_kept": "lưu bản điện tử của kết quả",
    "dossier.page_opened": "mở trang hồ sơ",
    "dossier.file_opened": "mở tệp của hồ sơ",
    "dossier.slip_opened": "mở phiếu của hồ sơ",
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
    Why.NO_RESULT: Sentence("Chưa có dự thảo kết quả.", "Soạn kết quả trước khi chuyển."),
    Why.RESULT_NOT_APPROVED: Sentence("Kết quả chưa được lãnh đạo duyệt.", "Trình lãnh đạo duyệt trước."),
    Why.RESULT_ALREADY_APPROVED: Sentence(
        "Kết quả đã được duyệt, ký.", "Muốn sửa, người đang giữ trả hồ sơ lại bước trước."
    ),
    Why.RESULT_TYPE_UNKNOWN: Sentence(
        "Loại kết quả không thuộc thủ tục này.", "Chọn một loại trong danh sách."
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
    Why.NO_DURATION: Sentence(
        "Thủ tục chưa có thời hạn cho cách nộp này nên chưa tiếp nhận được.",
        "Báo bộ phận kiểm soát thủ tục bổ sung thời hạn.",
    ),
}


STORE = {"vneid": "VNeID", "store": "Kho giấy tờ của bạn"}


def row_sentence(row: Row) -> str:
    """Give one journal row of a dossier as a sentence without its actor."""
    template = VERBS.get(row.verb, row.verb)
    return template.format_map(_Facts({key: _plain(value) for key, value in row.payload.items()}))


def _plain(value: Any) -> str:
    if isinstance(value, str) and len(value) > len("2026-11-25") and value[4:5] == "-" and "T" in value:
        return short_date(local(datetime.fromisoformat(value)).date())
    return str(value)


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "(không có)"
