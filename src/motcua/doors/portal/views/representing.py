"""Who acts for whom: said, confirmed, ended."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.base.access.audience import MEMBER
from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Problem
from motcua.base.web import stash
from motcua.base.web.page import Request
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.readings.representing import listed, one_of
from motcua.doors.portal.representing import ForOrganisationForm, ForPersonForm
from motcua.doors.portal.sentences import FILED_AGAIN
from motcua.doors.portal.showing import show
from motcua.reference.people import commands

ORGANISATION = "to-chuc"


@portal_page(audience=MEMBER)
def represented(request: Request) -> HttpResponse:
    """List whom one acts for, and who acts for oneself."""
    mine, over_me = listed(request.actor)
    return show(request, "portal/represented.html", {"mine": mine, "over_me": over_me})


@portal_page(audience=MEMBER, writes=True)
def represent(request: Request) -> HttpResponse:
    """Take that somebody acts for a person or, by `cho=to-chuc`, for an organisation."""
    body, code = request.GET.get("cho") == ORGANISATION, request.GET.get("thu-tuc", "")
    restored = stash.take(request, request.actor) if request.method == "GET" else None
    given = request.POST or restored
    initial = {"key": (given.get("key") if given else "") or str(uuid7())}
    form = (ForOrganisationForm if body else ForPersonForm)(given or None, initial=initial)
    errors: list[Problem] = []
    if request.method == "POST" and form.is_valid():
        made = form.represent(by=request.actor, at=now())
        if not isinstance(made, Refusal):
            back = f"{reverse('portal:start', args=[code])}?cho={made.pk}" if code else "portal:represented"
            return redirect(back)
        errors.append(Problem(refusal_sentence(made)))
    shown = {"form": form, "errors": errors, "organisation": body, "code": code}
    shown["restored"] = FILED_AGAIN if restored else ""
    return show(request, "portal/represent.html", shown, status=422 if request.method == "POST" else 200)


@portal_page(audience=MEMBER, writes=True)
def confirm_representation(request: Request, representation_id: UUID) -> HttpResponse:
    """Let the owner confirm that somebody acts for them."""
    return _decided(request, representation_id, commands.confirm_representation)


@portal_page(audience=MEMBER, writes=True)
def end_representation(request: Request, representation_id: UUID) -> HttpResponse:
    """Let either side end it."""
    return _decided(request, representation_id, commands.end_representation)


def _decided(request: Request, representation_id: UUID, act: object) -> HttpResponse:
    assert callable(act), "one of the commands above"
    told = one_of(request.actor, representation_id)
    if told is None:
        raise Http404
    ending = act is commands.end_representation
    errors: list[Problem] = []
    if request.method == "POST":
        done = act(representation_id=representation_id, by=request.actor, at=now())
        if not isinstance(done, Refusal):
            return redirect("portal:represented")
        errors.append(Problem(refusal_sentence(done)))
    shown = {"one": told, "ending": ending, "errors": errors}
    return show(request, "portal/representation.html", shown, status=422 if errors else 200)
