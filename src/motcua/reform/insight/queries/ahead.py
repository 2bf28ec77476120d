"""What will likely be late by the end of the next working day."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.base.clock import local
from motcua.casework.dossiers.queries.queues import Queued, due_until, next_working_day
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.rules.forecast import Forecast, Standing, forecast


@dataclass(frozen=True)
class Likely:
    """One dossier that will likely be late: where it stands, and what it still needs."""

    where: Queued
    told: Forecast


@dataclass(frozen=True)
class Ahead:
    """What is due by a day: how many, and those that will likely not make it, the shortest of time first."""

    until: date
    due: int
    likely: tuple[Likely, ...]


def ahead(scope: Scope, at: datetime) -> Ahead:
    """Look ahead to the end of the next working day."""
    until = next_working_day(local(at).date())
    queued = due_until(until, scope.agencies, at)
    told = (Likely(one, forecast(_standing(one))) for one in queued)
    late = [one for one in told if one.told.late]
    return Ahead(until, len(queued), tuple(sorted(late, key=lambda one: one.where.left - one.told.need)))


def _standing(one: Queued) -> Standing:
    return Standing(one.left, one.spent, one.norm, one.after, one.usual, one.stays, one.ahead, one.pace)
