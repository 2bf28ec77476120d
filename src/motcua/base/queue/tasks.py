"""Declaring work and queueing it."""

import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from motcua.base.queue.commands import failing


@dataclass(frozen=True)
class Task:
    """A named piece of background work."""

    name: str
    act: Callable[..., None]

    def __call__(self, **kwargs: Any) -> None:
        """Do the work here and now."""
        self.act(**kwargs)

    def defer(self, **kwargs: Any) -> None:
        """Queue the work in the current transaction: it starts only after the commit."""
        defer_many(self, [kwargs])


def task(name: str, *, every: str = "", tries: int = 5) -> Callable[[Callable[..., None]], Task]:
    """Declare background work under a name that never changes; `every` is a cron line.

    A failure is tried again after 3, 9, 27 … seconds, `tries` times in all. Work must be idempotent: a
    worker that dies is followed by another that starts the job afresh. Regular work never runs beside
    itself, and takes `timestamp`, the moment (seconds since 1970) it was due.
    """

    def declare(act: Callable[..., None]) -> Task:
        alone = name if every else None
        # Regular work that failed is not tried again: its next time comes, and may already be queued.
        again = tries - 1 if not every else 0
        retry = RetryStrategy(max_attempts=again, exponential_wait=3) if again else False
        noted = _noted(name, act, regular=bool(every))
        registered = app.task(name=name, retry=retry, lock=alone, queueing_lock=alone, pass_context=True)(
            noted
        )
        if every:
            app.periodic(cron=every)(registered)
        return Task(name, act)

    return declare


def _noted(name: str, act: Callable[..., None], *, regular: bool) -> Callable[..., None]:
    """Have a worker note a failure, and forget the earlier ones of the same work once it goes well."""

    @functools.wraps(act)
    def run(context: JobContext, **kwargs: Any) -> None:
        try:
            act(**kwargs)
        except Exception as error:
            assert context.job.id is not None, "a job that runs is stored"
            failing.note(context.job.id, name, kwargs, error)
            raise
        failing.settle(name, kwargs, regular=regular)

    return run


def defer_many(work: Task, arguments: Iterable[Mapping[str, Any]]) -> None:
    """Queue the same work for many arguments with one statement, in the current transaction."""
    prepared = [dict(one) for one in arguments]
    if prepared:
        app.configure_task(work.name, allow_unknown=False).batch_defer(*prepared)


def waiting_arguments(work: Task, argument: str) -> set[str]:
    """Give one argument of every job of this work that waits or runs."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT args->>%s FROM procrastinate_jobs WHERE task_name = %s AND status IN ('todo', 'doing')",
            [argument, work.name],
        )
        return {row[0] for row in cursor.fetchall()}
