"""What more would give: of one row, and which rows give most for least."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from motcua.reform.scoring.quality.rules.definitions import Definition
from motcua.reform.scoring.quality.rules.scoring import Counted, Scored, points_of, rate_of
from motcua.reform.scoring.quality.words import Remedy


@dataclass(frozen=True)
class Chance:
    """Points that can still be won by a row: `things` more win `gain`, each of them `each` on average.

    `left` is how many there are to put right; None where only the next ones can be done well.
    """

    row: Scored
    things: int
    gain: Decimal
    left: int | None

    @property
    def each(self) -> Decimal:
        """Give the mean gain of one thing."""
        return self.gain / self.things


def with_more(definition: Definition, counted: Counted, things: int) -> Counted:
    """Give the numbers with some more things done well: put right, or come in new."""
    if definition.remedy is Remedy.MEND:
        best = max(counted.denominator, counted.numerator)
        return Counted(min(counted.numerator + things, best), counted.denominator)
    return Counted(counted.numerator + things, counted.denominator + things)


def gain_of(row: Scored, things: int) -> Decimal:
    """Give how many points some more things would add to a row; nothing where it has no data."""
    before = row.points
    if row.counted is None or before is None or row.factor is None:
        return Decimal(0)
    rate = rate_of(with_more(row.definition, row.counted, things))
    after = points_of(row.definition, None if rate is None else rate * row.factor)
    return Decimal(0) if after is None else after - before


def things_for(row: Scored, gain: Decimal) -> int | None:
    """Give the fewest things that add at least so many points; None where no number of them does."""
    most = left_of(row)
    if row.counted is None or gain <= 0:
        return None
    low, high = 1, most if most is not None else _enough(row, gain)
    if not high or gain_of(row, high) < gain:
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if gain_of(row, middle) >= gain else (middle + 1, high)
    return low


def chances(rows: Sequence[Scored], step: Decimal) -> list[Chance]:
    """Give the cheapest next points, the best first: the fewest things of each row that win a step.

    Where less than a step is left, everything that is left.
    """
    found = []
    for row in rows:
        if row.definition.remedy is Remedy.NONE or not row.definition.scored or not row.lost:
            continue
        things = things_for(row, min(step, row.lost)) or left_of(row)
        if things and gain_of(row, things) > 0:
            found.append(Chance(row, things, gain_of(row, things), left_of(row)))
    return sorted(found, key=lambda one: (-one.each, one.things, one.row.definition.id))


def left_of(row: Scored) -> int | None:
    """Give how many things can still be put right; None where only the next ones can be done well."""
    if row.counted is None or row.definition.remedy is not Remedy.MEND:
        return None
    return max(0, row.counted.denominator - row.counted.numerator)


def _enough(row: Scored, gain: Decimal) -> int:
    """Give a number of new things that surely wins the gain, 0 where none can: the rate only nears 1."""
    assert row.counted is not None, "there are numbers"
    definition, numbers, points = row.definition, row.counted, row.points
    if points is None or points + gain > definition.most or not definition.most:
        return 0
    wanted = (points + gain) / definition.most * (definition.threshold or 1)
    if wanted >= 1:
        return 0
    # (n + k) / (d + k) >= w  <=>  k >= (w d - n) / (1 - w)
    needed = (wanted * numbers.denominator - numbers.numerator) / (1 - wanted)
    return int(max(needed, Decimal(0)).to_integral_value(ROUND_CEILING)) + 1
