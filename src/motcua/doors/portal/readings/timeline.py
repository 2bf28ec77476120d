"""What happened to a dossier, in the words of its owner; what is internal is left out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from motcua.base.clock import local
from motcua.base.clock.sentences import full_moment, short_date
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries import Event, StepTold
from motcua.casework.dossiers.words import State
from motcua.doors.portal.sentences import TIMELINE


@dataclass(frozen=True)
class Mark:
    """One event of the timeline."""

    title: str
    line: str
    look: str


def marks_of(dossier: Dossier, steps: Iterable[StepTold], events: Iterable[Event]) -> list[Mark]:
    """Give the timeline, newest first, with the step where it stands at its head."""
    return [*_present(dossier, steps), *_past(events)]


def _present(dossier: Dossier, steps: Iterable[StepTold]) -> list[Mark]:
    step = next((one for one in steps if one.state == "now"), None)
    if dossier.state != State.IN_PROCESS or step is None or step.since is None:
        return []
    who = ", ".join(part for part in (step.who, step.unit) if part)
    return [Mark(plain(step.public_name), f"Từ {full_moment(step.since)}. {who}", "now")]


def plain(name: str) -> str:
    """Give the name of a step as part of a sentence."""
    return name.rstrip(".")


def _past(events: Iterable[Event]) -> list[Mark]:
    return [_mark(event) for event in events if event.verb in TIMELINE]


def _mark(event: Event) -> Mark:
    told = TIMELINE[event.verb]
    title = told.title
    if event.verb in ("dossier.accepted", "dossier.supplement_completed") and event.payload.get("due"):
        title = f"{title}, hẹn trả {_day(event.payload['due'])}"
    if event.verb == "dossier.result_issued":
        title = f"{title}, số {event.payload['number']}"
    who = "" if event.who in ("Người nộp", "Một Cửa", "") else f". {event.who}"
    return Mark(title, f"{full_moment(event.at)}{who}", told.look)


def _day(moment: str) -> str:
    return short_date(local(datetime.fromisoformat(moment)).date())
