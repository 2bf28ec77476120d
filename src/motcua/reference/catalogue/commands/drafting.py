"""Drafting a version."""

from datetime import datetime

from django.db.models import Max

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import sort_key
from motcua.reference.catalogue import rules
from motcua.reference.catalogue.commands.storing import facts_of, store_parts
from motcua.reference.catalogue.models import Procedure, ProcedureVersion
from motcua.reference.catalogue.words import Draft
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
