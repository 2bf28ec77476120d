"""What the catalogue says of the procedures of a one-stop unit on a day."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import Offering, ProcedureVersion, Route
from motcua.reference.catalogue.words import OnlineLevel, RouteState
from motcua.reference.org.words import UnitKind
from motcua.reform.scoring.rating.rules.rating import Tally


@dataclass(frozen=True)
class Offered:
    """Procedures in force: all, begun at the counter, done there wholly, done online; how they are public."""

    every: int
    received: int
    whole: int
    online: int
    public: Tally


def offered(agencies: frozenset[UUID], on: date) -> Offered:
    """Give what some agencies decide on, as it stands on a day."""
    held = Offering.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)
    codes = held.filter(agency_id__in=agencies).values("procedure_id")
    versions = list(catalogue.in_force(on).filter(procedure_id__in=codes).select_related("decision"))
    kinds = _kinds([one.pk for one in versions])
    counter = {UnitKind.COUNTER.value}
    return Offered(
        len(versions),
        sum(1 for one in versions if kinds.get(one.pk, [""])[0] in counter),
        sum(1 for one in versions if one.pk in kinds and set(kinds[one.pk]) <= counter),
        sum(1 for one in versions if one.online_level != OnlineLevel.NONE),
        _public(versions, on),
    )


def _kinds(versions: list[UUID]) -> dict[UUID, list[str]]:
    """Give the kinds of unit along the first approved route of each version."""
    routes = Route.objects.filter(version_id__in=versions, state=RouteState.APPROVED)
    found: dict[UUID, list[str]] = {}
    for route in routes.order_by("version_id", "number").prefetch_related("steps"):
        found.setdefault(route.version_id, [step.unit_kind for step in route.steps.all()] or [""])
    return found


def _public(versions: list[ProcedureVersion], on: date) -> Tally:
    """Count the ways in which each procedure is public: on the portal, and posted at the office."""
    ways = [
        int(one.published_at is not None) + int(bool(one.decision and one.decision.posted_at))
        for one in versions
    ]
    return Tally(ways.count(2), ways.count(1), ways.count(0))
