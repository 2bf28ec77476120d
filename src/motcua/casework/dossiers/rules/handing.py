"""How a stay at a step stood to its time."""

from datetime import date, datetime

from motcua.base.clock import local
from motcua.casework.dossiers.words import StepTimeliness


def step_timeliness(ended_at: datetime | None, due_at: datetime) -> StepTimeliness | None:
    """Give whether a stay ended before the day of its limit, on that day in time, or past it; None: it runs.

    Limits of steps count working hours, so being late is told by instants; being early by days.
    """
    if ended_at is None:
        return None
    if ended_at > due_at:
        return StepTimeliness.LATE
    return StepTimeliness.ON_TIME if local(ended_at).date() == local(due_at).date() else StepTimeliness.EARLY


def day_timeliness(at: datetime, until: date) -> StepTimeliness:
    """Give whether an answer came before its day, on it, or after it."""
    day = local(at).date()
    if day > until:
        return StepTimeliness.LATE
    return StepTimeliness.ON_TIME if day == until else StepTimeliness.EARLY
