"""Two counters, one new person: one row, and nobody gets an error."""

import time

import pytest
from django.db import IntegrityError
from django.db.models import Model

from motcua.base.journal import command as wrapper
from motcua.base.rooms import Refusal
from motcua.reference.people import commands
from motcua.reference.people.models import Person
from motcua.reference.people.words import Identity
from tests.support.database import Database
from tests.support.threads import together
from tests.support.world import BEGAN, MAKER

IDENTITY = Identity(full_name="Vàng Mí Sình", personal_id="008000000777")


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch, committed: Database) -> None:
    """Let everybody look before anybody saves."""
    save = Person.save

    def think(self: Model, **options: object) -> None:
        time.sleep(0.2)
        save(self, **options)

    monkeypatch.setattr(Person, "save", think)


def register(_: int) -> Person | Refusal:
    return commands.register(identity=IDENTITY, by=MAKER, at=BEGAN)


@pytest.mark.usefixtures("slowly")
def test_two_counters_register_the_same_new_person_once() -> None:
    people = together(2, register)
    assert all(isinstance(one, Person) for one in people), people
    assert Person.objects.count() == 1


@pytest.mark.usefixtures("slowly")
def test_without_a_second_try_one_of_them_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wrapper, "_CLASHES", ())
    assert any(isinstance(one, IntegrityError) for one in together(2, register))
