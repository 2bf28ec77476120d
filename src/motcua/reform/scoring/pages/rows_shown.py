"""A sheet as a line of a list: where it stands, how long its stage lasts, its points, what it lacks."""

from dataclasses import dataclass

from motcua.base.clock import today
from motcua.base.ui.charts import Figure, Stack
from motcua.reform.scoring.pages import saying
from motcua.reform.scoring.pages.saying import SheetLine, sheet_line
from motcua.reform.scoring.pages.sheet_shown import address, standing_bar
from motcua.reform.scoring.queries.sheets import SheetReading


@dataclass(frozen=True)
class SheetRow:
    """A sheet with what is secured, possible and lost."""

    line: SheetLine
    bar: Stack
    secured: str
    possible: str
    lost: str
    missing: Figure
    official: bool


def sheet_row(read: SheetReading) -> SheetRow:
    """Give a sheet for a list."""
    has, count = read.standing[""], len(read.missing)
    return SheetRow(
        sheet_line(read.sheet, today()),
        standing_bar(has),
        saying.points(has.secured),
        saying.points(has.possible),
        saying.points(has.lost),
        Figure(f"{count} tiêu chí", address(read.sheet, filter="thieu")) if count else Figure("không"),
        read.criteria.meta.official,
    )
