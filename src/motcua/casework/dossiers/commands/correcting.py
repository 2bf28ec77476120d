"""An error of the authority: a new result replaces the old one, free and with an apology; none is edited."""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.files.models import StoredFile
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands.held import Held, hold, save
from motcua.casework.dossiers.commands.results import put_number
from motcua.casework.dossiers.models import Dossier, Result
from motcua.casework.dossiers.words import Delivery, Move, Outcome, ResultState, Why


@command
def draft_correction(
    *,
    dossier_id: UUID,
    error: str,
    title: str,
    content: str = "",
    attachment: StoredFile | None = None,
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Draft the result that replaces one with an error, and say what was wrong.

    Kind, outcome and grounds are those of the one replaced: an error is mended, nothing is decided anew.
    """
    held = hold(dossier_id, Move.DRAFT_CORRECTION, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    if not error.strip() or not title.strip():
        return Refusal(Why.NO_ERROR_SAID)
    assert by.person is not None, "a result is drafted by an official"
    made = _open(held) or _replacing(held)
    made.state, made.error, made.title = ResultState.DRAFTED.value, error, title
    made.content, made.attachment = content, attachment
    made.drafted_at, made.drafted_by_id = at, by.person
    made.save()
    save(held)
    _note(held, "dossier.correction_drafted", made, by=by, at=at)
    return held.dossier


@command
def approve_correction(
    *, dossier_id: UUID, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Approve and sign the draft; it goes on to be numbered."""
    held = hold(dossier_id, Move.APPROVE_CORRECTION, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    made = _open(held)
    assert made is not None, "the rules let nobody approve what is not drafted"
    made.state, made.approved_at, made.approved_by_id = ResultState.APPROVED.value, at, by.person
    made.save(update_fields=["state", "approved_at", "approved_by"])
    save(held)
    _note(held, "dossier.correction_approved", made, by=by, at=at)
    return held.dossier


@command
def issue_correction(
    *, dossier_id: UUID, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Number and issue the new result: it waits to be handed over, and the old one counts as replaced.

    The end of processing stays where it was; a correction is free.
    """
    held = hold(dossier_id, Move.ISSUE_CORRECTION, by=by, at=at, seen=seen, also=("competent_agency",))
    if isinstance(held, Refusal):
        return held
    made, dossier = _open(held), held.dossier
    assert made is not None and made.replaces_id is not None, (
        "the rules let nobody issue what is not approved"
    )
    put_number(made, dossier.competent_agency, by=by, at=at)
    dossier.delivery = Delivery.READY.value
    save(held, "delivery")
    _note(held, "dossier.result_corrected", made, by=by, at=at)
    return dossier


def _open(held: Held) -> Result | None:
    """Give the correction that is not issued yet."""
    last = held.correction
    return last if last and last.state != ResultState.ISSUED else None


def _replacing(held: Held) -> Result:
    """Begin a result that replaces the last one issued."""
    old = held.results[-1]
    return Result(
        dossier=held.dossier,
        seq=old.seq + 1,
        replaces=old,
        outcome=Outcome(old.outcome).value,
        result_type_id=old.result_type_id,
        reason=old.reason,
        legal_ground=old.legal_ground,
    )


def _note(held: Held, verb: str, made: Result, *, by: Actor, at: datetime) -> None:
    assert made.replaces is not None, "a correction replaces something"
    data = {"result": made.pk, "number": made.number, "replaces": made.replaces.number}
    journal.write(verb, about=held.dossier, by=by, at=at, data=data)
