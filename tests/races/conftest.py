"""What races on dossiers share: a world with real commits, slow thinkers, and the lock taken away."""

import time

import pytest
from django.db.models import QuerySet

from motcua.base.access import Actor
from motcua.base.journal import command as wrapper
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import rules
from motcua.casework.dossiers.words import Move, State
from tests.support.database import Database
from tests.support.world import World, build

THINKS_S = 0.15


@pytest.fixture
def world(committed: Database) -> World:
    return build()


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every decision take its time, so that two of them surely meet."""
    decide = rules.decide

    def think(facts: rules.Facts, move: Move, actor: Actor) -> State | Refusal:
        decided = decide(facts, move, actor)
        time.sleep(THINKS_S)
        return decided

    monkeypatch.setattr(rules, "decide", think)


@pytest.fixture
def unlocked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the row lock away, and the second try to which a refused constraint would lead."""
    monkeypatch.setattr(wrapper, "_CLASHES", ())
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **_: self.all())
