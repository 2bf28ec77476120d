"""Keeping a way of looking at the list, and letting it go."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Form
from motcua.base.web.page import Request, page
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.pages import asked
from motcua.casework.dossiers.pages.acts.base import Line
from motcua.casework.dossiers.pages.audiences import AT_WORK
from motcua.casework.dossiers.pages.opening import UNPROCESSABLE, shown

NAME = 60


class KeepForm(Form):
    """The name under which a way of looking is kept."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    name = Line(
        label="Tên cách xem", max_length=NAME, help_text="Tên ngắn, ví dụ Hộ tịch quá hạn. Chỉ bạn thấy."
    )


@page(audience=AT_WORK, writes=True)
def keep(request: Request) -> HttpResponseBase:
    """Keep the way of looking that the address describes, and show those that are kept."""
    sought = asked.read(request.GET.dict(), request.actor)
    form = KeepForm(request.POST if request.method == "POST" else None, initial={"key": str(uuid7())})
    if request.method == "POST" and form.is_valid():
        done = commands.keep_view(
            query=asked.query_of(sought), by=request.actor, at=now(), **form.cleaned_data
        )
        if not isinstance(done, Refusal):
            messages.success(request, f"Đã giữ cách xem “{done.name}”.")
            return redirect(asked.address(sought))
        form.add_error(None, refusal_sentence(done))
    context = {
        "form": form,
        "back": asked.address(sought),
        "kept": queries.saved_views_of(request.actor),
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return shown(request, "saved.html", context, status=status)


@page(audience=AT_WORK, writes=True)
def let_go(request: Request, view_id: UUID) -> HttpResponseBase:
    """Let a kept way of looking go."""
    if request.method == "POST":
        done = commands.let_view_go(view_id=view_id, by=request.actor, at=now())
        said = refusal_sentence(done) if isinstance(done, Refusal) else f"Đã bỏ cách xem “{done.name}”."
        messages.success(request, said)
    return redirect("desk:view-keep")
