"""Reading e-forms, and what is known about who fills them."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from motcua.base.text import fold, sort_key
from motcua.reference.forms import rules
from motcua.reference.forms.models import FormDraft, FormVersion
from motcua.reference.forms.words import Fact, Part
from motcua.reference.people.models import Person


@lru_cache(maxsize=512)
def schema_of(form_version_id: UUID) -> rules.Schema:
    """Give the schema of a form version, read once a process: a version never changes."""
    return rules.parse(FormVersion.objects.values_list("schema", flat=True).get(pk=form_version_id))


def latest(code: str) -> FormVersion | None:
    """Give the newest version of a form, None when it was never published."""
    return FormVersion.objects.filter(code=code).order_by("-number").first()


def facts_about(person: Person) -> dict[str, str]:
    """Give what is known about a person, by the names that schemas use to fill fields."""
    known = {
        Fact.FULL_NAME: person.full_name,
        Fact.PERSONAL_ID: person.personal_id or "",
        Fact.BIRTH_DATE: person.birth_date.isoformat() if person.birth_date else "",
        Fact.PHONE: person.phone,
        Fact.EMAIL: person.email,
        Fact.ADDRESS.of(Part.PROVINCE): person.province,
        Fact.ADDRESS.of(Part.COMMUNE): person.commune,
        Fact.ADDRESS.of(Part.DETAIL): person.address_detail,
    }
    return {str(name): value for name, value in known.items() if value}


@dataclass(frozen=True)
class FormRow:
    """One form as the list shows it: its newest version and its draft, either of which may not be there."""

    code: str
    title: str
    number: int
    versions: int
    made_at: datetime | None
    draft: FormDraft | None


def forms(words: str = "") -> tuple[FormRow, ...]:
    """Give every form with its newest version or its draft, by Vietnamese order of titles."""
    newest: dict[str, FormVersion] = {}
    counts: Counter[str] = Counter()
    for version in FormVersion.objects.defer("schema").order_by("code", "number"):
        newest[version.code] = version
        counts[version.code] += 1
    drafts = {draft.code: draft for draft in FormDraft.objects.all()}
    rows = [_row(code, newest.get(code), counts[code], drafts.get(code)) for code in {*newest, *drafts}]
    wanted = fold(words)
    return tuple(
        sorted(
            (row for row in rows if wanted in fold(f"{row.title} {row.code}")),
            key=lambda row: (sort_key(row.title), row.code),
        )
    )


def versions(code: str) -> tuple[FormVersion, ...]:
    """Give every version of a form, newest first."""
    return tuple(FormVersion.objects.filter(code=code).order_by("-number"))


def draft_of(code: str) -> FormDraft | None:
    """Give the draft of a form, None when nobody drafts it."""
    return FormDraft.objects.filter(code=code).first()


def uses(code: str) -> dict[UUID, tuple[str, ...]]:
    """Give by version what points to it, whatever rooms above keep there."""
    found: dict[UUID, list[str]] = {}
    for relation in FormVersion._meta.related_objects:
        name = relation.field.name
        users = relation.related_model._default_manager.filter(**{f"{name}__code": code}).order_by("pk")
        for user in users:
            found.setdefault(getattr(user, f"{name}_id"), []).append(str(user))
    return {version: tuple(sorted(set(users), key=sort_key)) for version, users in found.items()}


def difference(old: FormVersion | None, new: FormVersion | FormDraft) -> tuple[str, ...]:
    """Give what differs between two versions, or between a version and a draft, in words."""
    if old is None:
        return ()
    return rules.difference(schema_of(old.pk), rules.read(new.schema))


def _row(code: str, newest: FormVersion | None, count: int, draft: FormDraft | None) -> FormRow:
    title = newest.title if newest else str(draft.schema["title"]) if draft else code
    number, made_at = (newest.number, newest.made_at) if newest else (0, None)
    return FormRow(code, title, number, count, made_at, draft)
