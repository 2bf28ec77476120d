"""What the tests of the rooms share."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from pytest_django.fixtures import Settings

from motcua.base.journal import roots


@pytest.fixture
def take_root(tmp_path: Path, settings: Settings) -> Callable[[], Path | None]:
    """Give a way to take a root at once, into a folder of this test."""
    settings.JOURNAL_ROOTS_DIR = tmp_path / "roots"
    return lambda: roots.take_root(margin=timedelta(0))


@pytest.fixture
def on_a_wednesday() -> Iterator[None]:
    """Stop the clock on a working day."""
    with time_machine.travel("2026-11-25T14:20:00+07:00", tick=False):
        yield


@pytest.fixture
def unbuilt_assets(settings: Settings) -> None:
    """Name static files as they are, so that nothing need be built."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
