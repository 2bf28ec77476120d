"""Results: decided, published, corrected beside what stood; ranked, told through the years, compared."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from motcua.base.access import system
from motcua.reference.org import commands as org
from motcua.reference.org.words import AgencyKind, Tier
from motcua.reform.scoring import commands
from motcua.reform.scoring.commands import Correction, PastResult
from motcua.reform.scoring.models import CriteriaSet, LeafScore, PublishedScore, ResultDecision, ScoringRound
from motcua.reform.scoring.published.commands import import_file
from motcua.reform.scoring.queries import results
from motcua.reform.scoring.words import HistoryBreak, ResultKind, RoundWhy, SheetState
from tests.support.scoring_scene import (
    AT,
    LEAVES,
    MAKER,
    Province,
    build,
    concluded,
    criteria,
    done,
    stored,
    why,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def province() -> Province:
    return concluded()


@pytest.fixture
def fresh() -> Province:
    return build()


def approve(province: Province, **said: object) -> object:
    told = {"number": "77/QĐ-UBND", "decided_on": date(2027, 2, 1), "by": province.duc, **said}
    return commands.approve_round(round_id=province.round.pk, at=AT, **told)


def published(province: Province) -> ResultDecision:
    decision = done(approve(province))
    return done(commands.publish(decision_id=decision.pk, by=province.duc, at=AT))


def correct(province: Province, decision: ResultDecision, *changes: Correction, **said: object) -> object:
    told = {
        "number": "99/QĐ-UBND",
        "decided_on": date(2027, 3, 1),
        "reason": "Tính sót một tài liệu.",
        "by": province.duc,
        **said,
    }
    at = AT + timedelta(days=1)
    return commands.correct(decision_id=decision.pk, corrections=changes, at=at, **told)


def one_change(province: Province, points: str = "0", agency: str = "minhxuan") -> Correction:
    return Correction(province.sheet(agency).pk, "1.1", Decimal(points))


def past(
    province: Province, *rows: PastResult, year: int = 2025, set_: CriteriaSet | None = None, **said: object
) -> object:
    told = {"number": "12/QĐ", "decided_on": date(year + 1, 1, 20), "source": "Cổng tỉnh", **said}
    of = set_ or province.criteria
    return commands.enter_past_results(
        criteria_id=of.pk, year=year, results=rows, **{"by": province.thinh, "at": AT, **told}
    )


def test_only_the_leader_of_the_committee_decides(province: Province) -> None:
    for login in set(province.actors) - {"duc"}:
        assert why(approve(province, by=province.actors[login])) is RoundWhy.NOT_YOURS, login
    decision = done(approve(province))
    for login in set(province.actors) - {"duc"}:
        refused = commands.publish(decision_id=decision.pk, by=province.actors[login], at=AT)
        assert why(refused) is RoundWhy.NOT_YOURS, login


def test_a_round_is_approved_when_the_council_has_closed_every_sheet(fresh: Province) -> None:
    fresh.concluded()
    outcome = approve(fresh)
    assert why(outcome) is RoundWhy.SHEETS_BEHIND
    assert outcome.facts == {"count": "1"}
    assert fresh.sheet().state == SheetState.COUNCIL
    fresh.concluded("lungcu", "chu", "pao")
    assert why(approve(fresh, number=" ")) is RoundWhy.NO_DECISION_NUMBER
    done(approve(fresh))
    assert fresh.sheet().state == SheetState.APPROVED
    assert why(approve(fresh)) is RoundWhy.DECISION_STANDS


def test_a_decision_is_published_once(province: Province) -> None:
    decision = published(province)
    assert (decision.published_at, decision.published_by_id) == (AT, province.duc.person)
    again = commands.publish(decision_id=decision.pk, by=province.duc, at=AT)
    assert why(again) is RoundWhy.DECISION_PUBLISHED


@pytest.mark.covers("R-11")
def test_who_has_the_same_percentage_shares_a_rank_of_all(province: Province) -> None:
    rows = results.ranking(published(province))
    assert [(row.rank, row.of) for row in rows] == [(1, 2), (1, 2)]
    assert [row.agency.code for row in rows] == ["H60.24", "H60.31"]


@pytest.mark.covers("R-1")
def test_points_and_what_they_count_of_and_percent_stand_apart(fresh: Province) -> None:
    sheet = fresh.filled()
    done(commands.rule_out(sheet_id=sheet.pk, code="1.2", reason="Không có.", by=fresh.khanh, at=AT))
    all_done = {"minhxuan": ("khanh", "lan"), "lungcu": ("chu", "pao")}
    done(commands.lock_sheet(sheet_id=sheet.pk, words="Đã xem.", by=fresh.lan, at=AT))
    done(commands.begin_appraisal(sheet_id=sheet.pk, by=fresh.ngoc, at=AT))
    for code, points in {"1.1": "4", "2.2": "4.5", "2.3": "4"}.items():
        done(fresh.appraise(code, points, by=fresh.ngoc, sheet=sheet))
    for code in ("1.2", "9"):
        out = {"sheet_id": sheet.pk, "code": code, "points": None, "not_applicable": True}
        done(commands.appraise(**out, by=fresh.ngoc, at=AT))
    done(commands.close_appraisal(sheet_id=sheet.pk, words="Xong.", by=fresh.ngoc, at=AT))
    closing = {"minutes_number": "1/BB", "minutes_on": date(2027, 1, 20), "words": "Thống nhất."}
    done(commands.close_council(sheet_id=sheet.pk, by=fresh.quyet, at=AT, **closing))
    fresh.concluded("lungcu", *all_done["lungcu"])
    rows = {row.agency.code: row for row in results.ranking(done(approve(fresh)))}
    low, high = rows["H60.31"], rows["H60.24"]
    assert (high.earned, high.applicable_max, high.index) == (Decimal("12.5"), 34, Decimal("36.76"))
    assert (low.earned, low.applicable_max, low.index) == (Decimal("17.9"), 40, Decimal("44.75"))
    assert (low.rank, high.rank) == (1, 2), "more points of more: the percentage ranks"


def test_a_correction_is_a_new_decision_beside_the_old(province: Province) -> None:
    old = published(province)
    before = list(old.scores.order_by("pk").values())
    new = done(correct(province, old, one_change(province, "0", "lungcu")))
    assert (new.kind, new.replaces, new.number) == (ResultKind.CORRECTION, old, "99/QĐ-UBND")
    assert [(row["code"], row["old"], row["new"]) for row in new.changes] == [("1.1", "4", "0")]
    assert results.latest(province.round) == old, "it holds once it is published"
    done(commands.publish(decision_id=new.pk, by=province.duc, at=AT))
    assert results.latest(province.round) == new
    assert list(old.scores.order_by("pk").values()) == before, "the old decision stays as it was"
    assert [(row.agency.code, row.rank) for row in results.ranking(new)] == [("H60.24", 1), ("H60.31", 2)]
    assert LeafScore.objects.get(sheet=province.sheet("lungcu"), code="1.1").final == Decimal(4)
    assert [one.kind for one in results.decisions_of(province.round)] == ["round", "correction"]


@pytest.mark.parametrize(
    ("points", "said", "refused"),
    [
        ("0", {"reason": ""}, RoundWhy.REASON_MISSING),
        ("0", {"number": ""}, RoundWhy.NO_DECISION_NUMBER),
        ("4", {}, RoundWhy.NOTHING_CORRECTED),
        ("5", {}, RoundWhy.POINTS_OUT_OF_RANGE),
    ],
)
def test_a_correction_that_corrects_nothing_is_refused(
    province: Province, points: str, said: dict[str, object], refused: RoundWhy
) -> None:
    old = published(province)
    assert why(correct(province, old, one_change(province, points), **said)) is refused
    assert ResultDecision.objects.count() == 1


def test_what_is_corrected_is_a_leaf_of_a_sheet_of_the_round(province: Province) -> None:
    old = published(province)
    strange = Correction(province.round.pk, "1.1", Decimal(1))
    assert why(correct(province, old, strange)) is RoundWhy.LEAF_UNKNOWN
    parent = Correction(province.sheet().pk, "1", Decimal(1))
    assert why(correct(province, old, parent)) is RoundWhy.LEAF_UNKNOWN
    assert why(correct(province, old, one_change(province), by=province.quyet)) is RoundWhy.NOT_YOURS


def test_the_newest_published_decision_alone_is_corrected(province: Province) -> None:
    old = done(approve(province))
    assert why(correct(province, old, one_change(province))) is RoundWhy.DECISION_NOT_PUBLISHED
    done(commands.publish(decision_id=old.pk, by=province.duc, at=AT))
    new = done(correct(province, old, one_change(province)))
    assert why(correct(province, old, one_change(province, "1"))) is RoundWhy.DECISION_REPLACED
    done(commands.publish(decision_id=new.pk, by=province.duc, at=AT))
    third = done(correct(province, new, one_change(province, "3")))
    assert third.replaces == new
    assert third.changes[0]["old"] == "0"


@pytest.mark.covers("R-14")
def test_the_bonus_is_capped_and_nobody_passes_the_whole(fresh: Province) -> None:
    """A decision takes the caps of its round, whatever the council gave."""
    fresh.taken_up()
    sheet = fresh.sheet()
    full = {"1.1": "4", "1.2": "6", "2.2": "5", "2.3": "5"}
    for code, points in full.items():
        done(fresh.appraise(code, points, by=fresh.ngoc, sheet=sheet))
    done(fresh.appraise("9", "2", by=fresh.ngoc, sheet=sheet))
    done(commands.close_appraisal(sheet_id=sheet.pk, words="Xong.", by=fresh.ngoc, at=AT))
    done(
        commands.record_council(
            sheet_id=sheet.pk, code="2.1", points=Decimal(10), note="Theo hồ sơ.", by=fresh.quyet, at=AT
        )
    )
    survey = {"code": "3.1", "declared": {"index": "95"}, "by": fresh.thinh, "at": AT}
    done(commands.enter_survey(sheet_id=sheet.pk, **survey))
    closing = {"minutes_number": "1/BB", "minutes_on": date(2027, 1, 20), "words": "Thống nhất."}
    done(commands.close_council(sheet_id=sheet.pk, by=fresh.quyet, at=AT, **closing))
    fresh.concluded("lungcu", "chu", "pao")
    score = PublishedScore.objects.get(decision=done(approve(fresh)), agency=fresh.agencies["minhxuan"])
    assert (score.earned, score.index, score.band) == (Decimal(40), Decimal(100), "A")


def test_results_of_earlier_years_are_carried_over_as_they_were_published(province: Province) -> None:
    ward, village = province.agencies["minhxuan"], province.agencies["lungcu"]
    made = done(
        past(
            province,
            PastResult(ward.pk, Decimal("85.78"), Decimal("85.79"), Decimal(100)),
            PastResult(village.pk, Decimal("85.78"), Decimal("62.62"), Decimal(73)),
        )
    )
    first, second = results.ranking(made)
    assert (first.agency, first.rank, first.of, first.band) == (ward, 1, 2, "B")
    assert (first.computed, first.index) == (Decimal("85.79"), Decimal("85.78"))
    assert (second.agency, second.rank, second.index) == (village, 2, Decimal("85.78"))
    assert made.published_at is not None
    assert why(past(province, PastResult(ward.pk, Decimal(80)))) is RoundWhy.ROUND_STANDS
    refused = correct(province, made, one_change(province))
    assert why(refused) is RoundWhy.DECISION_REPLACED


@pytest.mark.parametrize(
    ("index", "earned", "most"),
    [("100.01", None, None), ("-1", None, None), ("80", "8", None), ("80", "-8", "10"), ("80", "8", "0")],
)
def test_a_past_result_that_cannot_be_is_refused(
    province: Province, index: str, earned: str | None, most: str | None
) -> None:
    points = [None if one is None else Decimal(one) for one in (earned, most)]
    row = PastResult(province.agencies["minhxuan"].pk, Decimal(index), *points)
    outcome = past(province, row)
    assert why(outcome) is RoundWhy.RESULTS_WRONG
    assert outcome.facts == {"agency": "UBND phường Minh Xuân"}
    assert ScoringRound.objects.count() == 1


def test_past_results_have_a_source_and_come_from_the_office(province: Province) -> None:
    row = PastResult(province.agencies["minhxuan"].pk, Decimal(80))
    assert why(past(province, row, source=" ")) is RoundWhy.NO_DECISION_NUMBER
    assert why(past(province, row, row)) is RoundWhy.RESULTS_WRONG
    assert why(past(province)) is RoundWhy.NO_AGENCIES
    assert why(past(province, row, by=province.khanh)) is RoundWhy.NOT_YOURS
    assert done(past(province, row, by=system("demo"))).round.owner == province.agencies["province"]


@pytest.mark.covers("R-8")
def test_an_agency_that_did_not_stand_in_a_year_has_no_result_of_it(province: Province) -> None:
    row = PastResult(province.agencies["minhxuan"].pk, Decimal(80))
    assert why(past(province, row, year=2024)) is RoundWhy.RESULTS_WRONG


@pytest.mark.covers("R-8")
def test_results_stay_with_the_agency_of_their_time_and_its_heir_is_told(province: Province) -> None:
    old = [
        org.found_agency(
            name=f"UBND xã cũ {number}",
            short_name="UBND",
            kind=AgencyKind.PEOPLES_COMMITTEE,
            tier=Tier.COMMUNE,
            code=f"H60.9{number}",
            parent=province.agencies["province"],
            valid_from=date(2020, 1, 1),
            province="tỉnh",
            place="x",
            by=MAKER,
            at=AT,
        )
        for number in (1, 2)
    ]
    heir = province.agencies["minhxuan"]
    for one in old:
        done(org.succeed_agency(agency=one, successor=heir, last_day=date(2025, 6, 30), by=MAKER, at=AT))
    done(past(province, *(PastResult(one.pk, Decimal(70)) for one in old), year=2024))
    done(past(province, PastResult(heir.pk, Decimal(80)), year=2025))
    told = results.history(heir)
    assert [(row.year, row.agency.name, row.breaks) for row in told.rows] == [
        (2024, "UBND xã cũ 1", ()),
        (2024, "UBND xã cũ 2", ()),
        (2025, heir.name, (HistoryBreak.REORGANISED,)),
    ]
    assert told.successors == ()
    old[0].refresh_from_db()
    alone = results.history(old[0])
    assert [(row.year, row.agency) for row in alone.rows] == [(2024, old[0])]
    assert alone.successors == (heir,)


@pytest.mark.covers("R-8")
def test_other_criteria_and_missing_years_break_the_line_too(province: Province) -> None:
    ward = province.agencies["minhxuan"].pk
    other = stored(criteria(version=2, leaves=LEAVES[:-1]))
    row = PastResult(ward, Decimal(80))
    done(past(province, row, year=2025))
    done(past(province, row, year=2027))
    done(past(province, row, year=2028, set_=other))
    done(past(province, row, year=2029, set_=other))
    told = results.history(province.agencies["minhxuan"])
    assert [one.breaks for one in told.rows] == [
        (),
        (HistoryBreak.YEARS_MISSING,),
        (HistoryBreak.NEW_CRITERIA,),
        (),
    ]


def test_a_history_has_what_holds_and_not_what_was_corrected(province: Province) -> None:
    old = published(province)
    new = done(correct(province, old, one_change(province)))
    ward = province.agencies["minhxuan"]
    assert [row.decision for row in results.history(ward).rows] == [old]
    done(commands.publish(decision_id=new.pk, by=province.duc, at=AT))
    assert [row.decision for row in results.history(ward).rows] == [new]


def test_a_running_round_is_rehearsed_and_decides_nothing(fresh: Province) -> None:
    fresh.filled()
    first, second = results.rehearsal(fresh.round, at=AT)
    assert (first.sheet.agency.code, first.own, first.judged) == ("H60.24", Decimal("44.75"), Decimal(0))
    assert first.place is not None
    assert (first.place.rank, first.place.of) == (1, 2)
    assert second.own == 0
    assert not ResultDecision.objects.exists()


def test_the_target_is_a_dated_parameter_and_its_absence_is_absence(province: Province) -> None:
    assert results.target_on(AT.date()) is None
    org.set_regulation(
        code=results.TARGET,
        value=86,
        unit="percent",
        legal_basis="Đề án",
        certainty="S",
        valid_from=date(2026, 1, 1),
        by=MAKER,
        at=AT,
    )
    target = results.target_on(AT.date())
    assert target is not None
    assert (target.value, target.legal_basis) == (86, "Đề án")


@pytest.mark.covers("R-10")
def test_national_means_stand_with_each_of_their_sources() -> None:
    content = (
        "index,year,unit,unit_kind,value,max,rank,of,status,source\n"
        "PAR.mean,2023,63 provinces,national,86.98,100,,63,verified,A\n"
        "PAR.mean,2023,63 provinces,national,87.05,100,,63,reported,B\n"
        "PAR.mean,2023,17 ministries,national,84.38,100,,17,verified,A\n"
    )
    taken = import_file(file_name="chi-so.csv", content=content.encode(), by=MAKER, at=AT)
    done(taken)
    told = results.means_of([2022, 2023])
    assert {year: [(one.percent, one.source) for one in found] for year, found in told.items()} == {
        2023: [(Decimal("86.98"), "A"), (Decimal("87.05"), "B")]
    }


def test_the_gap_names_the_leaves_and_the_units_that_answer_for_them(fresh: Province) -> None:
    sheet = fresh.filled()
    unit = fresh.khanh.unit
    done(commands.give_leaf(sheet_id=sheet.pk, code="1.2", unit_id=unit, by=fresh.khanh, at=AT))
    told = results.gap_of(fresh.sheet(), at=AT)
    assert (told.now and told.now.name, told.target and told.target.name) == ("D", "C")
    rows = {row.leaf.code: row for row in told.rows}
    assert rows["1.2"].owner == "Đơn vị H60.24/division"
    assert rows["1.2"].next.count == 1
    assert told.missing == Decimal("10.1")


def test_rounds_with_published_results_are_found_by_level(province: Province) -> None:
    assert list(results.published_rounds()) == []
    published(province)
    assert list(results.published_rounds("commune")) == [province.round]
    assert list(results.published_rounds("department")) == []
