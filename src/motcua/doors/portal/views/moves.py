"""What an owner does with a dossier after filing: complete it, withdraw it."""

from django.http import HttpResponse
from django.shortcuts import redirect

from motcua.base.access.audience import MEMBER
from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Problem
from motcua.base.web import stash
from motcua.base.web.page import Request
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import State
from motcua.doors.portal.answering import Answer
from motcua.doors.portal.forms import WithdrawForm
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.readings.own import for_own
from motcua.doors.portal.sentences import FILED_AGAIN, FILES_LOST
from motcua.doors.portal.showing import show


@portal_page(audience=MEMBER, writes=True)
@for_own
def supplement(request: Request, dossier: Dossier) -> HttpResponse:
    """Take exactly the papers asked for."""
    answer = Answer.of(request, dossier)
    if answer is None:
        return redirect("portal:dossier", dossier.pk)
    form, errors = answer.form, []
    if request.method == "POST":
        if "leave-out" in request.POST:
            answer.leave_out(request.POST["leave-out"])
            return redirect("portal:supplement", dossier.pk)
        whole = "upload" not in request.POST
        photos = answer.take_in(form, whole=whole)
        if not form.errors and (photos or not whole):
            return redirect("portal:supplement", dossier.pk)
        if not form.errors and answer.send() is None:
            return redirect("portal:dossier", dossier.pk)
        errors = [Problem(answer.refused)] if answer.refused else []
    restored = FILES_LOST if request.method == "GET" and stash.take(request, request.actor) else ""
    shown = {"dossier": dossier, "answer": answer, "form": form, "errors": errors, "restored": restored}
    shown["rows"] = [(one, form[one.field]) for one in answer.asked]
    return show(request, "portal/supplement.html", shown, status=422 if request.method == "POST" else 200)


@portal_page(audience=MEMBER, writes=True)
@for_own
def withdraw(request: Request, dossier: Dossier) -> HttpResponse:
    """Say what withdrawing means, then do it by one button."""
    if dossier.state == State.WITHDRAWN:
        return redirect("portal:dossier", dossier.pk)
    restored = stash.take(request, request.actor) if request.method == "GET" else None
    given = request.POST or restored
    form, errors = WithdrawForm(given or None), []
    if request.method == "POST" and form.is_valid():
        done = commands.withdraw(
            dossier_id=dossier.pk,
            reason=form.cleaned_data["reason"],
            by=request.actor,
            at=now(),
            key=request.POST.get("key", ""),
        )
        if not isinstance(done, Refusal):
            return redirect("portal:dossier", dossier.pk)
        errors.append(Problem(refusal_sentence(done)))
    shown = {"dossier": dossier, "form": form, "errors": errors, "restored": FILED_AGAIN if restored else ""}
    shown["key"] = (given.get("key") if given else "") or str(uuid7())
    return show(request, "portal/withdraw.html", shown, status=422 if request.method == "POST" else 200)
