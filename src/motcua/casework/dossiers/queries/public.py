"""What people see from outside: their own dossiers, and anybody's by code, progress only."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from motcua.base.access import Actor
from motcua.base.clock import today
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries.finding import by_code
from motcua.casework.dossiers.queries.telling import StepTold, steps_of, waits_for
from motcua.casework.dossiers.words import PauseReason, State
from motcua.reference.people import queries as people


@dataclass(frozen=True)
class Progress:
    """Code and progress, and nothing else: no name, no procedure, no paper (TT 01/2018/TT-VPCP, Điều 16).

    While the clock waits for something, the due date is the one that no longer holds.
    """

    code: str
    state: State
    accepted_at: datetime | None
    due_at: datetime | None
    waits_for: PauseReason | None
    resolved_at: datetime | None
    step: str
    step_number: int
    steps: int


def progress(code: str) -> Progress | None:
    """Give the progress of a dossier to anybody who has its code; None when there is none."""
    dossier = by_code(code)
    if dossier is None:
        return None
    told = steps_of(dossier)
    now = _present(told)
    return Progress(
        code=str(dossier),
        state=State(dossier.state),
        accepted_at=dossier.accepted_at,
        due_at=dossier.due_at,
        waits_for=waits_for(dossier),
        resolved_at=dossier.resolved_at,
        step=now.public_name if now else "",
        step_number=now.order if now else 0,
        steps=len(told),
    )


def mine(actor: Actor) -> list[Dossier]:
    """Give the dossiers that somebody has or files for others, newest first; a draft is its maker's alone."""
    if actor.person is None:
        return []
    under = [one.pk for one in people.representations_by(actor.person, today())]
    return list(
        Dossier.objects.filter(
            Q(owner_id=actor.person) & (~Q(state=State.DRAFT) | Q(submitter_id=actor.person))
            | Q(submitter_id=actor.person, representation__in=under)
        )
        .select_related("version__procedure", "competent_agency", "receiving_unit__agency")
        .order_by("-created_at")
    )


def _present(told: list[StepTold]) -> StepTold | None:
    return next((step for step in told if step.state == "now"), None)
