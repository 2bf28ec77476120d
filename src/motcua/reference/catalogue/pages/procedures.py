"""One procedure: its timeline, who decides on it, what its source said; and what can be done with it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from motcua.base.clock import now, today
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import DateField
from motcua.base.web.page import Request, page
from motcua.reference.catalogue import commands, queries, sentences
from motcua.reference.catalogue.importing.sentences import sentence
from motcua.reference.catalogue.importing.words import Flaw, Found
from motcua.reference.catalogue.models import ImportProblem, Procedure, ProcedureVersion
from motcua.reference.catalogue.pages.frame import (
    CONTROLLERS,
    KeyedForm,
    Line,
    Lines,
    answered,
    common,
    procedure_or_404,
    shown,
)
from motcua.reference.catalogue.words import Change, Level

CODE_KINDS = {"localised": "Mã của tỉnh", "replaced": "Mã cũ đã thay", "local": "Mã nội bộ"}
ORIGINS = {"national": "Bản ghi quốc gia", "provincial": "Tỉnh công bố"}


class OpenForm(KeyedForm):
    """Why there is to be a new version."""

    change = forms.ChoiceField(
        label="Vì sao cần phiên bản mới",
        widget=forms.RadioSelect,
        choices=[(one.value, said) for one, said in sentences.CHANGES.items()],
    )


class ClassifyForm(KeyedForm):
    """What is known about a procedure apart from its versions."""

    levels = forms.MultipleChoiceField(
        label="Cấp thực hiện",
        widget=forms.CheckboxSelectMultiple,
        choices=[(one.value, said) for one, said in sentences.LEVELS.items()],
    )
    life_events = Lines(label="Sự kiện trong đời, mỗi dòng một sự kiện", required=False)
    name_doubtful = forms.BooleanField(label="Tên và mã chưa khớp, cần đối chiếu", required=False)


class OfferForm(KeyedForm):
    """Which agencies decide from which day."""

    agencies = forms.MultipleChoiceField(label="Cơ quan", widget=forms.CheckboxSelectMultiple)
    valid_from = DateField(label="Từ ngày")

    def __init__(self, procedure: Procedure, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.open = queries.agencies_to_offer(procedure, today())
        field = self.fields["agencies"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(one.pk), one.name) for one in self.open]


class EndForm(KeyedForm):
    """Until when an agency decides."""

    last_day = DateField(label="Ngày cuối")


class AbolishForm(KeyedForm):
    """By which decision, from when, and what takes its place."""

    decision = forms.ChoiceField(label="Quyết định bãi bỏ")
    from_day = DateField(label="Không nhận hồ sơ từ ngày")
    successor_code = Line(label="Mã thủ tục thay thế", required=False, max_length=40)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        signed = [one.decision for one in queries.register(today()) if one.decision.signed_on]
        field = self.fields["decision"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", "Chọn quyết định"),
            *((str(one.pk), f"{one.number} ngày {one.signed_on:%d/%m/%Y}") for one in signed),
        ]


def home_of(procedure: Procedure) -> Callable[[object], str]:
    """Give the way back to a procedure's page."""
    return lambda _: reverse("desk:catalogue-procedure", args=[procedure.code])


@page(audience=CONTROLLERS)
def show(request: Request, code: str) -> HttpResponse:
    """Show a procedure with its whole history."""
    procedure, on = procedure_or_404(code), today()
    versions = queries.versions_of(procedure)
    if not versions:
        raise Http404
    under_work = next((one for one in versions if one.state in ("draft", "in_check", "signed")), None)
    context = {
        "procedure": procedure,
        "newest": next((one for one in versions if one.state == "published"), versions[0]),
        "under_work": under_work,
        "under_work_state": sentences.state_of(under_work, on) if under_work else "",
        "levels": sentences.levels_of(procedure.levels),
        "timeline": [_told(one, versions, on) for one in versions],
        "offerings": queries.offerings_of(procedure),
        "codes": [(one.code, CODE_KINDS[one.kind]) for one in procedure.codes.order_by("code")],
        "source": procedure.sources.select_related("batch").first(),
        "problems": [_problem(one) for one in queries.problems_of(procedure)],
        "decisions": list(procedure.decisions.order_by("-signed_on")),
        "closed": queries.closed(procedure.code, on),
        "fileable": queries.fileable(procedure, on) is not None,
    }
    return shown(request, "procedure.html", context)


def _problem(one: ImportProblem) -> tuple[ImportProblem, str]:
    """Say what is wrong with the source, as the import told it."""
    known = one.kind in set(Flaw)
    found = Found(one.row, Flaw(one.kind) if known else Flaw.FLAGGED, one.code, one.facts)
    return one, sentence(found)


def _told(
    version: ProcedureVersion, versions: list[ProcedureVersion], on: Any
) -> tuple[ProcedureVersion, str, str, str, ProcedureVersion | None]:
    earlier = [one for one in versions if one.number < version.number and one.state == "published"]
    return (
        version,
        sentences.state_of(version, on),
        ORIGINS[version.origin],
        sentences.CHANGES[Change(version.change)],
        earlier[0] if earlier else None,
    )


@page(audience=CONTROLLERS, writes=True)
def draft(request: Request, code: str) -> HttpResponseBase:
    """Open a draft of the next version."""
    procedure = procedure_or_404(code)
    form = OpenForm(request.POST if request.method == "POST" else None)
    done = answered(
        request,
        form,
        lambda: commands.open_draft(
            procedure_id=procedure.pk,
            change=Change(form.cleaned_data["change"]),
            **common(request, form),
        ),
        done="Đã mở bản dự thảo với nội dung của phiên bản gần nhất.",
        to=lambda version: reverse("desk:catalogue-version", args=[version.pk]),
    )
    return done or shown(
        request,
        "act.html",
        {
            "procedure": procedure,
            "title": "Soạn phiên bản mới",
            "button": "Mở bản dự thảo",
            "lead": "Bản dự thảo bắt đầu bằng nội dung của phiên bản công khai gần nhất.",
        },
        form,
    )


@page(audience=CONTROLLERS, writes=True)
def classify(request: Request, code: str) -> HttpResponseBase:
    """Say at which levels and in which events of a life a procedure stands."""
    procedure = procedure_or_404(code)
    initial = {name: getattr(procedure, name) for name in ("levels", "life_events", "name_doubtful")}
    form = ClassifyForm(request.POST if request.method == "POST" else None, initial=initial)
    done = answered(
        request,
        form,
        lambda: commands.classify(
            procedure_id=procedure.pk,
            levels=[Level(one) for one in form.cleaned_data["levels"]],
            life_events=form.cleaned_data["life_events"],
            name_doubtful=form.cleaned_data["name_doubtful"],
            **common(request, form),
        ),
        done="Đã lưu phân loại.",
        to=home_of(procedure),
    )
    context = {"procedure": procedure, "title": "Phân loại thủ tục", "button": "Lưu phân loại", "lead": ""}
    return done or shown(request, "act.html", context, form)


@page(audience=CONTROLLERS, writes=True)
def offerings(request: Request, code: str) -> HttpResponseBase:
    """Say which agencies decide on a procedure from a day on."""
    procedure = procedure_or_404(code)
    form = OfferForm(procedure, request.POST if request.method == "POST" else None)
    if form.is_valid():
        refused = _offer_all(request, procedure, form)
        if not refused:
            messages.success(request, "Đã giao nơi thực hiện.")
            return redirect("desk:catalogue-procedure", procedure.code)
        for sentence in refused:
            form.add_error(None, sentence)
    context = {"procedure": procedure, "offerings": queries.offerings_of(procedure), "open": form.open}
    return shown(request, "offerings.html", context, form)


def _offer_all(request: Request, procedure: Procedure, form: OfferForm) -> list[str]:
    """Offer to each chosen agency; what was refused is told, the others stay done."""
    chosen = set(form.cleaned_data["agencies"])
    told = common(request, form)
    refused = []
    for agency in form.open:
        if str(agency.pk) in chosen:
            outcome = commands.offer(
                procedure=procedure,
                agency=agency,
                valid_from=form.cleaned_data["valid_from"],
                by=told["by"],
                at=told["at"],
                key=f"{told['key']}:{agency.pk}" if told["key"] else "",
            )
            if isinstance(outcome, Refusal):
                refused.append(refusal_sentence(outcome))
    return refused


@page(audience=CONTROLLERS, writes=True)
def end_offering(request: Request, code: str, offering_id: UUID) -> HttpResponseBase:
    """Let an agency decide on a procedure no longer."""
    procedure = procedure_or_404(code)
    offering = next((one for one in queries.offerings_of(procedure) if one.pk == offering_id), None)
    if offering is None:
        raise Http404
    form = EndForm(request.POST if request.method == "POST" else None)
    done = answered(
        request,
        form,
        lambda: commands.end_offering(
            offering_id=offering_id, last_day=form.cleaned_data["last_day"], **common(request, form)
        ),
        done=f"{offering.agency.name} thôi nhận thủ tục này sau ngày đã ghi.",
        to=home_of(procedure),
    )
    context = {
        "procedure": procedure,
        "title": "Thôi giao nơi thực hiện",
        "button": "Ghi ngày cuối",
        "lead": f"{offering.agency.name} không nhận hồ sơ mới sau ngày này. Hồ sơ đã nhận vẫn làm tiếp.",
    }
    return done or shown(request, "act.html", context, form)


@page(audience=CONTROLLERS, writes=True)
def abolish(request: Request, code: str) -> HttpResponseBase:
    """Abolish a procedure by a signed decision."""
    procedure = procedure_or_404(code)
    form = AbolishForm(request.POST if request.method == "POST" else None)
    done = answered(
        request,
        form,
        lambda: commands.abolish(
            procedure_id=procedure.pk,
            decision_id=UUID(form.cleaned_data["decision"]),
            from_day=form.cleaned_data["from_day"],
            successor_code=form.cleaned_data["successor_code"],
            **common(request, form),
        ),
        done="Đã bãi bỏ thủ tục. Lịch sử và hồ sơ đã tiếp nhận vẫn còn.",
        to=home_of(procedure),
    )
    context = {
        "procedure": procedure,
        "title": "Bãi bỏ thủ tục",
        "button": "Bãi bỏ thủ tục",
        "danger": True,
        "lead": "Từ ngày ghi dưới đây không ai nộp được hồ sơ mới. Hồ sơ đã tiếp nhận vẫn làm đến khi xong.",
    }
    return done or shown(request, "act.html", context, form)


@page(audience=CONTROLLERS)
def compare(request: Request, code: str) -> HttpResponse:
    """Say what differs between two versions."""
    procedure = procedure_or_404(code)
    versions = queries.versions_of(procedure)
    by_number = {str(one.number): one for one in versions}
    after = by_number.get(request.GET.get("den", "")) or versions[0]
    before = by_number.get(request.GET.get("tu", "")) or queries.before(after) or versions[-1]
    context = {
        "procedure": procedure,
        "versions": versions,
        "before": before,
        "after": after,
        "parts": queries.compare(before, after),
        "at": now(),
    }
    return shown(request, "compare.html", context)
