"""How the steps of a route are stored, and the route that comes with a version."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.reference.catalogue.models import Procedure, ProcedureVersion, Route, RouteStep
from motcua.reference.catalogue.queries.routes import steps_of
from motcua.reference.catalogue.rules.routes import laid_out
from motcua.reference.catalogue.rules.routes.writing import consult_written, way_written
from motcua.reference.catalogue.words import RouteState, Step


def store_founding(version: ProcedureVersion, said: Sequence[Step]) -> None:
    """Store the route that comes with a draft of a version; the caller holds the procedure's lock."""
    route = Route.objects.filter(version=version, founding=True).first()
    if not said:
        if route is not None:
            route.steps.all().delete()
            route.delete()
        return
    if route is None:
        route = Route.objects.create(
            procedure=version.procedure,
            version=version,
            number=next_route_number(version.procedure),
            founding=True,
        )
    store_steps(route, said)


def store_steps(route: Route, said: Sequence[Step]) -> None:
    """Store the steps of a draft in the place of those before; whoever had it open sees that it changed."""
    steps = laid_out(said)
    if steps == steps_of(route):
        return
    route.steps.all().delete()
    RouteStep.objects.bulk_create(_row(route, step, order) for order, step in enumerate(steps, start=1))
    route.revision += 1
    route.save(update_fields=["revision"])


def approve_founding(version: ProcedureVersion, *, by: Actor, at: datetime) -> None:
    """Approve the route that comes with a version, by the version's own decision and from its own day."""
    route = Route.objects.filter(version=version, founding=True).first()
    if route is None:
        return
    route.state, route.approved_at = RouteState.APPROVED.value, at
    route.decision_no, route.valid_from = version.decision_no, version.effective_from
    if version.decision is not None:
        route.decided_on, route.decided_by = version.decision.signed_on, version.decision.signed_by
    route.save()
    journal.write("route.approved", about=route, by=by, at=at, data={"decision": route.decision_no})


def next_route_number(procedure: Procedure) -> int:
    """Give the number of the next route; the caller holds the lock of the procedure."""
    last: int | None = procedure.routes.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _row(route: Route, step: Step, order: int) -> RouteStep:
    return RouteStep(
        route=route,
        order=order,
        key=step.key,
        name=step.name,
        public_name=step.public_name,
        person_role=step.role,
        unit_kind=step.unit_kind,
        unit_id=UUID(step.unit) if step.unit else None,
        hours=step.hours,
        lead=step.lead,
        moves=[move.value for move in step.moves],
        ways=[way_written(way) for way in step.ways],
        consults=[consult_written(one) for one in step.consults],
    )
