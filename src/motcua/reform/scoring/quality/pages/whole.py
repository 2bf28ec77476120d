"""The index of what is looked at: blocks, rows, the cheapest points, what finishing today would give."""

from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render

from motcua.base.clock import now
from motcua.base.clock.sentences import period_words
from motcua.base.money import format_number
from motcua.base.print.workbook import XLSX
from motcua.base.web.downloads import send
from motcua.base.web.page import Request, page
from motcua.reform.insight.pages.audiences import FIGURES
from motcua.reform.insight.pages.look import Look, chooser, look_of
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.scoring.quality.pages import shown
from motcua.reform.scoring.quality.pages.book import book
from motcua.reform.scoring.quality.queries import Index, if_finished, index, supposed
from motcua.reform.scoring.quality.sentences import SUPPOSED
from motcua.reform.scoring.quality.words import Supposed

ZERO = Decimal(0)
MOST_SUPPOSED = 5_000  # dossiers whose lives are told anew for one question


@dataclass(frozen=True)
class Suppose:
    """What finishing some dossiers today would give."""

    words: str
    count: str
    gain: str
    left: str
    rows: list[tuple[str, str, str, str]]


@page(audience=FIGURES)
def whole(request: Request) -> HttpResponse:
    """Show the index."""
    look = look_of(request)
    found, before = index_of(look), index_of(look.over(look.period.before))
    total, earlier = found.total, before.total
    context = {
        **chooser(look),
        "found": found,
        "points": shown.points_words(total.earned if total.applicable else None),
        "told": shown.total_words(total, earlier, period_words(look.period.before)),
        "standing": shown.standing_words(found),
        "chart": shown.chart_of(found.groups),
        "blocks": shown.blocks_of(found, before, look),
        "missing": total.missing,
        "missing_points": shown.most_words(total.most - total.applicable),
        "chances": shown.cheapest(found, look),
        "choices": _choices(look),
        "suppose": _suppose(request, look, found),
        "units": look.address("quality-units"),
        "save": look.address("quality-save"),
        "before": period_words(look.period.before),
    }
    return render(request, "quality/whole.html", context)


@page(audience=FIGURES)
def save(request: Request) -> HttpResponseBase:
    """Send the index as a workbook, with the definitions."""
    look = look_of(request)
    found = index_of(look)
    return send(book(found, look), name=f"chat-luong-{look.period.code}.xlsx", media_type=XLSX, save=True)


def index_of(look: Look) -> Index:
    """Give the index of what is looked at: of agencies as a whole, whatever else narrows the look."""
    return index(Scope(look.scope.agencies), look.period, on=look.on)


def _choices(look: Look) -> list[tuple[str, str]]:
    """Give what may be supposed: only while the period runs can anything still be finished in it."""
    if look.on not in look.period:
        return []
    return [(SUPPOSED[one], look.address("quality", neu=one.value) + "#neu") for one in Supposed]


def _suppose(request: Request, look: Look, found: Index) -> Suppose | None:
    said = request.GET.get("neu", "")
    if said not in set(Supposed) or look.on not in look.period or found.closing is not None:
        return None
    chosen = supposed(Supposed(said), found, on=look.on)[:MOST_SUPPOSED]
    told = if_finished(chosen, found, at=now())
    return Suppose(
        SUPPOSED[Supposed(said)],
        format_number(told.finished),
        shown.signed(told.gain),
        format_number(told.left) if told.left else "",
        [
            (
                f"{old.definition.id} {old.definition.name}",
                shown.points_words(old.points),
                shown.points_words(new.points),
                shown.signed((new.points or ZERO) - (old.points or ZERO)),
            )
            for old, new in told.changed
        ],
    )
