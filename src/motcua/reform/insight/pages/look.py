"""What a page of figures looks at, as its address says it: a period, an agency, and what narrows them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.http import urlencode

from motcua.base.clock import today
from motcua.base.clock.periods import Period, period_coded, period_of
from motcua.base.clock.sentences import period_words
from motcua.base.clock.terms import Grain
from motcua.base.text import clean
from motcua.base.web.page import Request
from motcua.base.web.refused import AccessRefused
from motcua.reference.org import queries as org
from motcua.reference.org.models import Agency
from motcua.reference.org.words import AgencyKind, Tier
from motcua.reform.insight.queries.scope import Scope, visible
from motcua.reform.insight.queries.series import closed_among
from motcua.reform.insight.queries.tree import Group

MONTHS, QUARTERS, YEARS = 13, 5, 2  # periods offered; older ones are reached by their address
GRAINS = ((Grain.MONTH, MONTHS, "Tháng"), (Grain.QUARTER, QUARTERS, "Quý"), (Grain.YEAR, YEARS, "Năm"))
TIERS = {Tier.PROVINCE: "Cấp tỉnh", Tier.DISTRICT: "Cấp huyện, trước 01/7/2025", Tier.COMMUNE: "Cấp xã"}


@dataclass(frozen=True)
class Look:
    """A period and a place. Without `agency` it is all that somebody may see; `alone` leaves out those below.

    `scope` is what is counted; `allowed` all that may be asked about, which is below `own` where somebody
    leads an agency.
    """

    period: Period
    agency: Agency | None
    alone: bool
    scope: Scope
    allowed: Scope
    own: Agency | None
    on: date

    @property
    def chosen(self) -> dict[str, str]:
        """Give it as the words of an address."""
        return {
            "ky": self.period.code,
            "co-quan": str(self.agency.pk) if self.agency else "",
            "rieng": "1" if self.alone else "",
            "linh-vuc": self.scope.field,
            "thu-tuc": self.scope.procedure,
            "kenh": self.scope.channel,
        }

    @property
    def whose(self) -> str:
        """Give the name of the place."""
        if self.agency is None:
            return self.every
        return f"Riêng {self.agency.name}" if self.alone else self.agency.name

    @property
    def every(self) -> str:
        """Give the name of all that may be seen."""
        if self.own is None or (self.own.parent_id is None and self.own.tier == Tier.PROVINCE):
            return "Toàn tỉnh"
        return self.own.name

    def address(self, route: str, *args: object, **more: object) -> str:
        """Give the address of a page that looks at the same; `co_quan` writes `co-quan`, empty takes away."""
        told = self.chosen | {name.replace("_", "-"): str(value) for name, value in more.items()}
        query = urlencode({name: value for name, value in told.items() if value})
        path = reverse(f"command:{route}", args=args)
        return f"{path}?{query}" if query else path

    def over(self, period: Period) -> "Look":
        """Look at the same place in another period."""
        return replace(self, period=period)

    def within(self, group: Group) -> "Look":
        """Look at one line of a table of what may be seen already."""
        scope = replace(self.scope, agencies=group.agencies)
        return replace(self, agency=group.agency, alone=group.alone, scope=scope)

    def at(self, agency: Agency | None, *, alone: bool = False) -> "Look":
        """Look at another place in the same period. Raises Http404 for one that may not be seen."""
        scope = replace(self.scope, agencies=_agencies(agency, self.allowed, alone=alone))
        return replace(self, agency=agency, alone=alone and agency is not None, scope=scope)


def look_of(request: Request) -> Look:
    """Read what is looked at. Raises Http404 for an agency that is unknown or not theirs to see."""
    allowed = visible(request.actor)
    if allowed is None:
        raise AccessRefused("Số liệu này dành cho lãnh đạo cơ quan và người theo dõi cải cách hành chính.")
    said, on = request.GET, today()
    agency = agency_asked(said.get("co-quan", ""))
    alone = agency is not None and bool(said.get("rieng"))
    scope = Scope(
        _agencies(agency, allowed, alone=alone),
        procedure=clean(said.get("thu-tuc", "")),
        field=clean(said.get("linh-vuc", "")),
        channel=clean(said.get("kenh", "")),
    )
    own = None if allowed.agencies is None else org.agency_called(str(request.actor.agency))
    return Look(_period(said.get("ky", ""), on), agency, alone, scope, allowed, own, on)


def agency_asked(said: str) -> Agency | None:
    """Give the agency that an address names, None where it names none. Raises Http404 for an unknown one."""
    agency = org.agency_called(said) if said else None
    if said and agency is None:
        raise Http404
    return agency


def _agencies(agency: Agency | None, allowed: Scope, *, alone: bool) -> frozenset[UUID] | None:
    if agency is None:
        return allowed.agencies
    if allowed.agencies is not None and agency.pk not in allowed.agencies:
        raise Http404
    return frozenset({agency.pk}) if alone else org.with_those_below(agency.pk)


def _period(code: str, on: date) -> Period:
    """Give the period of an address that has begun; else the last closed month, the present one if none."""
    said = period_coded(code)
    if said is not None and said.first <= on:
        return said
    months = _latest(Grain.MONTH, MONTHS, on)
    closed = closed_among([one.code for one in months])
    return next((one for one in months if one.code in closed), months[0])


def _latest(grain: Grain, count: int, on: date) -> list[Period]:
    found = [period_of(on, grain)]
    while len(found) < count:
        found.append(found[-1].before)
    return found


Choices = tuple[str, Sequence[tuple[str, str]]]


def periods_offered(look: Look) -> list[Choices]:
    """Give the periods to choose from under their kinds, each by code and words; closed ones say so."""
    groups = [(words, _latest(grain, count, look.on)) for grain, count, words in GRAINS]
    if all(look.period not in periods for _, periods in groups):
        groups.insert(0, ("Kỳ đang xem", [look.period]))
    closed = closed_among([one.code for _, periods in groups for one in periods])
    return [
        (words, [(one.code, _offered(one, one.code in closed, look.on)) for one in periods])
        for words, periods in groups
    ]


def _offered(period: Period, closed: bool, on: date) -> str:
    words = period_words(period)
    standing = ", đã chốt" if closed else ", đến hôm nay" if on in period else ""
    return f"{words[0].upper()}{words[1:]}{standing}"


def agencies_offered(look: Look) -> list[Choices]:
    """Give the agencies to choose from by tier, each by id and name: those that decide on dossiers."""
    rows = org.agencies(look.on).exclude(kind=AgencyKind.CENTRE)
    if look.allowed.agencies is not None:
        rows = rows.filter(pk__in=look.allowed.agencies)
    if look.own is not None:
        rows = rows.exclude(pk=look.own.pk)
    found: dict[str, list[tuple[str, str]]] = {}
    for one in rows:
        found.setdefault(TIERS[Tier(one.tier)], []).append((str(one.pk), one.name))
    return list(found.items())


def chooser(look: Look) -> dict[str, Any]:
    """Give what the choosers of period and place show."""
    return {
        "look": look,
        "periods": periods_offered(look),
        "places": agencies_offered(look),
        "every": look.every,
    }
