"""The figures of a closed period: how they are written down once, and read again."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from motcua.base.clock.periods import Period
from motcua.base.rooms.registry import measures
from motcua.reform.insight.models import ClosedPeriod
from motcua.reform.insight.queries import chains
from motcua.reform.insight.queries.scope import Scope, channels_of
from motcua.reform.insight.queries.sums import Sums
from motcua.reform.insight.rules.counting import Counts, counted
from motcua.reform.insight.rules.tale import Place, Tale
from motcua.reform.insight.words import By, Counter

WHENS = ("during", "at_start", "at_end")
Told = Mapping[Place, Mapping[str, Mapping[Counter, int]]]
Kept = dict[Place, dict[str, dict[Counter, int]]]


class LateRow(NamedTuple):
    """One dossier of the late list as it stood when the period was closed; moments as text."""

    dossier: str
    code: str
    agency: str
    procedure: str
    accepted: str
    due: str
    ended: str
    reason: str

    def within(self, agencies: frozenset[UUID]) -> bool:
        """Tell whether it is of one of some agencies."""
        return UUID(self.agency) in agencies


def from_journal(period: Period, until: datetime) -> str:
    """Write the figures of a period down from the journal alone, as it was known at a moment."""
    sums: Kept = {}
    late: list[LateRow] = []
    for dossier, tale in chains.every_tale(until=until):
        if tale.place is None:
            continue
        counts = counted(tale)
        _add(sums, tale.place, counts, period)
        if is_late(counts, period):
            late.append(late_row(dossier, tale))
    return _text(period, until, sums, late)


def from_counts(period: Period, until: datetime, sums: Told, late: Sequence[UUID]) -> str:
    """Write the figures of a period down from counts, with the tales of the dossiers on its late list."""
    rows = [late_row(dossier, tale) for dossier, tale in chains.tales_of(late, until=until)]
    return _text(period, until, sums, rows)


def is_late(counts: Counts, period: Period) -> bool:
    """Tell whether a dossier came late within a period, or stood late when it was over."""
    if any(on.get(Counter.LATE) for day, on in counts.items() if day in period):
        return True
    stands = sum(
        on.get(Counter.LATE_IN, 0) - on.get(Counter.LATE_OUT, 0)
        for day, on in counts.items()
        if day <= period.last
    )
    return stands > 0


def digest_of(text: str) -> str:
    """Give the digest under which figures stand."""
    return hashlib.sha256(text.encode()).hexdigest()


def late_list(closed: ClosedPeriod) -> list[LateRow]:
    """Give the late list of a closed period."""
    return [LateRow(*row) for row in json.loads(closed.figures)["late"]]


def definitions_of(closed: ClosedPeriod) -> dict[str, int]:
    """Give which version of each measure held when a period was closed."""
    found: dict[str, int] = json.loads(closed.figures)["definitions"]
    return found


def frozen_sums(closed: ClosedPeriod, scope: Scope, by: By | None) -> dict[str, Sums]:
    """Give the sums of a closed period for each key of a split."""
    found: dict[str, dict[str, dict[Counter, int]]] = {}
    for place, amounts in _places(closed.pk, closed.digest):
        if _within(place, scope):
            key = str(getattr(place, by.value)) if by else ""
            kept = found.setdefault(key, {when: {} for when in WHENS})
            for when, counters in amounts.items():
                for counter, amount in counters.items():
                    kept[when][counter] = kept[when].get(counter, 0) + amount
    return {key: Sums(**kept) for key, kept in found.items()}


Places = tuple[tuple[Place, Mapping[str, Mapping[Counter, int]]], ...]


@lru_cache(maxsize=24)
def _places(pk: UUID, digest: str) -> Places:
    """Read the figures of a closing once: they never change."""
    told = json.loads(ClosedPeriod.objects.get(pk=pk).figures)["places"]
    return tuple((Place(*place), _amounts(amounts)) for place, amounts in told)


def _amounts(told: Mapping[str, Mapping[str, int]]) -> dict[str, dict[Counter, int]]:
    return {when: {Counter(name): amount for name, amount in of.items()} for when, of in told.items()}


def _within(place: Place, scope: Scope) -> bool:
    return (
        (scope.agencies is None or UUID(place.agency) in scope.agencies)
        and (scope.unit is None or place.unit == str(scope.unit))
        and scope.procedure in ("", place.procedure)
        and scope.field in ("", place.field)
        and (not scope.channel or place.channel in channels_of(scope.channel))
    )


def _add(sums: Kept, place: Place, counts: Counts, period: Period) -> None:
    kept = sums.setdefault(place, {when: {} for when in WHENS})
    for day, on in counts.items():
        for when in _whens(day, period):
            for counter, amount in on.items():
                kept[when][counter] = kept[when].get(counter, 0) + amount


def _whens(day: date, period: Period) -> Iterable[str]:
    if day in period:
        yield "during"
    if day < period.first:
        yield "at_start"
    if day <= period.last:
        yield "at_end"


def late_row(dossier: UUID, tale: Tale) -> LateRow:
    """Give the line of a dossier on a late list."""
    assert tale.place is not None and tale.accepted is not None, "only accepted dossiers can be late"
    return LateRow(
        str(dossier),
        str(tale.carried.get("code", "")),
        tale.place.agency,
        tale.place.procedure,
        _moment(tale.accepted),
        _moment(tale.due),
        _moment(tale.ended),
        tale.late_reason,
    )


def _moment(at: datetime | None) -> str:
    return at.astimezone(UTC).isoformat() if at else ""


def _text(
    period: Period,
    until: datetime,
    sums: Told,
    late: Iterable[LateRow],
) -> str:
    """Give the one text of some figures: everything in order, nothing that is zero."""
    places: list[Any] = []
    for place in sorted(sums, key=lambda one: (one.agency, one.unit, one.procedure, one.field, one.channel)):
        told = {
            when: {str(counter): of[counter] for counter in sorted(of) if of[counter]}
            for when, of in sums[place].items()
        }
        if any(told.values()):
            named = [place.agency, place.unit, place.procedure, place.field, place.channel]
            places.append([named, {when: told.get(when, {}) for when in WHENS}])
    whole = {
        "period": [period.first.isoformat(), period.last.isoformat()],
        "known_until": _moment(until),
        "definitions": {one.code: one.version for one in measures() if one.since <= period.last},
        "places": places,
        "late": sorted(late),
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
