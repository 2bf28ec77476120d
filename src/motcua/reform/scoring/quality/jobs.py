"""Background work: the index is closed when the counts of a period are."""

from motcua.base.access import system
from motcua.base.clock import now
from motcua.base.rooms import News
from motcua.reform.scoring.quality import commands

WORKER = system("quality")


def close_with_counts(news: News) -> None:
    """Close the index of the period whose counts were closed."""
    commands.close_quality(period_id=news.about_id, by=WORKER, at=now())
