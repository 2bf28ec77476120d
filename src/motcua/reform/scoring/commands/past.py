"""Results of the years before this house are carried over here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from motcua.base.access import Actor, Kind
from motcua.base.clock.periods import Period
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.reference.org.models import Agency
from motcua.reference.org.words import Role
from motcua.reform.scoring.commands.publishing import decide, named_band
from motcua.reform.scoring.models import CriteriaSet, PublishedScore, ResultDecision, ScoringRound
from motcua.reform.scoring.queries import relations
from motcua.reform.scoring.queries.sets import criteria_of
from motcua.reform.scoring.rules.ranking import ranked
from motcua.reform.scoring.words import ResultKind, RoundKind, RoundWhy

HUNDRED = Decimal(100)
ZERO = Decimal(0)


@dataclass(frozen=True)
class PastResult:
    """A result of a year before this house, as it was published; points where they were published too."""

    agency_id: UUID
    index: Decimal
    earned: Decimal | None = None
    applicable_max: Decimal | None = None

    @property
    def computed(self) -> Decimal | None:
        """Give our own reckoning of the percentage, unrounded; the published one is never changed by it."""
        if self.earned is None or not self.applicable_max:
            return None
        return self.earned / self.applicable_max * HUNDRED


@command
def enter_past_results(
    *,
    criteria_id: UUID,
    year: int,
    number: str,
    decided_on: date,
    source: str,
    results: Sequence[PastResult],
    by: Actor,
    at: datetime,
    key: str = "",
) -> ResultDecision | Refusal:
    """Carry over the published results of an earlier year, each under the agency as it was valid then.

    The published percentage stays as it is beside our own reckoning from the points, which ranks where every
    agency has one; else the published one does. RESULTS_WRONG names an agency that did not stand in that
    year, stands twice, or has no percentage from 0 to 100.
    """
    criteria = CriteriaSet.objects.get(pk=criteria_id)
    agencies = {one.pk: one for one in Agency.objects.filter(pk__in=[row.agency_id for row in results])}
    owner = _committee(by, agencies.values())
    if owner is None:
        return Refusal(RoundWhy.NOT_YOURS)
    if not clean(number) or not clean(source):
        return Refusal(RoundWhy.NO_DECISION_NUMBER)
    period = Period(date(year, 1, 1), date(year, 12, 31))
    refused = _wrong(results, agencies, period) or _stands(owner, criteria, period)
    if refused is not None:
        return refused
    round_ = ScoringRound.objects.create(
        kind=RoundKind.YEAR.value,
        level=criteria.level,
        owner=owner,
        criteria=criteria,
        first=period.first,
        last=period.last,
        opens_on=period.first,
        bonus_cap=ZERO,
        penalty_cap=ZERO,
        opened_at=at,
        opened_by_id=by.person,
    )
    bands = criteria_of(criteria).meta.bands
    more = {"source": clean(source), "published_at": at, "published_by_id": by.person}
    made = decide(round_, ResultKind.PAST, clean(number), decided_on, bands, by=by, at=at, **more)
    by_points = all(row.computed is not None for row in results)
    places = ranked({row.agency_id: row.computed if by_points else row.index for row in results})
    PublishedScore.objects.bulk_create(
        PublishedScore(
            decision=made,
            agency_id=row.agency_id,
            earned=row.earned,
            applicable_max=row.applicable_max,
            computed=row.computed,
            index=row.index,
            rank=places[row.agency_id].rank,
            of=places[row.agency_id].of,
            band=named_band(row.index, bands),
        )
        for row in results
    )
    said = {"round": round_.pk, "number": made.number, "agencies": len(results), "year": year}
    journal.write("result_decision.carried_over", about=made, by=by, at=at, data=said)
    return made


def _committee(by: Actor, agencies: Iterable[Agency]) -> Agency | None:
    """Give whose results they are: of the province for which the reform officer works."""
    if by.kind is Kind.SYSTEM:
        return next((agency.parent or agency for agency in agencies), None)
    return relations.superior_of(by) if by.has(Role.REFORM_OFFICER) else None


def _stands(owner: Agency, criteria: CriteriaSet, period: Period) -> Refusal | None:
    rounds = ScoringRound.objects.filter(
        owner=owner, level=criteria.level, kind=RoundKind.YEAR.value, first=period.first, last=period.last
    )
    return Refusal(RoundWhy.ROUND_STANDS) if rounds.exists() else None


def _wrong(results: Sequence[PastResult], agencies: Mapping[UUID, Agency], period: Period) -> Refusal | None:
    if not results:
        return Refusal(RoundWhy.NO_AGENCIES)
    seen: set[UUID] = set()
    for row in results:
        agency = agencies.get(row.agency_id)
        stood = agency is not None and _stood(agency, period)
        pair = (row.earned is None) == (row.applicable_max is None)
        points = row.earned is None or (row.earned >= 0 and (row.applicable_max or ZERO) > 0)
        if not stood or row.agency_id in seen or not 0 <= row.index <= HUNDRED or not (pair and points):
            return Refusal(RoundWhy.RESULTS_WRONG, {"agency": agency.name if agency else ""})
        seen.add(row.agency_id)
    return None


def _stood(agency: Agency, period: Period) -> bool:
    return agency.valid_from <= period.last and (agency.valid_to is None or agency.valid_to >= period.first)
