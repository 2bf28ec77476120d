"""Where a province stands by each index, and each index over time."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from motcua.base.clock import today
from motcua.base.web.page import Request, page
from motcua.reference.org.words import Role
from motcua.reform.scoring.published import queries
from motcua.reform.scoring.published.pages.audiences import READERS
from motcua.reform.scoring.published.pages.charting import chart_of, name_of
from motcua.reform.scoring.published.pages.glancing import glanced
from motcua.reform.scoring.published.pages.shown import all_shown
from motcua.reform.scoring.published.sentences import INDICES, SHORT, component_name
from motcua.reform.scoring.published.words import Index, Scope

PAGES = tuple(one for one in Index if one is not Index.PROGRESS)


@page(audience=READERS)
def overview(request: Request) -> HttpResponse:
    """Show where a province stands by each index; its own unless another is asked for."""
    choices = queries.provinces_known()
    key = _chosen(request.GET.get("don-vi", ""), choices) or queries.own_province(today())
    context = {
        "choices": choices,
        "key": key,
        "name": name_of(key),
        "rows": glanced(queries.glances(key)) if key else [],
        "may_import": request.actor.has(Role.REFORM_OFFICER),
    }
    return render(request, "published/overview.html", context)


@page(audience=READERS)
def index(request: Request, index: str) -> HttpResponse:
    """Show an index over time: one province, beside it another or the mean of all."""
    if index not in PAGES:
        raise Http404
    what = Index(index)
    parts = queries.components(what)
    part = request.GET.get("phan", "")
    part = part if part in parts else ""
    choices = queries.provinces(what, part)
    key = _chosen(request.GET.get("don-vi", ""), choices)
    key = key or _chosen(queries.own_province(today()), choices) or next((one.key for one in choices), "")
    other = _chosen(request.GET.get("so-voi", ""), choices)
    context = {
        "index": what,
        "title": INDICES[what],
        "short": SHORT[what],
        "choices": choices,
        "parts": [(one, component_name(what, one)) for one in parts],
        "part": part,
        "key": key,
        "other": other if other != key else "",
        "name": name_of(key),
        **_histories(what, part, key, other if other != key else ""),
    }
    return render(request, "published/index.html", context)


def _histories(what: Index, part: str, key: str, other: str) -> dict[str, object]:
    own = queries.history(what, part, Scope.PROVINCE, key)
    mean = "" if part or other else queries.mean_key(what)
    beside = [queries.history(what, part, Scope.PROVINCE, other)] if other else []
    beside += [queries.history(what, "mean", Scope.COUNTRY, mean)] if mean else []
    drawn = [one for one in (own, *beside) if one.told]
    targets = queries.history(what, "target", Scope.PROVINCE, key).told if not part else ()
    return {
        "chart": chart_of(drawn, targets[-1] if targets else None) if drawn else None,
        "tables": [
            (name_of(one.unit_key), [row for moment in one.told[::-1] for row in all_shown(moment.told)])
            for one in drawn
        ],
        "composed": any(told.beside for one in drawn for moment in one.told for told in moment.told),
        "targets": all_shown(targets[-1].told) if targets else [],
        "inside": all_shown(queries.told_with(queries.inside(what, key))) if not part else [],
        "codebook": list(queries.parts_of(what)),
    }


def _chosen(key: str, choices: list[queries.Choice]) -> str:
    return key if any(one.key == key for one in choices) else ""
