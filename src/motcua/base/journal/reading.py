"""Reading the journal: rows of a thing, looks at a thing, whole chains for export."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection

from motcua.base.journal.models import Entry
from motcua.base.rooms import News

_TICK = timedelta(microseconds=1)


@dataclass(frozen=True)
class Row:
    """One journal row as pages show it."""

    thing: str
    seq: int
    about: str
    verb: str
    actor: str
    position: str
    on_behalf_of: str
    happened_at: datetime
    recorded_at: datetime
    mark: str
    payload: Mapping[str, Any]


def rows_of(thing: str) -> list[Row]:
    """Give the acts in the chain of a thing, oldest first."""
    return [_row(entry) for entry in Entry.objects.filter(thing=thing).order_by("seq")]


def reads_of(about: str) -> list[Row]:
    """Give who looked at a thing, newest first."""
    entries = Entry.objects.filter(about=about, thing__startswith="reads:").order_by("-recorded_at")
    return [_row(entry) for entry in entries]


def news_of(entry: Entry) -> News:
    """Give a stored row as news."""
    return News(entry.id, entry.verb, entry.about, entry.happened_at, json.loads(entry.payload))


def settled_until() -> datetime:
    """Give a moment up to which every recorded row can be seen: nothing older is still to be committed.

    Rows carry the clock of the moment in which they were written, and are seen when their transaction ends.
    So whoever follows the journal by its clock must not pass a writer that has not ended; one that has
    written nothing yet can only write later than now.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (present,) = cursor.fetchone()
        cursor.execute(
            "SELECT min(xact_start) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL"
        )
        (oldest,) = cursor.fetchone()
    settled = present if oldest is None else min(present, oldest - _TICK)
    assert isinstance(settled, datetime), "the database tells moments"
    return settled


def exported(entries: Iterator[Entry]) -> Iterator[dict[str, Any]]:
    """Give rows in the open export format that `verifier.py` checks without this program."""
    for entry in entries:
        yield {
            "id": str(entry.id),
            "thing": entry.thing,
            "seq": entry.seq,
            "about": entry.about,
            "verb": entry.verb,
            "actor": entry.actor,
            "position": entry.position,
            "on_behalf_of": entry.on_behalf_of,
            "happened_at": instant(entry.happened_at),
            "recorded_at": instant(entry.recorded_at),
            "mark": entry.mark,
            "payload": entry.payload,
            "prev_hash": bytes(entry.prev_hash).hex(),
            "hash": bytes(entry.hash).hex(),
        }


def instant(moment: datetime) -> str:
    """Write a moment as the chain does: UTC with microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _row(entry: Entry) -> Row:
    return Row(
        entry.thing,
        entry.seq,
        entry.about,
        entry.verb,
        entry.actor,
        entry.position,
        entry.on_behalf_of,
        entry.happened_at,
        entry.recorded_at,
        entry.mark,
        json.loads(entry.payload),
    )
