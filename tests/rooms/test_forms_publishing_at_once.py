"""Several people publish one form at one moment."""

import threading
from dataclasses import replace

import pytest
from django.db import IntegrityError

from motcua.reference.forms import commands, queries
from motcua.reference.forms.models import FormVersion
from tests.rooms.test_forms_publishing import FIRST, publish
from tests.support.database import Database
from tests.support.threads import together

HANDS = 4


def test_the_same_schema_from_many_hands_is_one_version(committed: Database) -> None:
    done = together(HANDS, lambda _: publish(FIRST))
    assert done == [FormVersion.objects.get()] * HANDS


def test_different_schemas_from_many_hands_are_numbered_without_a_gap(committed: Database) -> None:
    together(HANDS, lambda hand: publish(replace(FIRST, title=f"Bản {hand}")))
    assert sorted(FormVersion.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_without_the_lock_two_hands_meet(committed: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, latest = threading.Barrier(2), queries.latest

    def read_together(code: str) -> FormVersion | None:
        found = latest(code)
        gate.wait(timeout=30)
        return found

    monkeypatch.setattr(commands, "_wait_for_others", lambda code: None)
    monkeypatch.setattr(queries, "latest", read_together)
    done = together(2, lambda _: publish(FIRST))
    assert [type(each) for each in done].count(IntegrityError) == 1
