"""PCI: sub-indices and the index by province and year."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from motcua.reform.scoring.published.reading.cells import Cells
from motcua.reform.scoring.published.reading.layouts.shape import HUNDRED, TEN, Figures, Parts
from motcua.reform.scoring.published.reading.read import Place, ReadFigure
from motcua.reform.scoring.published.words import RANKED_ANEW, FileFault, Index, Scale, Scope, Standing

PCI_PARTS = (
    *("entry", "land", "transparency", "time", "informal", "implementation"),
    *("policy_bias", "proactivity", "business_support", "labor", "legal"),
)


def read_pci(rows: Sequence[Cells]) -> tuple[Figures, Parts]:
    """Read a whole table of years."""
    of = Counter(cells.text("year") for cells in rows)
    return [one for cells in rows for one in _pci_row(cells, "pci_weighted", of[cells.text("year")])], ()


def read_pci_table(rows: Sequence[Cells]) -> tuple[Figures, Parts]:
    """Read a table of ranks that may be cut short."""
    return [one for cells in rows for one in _pci_row(cells, "pci", None)], ()


def _pci_row(cells: Cells, total: str, of: int | None) -> Iterator[ReadFigure]:
    """Read sub-indices and the index; `of` counts the provinces of the year where the table is whole."""
    period = cells.period("year")
    unit = cells.province("province", period)
    parts = {one: cells.number(one, most=TEN) for one in PCI_PARTS}
    plain, whole = cells.number("unweighted", most=HUNDRED), cells.number(total, most=HUNDRED)
    place = cells.place("rank_computed" if of else "rank")
    source = cells.text("source")
    if whole.value is None and not cells.problems:
        cells.note(total, FileFault.EMPTY)
    if cells.problems or not (period and unit):
        return
    told = (Scope.PROVINCE, Scale.POINTS, period, unit)
    place = replace(place, of=of, words=RANKED_ANEW) if of and place.rank is not None else place
    one = ReadFigure(*(cells.row, Index.PCI, "", *told, whole, Standing.REPORTED, HUNDRED, place))
    yield replace(one, grade=cells.text("tier"), source=source)
    for component, amount in {**parts, "unweighted": plain}.items():
        if amount.value is not None:
            most = HUNDRED if component == "unweighted" else TEN
            yield replace(
                one, component=component, amount=amount, max=most, place=Place(), grade="", source=source
            )
