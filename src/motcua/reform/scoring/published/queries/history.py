"""A series of one unit over time, with the breaks across which nothing compares."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, QuerySet

from motcua.base.clock.periods import Period
from motcua.base.text import sort_key
from motcua.reform.scoring.published.models import Break, Figure
from motcua.reform.scoring.published.queries.comparing import told_with
from motcua.reform.scoring.published.queries.figures import Told, current
from motcua.reform.scoring.published.rules.lines import Mark, line_of
from motcua.reform.scoring.published.rules.lines import Told as Value
from motcua.reform.scoring.published.rules.places import place_keyed
from motcua.reform.scoring.published.words import Index, Scale, Scope, Standing


@dataclass(frozen=True)
class Choice:
    """Something to choose: how addresses write it, and its name."""

    key: str
    name: str


@dataclass(frozen=True)
class Moment:
    """What is told for a period; `value` is what a line may show, `breaks` stand before it."""

    period: Period
    told: tuple[Told, ...]
    value: Decimal | None
    breaks: tuple[Mark, ...]


@dataclass(frozen=True)
class History:
    """A series of one unit, oldest first; years that nobody told are moments without a figure."""

    index: Index
    component: str
    scope: Scope
    unit_key: str
    scale: Scale
    moments: tuple[Moment, ...]

    @property
    def told(self) -> tuple[Moment, ...]:
        """Give the moments for which something is known."""
        return tuple(one for one in self.moments if one.told)


def history(index: Index, component: str, scope: Scope, unit_key: str) -> History:
    """Give a series of one unit."""
    rows = current().filter(
        series__index=index, series__component=component, series__scope=scope, unit_key=unit_key
    )
    told: dict[Period, list[Told]] = defaultdict(list)
    for one in told_with(rows.order_by("first", "last", "standing", "row", "pk")):
        told[one.figure.period].append(one)
    values = [
        Value(period, one.figure.value, Standing(one.figure.standing), one.figure.whole)
        for period, several in told.items()
        for one in several
    ]
    points = line_of(values, _marks(index, scope, unit_key))
    moments = tuple(
        Moment(one.period, tuple(told.get(one.period, ())), one.value, one.breaks) for one in points
    )
    scales = [Scale(one.figure.series.scale) for several in told.values() for one in several]
    return History(index, component, scope, unit_key, scales[0] if scales else Scale.PERCENT, moments)


def provinces(index: Index, component: str = "") -> list[Choice]:
    """Give the provinces of which a series is known, in Vietnamese order."""
    rows = current().filter(series__index=index, series__component=component)
    return _named(rows)


def provinces_known() -> list[Choice]:
    """Give the provinces of which any index is known, in Vietnamese order."""
    return _named(current().filter(series__component="").exclude(series__index=Index.PROGRESS))


def _named(rows: QuerySet[Figure]) -> list[Choice]:
    keys = set(rows.filter(series__scope=Scope.PROVINCE).values_list("unit_key", flat=True).distinct())
    named = [Choice(key, place_keyed(key)[-1].name) for key in keys]
    return sorted(named, key=lambda one: sort_key(one.name))


def components(index: Index) -> list[str]:
    """Give the components of an index of which figures of provinces are known, the index itself first."""
    found = current().filter(series__index=index, series__scope=Scope.PROVINCE)
    return sorted(set(found.values_list("series__component", flat=True)))


def breaks() -> QuerySet[Break]:
    """Give every break, the newest first."""
    return Break.objects.order_by("-from_on", "index", "unit_key")


def _marks(index: Index, scope: Scope, unit_key: str) -> tuple[Mark, ...]:
    about = Q(index=index) if scope is Scope.MINISTRY else Q(index__in=("", index))
    rows = Break.objects.filter(about, unit_key__in=("", unit_key)).order_by("from_on", "index")
    return tuple(Mark(one.from_on, one.changed) for one in rows)
