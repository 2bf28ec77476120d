"""Rows on their way into the tables: by COPY; foreign keys and plain indexes are made again after it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql

Row = Mapping[str, object]
Rows = Mapping[str, list[Row]]
ORDER = (
    "people_applicant",
    "people_person",
    "dossiers_dossier",
    "dossiers_clock_mark",
    "dossiers_step_run",
    "dossiers_supplement_round",
    "journal_entry",
)
_KEYS = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
     WHERE contype = 'f' AND conrelid = ANY(%s::regclass[])
"""
_INDEXES = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
     WHERE indrelid = ANY(%s::regclass[]) AND NOT indisunique
"""


def load(connection: psycopg.Connection[Any], batches: Iterable[Rows]) -> int:
    """Copy batch after batch, each a transaction; gives how many rows went in."""
    amount = 0
    # Indexes are made again in memory rather than on disk; what a crash would lose is made anew anyway.
    connection.execute("SET maintenance_work_mem = '512MB'")
    connection.execute("SET synchronous_commit = off")
    with _bared(connection):
        for batch in batches:
            with connection.transaction():
                for table in ORDER:
                    amount += _copy(connection, table, batch.get(table, []))
    connection.execute("VACUUM (ANALYZE)")
    return amount


def _copy(connection: psycopg.Connection[Any], table: str, rows: list[Row]) -> int:
    if not rows:
        return 0
    columns = tuple(rows[0])
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row([row[name] for name in columns])
    return len(rows)


@contextmanager
def _bared(connection: psycopg.Connection[Any]) -> Iterator[None]:
    """Take foreign keys and plain indexes off the tables, and put them back, which checks every row."""
    tables = list(ORDER)
    keys = connection.execute(_KEYS, [tables]).fetchall()
    indexes = connection.execute(_INDEXES, [tables]).fetchall()
    for table, name, _ in keys:
        connection.execute(_named("ALTER TABLE {} DROP CONSTRAINT {}", table, name))
    for name, _ in indexes:
        connection.execute(_named("DROP INDEX {}", name))
    yield
    for _, definition in indexes:
        connection.execute(definition.encode())
    for table, name, definition in keys:
        begun = _named("ALTER TABLE {} ADD CONSTRAINT {} ", table, name).as_bytes(connection)
        connection.execute(begun + definition.encode())


def _named(text: str, *names: str) -> sql.Composed:
    return sql.SQL(text).format(*map(sql.Identifier, names))
