"""How papers are asked for: once and in full at intake, or proposed, approved and sent later."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.clock.segments import MarkKind
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands import reusing, slips, steps, ticking
from motcua.casework.dossiers.commands.held import Held, hold, save
from motcua.casework.dossiers.commands.supplements.rounds import note_round, round_of
from motcua.casework.dossiers.models import Dossier, SupplementItem, SupplementRound
from motcua.casework.dossiers.queries.asking import answer_until
from motcua.casework.dossiers.words import Asked, Move, PauseReason, RoundState, SlipForm, Stage, Why


@command
def request_supplement_at_intake(
    *,
    dossier_id: UUID,
    items: Sequence[Asked],
    reason: str,
    legal_basis: str = "",
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Ask at intake, once and in full; no clock has started yet. M02 is issued."""
    held = hold(dossier_id, Move.REQUEST_SUPPLEMENT_AT_INTAKE, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    asked = _open_round(held, Stage.INTAKE, items, reason, legal_basis, by=by, at=at)
    if isinstance(asked, Refusal):
        return asked
    lacking = _send(held, asked, by=by, at=at)
    if lacking is not None:
        return lacking
    save(held)
    note_round(held, "dossier.supplement_requested", asked, by=by, at=at)
    return held.dossier


@command
def propose_supplement(
    *,
    dossier_id: UUID,
    items: Sequence[Asked],
    reason: str,
    legal_basis: str,
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Propose a supplement after appraisal, within the limit of law; the leader approves it."""
    held = hold(dossier_id, Move.PROPOSE_SUPPLEMENT, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    if not legal_basis.strip():
        return Refusal(Why.NO_LEGAL_GROUND)
    asked = _open_round(held, Stage.APPRAISAL, items, reason, legal_basis, by=by, at=at)
    if isinstance(asked, Refusal):
        return asked
    save(held, *steps.touch(held, by=by, at=at))
    note_round(held, "dossier.supplement_proposed", asked, by=by, at=at)
    return held.dossier


@command
def approve_supplement(
    *, dossier_id: UUID, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Approve a proposed supplement; the counter can now send it."""
    held = hold(dossier_id, Move.APPROVE_SUPPLEMENT, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    asked = round_of(held)
    asked.state, asked.approved_at, asked.approved_by_id = RoundState.APPROVED.value, at, by.person
    asked.save(update_fields=["state", "approved_at", "approved_by"])
    save(held)
    note_round(held, "dossier.supplement_approved", asked, by=by, at=at)
    return held.dossier


@command
def decline_supplement(
    *, dossier_id: UUID, note: str, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Decline a proposed supplement, with a word to the officer."""
    held = hold(dossier_id, Move.DECLINE_SUPPLEMENT, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    if not note.strip():
        return Refusal(Why.NO_REASON)
    asked = round_of(held)
    asked.state, asked.note, asked.completed_at = RoundState.DECLINED.value, note, at
    asked.save(update_fields=["state", "note", "completed_at"])
    save(held)
    note_round(held, "dossier.supplement_declined", asked, by=by, at=at)
    return held.dossier


@command
def request_supplement(
    *, dossier_id: UUID, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Send an approved supplement request to the applicant: the clock pauses, M02 is issued."""
    held = hold(dossier_id, Move.REQUEST_SUPPLEMENT, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    asked = round_of(held)
    asked.old_due_at = held.dossier.due_at
    lacking = _send(held, asked, by=by, at=at)
    if lacking is not None:
        return lacking
    reason = PauseReason.SUPPLEMENT.value
    ticking.mark(held.dossier, MarkKind.PAUSE, at=at, reason=reason, legal_basis=asked.legal_basis)
    save(held, *ticking.PROJECTED)
    note_round(held, "dossier.supplement_requested", asked, by=by, at=at)
    return held.dossier


def _open_round(
    held: Held,
    stage: Stage,
    items: Sequence[Asked],
    reason: str,
    legal_basis: str,
    *,
    by: Actor,
    at: datetime,
) -> SupplementRound | Refusal:
    if not items or not all(item.name.strip() for item in items):
        return Refusal(Why.NO_ITEMS)
    if not reason.strip():
        return Refusal(Why.NO_REASON)
    demanded = reusing.held_by_state(held.dossier, held.papers, items, local(at).date())
    if demanded:
        return Refusal(Why.HELD_BY_STATE, {"papers": "; ".join(demanded)})
    assert by.person is not None, "a supplement is asked for by an official"
    asked = SupplementRound.objects.create(
        dossier=held.dossier,
        number=(held.round.number if held.round else 0) + 1,
        stage=stage.value,
        state=RoundState.PROPOSED.value,
        reason=reason,
        legal_basis=legal_basis,
        proposed_at=at,
        proposed_by_id=by.person,
    )
    SupplementItem.objects.bulk_create(
        SupplementItem(
            round=asked, order=order, name=item.name, reason=item.reason, requirement_id=item.requirement_id
        )
        for order, item in enumerate(items, 1)
    )
    return asked


def _send(held: Held, asked: SupplementRound, *, by: Actor, at: datetime) -> Refusal | None:
    """Issue M02 and send the request with it; say what M02 lacks."""
    until = answer_until(held.dossier, at)
    facts = {
        "round": asked.number,
        "stage": asked.stage,
        "until": until.isoformat() if until else None,
        "reason": asked.reason,
        "legal_basis": asked.legal_basis,
        "items": [[item.name, item.reason] for item in asked.items.order_by("order")],
        "applicant": held.dossier.applicant,
    }
    lacking = slips.lacking(held.dossier, SlipForm.M02, facts, at=at)
    if lacking is not None:
        return lacking
    slips.issue(held.dossier, SlipForm.M02, facts, by=by, at=at)
    asked.state, asked.sent_at, asked.sent_by_id = RoundState.SENT.value, at, by.person
    asked.save(update_fields=["state", "sent_at", "sent_by", "old_due_at"])
    return None
