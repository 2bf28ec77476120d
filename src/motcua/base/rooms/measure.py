"""A measure as a room declares it on its card: what is counted over what, since when, by which source."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class When(StrEnum):
    """How a counter is read over a period.

    What happened during it; what stood when it began; what stood when it was over.
    """

    DURING = "during"
    AT_START = "at_start"
    AT_END = "at_end"


class Better(StrEnum):
    """Which way is better; neither, where a figure only tells how much there was."""

    MORE = "more"
    LESS = "less"
    NEITHER = "neither"


@dataclass(frozen=True)
class Term:
    """One counter in a sum: its name, how it is read, and whether it is added or taken away."""

    counter: str
    when: When = When.DURING
    sign: int = 1


@dataclass(frozen=True)
class Measure:
    """One figure of the house, in one version of its definition.

    A share or a mean has a denominator; without one the figure is a plain sum. A denominator of zero is no
    data, never 0 and never 100 %. `factor` turns the quotient into `unit` (100 for "%"). `says` defines the
    figure for people, `source` names act and article. A new definition is a new version that holds from
    `since` on; earlier periods keep theirs.
    """

    code: str
    name: str
    unit: str
    numerator: tuple[Term, ...]
    denominator: tuple[Term, ...] = ()
    factor: Decimal = Decimal(1)
    version: int = 1
    since: date = date(2025, 7, 1)
    source: str = ""
    says: str = ""
    better: Better = Better.NEITHER
