"""The counter: dossiers are accepted, refused, taken in on paper, and sent on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
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
from motcua.casework.dossiers.commands.transferring import note_home
from motcua.casework.dossiers.models import Dossier, Outage, Paper
from motcua.casework.dossiers.queries import store
from motcua.casework.dossiers.queries.counter import received_here
from motcua.casework.dossiers.words import (
    Move,
    Outcome,
    PaperForm,
    PaperSource,
    RefusalReason,
    ResultDelivery,
    SlipForm,
    State,
    Transfer,
    Verdict,
    Why,
)
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.words import Channel
from motcua.reference.org import queries as org
from motcua.reference.people import commands as people
from motcua.reference.people import queries as applicants
from motcua.reference.people.words import Identity

ACCEPTED = (
    *("code", "accepted_at", "accepted_by", "calendar_number", "route", "transfer", "home_counter"),
    *(*steps.PLACE, *ticking.PROJECTED),
)


@dataclass(frozen=True)
class PaperHandedIn:
    """One paper handed in at the counter."""

    requirement_id: UUID
    form: PaperForm
    quantity: int = 1


@dataclass(frozen=True)
class HandedIn:
    """A paper dossier as it was handed in at a counter, or came by post."""

    procedure: str
    agency_id: UUID
    identity: Identity
    papers: Sequence[PaperHandedIn]
    case_id: UUID | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)
    delivery: ResultDelivery = ResultDelivery.ONE_STOP
    copies: int = 1
    channel: Channel = Channel.DIRECT


@dataclass(frozen=True)
class Late:
    """A dossier that was taken in by hand during an outage, and is entered when that is over."""

    outage: Outage
    entered_at: datetime


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
    """Take in a complete paper dossier for somebody at the counter (or by post), and accept it at once.

    What was not handed in and the owner's store has is used again from there, as on the portal.
    """
    handed = HandedIn(
        procedure, agency_id, identity, papers, case_id, answers or {}, delivery, copies, channel
    )
    return take_in(handed, by=by, at=at)


def take_in(handed: HandedIn, *, late: Late | None = None, by: Actor, at: datetime) -> Dossier | Refusal:
    """Take in what was handed in at a moment, within the command of whoever takes it in."""
    procedure, identity, papers = handed.procedure, handed.identity, handed.papers
    assert by.unit is not None, "a counter officer works at a counter"
    on = local(at).date()
    version = catalogue.effective_version(procedure, on)
    if version is None:
        return in_force.why_not(procedure, on)
    wanted = {one.pk: one for one in catalogue.parts_of(version.pk).requirements(handed.case_id)}
    there = {paper.requirement_id for paper in papers}
    refused = _not_for_here(handed.agency_id, version, by.unit, on)
    if refused is None and not there <= wanted.keys():
        refused = Refusal(Why.VERSION_NOT_EFFECTIVE)
    if refused is not None:
        return refused
    asked = [one for one in wanted.values() if one.pk not in there]
    known = applicants.known_by(identity.personal_id)
    drawn = store.serving(known.pk, procedure, asked, on) if known else []
    has = {one.pk for one, _ in drawn}
    missing = tuple(one.name for one in asked if one.required and one.pk not in has)
    facts = rules.Facts(state=None, receiving_unit=by.unit, missing_papers=missing)
    after = rules.decide(facts, Move.RECEIVE_DIRECT, by)
    if isinstance(after, Refusal):
        return after
    person = people.register(identity=identity, by=by, at=at)
    dossier = Dossier.objects.create(
        temporary_code=serials.temporary_code(),
        # Accepted in the same transaction, below: a row that is accepted must already have its code.
        state=int(State.SUBMITTED),
        channel=handed.channel.value,
        version=version,
        case_id=handed.case_id,
        competent_agency_id=handed.agency_id,
        receiving_unit=org.unit(by.unit),
        owner=person,
        submitter=person,
        applicant=applicant_facts(person),
        answers=dict(handed.answers),
        copies=handed.copies,
        result_delivery=handed.delivery.value,
        outage=late.outage if late else None,
        entered_at=late.entered_at if late else None,
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


def take_over(held: Held, *, by: Actor, at: datetime) -> Refusal | None:
    """Give a complete dossier its code, its clock, its first step and its receipt."""
    dossier = held.dossier
    rule = catalogue.parts_of(dossier.version_id).rule_for(dossier.case_id, dossier.channel)
    if rule is None or (rule.duration_value is None and not rule.no_fixed_date):
        return Refusal(Why.NO_DURATION)
    if not held.route.steps:
        return Refusal(Why.NO_ROUTE)
    dossier.code = serials.dossier_code(dossier.receiving_unit, at)
    dossier.accepted_at, dossier.accepted_by_id = at, by.person
    dossier.calendar_number = org.calendar_number()
    note_home(dossier, at)
    ticking.mark(dossier, MarkKind.START, at=at, reason="accepted")
    steps.begin_reception(held, by=by, at=at)
    facts = receipt_facts(held)
    lacking = slips.lacking(dossier, SlipForm.M01, facts, at=at)
    if lacking is None:
        slips.issue(dossier, SlipForm.M01, facts, by=by, at=at)
    return lacking


def receipt_facts(held: Held) -> dict[str, Any]:
    """Give what the receipt says beyond the frozen version: papers and dates as they are now."""
    dossier = held.dossier
    assert dossier.accepted_at is not None, "a receipt follows acceptance"
    return {
        "papers": [[paper.name, paper.form, paper.quantity, paper.source] for paper in held.papers],
        "accepted_at": dossier.accepted_at.isoformat(),
        "due_at": dossier.due_at.isoformat() if dossier.due_at else None,
        "due_by_instant": dossier.due_by_instant,
        "applicant": dossier.applicant,
        "submitter": dossier.submitter.full_name if dossier.submitter_id != dossier.owner_id else "",
        **_late_facts(dossier),
    }


def _late_facts(dossier: Dossier) -> dict[str, Any]:
    """Give why the receipt was printed later than the dossier was taken in; most have no such reason."""
    if dossier.outage is None or dossier.entered_at is None:
        return {}
    outage = dossier.outage
    return {
        "entered_late": {
            "entered_at": dossier.entered_at.isoformat(),
            "began_at": outage.began_at.isoformat(),
            "ended_at": outage.ended_at.isoformat(),
        }
    }


def _not_for_here(agency_id: UUID, version: ProcedureVersion, counter_id: UUID, on: date) -> Refusal | None:
    """Say why a counter does not take in a procedure for an agency."""
    if not catalogue.offers(agency_id, version.procedure_id, on):
        return Refusal(Why.NOT_OFFERED)
    here = received_here(counter_id, on).filter(pk=agency_id).exists()
    return None if here else Refusal(Why.NOT_RECEIVED_HERE)


def _note_accepted(dossier: Dossier, by: Actor, at: datetime) -> None:
    journal.write(
        "dossier.accepted",
        about=dossier,
        by=by,
        at=at,
        data={
            "code": dossier.code,
            "due": dossier.due_at,
            "unit": dossier.receiving_unit_id,
            "calendar": dossier.calendar_number,
        },
    )
