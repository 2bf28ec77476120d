"""Writing one row, and collecting what a command wrote."""

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from django.conf import settings
from django.db import connection

from motcua.base.access.actor import Actor, Kind
from motcua.base.database.ids import uuid7
from motcua.base.journal.words import Mark
from motcua.base.rooms import News
from motcua.base.web.guard import permitted_write

__all__ = ["Mark", "OutsideCommand", "marked", "thing_of", "write", "write_read"]


class OutsideCommand(RuntimeError):
    """Raised when an act is recorded by no command: its news would reach nobody."""


class Thing(Protocol):
    """Anything the journal can speak about."""

    @property
    def THING(self) -> str: ...

    @property
    def pk(self) -> Any: ...


_written: ContextVar["Written | None"] = ContextVar("journal_written", default=None)
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
    written = _written.get()
    if written is None:
        raise OutsideCommand(verb)
    thing = thing_of(about)
    news = News(uuid7(), verb, thing, at, dict(data or {}))
    _insert(news, chain=thing, by=by)
    written.news.append(news)


def write_read(
    verb: str, *, about: Thing, chain: str, by: Actor, at: datetime, data: Mapping[str, Any] | None = None
) -> None:
    """Write the row of somebody's look at a thing into a chain of its own (`chain`: unit and day)."""
    with permitted_write("journal"):
        _insert(News(uuid7(), verb, thing_of(about), at, dict(data or {})), chain=f"reads:{chain}", by=by)


@contextmanager
def marked(mark: Mark) -> Iterator[None]:
    """Mark every row written inside as back-dated for a stated reason."""
    token = _mark.set(mark)
    try:
        yield
    finally:
        _mark.reset(token)


@dataclass
class Written:
    """What a command wrote itself, and whether a command inside it wrote."""

    news: list[News] = field(default_factory=list)
    inside: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything was written."""
        return bool(self.news) or self.inside


@contextmanager
def collected() -> Iterator[Written]:
    """Collect what is written inside, and tell the command around that something was."""
    around, fresh = _written.get(), Written()
    token = _written.set(fresh)
    try:
        yield fresh
    finally:
        _written.reset(token)
    if around is not None and fresh:
        around.inside = True


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
    return json.dumps(
        data, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"), default=_plain
    )


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"the journal takes no {type(value).__name__}")


def _insert(news: News, *, chain: str, by: Actor) -> None:
    at = news.happened_at
    if at.tzinfo is None:
        raise ValueError(f"naive moment: {at}")
    row = (
        news.id,
        chain,
        news.about,
        news.verb,
        name_of(by),
        str(by.position or ""),
        str(by.on_behalf_of or ""),
        at,
        at,
        _mark.get(),
        canonical(news.payload),
    )
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, row)
