"""The index of many units at once: counts and catalogue are read one time for all of them."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db import connection

from motcua.base.clock.periods import Period
from motcua.reference.catalogue.words import Channel
from motcua.reform.insight.queries.figures import read
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.queries.sums import Sums
from motcua.reform.insight.words import By, Counter
from motcua.reform.scoring.quality.models import QualityClosing
from motcua.reform.scoring.quality.queries.counting import counted_rows
from motcua.reform.scoring.quality.queries.facts import facts
from motcua.reform.scoring.quality.queries.frozen import facts_of
from motcua.reform.scoring.quality.queries.reading import NOTHING, closing_of, definitions
from motcua.reform.scoring.quality.rules.scoring import Scored, scored
from motcua.reform.scoring.quality.rules.things import Arisen

_ARISEN = """
    SELECT agency::text, procedure, channel, sum(accepted), sum(paid_online), sum(known)
    FROM insight_day_count WHERE day BETWEEN %s AND %s GROUP BY 1, 2, 3
"""
Row = tuple[str, str, str, int, int, int]


def of_units(
    units: Mapping[str, frozenset[UUID]], period: Period, *, on: date
) -> dict[str, tuple[Scored, ...]]:
    """Give the rows of each of several units, each of one or more agencies."""
    closing = closing_of(period)
    known = facts_of(closing) if closing else facts(period, on=on)
    by_agency = read(Scope(), period, on=on, by=By.AGENCY, live=closing is None).by_key
    arisen = _arisen(closing, period, on)
    held = definitions(period)
    found = {}
    for key, agencies in units.items():
        sums = _together(by_agency.get(str(one), NOTHING) for one in agencies)
        came = _union(arisen[str(one)] for one in agencies if str(one) in arisen)
        found[key] = scored(held, counted_rows(held, sums, known, came, agencies))
    return found


def _together(sums: Iterable[Sums]) -> Sums:
    whole = Sums({}, {}, {})
    for one in sums:
        whole = Sums(*(_added(*pair) for pair in zip(_parts(whole), _parts(one), strict=True)))
    return whole


def _parts(sums: Sums) -> tuple[Mapping[Counter, int], ...]:
    return sums.during, sums.at_start, sums.at_end


def _added(one: Mapping[Counter, int], other: Mapping[Counter, int]) -> dict[Counter, int]:
    return {name: one.get(name, 0) + other.get(name, 0) for name in {*one, *other}}


def _union(arisen: Iterable[Arisen]) -> Arisen:
    online, paid, known = frozenset[str](), frozenset[str](), frozenset[str]()
    for one in arisen:
        online, paid, known = online | one.online, paid | one.paid, known | one.known
    return Arisen(online, paid, known)


def _arisen(closing: QualityClosing | None, period: Period, on: date) -> dict[str, Arisen]:
    found: dict[str, tuple[set[str], set[str], set[str]]] = {}
    for agency, code, channel, accepted, paid, known in _rows(closing, period, on):
        online_of, paid_of, known_of = found.setdefault(agency, (set(), set(), set()))
        if accepted > 0 and channel == Channel.ONLINE:
            online_of.add(code)
        if paid > 0:
            paid_of.add(code)
        if known > 0:
            known_of.add(code)
    return {agency: Arisen(*map(frozenset, codes)) for agency, codes in found.items()}


def _rows(closing: QualityClosing | None, period: Period, on: date) -> Iterable[Row]:
    """Give what came of each procedure and channel of each agency: as it was closed, or by now."""
    if closing is None:
        with connection.cursor() as cursor:
            cursor.execute(_ARISEN, [period.first, min(period.last, on)])
            return list(cursor.fetchall())
    names = (Counter.ACCEPTED, Counter.PAID_ONLINE, Counter.KNOWN)
    told = json.loads(closing.period.figures)["places"]
    return [
        (agency, code, channel, *(amounts["during"].get(name, 0) for name in names))
        for (agency, _, code, _, channel), amounts in told
    ]
