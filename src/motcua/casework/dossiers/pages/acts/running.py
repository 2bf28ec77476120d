"""Running an act: show its form, do it, say what was done or why not."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from motcua.base.clock import now
from motcua.base.files.upload import oversized
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web import stash
from motcua.base.web.page import Request, page
from motcua.casework.dossiers import queries, rules
from motcua.casework.dossiers.commands import note_look
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.pages.acts.base import ActForm
from motcua.casework.dossiers.pages.acts.deciding import take_attachment
from motcua.casework.dossiers.pages.audiences import AT_WORK
from motcua.casework.dossiers.pages.opening import UNPROCESSABLE, opened, shown
from motcua.casework.dossiers.pages.told import due_of, moment, sentence_case
from motcua.casework.dossiers.words import Why

TOO_LARGE = "Tệp này lớn hơn mức cho phép. Quét lại ở cỡ nhỏ hơn rồi tải lên."


def page_of(act: type[ActForm]) -> Callable[..., HttpResponseBase]:
    """Give the page of an act."""

    @page(audience=AT_WORK, writes=True)
    def run(request: Request, dossier_id: UUID) -> HttpResponseBase:
        dossier, facts = opened(request, dossier_id, thing=f"act:{act.slug}")
        data = request.POST if request.method == "POST" else stash.take(request, request.actor)
        form = act(dossier, request.actor, now(), data=data, files=request.FILES or None)
        if request.method == "POST" and queries.done_before(request.actor, request.POST.get("key", "")):
            return redirect("desk:dossier", dossier_id)
        if request.method == "POST":
            done = _done(request, form)
            if isinstance(done, Dossier):
                return _said(request, form, done)
            # What could not be done is shown upon the page of the dossier: that is a look too.
            note_look(form.dossier, "page", by=request.actor, at=now(), thing=f"act:{act.slug}")
        return _page(request, form, facts)

    return run


def _done(request: Request, form: ActForm) -> Dossier | None:
    """Do the act of a sent form; what hinders it stands on the form."""
    for field in oversized(request) & form.fields.keys():
        form.add_error(field, TOO_LARGE)
    if not form.is_valid() or not take_attachment(form):
        return None
    outcome = form.do(form.common())
    if isinstance(outcome, Dossier):
        return outcome
    form.add_error(None, refusal_sentence(outcome))
    if outcome.why is Why.CHANGED_MEANWHILE:
        form.dossier = queries.by_id(form.dossier.pk)
        form.look_again(form.dossier.revision)
        form.meanwhile = True
    return None


def _said(request: Request, form: ActForm, done: Dossier) -> HttpResponse:
    messages.success(request, form.done(done))
    if rules.relations(queries.with_participants(done), request.actor):
        return redirect("desk:dossier", done.pk)
    return redirect("desk:work")


def _page(request: Request, form: ActForm, facts: rules.Facts) -> HttpResponse:
    dossier = form.dossier
    hindrance = _hindrance(form, facts, request)
    last = queries.events_of(dossier)[0] if form.meanwhile else None
    context = {
        "form": form,
        "dossier": dossier,
        "due": due_of(dossier.state, queries.time_of(dossier, form.at).left),
        "back": reverse("desk:dossier", args=[dossier.pk]),
        "hindrance": refusal_sentence(hindrance) if hindrance else "",
        "meanwhile": f"{sentence_case(last.sentence)}. {moment(last.at, form.at)}, {last.who}."
        if last
        else "",
        **form.story(),
    }
    status = UNPROCESSABLE if request.method == "POST" else HttpResponse.status_code
    return shown(request, form.template, context, status=status)


def _hindrance(form: ActForm, facts: rules.Facts, request: Request) -> Refusal | None:
    """Give why the act cannot be done now, as far as its own form cannot cure it."""
    if request.method == "POST":
        return None
    reasons = [rules.decide(facts, move, request.actor) for move in form.moves]
    refusals = [one for one in reasons if isinstance(one, Refusal)]
    if len(refusals) < len(reasons) or any(one.why in form.cured_here for one in refusals):
        return None
    # The move that is this person's own says more than one that is somebody else's.
    return min(refusals, key=lambda one: one.why in (Why.NOT_OPEN, Why.NOT_YOURS))
