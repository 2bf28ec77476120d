"""Rounds are opened, run and moved to a new version of their criteria; months open by themselves."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from motcua.base.access import system
from motcua.base.clock.periods import Period, period_coded
from motcua.base.journal.reading import rows_of
from motcua.reference.org import commands as org
from motcua.reform.scoring import commands, jobs
from motcua.reform.scoring.models import CriteriaSet, Evidence, LeafScore, ScoringRound, Sheet
from motcua.reform.scoring.queries import rounds
from motcua.reform.scoring.queries import sheets as reading
from motcua.reform.scoring.queries.sets import criteria_of
from motcua.reform.scoring.words import LeafChange, LeafState, Missing, RoundWhy, SetLevel, SheetState
from tests.support.scoring_scene import (
    AT,
    DEADLINES,
    LADDER,
    LEAVES,
    SIGNED,
    YEAR,
    Province,
    build,
    criteria,
    done,
    stored,
    why,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def province() -> Province:
    return build()


def open_round(province: Province, **said: object) -> object:
    told = {
        "criteria_id": province.criteria.pk,
        "period": YEAR,
        "deadlines": {},
        "by": province.thinh,
        **said,
    }
    return commands.open_round(at=AT, **told)


def year(number: int) -> Period:
    found = period_coded(str(number))
    assert found is not None
    return found


def new_version(*, level: SetLevel = SetLevel.COMMUNE) -> CriteriaSet:
    """Give the next version: 1.1 has a new maximum, 2.2 a new rule, 1.2 is gone, 2.4 is new."""
    leaves = (
        ("1.1", "Ban hành kế hoạch đúng hạn", "5", LADDER, ""),
        LEAVES[2],
        ("2.2", "Bố trí nơi tiếp nhận", "5", {"type": "deduct", "per_violation": 1, "floor": 0}, ""),
        LEAVES[4],
        LEAVES[5],
        ("2.4", "Tiêu chí mới", "5", {"type": "manual"}, ""),
    )
    return stored(criteria(version=2, level=level, leaves=leaves))


def test_a_round_gives_every_agency_of_its_level_a_sheet(province: Province) -> None:
    assert [sheet.agency for sheet in reading.sheets_of(province.round)] == [
        province.agencies["minhxuan"],
        province.agencies["lungcu"],
    ]
    assert set(rounds.allocation_of(province.round)) == {"1", "2", "3", "9"}
    assert rounds.deadlines_of(province.round) == DEADLINES
    assert province.round.opened_by_id == province.thinh.person


@pytest.mark.parametrize(
    ("level", "keys"),
    [(SetLevel.DEPARTMENT, {"noivu", "tuphap"}), (SetLevel.PROVINCE, {"province"})],
)
def test_departments_and_the_province_are_scored_by_sets_of_their_own(
    province: Province, level: SetLevel, keys: set[str]
) -> None:
    made = done(open_round(province, criteria_id=stored(criteria(level=level)).pk))
    assert {sheet.agency for sheet in reading.sheets_of(made)} == {province.agencies[key] for key in keys}


def test_the_office_scores_the_sheet_of_the_province_and_its_leader_locks_it(province: Province) -> None:
    made = done(open_round(province, criteria_id=stored(criteria(level=SetLevel.PROVINCE)).pk))
    sheet = province.sheet("province", made)
    for code in ("1.1", "1.2", "2.2", "2.3"):
        province.declare(code, by=province.thinh, sheet=sheet)
    done(commands.rule_out(sheet_id=sheet.pk, code="9", reason="Không có.", by=province.thinh, at=AT))
    done(commands.lock_sheet(sheet_id=sheet.pk, words=SIGNED, by=province.duc, at=AT))
    refused = commands.begin_appraisal(sheet_id=sheet.pk, by=province.ngoc, at=AT)
    assert why(refused) is RoundWhy.APPRAISED_ELSEWHERE


@pytest.mark.parametrize("login", ["khanh", "lan", "ngoc", "quyet", "duc", "tuyet"])
def test_an_agency_cannot_open_what_the_superior_did_not_open(province: Province, login: str) -> None:
    refused = open_round(province, period=year(2027), by=province.actors[login])
    assert why(refused) is RoundWhy.NOT_YOURS
    assert ScoringRound.objects.count() == 1


def test_a_reform_officer_of_a_commune_opens_nothing(province: Province) -> None:
    officer = replace(province.khanh, roles=province.thinh.roles)
    assert why(open_round(province, period=year(2027), by=officer)) is RoundWhy.NOT_YOURS


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({}, RoundWhy.ROUND_STANDS),
        ({"period": year(2024)}, RoundWhy.NO_AGENCIES),
        ({"period": year(2027), "bonus_cap": Decimal(-1)}, RoundWhy.CAP_NEGATIVE),
        ({"period": year(2027), "allocation": {"7": []}}, RoundWhy.DOMAIN_UNKNOWN),
        ({"period": year(2027), "allocation": {"1": []}}, RoundWhy.DOMAIN_WITHOUT_APPRAISER),
        (
            {
                "period": year(2027),
                "deadlines": {
                    SheetState.SELF_SCORING: date(2027, 2, 1),
                    SheetState.COUNCIL: date(2027, 1, 1),
                },
            },
            RoundWhy.DEADLINES_BACKWARDS,
        ),
    ],
)
def test_a_round_that_cannot_be_run_is_not_opened(
    province: Province, said: dict[str, object], refused: RoundWhy
) -> None:
    assert why(open_round(province, **said)) is refused


def test_an_agency_of_another_level_is_named(province: Province) -> None:
    refused = open_round(province, period=year(2027), agencies=[province.agencies["noivu"].pk])
    assert why(refused) is RoundWhy.AGENCY_OF_OTHER_LEVEL
    assert refused.facts == {"agency": "Sở Nội vụ"}


def test_chosen_agencies_alone_get_a_sheet(province: Province) -> None:
    made = done(open_round(province, period=year(2027), agencies=[province.agencies["lungcu"].pk]))
    assert [sheet.agency for sheet in reading.sheets_of(made)] == [province.agencies["lungcu"]]


def test_a_round_of_a_later_day_waits_for_it(province: Province, monkeypatch: pytest.MonkeyPatch) -> None:
    made = done(open_round(province, period=year(2027), opens_on=AT.date() + timedelta(1)))
    sheet = province.sheet("minhxuan", made)
    assert sheet.state == SheetState.NOT_OPEN
    early = commands.declare(sheet_id=sheet.pk, code="1.1", declared={"step": 0}, by=province.khanh, at=AT)
    assert why(early) is RoundWhy.NOT_OPEN_FOR
    started = commands.start_sheet(sheet_id=sheet.pk, by=system("scoring"), at=AT)
    assert why(started) is RoundWhy.NOT_OPEN_FOR
    monkeypatch.setattr(jobs, "now", lambda: AT + timedelta(1))
    jobs.start_sheets(timestamp=0)
    assert set(reading.sheets_of(made).values_list("state", flat=True)) == {"self_scoring"}
    assert why(commands.start_sheet(sheet_id=sheet.pk, by=province.khanh, at=AT)) is RoundWhy.NOT_YOURS


def test_deadlines_go_on_rising(province: Province) -> None:
    told = {"round_id": province.round.pk, "by": province.thinh, "at": AT}
    done(commands.set_deadline(state=SheetState.SELF_SCORING, due_on=date(2026, 12, 15), **told))
    assert rounds.deadlines_of(province.round)[SheetState.SELF_SCORING] == date(2026, 12, 15)
    late = commands.set_deadline(state=SheetState.SELF_SCORING, due_on=date(2027, 5, 1), **told)
    assert why(late) is RoundWhy.DEADLINES_BACKWARDS
    row = rows_of(f"scoring_round:{province.round.pk}")[-1].payload
    assert (row["old"], row["new"]) == ("2026-12-10", "2026-12-15")


def test_a_domain_goes_to_another_agency(province: Province) -> None:
    sheet, tuphap = province.taken_up(), province.agencies["tuphap"].pk
    told = {"round_id": province.round.pk, "by": province.thinh, "at": AT}
    done(commands.allocate(domain="1", agencies=[tuphap], **told))
    assert why(province.appraise("1.1", "4", by=province.ngoc, sheet=sheet)) is RoundWhy.NOT_YOURS
    done(province.appraise("1.1", "4", by=province.huong, sheet=sheet))
    done(province.appraise("2.2", "4.5", by=province.ngoc, sheet=sheet))
    assert why(commands.allocate(domain="7", agencies=[tuphap], **told)) is RoundWhy.DOMAIN_UNKNOWN
    assert why(commands.allocate(domain="1", agencies=[], **told)) is RoundWhy.DOMAIN_WITHOUT_APPRAISER
    refused = commands.allocate(domain="1", agencies=[tuphap], **{**told, "by": province.ngoc})
    assert why(refused) is RoundWhy.NOT_YOURS


def test_a_month_is_opened_by_the_house_once(province: Province, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "now", lambda: datetime.fromisoformat("2026-12-01T00:10+07:00"))
    jobs.open_month(timestamp=0)
    jobs.open_month(timestamp=0)
    month = province.round.months.get()
    assert (month.period.code, month.criteria, month.bonus_cap) == ("2026-12", province.criteria, Decimal(2))
    assert rounds.deadlines_of(month) == {SheetState.SELF_SCORING: date(2026, 12, 31)}
    assert set(rounds.allocation_of(month)) == {"1", "2", "3", "9"}
    assert reading.sheets_of(month).count() == 2


def test_a_month_belongs_to_its_year(province: Province) -> None:
    told = {"year_round_id": province.round.pk, "by": province.thinh, "at": AT}
    outside = commands.open_month(month=date(2027, 1, 1), **told)
    assert why(outside) is RoundWhy.MONTH_OF_OTHER_YEAR
    made = done(commands.open_month(month=date(2026, 11, 9), **told))
    assert why(commands.open_month(month=date(2026, 11, 1), **told)) is RoundWhy.ROUND_STANDS
    inside = commands.open_month(**{**told, "year_round_id": made.pk}, month=date(2026, 11, 1))
    assert why(inside) is RoundWhy.MONTH_OF_OTHER_YEAR
    refused = commands.open_month(**{**told, "by": province.khanh}, month=date(2026, 12, 1))
    assert why(refused) is RoundWhy.NOT_YOURS


@pytest.mark.covers("R-8")
def test_a_month_takes_the_agencies_as_they_stand_then(province: Province) -> None:
    ended, heir = province.agencies["lungcu"], province.agencies["minhxuan"]
    org.succeed_agency(agency=ended, successor=heir, last_day=date(2026, 11, 30), by=province.thinh, at=AT)
    told = {"year_round_id": province.round.pk, "by": province.thinh, "at": AT}
    november = done(commands.open_month(month=date(2026, 11, 1), **told))
    december = done(commands.open_month(month=date(2026, 12, 1), **told))
    assert reading.sheets_of(november).count() == 2
    assert [sheet.agency for sheet in reading.sheets_of(december)] == [heir]


def test_a_month_demands_what_has_fallen_due_and_a_year_everything(province: Province) -> None:
    set_ = stored(criteria(version=2, due={"1.1": 6, "1.2": 12}))
    done(commands.move_round(round_id=province.round.pk, criteria_id=set_.pk, by=province.thinh, at=AT))
    told = {"year_round_id": province.round.pk, "by": province.thinh, "at": AT}
    october = done(commands.open_month(month=date(2026, 10, 1), **told))
    lacking = reading.reading(province.sheet(round_=october), at=AT).missing
    assert [leaf.node.code for leaf in lacking] == ["1.1"]
    whole = reading.reading(province.sheet(), at=AT).missing
    assert [leaf.node.code for leaf in whole] == ["1.1", "1.2", "2.2", "2.3", "9"]
    assert {leaf.missing for leaf in whole} == {(Missing.VALUE,)}


def test_what_is_due_is_told_with_the_sheets_that_are_behind(province: Province) -> None:
    assert rounds.stages_due(date(2026, 12, 9)) == []
    province.locked()
    today = rounds.stages_due(date(2026, 12, 10))
    assert [(one.state, one.late) for one in today] == [(SheetState.SELF_SCORING, False)]
    assert [sheet.agency for sheet in today[0].sheets] == [province.agencies["lungcu"]]
    later = rounds.stages_due(date(2027, 1, 1))
    assert [(one.state, one.late, len(one.sheets)) for one in later] == [
        (SheetState.SELF_SCORING, True, 1),
        (SheetState.APPRAISAL_1, True, 2),
    ]


def test_how_far_a_round_is(province: Province) -> None:
    province.locked()
    found = {state: count for state, count in rounds.progress_of(province.round).items() if count}
    assert found == {SheetState.SELF_SCORING: 1, SheetState.LOCKED: 1}


def test_a_province_sees_its_own_rounds(province: Province) -> None:
    assert list(rounds.rounds_run_by(province.thinh)) == [province.round]
    assert list(rounds.rounds_run_by(province.khanh)) == []


@pytest.mark.covers("R-9")
def test_a_round_moves_to_a_new_version_and_keeps_what_was_handed_in(province: Province) -> None:
    sheet = province.filled()
    for code in ("1.1", "1.2"):
        province.prove(code, by=province.khanh)
    told = rounds.preview_move(province.round, new_version())
    assert {change: [leaf.code for leaf in told.of(change)] for change in LeafChange} == {
        LeafChange.KEPT: ["2.1", "2.3", "3.1", "9"],
        LeafChange.NEW_MAX: ["1.1"],
        LeafChange.NEW_RULE: ["2.2"],
        LeafChange.ADDED: ["2.4"],
        LeafChange.GONE: ["1.2"],
    }
    assert (len(told.moving), told.staying, told.papers) == (2, (), {"1.1": 1, "1.2": 1})
    assert province.sheet().criteria == province.criteria, "a preview changes nothing"
    move = {"round_id": province.round.pk, "criteria_id": told.criteria.pk, "by": province.thinh, "at": AT}
    done(commands.move_round(**move))
    read = reading.reading(province.sheet(), at=AT)
    assert read.criteria.meta.version == 2
    assert (read.leaves["1.1"].own.points, len(read.leaves["1.1"].evidence)) == (Decimal(4), 1)
    assert read.leaves["1.1"].score.explanation == "Đã làm."
    assert read.leaves["2.3"].own.points == Decimal(4)
    assert read.leaves["2.4"].missing == (Missing.VALUE,)
    gone = reading.gone_leaves(sheet, read.criteria)
    assert [(row.code, row.points, row.evidence.count()) for row in gone] == [("1.2", Decimal("5.4"), 1)]


@pytest.mark.covers("R-9")
def test_figures_that_the_new_rule_cannot_take_wait_to_be_looked_at(province: Province) -> None:
    province.filled()
    move = {"round_id": province.round.pk, "criteria_id": new_version().pk, "by": province.thinh, "at": AT}
    done(commands.move_round(**move))
    leaf = reading.reading(province.sheet(), at=AT).leaves["2.2"]
    assert leaf.score is not None
    assert (leaf.score.to_look_at, leaf.score.inputs, leaf.score.points) == (True, {"points": "4.5"}, None)
    assert leaf.own.state is LeafState.PENDING
    again = {"sheet_id": province.sheet().pk, "code": "2.2", "declared": {"violations": 0}}
    row = done(commands.declare(**again, by=province.khanh, at=AT))
    assert (row.to_look_at, row.points) == (False, Decimal(5))


@pytest.mark.covers("R-9")
def test_a_locked_sheet_keeps_the_version_under_which_it_was_locked(province: Province) -> None:
    sheet = province.locked()
    set_ = new_version()
    assert [one.pk for one in rounds.preview_move(province.round, set_).staying] == [sheet.pk]
    done(commands.move_round(round_id=province.round.pk, criteria_id=set_.pk, by=province.thinh, at=AT))
    assert province.sheet().criteria == province.criteria
    assert province.sheet("lungcu").criteria == set_
    row = rows_of(f"scoring_round:{province.round.pk}")[-1]
    assert row.verb == "scoring_round.criteria_moved"
    assert (row.payload["stayed"], row.payload["gone"]) == ([str(sheet.pk)], ["1.2"])


def test_a_round_moves_to_another_version_of_its_own_level_alone(province: Province) -> None:
    told = {"round_id": province.round.pk, "at": AT}
    same = commands.move_round(**told, criteria_id=province.criteria.pk, by=province.thinh)
    assert why(same) is RoundWhy.SAME_SET
    other = new_version(level=SetLevel.DEPARTMENT)
    refused = commands.move_round(**told, criteria_id=other.pk, by=province.thinh)
    assert why(refused) is RoundWhy.SET_OF_OTHER_LEVEL
    stranger = commands.move_round(**told, criteria_id=other.pk, by=province.khanh)
    assert why(stranger) is RoundWhy.NOT_YOURS


def test_a_move_touches_no_row_of_evidence(province: Province) -> None:
    province.filled()
    province.prove("1.2", by=province.khanh)
    before = list(Evidence.objects.values())
    done(
        commands.move_round(
            round_id=province.round.pk, criteria_id=new_version().pk, by=province.thinh, at=AT
        )
    )
    assert list(Evidence.objects.values()) == before
    assert LeafScore.objects.filter(sheet=province.sheet(), code="1.2").exists()
    assert Sheet.objects.filter(criteria=province.criteria).count() == 0
    assert criteria_of(province.criteria).meta.version == 1
