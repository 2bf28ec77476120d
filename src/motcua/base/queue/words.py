"""Words about background work."""

from enum import StrEnum


class RunState(StrEnum):
    """Where work stands that went wrong: for good, waiting for its next try, or being tried."""

    FAILED = "failed"
    WAITING = "waiting"
    RUNNING = "running"


class Why(StrEnum):
    """Why work is not done again."""

    NOT_FAILED = "queue.not_failed"
    QUEUED_ALREADY = "queue.queued_already"
