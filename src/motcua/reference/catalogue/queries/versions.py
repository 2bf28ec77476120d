"""Which version holds on a day, and its parts."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.reference.catalogue.models import (
    Offering,
    Procedure,
    ProcedureVersion,
)
from motcua.reference.org.models import Agency


def in_force(on: date) -> QuerySet[ProcedureVersion]:
    """Give the published versions that hold on a day, at most one a procedure."""
    return ProcedureVersion.objects.filter(
        Q(effective_to=None) | Q(effective_to__gte=on), published_at__isnull=False, effective_from__lte=on
    ).select_related("procedure")


def effective_version(code: str, on: date) -> ProcedureVersion | None:
    """Give the version of a procedure that holds on a day."""
    if not code.isprintable():  # an address may carry a NUL, which the database takes for a fault of ours
        return None
    return in_force(on).select_related("procedure", "form").filter(procedure__code=code).first()


def holds(version: ProcedureVersion, on: date) -> bool:
    """Tell whether a version is in force on a day."""
    return in_force(on).filter(pk=version.pk).exists()


def offers(agency_id: UUID, procedure_id: UUID, on: date) -> bool:
    """Tell whether an agency decides on a procedure on a day."""
    return _offered(on).filter(agency_id=agency_id, procedure_id=procedure_id).exists()


def offering_agencies(procedure: Procedure, on: date) -> list[Agency]:
    """Give the agencies that decide on a procedure on a day, in the Vietnamese order of names."""
    return list(
        Agency.objects.filter(offerings__in=_offered(on).filter(procedure=procedure)).order_by(
            "sort_key", "id"
        )
    )


def _offered(on: date) -> QuerySet[Offering]:
    return Offering.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)
