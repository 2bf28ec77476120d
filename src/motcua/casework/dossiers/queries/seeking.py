"""Seeking dossiers among those that an official may see."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from motcua.base.access import Actor, Kind
from motcua.casework.dossiers.models import Consultation, Dossier, StepRun
from motcua.casework.dossiers.queries.buckets import bounds_for, with_buckets
from motcua.casework.dossiers.queries.matching import By, meaning_of
from motcua.casework.dossiers.queries.rows import WorkRow, placed, rows_at
from motcua.casework.dossiers.queries.scopes import to_correct
from motcua.casework.dossiers.queries.work import PAGE
from motcua.casework.dossiers.rules.parties import ANSWERERS
from motcua.casework.dossiers.words import ConsultationState, State, Transfer
from motcua.reference.org.words import Role


@dataclass(frozen=True)
class Found:
    """A page of what was found, newest first; `by` says what the search went by, `last` of which number.

    `dossiers` are those of the page that were found by a number: such a look is noted.
    """

    rows: list[WorkRow]
    total: int
    page: int
    by: By = By.NOTHING
    last: str = ""
    dossiers: tuple[Dossier, ...] = ()


def find(actor: Actor, words: str, *, at: datetime, page: int = 1) -> Found:
    """Give the dossiers that answer the words, within one's rights; no words find nothing."""
    meaning = meaning_of(words)
    if meaning.by is By.NOTHING:
        return Found([], 0, 1)
    chosen = within_rights(actor).filter(meaning.where)
    dossiers = with_buckets(chosen, bounds_for(actor, at)).order_by("-submitted_at", "id")
    found = placed(dossiers[:PAGE])
    # What fills no page is counted already: one found by its code is asked for once.
    total = len(found) if len(found) < PAGE else chosen.count()
    page = min(max(page, 1), max(1, -(-total // PAGE)))
    if page > 1:
        found = placed(dossiers[(page - 1) * PAGE : page * PAGE])
    rows = rows_at(found, at)
    noted = _dossiers(rows) if meaning.by is By.NUMBER else ()
    return Found(rows, total, page, meaning.by, meaning.last, noted)


def _dossiers(rows: list[WorkRow]) -> tuple[Dossier, ...]:
    return tuple(Dossier.objects.filter(pk__in=[one.id for one in rows]).order_by("-submitted_at", "id"))


def within_rights(actor: Actor) -> QuerySet[Dossier]:
    """Give the dossiers that an official may open at work, by the relations that the rules know."""
    if actor.kind is not Kind.STAFF or actor.person is None:
        return Dossier.objects.none()
    runs = StepRun.objects.filter(
        Q(staff_id__in=actor.hands) | Q(sent_by_id__in=actor.hands), dossier=OuterRef("pk")
    )
    wanted = Q(Exists(runs.order_by()))
    wanted |= Q(handling_unit_id=actor.unit, handling_role__in=sorted(actor.roles)) & (
        Q(holder=None) | Q(holder_id__in=actor.hands)
    )
    if actor.has(Role.RECEPTION_OFFICER, Role.ONE_STOP_HEAD):
        wanted |= Q(receiving_unit_id=actor.unit)
    if actor.has(Role.RECEPTION_OFFICER):
        wanted |= Q(home_counter_id=actor.unit) & ~Q(transfer=Transfer.NEEDED)
    if actor.has(Role.UNIT_HEAD):
        wanted |= Q(handling_unit_id=actor.unit)
    if actor.has(Role.AGENCY_LEADER):
        wanted |= Q(competent_agency_id=actor.agency)
    wanted |= to_correct(actor)
    if actor.has(*ANSWERERS):
        asked = Consultation.objects.filter(Q(unit_id=actor.unit)).exclude(state=ConsultationState.WITHDRAWN)
        wanted |= Q(pk__in=asked.values("dossier"))
    return Dossier.objects.exclude(state=State.DRAFT).filter(wanted)
