"""Units inside a province: their results, and how they settle dossiers in time."""

from collections import defaultdict
from dataclasses import dataclass

from motcua.base.clock.periods import Period
from motcua.base.text import sort_key
from motcua.reform.scoring.published.models import Figure
from motcua.reform.scoring.published.queries.comparing import told_with
from motcua.reform.scoring.published.queries.figures import Told, current
from motcua.reform.scoring.published.words import Index, Scope

_SCOPES = tuple(Scope)


@dataclass(frozen=True)
class Row:
    """A unit with its figures of one period by component."""

    unit: Figure
    cells: dict[str, Told]


def inside(index: Index, within: str) -> list[Figure]:
    """Give the results of units inside a province: newest period first, then by kind of unit and rank."""
    rows = current().filter(series__index=index, series__component="", within=within)
    return sorted(
        rows,
        key=lambda one: (
            -one.last.toordinal(),
            _SCOPES.index(Scope(one.series.scope)),
            one.rank is None,
            one.rank or 0,
            -(one.value or 0),
            sort_key(one.unit_name),
        ),
    )


def progress_periods() -> list[Period]:
    """Give the periods for which counts of units are known, the one that ends last first."""
    found = current().filter(series__index=Index.PROGRESS).values_list("first", "last").distinct()
    return sorted((Period(*one) for one in found), key=lambda one: (one.last, one.first), reverse=True)


def progress(period: Period) -> list[Row]:
    """Give the counts of every unit in a period: the province, its departments, its communes."""
    rows = current().filter(series__index=Index.PROGRESS, first=period.first, last=period.last)
    units: dict[tuple[str, str], dict[str, Told]] = defaultdict(dict)
    for one in told_with(rows.order_by("batch__imported_at", "row", "pk")):
        units[one.figure.within, one.figure.unit_key][one.figure.series.component] = one
    found = [Row(next(iter(cells.values())).figure, cells) for cells in units.values()]
    return sorted(found, key=_in_order)


def _in_order(row: Row) -> tuple[int, str]:
    return _SCOPES.index(Scope(row.unit.series.scope)), sort_key(row.unit.unit_name)
