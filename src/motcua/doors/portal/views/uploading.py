"""Files that come in parts over a poor line, and photos put in order. Everything here is one's own."""

from typing import Final
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.base.access.audience import MEMBER
from motcua.base.clock import now
from motcua.base.files import commands as files
from motcua.base.files import queries as stored
from motcua.base.files.models import Upload
from motcua.base.files.words import Turn, Why
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web.downloads import send
from motcua.base.web.page import Request
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.photos import gathered, take_photo_out
from motcua.doors.portal.readings.journey import Journey
from motcua.doors.portal.readings.own import for_draft

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
    size = request.POST.get("size", "")
    begun = files.begin_upload(
        name=request.POST.get("name", "")[:_LONGEST],
        size=int(size) if size.isdecimal() and len(size) < len("1000000000000") else 0,
        place=request.POST.get("place", "")[:_LONGEST],
        sameness=request.POST.get("sameness", "")[:_LONGEST],
        by=request.actor,
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
    if FINISH in request.headers:
        return _answer(files.finish_upload(upload_id=upload_id, by=request.actor, at=now()))
    begins = request.headers.get(OFFSET, "")
    if not begins.isdecimal():
        return _answer(Refusal(Why.UPLOAD_BAD))
    return _answer(
        files.add_part(upload_id=upload_id, begins=int(begins), content=request.body, by=request.actor)
    )


@portal_page(audience=MEMBER, writes=True)
@for_draft
def photo(request: Request, journey: Journey, requirement_id: UUID, photo_id: UUID) -> HttpResponseBase:
    """Show one photo of a paper; turn it, move it, or take it out."""
    wanted = next((one for one in journey.wanted if one.requirement.pk == requirement_id), None)
    found = gathered(journey.dossier.pk, requirement_id, wanted.papers) if wanted else None
    chosen = next((one for one in found.photos if one.pk == photo_id), None) if found else None
    back = f"{reverse('portal:draft-papers', args=[journey.dossier.pk])}#anh-{requirement_id}"
    if chosen is None and request.method == "POST":
        return redirect(back)  # pressed twice: it is out already
    if chosen is None:
        raise Http404
    if request.method != "POST":
        return send(stored.content(chosen.file), name=chosen.file.name, media_type=chosen.file.media_type)
    act = request.POST.get("act", "")
    if act == Turn.OUT:
        take_photo_out(journey.dossier, requirement_id, chosen, by=request.actor, at=now())
    if act in set(Turn):
        files.arrange(photo_id=photo_id, turn=Turn(act), by=request.actor, at=now())
    return redirect(back)


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
