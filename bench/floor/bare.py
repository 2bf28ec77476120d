"""One connection with prepared statements, and the frame that every act of a life has."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

import psycopg
from psycopg.types.json import Jsonb

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.database.ids import uuid7
from motcua.base.rooms.registry import listeners

_RETRY = (
    "INSERT INTO journal_retry_key (key, command, digest, outcome_model, outcome_id, made_at)"
    " VALUES (%s, 'bench', %s, '', '', %s) ON CONFLICT (key) DO NOTHING"
)
_SETTLE = "UPDATE journal_retry_key SET outcome_model = 'dossiers.Dossier', outcome_id = %s WHERE key = %s"
_SERIAL = (
    "INSERT INTO dossiers_serial AS serial (id, scope, last) VALUES (%s, %s, 1)"
    " ON CONFLICT (scope) DO UPDATE SET last = serial.last + 1 RETURNING last"
)
_DELIVERIES = (
    "INSERT INTO journal_delivery (id, entry_id, subscriber, attempts, made_at, delivered_at, last_error)"
    " SELECT one.id, %s, one.subscriber, 0, %s, NULL, ''"
    " FROM unnest(%s::uuid[], %s::text[]) AS one(id, subscriber)"
)
_DEFER = (
    "SELECT unnest(procrastinate_defer_jobs_v1(ARRAY(SELECT"
    " ROW('default', 'journal.deliver', 0, NULL, NULL, one.args, NULL)::procrastinate_job_to_defer_v1"
    " FROM unnest(%s::jsonb[]) AS one(args))))"
)
_REGISTER = (
    "INSERT INTO dossiers_register (id, unit_id, year, volume, opened_at) VALUES (%s, %s, %s, 1, %s)"
    " ON CONFLICT (unit_id, year) DO NOTHING"
)
_OPEN = "SELECT id, volume FROM dossiers_register WHERE unit_id = %s AND year = %s"
NOTHING = "0" * 64
_NONE: Mapping[str, object] = MappingProxyType({})


class Bare:
    """One connection that does prepared statements."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._db = connection
        self._texts: dict[tuple[str, ...], bytes] = {}

    def run(self, statement: str | bytes, *values: object) -> psycopg.Cursor[Any]:
        """Do one prepared statement."""
        text = statement if isinstance(statement, bytes) else statement.encode()
        return self._db.execute(text, values, prepare=True)

    def insert(self, table: str, begun: Mapping[str, object] = _NONE, /, **row: object) -> None:
        """Insert one row; `begun` is what it holds before anything is said of it."""
        whole = {**begun, **row}
        self.run(self._text("INSERT", table, tuple(whole)), *whole.values())

    def update(self, table: str, key: object, **row: object) -> None:
        """Update named columns of one row."""
        self.run(self._text("UPDATE", table, tuple(row)), *row.values(), key)

    def serial(self, scope: str) -> int:
        """Draw the next number of a scope."""
        row = self.run(_SERIAL, uuid7(), scope).fetchone()
        assert row is not None
        return int(row[0])

    def enter(self, dossier: UUID, unit: UUID, at: datetime) -> None:
        """Enter a dossier into the register of its counter and year."""
        year = local(at).year
        self.run(_REGISTER, uuid7(), unit, year, at)
        row = self.run(_OPEN, unit, year).fetchone()
        assert row is not None
        self.insert(
            "dossiers_register_entry",
            id=uuid7(),
            dossier_id=dossier,
            register_id=row[0],
            volume=row[1],
            number=self.serial(f"register:{row[0]}"),
            entered_at=at,
            late=False,
        )

    @contextmanager
    def act(
        self, thing: str, verb: str, data: Mapping[str, object], *, by: Actor, at: datetime, retry: bool
    ) -> Iterator[None]:
        """Hold what the block writes in one transaction with its retry key, its journal row and its news."""
        key = f"bench {uuid7()}"
        with self._db.transaction():
            if retry:
                self.run(_RETRY, key, NOTHING, at)
            yield
            entry = self._journal(thing, verb, data, by=by, at=at)
            if retry:
                self.run(_SETTLE, thing.partition(":")[2], key)
            self._spread(entry, verb, at)

    def _journal(self, thing: str, verb: str, data: Mapping[str, object], *, by: Actor, at: datetime) -> UUID:
        entry = uuid7()
        self.insert(
            "journal_entry",
            id=entry,
            thing=thing,
            seq=0,
            about=thing,
            verb=verb,
            actor=f"{by.kind.value}:{by.person}",
            position=str(by.position or ""),
            on_behalf_of="",
            happened_at=at,
            recorded_at=at,
            mark="",
            payload=json.dumps(data, ensure_ascii=False, sort_keys=True),
            prev_hash=b"",
            hash=b"",
        )
        return entry

    def _spread(self, entry: UUID, verb: str, at: datetime) -> None:
        """Note every subscriber of an act and queue its job, each in one statement as the commands do."""
        subscribers = [name for name, _ in listeners(verb)]
        if subscribers:
            ids = [uuid7() for _ in subscribers]
            self.run(_DELIVERIES, entry, at, ids, subscribers)
            self.run(_DEFER, [Jsonb({"delivery": str(one)}) for one in ids])

    def _text(self, verb: str, table: str, columns: tuple[str, ...]) -> bytes:
        known = self._texts.get((verb, table, *columns))
        if known is not None:
            return known
        if verb == "INSERT":
            text = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"
        else:
            text = f"UPDATE {table} SET {', '.join(f'{name} = %s' for name in columns)} WHERE id = %s"
        self._texts[verb, table, *columns] = text.encode()
        return text.encode()
