"""E-forms are drafted and published here."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from motcua.base.access import Actor
from motcua.base.clock.sentences import full_moment
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.reference.forms import queries, rules
from motcua.reference.forms.models import FormDraft, FormVersion
from motcua.reference.forms.rules.editing import NEW_INSIDE, NEW_PAGE
from motcua.reference.forms.rules.reading import CODE
from motcua.reference.forms.words import FieldKind, Why


def publish_form(*, schema: rules.Schema, by: Actor, at: datetime) -> FormVersion:
    """Publish a schema as the next version of its form; what is the newest already stays so, unwritten.

    Raises ValueError with one sentence for a broken schema.
    """
    schema = rules.parse(rules.to_json(schema))
    with transaction.atomic():
        _wait_for_others(schema.code)
        newest = queries.latest(schema.code)
        if newest and newest.schema == rules.to_json(schema):
            return newest
        return _publish(schema=schema, number=newest.number + 1 if newest else 1, by=by, at=at)


@command
def start_draft(*, code: str, title: str = "", by: Actor, at: datetime, key: str = "") -> FormDraft | Refusal:
    """Begin a draft: of a new form when `title` is given, else from the newest version of a form."""
    _wait_for_others(code)
    newest = queries.latest(code)
    if queries.draft_of(code):
        return Refusal(Why.DRAFT_THERE, {"code": code})
    if title and newest:
        return Refusal(Why.CODE_TAKEN, {"code": code})
    if not CODE.fullmatch(code) or not (title or newest):
        return Refusal(Why.CODE)
    schema = newest.schema if newest else rules.to_json(_first(code, title))
    return _begin(code, schema, newest.number if newest else 0, by=by, at=at)


@command
def import_draft(*, plain: Mapping[str, Any], by: Actor, at: datetime, key: str = "") -> FormDraft | Refusal:
    """Begin a draft from a schema written elsewhere; what does not fit may be mended in the draft."""
    try:
        schema = rules.read(plain)
    except ValueError as error:
        return Refusal(Why.NOT_A_FORM, {"sentence": str(error)})
    _wait_for_others(schema.code)
    if queries.draft_of(schema.code):
        return Refusal(Why.DRAFT_THERE, {"code": schema.code})
    newest = queries.latest(schema.code)
    return _begin(schema.code, rules.to_json(schema), newest.number if newest else 0, by=by, at=at)


@command
def save_draft(
    *, draft_id: UUID, revision: int, schema: Mapping[str, Any], by: Actor, at: datetime, key: str = ""
) -> FormDraft | Refusal:
    """Keep a changed draft; who looked at an older revision changes nothing."""
    draft = _held(draft_id, revision)
    if isinstance(draft, Refusal):
        return draft
    draft.schema = rules.to_json(rules.read({**schema, "code": draft.code}))
    draft.revision, draft.edited_by, draft.edited_at = revision + 1, by.name, at
    draft.save(update_fields=["schema", "revision", "edited_by", "edited_at"])
    journal.write("form.draft_saved", about=draft, by=by, at=at, data=_named(draft))
    return draft


@command
def discard_draft(*, draft_id: UUID, revision: int, by: Actor, at: datetime) -> Refusal | None:
    """Throw a draft away."""
    draft = _held(draft_id, revision)
    if isinstance(draft, Refusal):
        return draft
    journal.write("form.draft_discarded", about=draft, by=by, at=at, data=_named(draft))
    draft.delete()
    return None


@command
def publish_draft(
    *, draft_id: UUID, revision: int, by: Actor, at: datetime, key: str = ""
) -> FormVersion | Refusal:
    """Publish a draft as the next version; dossiers and procedures keep the version they have."""
    draft = _held(draft_id, revision)
    if isinstance(draft, Refusal):
        return draft
    schema = rules.read(draft.schema)
    count = sum(1 for _ in rules.flaws(schema))
    if count:
        return Refusal(Why.DRAFT_FAULTY, {"count": str(count)})
    newest = queries.latest(draft.code)
    if newest and newest.schema == draft.schema:
        return Refusal(Why.DRAFT_SAME)
    version = publish_form(schema=schema, by=by, at=at)
    journal.write("form.draft_published", about=draft, by=by, at=at, data=_named(draft))
    draft.delete()
    return version


@command
def _publish(*, schema: rules.Schema, number: int, by: Actor, at: datetime) -> FormVersion:
    version = FormVersion.objects.create(
        code=schema.code, number=number, title=schema.title, schema=rules.to_json(schema), made_at=at
    )
    journal.write(
        "form.published", about=version, by=by, at=at, data={"code": version.code, "number": version.number}
    )
    return version


def _begin(code: str, schema: Mapping[str, Any], based_on: int, *, by: Actor, at: datetime) -> FormDraft:
    draft = FormDraft.objects.create(
        code=code, schema=schema, based_on=based_on, edited_by=by.name, edited_at=at
    )
    journal.write("form.draft_started", about=draft, by=by, at=at, data=_named(draft))
    return draft


def _first(code: str, title: str) -> rules.Schema:
    """Give a form with one page and one field, from which everything else grows."""
    field = rules.Field("o_moi", FieldKind.TEXT, NEW_INSIDE)
    return rules.Schema(code, title, (rules.Page("trang-moi", NEW_PAGE, (field,)),))


def _held(draft_id: UUID, revision: int) -> FormDraft | Refusal:
    """Give a draft locked, refused when somebody changed it since it was shown."""
    draft = FormDraft.objects.select_for_update().filter(pk=draft_id).first()
    if draft is None:
        return Refusal(Why.DRAFT_GONE)
    if draft.revision != revision:
        return Refusal(Why.DRAFT_CHANGED, {"who": draft.edited_by, "when": full_moment(draft.edited_at)})
    return draft


def _named(draft: FormDraft) -> dict[str, Any]:
    return {"code": draft.code, "revision": draft.revision}


def _wait_for_others(code: str) -> None:
    """Let one publish or begin a form at a time: there may be no row yet to lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"form:{code}"])
