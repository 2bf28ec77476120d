"""One line an index: the newest value, its rank, and what it is held beside."""

from dataclasses import dataclass

from motcua.base.money import format_number
from motcua.base.text import NBSP
from motcua.reform.scoring.published.models import Figure
from motcua.reform.scoring.published.pages.shown import Shown, all_shown
from motcua.reform.scoring.published.queries import Glance, Moment
from motcua.reform.scoring.published.sentences import INDICES, SHORT
from motcua.reform.scoring.published.words import Index, Scale, Standing

_SUREST = tuple(Standing)
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
            _ranks(one.latest),
            _change(one),
            _shown(one.mean),
            _shown(one.target),
        )
        for one in glances
    ]


def _shown(moment: Moment | None) -> list[Shown]:
    """Give what is told of a period, the surest first; what several sources say alike stands once."""
    told = sorted(moment.told, key=lambda one: _SUREST.index(Standing(one.figure.standing))) if moment else []
    found: dict[str, Shown] = {}
    for one in all_shown(told):
        found.setdefault(one.value, one)
    return list(found.values())


def _ranks(moment: Moment | None) -> str:
    told = all_shown(moment.told) if moment else []
    return " và ".join(dict.fromkeys(one.rank for one in told if one.rank))


def _change(one: Glance) -> str:
    """Say by how much the newest value differs from the one before; empty where either is not sure."""
    if not (one.latest and one.before) or one.latest.value is None or one.before.value is None:
        return ""
    if _added_up(one.latest) is not _added_up(one.before):
        return ""
    figures = [*_drawn(one.latest), *_drawn(one.before)]
    places = max(figure.places for figure in figures)
    change = one.latest.value - one.before.value
    sign = "+" if change > 0 else ""
    unit = UNITS.get(Scale(figures[0].series.scale), "")
    return f"{sign}{format_number(change, places)}{NBSP}{unit}"


def _added_up(moment: Moment) -> bool:
    """Tell whether the value of a period was added up by whoever collected it, and is no published total."""
    return all(one.standing == Standing.SUMMED for one in _drawn(moment))


def _drawn(moment: Moment) -> list[Figure]:
    """Give the surest figures that say the value by which a period stands."""
    found = [told.figure for told in moment.told if told.figure.value == moment.value]
    surest = min((_SUREST.index(Standing(one.standing)) for one in found), default=0)
    return [one for one in found if _SUREST.index(Standing(one.standing)) == surest]
