"""Taking in a paper dossier for somebody at the counter."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from motcua.base.clock import now, today
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.text import clean
from motcua.base.web import stash
from motcua.base.web.page import Request, page
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.pages.audiences import AT_COUNTER
from motcua.casework.dossiers.pages.intake import IntakeForm
from motcua.casework.dossiers.pages.opening import UNPROCESSABLE, shown
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.people import commands as people


@page(audience=AT_COUNTER)
def choose(request: Request) -> HttpResponse:
    """Choose the procedure, by words in any spelling or from the list."""
    return shown(request, "counter.html", served(request, today(), take_in="desk:take-in"))


def served(request: Request, on: date, *args: UUID, take_in: str) -> dict[str, Any]:
    """Give what the list of a counter's procedures shows; `take_in` names the page that each opens."""
    assert request.actor.unit is not None, "a counter officer works at a counter"
    words = clean(request.GET.get("q", ""))
    found = queries.procedures_served(request.actor.unit, words, on)
    rows = [(one, reverse(take_in, args=[*args, one.code])) for one in found]
    return {"words": words, "found": rows, "every": request.path}


@page(audience=AT_COUNTER, writes=True)
def take_in(request: Request, code: str) -> HttpResponseBase:
    """Take a dossier in on one page: who, which papers, how the result goes back."""
    version = catalogue.effective_version(code, today())
    if version is None:
        raise Http404
    if request.method != "POST":
        return _page(
            request, version, IntakeForm(version, request.actor, data=stash.take(request, request.actor))
        )
    form = IntakeForm(version, request.actor, data=request.POST)
    if "find" in request.POST or ("enter" in request.POST and not request.POST.get("full_name")):
        return _page(request, version, form.known())
    form.look_up()
    if form.is_valid():
        done = commands.receive_direct(
            procedure=code, by=request.actor, at=now(), key=form.cleaned_data["key"], **form.given()
        )
        if not isinstance(done, Refusal):
            messages.success(request, form.done(done))
            return redirect("desk:dossier", done.pk)
        form.add_error(None, refusal_sentence(done))
    return _page(request, version, form, status=UNPROCESSABLE)


def _page(
    request: Request, version: ProcedureVersion, form: IntakeForm, *, status: int = 200
) -> HttpResponse:
    if form.person:
        people.note_look(form.person, by=request.actor, at=now())
    return shown(request, "take_in.html", {"version": version, "form": form}, status=status)
