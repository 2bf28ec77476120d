"""Reading background work: what went wrong, and how the queue stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Count, Max, Min, Q
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob, ProcrastinateWorker

from motcua.base.queue.models import Failure
from motcua.base.queue.words import RunState

SHOWN: Final = 20
BEATS_WITHIN: Final = timedelta(seconds=30)  # a worker beats every ten seconds
_STATES: Final = {"failed": RunState.FAILED, "todo": RunState.WAITING, "doing": RunState.RUNNING}
_BAD: Final = Q(status="failed")
_AGAIN: Final = Q(status__in=("todo", "doing"), attempts__gt=0)


@dataclass(frozen=True)
class Trouble:
    """One job that went wrong; `error` is empty when its worker died instead."""

    job: int
    task: str
    args: Mapping[str, Any]
    state: RunState
    first_at: datetime | None
    last_at: datetime | None
    next_at: datetime | None
    error: str
    place: str


@dataclass(frozen=True)
class Kind:
    """The jobs of one kind that went wrong: for good, tried again by themselves, and the newest of both."""

    task: str
    failed: int
    again: int
    troubles: tuple[Trouble, ...]

    @property
    def more(self) -> int:
        """Give how many are not shown."""
        return self.failed + self.again - len(self.troubles)


@dataclass(frozen=True)
class Pulse:
    """How the queue stands: what is due and not begun, since when; which workers beat, and when last."""

    waiting: int
    waits_since: datetime | None
    failed: int
    workers: int
    beat_at: datetime | None


def kinds_in_trouble() -> list[Kind]:
    """Give what went wrong and is not done yet, kind by kind, those that failed for good first."""
    counted = (
        ProcrastinateJob.objects.filter(_BAD | _AGAIN)
        .values("task_name")
        .annotate(failed=Count("id", filter=_BAD), again=Count("id", filter=_AGAIN))
        .order_by("-failed", "task_name")
    )
    return [
        Kind(one["task_name"], one["failed"], one["again"], tuple(_newest(one["task_name"])))
        for one in counted
    ]


def count_failed() -> int:
    """Give how many jobs failed for good and wait for somebody."""
    return ProcrastinateJob.objects.filter(_BAD).count()


def pulse(at: datetime) -> Pulse:
    """Give how the queue stands at a moment."""
    due = ProcrastinateJob.objects.filter(status="todo").filter(
        Q(scheduled_at=None) | Q(scheduled_at__lte=at)
    )
    fresh = due.filter(scheduled_at=None).order_by("id").values_list("pk", flat=True)[:1]
    queued = ProcrastinateEvent.objects.filter(job_id__in=list(fresh), type="deferred").values_list(
        "at", flat=True
    )
    late = due.aggregate(since=Min("scheduled_at"))["since"]
    beats = ProcrastinateWorker.objects.aggregate(
        last=Max("last_heartbeat"), alive=Count("id", filter=Q(last_heartbeat__gte=at - BEATS_WITHIN))
    )
    return Pulse(
        waiting=due.count(),
        waits_since=min((one for one in (*queued, late) if one is not None), default=None),
        failed=count_failed(),
        workers=beats["alive"],
        beat_at=beats["last"],
    )


def _newest(task: str) -> Iterable[Trouble]:
    rows = ProcrastinateJob.objects.filter(_BAD | _AGAIN, task_name=task)
    jobs = list(rows.order_by("-id")[:SHOWN])
    ids = [one.pk for one in jobs]
    tries = {
        one["job_id"]: (one["first"], one["last"])
        for one in ProcrastinateEvent.objects.filter(job_id__in=ids, type="started")
        .values("job_id")
        .annotate(first=Min("at"), last=Max("at"))
    }
    known = Failure.objects.in_bulk(ids)
    for one in jobs:
        first, last = tries.get(one.pk, (None, None))
        why = known.get(one.pk)
        state = _STATES[one.status]
        yield Trouble(
            job=one.pk,
            task=task,
            args=one.args,
            state=state,
            first_at=first,
            last_at=last,
            next_at=one.scheduled_at if state is RunState.WAITING else None,
            error=why.error if why else "",
            place=why.place if why else "",
        )
