"""What happened to a dossier, in the words of its owner; what is internal is left out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse

from motcua.base.clock import local
from motcua.base.clock.sentences import full_moment, short_date
from motcua.casework.dossiers.models import Dossier, Slip
from motcua.casework.dossiers.queries import Event, StepTold
from motcua.casework.dossiers.words import State
from motcua.doors.portal.sentences import SLIPS_SHORTLY, TIMELINE

WITH_SLIP = (
    "dossier.accepted",
    "dossier.intake_refused",
    "dossier.supplement_requested",
    "dossier.supplement_completed",
    "dossier.extended",
    "dossier.stopped",
)


@dataclass(frozen=True)
class Mark:
    """One event of the timeline."""

    title: str
    line: str
    look: str
    url: str = ""
    paper: str = ""


def marks_of(
    dossier: Dossier, steps: Iterable[StepTold], events: Iterable[Event], slips: Iterable[Slip]
) -> list[Mark]:
    """Give the timeline, newest first, with the step where it stands at its head, slips beside their acts."""
    # An act and the slip that it issues share their moment.
    issued = {slip.issued_at: slip for slip in slips}
    return [*_present(dossier, steps), *(_mark(event, issued.get(event.at)) for event in _told(events))]


def _present(dossier: Dossier, steps: Iterable[StepTold]) -> list[Mark]:
    step = next((one for one in steps if one.state == "now"), None)
    if dossier.state != State.IN_PROCESS or step is None or step.since is None:
        return []
    who = ", ".join(part for part in (step.who, step.unit) if part)
    return [Mark(plain(step.public_name), f"Từ {full_moment(step.since)}. {who}", "now")]


def plain(name: str) -> str:
    """Give the name of a step as part of a sentence."""
    return name.rstrip(".")


def _told(events: Iterable[Event]) -> list[Event]:
    return [event for event in events if event.verb in TIMELINE]


def _mark(event: Event, slip: Slip | None) -> Mark:
    told = TIMELINE[event.verb]
    title = told.title
    if event.verb in ("dossier.accepted", "dossier.supplement_completed") and event.payload.get("due"):
        title = f"{title}, hẹn trả {_day(event.payload['due'])}"
    if event.verb == "dossier.extended":
        title = f"{title}, hẹn trả {_day(event.payload['due'])}"
    if event.verb in ("dossier.result_issued", "dossier.result_corrected"):
        title = f"{title}, số {event.payload['number']}"
    who = "" if event.who in ("Người nộp", "Một Cửa", "") else f". {event.who}"
    mark = Mark(title, f"{full_moment(event.at)}{who}", told.look)
    if slip is None or event.verb not in WITH_SLIP or slip.form not in SLIPS_SHORTLY:
        return mark
    address = reverse("portal:slip", args=[slip.dossier_id, slip.pk])
    return replace(mark, url=address, paper=SLIPS_SHORTLY[slip.form])


def _day(moment: str) -> str:
    return short_date(local(datetime.fromisoformat(moment)).date())
