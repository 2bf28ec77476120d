"""How a dossier leaves the counter: refused, or sent on to the agency that decides."""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands import slips, steps
from motcua.casework.dossiers.commands.held import hold, save
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import Move, Outcome, RefusalReason, SlipForm, Transfer, Why


@command
def refuse_intake(
    *,
    dossier_id: UUID,
    reason: RefusalReason,
    words: str,
    legal_basis: str = "",
    right_authority: str = "",
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Refuse to take a dossier in, with reason and M03; a wrong authority must name the right one."""
    held = hold(dossier_id, Move.REFUSE_INTAKE, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    if not words.strip():
        return Refusal(Why.NO_REASON)
    if reason is RefusalReason.WRONG_AUTHORITY and not right_authority.strip():
        return Refusal(Why.RIGHT_AUTHORITY_NEEDED)
    dossier = held.dossier
    facts = {
        "reason_code": reason.value,
        "reason": words,
        "legal_basis": legal_basis,
        "right_authority": right_authority,
    }
    lacking = slips.lacking(dossier, SlipForm.M03, facts, at=at)
    if lacking is not None:
        return lacking
    slip = slips.issue(dossier, SlipForm.M03, facts, by=by, at=at)
    dossier.outcome, dossier.ended_at = Outcome.REJECTED.value, at
    save(held, "outcome", "ended_at")
    journal.write(
        "dossier.intake_refused", about=dossier, by=by, at=at, data={"reason": reason.value, "slip": slip.pk}
    )
    return dossier


@command
def forward(
    *,
    dossier_id: UUID,
    to: UUID | None = None,
    note: str = "",
    choice: str = "",
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Send an accepted dossier on to the agency that decides."""
    held = hold(dossier_id, Move.FORWARD, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    step = steps.go_on(held, Move.FORWARD, to=to, note=note, choice=choice, by=by, at=at)
    if isinstance(step, Refusal):
        return step
    if held.dossier.transfer != Transfer.NONE:
        held.dossier.transfer = Transfer.IN_PROCESS.value
    save(held, "transfer", *steps.PLACE)
    journal.write(
        "dossier.forwarded",
        about=held.dossier,
        by=by,
        at=at,
        data={"step": held.dossier.step, "unit": held.dossier.handling_unit_id, "to": to},
    )
    return held.dossier
