"""The register of publication decisions, with their limits."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseBase
from django.urls import reverse

from motcua.base.clock import ZONE, today
from motcua.base.ui.forms import DateField
from motcua.base.web.page import Request, page
from motcua.reference.catalogue import commands, queries, sentences
from motcua.reference.catalogue.models import PublicationDecision
from motcua.reference.catalogue.pages.frame import (
    CONTROLLERS,
    KeyedForm,
    Line,
    Lines,
    answered,
    common,
    shown,
)
from motcua.reference.catalogue.queries import Registered
from motcua.reference.catalogue.rules import Measure
from motcua.reference.catalogue.words import DecisionKind, DecisionStep, Keeping

KINDS = {
    Keeping.EARLY: "done",
    Keeping.ON_TIME: "done",
    Keeping.LATE: "late",
    Keeping.OPEN: "far",
    Keeping.NO_RULE: "none",
}
STEP_AT = {
    DecisionStep.LOADED: "loaded_at",
    DecisionStep.PUBLISHED: "published_at",
    DecisionStep.POSTED: "posted_at",
}
UNITS = {"working_day": "ngày làm việc", "day": "ngày"}
VIEWS = {"": "Còn việc", "tre": "Trễ hạn", "tat-ca": "Tất cả"}


class RegisterForm(KeyedForm):
    """A decision that is being prepared."""

    kind = forms.ChoiceField(
        label="Loại quyết định", choices=[(one.value, said) for one, said in sentences.DECISION_KINDS.items()]
    )
    summary = Line(label="Trích yếu")
    issuer = Line(label="Cơ quan ban hành", max_length=160)
    ministry_decision = Line(label="Quyết định của bộ", required=False, max_length=120)
    received_on = DateField(label="Nhận quyết định của bộ ngày", required=False, latest=today)
    shortened = forms.BooleanField(label="Văn bản ban hành theo trình tự, thủ tục rút gọn", required=False)
    codes = Lines(label="Mã các thủ tục, mỗi dòng một mã", required=False)

    def clean_kind(self) -> DecisionKind:
        """Give the word."""
        return DecisionKind(self.cleaned_data["kind"])


class SignForm(KeyedForm):
    """Its number, day, signer, and from which day it has effect."""

    number = Line(label="Số quyết định", max_length=80)
    signed_on = DateField(label="Ngày ký", latest=today)
    signed_by = Line(label="Người ký", max_length=120)
    effective_on = DateField(label="Có hiệu lực từ")


class StepForm(KeyedForm):
    """What was done with it, and when."""

    step = forms.ChoiceField(label="Việc đã làm", widget=forms.RadioSelect)
    day = DateField(label="Ngày", latest=today)
    hour = forms.TimeField(label="Giờ", input_formats=["%H:%M"], required=False)

    def __init__(self, open_steps: Iterable[DecisionStep], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["step"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.value, sentences.DECISION_STEPS[one]) for one in open_steps]
        self.fields["hour"].error_messages["invalid"] = "Nhập giờ và phút, ví dụ 14:20."

    def moment(self) -> datetime:
        """Give the moment; without an hour the beginning of the day."""
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data["hour"] or time(0), ZONE)


@page(audience=CONTROLLERS)
def register(request: Request) -> HttpResponse:
    """List the decisions, those with something to do first."""
    on, view = today(), request.GET.get("xem", "")
    everything, waiting = queries.register(on), queries.waiting(on)
    lists = {"": waiting, "tre": [one for one in everything if one.late], "tat-ca": everything}
    view = view if view in lists else ""
    here = reverse("desk:catalogue-decisions")
    context = {
        "views": [
            (one, said, len(lists[one]), f"{here}?xem={one}" if one else here, one == view)
            for one, said in VIEWS.items()
        ],
        "rows": [_row(one) for one in lists[view]],
        "view": view,
    }
    return shown(request, "decisions.html", context)


@page(audience=CONTROLLERS, writes=True)
def new(request: Request) -> HttpResponseBase:
    """Open the row of a decision that is being prepared."""
    form = RegisterForm(request.POST if request.method == "POST" else None)
    done = answered(
        request,
        form,
        lambda: commands.register_decision(
            **{name: held for name, held in form.cleaned_data.items() if name != "key"},
            **common(request, form),
        ),
        done="Đã vào sổ quyết định.",
        to=lambda decision: reverse("desk:catalogue-decision", args=[decision.pk]),
    )
    context = {
        "title": "Vào sổ quyết định công bố",
        "button": "Vào sổ",
        "lead": "Ghi ngay khi nhận quyết định của bộ hoặc bắt đầu soạn. Số và ngày ký ghi sau.",
    }
    return done or shown(request, "decision_new.html", context, form)


@page(audience=CONTROLLERS, writes=True)
def show(request: Request, decision_id: UUID) -> HttpResponseBase:
    """Show one decision, and record its signing and what was done with it."""
    decision = PublicationDecision.objects.filter(pk=decision_id).first()
    if decision is None:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    open_steps = [step for step, at in STEP_AT.items() if getattr(decision, at) is None]
    form = SignForm(sent) if decision.signed_on is None else StepForm(open_steps, sent)
    done = answered(
        request,
        form,
        lambda: _act(request, decision, form),
        done="Đã ghi.",
        to=lambda _: reverse("desk:catalogue-decision", args=[decision_id]),
    )
    context = {
        "decision": decision,
        "kind": sentences.DECISION_KINDS[DecisionKind(decision.kind)],
        "measures": [_measured(one) for one in queries.measures_of(decision, today())],
        "open_steps": open_steps,
        "versions": list(decision.versions.select_related("procedure").order_by("procedure__code")),
        "procedures": queries.titles_of(decision),
        "abolished": list(decision.abolished.order_by("code")),
    }
    return done or shown(request, "decision.html", context, form)


def _act(request: Request, decision: PublicationDecision, form: KeyedForm) -> object:
    if isinstance(form, StepForm):
        return commands.take_step(
            decision_id=decision.pk,
            step=DecisionStep(form.cleaned_data["step"]),
            moment=form.moment(),
            **common(request, form),
        )
    said = {name: held for name, held in form.cleaned_data.items() if name != "key"}
    return commands.sign_decision(decision_id=decision.pk, **said, **common(request, form))


def _row(one: Registered) -> tuple[Registered, str, list[tuple[str, str, str, str, str]]]:
    kind = sentences.DECISION_KINDS[DecisionKind(one.decision.kind)]
    return one, kind, [_measured(measure, brief=True) for measure in one.measures]


def _measured(one: Measure, *, brief: bool = False) -> tuple[str, str, str, str, str]:
    """Give a duty in words: its name, how it is shown, how it was kept, its days, its basis."""
    days = ", ".join(
        f"{word} {day:%d/%m/%Y}"
        for word, day in (("xong", None if brief else one.done_on), ("hạn", one.due_on))
        if day
    )
    limit = one.limit
    basis = f"{limit.value} {UNITS.get(limit.unit, limit.unit)}, {limit.legal_basis}" if limit else ""
    shown_as = "done_late" if one.keeping is Keeping.LATE and one.done_on else KINDS[one.keeping]
    return sentences.DUTIES[one.duty], shown_as, sentences.kept(one), days, basis
