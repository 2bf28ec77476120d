"""What every test may ask for.

Tests run as the application's role. `django_db` rolls back; `committed` gives a database of its own to tests
that need real commits, threads or processes.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings
from pytest_django.plugin import DjangoDbBlocker
from xdist.scheduler import LoadScopeScheduling

from motcua.base.database.ids import uuid7
from tests.support import moments, sockets
from tests.support.database import ROOT, Database, Databases

# What shares something that takes long to build: a running house, a loaded demo province.
TOGETHER = ("tests/journeys/", "tests/rooms/test_demo_loading.py")


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """Hold the embedded server of the tests, with an up-to-date template."""
    held = Databases()
    yield held
    held.stop()


@pytest.fixture(scope="session")
def django_db_setup(databases: Databases, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Give this worker a clone of its own for the tests that roll back."""
    with django_db_blocker.unblock(), databases.fresh():
        yield


@pytest.fixture
def committed(
    databases: Databases,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Database]:
    """Give a fresh clone in which commits are real; nothing of it stays."""
    with django_db_blocker.unblock(), databases.fresh() as database:
        monkeypatch.setenv("DATABASE_URL", database.app)
        monkeypatch.setenv("DATABASE_OWNER_URL", database.owner)
        yield database


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of shared data; its absence is a reason to skip at home and a failure in CI."""
    folder = Path(os.environ.get("MOTCUA_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        says = f"no shared data at {folder}: set MOTCUA_SHARED"
        if os.environ.get("CI"):
            pytest.fail(says)
        pytest.skip(says)
    return folder


@pytest.fixture(autouse=True)
def _own_roots(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give every test a place of its own for the roots of its journal."""
    settings.JOURNAL_ROOTS_DIR = tmp_path_factory.getbasetemp() / "roots" / uuid7().hex


@pytest.fixture
def frozen() -> Callable[[str], AbstractContextManager[datetime]]:
    """Give `frozen("2026-03-02 09:00")`, which stops the clock in Vietnamese time."""
    return moments.frozen


@pytest.fixture(autouse=True, scope="session")
def _at_home() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        sockets.stay_home(patch)
        yield


class SomeTogether(LoadScopeScheduling):
    """Deals out tests one by one; those that share a house or a province go to one worker, and go first."""

    def _split_scope(self, nodeid: str) -> str:
        return next((shared for shared in TOGETHER if nodeid.startswith(shared)), nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> SomeTogether:
    """Let the longest work begin at once on one side while the other does the rest."""
    return SomeTogether(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse tests that would truncate: the journal cannot be, so they ask for `committed` instead."""
    for item in items:
        mark = item.get_closest_marker("django_db")
        if mark and (mark.kwargs.get("transaction") or "committed" in getattr(item, "fixturenames", ())):
            raise pytest.UsageError(f"{item.nodeid}: use the fixture `committed` and no `django_db`")
