"""Drafting a version."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import sort_key
from motcua.reference.catalogue import rules
from motcua.reference.catalogue.commands.laying import store_founding
from motcua.reference.catalogue.commands.storing import OF_TABLES, drop_parts, facts_of, store_parts
from motcua.reference.catalogue.commands.turning import locked, standing_of
from motcua.reference.catalogue.models import Procedure, ProcedureVersion
from motcua.reference.catalogue.queries import as_drafted, published_of
from motcua.reference.catalogue.queries.routes import shown_steps
from motcua.reference.catalogue.rules import with_part
from motcua.reference.catalogue.rules.routes import as_said
from motcua.reference.catalogue.words import Change, Draft, Origin, Part, Terms, VersionMove
from motcua.reference.forms.models import FormVersion


@command
def draft_version(
    *, draft: Draft, form: FormVersion | None = None, by: Actor, at: datetime, key: str = ""
) -> ProcedureVersion | Refusal:
    """Draft the next version of a procedure, the first one with the procedure itself.

    Nobody may rely on it before it is published.
    """
    refusal = rules.fault(draft)
    if refusal:
        return refusal
    procedure = _procedure_of(draft)
    version = ProcedureVersion.objects.create(
        procedure=procedure,
        number=next_number(procedure),
        form=form,
        drafted_by=by.account,
        **facts_of(draft),
    )
    store_parts(version, draft)
    journal.write(
        "version.drafted", about=version, by=by, at=at, data={"code": draft.code, "number": version.number}
    )
    return version


@command
def open_draft(
    *, procedure_id: UUID, change: Change, by: Actor, at: datetime, key: str = ""
) -> ProcedureVersion:
    """Open the province's next version with the words of the newest published one.

    It has no day and no decision yet, and may lack what a national record does not say.
    """
    procedure = Procedure.objects.select_for_update().get(pk=procedure_id)
    newest = published_of(procedure).latest("number")
    said = replace(
        as_drafted(newest),
        origin=Origin.PROVINCIAL,
        change=change,
        decision_no="",
        effective_from=None,
        route=as_said(shown_steps(newest, local(at).date())),
    )
    version = ProcedureVersion.objects.create(
        procedure=procedure,
        number=next_number(procedure),
        form=newest.form,
        drafted_by=by.account,
        **facts_of(said),
    )
    store_parts(version, replace(said, channels=tuple(_one_line_each(said.channels))))
    journal.write(
        "version.drafted", about=version, by=by, at=at, data={"from": newest.number, "change": change.value}
    )
    return version


@command
def revise_draft(
    *,
    version_id: UUID,
    said: Draft,
    part: Part,
    form: FormVersion | None = None,
    by: Actor,
    at: datetime,
    key: str = "",
) -> ProcedureVersion | Refusal:
    """Write one part of a draft anew; the others stay as they are. Only `part` of `said` counts.

    The form is given with its part alone.
    """
    version = locked(version_id)
    after = rules.decide(standing_of(version), VersionMove.EDIT, by=by.account)
    if isinstance(after, Refusal):
        return after
    words = with_part(as_drafted(version), said, part)
    refusal = rules.breakage(words)
    if refusal:
        return refusal
    if part is Part.FORM:
        version.form = form
        version.save(update_fields=["form"])
    facts = facts_of(words)
    for name, held in facts.items():
        setattr(version, name, held)
    version.save(update_fields=list(facts))
    if part in OF_TABLES:
        drop_parts(version)
        store_parts(version, words)
    journal.write("version.revised", about=version, by=by, at=at, data={"part": part.value})
    return version


@command
def discard_draft(*, version_id: UUID, by: Actor, at: datetime, key: str = "") -> Procedure | Refusal:
    """Throw a draft away; its procedure stays as it is."""
    version = locked(version_id)
    after = rules.decide(standing_of(version), VersionMove.DISCARD, by=by.account)
    if isinstance(after, Refusal):
        return after
    procedure, number = version.procedure, version.number
    drop_parts(version)
    store_founding(version, ())
    version.remarks.all().delete()
    version.delete()
    journal.write("version.discarded", about=procedure, by=by, at=at, data={"number": number})
    return procedure


def _one_line_each(channels: Iterable[Terms]) -> Iterator[Terms]:
    """Keep the first of several limits of one way of filing; the province says one."""
    seen = set()
    for terms in channels:
        if (terms.case, terms.channel) not in seen:
            seen.add((terms.case, terms.channel))
            yield replace(terms, line=1)


def _procedure_of(draft: Draft) -> Procedure:
    """Give the procedure of a draft, locked so that two drafts never take one number."""
    Procedure.objects.get_or_create(
        code=draft.code,
        defaults={
            "field": draft.field,
            "field_sort_key": sort_key(draft.field),
            "levels": [str(level) for level in draft.levels],
            "ministry": draft.ministry,
            "procedure_type": draft.procedure_type,
            "life_events": list(draft.life_events),
            "popularity": draft.popularity,
        },
    )
    return Procedure.objects.select_for_update().get(code=draft.code)


def next_number(procedure: Procedure) -> int:
    """Give the number of the next version; the caller holds the lock of the procedure."""
    last: int | None = procedure.versions.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1
