"""Of which procedures dossiers came in a period, agency by agency."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db import connection

from motcua.base.clock.periods import Period
from motcua.reference.catalogue.words import Channel
from motcua.reform.insight.models import ClosedPeriod
from motcua.reform.insight.words import Counter
from motcua.reform.scoring.quality.models import QualityClosing
from motcua.reform.scoring.quality.rules.things import Arisen

_ARISEN = """
    SELECT agency::text, procedure, channel, sum(accepted), sum(paid_online), sum(known)
    FROM insight_day_count WHERE day BETWEEN %s AND %s GROUP BY 1, 2, 3
"""
Row = tuple[str, str, str, int, int, int]


def arisen_by_agency(closing: QualityClosing | None, period: Period, *, on: date) -> Mapping[str, Arisen]:
    """Give what came for each agency, by its id as text: as it was closed, or as it is counted by now."""
    if closing is not None:
        return _closed(closing.period_id)
    with connection.cursor() as cursor:
        cursor.execute(_ARISEN, [period.first, min(period.last, on)])
        return _gathered(cursor.fetchall())


def arisen_of(by_agency: Mapping[str, Arisen], agencies: frozenset[UUID] | None) -> Arisen:
    """Give what came for some agencies together; for all of them without."""
    wanted = by_agency if agencies is None else {str(one) for one in agencies} & set(by_agency)
    found = [by_agency[one] for one in wanted]
    return Arisen(
        frozenset().union(*(one.online for one in found)),
        frozenset().union(*(one.paid for one in found)),
        frozenset().union(*(one.known for one in found)),
    )


def arisen_told(counts: str) -> Mapping[str, Arisen]:
    """Give what came for each agency from the text of the counts of a closed period."""
    names = (Counter.ACCEPTED, Counter.PAID_ONLINE, Counter.KNOWN)
    return _gathered(
        (agency, code, channel, *(amounts["during"].get(name, 0) for name in names))
        for (agency, _, code, _, channel), amounts in json.loads(counts)["places"]
    )


@lru_cache(maxsize=24)
def _closed(pk: UUID) -> Mapping[str, Arisen]:
    """Read the counts of a closing once: they never change."""
    return arisen_told(ClosedPeriod.objects.get(pk=pk).figures)


def _gathered(rows: Iterable[Row]) -> dict[str, Arisen]:
    found: dict[str, tuple[set[str], set[str], set[str]]] = {}
    for agency, code, channel, accepted, paid, known in rows:
        online_of, paid_of, known_of = found.setdefault(agency, (set(), set(), set()))
        if accepted > 0 and channel == Channel.ONLINE:
            online_of.add(code)
        if paid > 0:
            paid_of.add(code)
        if known > 0:
            known_of.add(code)
    return {agency: Arisen(*map(frozenset, codes)) for agency, codes in found.items()}
