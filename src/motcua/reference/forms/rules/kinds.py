"""The one check of an answer: what was given becomes what is stored, or is refused with a reason."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from motcua.base.money import format_dong, format_number, parse_dong
from motcua.base.rooms import Refusal
from motcua.base.text import clean, clean_lines
from motcua.reference.forms.rules.schema import PART_LENGTH, Field
from motcua.reference.forms.rules.soundness import limit
from motcua.reference.forms.words import Answer, FieldKind, Part, Why

PERSONAL_ID_DIGITS = 12
MOBILE_DIGITS = 10
LANDLINE_DIGITS = 11
ABROAD_DIGITS = range(8, 16)
HOME_PREFIX = "+84"
EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>.]+(?:\.[^\s@,;<>.]+)+")
WHOLE = re.compile(r"-?(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+)", re.ASCII)
BETWEEN_DIGITS = re.compile(r"[\s.\-]")
NAME_JOINTS = " '’‘.-‑"
LARGEST_NUMBER = 10**15
SHOWN_SIGNS = 3
PART_NAMES = frozenset(part.value for part in Part)

Checked = Answer | Refusal | None


def check(field: Field, given: object, *, today: date) -> Checked:
    """Return the stored form of what was given, None when nothing was, a Refusal when it cannot be taken.

    Takes what people type (text) and what JSON carries (numbers, true and false, lists, parts of an
    address) alike, so that pages and interfaces refuse the same things.
    """
    if isinstance(given, str):
        given = clean_lines(given) if field.kind is FieldKind.LONG_TEXT else clean(given)
    if given is None or given in ("", [], {}):
        return None
    if field.kind in TEXTS:
        return _short(field, given) or TEXTS[field.kind](str(given))
    return OTHERS[field.kind](field, given, today)


def _short(field: Field, given: object) -> Refusal | None:
    """Refuse what is no text, or a text that is too long for its field."""
    if not isinstance(given, str):
        return Refusal(Why.UNREADABLE)
    return _too_long(given, field.longest) if field.longest else None


def _too_long(text: str, most: int) -> Refusal | None:
    if len(text) <= most:
        return None
    return Refusal(Why.TOO_LONG, {"most": format_number(most), "count": format_number(len(text))})


def _as_it_is(text: str) -> Checked:
    return text


def _personal_id(text: str) -> Checked:
    digits = BETWEEN_DIGITS.sub("", text)
    if strange := _signs(digits, _is_digit):
        return Refusal(Why.PERSONAL_ID_SIGNS, {"signs": strange})
    return digits if len(digits) == PERSONAL_ID_DIGITS else _miscounted(Why.PERSONAL_ID_LENGTH, digits)


def _phone(text: str) -> Checked:
    bare = re.sub(r"[()]", "", BETWEEN_DIGITS.sub("", text))
    bare = "0" + bare.removeprefix(HOME_PREFIX).removeprefix("0") if bare.startswith(HOME_PREFIX) else bare
    digits = bare.removeprefix("+")
    if strange := _signs(digits, _is_digit):
        return Refusal(Why.PHONE_SIGNS, {"signs": strange})
    if bare.startswith("+"):
        return bare if len(digits) in ABROAD_DIGITS else _miscounted(Why.ABROAD_LENGTH, digits)
    if bare.startswith("02"):
        return bare if len(bare) == LANDLINE_DIGITS else _miscounted(Why.LANDLINE_LENGTH, bare)
    if not re.match("0[35789]", bare):
        return Refusal(Why.PHONE_START)
    return bare if len(bare) == MOBILE_DIGITS else _miscounted(Why.MOBILE_LENGTH, bare)


def _email(text: str) -> Checked:
    return text if EMAIL.fullmatch(text) else Refusal(Why.EMAIL)


def _person_name(text: str) -> Checked:
    if any(char.isdigit() for char in text):
        return Refusal(Why.NAME_DIGITS)
    if strange := _signs(text, _is_of_name):
        return Refusal(Why.NAME_SIGNS, {"signs": strange})
    return text if any(char.isalpha() for char in text) else Refusal(Why.NAME_SIGNS, {"signs": text[:1]})


def _is_digit(char: str) -> bool:
    return char.isascii() and char.isdigit()


def _is_of_name(char: str) -> bool:
    return char.isalpha() or char in NAME_JOINTS


def _signs(text: str, belongs: Callable[[str], bool]) -> str:
    """Return the first characters that do not belong, each once."""
    return "".join(list(dict.fromkeys(char for char in text if not belongs(char)))[:SHOWN_SIGNS])


def _miscounted(why: Why, digits: str) -> Refusal:
    return Refusal(why, {"count": str(len(digits))})


def _number(field: Field, given: object, _today: date) -> Checked:
    if isinstance(given, bool) or not isinstance(given, int | str) or not WHOLE.fullmatch(str(given)):
        return Refusal(Why.NUMBER)
    digits = re.sub(r"[ .]", "", str(given))
    # A number of thousands of digits is refused before it is reckoned with.
    number = int(digits) if len(digits) <= len(str(LARGEST_NUMBER)) else LARGEST_NUMBER + 1
    least = 0 if field.min is None else max(int(field.min), -LARGEST_NUMBER)
    most = LARGEST_NUMBER if field.max is None else min(int(field.max), LARGEST_NUMBER)
    facts = {"least": format_number(least), "most": format_number(most), "given": str(given)}
    if number < least or (digits.startswith("-") and number > LARGEST_NUMBER):
        return Refusal(Why.TOO_SMALL, facts)
    return Refusal(Why.TOO_LARGE, facts) if number > most else number


def _money(field: Field, given: object, _today: date) -> Checked:
    if isinstance(given, bool) or not isinstance(given, int | str):
        return Refusal(Why.UNREADABLE)
    try:
        amount = parse_dong(str(given))
    except ValueError as error:
        return Refusal(Why.AMOUNT, {"sentence": str(error)})
    if field.min is not None and amount < int(field.min):
        facts = {"least": format_dong(int(field.min)), "given": format_dong(amount)}
        return Refusal(Why.AMOUNT_TOO_SMALL, facts)
    if field.max is not None and amount > int(field.max):
        facts = {"most": format_dong(int(field.max)), "given": format_dong(amount)}
        return Refusal(Why.AMOUNT_TOO_LARGE, facts)
    return int(amount)


def _date(field: Field, given: object, today: date) -> Checked:
    if not isinstance(given, str):
        return Refusal(Why.UNREADABLE)
    try:
        day = date.fromisoformat(given)
    except ValueError:
        return Refusal(Why.DATE)
    earliest, latest = limit(field.min, today), limit(field.max, today)
    if earliest and day < earliest:
        return Refusal(Why.DATE_EARLY, {"earliest": f"{earliest:%d/%m/%Y}"})
    if latest and day > latest:
        return Refusal(Why.DATE_LATE, {"latest": f"{latest:%d/%m/%Y}"})
    return day.isoformat()


def _choice(field: Field, given: object, _today: date) -> Checked:
    codes = [option.code for option in field.options]
    return given if isinstance(given, str) and given in codes else Refusal(Why.NOT_LISTED)


def _choices(field: Field, given: object, _today: date) -> Checked:
    codes = [option.code for option in field.options]
    if not isinstance(given, list) or any(each not in codes for each in given):
        return Refusal(Why.NOT_LISTED)
    return [code for code in codes if code in given]


def _yes_no(_field: Field, given: object, _today: date) -> Checked:
    return given if isinstance(given, bool) else Refusal(Why.NOT_YES_NO)


def _address(_field: Field, given: object, _today: date) -> Checked:
    if not isinstance(given, dict) or not all(
        key in PART_NAMES and isinstance(each, str | None) for key, each in given.items()
    ):
        return Refusal(Why.UNREADABLE)
    parts = {part.value: clean(given.get(part) or "") for part in Part}
    if not parts[Part.COMMUNE] and not parts[Part.DETAIL]:
        return None  # the province alone stands in the form before anybody answers
    if not parts[Part.PROVINCE]:
        return Refusal(Why.NO_PROVINCE)
    if not parts[Part.COMMUNE]:
        return Refusal(Why.NO_COMMUNE)
    return next(filter(None, (_too_long(each, PART_LENGTH) for each in parts.values())), parts)


def _nothing(_field: Field, _given: object, _today: date) -> Checked:
    return Refusal(Why.UNREADABLE)


TEXTS: Mapping[FieldKind, Callable[[str], Checked]] = {
    FieldKind.TEXT: _as_it_is,
    FieldKind.LONG_TEXT: _as_it_is,
    FieldKind.PERSONAL_ID: _personal_id,
    FieldKind.PHONE: _phone,
    FieldKind.EMAIL: _email,
    FieldKind.PERSON_NAME: _person_name,
}
OTHERS: Mapping[FieldKind, Callable[[Field, object, date], Checked]] = {
    FieldKind.NUMBER: _number,
    FieldKind.MONEY: _money,
    FieldKind.DATE: _date,
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
    FieldKind.YES_NO: _yes_no,
    FieldKind.ADDRESS: _address,
    FieldKind.NOTE: _nothing,
}
