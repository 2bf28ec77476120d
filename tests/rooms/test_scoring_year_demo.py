"""The demo tells a year of scoring: every state that people look for, and the year before it."""

from datetime import date, datetime

import pytest
from demo import people, province, scoring

from motcua.base.clock import ZONE
from motcua.reform.scoring.models import CriteriaSet, Evidence, ResultDecision, ScoringRound, Sheet
from motcua.reform.scoring.queries import results
from motcua.reform.scoring.queries.rounds import stages_due
from motcua.reform.scoring.queries.sheets import proposals, reading, sheets
from motcua.reform.scoring.words import Missing, RoundKind, SheetState
from tests.support.world import MAKER

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

AT = datetime(2026, 11, 25, 14, 20, tzinfo=ZONE)
FOUNDING = datetime(2025, 7, 1, 7, 30, tzinfo=ZONE)
LOGINS = [official.login for official in people.OFFICIALS]


def sheet_of(code: str, period: str) -> Sheet:
    return next(one for one in sheets().filter(agency__code=code) if one.round.period.code == period)


def test_the_demo_tells_a_year_of_scoring_in_every_state() -> None:
    staff = people.engage(
        province.build(by=MAKER, at=FOUNDING), dict.fromkeys(LOGINS, "x"), by=MAKER, at=FOUNDING
    )
    scoring.load(staff, by=MAKER, at=AT)
    communes = Sheet.objects.filter(round__level="commune", round__kind=RoundKind.YEAR.value)
    told = {one.agency.code: SheetState(one.state) for one in communes.select_related("agency")}
    assert told == {
        "H60.24": SheetState.SELF_SCORING,
        "H60.31": SheetState.LOCKED,
        "H60.25": SheetState.APPRAISAL_1,
        "H60.32": SheetState.EXPLANATION,
        "H60.33": SheetState.SELF_SCORING,
    }
    assert not CriteriaSet.objects.filter(official=True).exists()
    assert {one.total for one in CriteriaSet.objects.all()} == {100}
    half_done = reading(sheet_of("H60.24", "2026"), at=AT)
    assert {leaf.missing[0] for leaf in half_done.missing} == {Missing.VALUE, Missing.EVIDENCE}
    assert Evidence.objects.exclude(section="").exclude(page="").count() == Evidence.objects.count()
    months = ScoringRound.objects.filter(kind=RoundKind.MONTH.value).values_list("level", "first")
    days = (date(2026, 10, 1), date(2026, 11, 1))
    assert set(months) == {(level, day) for level in ("commune", "department", "province") for day in days}
    assert proposals(sheet_of("H60.07", "2026-11"))
    assert {one.state for one in stages_due(AT.date())} == {SheetState.SELF_SCORING}
    before = {one.round.level: results.ranking(one) for one in ResultDecision.objects.all()}
    assert [(row.rank, row.of) for row in before["commune"]] == [(1, 5), (2, 5), (2, 5), (2, 5), (5, 5)]
    assert len(before["department"]) == 6
    assert results.target_on(AT.date()) is not None
