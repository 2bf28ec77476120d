"""Whether the floor stores what the commands store: rows counted in every table there is."""

from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg import sql

# Whoever comes first draws the first number or opens the year's register; the other way of living finds it.
_SHARED = ("dossiers_serial", "dossiers_register")
_TABLES = """
    SELECT tablename FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> ALL(%s) ORDER BY tablename
"""


class OtherRows(RuntimeError):
    """Raised when the floor does not store what the commands store."""


def counted(connection: psycopg.Connection[Any]) -> dict[str, int]:
    """Give how many rows each table has."""
    found = {}
    for (table,) in connection.execute(_TABLES, [list(_SHARED)]).fetchall():
        row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchone()
        assert row is not None
        found[table] = int(row[0])
    return found


def check(by_commands: Mapping[str, int], by_floor: Mapping[str, int]) -> None:
    """Refuse a floor that stores other rows than the commands do for a life; both give rows by table."""
    differing = [
        f"{table} {by_commands.get(table, 0)} and {by_floor.get(table, 0)}"
        for table in sorted(by_commands.keys() | by_floor.keys())
        if by_commands.get(table, 0) != by_floor.get(table, 0)
    ]
    if differing:
        raise OtherRows(f"a life by commands and by the floor leave other rows: {'; '.join(differing)}")
