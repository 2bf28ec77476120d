"""Reading very many rows without holding them all."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection

AT_ONCE = 20_000


def streamed(query: str, given: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    """Give the rows of a query a portion at a time; only within a transaction.

    Between two portions the same connection may be used otherwise.
    """
    connection.ensure_connection()
    assert connection.connection is not None, "just made sure of"
    with connection.connection.cursor(name="streamed") as cursor:
        cursor.itersize = AT_ONCE
        cursor.execute(query, list(given))
        while portion := cursor.fetchmany(AT_ONCE):
            yield from portion
