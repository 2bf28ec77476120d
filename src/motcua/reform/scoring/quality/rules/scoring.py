"""Points of rows, blocks and the whole. What has no data leaves the maximum and is told beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from motcua.reform.scoring.quality.rules.definitions import Definition
from motcua.reform.scoring.quality.words import Block

ONE = Decimal(1)


@dataclass(frozen=True)
class Counted:
    """The two numbers of a row."""

    numerator: int
    denominator: int


NO_COUNT = Counted(0, 0)


@dataclass(frozen=True)
class Scored:
    """A row with its numbers; `counted` is None where there is no source of numbers at all.

    `factor` is the rate of the row by which this one is multiplied.
    """

    definition: Definition
    counted: Counted | None
    factor: Decimal | None = ONE

    @property
    def rate(self) -> Decimal | None:
        """Give the share, 0 to 1; None for no data: a denominator of zero is neither 0 nor 100 %."""
        if self.counted is None or self.factor is None:
            return None
        share = rate_of(self.counted)
        return None if share is None else share * self.factor

    @property
    def points(self) -> Decimal | None:
        """Give the points; None for no data."""
        return points_of(self.definition, self.rate)

    @property
    def lost(self) -> Decimal | None:
        """Give how many points are missing to the most."""
        return None if self.points is None else self.definition.most - self.points


@dataclass(frozen=True)
class Total:
    """Points earned, the most that could be earned where there is data, and the rows without."""

    earned: Decimal
    applicable: Decimal
    most: Decimal
    missing: tuple[Definition, ...]

    @property
    def percent(self) -> Decimal | None:
        """Give what was earned of what could be, in per cent; None where nothing could."""
        return self.earned * 100 / self.applicable if self.applicable else None


@dataclass(frozen=True)
class GroupScore:
    """A block with its points; `missing` are its rows without data."""

    block: Block
    name: str
    total: Total
    rows: tuple[Scored, ...]

    @property
    def earned(self) -> Decimal:
        """Give the points earned."""
        return self.total.earned

    @property
    def applicable_max(self) -> Decimal:
        """Give the most that could be earned where there is data."""
        return self.total.applicable

    @property
    def missing(self) -> tuple[Definition, ...]:
        """Give the scored rows without data."""
        return self.total.missing


def rate_of(counted: Counted) -> Decimal | None:
    """Give a share between 0 and 1; None where there is nothing to divide by."""
    if counted.denominator <= 0:
        return None
    return min(max(Decimal(counted.numerator) / counted.denominator, Decimal(0)), ONE)


def points_of(definition: Definition, rate: Decimal | None) -> Decimal | None:
    """Give the points for a share: all of them from the threshold on, else in proportion to it."""
    if rate is None:
        return None
    if definition.threshold is None:
        return definition.most * rate
    if rate >= definition.threshold:
        return definition.most
    return definition.most * rate / definition.threshold


def scored(definitions: Sequence[Definition], counts: Mapping[str, Counted]) -> tuple[Scored, ...]:
    """Score each row by its numbers; a row without an entry has no source of numbers."""
    plain = {one.id: Scored(one, counts.get(one.id)) for one in definitions}
    return tuple(
        Scored(row.definition, row.counted, plain[row.definition.times].rate)
        if row.definition.times in plain
        else row
        for row in plain.values()
    )


def total_of(rows: Iterable[Scored]) -> Total:
    """Add up; earned, applicable and percent stay apart."""
    held = [row for row in rows if row.definition.scored]
    given = [row for row in held if row.points is not None]
    return Total(
        sum((row.points for row in given if row.points is not None), Decimal(0)),
        sum((row.definition.most for row in given), Decimal(0)),
        sum((row.definition.most for row in held), Decimal(0)),
        tuple(row.definition for row in held if row.points is None),
    )


def by_block(rows: Sequence[Scored], names: Mapping[Block, str]) -> list[GroupScore]:
    """Give the blocks in their order, each with its rows."""
    found = []
    for block in Block:
        mine = tuple(row for row in rows if row.definition.block is block)
        if mine:
            found.append(GroupScore(block, names[block], total_of(mine), mine))
    return found
