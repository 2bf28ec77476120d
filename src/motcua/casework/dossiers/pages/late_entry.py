"""After an outage: putting it on record, and entering what was taken in by hand."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from motcua.base.clock import ZONE, local, now, today
from motcua.base.clock.sentences import full_moment
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import DateField, Form
from motcua.base.web import stash
from motcua.base.web.page import Request, page
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.commands import HandedIn
from motcua.casework.dossiers.models import Dossier, Outage
from motcua.casework.dossiers.pages.acts.base import Line, Words
from motcua.casework.dossiers.pages.audiences import AT_COUNTER, AT_OUTAGE
from motcua.casework.dossiers.pages.counter import served
from motcua.casework.dossiers.pages.intake import IntakeForm
from motcua.casework.dossiers.pages.opening import UNPROCESSABLE, shown
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.org.words import Role
from motcua.reference.people import commands as people

CLOCK = "Giờ và phút, ví dụ 09:15."


class ClockField(Line):
    """A time of day as `09:15` or `9h15`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=5, **{"help_text": CLOCK, **kwargs})

    def clean(self, value: Any) -> Any:
        """Return the time. Raises ValidationError for what is none."""
        typed = super().clean(value).lower().replace("h", ":").replace("g", ":")
        try:
            hour, minute = (int(part) for part in typed.split(":"))
            return time(hour, minute)
        except ValueError as error:
            raise forms.ValidationError("Nhập giờ và phút, ví dụ 09:15.") from error


class OutageForm(Form):
    """An outage of a counter."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    counter = forms.ChoiceField(label="Bộ phận tiếp nhận")
    began_on = DateField(label="Sự cố bắt đầu ngày", latest=today)
    began_time = ClockField(label="Lúc bắt đầu")
    ended_on = DateField(label="Sự cố hết ngày", latest=today)
    ended_time = ClockField(label="Lúc hết")
    until = DateField(label="Cho nhập đến hết ngày", earliest=today)
    reason = Words(label="Lý do", rows=2, help_text="Ví dụ: mất điện toàn phường, đứt cáp.")
    legal_basis = Line(
        label="Căn cứ", help_text="Văn bản cho phép nhận hồ sơ bằng tay: số, ngày, nơi ban hành."
    )

    def __init__(self, request: Request) -> None:
        super().__init__(
            request.POST if request.method == "POST" else None,
            initial={"key": str(uuid7()), "counter": str(request.actor.unit)},
        )
        counter = self.fields["counter"]
        assert isinstance(counter, forms.ChoiceField)
        counter.choices = [(str(one.pk), one.name) for one in queries.counters_for(request.actor)]
        if len(counter.choices) == 1:
            counter.widget = forms.HiddenInput()

    def given(self) -> dict[str, Any]:
        """Give what the command takes."""
        said = self.cleaned_data
        return {
            "counter_id": UUID(said["counter"]),
            "began_at": _at(said["began_on"], said["began_time"]),
            "ended_at": _at(said["ended_on"], said["ended_time"]),
            "enter_until": _at(said["until"], time(23, 59, 59)),
            "reason": said["reason"],
            "legal_basis": said["legal_basis"],
            "key": said["key"],
        }


class LateIntakeForm(IntakeForm):
    """The form of the counter, with the moment at which the papers were really taken in."""

    taken_in_on = DateField(label="Ngày nhận", latest=today)
    taken_in_time = ClockField(label="Giờ nhận", help_text="Giờ ghi trên giấy nhận tay, ví dụ 09:15.")


@page(audience=AT_OUTAGE, writes=True)
def outages(request: Request) -> HttpResponseBase:
    """Show the outages on record; the head of the counter or the administrator puts one there."""
    may_open = request.actor.has(Role.ONE_STOP_HEAD, Role.ADMINISTRATOR)
    form = OutageForm(request) if may_open else None
    if request.method == "POST" and form is not None and form.is_valid():
        done = commands.open_outage(by=request.actor, at=now(), **form.given())
        if not isinstance(done, Refusal):
            messages.success(request, f"Đã ghi sự cố. Nhập được đến {full_moment(done.enter_until)}.")
            return redirect("desk:outages")
        form.add_error(None, refusal_sentence(done))
    rows = [(one, _enter(one, request)) for one in queries.outages_for(request.actor)]
    status = UNPROCESSABLE if request.method == "POST" else 200
    return shown(request, "outages.html", {"form": form, "rows": rows}, status=status)


@page(audience=AT_COUNTER)
def choose(request: Request, outage_id: UUID) -> HttpResponse:
    """Choose the procedure of a dossier that was taken in during an outage."""
    outage = _open(request, outage_id)
    found = served(request, local(outage.began_at).date(), outage.pk, take_in="desk:late-take-in")
    return shown(request, "late_counter.html", {**found, "outage": outage})


@page(audience=AT_COUNTER, writes=True)
def take_in(request: Request, outage_id: UUID, code: str) -> HttpResponseBase:
    """Enter a dossier with the moment at which it was taken in by hand."""
    outage = _open(request, outage_id)
    version = catalogue.effective_version(code, local(outage.began_at).date())
    if version is None:
        raise Http404
    data = request.POST if request.method == "POST" else stash.take(request, request.actor)
    form = LateIntakeForm(version, request.actor, data=data)
    if "find" in request.POST or ("enter" in request.POST and not request.POST.get("full_name")):
        form = form.known()
    elif request.method == "POST":
        form.look_up()
        done = _entered(request, outage, code, form) if form.is_valid() else None
        if isinstance(done, Dossier):
            messages.success(request, form.done(done))
            return redirect("desk:dossier", done.pk)
    if form.person:
        people.note_look(form.person, by=request.actor, at=now())
    context = {"version": version, "form": form, "outage": outage}
    context["back"] = reverse("desk:late-counter", args=[outage.pk])
    return shown(request, "take_in.html", context, status=UNPROCESSABLE if form.errors else 200)


def _entered(request: Request, outage: Outage, code: str, form: LateIntakeForm) -> Dossier | None:
    """Enter the dossier of a sent form; what hinders it stands on the form."""
    said = form.cleaned_data
    done = commands.enter_late(
        outage_id=outage.pk,
        taken_in_at=_at(said["taken_in_on"], said["taken_in_time"]),
        handed=HandedIn(procedure=code, **form.given()),
        by=request.actor,
        at=now(),
        key=said["key"],
    )
    if isinstance(done, Dossier):
        return done
    form.add_error(None, refusal_sentence(done))
    return None


def _open(request: Request, outage_id: UUID) -> Outage:
    outage = queries.open_outage_of(request.actor, outage_id, now())
    if outage is None:
        raise Http404
    return outage


def _enter(outage: Outage, request: Request) -> str:
    """Give the way to enter the dossiers of an outage, to whoever may while it is open."""
    mine = request.actor.has(Role.RECEPTION_OFFICER) and request.actor.unit == outage.counter_id
    return reverse("desk:late-counter", args=[outage.pk]) if mine and outage.enter_until >= now() else ""


def _at(day: Any, clock: time) -> datetime:
    return datetime.combine(day, clock, ZONE)
