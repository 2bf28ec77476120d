"""The rules that a province starts with: §12c as data. An administrator changes them afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from motcua.base.notices.words import Medium, Wording
from motcua.casework.dossiers.notices.words import Addressee, NoticeEvent

LAW: Final = "NĐ 224/2026/NĐ-CP, Điều 15"
OURS: Final = "Mẫu có sẵn, không dẫn từ văn bản pháp luật"
_ALL: Final = (Medium.IN_APP, Medium.EMAIL, Medium.SMS, Medium.ZALO)
_DESK: Final = (Medium.IN_APP, Medium.EMAIL)
_PAGE: Final = (Medium.IN_APP,)
_END: Final = "\n\nXem hồ sơ: {link}\nCần hỏi, gọi {hotline}."


@dataclass(frozen=True)
class Seed:
    """One rule to begin with."""

    event: NoticeEvent
    addressee: Addressee
    media: tuple[Medium, ...]
    wording: Wording
    after_days: int = 0
    legal_basis: str = LAW


def _applicant(event: NoticeEvent, subject: str, body: str, short: str) -> Seed:
    return Seed(event, Addressee.APPLICANT, _ALL, Wording(subject, body + _END, short))


_TO_APPLICANT = (
    _applicant(
        NoticeEvent.SUBMITTED,
        "Đã nhận hồ sơ {code}",
        "Hồ sơ “{procedure}” đã gửi đến {unit}, mã tạm {code}."
        "\n\nBạn có trả lời về việc tiếp nhận {answer_by}.",
        "Đã nhận hồ sơ, mã tạm {code}. Trả lời {answer_by}. Hỏi: {hotline}",
    ),
    _applicant(
        NoticeEvent.ACCEPTED,
        "Hồ sơ {code} đã được tiếp nhận",
        "{unit} đã tiếp nhận hồ sơ “{procedure}”, mã {code}.\n\nHẹn trả kết quả: {due}.",
        "Hồ sơ {code} đã được tiếp nhận, hẹn trả {due}. Hỏi: {hotline}",
    ),
    _applicant(
        NoticeEvent.INTAKE_REFUSED,
        "Hồ sơ {code} không được tiếp nhận",
        "{unit} không tiếp nhận hồ sơ “{procedure}”, mã {code}.\n\nLý do: {reason}\n\n{right_place}",
        "Hồ sơ {code} không được tiếp nhận. Xem lý do trên trang hồ sơ hoặc gọi {hotline}",
    ),
    _applicant(
        NoticeEvent.SUPPLEMENT_REQUESTED,
        "Hồ sơ {code} cần bổ sung giấy tờ",
        "Hồ sơ “{procedure}” cần bổ sung một lần, gồm:\n\n{papers}\n\nLý do chung: {reason}\n\n{how}",
        "Hồ sơ {code} cần bổ sung giấy tờ. Xem danh mục trên trang hồ sơ hoặc gọi {hotline}",
    ),
    _applicant(
        NoticeEvent.SUPPLEMENT_PARTIAL,
        "Hồ sơ {code} còn thiếu giấy tờ",
        "Đã nhận một phần giấy tờ bổ sung của hồ sơ “{procedure}”. Còn thiếu:"
        "\n\n{papers}\n\nLời của cán bộ: {note}",
        "Hồ sơ {code} còn thiếu giấy tờ bổ sung. Xem trên trang hồ sơ hoặc gọi {hotline}",
    ),
    _applicant(
        NoticeEvent.SUPPLEMENT_COMPLETED,
        "Hồ sơ {code} đã đủ giấy tờ",
        "{unit} đã nhận đủ giấy tờ bổ sung của hồ sơ “{procedure}”.\n\nHẹn trả kết quả: {due}.",
        "Hồ sơ {code} đã đủ giấy tờ, hẹn trả {due}. Hỏi: {hotline}",
    ),
    _applicant(
        NoticeEvent.RESULT_READY,
        "Hồ sơ {code} đã có kết quả",
        "Hồ sơ “{procedure}” đã có kết quả: {result}.\n\nNơi nhận: {where}.\nCách nhận: {how}.",
        "Hồ sơ {code} đã có kết quả. Nhận tại {where}. Hỏi: {hotline}",
    ),
    _applicant(
        NoticeEvent.RESULT_RETURNED,
        "Đã trả kết quả hồ sơ {code}",
        "Kết quả của hồ sơ “{procedure}” ({result}): {how}.",
        "Đã trả kết quả hồ sơ {code}. Hỏi: {hotline}",
    ),
    _applicant(
        NoticeEvent.WITHDRAWN,
        "Hồ sơ {code} đã rút",
        "Hồ sơ “{procedure}” đã được rút theo yêu cầu của người nộp. Bản chính đã nộp nhận lại tại {unit}.",
        "Hồ sơ {code} đã rút theo yêu cầu. Hỏi: {hotline}",
    ),
    _applicant(
        NoticeEvent.SUPPLEMENT_UNANSWERED,
        "Hồ sơ {code} đã quá ngày bổ sung",
        "Hồ sơ “{procedure}” phải bổ sung giấy tờ trước ngày {until} nhưng chưa nhận được:\n\n{papers}",
        "Hồ sơ {code} đã quá ngày bổ sung {until}. Hỏi: {hotline}",
    ),
    _applicant(
        NoticeEvent.EXTENDED,
        "Xin lỗi và hẹn lại ngày trả hồ sơ {code}",
        "{agency} xin lỗi vì chưa giải quyết xong hồ sơ “{procedure}”, mã {code}."
        "\n\nNgày hẹn cũ: {old_due}.\nNgày hẹn mới: {new_due}.\nLý do: {reason}.",
        "{agency} xin lỗi: hồ sơ {code} hẹn lại từ {old_due} sang {new_due}. Hỏi: {hotline}",
    ),
    _applicant(
        NoticeEvent.STOPPED,
        "Dừng giải quyết hồ sơ {code}",
        "{agency} dừng giải quyết hồ sơ “{procedure}”, mã {code}.\n\nCăn cứ: {ground}.\nPhí, lệ phí: {fees}.",
        "Hồ sơ {code} dừng giải quyết. Xem căn cứ trên trang hồ sơ hoặc gọi {hotline}",
    ),
    _applicant(
        NoticeEvent.PAYMENT_DUE,
        "Hồ sơ {code} phải nộp phí, lệ phí",
        "Hồ sơ “{procedure}” phải nộp:\n\n{amounts}"
        "\n\nMã thanh toán: {reference}. Chỉ nộp trên trang của hồ sơ hoặc tại quầy.",
        "Hồ sơ {code} phải nộp phí, lệ phí. Chỉ nộp trên trang hồ sơ hoặc tại quầy. Hỏi: {hotline}",
    ),
    _applicant(
        NoticeEvent.PAYMENT_RECEIVED,
        "Đã nhận phí, lệ phí của hồ sơ {code}",
        "Đã nhận cho hồ sơ “{procedure}”:\n\n{amounts}\n\nMã thanh toán: {reference}.",
        "Đã nhận phí, lệ phí của hồ sơ {code}. Hỏi: {hotline}",
    ),
    _applicant(
        NoticeEvent.REFUNDED,
        "Hoàn phí, lệ phí của hồ sơ {code}",
        "Đã hoàn cho hồ sơ “{procedure}”:\n\n{amounts}\n\nMã thanh toán: {reference}.",
        "Đã hoàn phí, lệ phí của hồ sơ {code}. Hỏi: {hotline}",
    ),
    _applicant(
        NoticeEvent.EVALUATION,
        "Mời bạn đánh giá việc giải quyết hồ sơ {code}",
        "Hồ sơ “{procedure}” đã xong. Một lần bấm để cho biết bạn có hài lòng không.",
        "Mời đánh giá hồ sơ {code} trên trang hồ sơ của bạn",
    ),
    _applicant(
        NoticeEvent.RESULT_CORRECTED,
        "Xin lỗi và cấp lại kết quả hồ sơ {code}",
        "{agency} xin lỗi vì kết quả đã trả của hồ sơ “{procedure}” có sai sót, và cấp lại không thu phí."
        "\n\nKết quả: {result}, số {number} thay cho số {replaces}.\nSai sót: {error}"
        "\n\nNơi nhận: {where}.\nCách nhận: {how}.",
        "{agency} xin lỗi: kết quả hồ sơ {code} có sai sót, đã cấp lại. Hỏi: {hotline}",
    ),
    _applicant(
        NoticeEvent.CALENDAR_MOVED,
        "Hồ sơ {code} đổi ngày hẹn trả",
        "Lịch làm việc của {agency} thay đổi nên ngày hẹn trả hồ sơ “{procedure}” dời theo."
        "\n\nNgày hẹn cũ: {old_due}.\nNgày hẹn mới: {new_due}.\nCăn cứ: {basis}.",
        "Hồ sơ {code} đổi ngày hẹn từ {old_due} sang {new_due} theo lịch làm việc mới. Hỏi: {hotline}",
    ),
    Seed(
        NoticeEvent.TRANSFERRED,
        Addressee.APPLICANT,
        _PAGE,
        Wording(
            "Hồ sơ {code} chuyển đến {home}",
            "{unit} đã chuyển hồ sơ “{procedure}” đến {home}, quầy của {agency}."
            "\n\nMã hồ sơ và ngày hẹn trả không đổi.",
        ),
    ),
    Seed(
        NoticeEvent.MOVED_ON,
        Addressee.APPLICANT,
        _PAGE,
        Wording(
            "Hồ sơ {code} chuyển sang bước “{step}”",
            "{agency}, {office}. Nhận lúc {received_at}.\n"
            "Cán bộ tiếp nhận: {received_by}. Cán bộ xử lý: {officer}.\nBước trước: {done}.",
        ),
    ),
)


def _desk(
    event: NoticeEvent,
    subject: str,
    body: str,
    steps: Mapping[Addressee, int],
    *,
    basis: str = OURS,
    media: tuple[Medium, ...] = _DESK,
) -> tuple[Seed, ...]:
    """Give the same rule for several officials, each after so many working days."""
    wording = Wording(subject, f"{body}\n\nMở hồ sơ: {{link}}")
    return tuple(Seed(event, who, media, wording, days, basis) for who, days in steps.items())


_AT_ONCE: Final = {Addressee.HOLDER: 0, Addressee.UNIT_HEAD: 0, Addressee.ONE_STOP_HEAD: 0}
_STANDS: Final = "Hồ sơ {code}, “{procedure}”.\nBước: {step}. Đang giữ: {holder}. Hẹn trả: {due}."
_TO_OFFICIALS = (
    *_desk(NoticeEvent.DUE_FIRST, "{code}: {days}", f"{_STANDS}\nThời gian: {{days}}.", _AT_ONCE, basis=LAW),
    *_desk(NoticeEvent.DUE_LAST, "{code}: {days}", f"{_STANDS}\nThời gian: {{days}}.", _AT_ONCE, basis=LAW),
    *_desk(NoticeEvent.OVERDUE, "{code}: quá hạn", f"{_STANDS}\nThời gian: {{days}}.", _AT_ONCE, basis=LAW),
    *_desk(NoticeEvent.OVERDUE, "{code}: quá hạn", f"{_STANDS}\nThời gian: {{days}}.", {Addressee.LEADER: 2}),
    *_desk(
        NoticeEvent.STEP_LATE,
        "{code}: trễ bước “{step}”",
        f"{_STANDS}\nBước này trễ: {{days}}.",
        {Addressee.HOLDER: 0, Addressee.UNIT_HEAD: 1, Addressee.ONE_STOP_HEAD: 3},
    ),
    *_desk(
        NoticeEvent.SILENT,
        "{code}: lâu không xử lý",
        f"{_STANDS}\nKhông có việc nào được làm: {{days}}.",
        {Addressee.HOLDER: 0, Addressee.UNIT_HEAD: 1, Addressee.ONE_STOP_HEAD: 3},
    ),
    *_desk(
        NoticeEvent.SUPPLEMENT_UNANSWERED,
        "{code}: quá ngày bổ sung",
        "Hồ sơ {code}, “{procedure}”, phải bổ sung trước ngày {until} ({days})."
        "\nGọi người nộp theo số ghi trong hồ sơ.",
        {Addressee.COUNTER: 0, Addressee.ONE_STOP_HEAD: 2},
    ),
    *_desk(
        NoticeEvent.CONSULTATION_LATE,
        "{code}: {asked} trả lời trễ",
        "Hồ sơ {code}: {asked} phải trả lời trước ngày {until} nhưng chưa có ý kiến.",
        {Addressee.HOLDER: 0, Addressee.ONE_STOP_HEAD: 0},
        basis=LAW,
    ),
    *_desk(
        NoticeEvent.TRANSFERRED,
        "{code}: hồ sơ chuyển đến {home}",
        "{unit} đã chuyển hồ sơ {code}, “{procedure}”, đến {home}. Nơi nhận chuyển kiểm tra và ký nhận."
        "\nMã hồ sơ và ngày hẹn trả ({due}) không đổi.",
        {Addressee.HOLDER: 0, Addressee.COUNTER: 0},
        basis=LAW,
        media=_PAGE,
    ),
    *_desk(
        NoticeEvent.RESULT_CORRECTED,
        "{code}: kết quả cấp lại chờ trả",
        "{agency} xin lỗi và cấp lại kết quả số {number} thay cho số {replaces} của hồ sơ {code}. "
        "Trả bản mới, thu lại bản cũ.\nCách nhận: {how}.",
        {Addressee.COUNTER: 0},
        media=_PAGE,
    ),
    *_desk(
        NoticeEvent.CALENDAR_MOVED,
        "{code}: hẹn trả dời sang {new_due}",
        "Lịch làm việc thay đổi: hồ sơ {code}, “{procedure}”, dời hẹn trả từ {old_due} sang {new_due}."
        "\nCăn cứ: {basis}.",
        {Addressee.HOLDER: 0, Addressee.COUNTER: 0},
        media=_PAGE,
    ),
    *_desk(
        NoticeEvent.EXTENDED,
        "{code}: hẹn lại sang {new_due}",
        "{agency} xin lỗi và hẹn lại hồ sơ {code}, “{procedure}”, từ {old_due} sang {new_due}."
        "\nLý do: {reason}.",
        {Addressee.COUNTER: 0, Addressee.ONE_STOP_HEAD: 0},
        basis=LAW,
        media=_PAGE,
    ),
    *_desk(
        NoticeEvent.SUPPLEMENT_ANSWERED,
        "{code}: đã có giấy tờ bổ sung",
        "Người nộp đã gửi giấy tờ bổ sung cho hồ sơ {code}, “{procedure}”. Kiểm tra và ghi nhận.",
        {Addressee.COUNTER: 0},
        media=_PAGE,
    ),
    *_desk(
        NoticeEvent.ASSIGNED, "Bạn được phân công hồ sơ {code}", _STANDS, {Addressee.HOLDER: 0}, media=_PAGE
    ),
    # Who no longer has a dossier may no longer open it: no link.
    Seed(
        NoticeEvent.TAKEN_OVER,
        Addressee.FORMER_HOLDER,
        _PAGE,
        Wording(
            "{code}: đã giao lại cho {holder}",
            "Hồ sơ {code}, “{procedure}”, đã giao lại cho {holder}. Bạn không còn giữ hồ sơ này.",
        ),
        legal_basis=OURS,
    ),
    *_desk(
        NoticeEvent.WITHDRAWN,
        "{code}: người nộp đã rút hồ sơ",
        "Hồ sơ {code}, “{procedure}”, đã rút. Trả lại bản chính đã nhận.",
        {Addressee.COUNTER: 0, Addressee.HOLDER: 0},
        media=_PAGE,
    ),
)
SEEDS: Final = (*_TO_APPLICANT, *_TO_OFFICIALS)
