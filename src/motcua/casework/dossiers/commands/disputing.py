"""What the State holds is wrong, says its owner: a ticket is opened, and the right thing is taken instead."""

from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.files.models import StoredFile
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands.held import Held, acting, hold, save
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.queries.store import component_key
from motcua.casework.dossiers.sentences import STORE
from motcua.casework.dossiers.words import Move, PaperForm, PaperSource, Why
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import ComponentRequirement
from motcua.reference.forms import queries as forms
from motcua.reference.forms import rules as form_rules
from motcua.reference.people import commands as people
from motcua.reference.people.commands.corrections import Report


@command
def dispute_paper(
    *,
    dossier_id: UUID,
    requirement_id: UUID,
    said: str,
    file: StoredFile | None = None,
    by: Actor,
    at: datetime,
    key: str = "",
) -> Dossier | Refusal:
    """Report that what the State holds for a component is wrong; a newer paper is taken in its place.

    A paper of the store is out of use until an official answers, and the component is asked for meanwhile.
    """
    held = hold(dossier_id, Move.SAVE_DRAFT, by=by, at=at, also=("version__procedure", "submitter"))
    if isinstance(held, Refusal):
        return held
    dossier = held.dossier
    wanted = catalogue.parts_of(dossier.version_id).requirements(dossier.case_id)
    requirement = next((one for one in wanted if one.pk == requirement_id), None)
    drawn = next((one for one in held.papers if one.requirement_id == requirement_id and one.held_id), None)
    if requirement is None or not (requirement.data_source or drawn):
        return Refusal(Why.NOT_OPEN)
    opened = people.report_wrong(
        owner_id=dossier.owner_id, report=_report(dossier, requirement, drawn, said, file), by=by, at=at
    )
    if isinstance(opened, Refusal):
        return opened
    if drawn is not None:
        drawn.delete()
    if file is not None:
        _take(dossier, requirement, file, at)
    return _saved(held, by=by, at=at, what="dispute", correction=str(opened.pk))


@command
def dispute_fact(
    *, dossier_id: UUID, name: str, value: str | None, said: str, by: Actor, at: datetime, key: str = ""
) -> Dossier | Refusal:
    """Report that a known fact in a field is wrong; a right value that fits is the answer from now on."""
    held = hold(dossier_id, Move.SAVE_DRAFT, by=by, at=at, also=("version__procedure", "submitter"))
    if isinstance(held, Refusal):
        return held
    dossier = held.dossier
    if dossier.version.form_id is None:
        return Refusal(Why.NOT_OPEN)
    schema = forms.schema_of(dossier.version.form_id)
    field = next((one for page in schema.pages for one in page.fields if one.name == name), None)
    if field is None or not field.prefill:
        return Refusal(Why.NOT_OPEN)
    report = Report(
        subject=field.label,
        source=STORE["vneid"],
        said_value=said,
        thing=journal.thing_of(dossier),
        procedure=dossier.version.procedure.code,
        agency_id=dossier.competent_agency_id,
        fact=field.prefill,
        held_value=_plain(dossier.answers.get(name, "")),
    )
    opened = people.report_wrong(owner_id=dossier.submitter_id, report=report, by=by, at=at)
    if isinstance(opened, Refusal):
        return opened
    if value is not None:
        dossier.answers = form_rules.merged(schema, dossier.answers, {name: value})
    return _saved(held, "answers", by=by, at=at, what="dispute", correction=str(opened.pk))


def _report(
    dossier: Dossier,
    requirement: ComponentRequirement,
    drawn: Paper | None,
    said: str,
    file: StoredFile | None,
) -> Report:
    return Report(
        subject=requirement.name,
        source=requirement.data_source or STORE["store"],
        said_value=said,
        thing=journal.thing_of(dossier),
        procedure=dossier.version.procedure.code,
        agency_id=dossier.competent_agency_id,
        component=component_key(dossier.version.procedure.code, requirement.code),
        paper_id=drawn.held_id if drawn else None,
        newer_file_id=file.pk if file else None,
    )


def _take(dossier: Dossier, requirement: ComponentRequirement, file: StoredFile, at: datetime) -> None:
    Paper.objects.create(
        dossier=dossier,
        requirement=requirement,
        name=requirement.name,
        form=PaperForm.ELECTRONIC.value,
        file=file,
        source=PaperSource.UPLOAD.value,
        added_at=at,
    )


def _saved(held: Held, *fields: str, by: Actor, at: datetime, what: str, **ids: str) -> Dossier:
    dossier = held.dossier
    dossier.saved_at = at
    save(held, "saved_at", *fields)
    data = {"part": what, **ids}
    journal.write("dossier.draft_saved", about=dossier, by=acting(by, dossier), at=at, data=data)
    return dossier


def _plain(value: Any) -> str:
    return ", ".join(str(one) for one in value.values() if one) if isinstance(value, dict) else str(value)
