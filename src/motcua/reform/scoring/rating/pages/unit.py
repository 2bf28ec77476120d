"""One one-stop unit in a quarter: nine indicators, how each was made, what is declared."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from motcua.base.clock import today
from motcua.base.web.page import Request, page
from motcua.reform.scoring.rating.pages import shown
from motcua.reform.scoring.rating.pages.audiences import SEEING
from motcua.reform.scoring.rating.queries import rated


@page(audience=SEEING)
def unit(request: Request, unit_id: UUID) -> HttpResponse:
    """Show the rating of a unit."""
    here = shown.unit_of(request.actor, unit_id)
    quarter = shown.quarter_of(request.GET.get("ky", ""))
    found = rated(here, quarter, on=today())
    if found is None:
        raise Http404
    context = {
        "unit": here,
        "quarters": shown.quarters(quarter),
        "code": quarter.code,
        "standing": shown.standing_words(found),
        "told": shown.total_of(found),
        "indicators": shown.indicators_of(found, request.actor),
        "classes": shown.classes_of(found),
        "rules": found.rating.rules,
    }
    return render(request, "rating/unit.html", context)
