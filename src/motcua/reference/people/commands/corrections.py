"""Wrong data is reported by whom it is about, and answered by an official."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.reference.people.models import Correction, HeldPaper
from motcua.reference.people.words import CorrectionState, PaperState, Why


@dataclass(frozen=True)
class Report:
    """What is wrong, where it is held, what is right; `thing` (the journal's name): where it came up."""

    subject: str
    source: str
    said_value: str
    thing: str
    procedure: str
    agency_id: UUID
    paper_id: UUID | None = None
    component: str = ""
    fact: str = ""
    held_value: str = ""
    newer_file_id: UUID | None = None


@command
def report_wrong(
    *, owner_id: UUID, report: Report, by: Actor, at: datetime, key: str = ""
) -> Correction | Refusal:
    """Open a ticket; a held paper is out of use until it is answered. The same report is opened once."""
    if not report.said_value.strip() and report.newer_file_id is None:
        return Refusal(Why.NOTHING_SAID)
    ticket = Correction.objects.filter(
        owner_id=owner_id, subject=report.subject, thing=report.thing, state=CorrectionState.OPEN.value
    ).first()
    ticket = ticket or Correction(owner_id=owner_id, opened_at=at, opened_by=journal.name_of(by))
    for name, value in vars(report).items():
        setattr(ticket, name, value)
    ticket.save()
    if report.paper_id is not None:
        HeldPaper.objects.filter(pk=report.paper_id, state=PaperState.VALID.value).update(
            state=PaperState.UNDER_CORRECTION.value
        )
    data = {"paper": report.paper_id, "fact": report.fact, "thing": report.thing}
    journal.write("correction.opened", about=ticket, by=by, at=at, data=data)
    return ticket


def note_correction_look(ticket: Correction, *, by: Actor, at: datetime) -> None:
    """Note that an official opened a report, in the unit's chain of the day."""
    chain = f"{by.unit}:{local(at).date().isoformat()}"
    journal.write_read("correction.looked_at", about=ticket, chain=chain, by=by, at=at)


@command
def answer_correction(
    *, correction_id: UUID, corrected: bool, answer: str, by: Actor, at: datetime, key: str = ""
) -> Correction | Refusal:
    """Answer a ticket: the data was wrong and is mended at its source, or it is right and stays.

    A paper that proved wrong is revoked; one that is right is valid again.
    """
    ticket = Correction.objects.select_for_update(of=("self",)).get(pk=correction_id)
    if ticket.state != CorrectionState.OPEN:
        return Refusal(Why.CORRECTION_ANSWERED)
    if not answer.strip():
        return Refusal(Why.NO_ANSWER)
    after = CorrectionState.CORRECTED if corrected else CorrectionState.KEPT
    ticket.state, ticket.answer = after.value, answer
    ticket.answered_at, ticket.answered_by = at, by.person
    ticket.save(update_fields=["state", "answer", "answered_at", "answered_by"])
    if ticket.paper_id is not None:
        stands = PaperState.REVOKED if corrected else PaperState.VALID
        HeldPaper.objects.filter(pk=ticket.paper_id, state=PaperState.UNDER_CORRECTION.value).update(
            state=stands.value
        )
    journal.write("correction.answered", about=ticket, by=by, at=at, data={"state": after.value})
    return ticket
