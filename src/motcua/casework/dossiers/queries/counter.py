"""What a counter takes in, and for whom."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.base.text import fold, sort_key
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import Offering, ProcedureVersion
from motcua.reference.org import queries as org
from motcua.reference.org.models import Agency
from motcua.reference.org.queries.valid import valid


@dataclass(frozen=True)
class Served:
    """A procedure that a counter takes in."""

    code: str
    title: str
    name: str
    field: str


def procedures_served(counter_id: UUID, words: str, on: date) -> list[Served]:
    """Give the procedures that a counter takes in, best answer first; without words all of them, by title."""
    codes = set(
        _offered(on)
        .filter(agency__in=received_here(counter_id, on))
        .values_list("procedure__code", flat=True)
    )
    if fold(words):
        hits = catalogue.search(words, limit=200, on=on)
        return [Served(hit.code, hit.title, hit.name, hit.field) for hit in hits if hit.code in codes]
    versions = catalogue.in_force(on).filter(procedure__code__in=codes)
    return sorted((_served(one) for one in versions), key=lambda one: sort_key(one.title))


def agencies_for(counter_id: UUID, version: ProcedureVersion, on: date) -> list[Agency]:
    """Give the agencies that a counter receives for and that decide on a procedure, its own first."""
    offered = _offered(on).filter(procedure_id=version.procedure_id).values("agency_id")
    own = set(org.agencies_served(counter_id, on).values_list("pk", flat=True))
    found = received_here(counter_id, on).filter(pk__in=offered).order_by("sort_key", "pk")
    return sorted(found, key=lambda one: one.pk not in own)


def received_here(counter_id: UUID, on: date) -> QuerySet[Agency]:
    """Give the agencies for which a counter receives: its own, by a dated rule all of its province."""
    if not org.applies("non_boundary", on):
        return org.agencies_served(counter_id, on)
    province = org.unit(counter_id).agency.province
    return Agency.objects.filter(valid(on), province=province)


def _offered(on: date) -> QuerySet[Offering]:
    return Offering.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)


def _served(version: ProcedureVersion) -> Served:
    return Served(version.procedure.code, version.title, version.name, version.procedure.field)
