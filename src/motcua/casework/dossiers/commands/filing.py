"""The applicant's side: a draft, its answers and papers, submission, withdrawal."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from motcua.base.access import Actor, Kind
from motcua.base.clock import local
from motcua.base.clock.segments import MarkKind
from motcua.base.files import commands as stored
from motcua.base.files.models import StoredFile
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import rules
from motcua.casework.dossiers.commands import enclosing, in_force, reusing, serials, steps, ticking
from motcua.casework.dossiers.commands.held import Held, acting, hold, save
from motcua.casework.dossiers.commands.telling import place_of
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.queries.drafts import draft_is_over
from motcua.casework.dossiers.words import (
    Move,
    Outcome,
    PaperForm,
    PaperSource,
    ResultDelivery,
    Why,
)
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.words import Channel
from motcua.reference.forms import queries as forms
from motcua.reference.forms import rules as form_rules
from motcua.reference.org import queries as org
from motcua.reference.people import queries as people
from motcua.reference.people.models import Applicant, Person, Representation
from motcua.reference.people.words import Power


@command
def create_draft(
    *,
    procedure: str,
    agency_id: UUID,
    case_id: UUID | None = None,
    representation_id: UUID | None = None,
    by: Actor,
    at: datetime,
    key: str = "",
) -> Dossier | Refusal:
    """Open a draft for the version of a procedure in force today, with what is known already filled in.

    With a representation it is made for the one represented. Papers that the owner's store has are in it.
    """
    assert by.person is not None, "a draft belongs to somebody"
    on = local(at).date()
    filed_for = _filed_for(representation_id, by, on)
    if isinstance(filed_for, Refusal):
        return filed_for
    version = catalogue.effective_version(procedure, on)
    if version is None:
        return in_force.why_not(procedure, on)
    counter = org.counter_of(agency_id, on)
    if counter is None or not catalogue.offers(agency_id, version.procedure_id, on):
        return Refusal(Why.NOT_OFFERED)
    after = rules.decide(rules.Facts(state=None, owner=by.person), Move.CREATE_DRAFT, by)
    if isinstance(after, Refusal):
        return after
    person = people.one(by.person)
    owner = filed_for.owner if filed_for else person
    dossier = Dossier.objects.create(
        temporary_code=serials.temporary_code(),
        state=int(after),
        channel=Channel.ONLINE.value,
        version=version,
        case_id=case_id,
        competent_agency_id=agency_id,
        receiving_unit=counter,
        owner_id=owner.pk,
        submitter=person,
        representation=filed_for,
        applicant=_facts_of(filed_for, person),
        answers=_prefilled(version, person, on),
        copies=version.copies,
        created_at=at,
        saved_at=at,
    )
    reusing.draw(dossier, by=by, at=at)
    by = acting(by, dossier)
    journal.write("dossier.draft_created", about=dossier, by=by, at=at, data={"procedure": procedure})
    return dossier


@command
def save_answers(
    *, dossier_id: UUID, page: str, answers: Mapping[str, Any], by: Actor, at: datetime
) -> Dossier | Refusal:
    """Keep the answers of one page of the form."""
    held = _draft(dossier_id, by, at)
    if isinstance(held, Refusal):
        return held
    dossier = held.dossier
    if dossier.version.form_id is not None:
        schema = forms.schema_of(dossier.version.form_id)
        dossier.answers = form_rules.merged(schema, dossier.answers, answers)
    return _saved(held, "answers", by=by, at=at, what=page)


@command
def choose_delivery(
    *, dossier_id: UUID, delivery: ResultDelivery, phone: str, email: str, by: Actor, at: datetime
) -> Dossier | Refusal:
    """Keep how the applicant wants the result and how they can be reached."""
    held = _draft(dossier_id, by, at)
    if isinstance(held, Refusal):
        return held
    dossier = held.dossier
    dossier.result_delivery = delivery.value
    dossier.applicant = {**dossier.applicant, "phone": phone, "email": email}
    return _saved(held, "result_delivery", "applicant", by=by, at=at, what="delivery")


@command
def attach(
    *, dossier_id: UUID, requirement_id: UUID, file: StoredFile, by: Actor, at: datetime
) -> Dossier | Refusal:
    """Attach a file to one of the papers that the draft needs; the same bytes are attached once."""
    held = _draft(dossier_id, by, at)
    if isinstance(held, Refusal):
        return held
    dossier = held.dossier
    wanted = {one.pk: one for one in catalogue.parts_of(dossier.version_id).requirements(dossier.case_id)}
    if requirement_id not in wanted:
        return Refusal(Why.PAPERS_MISSING, {"papers": ""})
    there = Paper.objects.filter(dossier=dossier, requirement_id=requirement_id)
    if not there.filter(file__content_mark=file.content_mark).exists():
        Paper.objects.create(
            dossier=dossier,
            requirement_id=requirement_id,
            name=wanted[requirement_id].name,
            form=PaperForm.ELECTRONIC.value,
            file=file,
            source=PaperSource.UPLOAD.value,
            added_at=at,
        )
    return _saved(held, by=by, at=at, what="attach", file=str(file.pk))


@command
def detach(*, dossier_id: UUID, paper_id: UUID, by: Actor, at: datetime) -> Dossier | Refusal:
    """Take a paper out of a draft, and let its file go unless something else names it."""
    held = _draft(dossier_id, by, at)
    if isinstance(held, Refusal):
        return held
    gone = Paper.objects.filter(dossier=held.dossier, pk=paper_id)
    files = list(gone.exclude(file=None).filter(held=None).values_list("file_id", flat=True))
    gone.delete()
    for file_id in files:
        stored.discard(file_id=file_id, by=by, at=at)
    return _saved(held, by=by, at=at, what="detach", paper=str(paper_id))


@command
def submit_online(*, dossier_id: UUID, by: Actor, at: datetime, key: str = "") -> Dossier | Refusal:
    """Submit a draft. The clock does not start: it starts when the counter accepts (NĐ 61/2018, Điều 17)."""
    held = hold(dossier_id, Move.SUBMIT_ONLINE, by=by, at=at, also=("version__procedure", "submitter"))
    if isinstance(held, Refusal):
        return held
    dossier = held.dossier
    if dossier.submitter.verified_at is None:
        return Refusal(Why.NOT_VERIFIED)
    missing = _missing_answers(dossier)
    if missing:
        return Refusal(Why.ANSWERS_MISSING, {"answers": "; ".join(missing)})
    if not catalogue.holds(dossier.version, local(at).date()):
        return in_force.why_not(dossier.version.procedure.code, local(at).date())
    refusal = reusing.count_uses(dossier, by=by, at=at)
    if refusal is not None:
        return refusal
    if dossier.version.form_id is not None:
        enclosing.enclose_form(dossier, dossier.version.form_id, by=by, at=at)
    enclosing.enclose_document(dossier, at=at)
    by = acting(by, dossier)
    dossier.submitted_at, dossier.saved_at = at, at
    save(held, "submitted_at", "saved_at")
    data = {"temporary_code": dossier.temporary_code, **place_of(dossier)}
    journal.write("dossier.submitted", about=dossier, by=by, at=at, data=data)
    return dossier


@command
def withdraw(
    *, dossier_id: UUID, reason: str, by: Actor, at: datetime, key: str = "", seen: int | None = None
) -> Dossier | Refusal:
    """Withdraw a dossier before its result is signed; the reason need not be given."""
    held = hold(dossier_id, Move.WITHDRAW, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    dossier = held.dossier
    if dossier.accepted_at is not None:
        ticking.mark(dossier, MarkKind.STOP, at=at, reason="withdrawn")
        steps.end_stay(held, Move.WITHDRAW, by=by, at=at)
    dossier.outcome, dossier.ended_at = Outcome.WITHDRAWN.value, at
    dossier.handling_role, dossier.holder_id = "", None
    save(held, "outcome", "ended_at", "handling_role", "holder", *ticking.PROJECTED)
    journal.write(
        "dossier.withdrawn",
        about=dossier,
        by=acting(by, dossier),
        at=at,
        data={"reason": journal.commitment(reason)},
    )
    return dossier


@command
def delete_draft(*, dossier_id: UUID, by: Actor, at: datetime) -> Dossier | Refusal:
    """Delete a draft with the files that came with it, by hand or when its time is over.

    The house deletes only what was not saved within the time that a draft is kept. Papers of the store stay.
    """
    held = hold(dossier_id, Move.DISCARD_DRAFT, by=by, at=at)
    if isinstance(held, Refusal):
        return held
    dossier = held.dossier
    if by.kind is Kind.SYSTEM and not draft_is_over(dossier.saved_at, at):
        return Refusal(Why.NOT_KEPT_LONG)
    own = [paper.file_id for paper in held.papers if paper.file_id and paper.held_id is None]
    Paper.objects.filter(dossier=dossier).delete()
    with connection.cursor() as cursor:
        # Not by the model: it would first reach for rows of the clock, which nobody may delete.
        cursor.execute("DELETE FROM dossiers_dossier WHERE id = %s", [dossier.pk])
    # What a report of wrong data names, or photos still to be let go, stays for now.
    gone = [stored.discard(file_id=file_id, by=by, at=at) for file_id in own]
    data = {"files": sum(not isinstance(one, Refusal) for one in gone), "procedure": dossier.version_id}
    journal.write("dossier.draft_deleted", about=dossier, by=by, at=at, data=data)
    return dossier


def applicant_facts(person: Applicant) -> dict[str, str]:
    """Give what a slip says about an applicant, frozen at filing."""
    return {"name": person.full_name, "address": person.address, "phone": person.phone, "email": person.email}


def _filed_for(representation_id: UUID | None, by: Actor, on: date) -> Representation | Refusal | None:
    """Give the right by which somebody files for another, when it is theirs and holds."""
    if representation_id is None:
        return None
    one = people.representation(representation_id)
    if one is None or one.representative_id != by.person:
        return Refusal(Why.NOT_REPRESENTED)
    return one if one.holds_on(on) and Power.FILE in one.powers else Refusal(Why.NOT_REPRESENTED)


def _facts_of(filed_for: Representation | None, person: Person) -> dict[str, str]:
    """Give what a slip says about the owner; who merely says that they act for somebody learns nothing."""
    if filed_for is None:
        return applicant_facts(person)
    said = {"name": filed_for.owner_name, "address": filed_for.owner_address}
    known = applicant_facts(filed_for.owner) if filed_for.confirmed_at else said
    return {**known, "phone": person.phone, "email": person.email}


def _draft(dossier_id: UUID, by: Actor, at: datetime) -> Held | Refusal:
    held = hold(dossier_id, Move.SAVE_DRAFT, by=by, at=at)
    if not isinstance(held, Refusal):
        held.dossier.saved_at = at
    return held


def _saved(held: Held, *fields: str, by: Actor, at: datetime, what: str, **ids: str) -> Dossier:
    save(held, "saved_at", *fields)
    by = acting(by, held.dossier)
    journal.write("dossier.draft_saved", about=held.dossier, by=by, at=at, data={"part": what, **ids})
    return held.dossier


def _prefilled(version: ProcedureVersion, person: Person, on: date) -> dict[str, Any]:
    if version.form_id is None:
        return {}
    return form_rules.prefilled(forms.schema_of(version.form_id), forms.facts_about(person), today=on)


def _missing_answers(dossier: Dossier) -> list[str]:
    if dossier.version.form_id is None:
        return []
    schema = forms.schema_of(dossier.version.form_id)
    return [field.label for _, field in form_rules.missing(schema, dossier.answers)]
