"""The sums of a period for each place, as they are written down when it is closed."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db import connection

from motcua.base.clock.periods import Period
from motcua.reform.insight.models import COUNTERS
from motcua.reform.insight.rules.tale import Place
from motcua.reform.insight.words import Counter

DAY = timedelta(days=1)
_SUMS = ", ".join(f"sum({name})" for name in COUNTERS)


def by_place(period: Period) -> dict[Place, dict[str, dict[Counter, int]]]:
    """Give what happened in a period, and what stood at both of its ends, for each place."""
    spans: tuple[tuple[str, date | None, date], ...] = (
        ("during", period.first, period.last),
        ("at_start", None, period.first - DAY),
        ("at_end", None, period.last),
    )
    found: dict[Place, dict[str, dict[Counter, int]]] = {}
    for when, first, last in spans:
        for place, amounts in _read(first, last):
            found.setdefault(place, {})[when] = amounts
    return found


def _read(first: date | None, last: date) -> Sequence[tuple[Place, dict[Counter, int]]]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT agency::text, unit::text, procedure, field, channel, {_SUMS} FROM insight_day_count"
            " WHERE day <= %s AND day >= coalesce(%s, '-infinity'::date) GROUP BY 1, 2, 3, 4, 5",
            [last, first],
        )
        return [(Place(*row[:5]), _amounts(row[5:])) for row in cursor.fetchall()]


def _amounts(row: Sequence[Any]) -> dict[Counter, int]:
    return {Counter(name): int(amount) for name, amount in zip(COUNTERS, row, strict=True) if amount}
