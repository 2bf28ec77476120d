"""The index of many units at once: counts and catalogue are read one time for all of them."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from motcua.base.clock.periods import Period
from motcua.reform.insight.queries.figures import read
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.queries.sums import Sums
from motcua.reform.insight.words import By, Counter
from motcua.reform.scoring.quality.queries.arising import arisen_by_agency, arisen_of
from motcua.reform.scoring.quality.queries.counting import counted_rows
from motcua.reform.scoring.quality.queries.facts import facts
from motcua.reform.scoring.quality.queries.frozen import facts_of
from motcua.reform.scoring.quality.queries.reading import NOTHING, closing_of, definitions
from motcua.reform.scoring.quality.rules.scoring import Scored, scored


def of_units(
    units: Mapping[str, frozenset[UUID]], period: Period, *, on: date
) -> dict[str, tuple[Scored, ...]]:
    """Give the rows of each of several units, each of one or more agencies."""
    closing = closing_of(period)
    known = facts_of(closing) if closing else facts(period, on=on)
    by_agency = read(Scope(), period, on=on, by=By.AGENCY, live=closing is None).by_key
    arisen = arisen_by_agency(closing, period, on=on)
    held = definitions(period)
    found = {}
    for key, agencies in units.items():
        sums = _together(by_agency.get(str(one), NOTHING) for one in agencies)
        found[key] = scored(held, counted_rows(held, sums, known, arisen_of(arisen, agencies), agencies))
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
