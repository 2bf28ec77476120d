"""Whether a part of the house is well, in plain Python: facts in, grade out."""

from datetime import date, datetime, timedelta
from typing import Final

from motcua.reference.org.words import Grade

_QUEUE_LATE: Final = timedelta(minutes=5)
_QUEUE_STUCK: Final = timedelta(minutes=30)
_BEAT_LATE: Final = timedelta(minutes=1)
_OUTBOX_LATE: Final = timedelta(minutes=15)
_CHECK_LATE: Final = timedelta(hours=36)  # it is done every night
_ROOT_LATE: Final = timedelta(hours=3)  # one leaves every hour in which something happened
_LITTLE_SPACE: Final = 0.10
_NO_SPACE: Final = 0.02
_LEAST_BYTES: Final = 1024**3
_NEXT_YEAR_FROM: Final = 10  # by October the days off of the next year are usually announced


def grade_schema(steps_waiting: int) -> Grade:
    """Grade the tables: a step that was not taken breaks pages."""
    return Grade.BROKEN if steps_waiting else Grade.WELL


def grade_queue(waits_since: datetime | None, failed: int, at: datetime) -> Grade:
    """Grade the queue by its oldest job that is due, and by what failed."""
    age = at - waits_since if waits_since else timedelta()
    if age > _QUEUE_STUCK:
        return Grade.BROKEN
    return Grade.WATCH if failed or age > _QUEUE_LATE else Grade.WELL


def grade_worker(alive: int, beat_at: datetime | None, at: datetime) -> Grade:
    """Grade the workers by their last sign of life."""
    late = beat_at is None or at - beat_at > _BEAT_LATE
    return Grade.BROKEN if late else Grade.WELL if alive else Grade.WATCH


def grade_outbox(waits_since: datetime | None, given_up: int, at: datetime) -> Grade:
    """Grade what waits to be told to people."""
    late = waits_since is not None and at - waits_since > _OUTBOX_LATE
    return Grade.WATCH if late or given_up else Grade.WELL


def grade_space(free: int, total: int) -> Grade:
    """Grade the room left for files, in bytes."""
    if free < _LEAST_BYTES or free < total * _NO_SPACE:
        return Grade.BROKEN
    return Grade.WATCH if free < total * _LITTLE_SPACE else Grade.WELL


def grade_check(whole: bool | None, checked_at: datetime | None, at: datetime) -> Grade:
    """Grade the journal by its last check; None when there was none."""
    if whole is False:
        return Grade.BROKEN
    return Grade.WATCH if checked_at is None or at - checked_at > _CHECK_LATE else Grade.WELL


def grade_root(behind: timedelta) -> Grade:
    """Grade how long the newest rows of the journal have waited for a root outside the database."""
    return Grade.WATCH if behind > _ROOT_LATE else Grade.WELL


def grade_calendar(*, this_final: bool, next_final: bool, on: date) -> Grade:
    """Grade the days off: those of this year must be final, those of the next once the year is late."""
    late = on.month >= _NEXT_YEAR_FROM and not next_final
    return Grade.WATCH if late or not this_final else Grade.WELL


def grade_keys(lost: int, older: int) -> Grade:
    """Grade the file keys: those whose master is away open nothing, older ones wait to be wrapped anew."""
    if lost:
        return Grade.BROKEN
    return Grade.WATCH if older else Grade.WELL


def worst(grades: list[Grade]) -> Grade:
    """Give the worst of some grades."""
    order = (Grade.BROKEN, Grade.WATCH)
    return next((one for one in order if one in grades), Grade.WELL)
