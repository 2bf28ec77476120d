"""The index of some agencies over a period: as it was closed, or as it stands by now."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from motcua.base.clock.periods import Period
from motcua.reform.insight.queries.figures import closed_period, counted_until, read
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.queries.sums import Sums
from motcua.reform.scoring.quality.models import QualityClosing
from motcua.reform.scoring.quality.queries.arising import arisen_by_agency, arisen_of
from motcua.reform.scoring.quality.queries.counting import counted_rows
from motcua.reform.scoring.quality.queries.facts import facts
from motcua.reform.scoring.quality.queries.frozen import facts_of
from motcua.reform.scoring.quality.rules.definitions import Definition, in_force
from motcua.reform.scoring.quality.rules.rows import ROWS
from motcua.reform.scoring.quality.rules.scoring import GroupScore, Scored, Total, by_block, scored, total_of
from motcua.reform.scoring.quality.rules.things import Arisen, Behind, Facts, behind
from motcua.reform.scoring.quality.sentences import BLOCKS
from motcua.reform.scoring.quality.words import FiguresFrom

NOTHING = Sums()


@dataclass(frozen=True)
class Index:
    """The index with all that it was made from; `closing` is None while it is live."""

    period: Period
    scope: Scope
    rows: tuple[Scored, ...]
    sums: Sums
    facts: Facts
    arisen: Arisen
    until: datetime | None
    closing: QualityClosing | None = None

    @property
    def total(self) -> Total:
        """Give the points of the whole."""
        return total_of(self.rows)

    @property
    def groups(self) -> list[GroupScore]:
        """Give the blocks, each with its points and rows."""
        return by_block(self.rows, BLOCKS)

    def row(self, id_: str) -> Scored | None:
        """Give one row; None where there is none in this period."""
        return next((row for row in self.rows if row.definition.id == id_), None)

    def with_sums(self, sums: Sums) -> "Index":
        """Give the index as it would be with other sums of dossiers."""
        return replace(self, sums=sums, rows=_rows(self.period, self.scope, sums, self.facts, self.arisen))


def index(scope: Scope, period: Period, *, on: date, live: bool = False) -> Index:
    """Give the index of a scope; a period that still runs is read up to `on`."""
    closing = None if live else closing_of(period)
    known = facts_of(closing) if closing else facts(period, on=on)
    return _index(scope, period, known, closing, on)


def groups(scope: Scope, period: Period, on: date) -> list[GroupScore]:
    """Give the blocks of the index: name, earned, applicable_max, missing rows, and the rows."""
    return index(scope, period, on=on).groups


def total(scope: Scope, period: Period, on: date) -> Total:
    """Give the points of the index: earned, applicable, most, the rows without data, and per cent."""
    return index(scope, period, on=on).total


def definitions(period: Period) -> tuple[Definition, ...]:
    """Give the rows that hold at the end of a period."""
    return in_force(ROWS, period.last)


def closing_of(period: Period) -> QualityClosing | None:
    """Give the closing that stands for a period; None while it is open."""
    counts = closed_period(period.code)
    return QualityClosing.objects.filter(period=counts).first() if counts else None


def behind_row(found: Index, id_: str) -> Behind | None:
    """Give the procedures behind a row; None where it counts no procedures."""
    row = found.row(id_)
    if row is None or row.definition.origin is not FiguresFrom.CATALOGUE:
        return None
    return behind(row.definition.code, found.facts, found.arisen, found.scope.agencies)


def _index(scope: Scope, period: Period, known: Facts, closing: QualityClosing | None, on: date) -> Index:
    whole = read(scope, period, on=on, live=closing is None)
    arisen = arisen_of(arisen_by_agency(closing, period, on=on), scope.agencies)
    sums = whole.by_key.get("", NOTHING)
    rows = _rows(period, scope, sums, known, arisen)
    until = whole.until if closing else counted_until()
    return Index(period, scope, rows, sums, known, arisen, until, closing)


def _rows(period: Period, scope: Scope, sums: Sums, known: Facts, arisen: Arisen) -> tuple[Scored, ...]:
    held = definitions(period)
    return scored(held, counted_rows(held, sums, known, arisen, scope.agencies))
