"""Route templates: what was imported, with everything that is wrong with each, and the way to use one."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from motcua.base.text import clean
from motcua.base.web.page import Request, page
from motcua.reference.catalogue import queries, rules
from motcua.reference.catalogue.importing.routes.sentences import sentence
from motcua.reference.catalogue.importing.routes.words import FoundInRoute, RouteFlaw
from motcua.reference.catalogue.models import RouteTemplate
from motcua.reference.catalogue.pages.frame import CONTROLLERS, shown
from motcua.reference.catalogue.pages.route_shown import drawing_of, rows_of

PAGE = 50


@page(audience=CONTROLLERS)
def listing(request: Request) -> HttpResponse:
    """List the templates whose code or name holds some words."""
    words = clean(request.GET.get("q", ""))
    found = queries.templates(words)
    context = {
        "words": words,
        "total": len(found),
        "page": Paginator([_listed(one) for one in found], PAGE).get_page(request.GET.get("trang")),
    }
    return shown(request, "route_templates.html", context)


@page(audience=CONTROLLERS)
def show(request: Request, template_code: str) -> HttpResponseBase:
    """Show a template with what is wrong with it; with the code of a procedure, go on and use it there."""
    template = queries.template_called(template_code)
    if template is None:
        raise Http404
    asked = clean(request.GET.get("thu-tuc", ""))
    if asked and queries.procedure_called(asked):
        where = reverse("desk:catalogue-route-begin", args=[asked])
        return redirect(f"{where}?{urlencode({'mau': template.code})}")
    steps = queries.template_steps(template)
    context: dict[str, Any] = {
        "template": template,
        "limit": _limit(template),
        "steps": rows_of(steps),
        "drawing": drawing_of(steps),
        "flaws": [_told(one) for one in template.flaws],
        "asked": asked,
    }
    return shown(request, "route_template.html", context)


def _listed(one: RouteTemplate) -> tuple[RouteTemplate, str, int, int]:
    return one, _limit(one), len(one.steps), len(one.flaws)


def _limit(one: RouteTemplate) -> str:
    return f"{rules.figure(one.hours)} giờ" if one.hours is not None else "Không có thời hạn cố định"


def _told(flaw: dict[str, Any]) -> str:
    return sentence(FoundInRoute(0, RouteFlaw(flaw["kind"]), facts=flaw["facts"]))
