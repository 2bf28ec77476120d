"""Results of the PAR Index inside a province, and the parts of a province's own result."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from motcua.base.text import fold
from motcua.reform.scoring.published.reading.cells import Cells
from motcua.reform.scoring.published.reading.layouts.shape import HUNDRED, Figures, Parts
from motcua.reform.scoring.published.reading.layouts.terms import STANDINGS
from motcua.reform.scoring.published.reading.read import Amount, Place, ReadFigure
from motcua.reform.scoring.published.words import FileFault, Index, Scale, Scope

_PAR_PARTS = {
    "appraised": "appraised",
    "impact": "impact",
    "impact: sipas": "impact.sipas",
    "impact: leaders survey": "impact.leaders",
    "impact: socio-economic": "impact.outcome",
    "total as published": "",
}


def read_local(rows: Sequence[Cells]) -> tuple[Figures, Parts]:
    """Read the results of units inside provinces."""
    return [one for cells in rows for one in _local_row(cells)], ()


def _local_row(cells: Cells) -> Iterator[ReadFigure]:
    period = cells.period("year")
    scope = cells.tier("unit_kind", period)
    province, standing = cells.province("province", period), cells.choice("status", STANDINGS)
    unit = cells.unit("unit", within=province.key if province else "")
    points, share = cells.number("points"), cells.number("index_pct", most=HUNDRED)
    place, grade = cells.place("rank", words=("last",)), cells.text("class")
    source = cells.demanded("source")
    if cells.problems or not (period and scope and standing and province):
        return
    if share == points == Amount() and place == Place() and not grade:
        cells.note("index_pct", FileFault.NO_FIGURE)
        return
    unit = replace(unit, until=province.until)
    one = ReadFigure(
        *(cells.row, Index.PAR, "", scope, Scale.PERCENT, period, unit, share, standing, HUNDRED, place),
        grade=grade,
        source=source,
    )
    yield one
    if points.value is not None:
        # Points are no percentage, and out of how many they are was not published.
        yield replace(
            one, component="points", scale=Scale.POINTS, amount=points, max=None, place=Place(), grade=""
        )


def read_parts(rows: Sequence[Cells]) -> tuple[Figures, Parts]:
    """Read the parts of a result."""
    return [one for cells in rows for one in _par_part(cells)], ()


def _par_part(cells: Cells) -> Iterator[ReadFigure]:
    period = cells.period("year")
    unit, standing = cells.province("province", period), cells.choice("status", STANDINGS)
    name = fold(cells.demanded("component").partition("(")[0])
    most = cells.number("max").value
    earned, source = cells.number("earned", most=most), cells.demanded("source")
    if name and name not in _PAR_PARTS:
        cells.note("component", FileFault.NO_COMPONENT, typed=cells.text("component"))
    if earned == Amount() and not cells.problems:
        cells.note("earned", FileFault.EMPTY)
    if cells.problems or not (period and unit and standing):
        return
    component = _PAR_PARTS[name]
    scale = Scale.POINTS if component else Scale.PERCENT
    yield ReadFigure(
        *(cells.row, Index.PAR, component, Scope.PROVINCE, scale, period, unit, earned, standing, most),
        source=source,
    )
