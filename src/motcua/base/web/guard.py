"""A GET changes nothing. The few records that reading itself must leave are permitted by name."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Literal

from django.db import connection

_READS = re.compile(
    r"\s*(SELECT|WITH|VALUES|SHOW|EXPLAIN|DECLARE|FETCH|CLOSE|SAVEPOINT|RELEASE|ROLLBACK|SET)\b", re.I
)
# A reading word may still begin a writing statement: a CTE that writes, or a function that queues a job.
_WRITES_INSIDE = re.compile(
    r"\b(INSERT\s+INTO|DELETE\s+FROM|MERGE\s+INTO|(?<!FOR )(?<!KEY )UPDATE\s+\S+\s+SET|"
    r"procrastinate_\w+\s*\(|nextval\s*\()",
    re.I,
)
# Sessions and the cache are the web's own housekeeping, not the business of the province.
_HOUSEKEEPING = re.compile(r'\s*(INSERT INTO|UPDATE|DELETE FROM)\s+"?(django_session|web_cache)"?[\s(]', re.I)

Reason = Literal["journal", "sign-in"]
_permitted: ContextVar[Reason | None] = ContextVar("permitted_write", default=None)


class WriteOnRead(RuntimeError):
    """Raised when a page that only reads tries to write."""


@contextmanager
def permitted_write(reason: Reason) -> Iterator[None]:
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
    if _permitted.get() is None and _writes(sql):
        raise WriteOnRead(sql[:200])
    return execute(sql, params, many, context)


def _writes(sql: str) -> bool:
    if _HOUSEKEEPING.match(sql):
        return False
    return not _READS.match(sql) or _WRITES_INSIDE.search(sql) is not None
