"""What reading a file gives: figures and parts, or problems with row and column."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from motcua.base.clock.periods import Period
from motcua.reform.scoring.published.words import FileFault, FileKind, Index, Scale, Scope, Standing


@dataclass(frozen=True)
class Problem:
    """What is wrong with a cell: its line in the file (the head is 1) and column; 0 and "" for the file."""

    row: int
    column: str
    fault: FileFault
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Unit:
    """Whose figure it is: as printed, how it is found again, its code, its last day if that is over."""

    name: str
    key: str
    code: str = ""
    until: date | None = None
    within: str = ""


@dataclass(frozen=True)
class Amount:
    """A value as printed: the number and its digits behind the comma, or words that are no number."""

    value: Decimal | None = None
    places: int = 0
    printed: str = ""


@dataclass(frozen=True)
class Place:
    """A rank as printed, out of how many; `words` where it is no number."""

    rank: int | None = None
    of: int | None = None
    words: str = ""


@dataclass(frozen=True)
class ReadFigure:
    """One figure of a row; `source` is empty where the file names none of its own."""

    row: int
    index: Index
    component: str
    scope: Scope
    scale: Scale
    period: Period
    unit: Unit
    amount: Amount
    standing: Standing
    max: Decimal | None = None
    place: Place = Place()
    grade: str = ""
    source: str = ""
    parts: tuple[int, int] | None = None

    @property
    def sameness(self) -> tuple[object, ...]:
        """Give what may stand only once in a file."""
        about = (self.index, self.component, self.scope, self.period)
        return (*about, self.unit.within, self.unit.key, self.source)


@dataclass(frozen=True)
class ReadPart:
    """One line of a codebook."""

    row: int
    index: Index
    code: str
    name: str
    component: str
    component_name: str


@dataclass(frozen=True)
class Read:
    """A file as it was read: with problems nothing of it may be used. `kind` None where it is not known."""

    kind: FileKind | None
    rows: int = 0
    figures: tuple[ReadFigure, ...] = ()
    parts: tuple[ReadPart, ...] = ()
    problems: tuple[Problem, ...] = ()
