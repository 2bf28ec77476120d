"""Where somebody stands after logging in."""

from django.http import HttpResponseBase
from django.shortcuts import redirect

from motcua.base.access.audience import STAFF
from motcua.base.rooms.registry import menu_for
from motcua.base.web.page import Request, page
from motcua.casework.dossiers.pages import work
from motcua.casework.dossiers.pages.audiences import AT_WORK


@page(audience=STAFF)
def landing(request: Request) -> HttpResponseBase:
    """Show an official's work; whoever handles no dossiers starts at the first entry of their menu."""
    menu = menu_for(request.actor)
    if menu and not AT_WORK.admits(request.actor):
        return redirect(menu[0].route)
    return work.work(request)
