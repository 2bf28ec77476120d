"""Where somebody stands after logging in."""

from django.http import HttpResponseBase
from django.shortcuts import redirect

from motcua.base.access.audience import STAFF
from motcua.base.web.page import Request, page
from motcua.casework.dossiers.pages import work
from motcua.casework.dossiers.pages.audiences import HANDLERS
from motcua.reference.org.words import Role


@page(audience=STAFF)
def landing(request: Request) -> HttpResponseBase:
    """Show an official's work; whoever inspects starts at the journal."""
    if request.actor.has(Role.AUDITOR) and not request.actor.has(*HANDLERS):
        return redirect("command:home")
    return work.work(request)
