"""Numbers, amounts and days, each within its limits."""

import re
from datetime import date
from decimal import Decimal

from motcua.base.money import format_dong, format_number, parse_dong
from motcua.base.rooms import Refusal
from motcua.reference.forms.rules.limits import limit
from motcua.reference.forms.rules.schema import Field
from motcua.reference.forms.words import Why

WHOLE = re.compile(r"-?(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+)", re.ASCII)
BROKEN = re.compile(rf"({WHOLE.pattern}),(\d+)|(-?\d+)\.(\d+)", re.ASCII)
LARGEST_NUMBER = 10**12
LONGEST_NUMBER = 15

Figure = int | float | Refusal


def number(field: Field, given: object, _today: date) -> Figure:
    """Take a number, typed the Vietnamese way or carried by JSON."""
    if isinstance(given, bool) or not isinstance(given, int | float | str):
        return _unread(field)
    typed = repr(given).replace(".", ",") if isinstance(given, float) else str(given)
    read = _read(typed, field.places) if field.places else _whole(typed)
    return read if isinstance(read, Refusal) else _within(field, read, typed)


def text_of(value: int | float) -> str:
    """Return a stored number the Vietnamese way, with as many places as it has."""
    exact = Decimal(repr(value)).normalize()
    exponent = exact.as_tuple().exponent
    return format_number(exact, max(-exponent, 0) if isinstance(exponent, int) else 0)


def money(field: Field, given: object, _today: date) -> Figure:
    """Take an amount in whole đồng."""
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


def day(field: Field, given: object, today: date) -> str | Refusal:
    """Take a day of the calendar as ISO text."""
    if not isinstance(given, str):
        return Refusal(Why.UNREADABLE)
    try:
        read = date.fromisoformat(given)
    except ValueError:
        return Refusal(Why.DATE)
    earliest, latest = limit(field.min, today), limit(field.max, today)
    if earliest and read < earliest:
        return Refusal(Why.DATE_EARLY, {"earliest": f"{earliest:%d/%m/%Y}"})
    if latest and read > latest:
        return Refusal(Why.DATE_LATE, {"latest": f"{latest:%d/%m/%Y}"})
    return read.isoformat()


def _whole(typed: str) -> Decimal | Refusal:
    if not WHOLE.fullmatch(typed):
        return Refusal(Why.NUMBER)
    # A number of thousands of digits is refused before it is reckoned with.
    digits = re.sub(r"[ .]", "", typed)
    return Decimal(digits[: LONGEST_NUMBER + 2])


def _read(typed: str, places: int) -> Decimal | Refusal:
    """Read figures with a decimal comma; a point parts groups of three, or else stands for the comma."""
    if WHOLE.fullmatch(typed):
        return _whole(typed)
    found = BROKEN.fullmatch(typed)
    if found is None:
        return Refusal(Why.FIGURE)
    before, after = (found[1], found[2]) if found[1] else (found[3], found[4])
    after = after.rstrip("0")
    if len(after) > places:
        return Refusal(Why.PLACES, {"places": str(places)})
    whole = _whole(before)
    return whole if isinstance(whole, Refusal) else Decimal(f"{re.sub(r'[ .]', '', before)}.{after or 0}")


def _within(field: Field, read: Decimal, typed: str) -> Figure:
    least = Decimal(0) if field.min is None else max(Decimal(str(field.min)), Decimal(-LARGEST_NUMBER))
    largest = Decimal(LARGEST_NUMBER)
    most = largest if field.max is None else min(Decimal(str(field.max)), largest)
    facts = {"least": _written(least), "most": _written(most), "given": typed}
    if read < least:
        return Refusal(Why.TOO_SMALL, facts)
    if read > most:
        return Refusal(Why.TOO_LARGE, facts)
    return int(read) if read == read.to_integral_value() else float(read)


def _written(bound: Decimal) -> str:
    return text_of(int(bound) if bound == bound.to_integral_value() else float(bound))


def _unread(field: Field) -> Refusal:
    return Refusal(Why.FIGURE if field.places else Why.NUMBER)
