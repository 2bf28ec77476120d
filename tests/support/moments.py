"""Frozen moments."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import time_machine

from motcua.base.clock import ZONE


def at(text: str) -> datetime:
    """Give a moment in Vietnamese time: `at("2026-03-02 09:00")`."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@contextmanager
def frozen(text: str) -> Iterator[datetime]:
    """Stop the clock of this process at a moment in Vietnamese time; the database's goes on."""
    moment = at(text)
    with time_machine.travel(moment, tick=False):
        yield moment
