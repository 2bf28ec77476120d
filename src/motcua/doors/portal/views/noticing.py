"""What a citizen was told, and how they want to be told."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from motcua.base.access.audience import MEMBER
from motcua.base.clock import now
from motcua.base.notices import commands, queries
from motcua.base.notices.words import Medium
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web.page import Request
from motcua.casework.dossiers.notices import reach
from motcua.casework.dossiers.notices.reading import box_of, dossier_of
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.showing import show
from motcua.reference.people import queries as people


@portal_page(audience=MEMBER, writes=True, menu="notices")
def notices(request: Request) -> HttpResponse:
    """List what somebody was told; a POST marks everything as read."""
    if request.method == "POST":
        commands.mark_all_read(by=request.actor, at=now())
        return redirect("portal:notices")
    box = box_of(request.actor, request.GET.get("trang"))
    return show(request, "portal/notices.html", {"box": box, "open": "portal:notice"})


@portal_page(audience=MEMBER, writes=True)
def open_notice(request: Request, notice_id: UUID) -> HttpResponse:
    """Mark a notice of one's own as read and go to its dossier."""
    notice = queries.one_of(request.actor, notice_id)
    if notice is None:
        raise Http404
    if request.method != "POST":
        return redirect("portal:notices")
    if notice.read_at is None:
        commands.open_notice(notice=notice, by=request.actor, at=now())
    return redirect("portal:dossier", dossier_of(notice))


@portal_page(audience=MEMBER, writes=True)
def choose(request: Request) -> HttpResponse:
    """Choose by which media to be told besides this page, and where."""
    assert request.actor.person is not None, "a member is a person"
    me = people.one(request.actor.person)
    known = {Medium.EMAIL: me.email, Medium.SMS: me.phone}
    form = reach.form_for(request.actor, request.POST, reach.FOR_CITIZENS, known)
    if form.is_valid():
        refused = reach.keep(form, request.actor)
        if refused is None:
            return redirect("portal:notices")
        form.add_error(None, refusal_sentence(refused))
    status = 422 if request.method == "POST" else 200
    return show(request, "portal/notices_reach.html", {"form": form}, status=status)
