"""Testing spoiled tables: one session of pytest that runs its tests again for every table."""

import inspect
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType
from typing import NoReturn

import pytest

from motcua.base.clock.official import official_calendar, official_days
from tests.rules.mutants.tables import Spoiled

SECONDS = 60


class Spoiling:
    """A plugin of pytest: `noticed` tells of each spoiled table whether a test failed on it."""

    def __init__(self, tables: Iterable[Spoiled]) -> None:
        self.tables = tables
        self.noticed: dict[str, bool] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests, in their order and up to the first that fails, on every spoiled table."""
        tests = [test for item in session.items if (test := _bare(item)) is not None]
        if not tests or _fails(tests):
            raise pytest.UsageError("the tests do not even pass with nothing spoiled")
        for spoiled in self.tables:
            with spoiled.applied(), _kept_forgotten():
                self.noticed[spoiled.name] = _fails(tests)
        return True


def _bare(item: pytest.Item) -> Callable[[], object] | None:
    """Give a test as a plain call; None for one that asks for more than its parameters."""
    if not isinstance(item, pytest.Function):
        return None
    given = item.callspec.params if hasattr(item, "callspec") else {}
    asked = set(inspect.signature(item.obj).parameters)
    return partial(item.obj, **given) if asked == set(given) else None


def _fails(tests: Iterable[Callable[[], object]]) -> bool:
    signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(SECONDS)
    try:
        for test in tests:
            test()
    except (Exception, pytest.fail.Exception):  # whatever goes wrong, somebody has noticed
        return True
    finally:
        signal.alarm(0)
    return False


def _too_long(signum: int, frame: FrameType | None) -> NoReturn:
    raise TimeoutError


@contextmanager
def _kept_forgotten() -> Iterator[None]:
    """Forget the official days that are kept, before and after: they were made with other tables."""
    for kept in (official_days, official_calendar):
        kept.cache_clear()
    yield
    for kept in (official_days, official_calendar):
        kept.cache_clear()
