"""Who acts for whom: said, confirmed, ended."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from motcua.base.access.audience import MEMBER
from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Problem
from motcua.base.web import stash
from motcua.base.web.page import Request
from motcua.doors.portal.documents import (
    DOCUMENT,
    after_right,
    code_asked,
    document_form,
    document_url,
    onward,
    query_of,
    take_out,
)
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.photos import gathered
from motcua.doors.portal.readings.own import acting_by, for_right
from motcua.doors.portal.readings.representing import listed, one_of
from motcua.doors.portal.representing import ForOrganisationForm, ForPersonForm
from motcua.doors.portal.sentences import FILED_AGAIN, NO_FILE_CHOSEN
from motcua.doors.portal.shelves import RightShelf
from motcua.doors.portal.showing import show
from motcua.doors.portal.uploads import shelve
from motcua.reference.people import commands
from motcua.reference.people.models import Representation

ORGANISATION = "to-chuc"


@portal_page(audience=MEMBER)
def represented(request: Request) -> HttpResponse:
    """List whom one acts for, and who acts for oneself."""
    mine, over_me = listed(request.actor)
    return show(request, "portal/represented.html", {"mine": mine, "over_me": over_me})


@portal_page(audience=MEMBER, writes=True)
def represent(request: Request) -> HttpResponse:
    """Take that somebody acts for a person or, by `cho=to-chuc`, for an organisation."""
    body, code = request.GET.get("cho") == ORGANISATION, code_asked(request)
    restored = stash.take(request, request.actor) if request.method == "GET" else None
    given = request.POST or restored
    initial = {"key": (given.get("key") if given else "") or str(uuid7())}
    form = (ForOrganisationForm if body else ForPersonForm)(given or None, initial=initial)
    errors: list[Problem] = []
    if request.method == "POST" and form.is_valid():
        made = form.represent(by=request.actor, at=now())
        if not isinstance(made, Refusal):
            return redirect(document_url(made, code) if made.by_document else after_right(made, code))
        errors.append(Problem(refusal_sentence(made)))
    shown = {"form": form, "errors": errors, "organisation": body, "code": code}
    shown["restored"] = FILED_AGAIN if restored else ""
    return show(request, "portal/represent.html", shown, status=422 if request.method == "POST" else 200)


@portal_page(audience=MEMBER, writes=True)
@for_right
def document(request: Request, right: Representation) -> HttpResponse:
    """Take the document behind one's right: a file, or photos that become one."""
    shelf, code = RightShelf(right) if right.by_document else None, code_asked(request)
    if shelf is None or not shelf.may_change(request.actor):
        return redirect("portal:represented")
    form = document_form(request, shelf)
    if request.method == "POST":
        if "leave-out" in request.POST:
            take_out(shelf, request.POST["leave-out"], by=request.actor)
            return redirect(request.get_full_path())
        got = shelve(request, DOCUMENT, shelf, by=acting_by(request.actor, right))
        lacking = not shelf.lying and not got.problems and "upload" not in request.POST
        for problem in [*got.problems, *([NO_FILE_CHOSEN] if lacking else [])]:
            form.add_error(DOCUMENT, problem)
        if not form.errors:
            stays = "upload" in request.POST or got.photos
            return redirect(request.get_full_path() if stays else onward(request, right, code))
    shown = {"right": right, "owner": right.owner_name, "form": form, "field": form[DOCUMENT]}
    shown |= {"held": gathered(shelf), "onward": onward(request, right, code), "query": query_of(request)}
    return show(request, "portal/right_document.html", shown, status=422 if request.method == "POST" else 200)


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
