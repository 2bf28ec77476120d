"""The check before signing in: a few questions, then exactly what one needs."""

from django.http import Http404, HttpResponse

from motcua.base.access.audience import ANYONE
from motcua.base.clock import today
from motcua.base.web.page import Request
from motcua.doors.portal.checking import CheckForm
from motcua.doors.portal.frame import HOURS, portal_page
from motcua.doors.portal.readings.checking import Check, check
from motcua.doors.portal.showing import show
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import ProcedureVersion

SENT = "gui"  # which page of questions was answered: what that page lacks is said to be missing


@portal_page(audience=ANYONE, menu="results", english=True)
def check_first(request: Request, code: str) -> HttpResponse:
    """Ask what changes the answer, then show it; every answer stands in the address."""
    on = today()
    version = catalogue.effective_version(code, on)
    if version is None:
        raise Http404
    found = check(version, request.GET, on)
    if found.ask:
        return _ask(request, version, found)
    fileable = catalogue.fileable(version.procedure, on)
    return show(
        request,
        "portal/yours.html",
        {
            "page": version,
            "check": found,
            "yours": found.yours,
            "online": fileable is not None and catalogue.page_of(version).may_start_online,
            "hours": HOURS,
            "here": request.build_absolute_uri(),
        },
    )


def _ask(request: Request, version: ProcedureVersion, found: Check) -> HttpResponse:
    """Show the questions of one page, again with what is missing once they were sent."""
    sent = request.GET if request.GET.get(SENT) == found.part else None
    form = CheckForm(sent, check=found)
    return show(
        request,
        "portal/ask.html",
        {"page": version, "check": found, "form": form},
        status=422 if form.is_bound and not form.is_valid() else 200,
    )
