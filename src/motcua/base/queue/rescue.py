"""Work whose worker died is taken up again within a minute."""

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException, UniqueViolation
from procrastinate.jobs import Status

from motcua.base.web.log import log

STALLED_AFTER_SECONDS = 30


@app.periodic(cron="* * * * *")
@app.task(name="queue.rescue", queueing_lock="queue.rescue", pass_context=True)
async def rescue(context: JobContext, timestamp: int) -> None:
    """Put jobs of workers that no longer beat back into the queue."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS):
        try:
            await manager.retry_job(job)
        except (AlreadyEnqueued, UniqueViolation):
            # Regular work that is queued again already: the stalled run ends here, the queued one follows.
            await manager.finish_job(job, status=Status.FAILED, delete_job=False)
        except ConnectorException as error:
            # Somebody else took it up in the meantime: the others must not wait for this one.
            log.warning("job not rescued", task=job.task_name, job=job.id, error=type(error).__name__)
            continue
        log.warning("job rescued", task=job.task_name, job=job.id)
