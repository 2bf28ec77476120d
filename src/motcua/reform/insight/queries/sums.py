"""Sums of counters over a period: from months where they suffice, from days where they do not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import connection

from motcua.base.clock.periods import Period
from motcua.base.rooms import When
from motcua.reform.insight.models import COUNTERS
from motcua.reform.insight.queries.scope import Scope, channels_of
from motcua.reform.insight.words import By, Counter

Amounts = Mapping[Counter, int]
DAY = timedelta(days=1)
_SUMS = ", ".join(f"sum({name})" for name in COUNTERS)
_NAMES = ", ".join(COUNTERS)
_KEYS = {
    By.AGENCY: "agency::text",
    By.UNIT: "unit::text",
    By.PROCEDURE: "procedure",
    By.FIELD: "field",
    By.CHANNEL: "channel",
    By.DAY: "day::text",
}
IN_MONTHS = frozenset({None, By.AGENCY, By.UNIT, By.CHANNEL, By.MONTH})


@dataclass(frozen=True)
class Sums:
    """What happened in a period, what stood when it began, what stood when it was over."""

    during: Amounts = field(default_factory=dict)
    at_start: Amounts = field(default_factory=dict)
    at_end: Amounts = field(default_factory=dict)

    def of(self, when: When) -> Amounts:
        """Give the amounts that a term asks for."""
        return {When.DURING: self.during, When.AT_START: self.at_start, When.AT_END: self.at_end}[when]


def sums(scope: Scope, period: Period, by: By | None, *, on: date) -> dict[str, Sums]:
    """Give the sums of a period for each key of a split (`""` without one).

    `on` is the day of the question: a period that still runs is read up to it.
    """
    last = min(period.last, on)
    within = _summed(scope, by, period.first, last)
    # What stood at the end is what stood at the start and what happened since: it need not be read.
    before = _summed(scope, by, None, min(period.first, last + DAY) - DAY)
    return {
        key: Sums(within.get(key, {}), before.get(key, {}), _both(within.get(key, {}), before.get(key, {})))
        for key in sorted({*within, *before})
    }


def _both(one: Amounts, other: Amounts) -> Amounts:
    return {name: one.get(name, 0) + other.get(name, 0) for name in {*one, *other}}


def during(scope: Scope, period: Period, by: By | None) -> dict[str, Amounts]:
    """Give only what happened in a period, for each key of a split."""
    return dict(_summed(scope, by, period.first, period.last))


def _summed(scope: Scope, by: By | None, first: date | None, last: date) -> Mapping[str, Amounts]:
    if first is not None and last < first:
        return {}
    selects, given = [], []
    for text, values in _sources(scope, by, first, last):
        selects.append(text)
        given.extend(values)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT key, {_SUMS} FROM ({' UNION ALL '.join(selects)}) AS read GROUP BY key", given
        )
        return {key: _amounts(found) for key, *found in cursor.fetchall()}


def _amounts(found: Sequence[Any]) -> Amounts:
    return {Counter(name): int(amount) for name, amount in zip(COUNTERS, found, strict=True) if amount}


Source = tuple[str, list[Any]]


def _sources(scope: Scope, by: By | None, first: date | None, last: date) -> Iterator[Source]:
    """Give what to read: whole months from their sums, the days at both ends by themselves."""
    if scope.detailed or by not in IN_MONTHS:
        yield _days(scope, by, first, last)
        return
    begins = first if first is None or first.day == 1 else _next_month(first)
    ends = last if (last + DAY).day == 1 else last.replace(day=1) - DAY
    if begins is not None and begins > ends:
        yield _days(scope, by, first, last)
        return
    yield _months(scope, by, begins, ends)
    if first is not None and begins is not None and first < begins:
        yield _days(scope, by, first, begins - DAY)
    if ends < last:
        yield _days(scope, by, ends + DAY, last)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _days(scope: Scope, by: By | None, first: date | None, last: date) -> Source:
    return _read("insight_day_count", scope, by, (first, last))


def _months(scope: Scope, by: By | None, first: date | None, last: date) -> Source:
    return _read("insight_month_count", scope, by, (first, last))


def _read(table: str, scope: Scope, by: By | None, span: tuple[date | None, date]) -> Source:
    column = "month" if table == "insight_month_count" else "day"
    where = [f"{column} <= %s"]
    given: list[Any] = [span[1]]
    if span[0] is not None:
        where.append(f"{column} >= %s")
        given.append(span[0])
    for text, value in narrowing(scope):
        where.append(text)
        given.append(value)
    key = f"to_char({column}, 'YYYY-MM')" if by is By.MONTH else _KEYS[by] if by else "''"
    return f"SELECT {key} AS key, {_NAMES} FROM {table} WHERE {' AND '.join(where)}", given


def narrowing(scope: Scope) -> Iterator[tuple[str, Any]]:
    """Give the conditions of a scope, each with its value."""
    if scope.agencies is not None:
        yield "agency = ANY(%s)", sorted(scope.agencies)
    if scope.unit is not None:
        yield "unit = %s", scope.unit
    for name in ("procedure", "field"):
        value = getattr(scope, name)
        if value:
            yield f"{name} = %s", value
    if scope.channel:
        yield "channel = ANY(%s)", list(channels_of(scope.channel))
