"""The counter: papers are checked, dossiers accepted, refused, taken in on paper, and sent on."""

from collections.abc import Mapping, Sequence
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
from motcua.casework.dossiers import rules
from motcua.casework.dossiers.commands import in_force, reusing, serials, slips, steps, ticking
from motcua.casework.dossiers.commands.filing import applicant_facts
from motcua.casework.dossiers.commands.held import Held, hold, save
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.queries import store
from motcua.casework.dossiers.words import (
    Move,
    Outcome,
    PaperForm,
    PaperSource,
    RefusalReason,
    ResultDelivery,
    SlipForm,
    State,
    Verdict,
    Why,
)
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.words import Channel
from motcua.reference.org import queries as org
from motcua.reference.people import commands as people
from motcua.reference.people import queries as applicants
from motcua.reference.people.words import Identity

JUDGED = (
    *("verdict", "verdict_reason", "judged_at", "judged_by"),
    *("number", "issuer", "issued_on", "valid_to"),
)
ACCEPTED = ("code", "accepted_at", "accepted_by", *steps.PLACE, *ticking.PROJECTED)


@dataclass(frozen=True)
class Judgement:
    """What an officer found about one paper."""

    paper_id: UUID
    verdict: Verdict
    reason: str = ""
    number: str = ""
    issuer: str = ""
    issued_on: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class PaperHandedIn:
    """One paper handed in at the counter."""

    requirement_id: UUID
    form: PaperForm
    quantity: int = 1


@command
def judge_papers(
    *, dossier_id: UUID, judgements: Sequence[Judgement], by: Actor, at: datetime, seen: int | None = None
) -> Dossier | Refusal:
    """Note what an officer found about papers; a paper that fails has a reason."""
    held = hold(dossier_id, Move.JUDGE_PAPER, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    if any(one.verdict is Verdict.FAILED and not one.reason for one in judgements):
        return Refusal(Why.NO_REASON)
    papers = {paper.pk: paper for paper in held.papers}
    for one in judgements:
        paper = papers[one.paper_id]
        paper.verdict, paper.verdict_reason = one.verdict.value, one.reason
        judged = one.verdict is not Verdict.UNSEEN
        paper.judged_at, paper.judged_by_id = (at, by.person) if judged else (None, None)
        _describe(paper, one)
    Paper.objects.bulk_update([papers[one.paper_id] for one in judgements], JUDGED)
    failed = [papers[one.paper_id] for one in judgements if one.verdict is Verdict.FAILED]
    reusing.put_in_doubt(failed, by=by, at=at)
    save(held, *steps.touch(held, by=by, at=at))
    counts = {verdict.value: sum(one.verdict is verdict for one in judgements) for verdict in Verdict}
    journal.write("dossier.papers_judged", about=held.dossier, by=by, at=at, data=counts)
    return held.dossier


@command
def accept(
    *,
    dossier_id: UUID,
    right_checked: bool = False,
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Accept an online dossier: the code is allotted, the clock starts, M01 is issued.

    `right_checked` says that the papers of whoever files for another were checked: that confirms the right.
    """
    held = hold(dossier_id, Move.ACCEPT, by=by, at=at, seen=seen, also=("receiving_unit",))
    if isinstance(held, Refusal):
        return held
    if right_checked and held.dossier.representation_id:
        people.confirm_representation(representation_id=held.dossier.representation_id, by=by, at=at)
    refusal = take_over(held, by=by, at=at)
    if refusal is not None:
        return refusal
    save(held, *ACCEPTED)
    _note_accepted(held.dossier, by, at)
    return held.dossier


@command
def receive_direct(
    *,
    procedure: str,
    agency_id: UUID,
    case_id: UUID | None = None,
    identity: Identity,
    papers: Sequence[PaperHandedIn],
    answers: Mapping[str, Any] | None = None,
    delivery: ResultDelivery = ResultDelivery.ONE_STOP,
    copies: int = 1,
    channel: Channel = Channel.DIRECT,
    by: Actor,
    at: datetime,
    key: str = "",
) -> Dossier | Refusal:
    """Take in a complete paper dossier for somebody at the counter (or by post), and accept it at once."""
    assert by.unit is not None, "a counter officer works at a counter"
    on = local(at).date()
    version = catalogue.effective_version(procedure, on)
    if version is None:
        return in_force.why_not(procedure, on)
    if not catalogue.offers(agency_id, version.procedure_id, on):
        return Refusal(Why.NOT_OFFERED)
    wanted = {one.pk: one for one in catalogue.parts_of(version.pk).requirements(case_id)}
    there = {paper.requirement_id for paper in papers}
    lacking = [one for one in wanted.values() if one.required and one.pk not in there]
    known = applicants.known_by(identity.personal_id) if lacking else None
    drawn = store.serving(known.pk, procedure, lacking, on) if known else []
    has = {one.pk for one, _ in drawn}
    missing = tuple(one.name for one in lacking if one.pk not in has)
    facts = rules.Facts(state=None, receiving_unit=by.unit, missing_papers=missing)
    after = rules.decide(facts, Move.RECEIVE_DIRECT, by)
    if isinstance(after, Refusal):
        return after
    person = people.register(identity=identity, by=by, at=at)
    dossier = Dossier.objects.create(
        temporary_code=serials.temporary_code(),
        # Accepted in the same transaction, below: a row that is accepted must already have its code.
        state=int(State.SUBMITTED),
        channel=channel.value,
        version=version,
        case_id=case_id,
        competent_agency_id=agency_id,
        receiving_unit=org.unit(by.unit),
        owner=person,
        submitter=person,
        applicant=applicant_facts(person),
        answers=dict(answers or {}),
        copies=copies,
        result_delivery=delivery.value,
        created_at=at,
        saved_at=at,
        submitted_at=at,
    )
    Paper.objects.bulk_create(
        Paper(
            dossier=dossier,
            requirement_id=paper.requirement_id,
            name=wanted[paper.requirement_id].name,
            form=paper.form.value,
            quantity=paper.quantity,
            source=PaperSource.COUNTER.value,
            added_at=at,
            verdict=Verdict.PASSED.value,
            judged_at=at,
            judged_by_id=by.person,
        )
        for paper in papers
    )
    held = reusing.use_at_counter(dossier, drawn, by=by, at=at) or hold(
        dossier.pk, Move.ACCEPT, by=by, at=at, also=("receiving_unit",)
    )
    if isinstance(held, Refusal):
        return held
    refusal = take_over(held, by=by, at=at)
    if refusal is not None:
        return refusal
    save(held, *ACCEPTED)
    _note_accepted(held.dossier, by, at)
    return held.dossier


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
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Send an accepted dossier on to the agency that decides."""
    held = hold(dossier_id, Move.FORWARD, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    step = steps.go_on(held, Move.FORWARD, to=to, note=note, by=by, at=at)
    if isinstance(step, Refusal):
        return step
    save(held, *steps.PLACE)
    journal.write(
        "dossier.forwarded",
        about=held.dossier,
        by=by,
        at=at,
        data={"step": step.order, "unit": held.dossier.handling_unit_id, "to": to},
    )
    return held.dossier


def _describe(paper: Paper, found: Judgement) -> None:
    """Write down what the paper says of itself; what nobody wrote stays as it was."""
    paper.number, paper.issuer = found.number or paper.number, found.issuer or paper.issuer
    paper.issued_on, paper.valid_to = found.issued_on or paper.issued_on, found.valid_to or paper.valid_to


def take_over(held: Held, *, by: Actor, at: datetime) -> Refusal | None:
    """Give a complete dossier its code, its clock, its first step and its receipt."""
    dossier = held.dossier
    rule = catalogue.parts_of(dossier.version_id).rule_for(dossier.case_id, dossier.channel)
    if rule is None or (rule.duration_value is None and not rule.no_fixed_date):
        return Refusal(Why.NO_DURATION)
    dossier.code = serials.dossier_code(dossier.receiving_unit, at)
    dossier.accepted_at, dossier.accepted_by_id = at, by.person
    ticking.mark(dossier, MarkKind.START, at=at, reason="accepted")
    steps.begin_reception(dossier, held.calendar, by=by, at=at)
    slips.issue(dossier, SlipForm.M01, receipt_facts(held), by=by, at=at)
    return None


def receipt_facts(held: Held) -> dict[str, Any]:
    """Give what the receipt says beyond the frozen version: papers and dates as they are now."""
    dossier = held.dossier
    assert dossier.accepted_at is not None, "a receipt follows acceptance"
    return {
        "papers": [[paper.name, paper.form, paper.quantity] for paper in held.papers],
        "accepted_at": dossier.accepted_at.isoformat(),
        "due_at": dossier.due_at.isoformat() if dossier.due_at else None,
        "due_by_instant": dossier.due_by_instant,
        "applicant": dossier.applicant,
        "submitter": dossier.submitter.full_name if dossier.submitter_id != dossier.owner_id else "",
    }


def _note_accepted(dossier: Dossier, by: Actor, at: datetime) -> None:
    journal.write(
        "dossier.accepted",
        about=dossier,
        by=by,
        at=at,
        data={"code": dossier.code, "due": dossier.due_at, "unit": dossier.receiving_unit_id},
    )
