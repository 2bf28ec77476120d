"""Reading the index."""

from motcua.reform.scoring.quality.queries.beside import of_units
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
    "MeanTime",
    "WhatIf",
    "behind_row",
    "definitions",
    "groups",
    "if_finished",
    "index",
    "mean_time",
    "of_units",
    "supposed",
    "total",
]
