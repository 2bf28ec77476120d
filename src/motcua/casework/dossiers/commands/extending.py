"""An apology with a later date: proposed, declined, or made by the leader (NĐ 61/2018/NĐ-CP, Điều 19)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import ZONE, local
from motcua.base.clock.segments import MarkKind
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands import slips, steps, ticking
from motcua.casework.dossiers.commands.held import Held, hold, save
from motcua.casework.dossiers.models import Dossier, Extension
from motcua.casework.dossiers.words import ExtensionState, LatenessReason, Move, SlipForm, Why
from motcua.reference.org import queries as org


@dataclass(frozen=True)
class Delay:
    """Why a dossier will be late, who answers for it, and the day promised instead."""

    reason: LatenessReason
    words: str
    responsible: str
    until: date


@command
def propose_extension(
    *, dossier_id: UUID, delay: Delay, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Propose to apologise and to promise a later day; the leader decides."""
    held = hold(dossier_id, Move.PROPOSE_EXTENSION, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    made = _new(held, delay, by=by, at=at)
    if isinstance(made, Refusal):
        return made
    made.save(force_insert=True)
    save(held, *steps.touch(held, by=by, at=at))
    _note(held, "dossier.extension_proposed", made, by=by, at=at)
    return held.dossier


@command
def decline_extension(
    *, dossier_id: UUID, note: str, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Decline a proposed extension, with a word to whoever proposed it; the promised day stays."""
    held = hold(dossier_id, Move.DECLINE_EXTENSION, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    if not note.strip():
        return Refusal(Why.NO_REASON)
    made = held.extensions[-1]
    made.note = note
    _decide(made, ExtensionState.DECLINED, by=by, at=at)
    save(held)
    _note(held, "dossier.extension_declined", made, by=by, at=at)
    return held.dossier


@command
def apologise_and_extend(
    *, dossier_id: UUID, delay: Delay, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Apologise for a delay and promise a later day, once and in time; M04 is issued, both days stay.

    The day first promised is kept for reports; the clock gets a mark from which the new day is derived.
    """
    held = hold(dossier_id, Move.APOLOGISE_AND_EXTEND, by=by, at=at, seen=seen, also=("competent_agency",))
    if isinstance(held, Refusal):
        return held
    dossier = held.dossier
    fresh = _new(held, delay, by=by, at=at)
    if isinstance(fresh, Refusal):
        return fresh
    made = _onto_proposal(held, fresh)
    _decide(made, ExtensionState.GRANTED, by=by, at=at)
    ticking.mark(dossier, MarkKind.EXTEND, at=at, reason=made.reason, until=made.new_due_at)
    letter = _letter(dossier, made)
    lacking = slips.lacking(dossier, SlipForm.M04, letter, at=at)
    if lacking is not None:
        return lacking
    slip = slips.issue(dossier, SlipForm.M04, letter, unit_id=by.unit, by=by, at=at)
    save(held, *ticking.PROJECTED)
    _note(held, "dossier.extended", made, by=by, at=at, slip=slip.pk)
    return dossier


def _new(held: Held, delay: Delay, *, by: Actor, at: datetime) -> Extension | Refusal:
    """Describe an extension; its day must be worked and later than the one promised."""
    due_at, calendar = held.dossier.due_at, held.calendar
    assert due_at is not None and by.person is not None, "the rules extend only what has a date"
    if not delay.words.strip() or not delay.responsible.strip():
        return Refusal(Why.NO_REASON)
    promised = local(due_at).date()
    if delay.until <= promised:
        return Refusal(Why.NEW_DUE_NOT_LATER, {"due": promised.strftime("%d/%m/%Y")})
    if not calendar.is_working(delay.until):
        return Refusal(Why.NEW_DUE_NOT_WORKED, {"day": delay.until.strftime("%d/%m/%Y")})
    # A limit in hours ends with the working time of its last day, one in days with the day itself.
    closes = calendar.shifts_on(delay.until)[-1].closes if held.dossier.due_by_instant else time.max
    return Extension(
        dossier=held.dossier,
        number=len(held.extensions) + 1,
        state=ExtensionState.PROPOSED.value,
        reason=delay.reason.value,
        words=delay.words,
        responsible=delay.responsible,
        old_due_at=due_at,
        new_due_at=datetime.combine(delay.until, closes, ZONE),
        proposed_at=at,
        proposed_by_id=by.person,
    )


def _onto_proposal(held: Held, fresh: Extension) -> Extension:
    """Write what the leader decided onto the open proposal; without one it is the leader's own."""
    last = held.extensions[-1] if held.extensions else None
    if last is None or last.state != ExtensionState.PROPOSED:
        return fresh
    last.reason, last.words, last.responsible = fresh.reason, fresh.words, fresh.responsible
    last.old_due_at, last.new_due_at = fresh.old_due_at, fresh.new_due_at
    return last


def _decide(made: Extension, state: ExtensionState, *, by: Actor, at: datetime) -> None:
    made.state, made.decided_at, made.decided_by_id = state.value, at, by.person
    made.save()


def _letter(dossier: Dossier, made: Extension) -> dict[str, object]:
    """Give what M04 says, as JSON values."""
    assert dossier.accepted_at is not None and made.decided_by_id is not None, "decided just above"
    assert made.decided_at is not None, "decided just above"
    return {
        "accepted_at": dossier.accepted_at.isoformat(),
        "old_due": local(made.old_due_at).isoformat(),
        "new_due": local(made.new_due_at).isoformat(),
        "due_by_instant": dossier.due_by_instant,
        "reason_code": made.reason,
        "reason": made.words,
        "responsible": made.responsible,
        "signer_title": org.title_of(made.decided_by_id, local(made.decided_at).date()),
        "applicant": dossier.applicant,
    }


def _note(held: Held, verb: str, made: Extension, *, by: Actor, at: datetime, **more: UUID) -> None:
    data = {
        "number": made.number,
        "reason": made.reason,
        "old_due": made.old_due_at,
        "due": made.new_due_at,
        "unit": held.dossier.receiving_unit_id,
        **more,
    }
    journal.write(verb, about=held.dossier, by=by, at=at, data=data)
