"""One-stop units in a quarter."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.web.page import Request, page
from motcua.reform.scoring.rating.pages import shown
from motcua.reform.scoring.rating.pages.audiences import SEEING
from motcua.reform.scoring.rating.queries import Rated, rated, rated_units
from motcua.reform.scoring.rating.rules.rulesets import in_force

A_PAGE = 20


@page(audience=SEEING)
def units(request: Request) -> HttpResponse:
    """Show the one-stop units that somebody may see, each with its nine scores."""
    quarter = shown.quarter_of(request.GET.get("ky", ""))
    held = in_force(quarter.last)
    listed = Paginator(rated_units(request.actor, today()), A_PAGE).get_page(request.GET.get("trang"))
    told = [rated(one, quarter, on=today()) for one in listed.object_list]
    context = {
        "quarters": shown.quarters(quarter),
        "rules": held,
        "page": listed,
        "lines": [_line(one) for one in told if one is not None],
    }
    return render(request, "rating/units.html", context)


def _line(one: Rated) -> dict[str, object]:
    return {
        "name": one.unit.name,
        "agency": one.unit.agency.name,
        "href": f"{reverse('command:rating-unit', args=[one.unit.pk])}?ky={one.quarter.code}",
        "scores": [
            (each.indicator.value, shown.score_words(each.value) if each.value is not None else "–")
            for each in one.rating.scores
        ],
        **shown.total_of(one),
    }
