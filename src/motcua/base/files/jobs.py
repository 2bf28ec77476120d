"""Background work about files: joining photos, letting go of what is over."""

from motcua.base.access import system
from motcua.base.clock import now
from motcua.base.files import commands
from motcua.base.queue import task
from motcua.base.rooms import News

WORKER = system("files")


def join_photos(news: News) -> None:
    """Join the photos of an album that has just changed; one that changed again has news of its own."""
    commands.join(album_id=news.about_id, revision=int(news.payload["revision"]), by=WORKER, at=now())


@task("files.sweep", every="40 * * * *")
def sweep(*, timestamp: int) -> None:
    """Let go of uploads given up, photos of nothing and bytes without a row."""
    commands.sweep(by=WORKER, at=now())
