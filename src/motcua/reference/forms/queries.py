"""Reading e-forms, and what is known about who fills them."""

from functools import lru_cache
from uuid import UUID

from motcua.reference.forms import rules
from motcua.reference.forms.models import FormVersion
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
