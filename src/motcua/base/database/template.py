"""Databases for tests: one template made by the owner, cheap clones of it."""

import time
from typing import Final, LiteralString

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from motcua.base.database import roles

TEMPLATE: Final = "motcua_template"
TRIES: Final = 20
PAUSE_S: Final = 0.25


def make_template(owner_url: str, name: str = TEMPLATE) -> str:
    """Makes an empty database with extensions and grants, replacing an older one; gives its owner address."""
    drop(owner_url, name)
    _execute(owner_url, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    made = at(owner_url, name)
    roles.grant(made)
    return made


def clone(owner_url: str, template: str, name: str) -> str:
    """Makes database `name` a copy of `template`, replacing an older one; gives its owner address.

    Copying files took half the time of copying through the log (60 against 120 ms for 100 tables).
    """
    drop(owner_url, name)
    end_sessions(owner_url, template)
    _execute(
        owner_url,
        sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
            sql.Identifier(name), sql.Identifier(template)
        ),
    )
    made = at(owner_url, name)
    roles.grant(made)
    return made


def drop(owner_url: str, name: str) -> None:
    """Deletes database `name` with its sessions, if there is one."""
    statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    for _ in range(TRIES):
        try:
            _execute(owner_url, statement)
            return
        except psycopg.errors.InsufficientPrivilege:
            # The server's own cleaning is in it for a moment, and nobody but the server may end that.
            time.sleep(PAUSE_S)
    _execute(owner_url, statement)


def at(url: str, name: str) -> str:
    """Gives the libpq address of database `name` for the same server and login."""
    return make_conninfo(url, dbname=name)


def end_sessions(owner_url: str, name: str) -> None:
    """Ends the sessions on a database: nobody may be connected to what is being copied."""
    query: LiteralString = (
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
        " WHERE datname = {} AND pid <> pg_backend_pid() AND pg_has_role(usesysid, 'USAGE')"
    )
    _execute(owner_url, sql.SQL(query).format(sql.Literal(name)))


def _execute(owner_url: str, statement: sql.Composed) -> None:
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute(statement)
