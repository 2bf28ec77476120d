"""Amounts and figures as people read them."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from motcua.base.money.dong import Dong
from motcua.base.text import NBSP, number_words

MINUS = "−"


def format_dong(amount: Dong | int) -> str:
    """Return `150.000 ₫`, unbreakable."""
    return f"{format_number(amount)}{NBSP}₫"


def in_words(amount: Dong | int) -> str:
    """Return the amount in words as receipts say it (`Một trăm năm mươi nghìn đồng`)."""
    words = number_words(amount)
    return f"{words[0].upper()}{words[1:]} đồng"


def format_number(number: int | Decimal, places: int = 0) -> str:
    """Return a figure the Vietnamese way (`21.408`, `3,5`), rounded half away from zero."""
    rounded = Decimal(number).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    figures = f"{abs(rounded):,.{places}f}".translate(str.maketrans(",.", ".,"))
    return f"{MINUS}{figures}" if rounded < 0 else figures


def format_percent(percent: int | Decimal, places: int = 1) -> str:
    """Return `94,2 %`, unbreakable."""
    return f"{format_number(percent, places)}{NBSP}%"


def share(part: int, whole: int, places: int = 1) -> str | None:
    """Return the share of a part as a percentage, or None when there is no whole."""
    if whole == 0:
        return None
    exact = Fraction(100 * part, whole) * 10 ** (places + 1)
    return format_percent(Decimal(int(exact)).scaleb(-places - 1), places)
