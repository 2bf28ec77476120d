"""What a row of the journal says happened to a dossier."""

from collections.abc import Mapping

from motcua.base.journal.reading import Row
from motcua.casework.dossiers.sentences.filling import filled

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

NO_NAMES: Mapping[int, str] = {}


def row_sentence(row: Row, steps: Mapping[int, str] = NO_NAMES) -> str:
    """Give one journal row of a dossier as a sentence without its actor; `steps` names the steps."""
    name = steps.get(row.payload.get("step", 0))
    told = {**row.payload, "step": f"“{name}”"} if name else row.payload
    return filled(VERBS.get(row.verb, row.verb), told)
