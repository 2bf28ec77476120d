"""Finding a procedure and reading about it."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.base.access.audience import ANYONE
from motcua.base.clock import today
from motcua.base.text import clean
from motcua.base.web.page import Request
from motcua.doors.portal.frame import HOURS, portal_page
from motcua.doors.portal.readings import browsing
from motcua.doors.portal.readings import catalogue as readings
from motcua.doors.portal.readings import procedure as telling
from motcua.doors.portal.readings.openness import public_share
from motcua.doors.portal.readings.results import CAME_BY, LONGEST_QUESTION
from motcua.doors.portal.readings.results import results as answer
from motcua.doors.portal.showing import show
from motcua.reference.catalogue import queries as catalogue

SUGGESTED = 8
# A suggestion is the same for everybody, and a moment old is good enough.
FRESH_FOR = "public, max-age=300"


@portal_page(audience=ANYONE, english=True)
def home(request: Request) -> HttpResponse:
    """Ask what somebody needs; show the ways to it."""
    on = today()
    return show(
        request,
        "portal/home.html",
        {
            "events": [event for event in readings.life_events(on) if event.of_a_life],
            "examples": readings.everyday_words(on),
            "often": readings.often_used(on),
            "total": len(catalogue.listing(on)),
            "share": public_share(on),
        },
    )


@portal_page(audience=ANYONE, menu="results", english=True)
def results(request: Request) -> HttpResponse:
    """Answer a question, or show the whole catalogue; either may be narrowed."""
    return show(request, "portal/results.html", {"page": answer(request.GET, today())})


@portal_page(audience=ANYONE)
def suggestions(request: Request) -> HttpResponse:
    """Give the first answers to what is being typed, as JSON for the search box."""
    asked = clean(request.GET.get("q", ""))[:LONGEST_QUESTION]
    lines = [
        {"words": hit.title, "note": hit.place, "href": reverse("portal:procedure", args=[hit.code])}
        for hit in catalogue.search(asked, limit=SUGGESTED, on=today())
    ]
    return JsonResponse({"lines": lines}, headers={"Cache-Control": FRESH_FOR})


@portal_page(audience=ANYONE, menu="results", english=True)
def browse(request: Request, kind: str) -> HttpResponse:
    """Show one index of the catalogue."""
    index = browsing.index(kind, today())
    if index is None:
        raise Http404
    return show(request, "portal/browse.html", {"index": index, "others": browsing.others(kind)})


@portal_page(audience=ANYONE, menu="results", english=True)
def procedure(request: Request, code: str) -> HttpResponse:
    """Tell everything about a procedure; another code of it leads to its own."""
    found = catalogue.procedure_called(code)
    if found is None:
        raise Http404
    if found.code != code:
        return redirect("portal:procedure", found.code)
    told = telling.told(found, today(), request.GET.get("phien-ban", ""))
    if told is None:
        raise Http404
    asked = clean(request.GET.get(CAME_BY, ""))[:LONGEST_QUESTION]
    shown = {"told": told, "page": told.page, "hours": HOURS, "asked": asked}
    return show(request, "portal/procedure.html", shown)
