"""How what was asked for comes in: sent by the applicant, ticked at the counter."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock.segments import MarkKind
from motcua.base.files.models import StoredFile
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import rules
from motcua.casework.dossiers.commands import slips, ticking
from motcua.casework.dossiers.commands.held import Held, acting, hold, save
from motcua.casework.dossiers.commands.intake.accepting import ACCEPTED, receipt_facts, take_over
from motcua.casework.dossiers.commands.supplements.rounds import note_round, round_of
from motcua.casework.dossiers.commands.telling import note_accepted
from motcua.casework.dossiers.models import AnswerFile, Dossier, Paper, SupplementItem
from motcua.casework.dossiers.words import (
    Move,
    PaperForm,
    PaperSource,
    RoundState,
    SlipForm,
    Stage,
    Verdict,
    Why,
)
from motcua.reference.catalogue.words import SupplementClock


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
    asked = round_of(held)
    for item in asked.items.filter(pk__in=list(files)):
        _supersede(held, item)
        for file in files[item.pk]:
            _put(held, item, file=file, source=PaperSource.UPLOAD, form=PaperForm.ELECTRONIC, at=at)
    AnswerFile.objects.filter(item__round=asked, item__in=list(files)).delete()
    asked.state, asked.answered_at = RoundState.ANSWERED.value, at
    asked.save(update_fields=["state", "answered_at"])
    save(held)
    note_round(held, "dossier.supplement_answered", asked, by=acting(by, held.dossier), at=at)
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
    asked, dossier = round_of(held), held.dossier
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
    note_round(held, "dossier.supplement_completed", asked, by=by, at=at)
    if asked.stage == Stage.INTAKE:
        note_accepted(held, by, at)
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
    asked = round_of(held)
    asked.state, asked.note = RoundState.SENT.value, note
    asked.save(update_fields=["state", "note"])
    save(held)
    note_round(held, "dossier.supplement_partial", asked, by=by, at=at)
    return held.dossier


def _hold_ticked(
    dossier_id: UUID, move: Move, ticked: Iterable[UUID], *, by: Actor, at: datetime, seen: int | None
) -> Held | Refusal:
    """Hold a dossier with the papers that came ticked, and ask the rules again with what is open now."""
    held = hold(dossier_id, Move.SUPPLEMENT_PARTIAL, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    for item in round_of(held).items.filter(pk__in=list(ticked), ticked=False):
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
