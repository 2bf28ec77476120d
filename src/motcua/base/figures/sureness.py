"""How sure a share is."""

from math import sqrt

Z_95 = 1.959963984540054  # 95 in 100 of a normal distribution lie within this many standard deviations


def wilson(part: int, whole: int) -> tuple[float, float]:
    """Return the 95 % interval of a share by Wilson (1927), both ends between 0 and 1.

    ValueError when there is nothing to share, or more parts than the whole.
    """
    if not 0 <= part <= whole or whole == 0:
        raise ValueError("a share needs a whole, and no more parts than that")
    share, square = part / whole, Z_95 * Z_95
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    reach = Z_95 * sqrt(share * (1 - share) / whole + square / (4 * whole * whole)) / (1 + square / whole)
    return max(0.0, middle - reach), min(1.0, middle + reach)
