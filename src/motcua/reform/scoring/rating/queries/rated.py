"""The nine indicators of a one-stop unit in a quarter: what is computed, what was declared."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock.periods import Period
from motcua.base.rooms.registry import measures
from motcua.reference.catalogue.words import Channel
from motcua.reference.org import queries as org
from motcua.reference.org.models import CounterService, Unit
from motcua.reference.org.words import Role, UnitKind
from motcua.reform.insight.queries.behind import ids_behind
from motcua.reform.insight.queries.figures import read
from motcua.reform.insight.queries.scope import Scope, visible
from motcua.reform.insight.words import Part
from motcua.reform.scoring.rating.models import RatingDeclaration
from motcua.reform.scoring.rating.queries.catalogue import Offered, offered
from motcua.reform.scoring.rating.queries.steps import spent_by_agencies
from motcua.reform.scoring.rating.rules import rating as rules
from motcua.reform.scoring.rating.rules.rating import Online, Rating, Score, Tally
from motcua.reform.scoring.rating.rules.rulesets import RuleSet, in_force
from motcua.reform.scoring.rating.words import Indicator

COUNTED = ("resolved", "early", "on_time", "late", "one_contact", "more_contacts", "accepted", "open_late")
Declared = Mapping[Indicator, RatingDeclaration]


@dataclass(frozen=True)
class Found:
    """One indicator with what it was made from: a tally or numbers, and the declaration if there is one."""

    score: Score
    tally: Tally | None = None
    numbers: Mapping[str, int] | None = None
    declaration: RatingDeclaration | None = None


@dataclass(frozen=True)
class Rated:
    """A one-stop unit in a quarter; `closed` tells whether its dossiers are counted as they were closed."""

    unit: Unit
    quarter: Period
    agencies: frozenset[UUID]
    found: tuple[Found, ...]
    rating: Rating
    closed: bool
    until: datetime | None

    def of(self, indicator: Indicator) -> Found:
        """Give one indicator."""
        return next(one for one in self.found if one.score.indicator is indicator)


def rated_units(actor: Actor, on: date) -> list[Unit]:
    """Give the one-stop units that somebody may see, by name."""
    rows = Unit.objects.filter(kind=UnitKind.COUNTER, valid_from__lte=on).exclude(valid_to__lt=on)
    rows = rows.select_related("agency").order_by("agency__sort_key", "name", "id")
    allowed = visible(actor)
    if allowed is not None and allowed.agencies is None:
        return list(rows)
    if allowed is not None and allowed.agencies is not None:
        served = CounterService.objects.filter(agency_id__in=allowed.agencies).values("counter_id")
        return list(rows.filter(agency_id__in=allowed.agencies) | rows.filter(pk__in=served))
    if actor.unit is None or not actor.has(Role.ONE_STOP_HEAD):
        return []
    return list(rows.filter(pk=actor.unit))


def scope_of(unit: Unit, on: date) -> Scope:
    """Give the dossiers by which a one-stop unit is rated: of the agencies for which it receives."""
    return Scope(frozenset(one.pk for one in org.agencies_served(unit.pk, on)))


def declarations(unit: UUID, quarter: str) -> Declared:
    """Give what stands declared, by indicator: the newest of each."""
    rows = RatingDeclaration.objects.filter(unit_id=unit, quarter=quarter).select_related("declared_by")
    return {Indicator(one.indicator): one for one in rows.order_by("number")}


def rated(unit: Unit, quarter: Period, *, on: date) -> Rated | None:
    """Give the rating of a one-stop unit; None where no rules hold in that quarter."""
    held = in_force(quarter.last)
    if held is None:
        return None
    day = min(on, quarter.last)
    scope = scope_of(unit, day)
    assert scope.agencies is not None, "those that it serves"
    maker = _Maker(
        scope,
        quarter,
        held,
        on=on,
        catalogue=offered(scope.agencies, day),
        declared=declarations(unit.pk, quarter.code),
    )
    found = tuple(maker.found(one.indicator) for one in held.indicators)
    total = Rating(tuple(one.score for one in found), held)
    return Rated(unit, quarter, scope.agencies, found, total, maker.closed, maker.until)


class _Maker:
    """Makes the indicators of one unit; figures are read once."""

    def __init__(
        self,
        scope: Scope,
        quarter: Period,
        held: RuleSet,
        *,
        on: date,
        catalogue: Offered,
        declared: Declared,
    ) -> None:
        self.scope, self.quarter, self.held, self.on = scope, quarter, held, on
        self.catalogue, self.declared = catalogue, declared
        reading = read(scope, quarter, on=on)
        self.closed, self.until = reading.closed is not None, reading.until
        self.counts = _figures(scope, quarter, on)
        self.online = _figures(replace(scope, channel=Channel.ONLINE.value), quarter, on)
        self.timed = Tally(self.counts["early"], self.counts["on_time"], self.counts["late"])

    def found(self, indicator: Indicator) -> Found:
        """Give one indicator."""
        make: Mapping[Indicator, Callable[[], Found]] = {
            Indicator.WHOLE_TIME: lambda: _tallied(indicator, self.timed),
            Indicator.AGENCY_TIME: self._agencies,
            Indicator.CONTACTS: self._contacts,
            Indicator.AGENCIES_CONTACTED: self._contacted,
            Indicator.AT_ONE_STOP: self._at_one_stop,
            Indicator.PUBLISHED: lambda: _tallied(indicator, self.catalogue.public),
            Indicator.ATTITUDE: self._attitude,
            Indicator.FEEDBACK: self._feedback,
            Indicator.ONLINE_SERVICES: self._online,
        }
        return make[indicator]()

    def _agencies(self) -> Found:
        dossiers = finished(self.scope, self.quarter, on=self.on)
        return _tallied(Indicator.AGENCY_TIME, rules.by_agencies(spent_by_agencies(dossiers)))

    def _contacts(self) -> Found:
        resolved, once, more = (self.counts[name] for name in ("resolved", "one_contact", "more_contacts"))
        return _tallied(Indicator.CONTACTS, rules.contacts(resolved, once, more))

    def _contacted(self) -> Found:
        declared = self.declared.get(Indicator.AGENCIES_CONTACTED)
        if declared is None:
            return _nothing(Indicator.AGENCIES_CONTACTED)
        said = declared.numbers
        tally = Tally(said["none"], said["one"], said["more"])
        return replace(_tallied(Indicator.AGENCIES_CONTACTED, tally), declaration=declared)

    def _attitude(self) -> Found:
        declared = self.declared.get(Indicator.ATTITUDE)
        if declared is None:
            return _nothing(Indicator.ATTITUDE)
        said = declared.numbers
        tally = rules.attitude(self.timed, (said["early"], said["on_time"]))
        return replace(_tallied(Indicator.ATTITUDE, tally), numbers=said, declaration=declared)

    def _feedback(self) -> Found:
        declared = self.declared.get(Indicator.FEEDBACK)
        if declared is None:
            return _nothing(Indicator.FEEDBACK)
        said = declared.numbers
        score = rules.feedback(said["received"], said["in_time"], said["prolonged"], self.held.bounds)
        return _whole(Indicator.FEEDBACK, score, said, declared)

    def _at_one_stop(self) -> Found:
        found = self.catalogue
        score = rules.at_one_stop(found.every, found.received, found.whole, self.held.bounds)
        told = {"procedures": found.every, "at_counter": found.received, "wholly": found.whole}
        return _whole(Indicator.AT_ONE_STOP, score, told)

    def _online(self) -> Found:
        late = self.online["late"] + self.online["open_late"]
        found = Online(
            self.catalogue.online,
            self.catalogue.every,
            self.online["accepted"],
            self.counts["accepted"],
            late,
        )
        told = {
            "online_procedures": found.procedures,
            "procedures": found.all_procedures,
            "online_dossiers": found.dossiers,
            "dossiers": found.all_dossiers,
            "late": late,
        }
        return _whole(Indicator.ONLINE_SERVICES, rules.online(found, self.held.bounds), told)


def finished(scope: Scope, quarter: Period, *, on: date) -> Sequence[UUID]:
    """Give the dossiers with a result in a quarter."""
    measure = next(one for one in measures() if one.code == "dossiers.resolved")
    return ids_behind(measure, Part.NUMERATOR, scope, quarter, on=on)


def _figures(scope: Scope, quarter: Period, on: date) -> dict[str, int]:
    reading = read(scope, quarter, on=on)
    known = {one.code: one for one in measures()}
    return {
        name: reading.figure(known[f"{'rating' if 'contact' in name else 'dossiers'}.{name}"]).numerator
        for name in COUNTED
    }


def _tallied(indicator: Indicator, tally: Tally) -> Found:
    return Found(Score(indicator, tally.score), tally)


def _nothing(indicator: Indicator) -> Found:
    return Found(Score(indicator, None))


def _whole(
    indicator: Indicator,
    score: int | None,
    numbers: Mapping[str, int],
    declared: RatingDeclaration | None = None,
) -> Found:
    value = None if score is None else Tally(*(int(score == one) for one in (2, 1, 0))).score
    return Found(Score(indicator, value), None, numbers, declared)
