"""The process that does background work."""

import asyncio

from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector


def run(*, concurrency: int, grace_seconds: float) -> None:
    """Work until asked to end (SIGINT, SIGTERM); then finish what is begun, for so long at most."""
    asyncio.run(_run(concurrency, grace_seconds))


async def _run(concurrency: int, grace_seconds: float) -> None:
    # The worker fetches through connections of its own. The app that commands defer with keeps Django's
    # connection, so that a job queued by a job still belongs to that job's transaction.
    assert isinstance(app.connector, DjangoConnector)
    fetching = App(
        connector=app.connector.get_worker_connector(),
        import_paths=app.import_paths,
        worker_defaults=app.worker_defaults,
    )
    fetching.tasks, fetching.periodic_registry = app.tasks, app.periodic_registry
    async with fetching.open_async():
        await fetching.run_worker_async(
            concurrency=concurrency,
            shutdown_graceful_timeout=grace_seconds,
            delete_jobs="successful",
        )
