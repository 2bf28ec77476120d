"""How units settle dossiers in time: counts of a period, and the shares printed beside them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from motcua.reform.scoring.published.reading.cells import Cells
from motcua.reform.scoring.published.reading.layouts.shape import HUNDRED, Figures, Parts
from motcua.reform.scoring.published.reading.read import Amount, ReadFigure, Unit
from motcua.reform.scoring.published.words import Index, Scale, Scope, Standing

_LEVELS = {"PARENT": Scope.PROVINCE, "PROVINCE": Scope.DEPARTMENT, "COMMUNE": Scope.COMMUNE}
_COUNTS = {"received_or_pending": "received", "on_time": "on_time", "overdue": "overdue"}


def read_progress(rows: Sequence[Cells]) -> tuple[Figures, Parts]:
    """Read the counts of units; those of a province are found by its code before the dot."""
    parents = (cells for cells in rows if cells.text("level") == "PARENT")
    within: Mapping[str, Unit] = {
        cells.text("unit_code"): found
        for cells in parents
        if (period := cells.period("period")) and (found := cells.province("unit_name", period))
    }
    for cells in rows:
        cells.problems.clear()
    return [one for cells in rows for one in _progress_row(cells, within)], ()


def _progress_row(cells: Cells, parents: Mapping[str, Unit]) -> Iterator[ReadFigure]:
    period, scope = cells.period("period"), cells.choice("level", _LEVELS)
    code = cells.demanded("unit_code")
    if scope is Scope.PROVINCE:
        unit = cells.province("unit_name", period)
    else:
        parent = parents.get(code.partition(".")[0])
        unit = cells.unit("unit_name", within=parent.key if parent else "")
    counts = {name: cells.count(column) for column, name in _COUNTS.items()}
    days = cells.number("avg_processing_days")
    share = cells.number("on_time_pct_computed", most=HUNDRED)
    score = cells.number("score_of_20_computed", most=Decimal(20))
    if cells.problems or not (period and scope and unit):
        return
    told: Iterable[tuple[str, Scale, Amount, Standing, Decimal | None]] = (
        *((name, Scale.COUNT, amount, Standing.REPORTED, None) for name, amount in counts.items()),
        ("days", Scale.DAYS, days, Standing.REPORTED, None),
        ("", Scale.PERCENT, share, Standing.DERIVED, HUNDRED),
        ("score", Scale.POINTS, score, Standing.DERIVED, Decimal(20)),
    )
    for component, scale, amount, standing, most in told:
        if amount.value is not None:
            yield ReadFigure(
                *(cells.row, Index.PROGRESS, component, scope, scale, period, replace(unit, code=code)),
                *(amount, standing, most),
            )
