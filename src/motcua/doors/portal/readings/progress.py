"""Progress behind a code, in words."""

from dataclasses import dataclass
from datetime import datetime

from motcua.base.clock import local
from motcua.base.clock.sentences import full_moment, short_date
from motcua.casework.dossiers.queries import Progress
from motcua.casework.dossiers.words import State

RUNNING = (State.ACCEPTED, State.IN_PROCESS, State.SUPPLEMENT_REQUESTED)


@dataclass(frozen=True)
class Told:
    """Code and progress, and nothing else; `waits` says for what, when the day is counted anew later."""

    code: str
    state: int
    step: str
    accepted: str
    due: str
    resolved: str
    waits: str


def told(progress: Progress) -> Told:
    """Say how far a dossier is."""
    running = progress.state in RUNNING
    waits = progress.waits_for
    step = (
        f"Bước {progress.step_number} trên {progress.steps}: {progress.step.rstrip('.')}"
        if progress.step
        else ""
    )
    return Told(
        code=progress.code,
        state=int(progress.state),
        step=step if running else "",
        accepted=_moment(progress.accepted_at),
        due=short_date(local(progress.due_at).date()) if progress.due_at and running and not waits else "",
        resolved=_moment(progress.resolved_at),
        waits=waits.value if waits else "",
    )


def _moment(at: datetime | None) -> str:
    return full_moment(at) if at else ""
