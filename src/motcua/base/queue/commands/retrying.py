"""Failed work is done again because somebody wants it."""

from datetime import datetime

from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued, UniqueViolation

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.queue.models import Rerun
from motcua.base.queue.words import Why
from motcua.base.rooms import Refusal

MOST = 1000


@command
def run_again(
    *, task: str, job: int | None = None, by: Actor, at: datetime, key: str = ""
) -> Rerun | Refusal:
    """Put a failed job, or all of one kind (the oldest first, so many at most), back into the queue.

    Of regular work one run is enough: the newest makes up for those before it.
    """
    failed = ProcrastinateJob.objects.filter(task_name=task, status="failed")
    if job is not None:
        failed = failed.filter(pk=job)
    rows = list(failed.select_for_update(of=("self",)).order_by("id")[:MOST])
    if not rows:
        return Refusal(Why.NOT_FAILED)
    wanted = rows[-1:] if rows[-1].queueing_lock == task else rows
    try:
        for one in wanted:
            app.job_manager.retry_job_by_id(job_id=one.pk, retry_at=at)
    except (AlreadyEnqueued, UniqueViolation):
        return Refusal(Why.QUEUED_ALREADY)
    made = Rerun.objects.create(task=task, jobs=[one.pk for one in wanted], at=at)
    data = {"task": task, "count": len(wanted), "jobs": made.jobs}
    journal.write("job.run_again", about=made, by=by, at=at, data=data)
    return made
