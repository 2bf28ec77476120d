"""The one type of money: whole đồng."""

import re
from collections.abc import Iterable
from typing import NewType

from motcua.base.text import clean

Dong = NewType("Dong", int)
"""A whole amount of đồng; made by `dong`, `signed_dong`, `parse_dong` or `total`, never by hand."""

LARGEST = 10**15  # beyond any fee, far inside a database bigint
CURRENCY = re.compile(r"\s*(?:₫|đ|đồng|vnd|vnđ)$", re.IGNORECASE)
PLAIN = re.compile(r"\d+")
GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+")


def dong(amount: int) -> Dong:
    """Return an amount to pay: whole and not below zero. Raises TypeError, ValueError."""
    if signed_dong(amount) < 0:
        raise ValueError(f"negative amount: {amount}")
    return Dong(amount)


def signed_dong(amount: int) -> Dong:
    """Return a difference of amounts: whole, of either sign. Raises TypeError, ValueError."""
    if not isinstance(amount, int) or isinstance(amount, bool):
        raise TypeError(f"đồng are whole numbers, not {type(amount).__name__}")
    if abs(amount) > LARGEST:
        raise ValueError(f"amount out of range: {amount}")
    return Dong(amount)


def total(amounts: Iterable[Dong]) -> Dong:
    """Return the sum of amounts of either sign."""
    return signed_dong(sum(signed_dong(amount) for amount in amounts))


def parse_dong(text: str) -> Dong:
    """Return the amount a person typed (`150.000`, `150,000 đ`, `150000`).

    Raises ValueError with one Vietnamese sentence for the person.
    """
    figures = CURRENCY.sub("", clean(text))
    if not figures:
        raise ValueError("Nhập số tiền, ví dụ 150.000.")
    if figures.startswith("-"):
        raise ValueError("Số tiền không được âm. Nhập lại, ví dụ 150.000.")
    if not figures.isascii() or not (PLAIN.fullmatch(figures) or GROUPED.fullmatch(figures)):
        raise ValueError("Số tiền là số đồng nguyên, nhóm ba chữ số, ví dụ 150.000. Nhập lại.")
    digits = re.sub(r"\D", "", figures)
    if len(digits) > len(str(LARGEST)) or int(digits) > LARGEST:
        raise ValueError("Số tiền quá lớn. Kiểm tra lại số chữ số.")
    return Dong(int(digits))
