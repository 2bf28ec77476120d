"""Tables of indices: one row a figure, with its source."""

from collections.abc import Iterator, Sequence

from motcua.reform.scoring.published.reading.cells import Cells
from motcua.reform.scoring.published.reading.layouts.shape import Figures, Parts
from motcua.reform.scoring.published.reading.layouts.terms import STANDINGS
from motcua.reform.scoring.published.reading.read import Amount, ReadFigure
from motcua.reform.scoring.published.words import FileFault, Index, Scale, Scope

_INDICES = {
    "PAR": (Index.PAR, ""),
    "PAR_TARGET": (Index.PAR, "target"),
    "PAR.mean": (Index.PAR, "mean"),
    "SIPAS": (Index.SIPAS, ""),
    "SIPAS.mean": (Index.SIPAS, "mean"),
    **{
        f"SIPAS.{one}": (Index.SIPAS, one)
        for one in ("policy", "service", "access", "procedures", "officials", "outcome", "complaints")
    },
    "PAPI": (Index.PAPI, ""),
    "PCI": (Index.PCI, ""),
    "KPI766": (Index.SERVICE, ""),
}
_SCALES = {Index.PAPI: Scale.POINTS, Index.PCI: Scale.POINTS, Index.SERVICE: Scale.POINTS}


def read_indices(rows: Sequence[Cells]) -> tuple[Figures, Parts]:
    """Read the figures of a table of indices."""
    return [one for cells in rows for one in _index(cells)], ()


def _index(cells: Cells) -> Iterator[ReadFigure]:
    code = cells.demanded("index")
    if code and code not in _INDICES:
        cells.note("index", FileFault.NO_CHOICE, typed=code, known=", ".join(_INDICES))
    period = cells.period("year")
    scope = cells.tier("unit_kind", period)
    standing, source = cells.choice("status", STANDINGS), cells.demanded("source")
    most = cells.number("max").value
    amount, place = cells.number("value", most=most), cells.place("rank", "of")
    unit = cells.province("unit", period) if scope is Scope.PROVINCE else cells.unit("unit")
    if cells.problems or not (period and scope and standing and unit):
        return
    if amount == Amount() and place.rank is None:
        cells.note("value", FileFault.NO_FIGURE)
        return
    index, component = _INDICES[code]
    scale = _SCALES.get(index, Scale.PERCENT)
    yield ReadFigure(
        cells.row, index, component, scope, scale, period, unit, amount, standing, most, place, source=source
    )
