"""A draft goes over to the newer version of its procedure, once its maker has seen what differs."""

from django.http import HttpResponse
from django.shortcuts import redirect

from motcua.base.access.audience import MEMBER
from motcua.base.clock import now, today
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Problem
from motcua.base.web.page import Request
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.queries.renewing import renewal_of
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.readings.journey import Journey
from motcua.doors.portal.readings.own import for_draft
from motcua.doors.portal.showing import show
from motcua.reference.catalogue import queries as catalogue


@portal_page(audience=MEMBER, writes=True)
@for_draft
def renew(request: Request, journey: Journey) -> HttpResponse:
    """Say what the newer version changes and what of the draft has no place there, then move the draft."""
    dossier = journey.dossier
    renewal = renewal_of(dossier, today())
    if renewal is None:
        return redirect("portal:draft", dossier.pk)
    errors: list[Problem] = []
    if request.method == "POST":
        done = commands.renew_draft(dossier_id=dossier.pk, by=request.actor, at=now())
        if not isinstance(done, Refusal):
            return redirect("portal:draft", dossier.pk)
        errors.append(Problem(refusal_sentence(done)))
    shown = {"journey": journey, "dossier": dossier, "errors": errors, "renewal": renewal}
    shown["changes"] = catalogue.compare(dossier.version, renewal.version)
    shown["left"] = [paper for paper in renewal.left if paper.file_id and not paper.held_id]
    return show(request, "portal/renew.html", shown, status=422 if errors else 200)
