"""Reports of wrong data: the list at an agency, and the answer to one."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.access.audience import staff_with
from motcua.base.clock import now, today
from motcua.base.clock.sentences import full_moment
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Form, Problem
from motcua.base.web.page import Request, page
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role
from motcua.reference.people import commands, queries
from motcua.reference.people.models import Correction
from motcua.reference.people.sentences import CORRECTION_STATES
from motcua.reference.people.words import CorrectionState

CORRECTORS = staff_with(
    Role.RECEPTION_OFFICER, Role.ONE_STOP_HEAD, Role.CASE_OFFICER, Role.UNIT_HEAD, Role.AGENCY_LEADER
)
LOOKS = {CorrectionState.OPEN: "warn", CorrectionState.CORRECTED: "good", CorrectionState.KEPT: "mute"}


@dataclass(frozen=True)
class Row:
    """One report in the list."""

    ticket: Correction
    href: str
    opened: str
    state: str
    look: str


class AnswerForm(Form):
    """Whether the data was wrong, and what was found."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    corrected = forms.ChoiceField(
        label="Kết quả kiểm tra",
        widget=forms.RadioSelect,
        choices=[("yes", "Dữ liệu sai, đã sửa ở nơi giữ"), ("no", "Dữ liệu đúng, giữ nguyên")],
    )
    answer = forms.CharField(
        label="Trả lời người báo",
        max_length=1000,
        help_text="Người báo đọc câu này. Nói đã đối chiếu với gì, đã sửa ở đâu.",
        widget=forms.Textarea({"rows": "3"}),
    )


@page(audience=CORRECTORS)
def reports(request: Request) -> HttpResponse:
    """List the reports at one's agency, open ones first."""
    rows = [_row(one) for one in queries.corrections_for(_agencies(request.actor))]
    return render(request, "people/corrections.html", {"rows": rows})


@page(audience=CORRECTORS, writes=True)
def report(request: Request, correction_id: UUID) -> HttpResponse:
    """Show one report, and take its answer."""
    ticket = queries.correction(correction_id)
    if ticket is None or ticket.agency_id not in _agencies(request.actor):
        raise Http404
    form = AnswerForm(request.POST or None, initial={"key": str(uuid7())})
    errors: list[Problem] = []
    if request.method == "POST" and form.is_valid():
        done = _answered(ticket, form.cleaned_data, request.actor)
        if not isinstance(done, Refusal):
            return redirect("desk:corrections")
        errors.append(Problem(refusal_sentence(done)))
    if request.method == "GET":
        commands.note_correction_look(ticket, by=request.actor, at=now())
    shown = {
        "row": _row(ticket),
        "form": form,
        "errors": errors,
        "open": ticket.state == CorrectionState.OPEN,
    }
    return render(request, "people/correction.html", shown, status=422 if request.method == "POST" else 200)


def count_open(actor: Actor) -> int:
    """Give how many reports wait at one's agency."""
    return queries.count_open_corrections(_agencies(actor))


def _answered(ticket: Correction, said: dict[str, Any], by: Actor) -> Correction | Refusal:
    return commands.answer_correction(
        correction_id=ticket.pk,
        corrected=said["corrected"] == "yes",
        answer=said["answer"],
        by=by,
        at=now(),
        key=said["key"],
    )


def _agencies(actor: Actor) -> set[UUID]:
    """Give the agencies whose reports somebody answers: their own, and those that their counter serves."""
    own = {actor.agency} if actor.agency else set()
    served = org.agencies_served(actor.unit, today()).values_list("pk", flat=True) if actor.unit else ()
    return own | {*served}


def _row(ticket: Correction) -> Row:
    state = CorrectionState(ticket.state)
    return Row(
        ticket,
        reverse("desk:correction", args=[ticket.pk]),
        full_moment(ticket.opened_at),
        CORRECTION_STATES[state],
        LOOKS[state],
    )
