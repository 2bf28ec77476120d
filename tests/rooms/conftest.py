"""What the tests of the rooms share."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from motcua.base.journal import roots


@pytest.fixture
def take_root(tmp_path: Path, settings: Settings) -> Callable[[], Path | None]:
    """Give a way to take a root at once, into a folder of this test."""
    settings.JOURNAL_ROOTS_DIR = tmp_path / "roots"
    return lambda: roots.take_root(margin=timedelta(0))
