"""Advisory file locks that end with the process that holds them.

Three files in the data folder carry the lifetime of the server:

- `lock`: held for the short moment in which somebody starts, joins or leaves;
- `users`: shared by every process that uses the server; when nobody holds it, the server ends;
- `server`: inherited by PostgreSQL itself; while it is held, some process of the server is alive.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_held: set[int] = set()


def _let_go_in_child() -> None:
    """A forked child is no user of the server: without this it would keep it alive after its parent."""
    for handle in _held:
        os.close(handle)
    _held.clear()


os.register_at_fork(after_in_child=_let_go_in_child)


def _open(path: Path) -> int:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    _held.add(handle)
    return handle


def release(handle: int) -> None:
    """Lets a lock go; a handle that a fork already closed is no error."""
    if handle in _held:
        _held.discard(handle)
        os.close(handle)


def share(path: Path) -> int:
    """Takes a shared lock and gives its handle."""
    handle = _open(path)
    fcntl.flock(handle, fcntl.LOCK_SH)
    return handle


def seize(path: Path) -> int | None:
    """Takes an exclusive lock and gives its handle, or None when somebody holds it."""
    handle = _open(path)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        release(handle)
        return None
    return handle


def is_held(path: Path) -> bool:
    """Tells whether somebody holds the lock exclusively, without disturbing those who ask the same."""
    if not path.exists():
        return False
    handle = _open(path)
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        release(handle)
    return False


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Waits for the lock and holds it for the block."""
    handle = _open(path)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        release(handle)
