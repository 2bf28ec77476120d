"""Reading the index."""

from motcua.reform.scoring.quality.queries.beside import of_units
from motcua.reform.scoring.quality.queries.decided import Judged, decided_behind
from motcua.reform.scoring.quality.queries.lasting import MeanTime, mean_time
from motcua.reform.scoring.quality.queries.reading import (
    Index,
    behind_row,
    definitions,
    groups,
    index,
    total,
)
from motcua.reform.scoring.quality.queries.supposing import WhatIf, if_finished, supposed

__all__ = [
    "Index",
    "Judged",
    "MeanTime",
    "WhatIf",
    "behind_row",
    "decided_behind",
    "definitions",
    "groups",
    "if_finished",
    "index",
    "mean_time",
    "of_units",
    "supposed",
    "total",
]
