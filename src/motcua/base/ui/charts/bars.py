"""One bar a row, all rows of a table on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.base.ui.charts.figures import Figure, Number, percent


@dataclass(frozen=True)
class Bar:
    """A row: its name, the amount that is drawn, the number printed beside, and notes for further columns.

    With `whole` the bar lies in a frame that long, and `of` (`18`) is printed after the number.
    """

    name: str
    amount: Number
    figure: Figure
    whole: Number | None = None
    of: str = ""
    notes: tuple[Figure, ...] = ()
    late: bool = False
    href: str = ""


@dataclass(frozen=True)
class Drawn:
    """A row with its lengths."""

    row: Bar
    length: str
    frame: str


@dataclass(frozen=True)
class Bars:
    """A table of bars: what it shows, the heads of name, number and notes, and the rows."""

    caption: str
    name: str
    figure: str
    notes: tuple[str, ...]
    rows: tuple[Drawn, ...]


def bars(caption: str, heads: Sequence[str], rows: Sequence[Bar]) -> Bars:
    """Draw rows on one scale; `heads` names the first column, the numbers, then each column of notes."""
    name, figure, *notes = heads
    longest = max((max(row.amount, row.whole or 0) for row in rows), default=0)
    drawn = tuple(
        Drawn(row, percent(row.amount, longest), "" if row.whole is None else percent(row.whole, longest))
        for row in rows
    )
    return Bars(caption, name, figure, tuple(notes), drawn)
