"""Databases of the tests: one embedded server, one template made by the owner, a clone for everybody."""

import hashlib
import itertools
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connections
from psycopg import sql

from motcua.base.database import template
from motcua.base.database.connection import django_settings
from motcua.base.database.launcher import Server, locks

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
DATA = ROOT / "var" / "test-postgres"
_NUMBERS = itertools.count(1)
_speaking_to: list["Database"] = []


@dataclass(frozen=True)
class Database:
    """One clone: `app` for what is tested, `owner` for what only the owner may do."""

    name: str
    app: str
    owner: str

    def as_owner(self, statement: str, *parameters: object) -> list[tuple[object, ...]]:
        """Do one statement as the owner, and give its rows."""
        with psycopg.connect(self.owner, autocommit=True) as connection:
            done = connection.execute(statement.encode(), parameters or None)
            return done.fetchall() if done.description else []

    def environment(self) -> dict[str, str]:
        """Give the environment of a process of the house that works on this clone."""
        return {
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(SOURCE), str(ROOT))),
            "DJANGO_SETTINGS_MODULE": "tests.support.settings",
            "MOTCUA_TEST_DATABASE": "given",
            "DATABASE_URL": self.app,
            "DATABASE_OWNER_URL": self.owner,
            # A root that one database's worker takes says nothing about another's journal.
            "MOTCUA_JOURNAL_ROOTS_DIR": str(DATA.parent / "test" / "roots" / self.name),
        }


class Databases:
    """The server of the tests, held by this process, and the clones made on it."""

    def __init__(self) -> None:
        self._server = Server.attach_or_start(DATA, durable=False)
        with self._alone():
            self._drop_forgotten()
            self._make_template()

    @contextmanager
    def fresh(self) -> Iterator[Database]:
        """Make a clone, speak to it through Django for the block, then drop it."""
        name = f"motcua_test_{os.getpid()}_{next(_NUMBERS)}"
        with self._alone():
            owner = template.clone(self._owner, self._template, name)
        database = Database(name, template.at(self._server.url("app"), name), owner)
        before = dict(settings.DATABASES["default"])
        connections["default"].close()
        _speak_to(django_settings(database.app, pool=False))
        _speaking_to.append(database)
        try:
            yield database
        finally:
            _speaking_to.remove(database)
            connections["default"].close()
            _speak_to(before)
            template.drop(self._owner, name)

    def stop(self) -> None:
        """Let the server go; it ends with its last user."""
        self._server.stop()

    @property
    def _owner(self) -> str:
        return self._server.url("owner")

    @cached_property
    def _template(self) -> str:
        """Give the name of the template, which says all that it was made of."""
        files = sorted(
            {*SOURCE.rglob("migrations/*.py"), *SOURCE.rglob("*.sql"), *SOURCE.rglob("database/*.py")}
        )
        whole = hashlib.sha256("\n".join(settings.INSTALLED_APPS).encode())
        for package in ("django", "procrastinate", "django-allauth"):
            whole.update(f"{package} {version(package)}\n".encode())
        for file in files:
            whole.update(f"{file.relative_to(SOURCE)}\n".encode() + file.read_bytes())
        return f"{template.TEMPLATE}_{whole.hexdigest()[:24]}"

    def _make_template(self) -> None:
        if self._template in self._names(f"{template.TEMPLATE}_"):
            return
        for old in self._names(f"{template.TEMPLATE}_"):
            template.drop(self._owner, old)
        making = template.make_template(self._owner)
        database = Database(
            template.TEMPLATE, template.at(self._server.url("app"), template.TEMPLATE), making
        )
        done = subprocess.run(
            [sys.executable, "-m", "django", "migrate", "--verbosity=0"],
            env={**database.environment(), "MOTCUA_DATABASE_ROLE": "owner"},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        names = map(sql.Identifier, (template.TEMPLATE, self._template))
        rename = sql.SQL("ALTER DATABASE {} RENAME TO {}").format(*names)
        with psycopg.connect(self._owner, autocommit=True) as connection:
            connection.execute(rename)

    def _drop_forgotten(self) -> None:
        """Drop the clones of processes that were killed."""
        for name in self._names("motcua_test_"):
            if not Path(f"/proc/{name.split('_')[2]}").exists():
                template.drop(self._owner, name)

    def _names(self, prefix: str) -> list[str]:
        with psycopg.connect(self._owner) as connection:
            found = connection.execute(
                "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix]
            )
            return [str(row[0]) for row in found]

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with locks.alone(DATA / "template.lock"):
            yield


def rolled_back() -> Database | None:
    """Give the clone of the tests that roll back; nothing while one with real commits is spoken to."""
    return _speaking_to[0] if len(_speaking_to) == 1 else None


def _speak_to(entry: dict[str, object]) -> None:
    """Point every later connection of this process elsewhere; open ones are closed by who opened them."""
    known = connections.settings["default"]
    known.update({**known, **entry})
