"""The officials' box: what they were told, and how they want to be told."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from motcua.base.access.audience import STAFF
from motcua.base.clock import now
from motcua.base.notices import commands, queries
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web.page import Request, page
from motcua.casework.dossiers.notices import reach
from motcua.casework.dossiers.notices.reading import box_of, dossier_of

ALL_READ, KEPT = "Đã đánh dấu đọc hết.", "Đã lưu cách nhận thông báo."


@page(audience=STAFF, writes=True)
def box(request: Request) -> HttpResponse:
    """List what somebody was told; a POST marks everything as read."""
    if request.method == "POST":
        commands.mark_all_read(by=request.actor, at=now())
        messages.success(request, ALL_READ)
        return redirect("desk:notices")
    shown = {"box": box_of(request.actor, request.GET.get("trang")), "open": "desk:notice"}
    return render(request, "dossier_notices/desk_box.html", shown)


@page(audience=STAFF, writes=True)
def open_notice(request: Request, notice_id: UUID) -> HttpResponse:
    """Mark a notice of one's own as read and go to its dossier."""
    notice = queries.one_of(request.actor, notice_id)
    if notice is None:
        raise Http404
    if request.method != "POST":
        return redirect("desk:notices")
    if notice.read_at is None:
        commands.open_notice(notice=notice, by=request.actor, at=now())
    return redirect("desk:dossier", dossier_of(notice))


@page(audience=STAFF, writes=True)
def choose(request: Request) -> HttpResponse:
    """Choose whether to be told by mail too."""
    form = reach.form_for(request.actor, request.POST, reach.FOR_OFFICIALS, {})
    if form.is_valid():
        refused = reach.keep(form, request.actor)
        if refused is None:
            messages.success(request, KEPT)
            return redirect("desk:notices")
        form.add_error(None, refusal_sentence(refused))
    status = 422 if request.method == "POST" else 200
    return render(request, "dossier_notices/desk_reach.html", {"form": form}, status=status)
