"""What a kind of file is: the columns that tell it, and how its rows are read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from motcua.reform.scoring.published.reading.cells import Cells
from motcua.reform.scoring.published.reading.read import ReadFigure, ReadPart
from motcua.reform.scoring.published.words import FileKind

HUNDRED, TEN = Decimal(100), Decimal(10)
Figures = Sequence[ReadFigure]
Parts = Sequence[ReadPart]


@dataclass(frozen=True)
class Layout:
    """A kind of file: the columns that tell it, and how its rows are read."""

    kind: FileKind
    columns: frozenset[str]
    read: Callable[[Sequence[Cells]], tuple[Figures, Parts]]
