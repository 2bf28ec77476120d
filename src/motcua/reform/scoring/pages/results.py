"""Results: the ranking of a year, the years of an agency, and what lifts it into the next band."""

from decimal import Decimal
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.web.page import Request, page
from motcua.reference.org.models import Agency
from motcua.reform.scoring.pages import saying
from motcua.reform.scoring.pages.audiences import READERS
from motcua.reform.scoring.pages.frame import read_for, shown
from motcua.reform.scoring.pages.results_shown import (
    breaks_words,
    gap_rows,
    gap_words,
    history_line,
    means_rows,
    place_words,
    ranking_rows,
)
from motcua.reform.scoring.pages.rounds import round_title
from motcua.reform.scoring.pages.sheet import headed
from motcua.reform.scoring.pages.sheet_shown import address
from motcua.reform.scoring.queries import results
from motcua.reform.scoring.rules.gap import gap
from motcua.reform.scoring.words import NOT_OFFICIAL


@page(audience=READERS)
def show(request: Request) -> HttpResponse:
    """Show the ranking of one published round, the newest unless asked."""
    rounds = list(results.published_rounds())
    asked = request.GET.get("dot", "")
    round_ = next((one for one in rounds if str(one.pk) == asked), rounds[0] if rounds else None)
    decision = results.latest(round_) if round_ else None
    here = reverse("desk:score-results")
    target = results.target_on(round_.last) if round_ else None
    context = {
        "rounds": [
            (f"{saying.LEVELS[one.level]}, {saying.round_name(one)}", f"{here}?dot={one.pk}", one == round_)
            for one in rounds
        ],
        "round": round_,
        "title": f"Kết quả {saying.LEVELS[round_.level].lower()}, {saying.round_name(round_)}"
        if round_
        else "Kết quả chấm điểm",
        "decision": decision,
        "rows": ranking_rows(decision) if decision else [],
        "bands": results.bands_of(decision) if decision else (),
        "target": target,
        "means": means_rows([round_.last.year]) if round_ else [],
        "official": round_ is None or round_.criteria.official,
        "not_official": NOT_OFFICIAL,
    }
    return shown(request, "results.html", context)


@page(audience=READERS)
def history(request: Request, agency_id: UUID) -> HttpResponse:
    """Show the years of an agency and of those before it, with every break told."""
    agency = Agency.objects.filter(pk=agency_id).first()
    if agency is None:
        raise Http404
    told = results.history(agency)
    target = results.target_on(today())
    context = {
        "agency": agency,
        "told": told,
        "chart": history_line(told, agency, Decimal(target.value) if target else None),
        "rows": [
            (row, place_words(row.score), saying.percent(row.score.index), breaks_words(row))
            for row in told.rows
        ],
        "target": target,
        "means": means_rows([row.year for row in told.rows]),
        "not_official": NOT_OFFICIAL
        if any(not row.decision.round.criteria.official for row in told.rows)
        else "",
    }
    return shown(request, "history.html", context)


@page(audience=READERS)
def ways(request: Request, sheet_id: UUID) -> HttpResponse:
    """Show which leaves lift an agency into the next band, the cheapest first, and who answers for them."""
    read = read_for(request, sheet_id)
    told = gap(read.outcome, read.inputs, owners=read.owners)
    context = {
        **headed(request, read),
        "gap": told,
        "rows": gap_rows(read, told),
        "words": gap_words(told),
        "index": saying.percent(read.outcome.exact),
        "back": address(read.sheet),
        "round_title": round_title(read.sheet.round),
    }
    return shown(request, "ways.html", context)
