"""Numbers in Vietnamese words, and figures as people type them."""

import re
from decimal import Decimal
from enum import StrEnum

from motcua.base.text.cleaning import clean

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
GROUPS = ((10**6, "triệu"), (10**3, "nghìn"), (1, ""))
BILLION = 10**9
FIVE = 5


def number_words(number: int) -> str:
    """Return a whole number in words (`một trăm năm mươi nghìn`)."""
    if number == 0:
        return DIGITS[0]
    words = _read(abs(number), full=False)
    return " ".join(["âm", *words] if number < 0 else words)


def _read(number: int, *, full: bool) -> list[str]:
    """Read a number from its billions down; `full` names the empty hundreds as well."""
    words: list[str] = []
    billions, rest = divmod(number, BILLION)
    if billions:
        words += [*_read(billions, full=full), "tỷ"]
        full = True
    for size, name in GROUPS:
        group, rest = divmod(rest, size)
        if group:
            words += _read_group(group, full=full)
            words += [name] if name else []
        full = full or bool(group)
    return words


def _read_group(group: int, *, full: bool) -> list[str]:
    hundreds, under = divmod(group, 100)
    tens, unit = divmod(under, 10)
    words = [DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0:
        return words if unit == 0 else [*words, *(["linh"] if words else []), DIGITS[unit]]
    words += ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    return words if unit == 0 else [*words, _unit_after_ten(tens, unit)]


def _unit_after_ten(tens: int, unit: int) -> str:
    if unit == 1 and tens > 1:
        return "mốt"
    return "lăm" if unit == FIVE else DIGITS[unit]


class NumberWhy(StrEnum):
    """Why a typed figure is no number."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    AMBIGUOUS = "ambiguous"
    TOO_LONG = "too_long"


NUMBER_SENTENCES = {
    NumberWhy.EMPTY: "Chưa ghi số. Ghi một số, ví dụ 83,81.",
    NumberWhy.NOT_A_NUMBER: "“{typed}” không phải là số. Ghi bằng chữ số, ví dụ 83,81 hoặc 1.972.",
    NumberWhy.AMBIGUOUS: (
        "“{typed}” đọc được hai cách: {thousands} hoặc {decimal}. Ghi {thousands} không có dấu phẩy, "
        "hoặc ghi phần lẻ khác ba chữ số, ví dụ {decimal}0."
    ),
    NumberWhy.TOO_LONG: "Số có quá nhiều chữ số. Ghi nhiều nhất {most} chữ số.",
}
MOST_DIGITS = 15
_SHOWN = 40
_GROUPED = r"[1-9]\d{0,2}"
_WHOLE = re.compile(r"\d+")
_DOT_THOUSANDS = re.compile(rf"({_GROUPED}(?:\.\d{{3}})+)(?:,(\d+))?")
_COMMA_THOUSANDS = re.compile(rf"({_GROUPED}(?:,\d{{3}})+)\.(\d+)|({_GROUPED}(?:,\d{{3}}){{2,}})")
_SPACE_THOUSANDS = re.compile(rf"({_GROUPED}(?: \d{{3}})+)(?:,(\d+))?")
_EITHER = re.compile(rf"{_GROUPED},\d{{3}}")
_DECIMAL = re.compile(r"(\d+)[.,](\d+)")


def read_decimal(text: str) -> Decimal | NumberWhy:
    """Read a figure as people in Việt Nam write it, or plainly as machines do.

    The shape decides. A comma begins the decimals: `83,81`. Dots with exactly three digits after each, and
    no zero in front, are thousands: `1.972` is one thousand nine hundred seventy-two, `1.972,5` has a half
    more. Any other single dot begins decimals: `83.81`, `0.250`. Spaces may part thousands. `1,972` can be
    either, and asks. Exponents, percent signs and anything but the digits 0 to 9 are no number.
    """
    typed = clean(text).replace("−", "-")
    sign = -1 if typed.startswith("-") else 1
    bare = typed[1:].strip() if typed[:1] in {"-", "+"} else typed
    if not typed:
        return NumberWhy.EMPTY
    if not bare.isascii():
        return NumberWhy.NOT_A_NUMBER
    if sum(map(str.isdecimal, bare)) > MOST_DIGITS:
        return NumberWhy.TOO_LONG
    if _EITHER.fullmatch(bare):
        return NumberWhy.AMBIGUOUS
    plain = _plain(bare)
    return NumberWhy.NOT_A_NUMBER if plain is None else sign * Decimal(plain)


def _plain(bare: str) -> str | None:
    if _WHOLE.fullmatch(bare):
        return bare
    for shape in (_DOT_THOUSANDS, _COMMA_THOUSANDS, _SPACE_THOUSANDS):
        found = shape.fullmatch(bare)
        if found:
            whole, part, *rest = found.groups()
            digits = re.sub(r"\D", "", whole or rest[0])
            return f"{digits}.{part}" if part else digits
    found = _DECIMAL.fullmatch(bare)
    return f"{found[1]}.{found[2]}" if found else None


def number_sentence(why: NumberWhy, text: str) -> str:
    """Say what is wrong with a typed figure and how to write it."""
    typed = clean(text)
    shown = typed if len(typed) <= _SHOWN else f"{typed[:_SHOWN]}…"
    return NUMBER_SENTENCES[why].format(
        typed=shown, thousands=shown.replace(",", ""), decimal=shown, most=MOST_DIGITS
    )
