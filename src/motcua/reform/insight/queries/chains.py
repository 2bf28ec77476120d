"""The journal rows of dossiers, chain by chain."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.db import connection

from motcua.base.database.streaming import streamed
from motcua.reform.insight.rules.tale import VERBS, Tale, Told, tell

KIND = "dossier:"
_ROWS = "SELECT thing, seq, verb, happened_at, payload FROM journal_entry WHERE verb = ANY(%s)"


def touched(after: datetime, until: datetime) -> list[UUID]:
    """Give the dossiers with rows recorded after a moment, up to another."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT thing FROM journal_entry"
            " WHERE recorded_at > %s AND recorded_at <= %s AND verb = ANY(%s)",
            [after, until, list(VERBS)],
        )
        return [_id(thing) for (thing,) in cursor.fetchall()]


def tales_of(dossiers: Sequence[UUID], *, until: datetime | None = None) -> Iterator[tuple[UUID, Tale]]:
    """Tell the tales of some dossiers; with `until`, as they were known at a moment."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"{_ROWS} AND thing = ANY(%s) {_KNOWN} ORDER BY thing, seq",
            [list(VERBS), [f"{KIND}{one}" for one in dossiers], until, until],
        )
        yield from _told(iter(cursor.fetchall()))


def every_tale(*, until: datetime) -> Iterator[tuple[UUID, Tale]]:
    """Tell the tale of every dossier, as they were known at a moment; within a transaction."""
    query = f"{_ROWS} {_KNOWN} ORDER BY thing, seq"
    yield from _told(streamed(query, [list(VERBS), until, until]))


_KNOWN = "AND (%s::timestamptz IS NULL OR recorded_at <= %s)"
Stored = tuple[str, int, str, datetime, str]


def _told(rows: Iterator[Stored]) -> Iterator[tuple[UUID, Tale]]:
    for thing, chain in groupby(rows, key=lambda row: row[0]):
        yield _id(thing), tell([Told(seq, verb, at, json.loads(said)) for _, seq, verb, at, said in chain])


def _id(thing: str) -> UUID:
    return UUID(thing.removeprefix(KIND))
