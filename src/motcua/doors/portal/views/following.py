"""Following one's own dossiers."""

from django.http import HttpResponse

from motcua.base.access.audience import MEMBER
from motcua.base.web.page import Request
from motcua.casework.dossiers import queries as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.readings import dossier as readings
from motcua.doors.portal.readings.drafts import drafts_by
from motcua.doors.portal.readings.looking import looks_page
from motcua.doors.portal.readings.own import for_own
from motcua.doors.portal.showing import show


@portal_page(audience=MEMBER)
def mine(request: Request) -> HttpResponse:
    """List one's drafts and dossiers."""
    _, filed = readings.listed(request.actor)
    shown = {"drafts": drafts_by(request.actor), "filed": filed, "person": request.actor.person}
    return show(request, "portal/mine.html", shown)


@portal_page(audience=MEMBER)
@for_own
def follow(request: Request, dossier: Dossier) -> HttpResponse:
    """Tell where a dossier stands, until when, and what its owner must do now."""
    return show(request, "portal/follow.html", {"told": readings.followed(dossier, request.actor)})


@portal_page(audience=MEMBER)
@for_own
def looks(request: Request, dossier: Dossier) -> HttpResponse:
    """Tell who looked at what of a dossier, and when."""
    looked = readings.looked(dossiers.looks_of(dossier))
    return show(request, "portal/looks.html", {"dossier": dossier, "looks": looked})


@portal_page(audience=MEMBER)
def all_looks(request: Request) -> HttpResponse:
    """Tell who looked at any of one's dossiers, or at one of them."""
    page = looks_page(request.actor, request.GET.get("ho-so", ""), request.GET.get("trang", ""))
    return show(request, "portal/all_looks.html", {"page": page})
