"""Rounds are opened and run here: by the superior alone, and by the house on the first day of a month."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from motcua.base.access import Actor, Kind
from motcua.base.clock import local
from motcua.base.clock.periods import Period, period_of
from motcua.base.clock.terms import Grain
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.reference.org.models import Agency
from motcua.reference.org.words import Role
from motcua.reform.scoring.commands.ground import go_on, held, held_round
from motcua.reform.scoring.models import (
    CriteriaSet,
    DomainAllocation,
    RoundDeadline,
    ScoringRound,
    Sheet,
)
from motcua.reform.scoring.queries import relations
from motcua.reform.scoring.queries.rounds import agencies_of
from motcua.reform.scoring.queries.sets import criteria_of
from motcua.reform.scoring.rules.rounds import deadlines_rise
from motcua.reform.scoring.words import RoundKind, RoundWhy, ScoringAct, SheetMove, SheetState

ZERO = Decimal(0)


@command
def open_round(
    *,
    criteria_id: UUID,
    period: Period,
    agencies: Sequence[UUID] = (),
    opens_on: date | None = None,
    deadlines: Mapping[SheetState, date],
    allocation: Mapping[str, Sequence[UUID]] | None = None,
    bonus_cap: Decimal = ZERO,
    penalty_cap: Decimal = ZERO,
    by: Actor,
    at: datetime,
    key: str = "",
) -> ScoringRound | Refusal:
    """Open the round of a year by a set of criteria, with a sheet for each agency of its level.

    Without `agencies` it is every agency of the level on the last day of the period, or on the day of `at`
    when that comes first. Agencies score themselves from `opens_on` on (the day of `at` unless told).
    `allocation` gives the appraising agencies by domain; a domain that it leaves out goes to the agency of
    whoever opens. Only a reform officer of the province may.
    """
    refused = _may_open(by)
    if refused is not None:
        return refused
    owner = relations.superior_of(by)
    assert owner is not None and by.agency is not None, "a reform officer of the province"
    criteria = CriteriaSet.objects.get(pk=criteria_id)
    day = local(at).date()
    scored = _scored(criteria.level, owner, agencies, min(day, period.last))
    if isinstance(scored, Refusal):
        return scored
    refused = _unsound(criteria, period, deadlines, (bonus_cap, penalty_cap), owner)
    if refused is not None:
        return refused
    domains = [node.code for node in criteria_of(criteria).roots]
    appraisers = _allocated(domains, allocation or {}, by.agency)
    if isinstance(appraisers, Refusal):
        return appraisers
    made = ScoringRound.objects.create(
        kind=RoundKind.YEAR.value,
        level=criteria.level,
        owner=owner,
        office_id=by.agency,
        criteria=criteria,
        first=period.first,
        last=period.last,
        opens_on=opens_on or day,
        bonus_cap=bonus_cap,
        penalty_cap=penalty_cap,
        opened_at=at,
        opened_by_id=by.person,
    )
    _furnish(made, deadlines, appraisers)
    _hand_out(made, scored, by=by, at=at)
    return made


def _may_open(by: Actor) -> Refusal | None:
    committee = relations.superior_of(by)
    return None if committee is not None and by.has(Role.REFORM_OFFICER) else Refusal(RoundWhy.NOT_YOURS)


def _scored(level: str, owner: Agency, asked: Sequence[UUID], on: date) -> list[Agency] | Refusal:
    """Give the agencies that are scored, in their order."""
    fit = list(agencies_of(level, owner, on))
    if not asked:
        return fit or Refusal(RoundWhy.NO_AGENCIES)
    wanted = set(asked)
    strange = wanted - {one.pk for one in fit}
    if strange:
        first = Agency.objects.filter(pk__in=strange).order_by("sort_key").first()
        return Refusal(RoundWhy.AGENCY_OF_OTHER_LEVEL, {"agency": first.name if first else ""})
    return [one for one in fit if one.pk in wanted]


def _unsound(
    criteria: CriteriaSet,
    period: Period,
    deadlines: Mapping[SheetState, date],
    caps: Iterable[Decimal],
    owner: Agency,
) -> Refusal | None:
    if not deadlines_rise(deadlines):
        return Refusal(RoundWhy.DEADLINES_BACKWARDS)
    if min(caps) < 0:
        return Refusal(RoundWhy.CAP_NEGATIVE)
    stands = ScoringRound.objects.filter(
        owner=owner, level=criteria.level, kind=RoundKind.YEAR.value, first=period.first, last=period.last
    )
    return Refusal(RoundWhy.ROUND_STANDS) if stands.exists() else None


def _allocated(
    domains: Sequence[str], asked: Mapping[str, Sequence[UUID]], office: UUID
) -> dict[str, list[UUID]] | Refusal:
    unknown = sorted(set(asked) - set(domains))
    if unknown:
        return Refusal(RoundWhy.DOMAIN_UNKNOWN, {"domain": unknown[0]})
    empty = [domain for domain, agencies in asked.items() if not agencies]
    if empty:
        return Refusal(RoundWhy.DOMAIN_WITHOUT_APPRAISER, {"domain": empty[0]})
    return {domain: list(dict.fromkeys(asked.get(domain, [office]))) for domain in domains}


def _furnish(
    round_: ScoringRound, deadlines: Mapping[SheetState, date], appraisers: Mapping[str, Sequence[UUID]]
) -> None:
    RoundDeadline.objects.bulk_create(
        RoundDeadline(round=round_, state=state.value, due_on=day) for state, day in deadlines.items()
    )
    DomainAllocation.objects.bulk_create(
        DomainAllocation(round=round_, domain=domain, agency_id=agency)
        for domain, agencies in appraisers.items()
        for agency in agencies
    )


def _hand_out(round_: ScoringRound, agencies: Iterable[Agency], *, by: Actor, at: datetime) -> None:
    """Give each agency its sheet; one act in the journal for them all."""
    is_open = round_.opens_on <= local(at).date()
    state = SheetState.SELF_SCORING if is_open else SheetState.NOT_OPEN
    sheets = Sheet.objects.bulk_create(
        Sheet(round=round_, agency=agency, criteria=round_.criteria, state=state.value, state_at=at)
        for agency in agencies
    )
    said = {
        "level": round_.level,
        "period": round_.period.code,
        "criteria": round_.criteria_id,
        "sheets": [str(sheet.pk) for sheet in sheets],
    }
    journal.write("scoring_round.opened", about=round_, by=by, at=at, data=said)


@command
def open_month(
    *, year_round_id: UUID, month: date, due_on: date | None = None, by: Actor, at: datetime, key: str = ""
) -> ScoringRound | Refusal:
    """Open the provisional scoring of the month of a day, by the criteria, caps and appraisers of its year.

    The house does it by itself on the first day; a reform officer of the province may. Agencies that have
    ended since, or came later, are taken as they stand in that month. Self-scoring ends on `due_on`, the last
    day of the month unless told.
    """
    year = held_round(year_round_id)
    if by.kind is not Kind.SYSTEM:
        refused = relations.why_not_round(by, ScoringAct.RUN, year)
        if refused is not None:
            return refused
    period = period_of(month, Grain.MONTH)
    if year.kind != RoundKind.YEAR or period.first not in year.period or period.last not in year.period:
        return Refusal(RoundWhy.MONTH_OF_OTHER_YEAR)
    if year.months.filter(first=period.first).exists():
        return Refusal(RoundWhy.ROUND_STANDS)
    made = ScoringRound.objects.create(
        kind=RoundKind.MONTH.value,
        level=year.level,
        owner=year.owner,
        office=year.office,
        criteria=year.criteria,
        year_round=year,
        first=period.first,
        last=period.last,
        opens_on=period.first,
        bonus_cap=year.bonus_cap,
        penalty_cap=year.penalty_cap,
        opened_at=at,
        opened_by_id=by.person,
    )
    appraisers: dict[str, list[UUID]] = {}
    for domain, agency in year.allocations.values_list("domain", "agency_id"):
        appraisers.setdefault(domain, []).append(agency)
    _furnish(made, {SheetState.SELF_SCORING: due_on or period.last}, appraisers)
    _hand_out(made, agencies_of(year.level, year.owner, period.first), by=by, at=at)
    return made


@command
def set_deadline(
    *, round_id: UUID, state: SheetState, due_on: date, by: Actor, at: datetime, key: str = ""
) -> ScoringRound | Refusal:
    """Set the last day of a state; the days must go on rising with the states."""
    round_ = held_round(round_id)
    refused = relations.why_not_round(by, ScoringAct.RUN, round_)
    if refused is not None:
        return refused
    days = {SheetState(row.state): row.due_on for row in round_.deadlines.all()}
    before = days.get(state)
    if not deadlines_rise({**days, state: due_on}):
        return Refusal(RoundWhy.DEADLINES_BACKWARDS)
    RoundDeadline.objects.update_or_create(round=round_, state=state.value, defaults={"due_on": due_on})
    said = {"state": state.value, "old": before, "new": due_on}
    journal.write("scoring_round.deadline_set", about=round_, by=by, at=at, data=said)
    return round_


@command
def allocate(
    *, round_id: UUID, domain: str, agencies: Sequence[UUID], by: Actor, at: datetime, key: str = ""
) -> ScoringRound | Refusal:
    """Say which agencies appraise a domain from now on; what was appraised stays."""
    round_ = held_round(round_id)
    refused = relations.why_not_round(by, ScoringAct.RUN, round_)
    if refused is not None:
        return refused
    if domain not in {node.code for node in criteria_of(round_.criteria).roots}:
        return Refusal(RoundWhy.DOMAIN_UNKNOWN, {"domain": domain})
    if not agencies:
        return Refusal(RoundWhy.DOMAIN_WITHOUT_APPRAISER, {"domain": domain})
    rows = DomainAllocation.objects.filter(round=round_, domain=domain)
    before = [str(agency) for agency in rows.order_by("agency_id").values_list("agency_id", flat=True)]
    rows.delete()
    _furnish(round_, {}, {domain: list(dict.fromkeys(agencies))})
    said = {"domain": domain, "old": before, "new": sorted(str(agency) for agency in agencies)}
    journal.write("scoring_round.allocated", about=round_, by=by, at=at, data=said)
    return round_


@command
def start_sheet(*, sheet_id: UUID, by: Actor, at: datetime) -> Sheet | Refusal:
    """Open a sheet whose round has come to its day; the house does it by itself."""
    sheet = held(sheet_id)
    if by.kind is not Kind.SYSTEM:
        refused = relations.why_not_round(by, ScoringAct.RUN, sheet.round)
        if refused is not None:
            return refused
    if sheet.round.opens_on > local(at).date():
        return Refusal(RoundWhy.NOT_OPEN_FOR)
    return go_on(sheet, SheetMove.OPEN, by=by, at=at)
