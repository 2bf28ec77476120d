"""How each agency kept the time of its steps, dossier by dossier."""

from collections.abc import Sequence
from uuid import UUID

from motcua.casework.dossiers.models import StepRun
from motcua.casework.dossiers.rules.handing import step_timeliness
from motcua.casework.dossiers.words import StepTimeliness


def kept_by_agencies(dossiers: Sequence[UUID]) -> list[list[tuple[bool, bool]]]:
    """Give for each dossier its agencies: whether all stays there were early, whether one was late."""
    found: dict[UUID, dict[UUID, list[StepTimeliness]]] = {}
    runs = StepRun.objects.filter(dossier_id__in=dossiers, ended_at__isnull=False)
    for dossier, agency, ended_at, due_at in runs.values_list(
        "dossier_id", "unit__agency_id", "ended_at", "due_at"
    ):
        kept = step_timeliness(ended_at, due_at)
        if kept is not None:
            found.setdefault(dossier, {}).setdefault(agency, []).append(kept)
    return [
        [
            (all(one is StepTimeliness.EARLY for one in stays), StepTimeliness.LATE in stays)
            for stays in agencies.values()
        ]
        for agencies in found.values()
    ]
