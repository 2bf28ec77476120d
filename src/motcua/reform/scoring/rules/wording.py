"""Figures, bounds and gains in Vietnamese, as rules and gaps tell them."""

from decimal import ROUND_HALF_UP, Decimal

from motcua.base.money.writing import format_number
from motcua.base.text import NBSP

MOST_PLACES = 4
_SHARE_PLACES = 2


def figure(value: Decimal | int, places: int = MOST_PLACES) -> str:
    """Return a figure with no more decimals than it needs: `4,75`, `5`, `1.972`."""
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    _, digits, exponent = rounded.normalize().as_tuple()
    needed = max(0, -exponent) if isinstance(exponent, int) and any(digits) else 0
    return format_number(rounded, needed)


def percent(value: Decimal | int) -> str:
    """Return `95 %`, `91,83 %`, unbreakable."""
    return f"{figure(value, _SHARE_PLACES)}{NBSP}%"


def points(value: Decimal | int) -> str:
    """Return `4,75 điểm`, unbreakable."""
    return f"{figure(value)}{NBSP}điểm"


def points_about(value: Decimal | int) -> str:
    """Return points as sheets show them, with at most two decimals: `0,7 điểm`."""
    return f"{figure(value, _SHARE_PLACES)}{NBSP}điểm"


def share_times(most: Decimal) -> str:
    """Return `tỷ lệ × 5`."""
    return f"tỷ lệ × {figure(most)}".replace("lệ ×", f"lệ{NBSP}×").replace("× ", f"×{NBSP}")


def from_on(bound: Decimal, *, inclusive: bool = True) -> str:
    """Return `Từ 95 % trở lên`, or `Trên 90 %` where the bound itself is out."""
    return f"Từ {percent(bound)} trở lên" if inclusive else f"Trên {percent(bound)}"


def below(bound: Decimal, *, inclusive: bool = True) -> str:
    """Return `Dưới 90 %` for what is below a bound, or `Đến 90 %` where the bound is in what is above."""
    return f"Dưới {percent(bound)}" if inclusive else f"Đến {percent(bound)}"


def between(low: Decimal, low_in: bool, high: Decimal, high_in: bool) -> str:
    """Return `90 % đến dưới 95 %`; `high_in` tells whether the upper bound belongs to what is above."""
    start = percent(low) if low_in else f"Trên {percent(low)}"
    return f"{start} đến {'dưới ' if high_in else ''}{percent(high)}"
