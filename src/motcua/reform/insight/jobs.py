"""Background work: following the journal, closing what is over."""

from motcua.base.access import system
from motcua.base.clock import local, now
from motcua.base.queue import task
from motcua.reform.insight import commands

WORKER = system("insight")


@task("insight.follow", every="* * * * *")
def follow(*, timestamp: int) -> None:
    """Count what the journal says since the last time."""
    commands.follow()


@task("insight.close_periods", every="10 1 * * *")
def close_periods(*, timestamp: int) -> None:
    """Close the month, quarter, half and year that are over, each by an act of its own."""
    at = now()
    for period in commands.due_to_close(local(at).date()):
        commands.close_period(code=period.code, by=WORKER, at=at)
