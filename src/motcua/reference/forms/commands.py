"""E-forms are published here."""

from datetime import datetime

from django.db import connection, transaction

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.reference.forms import queries, rules
from motcua.reference.forms.models import FormVersion


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
        number = newest.number + 1 if newest else 1
        return _publish(schema=schema, number=number, by=by, at=at)


@command
def _publish(*, schema: rules.Schema, number: int, by: Actor, at: datetime) -> FormVersion:
    version = FormVersion.objects.create(
        code=schema.code, number=number, title=schema.title, schema=rules.to_json(schema), made_at=at
    )
    journal.write(
        "form.published", about=version, by=by, at=at, data={"code": version.code, "number": version.number}
    )
    return version


def _wait_for_others(code: str) -> None:
    """Let one publish a form at a time: there may be no row yet to lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"form:{code}"])
