"""Where the province stands by each index."""

from dataclasses import dataclass
from datetime import date

from motcua.reference.org import queries as org
from motcua.reference.org.words import AgencyKind, Tier
from motcua.reform.scoring.published.queries.figures import current
from motcua.reform.scoring.published.queries.history import Moment, history
from motcua.reform.scoring.published.rules.places import place_known
from motcua.reform.scoring.published.words import Index, Scope

SHOWN = (Index.PAR, Index.SIPAS, Index.PAPI, Index.PCI, Index.SERVICE)
# How sources name the mean of all provinces.
ALL_PROVINCES = ("63-provinces", "34-provinces", "national")


@dataclass(frozen=True)
class Glance:
    """The newest that is told of a province; `before` the year before it, unless a break parts them."""

    index: Index
    latest: Moment | None
    before: Moment | None
    mean: Moment | None
    target: Moment | None


def own_province(on: date) -> str:
    """Give the province that runs this house, as addresses write it; empty where none is founded."""
    top = org.agencies(on).filter(parent=None, tier=Tier.PROVINCE, kind=AgencyKind.PEOPLES_COMMITTEE)
    first = top.first()
    place = place_known(first.province) if first else None
    return place.key if place else ""


def glances(unit_key: str) -> list[Glance]:
    """Give where a province stands by each index."""
    return [_glance(index, unit_key) for index in SHOWN]


def mean_key(index: Index) -> str:
    """Give under which name the mean of all provinces is told."""
    rows = current().filter(series__index=index, series__component="mean", series__scope=Scope.COUNTRY)
    known = set(rows.values_list("unit_key", flat=True))
    return next((key for key in ALL_PROVINCES if key in known), "")


def _glance(index: Index, unit_key: str) -> Glance:
    moments = history(index, "", Scope.PROVINCE, unit_key).moments
    latest = next((one for one in moments[::-1] if one.told), None)
    before = None
    if latest and not latest.breaks:
        at = moments.index(latest)
        before = moments[at - 1] if at and moments[at - 1].told else None
    key = mean_key(index)
    means = history(index, "mean", Scope.COUNTRY, key).told if key else ()
    mean = next((one for one in means if latest and one.period == latest.period), None)
    targets = history(index, "target", Scope.PROVINCE, unit_key).told
    return Glance(index, latest, before, mean, targets[-1] if targets else None)
