"""Which version holds on a day, and its parts."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from motcua.reference.catalogue.models import (
    ChannelRule,
    Offering,
    Procedure,
    ProcedureCode,
    ProcedureVersion,
    Route,
)
from motcua.reference.catalogue.words import RouteState, VersionState
from motcua.reference.org.models import Agency


def in_force(on: date) -> QuerySet[ProcedureVersion]:
    """Give the published versions that hold on a day, at most one a procedure."""
    return ProcedureVersion.objects.filter(
        Q(effective_to=None) | Q(effective_to__gte=on),
        Q(effective_from=None) | Q(effective_from__lte=on),
        state=VersionState.PUBLISHED,
    ).select_related("procedure")


def published_of(procedure: Procedure) -> QuerySet[ProcedureVersion]:
    """Give the published versions of a procedure, the newest first."""
    return ProcedureVersion.objects.filter(procedure=procedure, state=VersionState.PUBLISHED).order_by(
        "-number"
    )


def effective_version(code: str, on: date) -> ProcedureVersion | None:
    """Give the version of a procedure that holds on a day."""
    if not code.isprintable():  # an address may carry a NUL, which the database takes for a fault of ours
        return None
    return in_force(on).select_related("procedure", "form").filter(procedure__code=code).first()


def with_way(versions: QuerySet[ProcedureVersion], on: date) -> QuerySet[ProcedureVersion]:
    """Keep the versions under which somebody can file on a day: with a route and a way of filing."""
    return versions.filter(
        Exists(
            Route.objects.filter(
                Q(valid_from=None) | Q(valid_from__lte=on),
                version=OuterRef("pk"),
                state=RouteState.APPROVED,
                case="",
                channel="",
            )
        ),
        Exists(ChannelRule.objects.filter(version=OuterRef("pk"))),
    )


def fileable(procedure: Procedure, on: date) -> ProcedureVersion | None:
    """Give the version under which a dossier may be filed on a day; None where none can be.

    It is in force, has a route and a way of filing, and an agency decides on it.
    """
    if not offered_on(on).filter(procedure=procedure).exists():
        return None
    return with_way(in_force(on), on).filter(procedure=procedure).first()


def procedure_called(code: str) -> Procedure | None:
    """Give the procedure of a code, its own or another under which it is known."""
    if not code.isprintable():
        return None
    own = Procedure.objects.filter(code=code).first()
    if own:
        return own
    other = ProcedureCode.objects.select_related("procedure").filter(code=code).first()
    return other.procedure if other else None


def holds(version: ProcedureVersion, on: date) -> bool:
    """Tell whether a version is in force on a day."""
    return in_force(on).filter(pk=version.pk).exists()


def offers(agency_id: UUID, procedure_id: UUID, on: date) -> bool:
    """Tell whether an agency decides on a procedure on a day."""
    return offered_on(on).filter(agency_id=agency_id, procedure_id=procedure_id).exists()


def offering_agencies(procedure: Procedure, on: date) -> list[Agency]:
    """Give the agencies that decide on a procedure on a day, in the Vietnamese order of names."""
    return list(
        Agency.objects.filter(offerings__in=offered_on(on).filter(procedure=procedure)).order_by(
            "sort_key", "id"
        )
    )


@dataclass(frozen=True)
class Closed:
    """Why nobody files under a procedure any more: by which decision, since when, what to use instead."""

    decision_no: str
    since: date
    successor_code: str = ""
    successor_title: str = ""


def closed(code: str, on: date) -> Closed | None:
    """Give how a procedure was abolished, None while it is not."""
    procedure = (
        Procedure.objects.select_related("abolished_by", "replaced_by")
        .filter(code=code, abolished_on__lte=on)
        .first()
        if code.isprintable()
        else None
    )
    if procedure is None or procedure.abolished_by is None or procedure.abolished_on is None:
        return None
    successor = procedure.replaced_by
    newest = published_of(successor).first() if successor else None
    return Closed(
        procedure.abolished_by.number,
        procedure.abolished_on,
        successor.code if successor else "",
        newest.title if newest else "",
    )


def offered_on(on: date) -> QuerySet[Offering]:
    """Give which agency decides on what on a day."""
    return Offering.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)
