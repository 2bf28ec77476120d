"""Supplements: asked once and in full, answered by the applicant, ticked at the counter."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.clock.segments import MarkKind
from motcua.base.files.models import StoredFile
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import rules
from motcua.casework.dossiers.commands import reusing, slips, steps, ticking
from motcua.casework.dossiers.commands.held import Held, acting, hold, save
from motcua.casework.dossiers.commands.intake import ACCEPTED, receipt_facts, take_over
from motcua.casework.dossiers.models import AnswerFile, Dossier, Paper, SupplementItem, SupplementRound
from motcua.casework.dossiers.queries.asking import answer_until
from motcua.casework.dossiers.words import (
    Asked,
    Move,
    PaperForm,
    PaperSource,
    PauseReason,
    RoundState,
    SlipForm,
    Stage,
    Verdict,
    Why,
)
from motcua.reference.catalogue.words import SupplementClock


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
    _note(held, "dossier.supplement_requested", asked, by=by, at=at)
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
    _note(held, "dossier.supplement_proposed", asked, by=by, at=at)
    return held.dossier


@command
def approve_supplement(
    *, dossier_id: UUID, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Approve a proposed supplement; the counter can now send it."""
    held = hold(dossier_id, Move.APPROVE_SUPPLEMENT, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    asked = _round(held)
    asked.state, asked.approved_at, asked.approved_by_id = RoundState.APPROVED.value, at, by.person
    asked.save(update_fields=["state", "approved_at", "approved_by"])
    save(held)
    _note(held, "dossier.supplement_approved", asked, by=by, at=at)
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
    asked = _round(held)
    asked.state, asked.note, asked.completed_at = RoundState.DECLINED.value, note, at
    asked.save(update_fields=["state", "note", "completed_at"])
    save(held)
    _note(held, "dossier.supplement_declined", asked, by=by, at=at)
    return held.dossier


@command
def request_supplement(
    *, dossier_id: UUID, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Send an approved supplement request to the applicant: the clock pauses, M02 is issued."""
    held = hold(dossier_id, Move.REQUEST_SUPPLEMENT, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    asked = _round(held)
    asked.old_due_at = held.dossier.due_at
    lacking = _send(held, asked, by=by, at=at)
    if lacking is not None:
        return lacking
    reason = PauseReason.SUPPLEMENT.value
    ticking.mark(held.dossier, MarkKind.PAUSE, at=at, reason=reason, legal_basis=asked.legal_basis)
    save(held, *ticking.PROJECTED)
    _note(held, "dossier.supplement_requested", asked, by=by, at=at)
    return held.dossier


@command
def answer_supplement(
    *, dossier_id: UUID, files: Mapping[UUID, Sequence[StoredFile]], by: Actor, at: datetime, key: str = ""
) -> Dossier | Refusal:
    """Take the applicant's files for the papers asked for (item id → files); the counter then checks them."""
    held = hold(dossier_id, Move.ANSWER_SUPPLEMENT, by=by, at=at)
    if isinstance(held, Refusal):
        return held
    if not files:
        return Refusal(Why.NO_ITEMS)
    asked = _round(held)
    for item in asked.items.filter(pk__in=list(files)):
        _supersede(held, item)
        for file in files[item.pk]:
            _put(held, item, file=file, source=PaperSource.UPLOAD, form=PaperForm.ELECTRONIC, at=at)
    AnswerFile.objects.filter(item__round=asked, item__in=list(files)).delete()
    asked.state, asked.answered_at = RoundState.ANSWERED.value, at
    asked.save(update_fields=["state", "answered_at"])
    save(held)
    _note(held, "dossier.supplement_answered", asked, by=acting(by, held.dossier), at=at)
    return held.dossier


@command
def supplement_received_complete(
    *,
    dossier_id: UUID,
    ticked: Iterable[UUID],
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Tick every paper asked for: intake goes on to acceptance, appraisal goes on with its clock. M01 anew.

    The clock restarts in full or goes on, as the procedure version says (NĐ 61/2018, Điều 19).
    """
    held = _hold_ticked(dossier_id, Move.SUPPLEMENT_COMPLETE, ticked, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    asked, dossier = _round(held), held.dossier
    if asked.stage == Stage.INTAKE:
        refusal = rules.complete_for_acceptance(held.facts) or take_over(held, by=by, at=at)
        if refusal is not None:
            return refusal
    else:
        restart = dossier.version.supplement_clock == SupplementClock.RESTART
        kind = MarkKind.RESTART if restart else MarkKind.RESUME
        ticking.mark(dossier, kind, at=at, reason="supplement complete", legal_basis=asked.legal_basis)
        facts = receipt_facts(held)
        lacking = slips.lacking(dossier, SlipForm.M01, facts, at=at)
        if lacking is not None:
            return lacking
        slips.issue(dossier, SlipForm.M01, facts, by=by, at=at)
    asked.state, asked.completed_at, asked.new_due_at = RoundState.COMPLETE.value, at, dossier.due_at
    asked.save(update_fields=["state", "completed_at", "new_due_at"])
    save(held, *ACCEPTED)
    _note(held, "dossier.supplement_completed", asked, by=by, at=at)
    if asked.stage == Stage.INTAKE:
        data = {"code": dossier.code, "due": dossier.due_at, "unit": dossier.receiving_unit_id}
        journal.write("dossier.accepted", about=dossier, by=by, at=at, data=data)
    return dossier


@command
def supplement_received_partial(
    *,
    dossier_id: UUID,
    ticked: Iterable[UUID],
    note: str,
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Tick what came; the rest is still waited for."""
    held = _hold_ticked(dossier_id, Move.SUPPLEMENT_PARTIAL, ticked, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    if not note.strip():
        return Refusal(Why.NO_REASON)
    asked = _round(held)
    asked.state, asked.note = RoundState.SENT.value, note
    asked.save(update_fields=["state", "note"])
    save(held)
    _note(held, "dossier.supplement_partial", asked, by=by, at=at)
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


def _round(held: Held) -> SupplementRound:
    assert held.round is not None, "the rules let nobody act on a supplement that was not asked for"
    return held.round


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


def _hold_ticked(
    dossier_id: UUID, move: Move, ticked: Iterable[UUID], *, by: Actor, at: datetime, seen: int | None
) -> Held | Refusal:
    """Hold a dossier with the papers that came ticked, and ask the rules again with what is open now."""
    held = hold(dossier_id, Move.SUPPLEMENT_PARTIAL, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    for item in _round(held).items.filter(pk__in=list(ticked), ticked=False):
        if not item.papers.filter(superseded=False).exists():
            _supersede(held, item)
            _put(held, item, file=None, source=PaperSource.COUNTER, form=PaperForm.COPY, at=at)
        item.ticked = True
        item.save(update_fields=["ticked"])
        item.papers.filter(superseded=False).update(
            verdict=Verdict.PASSED.value, judged_at=at, judged_by_id=by.person
        )
    return hold(dossier_id, move, by=by, at=at)


def _supersede(held: Held, item: SupplementItem) -> None:
    """Put aside what was sent for an item before, and what did not pass for its component."""
    older = [paper.pk for paper in held.papers if paper.item_id == item.pk]
    if item.requirement_id:
        older += [
            paper.pk
            for paper in held.papers
            if paper.requirement_id == item.requirement_id and paper.verdict != Verdict.PASSED
        ]
    else:
        # A paper beside the components (an authorisation) is asked for by its name.
        older += [
            paper.pk
            for paper in held.papers
            if paper.requirement_id is None
            and paper.source == PaperSource.UPLOAD
            and paper.name == item.name
            and paper.verdict != Verdict.PASSED
        ]
    Paper.objects.filter(pk__in=older).update(superseded=True)


def _put(
    held: Held,
    item: SupplementItem,
    *,
    file: StoredFile | None,
    source: PaperSource,
    form: PaperForm,
    at: datetime,
) -> None:
    """Add a paper that answers an item."""
    Paper.objects.create(
        dossier=held.dossier,
        requirement_id=item.requirement_id,
        item=item,
        name=item.name,
        form=form.value,
        file=file,
        source=source.value,
        added_at=at,
    )


def _note(held: Held, verb: str, asked: SupplementRound, *, by: Actor, at: datetime) -> None:
    data = {"round": asked.number, "stage": asked.stage, "due": held.dossier.due_at}
    journal.write(verb, about=held.dossier, by=by, at=at, data=data)
