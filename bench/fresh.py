"""A database of its own for one benchmark, made like that of production, gone afterwards."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from django.db import connections

from motcua.base.database import template
from motcua.base.database.connection import django_settings


class NotMade(RuntimeError):
    """Raised with a sentence when the database of the benchmark cannot be made."""


@dataclass(frozen=True)
class Fresh:
    """The addresses of the database made."""

    app: str
    owner: str

    def environment(self) -> dict[str, str]:
        """Give the environment of a process of the house that works on it."""
        return {**os.environ, "DATABASE_URL": self.app, "DATABASE_OWNER_URL": self.owner}


@contextmanager
def fresh_database() -> Iterator[Fresh]:
    """Make a migrated database beside that of DATABASE_URL, speak to it through Django, then drop it."""
    app, owner = (
        os.environ["DATABASE_URL"],
        os.environ.get("DATABASE_OWNER_URL") or os.environ["DATABASE_URL"],
    )
    name = f"motcua_bench_{os.getpid()}"
    try:
        made = Fresh(template.at(app, name), template.make_template(owner, name))
    except psycopg.Error as error:
        raise NotMade(f"no database for the benchmark: {error}") from error
    before = dict(connections.settings["default"])
    try:
        _migrate(made)
        connections["default"].close()
        connections.settings["default"].update(django_settings(made.app, pool=False))
        yield made
    finally:
        connections["default"].close()
        connections.settings["default"].update(before)
        template.drop(owner, name)


def _migrate(made: Fresh) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "motcua.config.cli", "migrate", "--verbosity=0"],
        env=made.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NotMade(done.stderr.strip().splitlines()[-1])
