"""Dossiers behind a figure as a list shows them: where they stand and how they keep time, nobody's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery

from motcua.casework.dossiers.models import Dossier, Extension, StepRun
from motcua.casework.dossiers.words import ExtensionState, Outcome, State


@dataclass(frozen=True)
class ListedDossier:
    """One dossier of a list: its code, where it belongs and stands, its dates, why it is late.

    `holder` is the official who has it; nothing here says whose dossier it is.
    """

    id: UUID
    code: str
    procedure: str
    procedure_code: str
    agency_id: UUID
    agency: str
    state: State
    outcome: Outcome
    step: str
    holder: str
    accepted_at: datetime | None
    due_at: datetime | None
    due_by_instant: bool
    resolved_at: datetime | None
    paused: bool
    late_reason: str


def listed(dossiers: Sequence[UUID], *, first: int = 0, most: int | None = None) -> list[ListedDossier]:
    """Give some of the dossiers, the earliest due first; one statement."""
    step = StepRun.objects.filter(dossier=OuterRef("pk"), ended_at=None).values("name")[:1]
    reasons = Extension.objects.filter(dossier=OuterRef("pk"), state=ExtensionState.GRANTED.value)
    rows = (
        Dossier.objects.filter(pk__in=list(dossiers))
        .select_related("version__procedure", "competent_agency", "holder")
        .annotate(
            at_step=Subquery(step), late_reason=Subquery(reasons.order_by("-number").values("reason")[:1])
        )
        .order_by("due_at", "accepted_at", "pk")
    )
    return [_row(one) for one in rows[first : None if most is None else first + most]]


def _row(one: Dossier) -> ListedDossier:
    told = vars(one)
    return ListedDossier(
        id=one.pk,
        code=one.code or one.temporary_code,
        procedure=one.version.title,
        procedure_code=one.version.procedure.code,
        agency_id=one.competent_agency_id,
        agency=one.competent_agency.name,
        state=State(one.state),
        outcome=Outcome(one.outcome),
        step=told["at_step"] or "",
        holder=one.holder.full_name if one.holder else "",
        accepted_at=one.accepted_at,
        due_at=one.due_at,
        due_by_instant=one.due_by_instant,
        resolved_at=one.resolved_at,
        paused=one.paused_since is not None,
        late_reason=told["late_reason"] or "",
    )
