"""Which version holds on a day, and its parts."""

from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.reference.catalogue.models import (
    ChannelRule,
    ComponentRequirement,
    Fee,
    Offering,
    Procedure,
    ProcedureCase,
    ProcedureVersion,
    ResultType,
    RouteStep,
)
from motcua.reference.catalogue.words import Channel
from motcua.reference.org.models import Agency


def in_force(on: date) -> QuerySet[ProcedureVersion]:
    """Give the published versions that hold on a day, at most one a procedure."""
    return ProcedureVersion.objects.filter(
        Q(effective_to=None) | Q(effective_to__gte=on), published_at__isnull=False, effective_from__lte=on
    ).select_related("procedure")


def effective_version(code: str, on: date) -> ProcedureVersion | None:
    """Give the version of a procedure that holds on a day."""
    return in_force(on).select_related("procedure", "form").filter(procedure__code=code).first()


@lru_cache(maxsize=16384)
def route_of(version_id: UUID) -> tuple[RouteStep, ...]:
    """Give the steps of a published version in order; kept in memory, for they never change.

    Raises LookupError for a version that is not published: its steps may still change.
    """
    if not ProcedureVersion.objects.filter(pk=version_id, published_at__isnull=False).exists():
        raise LookupError(f"no published version {version_id}")
    return tuple(RouteStep.objects.filter(version_id=version_id).order_by("order"))


def rule_for(
    version: ProcedureVersion, case: ProcedureCase | None, channel: Channel | str
) -> ChannelRule | None:
    """Give the time limit of a case and a way of filing; what holds for every case stands in for a case."""
    rules = version.channels.filter(Q(case=case) | Q(case=None), channel=str(channel))
    return min(rules, key=lambda rule: (rule.case_id is None, rule.order), default=None)


def requirements(version: ProcedureVersion, case: ProcedureCase | None = None) -> list[ComponentRequirement]:
    """Give the papers of a case, those that every case needs among them."""
    return list(version.components.filter(Q(case=case) | Q(case=None)).order_by("order"))


def result_types(version: ProcedureVersion) -> list[ResultType]:
    """Give what a version may end in."""
    return list(version.results.order_by("order"))


def fees(version: ProcedureVersion) -> list[Fee]:
    """Give the lines of phí and lệ phí."""
    return list(version.fees.order_by("order"))


def offering_agencies(procedure: Procedure, on: date) -> list[Agency]:
    """Give the agencies that decide on a procedure on a day, in the Vietnamese order of names."""
    offered = Offering.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=on), procedure=procedure, valid_from__lte=on
    )
    return list(Agency.objects.filter(offerings__in=offered).order_by("sort_key", "id"))
