"""A form is published as versions that never change."""

from dataclasses import replace

import pytest
from django.db import DatabaseError, connection

from motcua.base.access import system
from motcua.base.clock import now
from motcua.base.rooms import registry
from motcua.reference.forms import queries
from motcua.reference.forms.commands import publish_form
from motcua.reference.forms.models import FormVersion
from motcua.reference.forms.rules import Field, Page, Schema
from motcua.reference.forms.sentences import FAULTS, REFUSALS
from motcua.reference.forms.words import Fault, FieldKind, Why
from motcua.reference.people.models import Person

NAME = Field("child_name", FieldKind.PERSON_NAME, "Họ, chữ đệm, tên")
FIRST = Schema("birth", "Tờ khai đăng ký khai sinh", (Page("child", "Trẻ được khai sinh", (NAME,)),))
SECOND = replace(FIRST, title="Tờ khai đăng ký khai sinh, bản sửa")


def publish(schema: Schema) -> FormVersion:
    return publish_form(schema=schema, by=system("tests"), at=now())


def published() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT about FROM journal_entry WHERE verb = 'form.published' ORDER BY id")
        return [about for (about,) in cursor.fetchall()]


@pytest.mark.django_db
def test_a_new_schema_is_the_next_version_with_its_journal_row() -> None:
    one, two = publish(FIRST), publish(SECOND)
    assert (one.number, two.number) == (1, 2)
    assert published() == [f"form_version:{one.pk}", f"form_version:{two.pk}"]
    assert queries.latest("birth") == two


@pytest.mark.django_db
def test_the_newest_schema_again_writes_nothing() -> None:
    version = publish(FIRST)
    assert publish(FIRST) == version
    assert published() == [f"form_version:{version.pk}"]


@pytest.mark.django_db
def test_an_older_schema_comes_back_as_a_new_version() -> None:
    publish(FIRST)
    publish(SECOND)
    assert publish(FIRST).number == 3


@pytest.mark.django_db
def test_a_broken_schema_is_not_published() -> None:
    with pytest.raises(ValueError, match="dùng hai lần"):
        publish(replace(FIRST, pages=(Page("child", "Trẻ", (NAME, NAME)),)))
    assert queries.latest("birth") is None


@pytest.mark.django_db
def test_a_schema_is_read_from_the_database_once() -> None:
    version = publish(FIRST)
    assert queries.schema_of(version.pk) == FIRST
    before = queries.schema_of.cache_info().hits
    assert queries.schema_of(version.pk) is queries.schema_of(version.pk)
    assert queries.schema_of.cache_info().hits == before + 2


@pytest.mark.parametrize("statement", ["UPDATE {} SET title = 'x'", "DELETE FROM {}"])
@pytest.mark.django_db
def test_the_application_cannot_change_a_version(statement: str) -> None:
    publish(FIRST)
    with pytest.raises(DatabaseError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute(statement.format("forms_form_version"))


def test_only_what_is_known_about_a_person_is_a_fact() -> None:
    person = Person(full_name="Lý Thị Hoa", identifier="008190004821", commune="phường Minh Xuân")
    assert queries.facts_about(person) == {
        "person.full_name": "Lý Thị Hoa",
        "person.personal_id": "008190004821",
        "person.address.commune": "phường Minh Xuân",
    }


def test_every_refusal_fault_and_verb_has_its_sentence() -> None:
    assert set(REFUSALS) == set(Why)
    assert set(FAULTS) == set(Fault)
    assert registry.verb_sentence("form.published")
