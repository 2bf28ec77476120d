"""Opinions asked of other units: of a dossier, of a unit, and those that are late."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.base.access import Actor
from motcua.casework.dossiers.models import Consultation, Dossier
from motcua.casework.dossiers.rules.parties import ANSWERERS
from motcua.casework.dossiers.words import ConsultationState, State
from motcua.reference.org.models import Unit
from motcua.reference.org.queries.valid import valid
from motcua.reference.org.words import UnitKind

OPEN_STATES = (State.IN_PROCESS, State.SUPPLEMENT_REQUESTED)
_WITH = ("unit__agency", "asked_by", "asked_by_unit__agency", "replied_by", "file")


def consultations_of(dossier: Dossier) -> list[Consultation]:
    """Give what was asked about a dossier, in order."""
    return list(Consultation.objects.select_related(*_WITH).filter(dossier=dossier))


def asked_of(actor: Actor) -> list[Consultation]:
    """Give what waits for the answer of an official's unit, nearest day first."""
    return list(_awaited(actor).select_related(*_WITH, "dossier__version").order_by(*_NEAREST))


def count_asked(actor: Actor) -> int:
    """Give how many answers are awaited from an official's unit."""
    return _awaited(actor).count()


def asked_by(actor: Actor) -> list[Consultation]:
    """Give what an official's unit waits for from others, nearest day first."""
    rows = _open().filter(asked_by_unit_id=actor.unit)
    return list(rows.select_related(*_WITH, "dossier__version").order_by(*_NEAREST))


def late_consultations(on: date) -> list[tuple[UUID, UUID]]:
    """Give dossier and question of every answer that is late and was not noted yet."""
    rows = _open().filter(reply_due__lt=on, late_told_at=None).order_by("reply_due", "pk")
    return list(rows.values_list("dossier_id", "pk"))


def units_to_ask(dossier: Dossier, on: date) -> list[Unit]:
    """Give the units that may be asked: those that handle dossiers, but for the present one."""
    kinds = (UnitKind.DIVISION, UnitKind.LEADERSHIP, UnitKind.OFFICE)
    rows = Unit.objects.filter(valid(on), valid(on, "agency__"), kind__in=kinds).select_related("agency")
    return list(rows.exclude(Q(pk=dossier.handling_unit_id)).order_by("agency__sort_key", "name"))


# Several may be asked at the same moment: their numbers keep them apart.
_NEAREST = ("reply_due", "asked_at", "number", "pk")


def _open() -> QuerySet[Consultation]:
    return Consultation.objects.filter(Q(dossier__state__in=OPEN_STATES), state=ConsultationState.OPEN.value)


def _awaited(actor: Actor) -> QuerySet[Consultation]:
    return _open().filter(Q(unit_id=actor.unit)) if actor.has(*ANSWERERS) else Consultation.objects.none()
