"""Reading what others published."""

from motcua.reform.scoring.published.queries.batches import batch, batches, figures_of, parts_of
from motcua.reform.scoring.published.queries.comparing import (
    compared,
    disagreements,
    told_with,
    verdicts,
)
from motcua.reform.scoring.published.queries.figures import Told, current, figure, siblings
from motcua.reform.scoring.published.queries.history import (
    Choice,
    History,
    Moment,
    breaks,
    components,
    history,
    provinces,
    provinces_known,
)
from motcua.reform.scoring.published.queries.overview import Glance, glances, mean_key, own_province
from motcua.reform.scoring.published.queries.within import Row, inside, progress, progress_periods

__all__ = [
    "Choice",
    "Glance",
    "History",
    "Moment",
    "Row",
    "Told",
    "batch",
    "batches",
    "breaks",
    "compared",
    "components",
    "current",
    "disagreements",
    "figure",
    "figures_of",
    "glances",
    "history",
    "inside",
    "mean_key",
    "own_province",
    "parts_of",
    "progress",
    "progress_periods",
    "provinces",
    "provinces_known",
    "siblings",
    "told_with",
    "verdicts",
]
