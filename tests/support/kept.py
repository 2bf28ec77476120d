"""Scenes built once: what a builder put into an empty database is kept, and put back by one statement.

Building a ward through the commands takes some hundred statements, and most tests begin with it. The first
test of a worker that asks for a scene builds it; its rows are copied to tables of the schema `kept`, and the
next test has them copied back within its own transaction, which rolls back as ever. Triggers and foreign
keys stay on.
"""

import itertools
import pickle
from collections.abc import Callable, Sequence
from functools import wraps
from typing import ParamSpec, TypeVar

import psycopg
import time_machine
from django.db import connection
from psycopg import sql

from motcua.base.clock import now
from motcua.base.database.roles import APP
from tests.support import database
from tests.support.database import Database

# What freezes its parts comes back after them: triggers refuse parts of what is published or in force.
LAST = ("catalogue_route", "catalogue_version", "org_calendar_decision", "dossiers_register")
# Rows that a trigger makes anew.
MADE_BY_TRIGGERS = ("procrastinate_events",)
COLUMNS = """
    SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
      AND NOT a.attisdropped AND a.attgenerated = '' AND NOT c.relname = ANY (%s)
    GROUP BY c.relname
"""

Rows = dict[str, Sequence[bytes]]

P = ParamSpec("P")
T = TypeVar("T")
_numbers = itertools.count(1)
_scenes: dict[str, tuple[str, bytes]] = {}


def kept(builder: Callable[P, T]) -> Callable[P, T]:
    """Let a builder of a scene work once for the same arguments and the same stopped clock.

    So it is in tests that roll back, before they wrote anything; elsewhere the builder works every time.
    """

    @wraps(builder)
    def give(*args: P.args, **kwargs: P.kwargs) -> T:
        own = database.rolled_back()
        if own is None or not connection.in_atomic_block or _begun():
            return builder(*args, **kwargs)
        stopped = now().isoformat() if time_machine.escape_hatch.is_travelling() else ""
        name = f"{builder.__module__}.{builder.__qualname__}"
        key = repr((own.name, name, args, sorted(kwargs.items()), stopped))
        if key not in _scenes:
            columns = _columns()
            before = _rows(columns)
            made = builder(*args, **kwargs)
            _scenes[key] = _keep(own, columns, before, _rows(columns)), pickle.dumps(made)
            return made
        put_back, scene = _scenes[key]
        with connection.cursor() as cursor:
            cursor.execute(put_back)
        again: T = pickle.loads(scene)
        return again

    return give


def _begun() -> bool:
    """Say whether something was done in this database already: every act leaves a line."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM journal_entry) OR EXISTS (SELECT FROM org_agency)")
        return bool(cursor.fetchone()[0])


def _columns() -> dict[str, list[str]]:
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS, [list(MADE_BY_TRIGGERS)])
        found: dict[str, list[str]] = dict(cursor.fetchall())
    return {name: found[name] for name in sorted(found, key=lambda one: (one in LAST, one))}


def _rows(columns: dict[str, list[str]]) -> Rows:
    """Give every row of every table as COPY writes it, in the order in which they were made."""
    found: Rows = {}
    connection.ensure_connection()
    with connection.connection.cursor() as cursor:
        for table, names in columns.items():
            statement = sql.SQL("COPY {} ({}) TO STDOUT").format(sql.Identifier(table), _listed(names))
            with cursor.copy(statement) as copy:
                found[table] = b"".join(copy).splitlines(keepends=True)
    return found


def _keep(own: Database, columns: dict[str, list[str]], before: Rows, after: Rows) -> str:
    """Copy what is new to tables of its own; gives the statement that puts it back."""
    number = next(_numbers)
    back = []
    with psycopg.connect(own.owner) as owner:
        owner.execute("CREATE SCHEMA IF NOT EXISTS kept")
        owner.execute(sql.SQL("GRANT USAGE ON SCHEMA kept TO {}").format(sql.Identifier(APP)))
        for table, names in columns.items():
            known = set(before[table])
            fresh = [row for row in after[table] if row not in known]
            assert len(after[table]) - len(fresh) == len(known), f"{table}: rows were there and were changed"
            if not fresh:
                continue
            place = sql.Identifier("kept", f"{table}_{number}")
            parts = {"place": place, "table": sql.Identifier(table), "names": _listed(names)}
            owner.execute(
                sql.SQL("CREATE UNLOGGED TABLE {place} AS SELECT {names} FROM {table} LIMIT 0").format(
                    **parts
                )
            )
            with owner.cursor().copy(sql.SQL("COPY {place} FROM STDIN").format(**parts)) as copy:
                copy.write(b"".join(fresh))
            grant = sql.SQL("GRANT SELECT ON {place} TO {app}")
            owner.execute(grant.format(app=sql.Identifier(APP), **parts))
            back.append(sql.SQL("INSERT INTO {table} ({names}) SELECT {names} FROM {place};").format(**parts))
        function = sql.Identifier("kept", f"put_back_{number}")
        body = sql.SQL("BEGIN {} END").format(sql.SQL(" ").join(back))
        owner.execute(
            sql.SQL("CREATE FUNCTION {}() RETURNS void LANGUAGE plpgsql AS {}").format(
                function, sql.Literal(body.as_string(owner))
            )
        )
    return f"SELECT kept.put_back_{number}()"


def _listed(names: Sequence[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, names))
