"""The seven rule kinds: published vectors, bounds, order, and a slow reference beside them."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reform.scoring.rules.criteria import Node
from motcua.reform.scoring.rules.given import NOTHING, Given
from motcua.reform.scoring.rules.inputs import given_of, told
from motcua.reform.scoring.rules.kinds import rule_of
from motcua.reform.scoring.rules.reasons import lifting, reason
from motcua.reform.scoring.rules.rule import Scored, Wrong
from motcua.reform.scoring.words import Because, InputFault, LeafState
from tests.rules.scoring_reference import leaf, slow_points

LADDER = {
    "type": "ladder",
    "steps": [
        {"when": "đúng hạn, đủ nội dung", "points": 3},
        {"when": "chậm", "points": 1.5},
        {"when": "không", "points": 0},
    ],
    "else": 0,
}
RATIO = {"type": "ratio", "numerator": "nhiệm vụ hoàn thành", "floor": 0.8, "below_floor": 0, "cap": 1}
PUBLISHED = {  # Cà Mau 2013, 1.1.4
    "type": "ratio_bands",
    "steps": [{"min_pct": 90, "exclusive": True, "points": 2.0}, {"min_pct": 70.0, "points": 1.0}],
    "else": 0,
    "prorata": "b/a*max",
}
ON_TIME = {
    "type": "ratio_bands",
    "numerator": "hồ sơ đúng hạn",
    "steps": [{"min_pct": 95.0, "points": "prorata"}, {"min_pct": 90.0, "points": 2.0}],
    "else": 0,
}
SURVEY = {"type": "survey_mean", "source": "leaders_survey"}
INDEX = {"type": "external_index", "index": "SIPAS"}
DEDUCT = {"type": "deduct", "per_violation": 1.0, "floor": 0, "desc": "mỗi người bị kỷ luật"}
MANUAL = {"type": "manual"}


def scored(rule: dict[str, Any], most: str, **said: Any) -> Scored:
    one = leaf("1", most, rule)
    given_ = given_of(said, one)
    assert isinstance(given_, Given), given_
    assert one.rule is not None
    return one.rule.points(given_, one.max)


@pytest.mark.parametrize(
    ("rule", "most", "said", "points"),
    [
        (LADDER, "3", {"step": 0}, "3"),
        (LADDER, "3", {"step": 1}, "1.5"),
        (LADDER, "3", {"step": 2}, "0"),
        (RATIO, "1.5", {"numerator": 799, "denominator": 1000}, "0"),
        (RATIO, "1.5", {"numerator": 80, "denominator": 100}, "1.2"),
        (RATIO, "1.5", {"numerator": 100, "denominator": 100}, "1.5"),
        (RATIO, "1.5", {"numerator": 120, "denominator": 100}, "1.5"),
        (PUBLISHED, "2", {"numerator": 9001, "denominator": 10000}, "2"),
        (PUBLISHED, "2", {"numerator": 90, "denominator": 100}, "1"),
        (PUBLISHED, "2", {"numerator": 70, "denominator": 100}, "1"),
        (PUBLISHED, "2", {"numerator": 6999, "denominator": 10000}, "0"),
        (SURVEY, "2", {"answers": {"A": 2, "B": 1, "D": 1}}, "1.3"),
        (INDEX, "10", {"index": Decimal("82.3")}, "8.23"),
        (DEDUCT, "3", {"violations": 4}, "0"),
        (DEDUCT, "3", {"violations": 2}, "1"),
        (MANUAL, "3", {"points": Decimal("2.25")}, "2.25"),
    ],
)
def test_the_published_vectors_hold(
    rule: dict[str, Any], most: str, said: dict[str, Any], points: str
) -> None:
    got = scored(rule, most, **said)

    assert (got.points, got.state) == (Decimal(points), LeafState.SCORED)


@pytest.mark.covers("R-12")
@pytest.mark.parametrize("rule", [RATIO, ON_TIME])
@pytest.mark.parametrize(
    ("when", "state", "points"),
    [
        ("max", LeafState.SCORED, "5"),
        ("zero", LeafState.SCORED, "0"),
        ("not_applicable", LeafState.NOT_APPLICABLE, "0"),
        (None, LeafState.PENDING, "0"),
    ],
)
def test_nothing_to_do_scores_as_each_leaf_says(
    rule: dict[str, Any], when: str | None, state: LeafState, points: str
) -> None:
    got = scored({**rule, "when_a_is_zero": when}, "5", numerator=0, denominator=0)

    assert (got.state, got.points) == (state, Decimal(points))


def test_a_floor_may_leave_its_bound_out_and_points_may_be_rounded() -> None:
    beyond = {**RATIO, "inclusive": False, "rounding": 1}

    assert scored(beyond, "1.5", numerator=80, denominator=100).why is Because.BELOW_FLOOR
    assert scored(beyond, "1.5", numerator=83, denominator=100).points == Decimal("1.2")
    assert scored({**beyond, "rounding": 2}, "1.5", numerator=83, denominator=100).points == Decimal("1.25")


def test_a_fifth_option_counts_as_its_set_says_or_not_at_all() -> None:
    counted = {**SURVEY, "options": {"A": 100, "B": 75, "C": 50, "D": 25, "E": 0}}
    left_out = {**SURVEY, "options": {"A": 100, "E": None}}

    assert scored(counted, "2", answers={"A": 1, "E": 1}).points == Decimal(1)
    assert scored(left_out, "2", answers={"A": 1, "E": 9}).points == Decimal(2)
    assert scored(left_out, "2", answers={"E": 9}).state is LeafState.PENDING


def test_the_line_of_the_rule_that_holds_is_marked_as_people_read_it() -> None:
    one = leaf("3.2.1", "5", ON_TIME)
    assert one.rule is not None
    now = Given(numerator=Decimal(4318), denominator=Decimal(4702))

    lines = one.rule.describe(one.max, now)

    assert [tuple(words.replace("\xa0", " ") for words in line[:2]) for line in lines] == [
        ("Từ 95 % trở lên", "tỷ lệ × 5"),
        ("90 % đến dưới 95 %", "2 điểm"),
        ("Dưới 90 %", "0 điểm"),
    ]
    assert [line.holds for line in lines] == [False, True, False]


@pytest.mark.parametrize(
    ("rule", "said", "holds"),
    [
        (PUBLISHED, {"numerator": 95, "denominator": 100}, "Trên 90 %"),
        (PUBLISHED, {"numerator": 90, "denominator": 100}, "70 % đến 90 %"),
        (PUBLISHED, {"numerator": 1, "denominator": 100}, "Dưới 70 %"),
        (RATIO, {"numerator": 9, "denominator": 10}, "80 % đến dưới 100 %"),
        (RATIO, {"numerator": 1, "denominator": 10}, "Dưới 80 %"),
        (RATIO, {"numerator": 11, "denominator": 10}, "Từ 100 % trở lên"),
        (
            {**RATIO, "when_a_is_zero": "max"},
            {"numerator": 0, "denominator": 0},
            "Không phát sinh (mẫu số bằng 0)",
        ),
        (LADDER, {"step": 1}, "Chậm"),
        (DEDUCT, {"violations": 0}, "Không có vi phạm"),
        (DEDUCT, {"violations": 1}, "Mỗi người bị kỷ luật"),
        (DEDUCT, {"violations": 9}, "Không thấp hơn"),
        (INDEX, {"index": 80}, "Chỉ số SIPAS"),
        (MANUAL, {"points": 1}, "Chấm theo danh mục kiểm tra"),
    ],
)
def test_every_kind_tells_which_of_its_lines_holds(
    rule: dict[str, Any], said: dict[str, Any], holds: str
) -> None:
    one = leaf("1", "3", rule)
    given_ = given_of(said, one)
    assert one.rule is not None
    assert isinstance(given_, Given)

    held = [line.when.replace("\xa0", " ") for line in one.rule.describe(one.max, given_) if line.holds]

    assert held == [holds]


def test_the_next_gain_is_counted_in_dossiers() -> None:
    one = leaf("3.2.1", "5", ON_TIME)
    assert one.rule is not None
    now = Given(numerator=Decimal(4318), denominator=Decimal(4702))
    way = one.rule.best_next(now, one.max)
    assert way is not None

    assert (way.count, way.percent) == (149, Decimal(95))
    said = "Thêm 149 hồ sơ đúng hạn thì đạt 95 % và được 4,75 điểm."
    assert lifting(one, way).replace("\xa0", " ") == said
    why = "4.318 : 4.702 = 91,83 %, mức 90 % đến dưới 95 %: 2 điểm."
    assert reason(one, now, one.rule.points(now, one.max)).replace("\xa0", " ") == why


@pytest.mark.parametrize(
    ("rule", "said", "gain"),
    [
        (LADDER, {"step": 1}, "1.5"),
        (LADDER, {}, "3"),
        (LADDER, {"step": 0}, None),
        (RATIO, {"numerator": 79, "denominator": 100}, "2.4"),
        (RATIO, {"numerator": 80, "denominator": 100}, "0.6"),
        (RATIO, {"numerator": 100, "denominator": 100}, None),
        (RATIO, {"numerator": 0, "denominator": 0}, None),
        (PUBLISHED, {"numerator": 90, "denominator": 100}, "1"),
        (SURVEY, {"answers": {"D": 1}}, None),
        (INDEX, {"index": 5}, None),
        (DEDUCT, {"violations": 1}, None),
        (MANUAL, {"points": 1}, "2"),
    ],
)
def test_what_lifts_a_leaf_is_in_the_hand_of_the_unit(
    rule: dict[str, Any], said: dict[str, Any], gain: str | None
) -> None:
    one = leaf("1", "3", rule)
    given_ = given_of(said, one)
    assert one.rule is not None
    assert isinstance(given_, Given)

    way = one.rule.best_next(given_, one.max)

    assert (way and way.gain) == (gain and Decimal(gain))
    assert way is None or lifting(one, way).endswith("điểm.")


def test_violations_are_not_undone_and_all_else_may_still_come() -> None:
    deduct, ladder = rule_of(DEDUCT), rule_of(LADDER)

    assert deduct.attainable(Given(violations=2), Decimal(3)) == Decimal(1)
    assert ladder.attainable(Given(step=2), Decimal(3)) == Decimal(3)


@pytest.mark.parametrize(
    ("rule", "said", "fault"),
    [
        (RATIO, {"numerator": -1, "denominator": 5}, InputFault.NEGATIVE),
        (RATIO, {"numerator": 1}, InputFault.MISSING_FIELD),
        (RATIO, {"numerator": 1, "denominator": 0}, InputFault.WITHOUT_WHOLE),
        ({**RATIO, "part_of_whole": True}, {"numerator": 6, "denominator": 5}, InputFault.MORE_THAN_WHOLE),
        (RATIO, {"step": 0}, InputFault.NOT_NEEDED),
        (RATIO, {"numerator": "sáu", "denominator": 5}, InputFault.NOT_A_NUMBER),
        (RATIO, {"numerator": True, "denominator": 5}, InputFault.NOT_A_NUMBER),
        (RATIO, {"numerator": 10**30, "denominator": 5}, InputFault.TOO_LARGE),
        (RATIO, {"tu_so": 1}, InputFault.UNKNOWN_FIELD),
        (LADDER, {"step": 3}, InputFault.STEP_OUT_OF_RANGE),
        (LADDER, {"step": -1}, InputFault.NEGATIVE),
        (LADDER, {"step": 0.5}, InputFault.NOT_WHOLE),
        (SURVEY, {"answers": {"F": 1}}, InputFault.UNKNOWN_OPTION),
        (SURVEY, {"answers": {"A": -1}}, InputFault.NEGATIVE),
        (SURVEY, {"answers": [1]}, InputFault.NOT_A_NUMBER),
        (INDEX, {"index": Decimal("100.01")}, InputFault.ABOVE_HUNDRED),
        (MANUAL, {"points": 4}, InputFault.ABOVE_MAX),
        (MANUAL, "hai", InputFault.UNKNOWN_FIELD),
        (DEDUCT, {"violations": "1,5"}, InputFault.NOT_WHOLE),
    ],
)
def test_figures_that_cannot_be_are_told_and_never_scored(
    rule: dict[str, Any], said: Any, fault: InputFault
) -> None:
    wrong = given_of(said, leaf("1", "3", rule))

    assert isinstance(wrong, Wrong)
    assert wrong.fault is fault
    assert told(wrong).endswith(".")
    assert "{" not in told(wrong)


@pytest.mark.covers("R-16")
def test_figures_may_be_typed_the_vietnamese_way() -> None:
    read = given_of({"numerator": "1.972", "denominator": "2.000,5"}, leaf("1", "3", RATIO))

    assert read == Given(numerator=Decimal(1972), denominator=Decimal("2000.5"))


counts = st.integers(0, 400)
percents = st.integers(0, 100).map(Decimal)
quarters = st.integers(0, 20).map(lambda quarter: Decimal(quarter) / 4)


@st.composite
def bands(draw: st.DrawFn) -> dict[str, Any]:
    bounds = sorted(draw(st.sets(percents, min_size=1, max_size=4)), reverse=True)
    points = sorted(draw(st.lists(quarters, min_size=len(bounds), max_size=len(bounds))), reverse=True)
    steps = [
        {"min_pct": bound, "points": one, "exclusive": draw(st.booleans())}
        for bound, one in zip(bounds, points, strict=True)
    ]
    return {"type": "ratio_bands", "steps": steps, "else": 0}


shares = st.one_of(
    bands(),
    st.builds(
        lambda floor, zero: {"type": "ratio", "floor": floor / 100, "when_a_is_zero": zero},
        percents,
        st.sampled_from(["max", "zero", "not_applicable"]),
    ),
    st.just(ON_TIME),
)


@given(shares, counts, counts)
def test_a_share_scores_within_bounds_and_as_the_slow_reference(
    rule: dict[str, Any], part: int, whole: int
) -> None:
    part = part if whole else 0
    got = scored(rule, "5", numerator=part, denominator=whole)
    slow = slow_points(rule, 5, {"numerator": part, "denominator": whole})

    assert 0 <= got.points <= 5
    assert (slow is None) == (got.state is LeafState.NOT_APPLICABLE)
    assert abs(Fraction(got.points) - (slow or 0)) < Fraction(1, 10**20)


@given(shares, counts, counts, st.integers(1, 50))
def test_more_done_never_scores_less(rule: dict[str, Any], part: int, whole: int, more: int) -> None:
    one = rule_of(rule)
    before = Given(numerator=Decimal(part), denominator=Decimal(whole or 1))
    after = replace(before, numerator=Decimal(part + more))

    assert one.points(before, Decimal(5)).points <= one.points(after, Decimal(5)).points


@given(shares, counts, counts)
def test_the_next_gain_is_real_and_one_less_is_not_enough(
    rule: dict[str, Any], part: int, whole: int
) -> None:
    one, most = rule_of(rule), Decimal(5)
    now = Given(numerator=Decimal(part), denominator=Decimal(whole or 1))
    way = one.best_next(now, most)
    if way is None:
        return
    assert way.count is not None
    there = one.points(Given(Decimal(part + way.count), now.denominator), most).points
    short = one.points(Given(Decimal(part + way.count - 1), now.denominator), most).points

    assert there == way.points == one.points(now, most).points + way.gain
    assert short < there
    assert there <= one.attainable(now, most)


@given(st.dictionaries(st.sampled_from("ABCD"), st.integers(0, 50)))
def test_a_survey_scores_as_the_slow_reference(answers: dict[str, int]) -> None:
    got = scored(SURVEY, "2.5", answers=answers)

    assert 0 <= got.points <= Decimal("2.5")
    assert abs(Fraction(got.points) - (slow_points(SURVEY, 2.5, {"answers": answers}) or 0)) < Fraction(
        1, 10**20
    )


@given(st.integers(0, 10**6), quarters)
def test_each_violation_takes_away_and_never_below_the_floor(violations: int, floor: Decimal) -> None:
    rule = {**DEDUCT, "floor": min(floor, Decimal(3))}
    got = scored(rule, "3", violations=violations)

    assert Fraction(got.points) == slow_points(rule, 3, {"violations": violations})


@given(st.sampled_from([LADDER, RATIO, ON_TIME, SURVEY, INDEX, DEDUCT, MANUAL]))
def test_without_input_every_leaf_is_pending_and_counts_nothing(rule: dict[str, Any]) -> None:
    one: Node = leaf("1", "3", rule)
    assert one.rule is not None

    assert one.rule.points(NOTHING, one.max) == Scored(Decimal(0), LeafState.PENDING, Because.NO_INPUT)
    assert one.rule.wrong(NOTHING, one.max) is None
