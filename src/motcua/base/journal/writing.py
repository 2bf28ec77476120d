"""Writing one row, and collecting what a command wrote."""

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from django.conf import settings
from django.db import connection

from motcua.base.access.actor import Actor, Kind
from motcua.base.database.ids import uuid7
from motcua.base.rooms import News
from motcua.base.web.guard import permitted_write


class Mark(StrEnum):
    """Why a row's moment may lie before its recording: the only reasons that back-date."""

    NONE = ""
    IMPORT = "import"
    DEMO = "demo"
    LATE_ENTRY = "late_entry"


class Thing(Protocol):
    """Anything the journal can speak about."""

    THING: str

    @property
    def pk(self) -> Any: ...


_written: ContextVar[list[News] | None] = ContextVar("journal_written", default=None)
_mark: ContextVar[Mark] = ContextVar("journal_mark", default=Mark.NONE)

_INSERT = """
    INSERT INTO journal_entry
        (id, thing, seq, about, verb, actor, position, on_behalf_of, happened_at, recorded_at, mark,
         payload, prev_hash, hash)
    VALUES (%s, %s, 0, %s, %s, %s, %s, %s, %s, %s, %s, %s, '', '')
"""


def thing_of(about: Thing) -> str:
    """Give the journal's name of a thing: its kind and id."""
    return f"{about.THING}:{about.pk}"


def write(verb: str, *, about: Thing, by: Actor, at: datetime, data: Mapping[str, Any] | None = None) -> None:
    """Write the row of one act into the chain of the thing that it is about.

    `data` holds ids, codes and keyed commitments, never a personal value.
    """
    thing = thing_of(about)
    _insert(thing, thing, verb, by, at, data or {})


def write_read(
    verb: str, *, about: Thing, chain: str, by: Actor, at: datetime, data: Mapping[str, Any] | None = None
) -> None:
    """Write the row of somebody's look at a thing into a chain of its own (`chain`: unit and day)."""
    with permitted_write("journal"):
        _insert(f"reads:{chain}", thing_of(about), verb, by, at, data or {})


@contextmanager
def marked(mark: Mark) -> Iterator[None]:
    """Mark every row written inside as back-dated for a stated reason."""
    token = _mark.set(mark)
    try:
        yield
    finally:
        _mark.reset(token)


@contextmanager
def collected() -> Iterator[list[News]]:
    """Collect what is written inside, for delivery by the outermost command."""
    fresh: list[News] = []
    token = _written.set(fresh)
    try:
        yield fresh
    finally:
        _written.reset(token)


def commitment(value: str) -> str:
    """Give a keyed commitment to a personal value: it can be checked later, not read."""
    key = settings.COMMITMENT_KEY.encode()
    return "k1:" + hmac.new(key, value.encode(), hashlib.sha256).hexdigest()


def name_of(by: Actor) -> str:
    """Give the journal's name of an actor."""
    if by.kind is Kind.SYSTEM:
        return f"system:{by.name}"
    return f"{by.kind.value}:{by.person or by.account or ''}".rstrip(":")


def canonical(data: Mapping[str, Any]) -> str:
    """Give the one text of a payload: sorted keys, no spaces, Vietnamese letters as they are."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"the journal takes no {type(value).__name__}")


def _insert(thing: str, about: str, verb: str, by: Actor, at: datetime, data: Mapping[str, Any]) -> None:
    news = News(uuid7(), verb, about, at, dict(data))
    position, beneficiary = by.position or "", by.on_behalf_of or ""
    with connection.cursor() as cursor:
        cursor.execute(
            _INSERT,
            [
                news.id,
                thing,
                about,
                verb,
                name_of(by),
                str(position),
                str(beneficiary),
                at,
                at,
                _mark.get(),
                canonical(data),
            ],
        )
    written = _written.get()
    if written is not None:
        written.append(news)
