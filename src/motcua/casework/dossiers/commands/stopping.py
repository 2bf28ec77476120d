"""A dossier is stopped by the leader, or closed because papers never came; never by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.clock.segments import MarkKind
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands import slips, steps, ticking
from motcua.casework.dossiers.commands.held import Held, hold, save
from motcua.casework.dossiers.models import Dossier, StopNotice
from motcua.casework.dossiers.words import (
    Finance,
    Move,
    Outcome,
    RefusalReason,
    Settlement,
    SlipForm,
    Stage,
    StopGround,
    Why,
)
from motcua.reference.org import queries as org

# What can be said about the money, by how it stands; a partner that did not answer leaves both ways open.
SETTLEMENTS = {
    Finance.DUE: (Settlement.CANCELLED,),
    Finance.WAITING: (Settlement.CANCELLED, Settlement.REFUNDED, Settlement.KEPT),
    Finance.PAID: (Settlement.REFUNDED, Settlement.KEPT),
}
STOPPED = ("outcome", "ended_at", "handling_role", "holder", *ticking.PROJECTED)


@dataclass(frozen=True)
class Stop:
    """Why a dossier ends without a result, who asked for that, and what becomes of money and papers."""

    ground: StopGround
    words: str
    legal_basis: str
    requested_by: str
    requested_on: date
    settlement: Settlement = Settlement.NOTHING_DUE
    settlement_words: str = ""
    returned_documents: Sequence[str] = ()


@command
def stop(
    *, dossier_id: UUID, said: Stop, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Stop a dossier on request or on a legal ground: the clock stops for good, M05 is issued."""
    held = hold(dossier_id, Move.STOP, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    if said.ground is StopGround.NOT_SUPPLEMENTED:
        return Refusal(Why.CLOSED_BY_ITS_OWN_MOVE)
    return _stop(held, Move.STOP, said, by=by, at=at)


@command
def close_not_supplemented(
    *, dossier_id: UUID, said: Stop, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Close a dossier whose papers never came within the period of a sector rule: M03 at intake, else M05."""
    held = hold(dossier_id, Move.CLOSE_NOT_SUPPLEMENTED, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    if held.facts.round_stage is Stage.INTAKE:
        return _refuse(held, said, by=by, at=at)
    return _stop(held, Move.CLOSE_NOT_SUPPLEMENTED, said, by=by, at=at)


def _stop(held: Held, move: Move, said: Stop, *, by: Actor, at: datetime) -> Dossier | Refusal:
    refusal = _incomplete(said) or _unsettled(held, said)
    if refusal is not None:
        return refusal
    dossier = held.dossier
    assert by.person is not None, "an official stops a dossier"
    stage = held.run.name if held.run else ""
    facts = _notice(said, stage, dossier, by=by, at=at)
    lacking = slips.lacking(dossier, SlipForm.M05, facts, at=at)
    if lacking is not None:
        return lacking
    slip = slips.issue(dossier, SlipForm.M05, facts, unit_id=by.unit, by=by, at=at)
    StopNotice.objects.create(
        dossier=dossier,
        ground=said.ground.value,
        words=said.words,
        legal_basis=said.legal_basis,
        requested_by=said.requested_by,
        requested_on=said.requested_on,
        state_before=dossier.state,
        stage=stage,
        settlement=said.settlement.value,
        settlement_words=said.settlement_words,
        returned_documents=list(said.returned_documents),
        decided_at=at,
        decided_by_id=by.person,
        slip=slip,
    )
    ticking.mark(dossier, MarkKind.STOP, at=at, reason="stopped", legal_basis=said.legal_basis)
    steps.end_stay(held, move, by=by, at=at)
    dossier.outcome, dossier.ended_at = Outcome.STOPPED.value, at
    dossier.handling_role, dossier.holder_id = "", None
    save(held, *STOPPED)
    data = {
        "ground": said.ground.value,
        "settlement": said.settlement.value,
        "slip": slip.pk,
        "unit": dossier.receiving_unit_id,
    }
    journal.write("dossier.stopped", about=dossier, by=by, at=at, data=data)
    return dossier


def _refuse(held: Held, said: Stop, *, by: Actor, at: datetime) -> Dossier | Refusal:
    """Turn a dossier away that never became complete; it has no clock yet."""
    refusal = _incomplete(said)
    if refusal is not None:
        return refusal
    dossier = held.dossier
    facts = {
        "reason_code": RefusalReason.INCOMPLETE.value,
        "reason": said.words,
        "legal_basis": said.legal_basis,
        "right_authority": "",
        "signer_title": _title(by, at),
    }
    lacking = slips.lacking(dossier, SlipForm.M03, facts, at=at)
    if lacking is not None:
        return lacking
    slip = slips.issue(dossier, SlipForm.M03, facts, by=by, at=at)
    dossier.outcome, dossier.ended_at = Outcome.REJECTED.value, at
    save(held, "outcome", "ended_at")
    data = {"reason": RefusalReason.INCOMPLETE.value, "slip": slip.pk, "move": Move.CLOSE_NOT_SUPPLEMENTED}
    journal.write("dossier.intake_refused", about=dossier, by=by, at=at, data=data)
    return dossier


def _incomplete(said: Stop) -> Refusal | None:
    if not said.words.strip() or not said.requested_by.strip():
        return Refusal(Why.NO_REASON)
    return None if said.legal_basis.strip() else Refusal(Why.NO_LEGAL_GROUND)


def _unsettled(held: Held, said: Stop) -> Refusal | None:
    fitting = SETTLEMENTS.get(held.facts.finance, (Settlement.NOTHING_DUE,))
    return None if said.settlement in fitting else Refusal(Why.SETTLEMENT_NEEDED)


def _notice(said: Stop, stage: str, dossier: Dossier, *, by: Actor, at: datetime) -> dict[str, Any]:
    """Give what M05 says, as JSON values."""
    return {
        "ground": said.ground.value,
        "reason": said.words,
        "legal_basis": said.legal_basis,
        "requested_by": said.requested_by,
        "requested_on": said.requested_on.isoformat(),
        "stage": stage,
        "decided_on": local(at).date().isoformat(),
        "settlement": said.settlement.value,
        "settlement_words": said.settlement_words,
        "returned_documents": list(said.returned_documents),
        "signer_title": _title(by, at),
        "applicant": dossier.applicant,
    }


def _title(by: Actor, at: datetime) -> str:
    assert by.person is not None, "an official signs"
    return org.title_of(by.person, local(at).date())
