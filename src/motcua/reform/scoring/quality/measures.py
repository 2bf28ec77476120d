"""The rows that come from counters, as measures that open to their dossiers."""

from decimal import Decimal

from motcua.base.rooms import Better, Measure
from motcua.reform.scoring.quality.rules.definitions import Definition
from motcua.reform.scoring.quality.rules.rows import ROWS


def _measure(row: Definition) -> Measure:
    return Measure(
        row.measure,
        row.name,
        "%",
        row.numerator,
        row.denominator,
        Decimal(100),
        version=row.version,
        since=row.since,
        source=row.source,
        says=row.formula,
        better=Better.MORE,
    )


MEASURES = tuple(_measure(row) for row in ROWS if row.measure)
