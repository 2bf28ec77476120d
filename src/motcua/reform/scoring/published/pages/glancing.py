"""One line an index: the newest value, its rank, and what it is held beside."""

from dataclasses import dataclass

from motcua.base.money import format_number
from motcua.base.text import NBSP
from motcua.reform.scoring.published.pages.shown import Shown, all_shown
from motcua.reform.scoring.published.queries import Glance, Moment
from motcua.reform.scoring.published.sentences import INDICES, SHORT
from motcua.reform.scoring.published.words import Index, Scale

UNITS = {Scale.PERCENT: "điểm %", Scale.POINTS: "điểm"}


@dataclass(frozen=True)
class Line:
    """One index of a province; `told` holds every source of the newest period."""

    index: Index
    name: str
    short: str
    told: list[Shown]
    rank: str
    change: str
    mean: list[Shown]
    target: list[Shown]


def glanced(glances: list[Glance]) -> list[Line]:
    """Give one line an index."""
    return [
        Line(
            one.index,
            INDICES[one.index],
            SHORT[one.index],
            _shown(one.latest),
            " và ".join(dict.fromkeys(told.rank for told in _shown(one.latest) if told.rank)),
            _change(one),
            _shown(one.mean),
            _shown(one.target),
        )
        for one in glances
    ]


def _shown(moment: Moment | None) -> list[Shown]:
    return all_shown(moment.told) if moment else []


def _change(one: Glance) -> str:
    """Say by how much the newest value differs from the one before; empty where either is not sure."""
    if not (one.latest and one.before) or one.latest.value is None or one.before.value is None:
        return ""
    figures = [told.figure for moment in (one.latest, one.before) for told in moment.told]
    places = max(figure.places for figure in figures)
    change = one.latest.value - one.before.value
    sign = "+" if change > 0 else ""
    unit = UNITS.get(Scale(figures[0].series.scale), "")
    return f"{sign}{format_number(change, places)}{NBSP}{unit}"
