"""What the commands about files stand on."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection, transaction

from motcua.base.database.ids import uuid7
from motcua.base.files.places import store
from motcua.base.web.log import log


@dataclass(frozen=True)
class Batch:
    """One act on many files at once, as a thing of the journal."""

    pk: UUID = field(default_factory=uuid7)
    THING: str = "files"


@contextmanager
def alone(word: str) -> Iterator[None]:
    """Let one transaction at a time do something about a word; the lock ends with the transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 7))", [word])
        yield


def forget_bytes(keys: Iterable[str]) -> None:
    """Remove stored bytes once the act is committed; what stays behind is swept as an orphan."""
    doomed = list(keys)
    transaction.on_commit(lambda: _remove(doomed))


def _remove(keys: list[str]) -> None:
    for key in keys:
        try:
            store().delete(key)
        except OSError as error:
            log.warning("bytes not removed yet", key=key, error=type(error).__name__)
