"""Typed texts: lines, numbers of persons and enterprises, telephones, addresses of mail, names."""

import re
from collections.abc import Callable, Mapping

from motcua.base.money import format_number
from motcua.base.rooms import Refusal
from motcua.reference.forms.rules.schema import Field
from motcua.reference.forms.words import Answer, FieldKind, Why

PERSONAL_ID_DIGITS = 12
TAX_CODE = re.compile(r"(\d{10}|\d{12})(?:-?(\d{3}))?", re.ASCII)
OLD_TAX_CODE_DIGITS = 10
# The tenth digit of a tax code given before personal numbers took their place.
TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
TAX_MODULUS = 11
MOBILE_DIGITS = 10
LANDLINE_DIGITS = 11
ABROAD_DIGITS = range(8, 16)
HOME_PREFIX = "+84"
EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>.]+(?:\.[^\s@,;<>.]+)+")
BETWEEN_DIGITS = re.compile(r"[\s.\-]")
NAME_JOINTS = " '’‘.-‑"
SHOWN_SIGNS = 3

Text = str | Refusal


def check(field: Field, given: object) -> Text:
    """Take a text that is not too long for its field and is what its kind wants."""
    if not isinstance(given, str):
        return Refusal(Why.UNREADABLE)
    return (too_long(given, field.longest) if field.longest else None) or TEXTS[field.kind](given)


def doubt(field: Field, answer: Answer | None) -> Refusal | None:
    """Return what looks wrong about an answer that was taken all the same."""
    if field.kind is not FieldKind.TAX_CODE or not isinstance(answer, str):
        return None
    digits = answer.partition("-")[0]
    if len(digits) != OLD_TAX_CODE_DIGITS:
        return None
    total = sum(weight * int(digit) for weight, digit in zip(TAX_WEIGHTS, digits, strict=False))
    fits = OLD_TAX_CODE_DIGITS - total % TAX_MODULUS == int(digits[-1])
    return None if fits else Refusal(Why.TAX_CODE_DOUBT)


def too_long(text: str, most: int) -> Refusal | None:
    """Refuse a text of more than `most` characters."""
    if len(text) <= most:
        return None
    return Refusal(Why.TOO_LONG, {"most": format_number(most), "count": format_number(len(text))})


def _as_it_is(text: str) -> Text:
    return text


def _personal_id(text: str) -> Text:
    digits = BETWEEN_DIGITS.sub("", text)
    if strange := _signs(digits, _is_digit):
        return Refusal(Why.PERSONAL_ID_SIGNS, {"signs": strange})
    return digits if len(digits) == PERSONAL_ID_DIGITS else _miscounted(Why.PERSONAL_ID_LENGTH, digits)


def _tax_code(text: str) -> Text:
    bare = re.sub(r"[\s.]", "", text)
    if strange := _signs(bare, lambda char: _is_digit(char) or char == "-"):
        return Refusal(Why.TAX_CODE_SIGNS, {"signs": strange})
    found = TAX_CODE.fullmatch(bare)
    # A branch has three digits after those of its enterprise; a person's number has no branches.
    if found is None or (found[2] and len(found[1]) != OLD_TAX_CODE_DIGITS):
        return _miscounted(Why.TAX_CODE_LENGTH, bare.replace("-", ""))
    return f"{found[1]}-{found[2]}" if found[2] else found[1]


def _phone(text: str) -> Text:
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


def _email(text: str) -> Text:
    return text if EMAIL.fullmatch(text) else Refusal(Why.EMAIL)


def _person_name(text: str) -> Text:
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


TEXTS: Mapping[FieldKind, Callable[[str], Text]] = {
    FieldKind.TEXT: _as_it_is,
    FieldKind.LONG_TEXT: _as_it_is,
    FieldKind.PERSONAL_ID: _personal_id,
    FieldKind.TAX_CODE: _tax_code,
    FieldKind.PHONE: _phone,
    FieldKind.EMAIL: _email,
    FieldKind.PERSON_NAME: _person_name,
}
