"""Routes are drafted, changed step by step, approved by a decision, and end when the next one begins."""

from datetime import date, datetime, timedelta
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.reference.catalogue.commands.laying import next_route_number, store_steps
from motcua.reference.catalogue.models import Procedure, ProcedureVersion, Route, RouteTemplate
from motcua.reference.catalogue.queries.routes import Ground, ground_of, steps_of, template_steps
from motcua.reference.catalogue.rules.routes import (
    RouteChange,
    Steps,
    changed,
    overlong,
    overshoot,
    route_faults,
)
from motcua.reference.catalogue.words import RouteState, RouteWhy, VersionState


@command
def open_route(
    *,
    version_id: UUID,
    like: UUID | None = None,
    template: UUID | None = None,
    case: str = "",
    channel: str = "",
    by: Actor,
    at: datetime,
    key: str = "",
) -> Route | Refusal:
    """Open a draft of a route for a published version: like one of its routes, by a template, or empty.

    `case` and `channel` say for whom it is; empty for every one.
    """
    version = ProcedureVersion.objects.select_related("procedure").get(pk=version_id)
    procedure = Procedure.objects.select_for_update().get(pk=version.procedure_id)
    if version.state != VersionState.PUBLISHED:
        return Refusal(RouteWhy.VERSION_NOT_PUBLISHED)
    if case and not version.cases.filter(code=case).exists():
        return Refusal(RouteWhy.CASE_UNKNOWN, {"case": case, "step": version.title})
    route = Route.objects.create(
        procedure=procedure,
        version=version,
        number=next_route_number(procedure),
        case=case,
        channel=channel,
        template_id=template,
        drafted_by=by.account,
    )
    store_steps(route, _first_steps(like, template))
    journal.write("route.drafted", about=route, by=by, at=at, data={"number": route.number})
    return route


@command
def revise_route(
    *, route_id: UUID, change: RouteChange, seen: int, by: Actor, at: datetime, key: str = ""
) -> Route | Refusal:
    """Change one thing in a draft of a route; `seen` is the revision from which the change was made.

    A change that leads a route further beyond its limit is refused; other faults wait for approval.
    """
    route = _locked(route_id)
    refusal = _not_to_be_changed(route) or _changed_since(route, seen)
    if refusal:
        return refusal
    before = steps_of(route)
    after = changed(before, change)
    if isinstance(after, Refusal):
        return after
    refusal = _still_longer(ground_of(route), before, after)
    if refusal:
        return refusal
    store_steps(route, after)
    journal.write(
        "route.revised",
        about=route,
        by=by,
        at=at,
        data={"change": type(change).__name__, "revision": route.revision},
    )
    return route


@command
def approve_route(
    *,
    route_id: UUID,
    decision_no: str,
    decided_on: date,
    decided_by: str,
    valid_from: date,
    by: Actor,
    at: datetime,
    key: str = "",
) -> Route | Refusal:
    """Record that a decision approves a route: from a day on, dossiers accepted walk along it.

    The route before it ends on the eve. Dossiers under way keep theirs (TT 01/2018/TT-VPCP, Điều 8).
    """
    route = _locked(route_id)
    refusal = _not_to_be_changed(route) or _with_its_version(route)
    refusal = refusal or _not_decided(
        clean(decision_no), decided_on, clean(decided_by), valid_from, local(at).date()
    )
    if refusal:
        return refusal
    ground = ground_of(route)
    faults = route_faults(
        steps_of(route), cases=ground.cases, terms=ground.terms, case=route.case, channel=route.channel
    )
    refusal = faults[0] if faults else _give_way(route, valid_from, by=by, at=at)
    if refusal:
        return refusal
    route.state, route.approved_at = RouteState.APPROVED.value, at
    route.decision_no, route.decided_on, route.decided_by = clean(decision_no), decided_on, clean(decided_by)
    route.valid_from = valid_from
    route.save()
    journal.write(
        "route.approved",
        about=route,
        by=by,
        at=at,
        data={"decision": route.decision_no, "from": valid_from, "number": route.number},
    )
    return route


@command
def discard_route(*, route_id: UUID, by: Actor, at: datetime, key: str = "") -> Procedure | Refusal:
    """Throw a draft of a route away; what is in force stays."""
    route = _locked(route_id)
    refusal = _not_to_be_changed(route) or _with_its_version(route)
    if refusal:
        return refusal
    procedure, number = route.procedure, route.number
    route.steps.all().delete()
    route.delete()
    journal.write("route.discarded", about=procedure, by=by, at=at, data={"number": number})
    return procedure


def _locked(route_id: UUID) -> Route:
    """Give a route under the lock of its procedure, so that routes come and go one at a time."""
    Procedure.objects.select_for_update().get(routes=route_id)
    return (
        Route.objects.select_for_update(of=("self",)).select_related("procedure", "version").get(pk=route_id)
    )


def _first_steps(like: UUID | None, template: UUID | None) -> Steps:
    if template is not None:
        return template_steps(RouteTemplate.objects.get(pk=template))
    return steps_of(Route.objects.get(pk=like)) if like is not None else ()


def _not_to_be_changed(route: Route) -> Refusal | None:
    if route.state != RouteState.DRAFT:
        return Refusal(RouteWhy.NOT_A_DRAFT)
    if route.founding and route.version.state != VersionState.DRAFT:
        return Refusal(RouteWhy.WITH_ITS_VERSION)
    return None


def _with_its_version(route: Route) -> Refusal | None:
    return Refusal(RouteWhy.WITH_ITS_VERSION) if route.founding else None


def _changed_since(route: Route, seen: int) -> Refusal | None:
    return Refusal(RouteWhy.CHANGED_MEANWHILE) if seen != route.revision else None


def _still_longer(ground: Ground, before: Steps, after: Steps) -> Refusal | None:
    limits = vars(ground)
    if overshoot(after, **limits) <= overshoot(before, **limits):
        return None
    too_long = overlong(after, **limits)
    return Refusal(RouteWhy.STILL_LONGER, too_long.facts) if too_long else None


def _not_decided(
    number: str, decided_on: date, decided_by: str, valid_from: date, today: date
) -> Refusal | None:
    if not number or not decided_by:
        return Refusal(RouteWhy.NO_DECISION)
    if decided_on > today:
        return Refusal(RouteWhy.SIGNED_IN_FUTURE, {"day": f"{decided_on:%d/%m/%Y}"})
    if valid_from < today:
        return Refusal(RouteWhy.STARTS_BEFORE_TODAY, {"day": f"{valid_from:%d/%m/%Y}"})
    return None


def _give_way(route: Route, valid_from: date, *, by: Actor, at: datetime) -> Refusal | None:
    """End the route before; refuse beside one that begins on the same day or later."""
    others = Route.objects.select_for_update().filter(
        version=route.version, case=route.case, channel=route.channel, state=RouteState.APPROVED
    )
    for other in others.order_by("number"):
        if other.valid_from is not None and other.valid_from >= valid_from:
            facts = {"number": str(other.number), "day": f"{other.valid_from:%d/%m/%Y}"}
            return Refusal(RouteWhy.STARTS_BEFORE_ANOTHER, facts)
        if other.valid_to is None:
            other.valid_to = valid_from - timedelta(days=1)
            other.save(update_fields=["valid_to"])
            journal.write("route.ended", about=other, by=by, at=at, data={"last_day": other.valid_to})
    return None
