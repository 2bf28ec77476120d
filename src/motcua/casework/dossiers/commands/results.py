"""The result: drafted, approved, numbered and issued, handed over."""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor, Kind
from motcua.base.clock import local
from motcua.base.clock.segments import MarkKind
from motcua.base.files.models import StoredFile
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import rules
from motcua.casework.dossiers.commands import serials, steps, ticking
from motcua.casework.dossiers.commands.held import hold, save
from motcua.casework.dossiers.commands.process import moved
from motcua.casework.dossiers.models import Dossier, Result, ResultReturn
from motcua.casework.dossiers.words import Delivery, Move, Outcome, ResultDelivery, ResultState, Transfer, Why
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.org.models import Agency
from motcua.reference.org.words import AgencyKind, Role


@command
def draft_result(
    *,
    dossier_id: UUID,
    outcome: Outcome,
    result_type_id: UUID | None = None,
    title: str,
    content: str = "",
    reason: str = "",
    legal_ground: str = "",
    attachment: StoredFile | None = None,
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Draft what the agency will decide; a refusal on the merits has its reason and legal ground."""
    held = hold(dossier_id, Move.DRAFT_RESULT, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    if outcome is Outcome.REFUSED and not (reason.strip() and legal_ground.strip()):
        return Refusal(Why.NO_LEGAL_GROUND)
    assert by.person is not None, "a result is drafted by an official"
    known = {one.pk for one in catalogue.parts_of(held.dossier.version_id).results}
    if outcome is Outcome.GRANTED and known and result_type_id not in known:
        return Refusal(Why.RESULT_TYPE_UNKNOWN)
    result = held.result or Result(dossier=held.dossier)
    result.state, result.outcome = ResultState.DRAFTED.value, outcome.value
    result.result_type_id = result_type_id if outcome is Outcome.GRANTED else None
    result.title, result.content, result.attachment = title, content, attachment
    result.reason, result.legal_ground = reason, legal_ground
    result.drafted_at, result.drafted_by_id = at, by.person
    result.save(force_insert=held.result is None)
    save(held, *steps.touch(held, by=by, at=at))
    journal.write("dossier.result_drafted", about=held.dossier, by=by, at=at, data={"outcome": outcome.value})
    return held.dossier


@command
def approve_result(
    *, dossier_id: UUID, note: str = "", by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Approve the draft and send it on to be numbered and sealed."""
    held = hold(dossier_id, Move.APPROVE_RESULT, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    result = held.result
    assert result is not None, "the rules let nobody approve what is not drafted"
    result.state, result.approved_at, result.approved_by_id = ResultState.APPROVED.value, at, by.person
    result.save(update_fields=["state", "approved_at", "approved_by"])
    step = steps.go_on(held, Move.APPROVE_RESULT, to=None, note=note, by=by, at=at)
    return step if isinstance(step, Refusal) else moved(held, "dossier.result_approved", step, by=by, at=at)


@command
def issue_result(
    *, dossier_id: UUID, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Number and issue the approved result, granted or refused: processing ends and the clock stops."""
    held = hold(dossier_id, Move.ISSUE_RESULT, by=by, at=at, seen=seen, also=("competent_agency",))
    if isinstance(held, Refusal):
        return held
    dossier, result = held.dossier, held.result
    assert result is not None, "the rules let nobody issue what is not approved"
    move = Move.REFUSE_ON_MERITS if result.outcome == Outcome.REFUSED else Move.ISSUE_RESULT
    after = rules.decide(held.facts, move, by)
    if isinstance(after, Refusal):
        return after
    held.after = after
    put_number(result, dossier.competent_agency, by=by, at=at)
    ticking.mark(dossier, MarkKind.STOP, at=at, reason="result issued")
    steps.end_stay(held, move, by=by, at=at)
    dossier.outcome, dossier.resolved_at = result.outcome, at
    dossier.delivery = Delivery.READY.value
    dossier.handling_unit_id, dossier.handling_role = dossier.receiving_unit_id, Role.RECEPTION_OFFICER.value
    dossier.holder_id, dossier.step_since = None, at
    if dossier.transfer != Transfer.NONE:
        dossier.transfer = Transfer.RESULT_RETURNED.value
    save(held, "outcome", "resolved_at", "delivery", "transfer", *steps.PLACE, *ticking.PROJECTED)
    journal.write(
        "dossier.result_issued",
        about=dossier,
        by=by,
        at=at,
        data={"outcome": result.outcome, "number": result.number, "result": result.pk},
    )
    return dossier


@command
def hand_over_result(
    *,
    dossier_id: UUID,
    recipient: str,
    relation: str,
    identity_checked: str = "",
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Hand the result over and record to whom; an electronic result is delivered to its owner's store."""
    held = hold(dossier_id, Move.HAND_OVER_RESULT, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    if not recipient.strip() or not relation.strip():
        return Refusal(Why.NO_RECIPIENT)
    dossier = held.dossier
    electronic = by.kind is Kind.SYSTEM
    handed = next(one for one in reversed(held.results) if one.state == ResultState.ISSUED)
    ResultReturn.objects.create(
        dossier=dossier,
        result=handed,
        method=(ResultDelivery.ELECTRONIC if electronic else ResultDelivery.ONE_STOP).value,
        recipient=recipient,
        relation=relation,
        identity_checked=identity_checked,
        at=at,
        by_id=by.person,
    )
    # The first return counts; what replaces a result later does not make it a later one.
    dossier.returned_at, dossier.ended_at = dossier.returned_at or at, dossier.ended_at or at
    dossier.delivery = Delivery.HANDED_OVER.value
    save(held, "returned_at", "ended_at", "delivery")
    journal.write(
        "dossier.result_handed_over",
        about=dossier,
        by=by,
        at=at,
        data={"relation": journal.commitment(relation), "recipient": journal.commitment(recipient)},
    )
    return dossier


def put_number(result: Result, agency: Agency, *, by: Actor, at: datetime) -> None:
    """Give an approved result the next number of its agency and year: from now on it is issued."""
    number = serials.draw(f"result:{agency.pk}:{local(at).year}")
    result.state, result.number = ResultState.ISSUED.value, f"{number}/KQ-{_symbol(agency)}"
    result.issued_at, result.issued_by_id = at, by.person
    result.save(update_fields=["state", "number", "issued_at", "issued_by"])


def _symbol(agency: Agency) -> str:
    """Give the letters of an agency in the number of its papers: UBND, STP."""
    if agency.kind == AgencyKind.PEOPLES_COMMITTEE:
        return "UBND"
    return "".join(word[0] for word in agency.name.split()).upper()
