"""A GET changes nothing. The few records that reading itself must leave are permitted by name."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection

_WRITES = re.compile(
    r"\s*(INSERT|UPDATE|DELETE|TRUNCATE|MERGE|WITH\b.*\b(?:INSERT|UPDATE|DELETE)\b)", re.I | re.S
)
_permitted: ContextVar[str] = ContextVar("permitted_write", default="")


class WriteOnRead(RuntimeError):
    """Raised when a page that only reads tries to write."""


@contextmanager
def permitted_write(reason: str) -> Iterator[None]:
    """Permit writing inside a reading page, for one of the named reasons."""
    token = _permitted.set(reason)
    try:
        yield
    finally:
        _permitted.reset(token)


@contextmanager
def reading_only() -> Iterator[None]:
    """Refuse every writing statement inside, but for permitted ones."""
    with connection.execute_wrapper(_refuse_writes):
        yield


def _refuse_writes(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    if _WRITES.match(sql) and not _permitted.get() and "django_session" not in sql:
        raise WriteOnRead(sql[:200])
    return execute(sql, params, many, context)
