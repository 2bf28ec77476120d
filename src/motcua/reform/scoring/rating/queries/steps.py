"""How each agency kept the time of its steps, dossier by dossier."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from motcua.casework.dossiers.models import StepRun
from motcua.reform.scoring.rating.rules.rating import Spent


def spent_by_agencies(dossiers: Sequence[UUID]) -> list[list[Spent]]:
    """Give for each dossier what each agency that had it spent on its steps, and what they allowed."""
    found: dict[UUID, dict[UUID, Spent]] = {}
    runs = StepRun.objects.filter(dossier_id__in=dossiers, ended_at__isnull=False)
    for dossier, agency, began, ended, due in runs.values_list(
        "dossier_id", "unit__agency_id", "started_at", "ended_at", "due_at"
    ):
        if ended is not None:
            agencies = found.setdefault(dossier, {})
            before = agencies.get(agency, Spent(timedelta(), timedelta()))
            agencies[agency] = Spent(before.spent + (ended - began), before.allowed + (due - began))
    return [list(agencies.values()) for agencies in found.values()]
