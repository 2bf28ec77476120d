"""Until when an accepted dossier leaves the counter."""

from datetime import datetime, time
from typing import Final

from motcua.base.clock import local
from motcua.base.clock.forward import forward_by
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.reckoning import calendar_of
from motcua.casework.dossiers.words import State
from motcua.reference.org import queries as org

CUTOFF: Final = "forward_cutoff"


def forward_until(dossier: Dossier) -> datetime | None:
    """Give the moment by which an accepted dossier is sent on; None when no rule sets one, or it has left.

    The rule's hour of acceptance moves this duty alone, never the due date (NĐ 61/2018/NĐ-CP, Điều 18).
    """
    if dossier.state != State.ACCEPTED or dossier.accepted_at is None:
        return None
    rule = org.regulation(CUTOFF, local(dossier.accepted_at).date())
    return forward_after(dossier, rule.value) if rule else None


def forward_after(dossier: Dossier, hour: int) -> datetime:
    """Give the moment by which an accepted dossier is sent on if the rule names an hour of the day."""
    assert dossier.accepted_at is not None, "only an accepted dossier is sent on"
    return forward_by(dossier.accepted_at, calendar_of(dossier), time(hour))
