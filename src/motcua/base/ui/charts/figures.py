"""What all charts share: a figure with where it leads, and lengths as shares of a drawing."""

from dataclasses import dataclass
from decimal import Decimal

Number = int | Decimal


@dataclass(frozen=True)
class Figure:
    """A number as people read it, and the address of the list behind it, if there is one."""

    words: str
    href: str = ""
    late: bool = False


def percent(part: Number, whole: Number) -> str:
    """Give a length for SVG: `41.27%` of the drawing, between 0 and 100."""
    if whole <= 0:
        return "0%"
    return f"{min(max(Decimal(part) / Decimal(whole), Decimal(0)), Decimal(1)) * 100:.2f}%"
