"""PAPI: dimensions and their sum by province and year, and the codebook of what each asks."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from motcua.reform.scoring.published.reading.cells import Cells
from motcua.reform.scoring.published.reading.layouts.shape import TEN, Figures, Parts
from motcua.reform.scoring.published.reading.read import ReadFigure, ReadPart
from motcua.reform.scoring.published.rules.composed import PAPI_PARTS
from motcua.reform.scoring.published.words import FileFault, Index, Scale, Scope, Standing


def read_papi(rows: Sequence[Cells]) -> tuple[Figures, Parts]:
    """Read dimensions and their sum; which dimensions a year has is seen from all its rows together."""
    years: dict[str, set[str]] = defaultdict(set)
    for cells in rows:
        years[cells.text("year")] |= {part for part in PAPI_PARTS if cells.text(part)}
    return [one for cells in rows for one in _papi_row(cells, len(years[cells.text("year")]))], ()


def _papi_row(cells: Cells, asked: int) -> Iterator[ReadFigure]:
    period = cells.period("year")
    unit = cells.province("province", period)
    dimensions = {part: cells.number(part, most=TEN) for part in PAPI_PARTS}
    counts = {part: _counted(cells, f"{part}_n") for part in PAPI_PARTS}
    most = TEN * asked
    total = cells.number("sum_available", most=most)
    if cells.problems or not (period and unit):
        return
    known = sum(one.value is not None for one in dimensions.values())
    told = (Scope.PROVINCE, Scale.POINTS, period, unit)
    standing = Standing.SUMMED if total.value is not None else Standing.MISSING
    yield ReadFigure(
        *(cells.row, Index.PAPI, "", *told, total, standing, most or None), parts=(known, max(asked, known))
    )
    for part, amount in dimensions.items():
        if amount.value is not None:
            yield ReadFigure(
                *(cells.row, Index.PAPI, part, *told, amount, Standing.REPORTED, TEN), parts=counts[part]
            )


def _counted(cells: Cells, column: str) -> tuple[int, int] | None:
    """Read `3/4`: how many of how many sub-dimensions are known."""
    typed = cells.text(column)
    known, mark, of = typed.partition("/")
    if not typed:
        return None
    if mark and known.isdecimal() and of.isdecimal() and int(known) <= int(of):
        return int(known), int(of)
    cells.note(column, FileFault.NO_NUMBER, typed=typed)
    return None


def read_codebook(rows: Sequence[Cells]) -> tuple[Figures, Parts]:
    """Read what each sub-dimension is called."""
    parts = [
        ReadPart(
            cells.row,
            Index.PAPI,
            cells.demanded("sub_code"),
            cells.demanded("sub_name_en"),
            cells.demanded("dimension_code").casefold(),
            cells.demanded("dimension_en"),
        )
        for cells in rows
    ]
    seen: dict[str, int] = {}
    for cells, part in zip(rows, parts, strict=True):
        first = seen.setdefault(part.code, part.row)
        if first != part.row:
            cells.note("sub_code", FileFault.TWICE, first=str(first))
    return (), parts
