"""An agency scores itself: figures, evidence, explanations, the month before, the lock; and every refusal."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from motcua.base.clock.periods import Period
from motcua.reform.scoring import commands
from motcua.reform.scoring.models import Evidence, LeafScore, ScoringRound, Sheet
from motcua.reform.scoring.ports import UNKNOWN, MeasureValue
from motcua.reform.scoring.queries import measures
from motcua.reform.scoring.queries import sheets as reading
from motcua.reform.scoring.words import EvidenceFor, LeafState, Missing, RoundWhy, SheetState
from tests.support.scoring_scene import AT, DECLARED, MEASURE, SIGNED, Province, build, done, why

pytestmark = pytest.mark.django_db


class Counted:
    """A house that counted 93 of 100 dossiers in time."""

    def __init__(self) -> None:
        """Note what was asked."""
        self.asked: list[tuple[str, UUID, Period]] = []

    def value(self, measure: str, agency: UUID, period: Period) -> MeasureValue:
        """Count."""
        self.asked.append((measure, agency, period))
        return MeasureValue(Decimal(93), Decimal(100), AT, known=True)


@pytest.fixture
def province() -> Province:
    return build()


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    made = Counted()
    monkeypatch.setattr(measures, "source", lambda: made)
    return made


def declare(province: Province, code: str = "1.1", **said: object) -> object:
    told = {"declared": DECLARED.get(code, {}), "by": province.khanh, "at": AT, **said}
    return commands.declare(sheet_id=province.sheet().pk, code=code, **told)


def evidence(province: Province, **said: object) -> object:
    told = {
        "sheet_id": province.sheet().pk,
        "code": "1.1",
        "file_id": province.paper(province.khanh).pk,
        "issuer": "UBND phường",
        "number": "12/KH",
        "issued_on": date(2026, 1, 15),
        "section": "II",
        "page": "3",
        "by": province.khanh,
        "at": AT,
        **said,
    }
    return commands.add_evidence(**told)


def month_of(province: Province, day: date) -> ScoringRound:
    made = commands.open_month(year_round_id=province.round.pk, month=day, by=province.thinh, at=AT)
    return done(made)


@pytest.mark.parametrize(
    ("code", "declared", "points"),
    [
        ("1.1", {"step": 1}, "2"),
        ("1.2", {"numerator": "9", "denominator": "10"}, "5.4"),
        ("1.2", {"numerator": "1.972", "denominator": "2.000"}, "5.916"),
        ("2.2", {"points": "4,25"}, "4.25"),
        ("2.3", {"violations": 9}, "0"),
    ],
)
@pytest.mark.covers("R-16")
def test_the_rule_gives_the_points_of_what_is_declared(
    province: Province, code: str, declared: dict[str, object], points: str
) -> None:
    row = done(declare(province, code, declared=declared))
    assert row.points == Decimal(points)
    assert (row.declared_at, row.declared_by_id) == (AT, province.khanh.person)


@pytest.mark.parametrize(
    ("code", "declared", "refused"),
    [
        ("1.1", {"step": 3}, RoundWhy.INPUT_WRONG),
        ("1.2", {"numerator": "11", "denominator": "10"}, None),
        ("1.2", {"numerator": "chín", "denominator": "10"}, RoundWhy.INPUT_WRONG),
        ("1.2", {"numerator": "9"}, RoundWhy.INPUT_WRONG),
        ("2.2", {"points": "5,01"}, RoundWhy.INPUT_WRONG),
        ("2.3", {"violations": -1}, RoundWhy.INPUT_WRONG),
        ("1.1", {"not_applicable": True}, RoundWhy.REASON_MISSING),
        ("2.1", {"numerator": "1", "denominator": "1"}, RoundWhy.LEAF_COMPUTED),
        ("3.1", {"index": "90"}, RoundWhy.LEAF_SURVEYED),
        ("1", {"step": 0}, RoundWhy.LEAF_UNKNOWN),
        ("7.7", {"step": 0}, RoundWhy.LEAF_UNKNOWN),
    ],
)
@pytest.mark.covers("R-15")
def test_what_cannot_be_declared_is_refused_and_changes_nothing(
    province: Province, code: str, declared: dict[str, object], refused: RoundWhy | None
) -> None:
    outcome = declare(province, code, declared=declared)
    if refused is None:
        assert done(outcome).points == Decimal(6)
        return
    assert why(outcome) is refused
    assert not LeafScore.objects.filter(sheet=province.sheet(), declared_at__isnull=False).exists()


def test_wrong_figures_are_told_with_their_field(province: Province) -> None:
    outcome = declare(province, "1.2", declared={"numerator": "9,x", "denominator": "10"})
    assert why(outcome) is RoundWhy.INPUT_WRONG
    assert outcome.facts["field"] == "numerator"
    assert "9,x" in outcome.facts["says"]


def test_a_declaration_is_taken_back_by_an_empty_one(province: Province) -> None:
    done(declare(province))
    row = done(declare(province, declared={}))
    assert (row.points, row.inputs) == (None, {})


def test_what_does_not_apply_leaves_the_denominator_with_its_reason(province: Province) -> None:
    sheet = province.sheet()
    done(declare(province))
    done(commands.rule_out(sheet_id=sheet.pk, code="1.1", reason="Không có.", by=province.khanh, at=AT))
    read = reading.reading(sheet, at=AT)
    assert read.outcome.applicable_max == Decimal(36)
    assert read.leaves["1.1"].own.state is LeafState.NOT_APPLICABLE
    assert read.leaves["1.1"].missing == ()


def test_a_leaf_is_not_ruled_out_without_a_reason(province: Province) -> None:
    outcome = commands.rule_out(
        sheet_id=province.sheet().pk, code="1.1", reason=" ", by=province.khanh, at=AT
    )
    assert why(outcome) is RoundWhy.REASON_MISSING


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"section": ""}, RoundWhy.EVIDENCE_UNPLACED),
        ({"page": "  "}, RoundWhy.EVIDENCE_UNPLACED),
        ({"issuer": ""}, RoundWhy.EVIDENCE_UNISSUED),
        ({"number": ""}, RoundWhy.EVIDENCE_UNISSUED),
        ({"issued_on": AT.date() + timedelta(1)}, RoundWhy.EVIDENCE_FROM_FUTURE),
        ({"code": "3.1"}, RoundWhy.LEAF_SURVEYED),
        ({"code": "1"}, RoundWhy.LEAF_UNKNOWN),
    ],
)
def test_evidence_that_cannot_be_found_again_is_refused(
    province: Province, said: dict[str, object], refused: RoundWhy
) -> None:
    assert why(evidence(province, **said)) is refused
    assert not Evidence.objects.exists()


def test_nobody_hands_in_what_another_agency_keeps(province: Province) -> None:
    theirs = province.paper(province.chu)
    assert why(evidence(province, file_id=theirs.pk)) is RoundWhy.EVIDENCE_NOT_YOURS


@pytest.mark.parametrize("name", ["section", "page", "issuer", "number"])
def test_the_database_takes_no_evidence_without_its_place(province: Province, name: str) -> None:
    made = done(evidence(province))
    told = {field: getattr(made, field) for field in ("issuer", "number", "section", "page")} | {name: ""}
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.create(
            leaf=made.leaf, file=made.file, purpose="self", issued_on=made.issued_on, added_at=AT, **told
        )


def test_evidence_is_taken_back_while_the_sheet_is_open_and_stays_in_the_rows(province: Province) -> None:
    made = done(evidence(province))
    done(commands.withdraw_evidence(evidence_id=made.pk, by=province.khanh, at=AT))
    assert reading.reading(province.sheet(), at=AT).leaves["1.1"].evidence == ()
    assert Evidence.objects.filter(pk=made.pk).exists()
    again = commands.withdraw_evidence(evidence_id=made.pk, by=province.khanh, at=AT)
    assert why(again) is RoundWhy.EVIDENCE_GONE


def test_evidence_of_a_locked_sheet_stays(province: Province) -> None:
    made = done(evidence(province))
    province.locked()
    refused = commands.withdraw_evidence(evidence_id=made.pk, by=province.khanh, at=AT)
    assert why(refused) is RoundWhy.NOT_OPEN_FOR
    assert why(evidence(province)) is RoundWhy.NOT_OPEN_FOR


def test_evidence_is_opened_within_rights(province: Province) -> None:
    made = done(evidence(province))
    may = [
        login
        for login, actor in province.actors.items()
        if reading.evidence_for(actor, made.pk, at=AT) is not None
    ]
    assert may == ["thinh", "ngoc", "quyet", "hoi", "duc", "khanh", "lan"]


def test_evidence_that_is_none_is_shown_to_nobody(province: Province) -> None:
    assert reading.evidence_for(province.ngoc, province.round.pk, at=AT) is None


def test_a_value_without_evidence_needs_an_explanation(province: Province) -> None:
    done(declare(province))
    assert reading.reading(province.sheet(), at=AT).leaves["1.1"].missing == (Missing.EVIDENCE,)
    done(declare(province, explanation="Kế hoạch chung của tỉnh."))
    assert reading.reading(province.sheet(), at=AT).leaves["1.1"].missing == ()
    done(declare(province))
    done(evidence(province))
    assert reading.reading(province.sheet(), at=AT).leaves["1.1"].missing == ()


def test_a_sheet_that_lacks_something_is_not_locked(province: Province) -> None:
    province.filled()
    done(declare(province, declared={}))
    outcome = commands.lock_sheet(sheet_id=province.sheet().pk, words=SIGNED, by=province.lan, at=AT)
    assert why(outcome) is RoundWhy.NOT_READY
    assert outcome.facts == {"count": "1", "code": "1.1"}
    assert province.sheet().state == SheetState.SELF_SCORING


def test_a_leader_signs_words(province: Province) -> None:
    sheet = province.filled()
    outcome = commands.lock_sheet(sheet_id=sheet.pk, words=" ", by=province.lan, at=AT)
    assert why(outcome) is RoundWhy.NO_WORDS


@pytest.mark.parametrize("act", ["declare", "rule_out", "give", "take_over", "lock"])
def test_nothing_of_a_locked_sheet_changes(province: Province, act: str) -> None:
    sheet = province.locked()
    by = {"sheet_id": sheet.pk, "by": province.khanh, "at": AT}
    outcomes = {
        "declare": lambda: declare(province),
        "rule_out": lambda: commands.rule_out(code="1.1", reason="x", **by),
        "give": lambda: commands.give_leaf(code="1.1", unit_id=province.khanh.unit, **by),
        "take_over": lambda: commands.take_over(**by),
        "lock": lambda: commands.lock_sheet(**{**by, "by": province.lan}, words=SIGNED),
    }
    assert why(outcomes[act]()) is RoundWhy.NOT_OPEN_FOR


def test_the_house_counts_a_leaf_that_is_bound_to_a_measure(province: Province, counted: Counted) -> None:
    leaf = reading.reading(province.sheet(), at=AT).leaves["2.1"]
    assert leaf.own.points == Decimal(4)
    assert leaf.measured == MeasureValue(Decimal(93), Decimal(100), AT, known=True)
    period = Period(date(2026, 1, 1), AT.date())
    assert counted.asked == [(MEASURE, province.agencies["minhxuan"].pk, period)]


def test_what_nobody_counts_is_pending_and_never_zero_percent(province: Province) -> None:
    leaf = reading.reading(province.sheet(), at=AT).leaves["2.1"]
    assert (leaf.own.state, leaf.measured) == (LeafState.PENDING, UNKNOWN)


def test_the_lock_freezes_what_the_house_counted(province: Province, counted: Counted) -> None:
    sheet = province.locked()
    counted.asked.clear()
    leaf = reading.reading(sheet, at=AT + timedelta(days=9)).leaves["2.1"]
    assert counted.asked == []
    assert leaf.own.points == Decimal(4)
    assert leaf.score is not None
    assert leaf.score.inputs == {"numerator": "93", "denominator": "100"}


@pytest.mark.covers("R-15")
def test_survey_leaves_are_pending_and_count_in_the_total(province: Province) -> None:
    read = reading.reading(province.filled(), at=AT)
    assert read.leaves["3.1"].own.state is LeafState.PENDING
    assert read.leaves["3.1"].missing == ()
    assert read.outcome.applicable_max == Decimal(40)
    assert read.standing["3.1"].possible == Decimal(10)


def test_points_are_secured_possible_and_lost(province: Province, counted: Counted) -> None:
    whole = reading.reading(province.filled(), at=AT).standing[""]
    assert whole.max == Decimal(40)
    assert whole.secured == Decimal("21.9")
    assert whole.possible > 0
    later = reading.reading(province.sheet(), at=datetime.fromisoformat("2027-01-05T08:00+07:00"))
    assert later.standing[""].possible >= Decimal(10)


def test_a_leaf_is_given_to_a_unit_of_the_agency_alone(province: Province) -> None:
    sheet, unit = province.sheet(), province.khanh.unit
    given = {"sheet_id": sheet.pk, "code": "1.2", "by": province.khanh, "at": AT}
    done(commands.give_leaf(unit_id=unit, **given))
    assert set(reading.reading(sheet, at=AT).owners) == {"1.2"}
    assert why(commands.give_leaf(unit_id=province.chu.unit, **given)) is RoundWhy.NOT_YOURS


def test_the_month_before_proposes_and_counts_nothing_until_taken_over(province: Province) -> None:
    october, november = (month_of(province, date(2026, month, 1)) for month in (10, 11))
    first = province.sheet(round_=october)
    done(declare_in(province, first))
    province.prove("1.1", by=province.khanh, sheet=first)
    second = province.sheet(round_=november)
    assert set(reading.proposals(second)) == {"1.1"}
    assert reading.reading(second, at=AT).outcome.earned == 0
    done(commands.take_over(sheet_id=second.pk, by=province.khanh, at=AT))
    leaf = reading.reading(second, at=AT).leaves["1.1"]
    assert (leaf.own.points, len(leaf.evidence)) == (Decimal(4), 1)
    assert leaf.evidence[0].purpose == EvidenceFor.SELF
    assert reading.proposals(second) == {}
    again = commands.take_over(sheet_id=second.pk, by=province.khanh, at=AT)
    assert why(again) is RoundWhy.NOTHING_CARRIED


def declare_in(province: Province, sheet: Sheet) -> object:
    return commands.declare(
        sheet_id=sheet.pk, code="1.1", declared={"step": 0}, explanation="x", by=province.khanh, at=AT
    )


def test_a_named_leaf_alone_is_taken_over(province: Province) -> None:
    october, november = (month_of(province, date(2026, month, 1)) for month in (10, 11))
    for code in ("1.1", "2.3"):
        province.declare(code, by=province.khanh, sheet=province.sheet(round_=october))
    second = province.sheet(round_=november)
    done(commands.take_over(sheet_id=second.pk, codes=["2.3"], by=province.khanh, at=AT))
    assert set(reading.proposals(second)) == {"1.1"}
    third = commands.take_over(sheet_id=second.pk, codes=["9"], by=province.khanh, at=AT)
    assert why(third) is RoundWhy.NOTHING_CARRIED


def test_what_was_ruled_out_is_taken_over_with_its_reason(province: Province) -> None:
    october, november = (month_of(province, date(2026, month, 1)) for month in (10, 11))
    old = {"sheet_id": province.sheet(round_=october).pk, "code": "2.2", "reason": "Không có nơi tiếp nhận."}
    done(commands.rule_out(**old, by=province.khanh, at=AT))
    second = province.sheet(round_=november)
    done(commands.take_over(sheet_id=second.pk, by=province.khanh, at=AT))
    row = LeafScore.objects.get(sheet=second, code="2.2")
    assert (row.not_applicable, row.reason) == (True, old["reason"])


def test_reading_many_sheets_takes_no_more_statements_than_a_few(
    province: Province, counted: Counted, django_assert_max_num_queries: object
) -> None:
    province.filled()
    province.filled("lungcu", "chu")
    rows = list(reading.sheets_of(province.round))
    with django_assert_max_num_queries(6):
        assert len(reading.readings(rows, at=AT)) == len(counted.asked) == 2


def test_a_repeated_declaration_acts_once(province: Province) -> None:
    first = done(declare(province, key="k1"))
    assert done(declare(province, key="k1")).pk == first.pk
    assert why(declare(province, key="k1", declared={"step": 2})).endswith("key_reused")


def test_standing_in_counts_as_the_place_and_belongs_to_the_person(province: Province) -> None:
    """Anh Khánh stands in for the appraiser: he has her rights, and still no right over his own ward."""
    sheet = province.locked()
    instead = replace(province.ngoc, person=province.khanh.person, on_behalf_of=province.ngoc.person)
    refused = commands.begin_appraisal(sheet_id=sheet.pk, by=instead, at=AT)
    assert why(refused) is RoundWhy.OWN_AGENCY
    other = province.locked("lungcu", "chu", "pao")
    done(commands.begin_appraisal(sheet_id=other.pk, by=instead, at=AT))
