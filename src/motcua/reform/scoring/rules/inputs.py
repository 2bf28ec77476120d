"""What was declared for a leaf, read from a file or a form, and told where it is wrong."""

from collections.abc import Mapping
from decimal import Decimal

from motcua.base.text import NumberWhy, number_sentence, read_decimal
from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.rules.criteria import Node
from motcua.reform.scoring.rules.given import NOTHING, Given
from motcua.reform.scoring.rules.kinds.settings import MOST_NUMBER, decimal_of
from motcua.reform.scoring.rules.rule import Wrong
from motcua.reform.scoring.words import InputFault

NUMBERS = ("numerator", "denominator", "index", "points")
COUNTS = ("step", "violations")
FIELDS = frozenset({*NUMBERS, *COUNTS, "answers", "not_applicable"})
_SHOWN = 40
_SAID = {
    "numerator": "tử số",
    "denominator": "mẫu số",
    "step": "mức chọn",
    "violations": "số vi phạm",
    "index": "chỉ số",
    "answers": "số trả lời",
    "points": "điểm",
    "not_applicable": "không áp dụng",
}
_SENTENCES = {
    InputFault.NOT_A_NUMBER: "“{said}” không phải là số. Ghi bằng chữ số, ví dụ 83,81.",
    InputFault.NEGATIVE: "Số không được âm. Ghi từ 0 trở lên.",
    InputFault.NOT_WHOLE: "“{said}” không phải là số nguyên. Ghi số nguyên.",
    InputFault.TOO_LARGE: "Số quá lớn. Kiểm tra lại số đã ghi.",
    InputFault.UNKNOWN_FIELD: "Không có mục “{said}”. Dùng một trong các mục: {known}.",
    InputFault.NO_SUCH_LEAF: "Bộ tiêu chí không có tiêu chí nào mang mã này để chấm. Sửa mã.",
    InputFault.NOT_NEEDED: "Tiêu chí này không dùng mục này. Ghi: {needs}.",
    InputFault.MISSING_FIELD: "Còn thiếu. Ghi đủ cả tử số và mẫu số.",
    InputFault.STEP_OUT_OF_RANGE: "Không có mức này. Chọn từ 0 đến {last}.",
    InputFault.UNKNOWN_OPTION: "Không có phương án “{said}”. Dùng một trong: {known}.",
    InputFault.ABOVE_MAX: "Cao hơn điểm tối đa. Ghi nhiều nhất {most}.",
    InputFault.ABOVE_HUNDRED: "Chỉ số tính theo phần trăm. Ghi nhiều nhất 100.",
    InputFault.WITHOUT_WHOLE: "Mẫu số bằng 0 mà tử số lớn hơn 0. Kiểm tra lại cả hai số.",
    InputFault.MORE_THAN_WHOLE: "Tử số lớn hơn mẫu số. Ghi nhiều nhất {whole}.",
}


def given_of(raw: object, leaf: Node) -> Given | Wrong:
    """Read what is declared for a leaf (`{"numerator": 9, "denominator": 10}`) and check it by its rule.

    Numbers may be numbers or text as people type it; None and "" are not yet known.
    """
    if not isinstance(raw, Mapping):
        return Wrong(InputFault.UNKNOWN_FIELD, "", {"said": _short(raw), "known": ", ".join(sorted(FIELDS))})
    read: dict[str, object] = {}
    for name, value in raw.items():
        if name not in FIELDS:
            known = ", ".join(leaf.rule.needs if leaf.rule else ())
            return Wrong(InputFault.UNKNOWN_FIELD, "", {"said": _short(name), "known": known})
        one = _field(str(name), value)
        if isinstance(one, Wrong):
            return one
        read[str(name)] = one
    given = Given(**{name: value for name, value in read.items() if value is not None})  # type: ignore[arg-type]  # each field was read by its kind
    wrong = leaf.rule.wrong(given, leaf.max) if leaf.rule else None
    return wrong or given


def typed_number(typed: str) -> Decimal | str:
    """Read a figure that somebody typed; what is wrong with it comes back as a sentence."""
    read = read_decimal(typed)
    return number_sentence(read, typed) if isinstance(read, NumberWhy) else read


def told(wrong: Wrong) -> str:
    """Say what is wrong with the figures of a leaf and what to write."""
    sentence = _SENTENCES[wrong.fault].format_map({**_NAMED, **wrong.facts})
    said = _SAID.get(wrong.name)
    return f"{said[:1].upper()}{said[1:]}: {sentence}" if said else sentence


_NAMED = {"said": "", "known": "", "needs": "", "last": "", "most": "", "whole": ""}


def _field(name: str, value: object) -> object | Wrong:
    if value is None or value == "":
        return None
    if name == "not_applicable":
        return (
            value
            if isinstance(value, bool)
            else Wrong(InputFault.UNKNOWN_FIELD, name, {"said": _short(value), "known": "true, false"})
        )
    if name == "answers":
        return _answers(value)
    return _count(name, value) if name in COUNTS else _number(name, value)


def _number(name: str, value: object) -> Decimal | Wrong:
    number = decimal_of(value)
    if number is None:
        large = (
            isinstance(value, int | float | Decimal) and not isinstance(value, bool) and value > MOST_NUMBER
        )
        fault = InputFault.TOO_LARGE if large else InputFault.NOT_A_NUMBER
        return Wrong(fault, name, {"said": _short(value)})
    return number if number >= 0 else Wrong(InputFault.NEGATIVE, name)


def _count(name: str, value: object) -> int | Wrong:
    number = _number(name, value)
    if isinstance(number, Wrong):
        return number
    if number != number.to_integral_value():
        return Wrong(InputFault.NOT_WHOLE, name, {"said": wording.figure(number)})
    return int(number)


def _answers(value: object) -> Mapping[str, int] | Wrong:
    if not isinstance(value, Mapping):
        return Wrong(InputFault.NOT_A_NUMBER, "answers", {"said": _short(value)})
    found: dict[str, int] = {}
    for option, number in value.items():
        count = _count("answers", number)
        if isinstance(count, Wrong):
            return count
        found[str(option)] = count
    return found


def _short(value: object) -> str:
    shown = str(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def inputs_of(raw: Mapping[str, object], leaves: Mapping[str, Node]) -> dict[str, Given] | tuple[str, Wrong]:
    """Read what is declared for all leaves by code; the first that is wrong comes back with its code."""
    found: dict[str, Given] = {}
    for code, one in raw.items():
        leaf = leaves.get(code)
        if leaf is None:
            return _short(code), Wrong(InputFault.NO_SUCH_LEAF, "")
        given = given_of(one, leaf)
        if isinstance(given, Wrong):
            return code, given
        if given != NOTHING:
            found[code] = given
    return found
