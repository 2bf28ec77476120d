"""Vietnamese about applicants, those who act for them, and their papers."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from motcua.base.clock.sentences import short_date
from motcua.base.rooms.refusal import Sentence
from motcua.reference.people.words import (
    Basis,
    CorrectionState,
    NoIdentifier,
    PaperState,
    Power,
    Why,
)

VERBS = {
    "person.verified": "nhận thông tin do định danh điện tử xác nhận",
    "person.registered": "ghi nhận người nộp tại quầy",
    "person.named": "ghi nhận người được nộp thay",
    "person.looked_up": "tra thông tin người nộp bằng số định danh",
    "person.paper_held": "lưu giấy tờ vào kho của chủ giấy tờ",
    "person.paper_described": "ghi số, nơi cấp, ngày cấp của giấy tờ trong kho",
    "person.paper_used": "dùng lại giấy tờ trong kho cho thủ tục {procedure}",
    "person.paper_state_changed": "đổi tình trạng giấy tờ trong kho",
    "organisation.named": "ghi nhận tổ chức được nộp thay",
    "paper_kind.defined": "quy định cách nhận ra loại giấy tờ {code}",
    "representation.made": "khai nộp thay người khác",
    "representation.confirmed": "xác nhận quyền nộp thay",
    "representation.ended": "chấm dứt quyền nộp thay",
    "representation.document_added": "gửi bản chụp văn bản nộp thay",
    "representation.document_removed": "bỏ bản chụp văn bản nộp thay",
    "correction.opened": "báo dữ liệu sai",
    "correction.looked_at": "mở một báo dữ liệu sai",
    "correction.answered": "trả lời báo dữ liệu sai",
}

BASES: Mapping[Basis, str] = {
    Basis.PARENT: "Cha, mẹ của người chưa thành niên",
    Basis.GUARDIAN: "Người giám hộ",
    Basis.AUTHORISED: "Người được ủy quyền bằng văn bản",
    Basis.LEGAL_REPRESENTATIVE: "Người đại diện theo pháp luật",
}
DOCUMENTS: Mapping[Basis, str] = {
    Basis.GUARDIAN: "Văn bản cử hoặc công nhận giám hộ",
    Basis.AUTHORISED: "Văn bản ủy quyền",
}
POWERS: Mapping[Power, str] = {
    Power.FILE: "Nộp và bổ sung hồ sơ",
    Power.WITHDRAW: "Rút hồ sơ",
    Power.PAPERS: "Dùng giấy tờ trong kho của chủ hồ sơ",
}
NO_IDENTIFIERS: Mapping[NoIdentifier, str] = {
    NoIdentifier.NOT_SHOWN: "Chưa xuất trình giấy tờ có số định danh",
    NoIdentifier.NOT_ISSUED: "Chưa được cấp số định danh",
    NoIdentifier.FOREIGN: "Người nước ngoài không có số định danh",
}
PAPER_STATES: Mapping[PaperState, str] = {
    PaperState.VALID: "Còn giá trị",
    PaperState.EXPIRED: "Hết hạn",
    PaperState.REPLACED: "Đã thay bằng bản mới",
    PaperState.REVOKED: "Đã thu hồi",
    PaperState.UNDER_CORRECTION: "Đang kiểm tra lại",
}
CORRECTION_STATES: Mapping[CorrectionState, str] = {
    CorrectionState.OPEN: "Chờ kiểm tra",
    CorrectionState.CORRECTED: "Đã sửa",
    CorrectionState.KEPT: "Giữ nguyên",
}

REFUSALS: Mapping[StrEnum, Sentence] = {
    Why.DUMMY_IDENTIFIER: Sentence(
        "Đây không phải số đã cấp cho ai.", "Nhập số thật, hoặc để trống và chọn lý do chưa có số."
    ),
    Why.TAX_CODE_FORM: Sentence(
        "Mã số thuế có 10 chữ số, chi nhánh thêm gạch nối và 3 chữ số. Bạn đã nhập {count} chữ số.",
        "Nhập lại.",
    ),
    Why.PERSONAL_ID_FORM: Sentence("Số định danh có 12 chữ số. Bạn đã nhập {count}.", "Nhập lại."),
    Why.NOT_YOUR_REPRESENTATION: Sentence(
        "Quyền nộp thay này không phải của bạn.", "Mở mục Nộp thay để xem những quyền của bạn."
    ),
    Why.REPRESENTS_ONESELF: Sentence(
        "Đây là số định danh của chính bạn.", "Chọn nộp cho tôi, hoặc nhập số của người được nộp thay."
    ),
    Why.NOT_A_MINOR: Sentence(
        "Cha, mẹ chỉ nộp thay con chưa thành niên.",
        "Kiểm tra ngày sinh, hoặc chọn nộp theo văn bản ủy quyền.",
    ),
    Why.NO_DOCUMENT: Sentence("Chưa có văn bản ủy quyền.", "Nhập số hoặc tên văn bản và ngày ký."),
    Why.NO_POWERS: Sentence("Chưa chọn việc được làm thay.", "Chọn ít nhất một việc."),
    Why.ENDS_BEFORE_START: Sentence(
        "Ngày hết hiệu lực đã qua hoặc trước ngày bắt đầu.", "Nhập lại ngày hết hiệu lực."
    ),
    Why.ORGANISATION_NEEDED: Sentence(
        "Người đại diện theo pháp luật là của tổ chức; cha, mẹ, người giám hộ là của cá nhân.",
        "Chọn lại tư cách nộp thay.",
    ),
    Why.DOCUMENT_SETTLED: Sentence(
        "Quyền nộp thay này đã được xác nhận hoặc đã hết nên văn bản không đổi được nữa.",
        "Có văn bản mới thì khai quyền nộp thay mới.",
    ),
    Why.PAPER_NOT_VALID: Sentence(
        "Giấy tờ trong kho không còn giá trị: {paper}.", "Tải lên bản mới rồi nộp."
    ),
    Why.PAPER_FROM_THE_FUTURE: Sentence("Ngày cấp ở sau hôm nay.", "Nhập lại ngày cấp."),
    Why.PAPER_ENDS_BEFORE_ISSUE: Sentence(
        "Ngày hết giá trị ở trước ngày cấp.", "Nhập lại ngày hết giá trị, hoặc để trống."
    ),
    Why.NOTHING_SAID: Sentence("Chưa có điều đúng.", "Nhập điều đúng hoặc gửi giấy tờ mới hơn."),
    Why.CORRECTION_ANSWERED: Sentence("Báo sai này đã có người trả lời.", "Mở lại danh sách để xem."),
    Why.NO_ANSWER: Sentence("Chưa có câu trả lời.", "Nhập kết quả kiểm tra để người báo biết."),
}


def paper_said(number: str, issuer: str, issued_on: date | None, valid_to: date | None = None) -> str:
    """Say what a paper says of itself: `Số 45/2024, UBND xã Lũng Cú cấp, ngày 03/02/2024`, or nothing."""
    known = (
        f"số {number}" if number else "",
        f"{issuer} cấp" if issuer else "",
        f"ngày {short_date(issued_on)}" if issued_on else "",
    )
    said = ", ".join(part for part in known if part)
    until = f"có giá trị đến {short_date(valid_to)}" if valid_to else ""
    return ". ".join(part[:1].upper() + part[1:] for part in (said, until) if part)
