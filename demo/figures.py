"""The figures of the demo province: counted, and its whole months and quarters closed."""

from datetime import datetime

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.clock.periods import period_of
from motcua.base.clock.terms import Grain
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.reform.insight import commands

MONTHS = 3


def load(*, by: Actor, at: datetime) -> None:
    """Count what happened so far; close the last months that are over, and the last quarter."""
    commands.follow()
    month, wanted = (
        period_of(local(at).date(), Grain.MONTH),
        [period_of(local(at).date(), Grain.QUARTER).before],
    )
    for _ in range(MONTHS):
        month = month.before
        wanted.append(month)
    for period in sorted(wanted):
        done = commands.close_period(code=period.code, by=by, at=at)
        if isinstance(done, Refusal):
            raise ValueError(refusal_sentence(done))
