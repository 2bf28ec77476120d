"""The dossiers behind a figure: exactly those that it counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from motcua.base.clock.periods import Period
from motcua.base.rooms import Measure, Term, When
from motcua.casework.dossiers.queries.listed import ListedDossier, listed
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.queries.sums import narrowing
from motcua.reform.insight.words import Counter, Part

PAGE = 50


@dataclass(frozen=True)
class Behind:
    """One page of the dossiers behind a figure, and how many there are."""

    rows: Sequence[ListedDossier]
    total: int
    page: int

    @property
    def pages(self) -> int:
        """Give how many pages there are."""
        return max(1, -(-self.total // PAGE))


def behind(measure: Measure, part: Part, scope: Scope, period: Period, *, on: date, page: int = 1) -> Behind:
    """Give a page of the dossiers that a figure counts, the earliest due first."""
    ids = ids_behind(measure, part, scope, period, on=on)
    return Behind(listed(ids, first=(page - 1) * PAGE, most=PAGE), len(ids), page)


def ids_behind(measure: Measure, part: Part, scope: Scope, period: Period, *, on: date) -> list[UUID]:
    """Give the ids of all dossiers that a figure counts, as it is counted by now."""
    terms = _terms(measure, part)
    last = min(period.last, on)
    texts, given = zip(*(_term(term, period.first, last) for term in terms), strict=True)
    where = ["m.day <= %s"]
    values: list[Any] = [last]
    if all(term.when is When.DURING for term in terms):
        where.append("m.day >= %s")
        values.append(period.first)
    for text, value in _narrowing(scope):
        where.append(text)
        values.append(value)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT m.dossier FROM insight_mark m JOIN insight_place p USING (dossier)"
            f" WHERE {' AND '.join(where)} GROUP BY m.dossier HAVING {' + '.join(texts)} > 0",
            [*values, *(value for each in given for value in each)],
        )
        return [dossier for (dossier,) in cursor.fetchall()]


def _terms(measure: Measure, part: Part) -> Sequence[Term]:
    if part is Part.NUMERATOR:
        return measure.numerator
    whole = measure.denominator or measure.numerator
    if part is Part.DENOMINATOR:
        return whole
    return (*whole, *(Term(one.counter, one.when, -one.sign) for one in measure.numerator))


def _term(term: Term, first: date, last: date) -> tuple[str, list[Any]]:
    """Give one counter of a sum over a dossier's days, as far as its time reaches."""
    name, sign = Counter(term.counter).value, "" if term.sign > 0 else "-"
    if term.when is When.DURING:
        return f"{sign}coalesce(sum(m.{name}) FILTER (WHERE m.day >= %s), 0)", [first]
    if term.when is When.AT_START:
        return f"{sign}coalesce(sum(m.{name}) FILTER (WHERE m.day < %s), 0)", [first]
    return f"{sign}coalesce(sum(m.{name}) FILTER (WHERE m.day <= %s), 0)", [last]


def _narrowing(scope: Scope) -> Iterator[tuple[str, Any]]:
    for text, value in narrowing(scope):
        yield f"p.{text}", value
