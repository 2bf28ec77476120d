"""What people read when an answer or a schema is refused, and the fixed words of answers."""

from collections.abc import Mapping
from enum import StrEnum

from motcua.base.rooms import Refusal, Sentence
from motcua.reference.forms.words import TODAY, Change, Comparison, Fact, Fault, FieldKind, Part, Why

YES, NO = "Có", "Không"
UNANSWERED = "chưa có"

COMMUNE_HINT = "Tên từ ngày 01/07/2025. Nhớ tên cũ thì cứ gõ, trang sẽ nói nay là nơi nào."

PARTS: Mapping[Part, str] = {
    Part.PROVINCE: "tỉnh, thành phố",
    Part.COMMUNE: "xã, phường hoặc đặc khu",
    Part.DETAIL: "số nhà, đường, thôn hoặc tổ dân phố",
}

KINDS: Mapping[FieldKind, str] = {
    FieldKind.TEXT: "Một dòng chữ",
    FieldKind.LONG_TEXT: "Nhiều dòng chữ",
    FieldKind.NUMBER: "Con số",
    FieldKind.MONEY: "Số tiền",
    FieldKind.DATE: "Ngày",
    FieldKind.CHOICE: "Chọn một",
    FieldKind.CHOICES: "Chọn nhiều",
    FieldKind.YES_NO: "Có hoặc Không",
    FieldKind.PERSONAL_ID: "Số định danh cá nhân",
    FieldKind.TAX_CODE: "Mã số thuế",
    FieldKind.PHONE: "Số điện thoại",
    FieldKind.EMAIL: "Thư điện tử",
    FieldKind.PERSON_NAME: "Họ tên người",
    FieldKind.ADDRESS: "Địa chỉ",
    FieldKind.FILE: "Tệp gửi kèm",
    FieldKind.GROUP: "Nhóm ô",
    FieldKind.TABLE: "Bảng nhiều dòng",
    FieldKind.NOTE: "Lời ghi chú",
}

FACTS: Mapping[Fact, str] = {
    Fact.FULL_NAME: "họ tên của người điền",
    Fact.PERSONAL_ID: "số định danh của người điền",
    Fact.BIRTH_DATE: "ngày sinh của người điền",
    Fact.PHONE: "số điện thoại của người điền",
    Fact.EMAIL: "thư điện tử của người điền",
    Fact.ADDRESS: "nơi cư trú của người điền",
}

TESTS: Mapping[Comparison, str] = {
    Comparison.IS: "{label} là “{value}”",
    Comparison.IS_NOT: "{label} khác “{value}”",
    Comparison.FILLED: "đã trả lời {label}",
    Comparison.AT_LEAST: "{label} từ {value} trở lên",
    Comparison.AT_MOST: "{label} không quá {value}",
}

REFUSALS: Mapping[StrEnum, Sentence] = {
    Why.UNREADABLE: Sentence("Câu trả lời không đúng kiểu của ô này.", "Nhập lại."),
    Why.TOO_LONG: Sentence("Rút ngắn còn tối đa {most} ký tự.", "Bạn đã nhập {count}."),
    Why.PERSONAL_ID_SIGNS: Sentence("Số định danh chỉ có chữ số.", "Bỏ “{signs}” rồi nhập lại."),
    Why.PERSONAL_ID_LENGTH: Sentence("Số định danh có 12 chữ số.", "Bạn đã nhập {count}."),
    Why.TAX_CODE_SIGNS: Sentence("Mã số thuế chỉ có chữ số và một dấu gạch.", "Bỏ “{signs}” rồi nhập lại."),
    Why.TAX_CODE_LENGTH: Sentence(
        "Mã số thuế có 10 chữ số, 10 chữ số rồi gạch và 3 chữ số, hoặc 12 chữ số của cá nhân.",
        "Bạn đã nhập {count}.",
    ),
    Why.TAX_CODE_DOUBT: Sentence(
        "Chữ số cuối không khớp cách tính mã số thuế.", "Đối chiếu lại với giấy tờ."
    ),
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
    Why.FIGURE: Sentence("Ô này nhận số.", "Nhập bằng chữ số, phần lẻ sau dấu phẩy, ví dụ 120,5."),
    Why.PLACES: Sentence("Nhập tối đa {places} chữ số sau dấu phẩy.", ""),
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
    Why.PROVINCE: Sentence("Không có tỉnh, thành phố nào tên “{typed}”.", "Chọn trong danh sách."),
    Why.COMMUNE: Sentence(
        "Không có xã, phường, đặc khu nào tên “{typed}” ở {province}.", "Nhập tên hiện nay."
    ),
    Why.COMMUNE_NEAR: Sentence("{province} không có “{typed}”.", "Tên gần giống: {names}."),
    Why.COMMUNE_SEVERAL: Sentence("{province} có nhiều nơi tên như thế: {names}.", "Nhập đủ cả tên."),
    Why.COMMUNE_OLD: Sentence("“{typed}” nay là {names}.", "Nhập tên hiện nay."),
    Why.FILES_MANY: Sentence("Ô này nhận tối đa {most} tệp.", "Bỏ bớt tệp. Đang có {count}."),
    Why.ROW: Sentence("{row}, {label}: {sentence}", ""),
    Why.ROWS_FEW: Sentence("Cần ít nhất {least}.", "Bấm nút thêm rồi điền."),
    Why.ROWS_MANY: Sentence("Tối đa {most} dòng.", "Đang có {count}, bỏ bớt rồi gửi lại."),
    Why.CODE: Sentence("Mã mẫu bắt đầu bằng chữ thường, chỉ gồm a–z, 0–9 và dấu gạch nối.", "Nhập lại mã."),
    Why.CODE_TAKEN: Sentence("Đã có mẫu mang mã {code}.", "Đặt mã khác, hoặc soạn bản mới của mẫu đó."),
    Why.DRAFT_CHANGED: Sentence(
        "Bản đang soạn vừa được {who} sửa lúc {when}.",
        "Chưa ghi gì của bạn. Xem bản mới rồi sửa lại.",
    ),
    Why.DRAFT_GONE: Sentence("Bản đang soạn không còn nữa.", "Mở lại trang của mẫu."),
    Why.DRAFT_FAULTY: Sentence(
        "Mẫu còn {count} chỗ phải sửa trước khi công bố.", "Xem từng chỗ ở trang soạn."
    ),
    Why.DRAFT_SAME: Sentence("Bản đang soạn giống hệt bản đang dùng.", "Không cần công bố."),
    Why.DRAFT_THERE: Sentence("Mẫu {code} đang có bản soạn dở.", "Công bố hoặc bỏ bản đó trước."),
    Why.NOT_JSON: Sentence("Tệp không phải JSON đọc được.", "Chọn lại tệp đã tải từ trang mẫu điện tử."),
    Why.NOT_A_FORM: Sentence("{sentence}", ""),
    Why.NOTHING_THERE: Sentence("Không còn chỗ này trong bản đang soạn.", "Mở lại trang soạn."),
}

FAULTS: Mapping[Fault, str] = {
    Fault.NOT_OBJECT: "cần một đối tượng JSON.",
    Fault.KEY_MISSING: "thiếu “{key}”.",
    Fault.KEY_UNKNOWN: "không có mục nào tên “{key}”.",
    Fault.KEY_TYPE: "“{key}” sai kiểu giá trị.",
    Fault.KEY_MISPLACED: "loại ô {kind} không dùng “{key}”.",
    Fault.CODE: "“{code}” phải bắt đầu bằng chữ thường và chỉ gồm a–z, 0–9 và dấu “{joint}”.",
    Fault.TWICE: "“{name}” dùng hai lần, đặt tên khác cho một trong hai.",
    Fault.KIND: "không có loại ô “{kind}”.",
    Fault.OPTIONS: "cần ít nhất {least} mục để chọn.",
    Fault.CONDITION_FIELD: "hiện theo ô “{name}”, nhưng trước nó không có ô nào tên như thế.",
    Fault.CONDITION_VALUE: "ô “{name}” không có câu trả lời “{value}”.",
    Fault.CONDITION_TEST: "không so câu trả lời của ô “{name}” bằng cách “{test}” được.",
    Fault.EMPTY_PAGE: "trang chưa có ô nào, thêm ô hoặc bỏ trang.",
    Fault.EMPTY_INSIDE: "chưa có ô nào bên trong, thêm ô hoặc bỏ đi.",
    Fault.NESTED: "loại ô {kind} không đặt ở đây được.",
    Fault.LIMIT: "giới hạn “{value}” không đọc được.",
    Fault.LIMITS: "giới hạn dưới lớn hơn giới hạn trên.",
    Fault.FACT: "không có thông tin nào tên “{fact}” để điền sẵn vào loại ô này.",
    Fault.AUTOCOMPLETE: "“{token}” không phải tên tự điền mà trình duyệt hiểu.",
}


NOTHING = "không có"

TOKEN_WORDS: Mapping[str, str] = {
    "name": "Họ tên",
    "bday": "Ngày sinh",
    "tel": "Số điện thoại",
    "email": "Thư điện tử",
    "street-address": "Địa chỉ",
    "organization": "Tên cơ quan, tổ chức",
    "organization-title": "Chức danh",
}

VERBS: Mapping[str, str] = {
    "form.published": "công bố phiên bản mẫu điện tử",
    "form.draft_started": "bắt đầu soạn mẫu điện tử",
    "form.draft_saved": "sửa bản đang soạn của mẫu điện tử",
    "form.draft_discarded": "bỏ bản đang soạn của mẫu điện tử",
    "form.draft_published": "chuyển bản đang soạn thành phiên bản mới",
}

KEYS: Mapping[str, str] = {
    "kind": "loại ô",
    "label": "tên",
    "hint": "lời nhắc",
    "show_if": "điều kiện hiện",
    "prefill": "điền sẵn",
    "min": "giới hạn dưới",
    "max": "giới hạn trên",
    "max_length": "số ký tự tối đa",
    "autocomplete": "tên tự điền của trình duyệt",
    "places": "số chữ số sau dấu phẩy",
    "row": "tên gọi một dòng",
}

CHANGES: Mapping[Change, str] = {
    Change.FORM_TITLE: "Tên mẫu: từ “{old}” thành “{new}”.",
    Change.FORM_CODE: "Mã mẫu: từ {old} thành {new}.",
    Change.PAGE_NEW: "Thêm trang “{page}” với {count} ô.",
    Change.PAGE_GONE: "Bỏ trang “{page}” với {count} ô.",
    Change.PAGE_TITLE: "Tên trang: từ “{old}” thành “{new}”.",
    Change.PAGE_CAPTION: "{page}: tên khi xem lại từ “{old}” thành “{new}”.",
    Change.PAGES_MOVED: "Đổi thứ tự trang: {order}.",
    Change.FIELD_NEW: "{where}: thêm ô “{field}” ({kind}, {needed}).",
    Change.FIELD_GONE: "{where}: bỏ ô “{field}”.",
    Change.FIELDS_MOVED: "{where}: đổi thứ tự ô thành {order}.",
    Change.NEEDED: "{where}, ô “{field}”: nay bắt buộc.",
    Change.NOT_NEEDED: "{where}, ô “{field}”: nay không bắt buộc.",
    Change.KEY: "{where}, ô “{field}”: {key} từ “{old}” thành “{new}”.",
    Change.OPTION_NEW: "{where}, ô “{field}”: thêm mục “{option}”.",
    Change.OPTION_GONE: "{where}, ô “{field}”: bỏ mục “{option}”.",
    Change.OPTION_LABEL: "{where}, ô “{field}”: mục “{old}” nay là “{new}”.",
    Change.OPTION_HINT: "{where}, ô “{field}”: lời nhắc của mục “{option}” từ “{old}” thành “{new}”.",
    Change.OPTIONS_MOVED: "{where}, ô “{field}”: đổi thứ tự mục thành {order}.",
}


def needed_words(required: bool) -> str:
    """Say whether an answer is wanted."""
    return "bắt buộc" if required else "nếu có"


def condition_words(condition: tuple[str, object, Comparison], label: str = "", value: str = "") -> str:
    """Say when a field is shown; without labels by the names that the form itself uses."""
    name, wanted, test = condition
    said = {True: YES, False: NO}.get(wanted, str(wanted)) if isinstance(wanted, bool) else str(wanted)
    return TESTS[test].format(label=f"“{label or name}”", value=value or said)


def limit_words(value: str) -> str:
    """Say a limit of a day."""
    return "ngày điền" if value == TODAY else value


def refusal(why: Refusal) -> str:
    """Give the sentence of a refused answer."""
    sentence = REFUSALS[why.why].about(why)
    return sentence[:1].upper() + sentence[1:]


def fault(what: Fault, *, where: str, **facts: object) -> ValueError:
    """Give the error of a schema that cannot be used; its text is one sentence."""
    return ValueError(f"{where}: {FAULTS[what].format(**facts)}")


def flaw_sentence(what: Fault, **facts: object) -> str:
    """Give the sentence of a fault for those who see its place; kinds go by their Vietnamese names."""
    kind = facts.get("kind")
    told = facts | ({"kind": f"“{KINDS[kind]}”"} if isinstance(kind, FieldKind) else {})
    sentence = FAULTS[what].format(**told)
    return sentence[:1].upper() + sentence[1:]


def unanswered(label: str, *, chosen: bool) -> str:
    """Give the sentence of a required field that was left empty."""
    if label.endswith("?"):
        return f"Trả lời câu hỏi “{label}”."
    name = label if label[:2].isupper() else label[:1].lower() + label[1:]
    return f"{'Chọn' if chosen else 'Nhập'} {name}."
