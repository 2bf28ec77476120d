"""Reading routes: which holds for a dossier, what its steps say."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Q

from motcua.base.text import fold
from motcua.reference.catalogue.importing.routes.reading import ReadRoute, written
from motcua.reference.catalogue.importing.words import Fate
from motcua.reference.catalogue.models import (
    Procedure,
    ProcedureCase,
    ProcedureVersion,
    Route,
    RouteStep,
    RouteTemplate,
)
from motcua.reference.catalogue.queries.terms import terms_of
from motcua.reference.catalogue.queries.versions import offered_on
from motcua.reference.catalogue.rules.routes import Steps
from motcua.reference.catalogue.rules.routes.writing import consult_read, step_read, way_read
from motcua.reference.catalogue.words import Case, RouteState, Step, StepMove, Terms
from motcua.reference.org.models import Unit

# A list of more units than these have is no help to choose from.
MOST_AGENCIES = 10


@dataclass(frozen=True)
class Walked:
    """A route along which dossiers walk: it never changes. A step stands at its place, from 1."""

    id: UUID
    steps: Steps

    def at(self, place: int | None) -> Step | None:
        """Give the step at a place, None before the first."""
        return self.steps[place - 1] if place else None

    def place(self, step: Step) -> int:
        """Give the place of a step."""
        return self.steps.index(step) + 1


def words_of(rows: Iterable[RouteStep]) -> Steps:
    """Give stored steps as their rules read them."""
    return tuple(
        Step(
            row.name,
            row.public_name,
            row.person_role,
            row.unit_kind,
            row.hours,
            key=row.key,
            unit=str(row.unit_id or ""),
            lead=row.lead,
            moves=tuple(StepMove(one) for one in row.moves),
            ways=tuple(way_read(one) for one in row.ways),
            consults=tuple(consult_read(one) for one in row.consults),
        )
        for row in rows
    )


def founding_steps(version: ProcedureVersion) -> Steps:
    """Give the steps of the route that comes with a version."""
    rows = RouteStep.objects.filter(route__version=version, route__founding=True)
    return words_of(rows.order_by("order"))


def shown_steps(version: ProcedureVersion, on: date) -> Steps:
    """Give the steps for every case and way of filing that hold on a day, or will with their version."""
    rows = (
        RouteStep.objects.filter(route__version=version, route__case="", route__channel="")
        .filter(Q(route__founding=True) | Q(route__state=RouteState.APPROVED))
        .select_related("route")
        .order_by("order")
    )
    held = list(rows)
    routes = {row.route_id: row.route for row in held}.values()
    newest = max(
        (one for one in routes if _holds(one, on)),
        key=lambda one: (not one.founding, one.valid_from or date.min),
        default=next((one for one in routes if one.founding), None),
    )
    return words_of(row for row in held if newest is not None and row.route_id == newest.pk)


def in_force_for(
    version_id: UUID, on: date, *, case_id: UUID | None = None, channel: str = ""
) -> Route | None:
    """Give the route of a dossier accepted on a day: that of its own case and way of filing first."""
    routes = [
        one
        for one in Route.objects.filter(version_id=version_id, state=RouteState.APPROVED)
        if _holds(one, on) and one.channel in ("", channel)
    ]
    case = case_code(case_id) if case_id and any(one.case for one in routes) else ""
    fitting = [one for one in routes if one.case in ("", case)]
    return max(fitting, key=lambda one: (bool(one.case), bool(one.channel)), default=None)


def route_of(version_id: UUID, on: date, *, case_id: UUID | None = None, channel: str = "") -> Walked | None:
    """Give the route that a dossier accepted on a day walks along; None where the version has none."""
    route = in_force_for(version_id, on, case_id=case_id, channel=channel)
    return walked(route.pk) if route else None


@lru_cache(maxsize=4096)
def walked(route_id: UUID) -> Walked:
    """Give an approved route. Raises LookupError for a draft: its steps may still change."""
    route = Route.objects.filter(pk=route_id, state=RouteState.APPROVED).first()
    if route is None:
        raise LookupError(f"no approved route {route_id}")
    return Walked(route.pk, steps_of(route))


def steps_of(route: Route) -> Steps:
    """Give the steps of a route, a draft or not."""
    return words_of(route.steps.order_by("order"))


@dataclass(frozen=True)
class Ground:
    """What the rules lay a route beside: the cases and limits of its version, and for whom it is."""

    cases: tuple[Case, ...]
    terms: tuple[Terms, ...]
    case: str = ""
    channel: str = ""


def ground_of(route: Route) -> Ground:
    """Give what the rules lay a route beside."""
    return ground_for(route.version, case=route.case, channel=route.channel)


def ground_for(version: ProcedureVersion, *, case: str = "", channel: str = "") -> Ground:
    """Give what the rules lay a route of a version beside."""
    held = list(version.cases.order_by("order"))
    codes: dict[UUID | None, str] = {one.pk: one.code for one in held}
    return Ground(
        tuple(Case(one.code, one.name) for one in held),
        tuple(terms_of(one, codes) for one in version.channels.order_by("order")),
        case,
        channel,
    )


def template_steps(template: RouteTemplate) -> Steps:
    """Give the steps of a template."""
    return tuple(step_read(one) for one in template.steps)


def routes_of(procedure: Procedure) -> list[Route]:
    """Give every route of a procedure, the newest first."""
    return list(procedure.routes.select_related("version").order_by("-number"))


def route_called(route_id: UUID) -> Route | None:
    """Give one route with its version and procedure."""
    return Route.objects.select_related("version", "procedure", "template").filter(pk=route_id).first()


def route_before(route: Route) -> Route | None:
    """Give the route for the same dossiers that was approved last before this one."""
    earlier = Route.objects.filter(
        procedure_id=route.procedure_id,
        case=route.case,
        channel=route.channel,
        number__lt=route.number,
        state=RouteState.APPROVED,
    )
    return earlier.order_by("-number").first()


def units_of(procedure: Procedure, on: date) -> list[tuple[str, str]]:
    """Give the units that a step may name: of the agencies that decide; none where these are too many."""
    agencies = [one.agency_id for one in offered_on(on).filter(procedure=procedure)[: MOST_AGENCIES + 1]]
    if len(agencies) > MOST_AGENCIES:
        return []
    units = Unit.objects.filter(agency__in=agencies, valid_to=None).select_related("agency")
    return [
        (str(one.pk), f"{one.agency.name}: {one.name}") for one in units.order_by("agency__sort_key", "name")
    ]


def templates(words: str = "") -> list[RouteTemplate]:
    """Give the templates whose code or name holds some words, by code."""
    found = RouteTemplate.objects.order_by("code")
    for word in fold(words).split():
        found = found.filter(folded__contains=word)
    return list(found)


def template_called(code: str) -> RouteTemplate | None:
    """Give one template."""
    return (
        RouteTemplate.objects.filter(code=code).select_related("batch").first()
        if code.isprintable()
        else None
    )


def fate_of(one: ReadRoute, known: RouteTemplate | None) -> Fate:
    """Tell whether a row is new, or says something else than its template does."""
    if known is None:
        return Fate.NEW
    flaws = [{"kind": found.kind.value, "facts": dict(found.facts)} for found in one.found]
    same = (known.digest, known.flaws, known.hours) == (one.digest, flaws, one.hours)
    return Fate.UNCHANGED if same and template_steps(known) == one.steps else Fate.CHANGED


def fates_of_routes(rows: Sequence[ReadRoute]) -> Counter[Fate]:
    """Count what becomes of the rows of a file."""
    known = RouteTemplate.objects.in_bulk([one.code for one in rows], field_name="code")
    return Counter(fate_of(one, known.get(one.code)) for one in rows)


def routes_to_write(on: date) -> Iterator[dict[str, Any]]:
    """Give the routes in force on a day, and then the templates, as rows of our own export."""
    routes = Route.objects.filter(state=RouteState.APPROVED).select_related("procedure", "version")
    for route in routes.order_by("procedure__code", "number"):
        if _holds(route, on):
            name = f"{route.procedure.code}-q{route.number}"
            yield written(name, route.version.title, None, steps_of(route), route.decision_no)
    for template in RouteTemplate.objects.order_by("code"):
        yield written(template.code, template.name, template.hours, template_steps(template), template.source)


@lru_cache(maxsize=4096)
def case_code(case_id: UUID) -> str:
    """Give the code by which routes name a case; that of a published version never changes."""
    return ProcedureCase.objects.values_list("code", flat=True).get(pk=case_id)


def _holds(route: Route, on: date) -> bool:
    begun = route.valid_from is None or route.valid_from <= on
    return begun and (route.valid_to is None or on <= route.valid_to)
