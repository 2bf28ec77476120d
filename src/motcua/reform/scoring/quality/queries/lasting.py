"""How long one procedure takes on average (row 2.2)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from motcua.base.clock.periods import Period
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.queries.sums import narrowing

_FINISHED = "sum(coalesce(early, 0) + coalesce(on_time, 0) + coalesce(late, 0) + coalesce(no_limit, 0))"


@dataclass(frozen=True)
class MeanTime:
    """Minutes of the clock in hand, without the waits for the applicant, over finished dossiers."""

    minutes: int
    dossiers: int

    @property
    def days(self) -> Decimal | None:
        """Give the mean in days of the calendar; None where nothing was finished."""
        return Decimal(self.minutes) / 1440 / self.dossiers if self.dossiers else None


def mean_time(scope: Scope, period: Period, *, on: date) -> MeanTime | None:
    """Give how long dossiers accepted in a period took, whenever they ended; None without one procedure."""
    if not scope.procedure:
        return None
    where = ["m.day BETWEEN %s AND %s", "m.accepted > 0"]
    given: list[Any] = [period.first, min(period.last, on)]
    for text, value in narrowing(scope):
        where.append(f"p.{text}")
        given.append(value)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT coalesce(sum(minutes), 0), coalesce({_FINISHED}, 0) FROM insight_mark WHERE dossier IN"  # noqa: S608  # the scope's own conditions, values apart
            " (SELECT m.dossier FROM insight_mark m JOIN insight_place p USING (dossier)"
            f" WHERE {' AND '.join(where)})",
            given,
        )
        minutes, dossiers = cursor.fetchone()
    return MeanTime(int(minutes), int(dossiers))
