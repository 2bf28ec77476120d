"""Changing a draft of a route step by step: add, change, move, remove, let it part."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.text import clean
from motcua.base.web.page import Request, page
from motcua.reference.catalogue import queries, rules
from motcua.reference.catalogue.commands import routing
from motcua.reference.catalogue.models import Route
from motcua.reference.catalogue.pages.frame import (
    CONTROLLERS,
    KeyedForm,
    Line,
    Lines,
    Words,
    answered,
    common,
    shown,
)
from motcua.reference.catalogue.pages.routes import Plain, is_open, route_or_404, shown_route
from motcua.reference.catalogue.pages.rows import HoursField
from motcua.reference.catalogue.rules.routes import (
    DropStep,
    PutStep,
    PutWays,
    RouteChange,
    ShiftStep,
    Steps,
    step_called,
)
from motcua.reference.catalogue.rules.routes.writing import hours_read
from motcua.reference.catalogue.sentences.routes import MOVES, ROLES, UNIT_KINDS
from motcua.reference.catalogue.words import Case, Consult, Step, StepMove, Way, WayKind

ON, CHOOSE, BY_CASE = "on", "choose", "by_case"
MOST_CHOICES = 4
END = ""


class StepForm(KeyedForm):
    """Who does a step, within how many working hours, what may be done there."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = Line(label="Tên bước")
    role = forms.ChoiceField(label="Người làm", choices=list(ROLES.items()))
    unit_kind = forms.ChoiceField(label="Bộ phận", choices=list(UNIT_KINDS.items()))
    unit = forms.ChoiceField(label="Đơn vị cụ thể", required=False)
    hours = HoursField(
        label="Giờ làm việc",
        min_value=Decimal("0.25"),
        max_value=Decimal(9999),
        decimal_places=2,
        help_text="Một ngày làm việc là 8 giờ.",
    )
    public_name = Words(label="Lời tả cho người dân", rows=2)
    consults = Lines(
        label="Lấy ý kiến cùng lúc",
        required=False,
        help_text="Mỗi dòng một cơ quan và số giờ. Ví dụ: Sở Xây dựng: 16",
    )
    lead = forms.BooleanField(label="Bước của cơ quan chủ trì", required=False)
    moves = forms.MultipleChoiceField(
        label="Chỉ cho làm những việc này",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[(one.value, said) for one, said in MOVES.items()],
        help_text="Không chọn việc nào thì bước này làm được mọi việc mà quy định cho phép.",
    )

    def __init__(self, route: Route, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = queries.units_of(route.procedure, today())
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Đơn vị của cơ quan giải quyết"), *units]
        if not units:
            del self.fields["unit"]

    def clean_consults(self) -> tuple[Consult, ...]:
        """Read who is consulted, a line each."""
        return tuple(_consult(line) for line in self.cleaned_data["consults"])

    def clean_moves(self) -> tuple[StepMove, ...]:
        """Give the words."""
        return tuple(StepMove(one) for one in self.cleaned_data["moves"])

    def made(self, key: str) -> Step:
        """Give what the form says."""
        said = {name: held for name, held in self.cleaned_data.items() if name not in ("key", "seen")}
        return Step(**said, key=key)


def _consult(line: str) -> Consult:
    whom, colon, hours = line.rpartition(":")
    try:
        held = Consult(clean(whom), hours_read(hours.strip().removesuffix("giờ").strip().replace(",", ".")))
    except ValueError:
        held = Consult("", Decimal(0))
    if not colon or not held.whom or held.hours <= 0:
        raise ValidationError(
            f"Ghi “{line}” thành tên cơ quan, dấu hai chấm, số giờ. Ví dụ: Sở Xây dựng: 16."
        )
    return held


class WaysForm(KeyedForm):
    """Where a step leads: on, as its officer chooses, or by case."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(label="Sau bước này", widget=forms.RadioSelect)

    def __init__(self, later: Steps, cases: tuple[Case, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cases, steps = cases, [(one.key, one.name) for one in later]
        kinds = [(ON, "Luôn đi một hướng"), (CHOOSE, "Người làm chọn hướng")]
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [*kinds, (BY_CASE, "Theo trường hợp của hồ sơ")] if cases else kinds
        self._add("on_to", "Đến bước", [(END, "Kết thúc quy trình"), *steps])
        for number in range(1, MOST_CHOICES + 1):
            self.fields[f"choice{number}"] = Line(label=f"Lời của hướng {number}", required=False)
            self._add(f"choice{number}_to", f"Hướng {number} đến bước", [("", "Chưa có"), *steps])
        for case in cases:
            self._add(f"case_{case.code}", f"{case.name} đến bước", [("", "Như các trường hợp khác"), *steps])
        if cases:
            self._add("other_to", "Các trường hợp khác đến bước", [("", "Không còn trường hợp khác"), *steps])

    def _add(self, name: str, label: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name] = forms.ChoiceField(label=label, required=False, choices=choices)

    def made(self) -> tuple[Way, ...]:
        """Give the ways that the form says."""
        said = self.cleaned_data
        if said["kind"] == CHOOSE:
            return tuple(
                Way(said[f"choice{number}_to"], WayKind.CHOICE, f"c{number}", said[f"choice{number}"])
                for number in range(1, MOST_CHOICES + 1)
                if said[f"choice{number}_to"] and said[f"choice{number}"]
            )
        if said["kind"] == BY_CASE:
            of_cases = [
                Way(said[f"case_{one.code}"], WayKind.CASE, one.code)
                for one in self.cases
                if said[f"case_{one.code}"]
            ]
            return (*of_cases, *((Way(said["other_to"]),) if said["other_to"] else ()))
        return (Way(said["on_to"]),) if said["on_to"] else ()

    def clean(self) -> dict[str, Any]:
        """A choice needs two ways, each with its words."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if said.get("kind") == CHOOSE and not self.errors and len(self.made()) < 2:  # noqa: PLR2004  # a choice
            raise ValidationError("Ghi ít nhất hai hướng, mỗi hướng có lời và bước đến.")
        if said.get("kind") == BY_CASE and not self.errors and not self.made():
            raise ValidationError("Chọn bước đến cho ít nhất một trường hợp.")
        return said


CHOICES = tuple(
    name for number in range(1, MOST_CHOICES + 1) for name in (f"choice{number}", f"choice{number}_to")
)


def ways_form(cases: tuple[Case, ...]) -> type[WaysForm]:
    """Give the form of ways for a procedure with these cases: each kind of way asks for its own fields."""
    of_cases = (*(f"case_{one.code}" for one in cases), "other_to") if cases else ()
    follow = {"kind": {ON: ("on_to",), CHOOSE: CHOICES, BY_CASE: of_cases}}
    return type("WaysOfCases", (WaysForm,), {"follow": follow})


@page(audience=CONTROLLERS, writes=True)
def add(request: Request, route_id: UUID) -> HttpResponseBase:
    """Add a step after another."""
    route = _open_or_404(route_id)
    after = request.GET.get("sau", "")
    return _edited(request, route, None, lambda form: PutStep(form.made(""), after))


@page(audience=CONTROLLERS, writes=True)
def change(request: Request, route_id: UUID, step_key: str) -> HttpResponseBase:
    """Say a step anew."""
    route = _open_or_404(route_id)
    step = _step_or_404(route, step_key)
    return _edited(request, route, step, lambda form: PutStep(form.made(step_key)))


def _edited(
    request: Request, route: Route, step: Step | None, change_of: Callable[[StepForm], RouteChange]
) -> HttpResponse:
    form = StepForm(route, request.POST or None, initial={**_said(step), "seen": route.revision})
    done = answered(
        request,
        form,
        lambda: _revise(request, route, change_of(form), form),
        done="Đã lưu bước.",
        to=_home(route),
    )
    return done or shown(request, "route_step.html", {"route": route, "step": step}, form)


@page(audience=CONTROLLERS, writes=True)
def ways(request: Request, route_id: UUID, step_key: str) -> HttpResponseBase:
    """Say where a step leads."""
    route = _open_or_404(route_id)
    steps, step = queries.steps_of(route), _step_or_404(route, step_key)
    later = steps[steps.index(step) + 1 :]
    initial = {**_ways_said(step), "seen": route.revision}
    cases = queries.ground_of(route).cases
    form = ways_form(cases)(later, cases, request.POST or None, initial=initial)
    done = answered(
        request,
        form,
        lambda: _revise(request, route, PutWays(step_key, form.made()), form),
        done="Đã lưu hướng đi tiếp.",
        to=_home(route),
    )
    return done or shown(request, "route_ways.html", {"route": route, "step": step}, form)


@page(audience=CONTROLLERS, writes=True)
def arrange(request: Request, route_id: UUID) -> HttpResponseBase:
    """Move a step up or down, or remove it; what hinders it stands on the page of the route."""
    route = _open_or_404(route_id)
    asked = _asked(request)
    if asked is None:
        return redirect("desk:catalogue-route", route_id)
    form = ArrangeForm(request.POST)
    done = answered(
        request, form, lambda: _revise(request, route, asked, form), done="Đã lưu.", to=_home(route)
    )
    return done or shown_route(request, route, form)


class ArrangeForm(Plain):
    """Which draft was seen."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


def _asked(request: Request) -> RouteChange | None:
    if "raise" in request.POST:
        return ShiftStep(request.POST["raise"], up=True)
    if "lower" in request.POST:
        return ShiftStep(request.POST["lower"], up=False)
    return DropStep(request.POST["drop"]) if "drop" in request.POST else None


def _revise(request: Request, route: Route, change: RouteChange, form: KeyedForm) -> object:
    seen = form.cleaned_data.get("seen") or 0
    return routing.revise_route(route_id=route.pk, change=change, seen=seen, **common(request, form))


def _home(route: Route) -> Callable[[object], str]:
    return lambda _: reverse("desk:catalogue-route", args=[route.pk])


def _open_or_404(route_id: UUID) -> Route:
    route = route_or_404(route_id)
    if not is_open(route):
        raise Http404
    return route


def _step_or_404(route: Route, key: str) -> Step:
    step = step_called(queries.steps_of(route), key)
    if step is None:
        raise Http404
    return step


def _said(step: Step | None) -> dict[str, Any]:
    if step is None:
        return {}
    consults = [f"{one.whom}: {rules.figure(one.hours)}" for one in step.consults]
    moves = [move.value for move in step.moves]
    said = {name: held for name, held in vars(step).items() if name != "key"}
    return {**said, "consults": consults, "moves": moves}


def _ways_said(step: Step) -> dict[str, Any]:
    kinds = {way.kind for way in step.ways}
    kind = CHOOSE if WayKind.CHOICE in kinds else BY_CASE if WayKind.CASE in kinds else ON
    said: dict[str, Any] = {"kind": kind}
    always = next((way.to for way in step.ways if way.kind is WayKind.ALWAYS), END)
    said["on_to"] = said["other_to"] = always
    chosen = [way for way in step.ways if way.kind is WayKind.CHOICE][:MOST_CHOICES]
    for number, way in enumerate(chosen, start=1):
        said |= {f"choice{number}": way.label, f"choice{number}_to": way.to}
    said |= {f"case_{way.value}": way.to for way in step.ways if way.kind is WayKind.CASE}
    return said
