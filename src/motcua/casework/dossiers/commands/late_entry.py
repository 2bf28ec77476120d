"""After an outage: it is put on record, and what was taken in by hand is entered with its real moment."""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean, clean_lines
from motcua.casework.dossiers.commands.intake.taking_in import HandedIn, Late, take_in
from motcua.casework.dossiers.models import Dossier, Outage
from motcua.casework.dossiers.rules import late_entry as rules


@command
def open_outage(
    *,
    counter_id: UUID,
    began_at: datetime,
    ended_at: datetime,
    enter_until: datetime,
    reason: str,
    legal_basis: str,
    by: Actor,
    at: datetime,
    key: str = "",
) -> Outage | Refusal:
    """Put an outage of a counter on record: from then on what was taken in during it can be entered."""
    span = rules.Span(counter_id, began_at, ended_at, enter_until)
    refusal = rules.may_open(span, reason=reason, legal_basis=legal_basis, by=by, at=at)
    if refusal is not None:
        return refusal
    assert by.person is not None, "an outage is put on record by an official"
    outage = Outage.objects.create(
        counter_id=counter_id,
        began_at=began_at,
        ended_at=ended_at,
        enter_until=enter_until,
        reason=clean_lines(reason),
        legal_basis=clean(legal_basis),
        approved_by_id=by.person,
        approved_at=at,
    )
    told = {"counter": counter_id, "began": began_at, "ended": ended_at, "until": enter_until}
    journal.write("outage.opened", about=outage, by=by, at=at, data=told)
    return outage


@command
def enter_late(
    *,
    outage_id: UUID,
    taken_in_at: datetime,
    handed: HandedIn,
    by: Actor,
    at: datetime,
    key: str = "",
) -> Dossier | Refusal:
    """Enter a dossier that was taken in by hand during an outage, as of the moment when it was taken in.

    Code, clock and receipt go by that moment; its rows in the journal are marked, and say when they were
    recorded.
    """
    outage = Outage.objects.get(pk=outage_id)
    span = rules.Span(outage.counter_id, outage.began_at, outage.ended_at, outage.enter_until)
    refusal = rules.may_enter(span, taken_in_at=taken_in_at, by=by, at=at)
    if refusal is not None:
        return refusal
    with journal.marked(journal.Mark.LATE_ENTRY):
        dossier = take_in(handed, late=Late(outage, at), by=by, at=taken_in_at)
    if isinstance(dossier, Refusal):
        return dossier
    data = {"outage": outage.pk, "taken_in": taken_in_at}
    journal.write("dossier.entered_late", about=dossier, by=by, at=at, data=data)
    return dossier
