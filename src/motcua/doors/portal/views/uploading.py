"""Files that come in parts over a poor line, and photos put in order. Everything here is one's own."""

from typing import Final
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.access.audience import MEMBER
from motcua.base.clock import now
from motcua.base.files import commands as files
from motcua.base.files import queries as stored
from motcua.base.files.models import Upload
from motcua.base.files.words import Why
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web.downloads import send
from motcua.base.web.page import Request
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries.asking import item_of
from motcua.doors.portal.documents import query_of
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.photos import arrange, gathered
from motcua.doors.portal.readings.journey import Journey
from motcua.doors.portal.readings.own import acting_at, for_draft, for_own, for_right
from motcua.doors.portal.shelves import AnswerShelf, DraftShelf, RightShelf, Shelf
from motcua.reference.people.models import Representation

OFFSET: Final = "Upload-Offset"
FINISH: Final = "Upload-Finish"
_LONGEST: Final = 300
_STATUS: Final = {Why.UPLOAD_ELSEWHERE: 409, Why.UPLOAD_NOT_WHOLE: 409, Why.GONE: 404, Why.NOT_KEPT: 503}


@portal_page(audience=MEMBER, writes=True)
def uploads(request: Request) -> HttpResponse:
    """Begin an upload, or tell which ones wait at a place (`?place=`) to be gone on with."""
    if request.method != "POST":
        place = request.GET.get("place", "")
        waiting = [*stored.under_way([place], request.actor, now()), *stored.arrived(place, request.actor)]
        return JsonResponse({"uploads": [_told(one) for one in waiting]})
    by = _acting(request, request.POST.get("place", ""))
    if by is None:
        return _answer(Refusal(Why.GONE))
    size = request.POST.get("size", "")
    begun = files.begin_upload(
        name=request.POST.get("name", "")[:_LONGEST],
        size=int(size) if size.isdecimal() and len(size) < len("1000000000000") else 0,
        place=request.POST.get("place", "")[:_LONGEST],
        sameness=request.POST.get("sameness", "")[:_LONGEST],
        by=by,
        at=now(),
    )
    return _answer(begun)


@portal_page(audience=MEMBER, writes=True)
def upload(request: Request, upload_id: UUID) -> HttpResponse:
    """Tell how far an upload came; take its next part (its place in the header Upload-Offset); finish it."""
    found = stored.upload_of(upload_id, request.actor)
    if found is None:
        return _answer(Refusal(Why.GONE))
    if request.method != "POST":
        return _answer(found)
    by = _acting(request, found.place)
    if by is None:
        return _answer(Refusal(Why.GONE))
    if FINISH in request.headers:
        return _answer(files.finish_upload(upload_id=upload_id, by=by, at=now()))
    begins = request.headers.get(OFFSET, "")
    if not begins.isdecimal():
        return _answer(Refusal(Why.UPLOAD_BAD))
    return _answer(files.add_part(upload_id=upload_id, begins=int(begins), content=request.body, by=by))


@portal_page(audience=MEMBER, writes=True)
@for_draft
def photo(request: Request, journey: Journey, requirement_id: UUID, photo_id: UUID) -> HttpResponseBase:
    """Show one photo of a paper of a draft; turn it, move it, or take it out."""
    wanted = next((one for one in journey.wanted if one.requirement.pk == requirement_id), None)
    shelf = DraftShelf(journey.dossier, wanted.requirement, wanted.papers) if wanted else None
    return _photo(request, shelf, photo_id, reverse("portal:draft-papers", args=[journey.dossier.pk]))


@portal_page(audience=MEMBER, writes=True)
@for_own
def answer_photo(request: Request, dossier: Dossier, item_id: UUID, photo_id: UUID) -> HttpResponseBase:
    """Show one photo of a paper asked for; turn it, move it, or take it out."""
    back = reverse("portal:supplement", args=[dossier.pk])
    return _photo(request, _answer_shelf(dossier, item_id), photo_id, back)


@portal_page(audience=MEMBER)
@for_own
def answer_file(request: Request, dossier: Dossier, item_id: UUID, waiting_id: UUID) -> HttpResponseBase:
    """Send a file that waits to be sent for a paper asked for."""
    return _file(_answer_shelf(dossier, item_id), waiting_id)


@portal_page(audience=MEMBER, writes=True)
@for_right
def right_photo(request: Request, right: Representation, photo_id: UUID) -> HttpResponseBase:
    """Show one photo of the document behind a right; turn it, move it, or take it out."""
    back = reverse("portal:representation-document", args=[right.pk]) + query_of(request)
    return _photo(request, RightShelf(right) if right.by_document else None, photo_id, back)


@portal_page(audience=MEMBER)
@for_right
def right_file(request: Request, right: Representation, document_id: UUID) -> HttpResponseBase:
    """Send a file of the document behind a right, to either side."""
    return _file(RightShelf(right) if right.by_document else None, document_id)


def _acting(request: Request, place: str) -> Actor | None:
    """Give the sender as acting for the owner of what a place belongs to; None when it is not theirs."""
    try:
        return acting_at(request, place.partition("#")[0])
    except Http404:
        return None


def _answer_shelf(dossier: Dossier, item_id: UUID) -> AnswerShelf | None:
    item = item_of(item_id)
    return AnswerShelf(dossier, item) if item and item.round.dossier_id == dossier.pk else None


def _photo(request: Request, shelf: Shelf | None, photo_id: UUID, back: str) -> HttpResponseBase:
    found = gathered(shelf) if shelf else None
    chosen = next((one for one in found.photos if one.pk == photo_id), None) if found else None
    if request.method == "POST":
        # Pressed twice, it is out already.
        if shelf and chosen and shelf.may_change(request.actor):
            arrange(shelf, chosen, request.POST.get("act", ""), by=request.actor, at=now())
        return redirect(f"{back}#anh-{shelf.anchor}" if shelf else back)
    if chosen is None:
        raise Http404
    return send(stored.content(chosen.file), name=chosen.file.name, media_type=chosen.file.media_type)


def _file(shelf: Shelf | None, lying_id: UUID) -> HttpResponseBase:
    found = next((one for one in shelf.lying if one.pk == lying_id), None) if shelf else None
    if found is None:
        raise Http404
    return send(stored.content(found.file), name=found.file.name, media_type=found.file.media_type)


def _answer(outcome: Upload | Refusal) -> JsonResponse:
    if isinstance(outcome, Refusal):
        told = {"why": outcome.why.value, "say": refusal_sentence(outcome)}
        return JsonResponse(told, status=_STATUS.get(outcome.why, 422))  # type: ignore[call-overload]
    return JsonResponse(_told(outcome))


def _told(one: Upload) -> dict[str, object]:
    return {
        "id": str(one.pk),
        "address": reverse("portal:upload", args=[one.pk]),
        "name": one.name,
        "size": one.size,
        "offset": one.arrived,
        "state": one.state,
        "say": f"{one.name}: {one.refused}" if one.refused else "",
    }
