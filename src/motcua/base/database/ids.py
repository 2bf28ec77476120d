"""Identifiers that sort by the time they were made: UUID version 7 (RFC 9562)."""

import os
import secrets
import threading
import time
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_COUNTER_BITS: Final = 42
_TAIL_BITS: Final = 32


class _Sequence:
    """Milliseconds and a counter that only ever grow, shared by the threads of one process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._milliseconds = -1
        self._counter = 0

    def following(self) -> tuple[int, int]:
        """Gives the next (milliseconds, counter): a clock set back or a full counter never repeats one."""
        now = time.time_ns() // 1_000_000
        with self._lock:
            if now > self._milliseconds:
                self._milliseconds, self._counter = now, _fresh_counter()
            else:
                self._counter += 1
                if self._counter >> _COUNTER_BITS:
                    self._milliseconds, self._counter = self._milliseconds + 1, _fresh_counter()
            return self._milliseconds, self._counter


def _fresh_counter() -> int:
    # The highest bit starts at zero, so that one millisecond has room for 2^41 more.
    return secrets.randbits(_COUNTER_BITS - 1)


_sequence = _Sequence()


def _begin_anew() -> None:
    """Gives a forked child a sequence of its own: the parent's lock may be held, its counter is in use."""
    global _sequence  # noqa: PLW0603 - the one sequence of this process, replaced only right after a fork
    _sequence = _Sequence()


os.register_at_fork(after_in_child=_begin_anew)


def uuid7() -> UUID:
    """Makes a new identifier, greater than every one this process made before; safe across threads."""
    milliseconds, counter = _sequence.following()
    high, low = counter >> 30, counter & ((1 << 30) - 1)
    bits = milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62
    return UUID(int=bits | low << _TAIL_BITS | secrets.randbits(_TAIL_BITS))


def at_of(made: UUID) -> datetime:
    """Gives the moment (UTC, whole milliseconds) at which `uuid7` made it; ValueError for another version."""
    if made.version != 7:  # noqa: PLR2004 - the version this module makes
        raise ValueError(f"not a version 7 UUID: {made}")
    return _EPOCH + timedelta(milliseconds=made.int >> 80)
