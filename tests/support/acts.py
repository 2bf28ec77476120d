"""A small room of their own for the tests of the command wrapper: its commands, its card, its subscriber."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

import pytest

from motcua.base.access import Actor, Kind, system
from motcua.base.access.models import Account
from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Card, News, Refusal, registry

HOUSE = system("tests")


class Why(StrEnum):
    NOT_TODAY = "acts.not_today"


@dataclass(frozen=True)
class Thing:
    """Something that the journal can speak about without a table of its own."""

    pk: UUID = field(default_factory=uuid7)
    THING: str = "thing"


@command
def note(*, about: Thing, words: str = "", by: Actor = HOUSE, at: datetime) -> Thing:
    """Write one row and nothing else."""
    journal.write("thing.noted", about=about, by=by, at=at, data={"words": words})
    return about


@command
def open_one(*, login: str, by: Actor, at: datetime, key: str = "") -> Account | Refusal:
    """Store one thing under a retry key."""
    account = Account.objects.create(login=login, kind=Kind.STAFF.value, created_at=at, password="!")
    journal.write("thing.opened", about=account, by=by, at=at)
    return account


@command
def open_any(*, by: Actor, at: datetime, key: str = "") -> Account | Refusal:
    """Store a thing that every call would make anew."""
    account = Account.objects.create(login=str(uuid7()), kind=Kind.STAFF.value, created_at=at, password="!")
    journal.write("thing.opened", about=account, by=by, at=at)
    return account


@command
def open_then_refuse(*, login: str, by: Actor, at: datetime, key: str = "") -> Account | Refusal:
    """Do all of it, then say no."""
    open_one(login=login, by=by, at=at)
    return Refusal(Why.NOT_TODAY)


@command
def open_silently(*, login: str, by: Actor, at: datetime) -> Account:
    """Forget the journal."""
    return Account.objects.create(login=login, kind=Kind.STAFF.value, created_at=at, password="!")


@command
def note_both(*, first: Thing, second: Thing, between: Callable[[], None], by: Actor, at: datetime) -> None:
    """Write two rows, with something in between."""
    journal.write("thing.noted", about=first, by=by, at=at)
    between()
    journal.write("thing.noted", about=second, by=by, at=at)


def noted(thing: Thing, words: str = "") -> Thing:
    """Write one row, now."""
    return note(about=thing, words=words, at=now())


@contextmanager
def listening(patch: pytest.MonkeyPatch, **listens: Callable[[News], None]) -> Iterator[None]:
    """Let a room named `tests` subscribe: `listening(patch, noted=job)` hears `thing.noted`."""
    jobs = {f"thing.{name}": job for name, job in listens.items()}
    cards = (*registry.cards(), Card(room="tests", title="", listens=jobs))
    registry.listeners.cache_clear()
    patch.setattr(registry, "cards", lambda: cards)
    try:
        yield
    finally:
        registry.listeners.cache_clear()


def hear_nothing(news: News) -> None:
    """Listen without doing anything."""
