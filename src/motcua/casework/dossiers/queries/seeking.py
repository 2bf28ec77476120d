"""Seeking dossiers among those that an official may see."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from motcua.base.access import Actor, Kind
from motcua.base.text import fold
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries.work import PAGE, WorkRow, row_of, searched
from motcua.casework.dossiers.words import State
from motcua.reference.org.words import Role


@dataclass(frozen=True)
class Found:
    """A page of what was found, newest first."""

    rows: list[WorkRow]
    total: int
    page: int


def find(actor: Actor, words: str, *, at: datetime, page: int = 1) -> Found:
    """Give the dossiers whose code, owner or procedure answer the words; no words find nothing."""
    if not fold(words):
        return Found([], 0, 1)
    chosen = searched(within_rights(actor), words, "")
    total = chosen.count()
    page = min(max(page, 1), max(1, -(-total // PAGE)))
    dossiers = (
        chosen.select_related("version__procedure", "holder", "handling_unit", "owner")
        .prefetch_related("clock_marks", "rounds", "step_runs")
        .order_by("-submitted_at", "id")[(page - 1) * PAGE : page * PAGE]
    )
    return Found([row_of(one, at) for one in dossiers], total, page)


def within_rights(actor: Actor) -> QuerySet[Dossier]:
    """Give the dossiers that an official may open at work, by the relations that the rules know."""
    if actor.kind is not Kind.STAFF or actor.person is None:
        return Dossier.objects.none()
    wanted = Q(step_runs__staff_id=actor.person) | Q(step_runs__sent_by_id=actor.person)
    wanted |= Q(handling_unit_id=actor.unit, handling_role__in=sorted(actor.roles)) & (
        Q(holder=None) | Q(holder_id=actor.person)
    )
    if actor.has(Role.RECEPTION_OFFICER, Role.ONE_STOP_HEAD):
        wanted |= Q(receiving_unit_id=actor.unit)
    if actor.has(Role.UNIT_HEAD):
        wanted |= Q(handling_unit_id=actor.unit)
    if actor.has(Role.AGENCY_LEADER):
        wanted |= Q(competent_agency_id=actor.agency)
    mine = Dossier.objects.exclude(state=State.DRAFT).filter(wanted)
    return Dossier.objects.filter(pk__in=mine.values("pk"))
