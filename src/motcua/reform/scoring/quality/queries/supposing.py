"""What the index would be if some dossiers were finished today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from motcua.base.clock import local
from motcua.base.rooms import Measure
from motcua.base.rooms.registry import measures
from motcua.reform.insight.queries.behind import ids_behind
from motcua.reform.insight.queries.chains import tales_of
from motcua.reform.insight.queries.sums import Sums
from motcua.reform.insight.rules.counting import Counts, counted, difference
from motcua.reform.insight.rules.tale import Tale
from motcua.reform.insight.words import Counter, End, Part
from motcua.reform.scoring.quality.queries.reading import Index
from motcua.reform.scoring.quality.rules.scoring import Scored
from motcua.reform.scoring.quality.words import Supposed

_MEASURES = {Supposed.LATE: "dossiers.open_late", Supposed.WITHIN: "dossiers.open_within"}


@dataclass(frozen=True)
class WhatIf:
    """The index before and after; `finished` dossiers are supposed done, `left` could not be."""

    before: Index
    after: Index
    finished: int
    left: int

    @property
    def gain(self) -> Decimal:
        """Give the points won; below zero where some are lost."""
        return self.after.total.earned - self.before.total.earned

    @property
    def changed(self) -> list[tuple[Scored, Scored]]:
        """Give the rows whose points change, before and after."""
        pairs = zip(self.before.rows, self.after.rows, strict=True)
        return [(old, new) for old, new in pairs if old.points != new.points]


def if_finished(dossiers: Sequence[UUID], found: Index, *, at: datetime, electronic: bool = True) -> WhatIf:
    """Suppose that dossiers of the index get their results at a moment, with electronic ones or without.

    One that waits for the applicant, or is not under way, cannot be finished and is left.
    """
    deltas: list[Counts] = []
    for _, tale in tales_of(dossiers):
        if _can_end(tale):
            done = replace(tale, end=End.RESOLVED, ended=at, result_file=electronic or tale.result_file)
            deltas.append(difference(counted(tale), counted(done)))
    sums = _with(found.sums, deltas, found, local(at).date())
    return WhatIf(found, found.with_sums(sums), len(deltas), len(dossiers) - len(deltas))


def supposed(which: Supposed, found: Index, *, on: date) -> list[UUID]:
    """Give the dossiers under way of the index: those that are late, or those still in time."""
    return ids_behind(_measure(which), Part.NUMERATOR, found.scope, found.period, on=on)


def _measure(which: Supposed) -> Measure:
    return next(one for one in measures() if one.code == _MEASURES[which])


def _can_end(tale: Tale) -> bool:
    waits = bool(tale.waits) and tale.waits[-1].done is None
    return tale.accepted is not None and tale.ended is None and not waits


def _with(sums: Sums, deltas: Sequence[Counts], found: Index, on: date) -> Sums:
    last = min(found.period.last, on)
    during, at_start, at_end = dict(sums.during), dict(sums.at_start), dict(sums.at_end)
    for delta in deltas:
        for day, amounts in delta.items():
            if found.period.first <= day <= last:
                _add(during, amounts)
            if day < found.period.first:
                _add(at_start, amounts)
            if day <= last:
                _add(at_end, amounts)
    return Sums(during, at_start, at_end)


def _add(kept: dict[Counter, int], amounts: Mapping[Counter, int]) -> None:
    for counter, amount in amounts.items():
        kept[counter] = kept.get(counter, 0) + amount
