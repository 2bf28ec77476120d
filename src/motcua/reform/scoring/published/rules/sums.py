"""A published figure beside the one computed from its parts: told apart, never corrected."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from motcua.reform.scoring.published.words import Verdict

HALF = Decimal("0.5")
PLACES_OF_ROUNDED = 2


@dataclass(frozen=True)
class Part:
    """A figure as printed: its value and after how many digits it was cut."""

    value: Decimal
    places: int

    @property
    def slack(self) -> Decimal:
        """Give how far the figure behind it may lie from what is printed."""
        return HALF.scaleb(-self.places)


@dataclass(frozen=True)
class Beside:
    """What the parts give: their exact sum (or mean, or share), and how far rounding alone may move it.

    `rounded` is the sum of parts that were each rounded to two digits first, where that differs.
    """

    exact: Decimal
    slack: Decimal
    rounded: Decimal | None = None


def sum_of(parts: Sequence[Part]) -> Beside | None:
    """Give the sum of parts; None without any."""
    if not parts:
        return None
    exact = sum((one.value for one in parts), Decimal(0))
    rounded = sum((rounded_to(one.value, PLACES_OF_ROUNDED) for one in parts), Decimal(0))
    return Beside(exact, _slack(parts), None if rounded == exact else rounded)


def mean_of(parts: Sequence[Part]) -> Beside | None:
    """Give the plain mean of parts; None without any."""
    if not parts:
        return None
    return Beside(sum((one.value for one in parts), Decimal(0)) / len(parts), _slack(parts) / len(parts))


def share_of(part: Decimal, whole: Decimal, of: int = 100) -> Beside | None:
    """Give a part of a whole in hundredths (or in `of` parts); None where there is no whole."""
    return Beside(part * of / whole, Decimal(0)) if whole else None


def verdict(published: Part, beside: Beside | None) -> Verdict:
    """Tell whether a published figure is what its parts give, save for rounding, or something else."""
    if beside is None:
        return Verdict.UNKNOWN
    if rounded_to(beside.exact, published.places) == published.value:
        return Verdict.EQUAL
    if abs(published.value - beside.exact) <= published.slack + beside.slack:
        return Verdict.ROUNDING
    return Verdict.DIFFERENT


def rounded_to(value: Decimal, places: int) -> Decimal:
    """Give a value cut after some digits, half away from zero."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _slack(parts: Sequence[Part]) -> Decimal:
    """Give how far a sum may move; a table prints its parts alike, though zeros at the end were dropped."""
    finest = max(one.places for one in parts)
    return HALF.scaleb(-finest) * len(parts)
