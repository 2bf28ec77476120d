"""Background work: a thin cover over procrastinate, in the same database and transaction as the act."""

from motcua.base.queue.tasks import defer_many, task, waiting_arguments

__all__ = ["defer_many", "task", "waiting_arguments"]
