"""One figure with all its sources, and the counts of units in a period."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from motcua.base.clock.sentences import period_words, short_date
from motcua.base.web.page import Request, page
from motcua.reform.scoring.published import queries
from motcua.reform.scoring.published.models import Figure
from motcua.reform.scoring.published.pages.audiences import READERS
from motcua.reform.scoring.published.pages.shown import Shown, scope_words, shown, unit_words
from motcua.reform.scoring.published.rules.places import place_keyed
from motcua.reform.scoring.published.sentences import INDICES, component_name
from motcua.reform.scoring.published.words import Index, Scope

COUNTS = {"received": "Tiếp nhận", "on_time": "Đúng hạn", "overdue": "Quá hạn", "days": "Số ngày"}


@page(audience=READERS)
def figure(request: Request, figure_id: UUID) -> HttpResponse:
    """Show one figure: what its source printed, what its parts give, and what other sources say."""
    one = queries.figure(figure_id)
    if one is None:
        raise Http404
    told = queries.told_with(queries.siblings(one))
    index, component = Index(one.series.index), one.series.component
    own = next(each for each in told if each.figure.pk == one.pk)
    context = {
        "figure": one,
        "index": index,
        "index_name": INDICES[index],
        "name": component_name(index, component),
        "unit": unit_words(one),
        "scope": scope_words(one),
        "period": period_words(one.period),
        "own": shown(own),
        "told": [(shown(each), each.figure) for each in told],
        "values": len({each.figure.value for each in told if _holds(each.figure)}),
        "until": _until(one),
    }
    return render(request, "published/figure.html", context)


@page(audience=READERS)
def progress(request: Request) -> HttpResponse:
    """Show how units settled their dossiers in a period: what is printed beside what the counts give."""
    periods = queries.progress_periods()
    chosen = next(
        (one for one in periods if one.code == request.GET.get("ky")), periods[0] if periods else None
    )
    rows = queries.progress(chosen) if chosen else []
    context = {
        "periods": [(one.code, period_words(one), one == chosen) for one in periods],
        "period": period_words(chosen) if chosen else "",
        "rows": [_counted(row) for row in rows],
        "source": rows[0].unit.source if rows else "",
    }
    return render(request, "published/progress.html", context)


def _counted(row: queries.Row) -> tuple[Figure, list[tuple[str, Shown | None]], Shown | None]:
    cells = {one: shown(told) for one, told in row.cells.items()}
    return row.unit, [(label, cells.get(one)) for one, label in COUNTS.items()], cells.get("")


def _holds(one: Figure) -> bool:
    return one.value is not None and getattr(one.batch, "corrected_by", None) is None


def _until(one: Figure) -> str:
    """Say until when the unit of a figure was that unit; empty for one of today."""
    if one.unit_until is None:
        return ""
    heir = next((place.heir for place in place_keyed(one.unit_key) if place.until == one.unit_until), "")
    became = f"Nay thuộc {heir}." if heir else "Đơn vị cùng tên ngày nay không còn cùng địa bàn."
    if one.series.scope != Scope.PROVINCE:
        became = ""
    return f"Địa bàn của đơn vị đến hết ngày {short_date(one.unit_until)}. {became}".strip()
