"""Short true pages: help, accessibility, personal data."""

from django.http import HttpResponse

from motcua.base.access.audience import ANYONE
from motcua.base.clock import today
from motcua.base.web.page import Request
from motcua.doors.portal.frame import HOURS, portal_page
from motcua.doors.portal.readings.limits import draft_kept, reception_answer
from motcua.doors.portal.showing import show


@portal_page(audience=ANYONE, menu="help")
def help_page(request: Request) -> HttpResponse:
    """Tell how to file, and whom to ask."""
    on = today()
    told = {"hours": HOURS, "kept": draft_kept(on), "answer": reception_answer(on)}
    return show(request, "portal/help.html", told)


@portal_page(audience=ANYONE)
def accessibility(request: Request) -> HttpResponse:
    """Tell who can use this door, and what to do when something stands in the way."""
    return show(request, "portal/accessibility.html")


@portal_page(audience=ANYONE)
def personal_data(request: Request) -> HttpResponse:
    """Tell what is kept about a person, who sees it, and where that is shown."""
    return show(request, "portal/personal_data.html", {"kept": draft_kept(today())})
