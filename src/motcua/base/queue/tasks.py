"""Declaring work and queueing it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app


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
        app.configure_task(self.name).defer(**kwargs)


def task(
    name: str, *, every: str = "", tries: int = 5, lock: str | None = None
) -> Callable[[Callable[..., None]], Task]:
    """Declare background work under a name that never changes; `every` is a cron line.

    A failure is tried again with growing pauses. Work must be idempotent: a worker that dies is followed
    by another that starts the job afresh.
    """

    def declare(act: Callable[..., None]) -> Task:
        retry = RetryStrategy(max_attempts=tries, exponential_wait=3)
        registered = app.task(name=name, retry=retry, lock=lock, queueing_lock=name if every else None)(act)
        if every:
            app.periodic(cron=every)(registered)
        return Task(name, act)

    return declare


def defer_many(work: Task, arguments: Iterable[Mapping[str, Any]]) -> None:
    """Queue the same work for many arguments with one statement."""
    prepared = list(arguments)
    if prepared:
        app.configure_task(work.name).batch_defer(*(dict(one) for one in prepared))
