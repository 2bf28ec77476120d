"""Which sheets somebody may read, has to appraise, or finds in a round."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from motcua.base.access import Actor
from motcua.reform.scoring.models import (
    Evidence,
    ScoringRound,
    Sheet,
)
from motcua.reform.scoring.queries import relations
from motcua.reform.scoring.queries.sets import criteria_of
from motcua.reform.scoring.words import (
    ScoringAct,
    SheetState,
)


def sheets() -> QuerySet[Sheet]:
    """Give sheets with all that is said beside them."""
    return Sheet.objects.select_related(
        "agency", "round__owner", "round__office", "round__criteria", "round__year_round", "criteria"
    )


def sheet(sheet_id: UUID) -> Sheet | None:
    """Give one sheet, None where there is none."""
    return sheets().filter(pk=sheet_id).first()


def sheet_for(actor: Actor, sheet_id: UUID, *, at: datetime) -> Sheet | None:
    """Give a sheet to whoever may read it, None to anybody else."""
    found = sheet(sheet_id)
    allowed = found is not None and relations.may(actor, ScoringAct.READ, found, at=at)
    return found if allowed else None


def sheets_of_agency(agency_id: UUID) -> QuerySet[Sheet]:
    """Give the sheets of an agency, the newest period first."""
    return sheets().filter(agency_id=agency_id).order_by("-round__last", "round__kind", "pk")


def sheets_of(round_: ScoringRound) -> QuerySet[Sheet]:
    """Give the sheets of a round in the Vietnamese order of agencies."""
    return sheets().filter(round=round_).order_by("agency__sort_key", "pk")


def to_appraise(actor: Actor) -> list[Sheet]:
    """Give the sheets that wait for somebody's agency to appraise, the longest waiting first."""
    waiting = (SheetState.LOCKED, SheetState.APPRAISAL_1, SheetState.APPRAISAL_2)
    rows = sheets().filter(state__in=[state.value for state in waiting]).order_by("state_at", "pk")
    return [] if actor.agency is None else relations.appraised_by(actor.agency, rows)


def evidence_for(actor: Actor, evidence_id: UUID, *, at: datetime) -> Evidence | None:
    """Give evidence to whoever may open it: its agency, the appraisers of its domain, the council."""
    rows = Evidence.objects.select_related("file", "leaf__sheet__round", "leaf__sheet__criteria")
    found = rows.filter(pk=evidence_id).first()
    if found is None:
        return None
    of = found.leaf.sheet
    criteria = criteria_of(of.criteria)
    known = found.leaf.code in criteria.by_code
    domain = criteria.domain(found.leaf.code).code if known else found.leaf.code.partition(".")[0]
    allowed = relations.may(actor, ScoringAct.READ_EVIDENCE, of, domain=domain, at=at)
    return found if allowed else None
