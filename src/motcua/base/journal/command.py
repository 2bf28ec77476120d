"""The one wrapper around every writing act."""

import functools
import time
from collections.abc import Callable, Mapping
from typing import Any, ParamSpec, TypeVar

from django.apps import apps
from django.db import Error, connection, models, transaction

from motcua.base.clock import now
from motcua.base.journal import delivery
from motcua.base.journal.models import RetryKey
from motcua.base.journal.sameness import digest_of, key_within
from motcua.base.journal.words import Why
from motcua.base.journal.writing import collected
from motcua.base.rooms import Refusal

__all__ = ["Unrecorded", "Why", "command"]

P = ParamSpec("P")
R = TypeVar("R")

# Serialization, deadlock, and two hands that make the same new thing: the second try finds the first's.
_CLASHES = ("40001", "40P01", "23505")
_TRIES = 4


class Unrecorded(RuntimeError):
    """Raised when a command ends without a journal row: a fault of the program, never of a person."""


def command(act: Callable[P, R]) -> Callable[P, R]:
    """Run an act as one whole: transaction, retry key, journal row, roll-back on a refusal, news.

    The act takes keywords only, among them `by` and `at`; where callers may repeat it also takes `key`,
    and a repeat gives the outcome of the first time without acting again. A clash of two writers that the
    database could not order is tried again, unless the act is part of a greater one. A command inside a
    command is a whole of its own within the greater whole: each writes its row.
    """

    @functools.wraps(act)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        for tries_left in range(_TRIES - 1, -1, -1):
            try:
                return _once(act, *args, **kwargs)
            except Error as error:
                state = getattr(error.__cause__, "sqlstate", None)
                if connection.in_atomic_block or state not in _CLASHES or not tries_left:
                    raise
                time.sleep(0.01 * (_TRIES - tries_left))
        raise AssertionError("unreachable")

    return run


def _once(act: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    name = f"{act.__module__.removeprefix('motcua.')}.{act.__name__}"
    key = _scoped(kwargs)
    with transaction.atomic():
        if key and not _claim(key, name, kwargs):
            return _earlier(key, name, kwargs)  # type: ignore[return-value]  # stored by this same act
        with collected() as written:
            outcome = act(*args, **kwargs)
        if isinstance(outcome, Refusal):
            transaction.set_rollback(True)
            return outcome
        if not written:
            raise Unrecorded(name)
        if key:
            _settle(key, outcome)
        # Within the savepoint of this very act: what is rolled back has no news.
        delivery.dispatch(written.news)
        return outcome


def _scoped(kwargs: Mapping[str, Any]) -> str:
    """Give the retry key within its maker, so that nobody can meet another's key."""
    key = str(kwargs.get("key") or "")
    return key_within(kwargs["by"], key) if key else ""


def _digest(kwargs: Mapping[str, Any]) -> str:
    """Give a commitment to what was asked; who asked is in the key, and when may differ."""
    return digest_of({name: value for name, value in kwargs.items() if name not in ("at", "by", "key")})


def _claim(key: str, name: str, kwargs: Mapping[str, Any]) -> bool:
    """Take the key; while another transaction holds it, wait for that one to end."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO journal_retry_key (key, command, digest, outcome_model, outcome_id, made_at)"
            " VALUES (%s, %s, %s, '', '', %s) ON CONFLICT (key) DO NOTHING",
            [key, name, _digest(kwargs), now()],
        )
        return bool(cursor.rowcount)


def _earlier(key: str, name: str, kwargs: Mapping[str, Any]) -> object:
    """Give what the first run gave, or refuse when the key now carries something else."""
    earlier = RetryKey.objects.get(key=key)
    if earlier.command != name or earlier.digest != _digest(kwargs):
        return Refusal(Why.KEY_REUSED)
    outcome = apps.get_model(earlier.outcome_model)._default_manager.filter(pk=earlier.outcome_id).first()
    return outcome if outcome is not None else Refusal(Why.OUTCOME_GONE)


def _settle(key: str, outcome: object) -> None:
    if not isinstance(outcome, models.Model):
        raise TypeError("an act with a retry key gives one stored thing")
    RetryKey.objects.filter(key=key).update(outcome_model=outcome._meta.label, outcome_id=str(outcome.pk))
