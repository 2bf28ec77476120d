"""Units side by side: points by block, and what could be earned."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import render

from motcua.base.money import format_percent
from motcua.base.text import sort_key
from motcua.base.web.page import Request, page
from motcua.reform.insight.pages.audiences import FIGURES
from motcua.reform.insight.pages.look import Look, chooser, look_of
from motcua.reform.insight.queries.tree import Group, groups_below
from motcua.reform.scoring.quality.pages import shown
from motcua.reform.scoring.quality.queries import of_units
from motcua.reform.scoring.quality.rules.gaining import chances
from motcua.reform.scoring.quality.rules.scoring import Scored, Total, by_block, total_of
from motcua.reform.scoring.quality.sentences import BLOCKS, SHORT
from motcua.reform.scoring.quality.words import Block

NOBODY = Decimal(-1)


@dataclass(frozen=True)
class Line:
    """One unit: points of each block, of the whole, and where its next points are cheapest."""

    name: str
    href: str
    blocks: Sequence[tuple[str, str]]
    points: str
    most: str
    percent: str
    chance: str
    chance_href: str


@page(audience=FIGURES)
def units(request: Request) -> HttpResponse:
    """Show the units under a place beside each other, the best first."""
    look = look_of(request)
    groups = groups_below(look.agency, request.actor, look.allowed)
    rows = of_units({one.key: one.agencies for one in groups}, look.period, on=look.on)
    told = [(one, rows[one.key], total_of(rows[one.key])) for one in groups if _works(rows[one.key])]
    told.sort(key=lambda each: (-_share(each[2]), sort_key(each[0].agency.name)))
    context = {
        **chooser(look),
        "heads": [SHORT[one] for one in Block],
        "lines": [_line(one, held, whole, look) for one, held, whole in told],
        "whole": look.address("quality"),
    }
    return render(request, "quality/units.html", context)


def _works(rows: Sequence[Scored]) -> bool:
    """Leave out whoever neither had a dossier nor decides on a procedure."""
    return any(row.counted and row.counted.denominator for row in rows)


def _share(whole: Total) -> Decimal:
    return NOBODY if whole.percent is None else whole.percent


def _line(one: Group, rows: Sequence[Scored], whole: Total, look: Look) -> Line:
    here = look.at(one.agency, alone=one.alone)
    best = chances(rows, shown.STEP)[:1]
    held = {each.block: each for each in by_block(rows, BLOCKS)}
    return Line(
        f"Riêng {one.agency.name}" if one.alone else one.agency.name,
        here.address("quality"),
        [
            (SHORT[block], shown.points_words(held[block].earned if held[block].applicable_max else None))
            for block in Block
        ],
        shown.points_words(whole.earned if whole.applicable else None),
        shown.most_words(whole.applicable),
        "" if whole.percent is None else format_percent(whole.percent),
        f"{best[0].row.definition.id}: {shown.chance_of(best[0], here).things}" if best else "",
        here.address("quality-row", best[0].row.definition.id) if best else "",
    )
