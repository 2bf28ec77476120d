"""Đồng: whole, never a float."""

from motcua.base.money.dong import Dong, dong, parse_dong, signed_dong, total
from motcua.base.money.writing import format_dong, format_number, format_percent, in_words, share

__all__ = [
    "Dong",
    "dong",
    "format_dong",
    "format_number",
    "format_percent",
    "in_words",
    "parse_dong",
    "share",
    "signed_dong",
    "total",
]
