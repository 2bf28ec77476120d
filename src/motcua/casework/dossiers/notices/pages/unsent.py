"""What could not be sent: to whom (masked), why, and the way to send it again."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from motcua.base.access import Actor
from motcua.base.clock import now
from motcua.base.clock.sentences import full_moment
from motcua.base.database.ids import uuid7
from motcua.base.notices import commands, queries
from motcua.base.notices.models import Notice
from motcua.base.notices.rules import masked
from motcua.base.notices.words import Medium, NoticeState, Why
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web.page import Request, page
from motcua.casework.dossiers.notices.occasions import OCCASIONS
from motcua.casework.dossiers.notices.pages.rules import ADMINISTRATORS
from motcua.casework.dossiers.notices.sentences import MEDIA, STATES
from motcua.casework.dossiers.notices.words import NoticeEvent

AGAIN = "Đã xếp lại vào hàng gửi."
ALL_AGAIN = "Đã xếp lại {} thông báo vào hàng gửi."


class AgainForm(forms.Form):
    """The retry key of a button."""

    key = forms.CharField(required=False, max_length=64)


@dataclass(frozen=True)
class Row:
    """One notice that could not be sent; the reason is the sentence of its last refusal."""

    id: UUID
    what: str
    to: str
    why: str
    state: str
    look: str
    when: str
    key: str


@page(audience=ADMINISTRATORS, writes=True)
def listing(request: Request) -> HttpResponse:
    """List what could not be sent, what waits for a person first; a POST sends all of that again."""
    if request.method == "POST":
        messages.success(request, ALL_AGAIN.format(_send_all(request.actor)))
        return redirect("desk:unsent")
    found = Paginator(queries.troubled(), queries.PAGE).get_page(request.GET.get("trang"))
    shown: dict[str, Any] = {
        "page": found,
        "rows": [_row(one) for one in found],
        "total": found.paginator.count,
    }
    shown["given_up"] = queries.count_given_up()
    return render(request, "dossier_notices/unsent.html", shown)


@page(audience=ADMINISTRATORS, writes=True)
def again(request: Request, notice_id: UUID) -> HttpResponse:
    """Send one of them again."""
    if request.method != "POST":
        return redirect("desk:unsent")
    if not Notice.objects.filter(pk=notice_id).exists():
        raise Http404
    form = AgainForm(request.POST)
    key = form.cleaned_data["key"] if form.is_valid() else ""
    done = commands.send_again(notice_id=notice_id, by=request.actor, at=now(), key=key)
    if isinstance(done, Refusal):
        messages.warning(request, refusal_sentence(done))
    else:
        messages.success(request, AGAIN)
    return redirect("desk:unsent")


def _send_all(by: Actor) -> int:
    """Queue everything that was given up, each by an act of its own; gives how many."""
    done = [
        commands.send_again(notice_id=one, by=by, at=now()) for one in queries.given_up(queries.PAGE * 20)
    ]
    return sum(isinstance(one, Notice) for one in done)


def count_given_up(actor: Actor) -> int:
    """Give how many notices wait for somebody to send them again."""
    return queries.count_given_up()


def _row(one: Notice) -> Row:
    state, look = STATES[NoticeState(one.state)]
    again_at = f", lúc {full_moment(one.next_at)}" if one.next_at else ""
    why = Refusal(Why(one.problem), {"said": one.problem_said}) if one.problem else None
    return Row(
        one.pk,
        OCCASIONS[NoticeEvent(one.event)].title,
        f"{MEDIA[Medium(one.medium)]} {masked(one.address)}",
        refusal_sentence(why) if why else "",
        f"{state}{again_at}",
        look,
        full_moment(one.made_at),
        uuid7().hex,
    )
