"""Differences of two versions in words."""

from collections.abc import Sequence
from dataclasses import replace

from motcua.base.money import format_dong
from motcua.base.text import bind
from motcua.reference.catalogue.rules import Difference, cut_percent
from motcua.reference.catalogue.sentences.figures import (
    BY_CASE,
    CHANNELS,
    FREE,
    NO_AMOUNT,
    NO_FIXED_DATE,
    NO_TIME,
    ONLINE_LEVELS,
    length,
    quantity,
)
from motcua.reference.catalogue.words import (
    Act,
    Case,
    Charge,
    OnlineLevel,
    Outcome,
    Paper,
    Part,
    Shift,
    Step,
    SupplementClock,
    Terms,
)

FACTS = {
    "name": "Tên chính thức",
    "title": "Tên thường gọi",
    "summary": "Tóm tắt",
    "subjects": "Đối tượng thực hiện",
    "deciding_agency": "Cơ quan giải quyết",
    "competent_agency": "Cơ quan có thẩm quyền",
    "authorised_agency": "Cơ quan được ủy quyền",
    "direct_handler": "Cơ quan trực tiếp thực hiện",
    "coordinating_agencies": "Cơ quan phối hợp",
    "receiving_address": "Địa chỉ tiếp nhận",
    "requirements": "Yêu cầu, điều kiện",
    "implementing_order": "Trình tự thực hiện",
    "copies": "Số bộ hồ sơ",
    "supplement_clock": "Cách tính hạn khi bổ sung",
    "supplement_clock_basis": "Căn cứ của cách tính hạn khi bổ sung",
    "other_words": "Cách gọi khác",
    "keywords": "Từ khóa",
    "related": "Thủ tục liên quan",
    "portal_url": "Địa chỉ trên Cổng quốc gia",
    "online_level": "Mức độ trực tuyến",
    "partial_reason": "Lý do chỉ trực tuyến một phần",
}
PARTS = {
    Part.FACTS: "Thông tin chung",
    Part.CASES: "Trường hợp",
    Part.CHANNELS: "Cách nộp và thời hạn",
    Part.FEES: "Phí, lệ phí",
    Part.PAPERS: "Thành phần hồ sơ",
    Part.RESULTS: "Kết quả",
    Part.LEGAL_BASIS: "Căn cứ pháp lý",
    Part.ROUTE: "Quy trình nội bộ",
    Part.FORM: "Mẫu điện tử",
    Part.ONLINE: "Mức độ trực tuyến",
}
SUPPLEMENT_CLOCKS = {
    SupplementClock.RESTART: "Tính lại từ đầu khi bổ sung đủ",
    SupplementClock.PAUSE: "Tạm dừng rồi tính tiếp",
}
NOUNS: dict[type, str] = {Paper: "giấy tờ", Case: "trường hợp", Outcome: "kết quả"}
LONGEST = 80
NOTHING = "chưa ghi"


def told(difference: Difference) -> str:
    """Say one difference in a sentence of its own."""
    old, new = difference.before, difference.after
    if difference.fact:
        return _fact(difference.fact, old, new)
    if difference.part is Part.FORM:
        return f"Mẫu điện tử: từ {old or 'không có'} thành {new or 'không có'}."
    match difference.shift:
        case Shift.REORDERED:
            return f"{PARTS[difference.part]}: đổi thứ tự."
        case Shift.ADDED:
            return f"Thêm {_named(new)}."
        case Shift.REMOVED:
            return f"Bỏ {_named(old)}."
        case Shift.CHANGED:
            return _changed(old, new)


def _changed(old: object, new: object) -> str:
    match old, new:
        case Terms(), Terms():
            return _terms(old, new)
        case Charge(), Charge():
            return _fee(old, new)
        case Paper(), Paper():
            return _paper(old, new)
        case Step(), Step():
            return _step(old, new)
    return f"Sửa {_named(old)} thành {_named(new)}."


def _fact(fact: str, before: object, after: object) -> str:
    old, new = _said(before), _said(after)
    if max(len(old), len(new)) > LONGEST:
        return f"{FACTS[fact]}: sửa nội dung."
    return f"{FACTS[fact]}: từ “{old.rstrip('.')}” thành “{new.rstrip('.')}”."


def _said(held: object) -> str:
    if isinstance(held, OnlineLevel):
        return ONLINE_LEVELS[held]
    if isinstance(held, SupplementClock):
        return SUPPLEMENT_CLOCKS[held]
    if isinstance(held, Sequence) and not isinstance(held, str):
        return ", ".join(map(str, held)) or NOTHING
    return str(held) or NOTHING


def _named(one: object) -> str:
    match one:
        case Terms():
            said = f"cách nộp {_way(one)}, {_time(one)}"
        case Charge():
            said = f"khoản “{one.name}”, {_amount(one)}"
        case Act():
            said = f"căn cứ {one.number} {one.name}".strip()
        case Step():
            said = f"bước “{one.name}”, {_hours(one)}"
        case Paper() | Case() | Outcome():
            said = f"{NOUNS[type(one)]} “{one.name}”"
        case _:
            said = f"“{one}”"
    return said


def _way(terms: Terms) -> str:
    way = CHANNELS[terms.channel].lower()
    return f"{way} (trường hợp {terms.case})" if terms.case else way


def _time(terms: Terms) -> str:
    if terms.no_fixed_date:
        return NO_FIXED_DATE.lower()
    if terms.value is None or terms.unit is None:
        return NO_TIME.lower()
    return length(terms.value, terms.unit)


def _terms(old: Terms, new: Terms) -> str:
    way, times = _way(new), (_time(old), _time(new))
    if times[0] != times[1]:
        verb = "còn" if _cut(old, new) else "thành"
        return f"Thời hạn nộp {way}: từ {times[0]} {verb} {times[1]}{_percent(old, new)}."
    if _statutory(old) != _statutory(new):
        return f"Thời hạn luật định khi nộp {way}: từ {_statutory(old)} thành {_statutory(new)}."
    if old.cut_decision_no != new.cut_decision_no:
        numbers = (old.cut_decision_no or NOTHING, new.cut_decision_no or NOTHING)
        return f"Quyết định cắt giảm thời hạn nộp {way}: từ {numbers[0]} thành {numbers[1]}."
    return f"Cách nộp {way}: sửa ghi chú hoặc căn cứ."


def _statutory(terms: Terms) -> str:
    if terms.statutory_value is None or terms.statutory_unit is None:
        return NOTHING
    return length(terms.statutory_value, terms.statutory_unit)


def _cut(old: Terms, new: Terms) -> int:
    """Give by how many per cent a limit became shorter; 0 where it did not."""
    if old.no_fixed_date or new.no_fixed_date:
        return 0
    return cut_percent(replace(new, statutory_value=old.value, statutory_unit=old.unit)) or 0


def _percent(old: Terms, new: Terms) -> str:
    cut = _cut(old, new)
    return bind(f" (giảm {cut} %)") if cut else ""


def _amount(fee: Charge) -> str:
    if fee.free:
        return FREE.lower()
    if fee.free is None and not fee.amount:
        return BY_CASE.lower()
    if fee.amount is None:
        return NO_AMOUNT.lower()
    return format_dong(fee.amount) if fee.amount else FREE.lower()


def _fee(old: Charge, new: Charge) -> str:
    if _amount(old) != _amount(new):
        return f"{new.name}: từ {_amount(old)} thành {_amount(new)}."
    if old.name != new.name:
        return f"Khoản “{old.name}” đổi tên thành “{new.name}”."
    return f"{new.name}: sửa điều kiện, miễn giảm hoặc căn cứ."


def _paper(old: Paper, new: Paper) -> str:
    changes = []
    if old.name != new.name:
        changes.append(f"đổi tên thành “{new.name}”")
    if old.required != new.required:
        changes.append("bắt buộc nộp" if new.required else "không còn bắt buộc")
    if old.data_source != new.data_source:
        changes.append(
            f"không phải nộp vì đã có trong {new.data_source}"
            if new.data_source
            else "không tra cứu được nữa"
        )
    if old.condition != new.condition:
        changes.append(f"điều kiện: {new.condition}" if new.condition else "bỏ điều kiện")
    if (old.originals, old.copies) != (new.originals, new.copies):
        counts = quantity(old.originals, old.copies), quantity(new.originals, new.copies)
        changes.append(f"số lượng từ {counts[0] or NOTHING} thành {counts[1] or NOTHING}")
    return f"Giấy tờ “{old.name}”: {'; '.join(changes) or 'sửa hướng dẫn'}."


def _step(old: Step, new: Step) -> str:
    if old.hours != new.hours:
        return f"Bước “{new.name}”: từ {_hours(old)} thành {_hours(new)}."
    return f"Bước “{new.name}”: sửa người làm hoặc lời tả."


def _hours(step: Step) -> str:
    return bind(f"{step.hours.normalize():f} giờ".replace(".", ","))
