"""What people read when an answer or a schema is refused, and the fixed words of answers."""

from collections.abc import Mapping
from enum import StrEnum

from motcua.base.rooms import Refusal, Sentence
from motcua.reference.forms.words import Fault, Part, Why

YES, NO = "Có", "Không"
UNANSWERED = "chưa có"

PARTS: Mapping[Part, str] = {
    Part.PROVINCE: "tỉnh, thành phố",
    Part.COMMUNE: "xã, phường hoặc đặc khu",
    Part.DETAIL: "số nhà, đường, thôn hoặc tổ dân phố",
}

REFUSALS: Mapping[StrEnum, Sentence] = {
    Why.UNREADABLE: Sentence("Câu trả lời không đúng kiểu của ô này.", "Nhập lại."),
    Why.TOO_LONG: Sentence("Rút ngắn còn tối đa {most} ký tự.", "Bạn đã nhập {count}."),
    Why.PERSONAL_ID_SIGNS: Sentence("Số định danh chỉ có chữ số.", "Bỏ “{signs}” rồi nhập lại."),
    Why.PERSONAL_ID_LENGTH: Sentence("Số định danh có 12 chữ số.", "Bạn đã nhập {count}."),
    Why.PHONE_SIGNS: Sentence("Số điện thoại chỉ có chữ số.", "Bỏ “{signs}” rồi nhập lại."),
    Why.PHONE_START: Sentence(
        "Số điện thoại bắt đầu bằng 02, 03, 05, 07, 08 hoặc 09.", "Nhập lại, ví dụ 0912 345 678."
    ),
    Why.MOBILE_LENGTH: Sentence("Số điện thoại di động có 10 chữ số.", "Bạn đã nhập {count}."),
    Why.LANDLINE_LENGTH: Sentence("Số điện thoại bàn có 11 chữ số kể cả mã vùng.", "Bạn đã nhập {count}."),
    Why.ABROAD_LENGTH: Sentence(
        "Số điện thoại nước ngoài có dấu + rồi từ 8 đến 15 chữ số.", "Bạn đã nhập {count}."
    ),
    Why.EMAIL: Sentence("Địa chỉ thư điện tử có dạng ten@example.vn.", "Nhập lại."),
    Why.NAME_DIGITS: Sentence("Họ tên không có chữ số.", "Nhập như trên giấy tờ."),
    Why.NAME_SIGNS: Sentence("Họ tên không có ký tự “{signs}”.", "Nhập như trên giấy tờ."),
    Why.NUMBER: Sentence("Ô này nhận số nguyên.", "Nhập bằng chữ số, ví dụ 12."),
    Why.TOO_SMALL: Sentence("Nhập số từ {least} trở lên.", "Bạn đã nhập {given}."),
    Why.TOO_LARGE: Sentence("Nhập số không lớn hơn {most}.", "Bạn đã nhập {given}."),
    Why.AMOUNT: Sentence("{sentence}", ""),
    Why.AMOUNT_TOO_SMALL: Sentence("Nhập số tiền từ {least} trở lên.", "Bạn đã nhập {given}."),
    Why.AMOUNT_TOO_LARGE: Sentence("Nhập số tiền không lớn hơn {most}.", "Bạn đã nhập {given}."),
    Why.DATE: Sentence("Ngày viết theo năm, tháng, ngày, ví dụ 2026-11-05.", "Nhập lại ngày."),
    Why.DATE_EARLY: Sentence("Nhập ngày từ {earliest} trở đi.", ""),
    Why.DATE_LATE: Sentence("Nhập ngày không muộn hơn {latest}.", ""),
    Why.NOT_LISTED: Sentence("Chọn trong danh sách.", ""),
    Why.NOT_YES_NO: Sentence("Chọn Có hoặc Không.", ""),
    Why.NO_PROVINCE: Sentence("Địa chỉ thiếu tỉnh, thành phố.", "Nhập tên tỉnh, thành phố."),
    Why.NO_COMMUNE: Sentence("Địa chỉ thiếu xã, phường hoặc đặc khu.", "Nhập tên xã, phường hoặc đặc khu."),
}

FAULTS: Mapping[Fault, str] = {
    Fault.NOT_OBJECT: "{where}: cần một đối tượng JSON.",
    Fault.KEY_MISSING: "{where}: thiếu “{key}”.",
    Fault.KEY_UNKNOWN: "{where}: không có mục nào tên “{key}”.",
    Fault.KEY_TYPE: "{where}: “{key}” sai kiểu giá trị.",
    Fault.KEY_MISPLACED: "{where}: loại ô {kind} không dùng “{key}”.",
    Fault.CODE: "{where}: “{code}” phải bắt đầu bằng chữ thường và chỉ gồm a–z, 0–9 và dấu “{joint}”.",
    Fault.TWICE: "{where}: “{name}” dùng hai lần, đặt tên khác cho một trong hai.",
    Fault.KIND: "{where}: không có loại ô “{kind}”.",
    Fault.OPTIONS: "{where}: cần ít nhất {least} mục để chọn.",
    Fault.CONDITION_FIELD: "{where}: hiện theo ô “{name}”, nhưng trước nó không có ô chọn nào tên như thế.",
    Fault.CONDITION_VALUE: "{where}: ô “{name}” không có câu trả lời “{value}”.",
    Fault.LIMIT: "{where}: giới hạn “{value}” không đọc được.",
    Fault.LIMITS: "{where}: giới hạn dưới lớn hơn giới hạn trên.",
    Fault.FACT: "{where}: không có thông tin nào tên “{fact}” để điền sẵn vào loại ô này.",
    Fault.AUTOCOMPLETE: "{where}: “{token}” không phải tên tự điền mà trình duyệt hiểu.",
}


def refusal(why: Refusal) -> str:
    """Give the sentence of a refused answer."""
    return REFUSALS[why.why].about(why)


def fault(what: Fault, *, where: str, **facts: object) -> ValueError:
    """Give the error of a schema that cannot be used; its text is one sentence."""
    return ValueError(FAULTS[what].format(where=where, **facts))


def unanswered(label: str, *, chosen: bool) -> str:
    """Give the sentence of a required field that was left empty."""
    if label.endswith("?"):
        return f"Trả lời câu hỏi “{label}”."
    name = label if label[:2].isupper() else label[:1].lower() + label[1:]
    return f"{'Chọn' if chosen else 'Nhập'} {name}."
