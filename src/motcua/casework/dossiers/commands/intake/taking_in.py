"""How a paper dossier is taken in at the counter, and at once accepted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import rules
from motcua.casework.dossiers.commands import in_force, reusing, serials
from motcua.casework.dossiers.commands.filing import applicant_facts
from motcua.casework.dossiers.commands.held import hold, save
from motcua.casework.dossiers.commands.intake.accepting import ACCEPTED, take_over
from motcua.casework.dossiers.commands.telling import note_accepted
from motcua.casework.dossiers.models import Dossier, Outage, Paper
from motcua.casework.dossiers.queries import store
from motcua.casework.dossiers.queries.counter import received_here
from motcua.casework.dossiers.words import Move, PaperForm, PaperSource, ResultDelivery, State, Verdict, Why
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.words import Channel
from motcua.reference.org import queries as org
from motcua.reference.people import commands as people
from motcua.reference.people import queries as applicants
from motcua.reference.people.words import Identity


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
    note_accepted(held, by, at)
    return held.dossier


def _not_for_here(agency_id: UUID, version: ProcedureVersion, counter_id: UUID, on: date) -> Refusal | None:
    """Say why a counter does not take in a procedure for an agency."""
    if not catalogue.offers(agency_id, version.procedure_id, on):
        return Refusal(Why.NOT_OFFERED)
    here = received_here(counter_id, on).filter(pk=agency_id).exists()
    return None if here else Refusal(Why.NOT_RECEIVED_HERE)
