"""Finding a procedure and reading about it."""

from django.http import Http404, HttpResponse

from motcua.base.access.audience import ANYONE
from motcua.base.clock import today
from motcua.base.text import clean
from motcua.base.web.page import Request
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.readings import catalogue as readings
from motcua.doors.portal.readings import procedure as telling
from motcua.doors.portal.showing import show
from motcua.reference.catalogue import queries as catalogue

LONGEST_QUESTION = 200


@portal_page(audience=ANYONE)
def home(request: Request) -> HttpResponse:
    """Ask what somebody needs; show the ways to it."""
    on = today()
    fields = readings.fields(on)
    return show(
        request,
        "portal/home.html",
        {
            "events": readings.life_events(on),
            "often": readings.often_used(on),
            "total": sum(field.count for field in fields),
        },
    )


@portal_page(audience=ANYONE, menu="results")
def results(request: Request) -> HttpResponse:
    """Answer a question, open a life event or a field, or show all fields."""
    on = today()
    asked, event, field = (
        clean(request.GET.get(name, ""))[:LONGEST_QUESTION] for name in ("q", "viec", "linh-vuc")
    )
    if asked:
        found = readings.by_words(asked, on)
    elif event:
        found = readings.by_life_event(event, on)
    else:
        found = readings.by_field(field, on) if field else []
    return show(
        request,
        "portal/results.html",
        {"asked": asked, "event": event, "field": field, "found": found, "fields": readings.fields(on)},
    )


@portal_page(audience=ANYONE, menu="results")
def procedure(request: Request, code: str) -> HttpResponse:
    """Tell everything about a procedure in force."""
    version = catalogue.effective_version(code, today())
    if version is None:
        raise Http404
    page = catalogue.page_of(version)
    shown, further = telling.acts_of(page)
    return show(
        request,
        "portal/procedure.html",
        {
            "page": page,
            "ways": telling.ways_of(page),
            "known": telling.known_of(page),
            "steps": telling.steps_of(page),
            "acts": shown,
            "further_acts": further,
        },
    )
