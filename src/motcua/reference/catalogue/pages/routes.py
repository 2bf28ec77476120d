"""Routes of a procedure: which there are, what one says, how it is opened, approved and thrown away."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import DateField
from motcua.base.web.page import Request, page
from motcua.reference.catalogue import queries, sentences
from motcua.reference.catalogue.commands import routing
from motcua.reference.catalogue.models import Procedure, ProcedureVersion, Route
from motcua.reference.catalogue.pages.frame import (
    CONTROLLERS,
    KeyedForm,
    Line,
    answered,
    common,
    procedure_or_404,
    shown,
)
from motcua.reference.catalogue.pages.route_shown import drawing_of, limits_of, rows_of, state_of, whose
from motcua.reference.catalogue.rules.routes import route_faults
from motcua.reference.catalogue.sentences.routes import differences_of
from motcua.reference.catalogue.words import RouteState, VersionState

LIKE, TEMPLATE, EMPTY = "like", "template", "empty"
EVERY = ""


class OpenForm(KeyedForm):
    """What a new route begins with, and for which dossiers it is."""

    follow = {"begin": {TEMPLATE: ("template",)}}
    begin = forms.ChoiceField(label="Bắt đầu từ", widget=forms.RadioSelect)
    template = forms.ChoiceField(label="Quy trình mẫu")
    case = forms.ChoiceField(label="Cho trường hợp", required=False)
    channel = forms.ChoiceField(
        label="Cho cách nộp",
        required=False,
        choices=[(EVERY, "Mọi cách nộp"), *((one.value, said) for one, said in sentences.CHANNELS.items())],
    )

    def __init__(self, version: ProcedureVersion, like: Route | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        begin, template, case = self.fields["begin"], self.fields["template"], self.fields["case"]
        assert isinstance(begin, forms.ChoiceField) and isinstance(template, forms.ChoiceField)
        assert isinstance(case, forms.ChoiceField)
        begin.choices = [
            *([(LIKE, f"Quy trình {like.number} đang áp dụng")] if like else []),
            (TEMPLATE, "Một quy trình mẫu"),
            (EMPTY, "Trang trắng"),
        ]
        held = [(one.code, f"{one.code}. {one.name}") for one in queries.templates()]
        template.choices = [("", "Chọn quy trình mẫu"), *held]
        cases = [(one.code, one.name) for one in version.cases.order_by("order")]
        case.choices = [(EVERY, "Mọi trường hợp"), *cases]
        if not cases:
            del self.fields["case"]


class ApprovalForm(KeyedForm):
    """The decision that approves a route, and from when it holds."""

    decision_no = Line(label="Số quyết định", max_length=80)
    decided_on = DateField(label="Ngày ký", latest=today)
    decided_by = Line(label="Người ký", max_length=120)
    valid_from = DateField(
        label="Ngày bắt đầu áp dụng", earliest=today, help_text="Cho hồ sơ tiếp nhận từ ngày này."
    )


class Plain(KeyedForm):
    """An act that asks nothing."""


@page(audience=CONTROLLERS)
def listing(request: Request, code: str) -> HttpResponse:
    """List the routes of a procedure, and show the one in force."""
    procedure, on = procedure_or_404(code), today()
    version = _published(procedure)
    current = queries.in_force_for(version.pk, on) if version else None
    context = {
        "procedure": procedure,
        "version": version,
        "current": current,
        **(_steps_shown(current) if current else {}),
        "routes": [(one, state_of(one, on), _whose(one)) for one in queries.routes_of(procedure)],
    }
    return shown(request, "routes.html", context)


@page(audience=CONTROLLERS, writes=True)
def begin(request: Request, code: str) -> HttpResponse:
    """Open the draft of a new route."""
    procedure = procedure_or_404(code)
    version = _published(procedure)
    if version is None:
        raise Http404
    like, chosen = queries.in_force_for(version.pk, today()), request.GET.get("mau", "")
    first = {"begin": TEMPLATE if chosen else LIKE if like else EMPTY, "template": chosen}
    form = OpenForm(version, like, request.POST or None, initial=first)
    done = answered(
        request,
        form,
        lambda: _open(request, form, version, like),
        done="Đã mở quy trình mới. Sửa từng bước rồi ghi quyết định phê duyệt.",
        to=lambda route: reverse("desk:catalogue-route", args=[route.pk]),
    )
    return done or shown(request, "route_begin.html", {"procedure": procedure, "version": version}, form)


def _open(request: Request, form: OpenForm, version: ProcedureVersion, like: Route | None) -> object:
    said = form.cleaned_data
    template = queries.template_called(said["template"]) if said["begin"] == TEMPLATE else None
    return routing.open_route(
        version_id=version.pk,
        like=like.pk if like and said["begin"] == LIKE else None,
        template=template.pk if template else None,
        case=said.get("case", ""),
        channel=said["channel"],
        **common(request, form),
    )


@page(audience=CONTROLLERS)
def show(request: Request, route_id: UUID) -> HttpResponse:
    """Show a route whole: its drawing, its steps, what is wrong, what differs from the one before."""
    return shown_route(request, route_or_404(route_id))


def shown_route(request: Request, route: Route, form: KeyedForm | None = None) -> HttpResponse:
    """Show the page of a route; a change that could not be made stands above it."""
    ground, before = queries.ground_of(route), queries.route_before(route)
    context = {
        **_steps_shown(route),
        "state": state_of(route, today()),
        "whose": _whose(route),
        "open": is_open(route),
        "faults": _faults(route, ground) if route.state == RouteState.DRAFT else [],
        "arrange": Plain(),
        "before": before,
        "differences": differences_of(queries.steps_of(before), queries.steps_of(route)) if before else (),
    }
    return shown(request, "route.html", context, form)


@page(audience=CONTROLLERS, writes=True)
def approve(request: Request, route_id: UUID) -> HttpResponse:
    """Record the decision that approves a route."""
    route = route_or_404(route_id)
    form = ApprovalForm(request.POST or None)
    done = answered(
        request,
        form,
        lambda: routing.approve_route(
            route_id=route_id,
            **{
                name: form.cleaned_data[name]
                for name in ("decision_no", "decided_on", "decided_by", "valid_from")
            },
            **common(request, form),
        ),
        done="Đã ghi quyết định phê duyệt. Hồ sơ đang giải quyết vẫn theo quy trình cũ.",
        to=lambda _: reverse("desk:catalogue-route", args=[route_id]),
    )
    return done or shown(request, "route_approve.html", {"route": route}, form)


@page(audience=CONTROLLERS, writes=True)
def discard(request: Request, route_id: UUID) -> HttpResponse:
    """Throw the draft of a route away."""
    route, form = route_or_404(route_id), Plain(request.POST or None)
    code = route.procedure.code
    done = answered(
        request,
        form,
        lambda: routing.discard_route(route_id=route_id, **common(request, form)),
        done="Đã bỏ quy trình đang soạn.",
        to=lambda _: reverse("desk:catalogue-routes", args=[code]),
    )
    return done or shown(request, "route_discard.html", {"route": route}, form)


def route_or_404(route_id: UUID) -> Route:
    """Give the route of an address."""
    route = queries.route_called(route_id)
    if route is None:
        raise Http404
    return route


def is_open(route: Route) -> bool:
    """Tell whether a route may still be changed."""
    return route.state == RouteState.DRAFT and (
        not route.founding or route.version.state == VersionState.DRAFT
    )


def _published(procedure: Procedure) -> ProcedureVersion | None:
    return queries.published_of(procedure).first()


def _steps_shown(route: Route) -> dict[str, Any]:
    ground, steps = queries.ground_of(route), queries.steps_of(route)
    return {
        "route": route,
        "steps": rows_of(steps, ground.cases),
        "drawing": drawing_of(steps),
        "limits": limits_of(steps, ground) if steps else [],
    }


def _whose(route: Route) -> str:
    names = dict(route.version.cases.values_list("code", "name")) if route.case else {}
    return whose(route.case, route.channel, names)


def _faults(route: Route, ground: queries.Ground) -> list[str]:
    found = route_faults(queries.steps_of(route), **vars(ground))
    return [refusal_sentence(one) for one in found]
