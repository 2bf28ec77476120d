"""Charts as SVG: shapes from numbers, ready for their templates, each with its table of the same figures."""

from motcua.base.ui.charts.bars import Bar, Bars, bars
from motcua.base.ui.charts.figures import Figure
from motcua.base.ui.charts.lines import FULL, HALF, Break, Line, Series, line
from motcua.base.ui.charts.stacks import PROGRESS, SCORING, Kind, Look, Row, Stack, Stacks, stack, stacks
from motcua.base.ui.charts.trends import Trend, trend

__all__ = [
    "FULL",
    "HALF",
    "PROGRESS",
    "SCORING",
    "Bar",
    "Bars",
    "Break",
    "Figure",
    "Kind",
    "Line",
    "Look",
    "Row",
    "Series",
    "Stack",
    "Stacks",
    "Trend",
    "bars",
    "line",
    "stack",
    "stacks",
    "trend",
]
