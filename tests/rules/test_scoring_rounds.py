"""The year of scoring as a table: states, rights, locks, moves between versions."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.rooms import Refusal
from motcua.reference.org.words import Role
from motcua.reform.scoring.rules import figures, rights
from motcua.reform.scoring.rules.given import Given
from motcua.reform.scoring.rules.judging import Judged, fits, judged
from motcua.reform.scoring.rules.moving import comparable, moved, same_rule
from motcua.reform.scoring.rules.rights import RIGHTS, Relation
from motcua.reform.scoring.rules.rounds import (
    MOVES,
    ORDER,
    after,
    canonical,
    deadlines_rise,
    digest_of,
    not_due,
    open_for,
    source_of,
)
from motcua.reform.scoring.words import (
    LeafChange,
    LeafSource,
    RoundWhy,
    ScoringAct,
    SetLevel,
    SheetMove,
    SheetState,
)
from tests.support.scoring_scene import LADDER, LEAVES, MEASURE, criteria

LINE = (
    (SheetState.NOT_OPEN, SheetMove.OPEN, SheetState.SELF_SCORING),
    (SheetState.SELF_SCORING, SheetMove.LOCK, SheetState.LOCKED),
    (SheetState.LOCKED, SheetMove.TAKE_UP, SheetState.APPRAISAL_1),
    (SheetState.APPRAISAL_1, SheetMove.ASK, SheetState.EXPLANATION),
    (SheetState.EXPLANATION, SheetMove.ANSWER, SheetState.APPRAISAL_2),
    (SheetState.APPRAISAL_2, SheetMove.HAND_ON, SheetState.COUNCIL),
    (SheetState.COUNCIL, SheetMove.APPROVE, SheetState.APPROVED),
    (SheetState.APPROVED, SheetMove.PUBLISH, SheetState.PUBLISHED),
)
# Who may do each act, and to what they must stand: written down again, beside the table of the rules.
WHO = {
    ScoringAct.RUN: {(Role.REFORM_OFFICER, "superior")},
    ScoringAct.SCORE: {(Role.SCORER, "own")},
    ScoringAct.LOCK: {(Role.AGENCY_LEADER, "own")},
    ScoringAct.APPRAISE: {(Role.APPRAISER, "allocated")},
    ScoringAct.EXPLAIN: {(Role.SCORER, "own")},
    ScoringAct.LOCK_EXPLANATION: {(Role.AGENCY_LEADER, "own")},
    ScoringAct.SURVEY: {(Role.REFORM_OFFICER, "superior")},
    ScoringAct.COUNCIL: {(Role.COUNCIL_MEMBER, "superior")},
    ScoringAct.DECIDE: {(Role.AGENCY_LEADER, "head")},
    ScoringAct.READ: {
        *product((Role.SCORER, Role.AGENCY_LEADER, Role.UNIT_HEAD), ["own"]),
        *product((Role.APPRAISER, Role.COUNCIL_MEMBER, Role.REFORM_OFFICER), ["superior"]),
        (Role.AGENCY_LEADER, "head"),
    },
    ScoringAct.READ_EVIDENCE: {
        *product((Role.SCORER, Role.AGENCY_LEADER, Role.UNIT_HEAD), ["own"]),
        (Role.APPRAISER, "allocated"),
        *product((Role.COUNCIL_MEMBER, Role.REFORM_OFFICER), ["superior"]),
        (Role.AGENCY_LEADER, "head"),
    },
}
RELATIONS = ("own", "allocated", "superior", "head")


@pytest.mark.parametrize(("state", "move", "then"), LINE)
def test_a_sheet_goes_through_the_year_in_order(state: SheetState, move: SheetMove, then: SheetState) -> None:
    assert after(state, move, SetLevel.COMMUNE) is then


def test_no_move_leads_back_and_no_other_move_is_known() -> None:
    for state, move in product(SheetState, SheetMove):
        found = after(state, move, SetLevel.DEPARTMENT)
        if (state, move) in MOVES:
            assert ORDER.index(found) > ORDER.index(state)
        else:
            assert found == Refusal(RoundWhy.NOT_OPEN_FOR)


def test_what_nobody_was_asked_about_goes_straight_to_the_council() -> None:
    assert after(SheetState.APPRAISAL_1, SheetMove.HAND_ON, SetLevel.COMMUNE) is SheetState.COUNCIL


def test_the_sheet_of_the_province_ends_when_it_is_locked() -> None:
    assert after(SheetState.SELF_SCORING, SheetMove.LOCK, SetLevel.PROVINCE) is SheetState.LOCKED
    refused = after(SheetState.LOCKED, SheetMove.TAKE_UP, SetLevel.PROVINCE)
    assert refused == Refusal(RoundWhy.APPRAISED_ELSEWHERE)


def test_an_agency_scores_itself_in_one_state_alone() -> None:
    states = {state for state in SheetState if open_for(ScoringAct.SCORE, state)}
    assert states == {SheetState.SELF_SCORING}


def test_people_may_answer_until_the_council_has_closed() -> None:
    states = {state for state in SheetState if open_for(ScoringAct.SURVEY, state)}
    closed = {SheetState.NOT_OPEN, SheetState.APPROVED, SheetState.PUBLISHED}
    assert states == set(SheetState) - closed


def test_every_act_has_its_rights() -> None:
    assert set(RIGHTS) == set(ScoringAct) == set(WHO)


@pytest.mark.parametrize("act", ScoringAct)
def test_each_role_may_do_an_act_in_its_relation_and_in_no_other(act: ScoringAct) -> None:
    for role, name in product(Role, RELATIONS):
        refused = rights.may(act, frozenset({role.value}), Relation(**{name: True}))
        assert (refused is None) is ((role, name) in WHO[act]), (role, name)


@pytest.mark.parametrize("act", [ScoringAct.APPRAISE, ScoringAct.COUNCIL])
@pytest.mark.parametrize("how", ["own", "belongs"])
def test_nobody_judges_the_agency_in_which_they_have_a_place(act: ScoringAct, how: str) -> None:
    everything = frozenset(role.value for role in Role)
    here = Relation(allocated=True, superior=True, head=True, **{how: True})
    assert rights.may(act, everything, here) == Refusal(RoundWhy.OWN_AGENCY)
    elsewhere = Relation(allocated=True, superior=True, head=True)
    assert rights.may(act, everything, elsewhere) is None


@pytest.mark.parametrize("act", [ScoringAct.APPRAISE, ScoringAct.COUNCIL])
def test_who_scored_a_sheet_does_not_judge_it(act: ScoringAct) -> None:
    everything = frozenset(role.value for role in Role)
    mixed = Relation(allocated=True, superior=True, scored=True)
    assert rights.may(act, everything, mixed) == Refusal(RoundWhy.SCORED_IT)


@pytest.mark.parametrize("act", sorted(rights.SCORING))
def test_who_judged_a_sheet_does_not_score_it(act: ScoringAct) -> None:
    everything = frozenset(role.value for role in Role)
    assert rights.may(act, everything, Relation(own=True, appraised=True)) == Refusal(RoundWhy.APPRAISED_IT)


def test_the_office_fills_in_the_sheet_of_the_province_and_no_other() -> None:
    roles = frozenset({Role.REFORM_OFFICER.value})
    superior = Relation(superior=True)
    assert rights.may(ScoringAct.SCORE, roles, superior, of_province=True) is None
    assert rights.may(ScoringAct.SCORE, roles, superior) == Refusal(RoundWhy.NOT_YOURS)
    assert rights.may(ScoringAct.LOCK, roles, superior, of_province=True) == Refusal(RoundWhy.NOT_YOURS)


def test_a_measure_goes_before_a_survey_and_a_survey_before_the_agency() -> None:
    sources = {leaf.code: source_of(leaf) for leaf in criteria().leaves}
    assert sources["2.1"] is LeafSource.COMPUTED
    assert sources["3.1"] is LeafSource.SURVEYED
    assert sources["1.1"] is LeafSource.DECLARED


@pytest.mark.parametrize(
    ("on", "waiting"),
    [
        (date(2025, 12, 31), {"1.1", "1.2"}),
        (date(2026, 3, 1), {"1.1", "1.2"}),
        (date(2026, 3, 31), {"1.1", "1.2"}),
        (date(2026, 4, 1), {"1.2"}),
        (date(2026, 12, 31), {"1.2"}),
        (date(2027, 1, 1), set()),
    ],
)
def test_a_leaf_falls_due_when_its_month_is_over(on: date, waiting: set[str]) -> None:
    set_ = criteria(due={"1.1": 3})
    assert {code for code in not_due(set_, on) if code.startswith("1")} == waiting


@given(st.lists(st.dates(), min_size=2, max_size=5))
def test_deadlines_that_fall_are_found(days: list[date]) -> None:
    deadlines = dict(zip(SheetState, days, strict=False))
    assert deadlines_rise(deadlines) is all(before <= then for before, then in pairwise(days))


def test_a_later_state_may_be_due_on_the_same_day() -> None:
    day = date(2026, 12, 1)
    assert deadlines_rise({SheetState.SELF_SCORING: day, SheetState.COUNCIL: day})
    assert not deadlines_rise({SheetState.SELF_SCORING: day + timedelta(1), SheetState.COUNCIL: day})


def test_a_digest_knows_content_and_not_its_order() -> None:
    one = {"a": Decimal("2.50"), "b": [date(2026, 1, 1), "Kế hoạch"]}
    assert digest_of(one) == digest_of({"b": [date(2026, 1, 1), "Kế hoạch"], "a": Decimal("2.5")})
    assert digest_of(one) != digest_of({**one, "a": Decimal("2.51")})
    assert digest_of(one) != digest_of({**one, "b": [date(2026, 1, 1), "Ke hoach"]})
    assert "Kế hoạch" in canonical(one)


def test_a_digest_of_what_it_cannot_write_is_refused() -> None:
    with pytest.raises(TypeError):
        digest_of({"a": object()})


@given(
    st.builds(
        Given,
        numerator=st.none() | st.decimals(0, 10**6, places=3),
        denominator=st.none() | st.decimals(0, 10**6, places=3),
        step=st.none() | st.integers(0, 9),
        violations=st.none() | st.integers(0, 99),
        answers=st.none() | st.dictionaries(st.sampled_from("ABCD"), st.integers(0, 50)),
    )
)
def test_figures_come_back_as_they_were_stored(one: Given) -> None:
    assert figures.read(figures.stored(one)) == one


def test_what_does_not_apply_comes_back_so() -> None:
    assert figures.read({}, not_applicable=True) == Given(not_applicable=True)


def test_points_that_were_judged_go_before_every_rule() -> None:
    found = {
        "1.1": Judged(Decimal(1)),
        "1.2": Judged(None, not_applicable=True),
        "2.1": Judged(Decimal(10)),
        "2.2": Judged(None),
        "9": Judged(Decimal(1)),
    }
    outcome = judged(criteria(), found)
    assert (outcome.scores, outcome.bonus, outcome.earned) == (Decimal(11), Decimal(1), Decimal(12))
    assert outcome.applicable_max == Decimal(40 - 6)
    assert outcome.criteria.by_code["1.1"].rule == criteria().by_code["1.1"].rule


def test_points_fit_from_nothing_to_the_maximum() -> None:
    leaf = criteria().by_code["1.1"]
    assert [fits(Decimal(points), leaf) for points in ("-0.01", "0", "4", "4.01")] == [
        False,
        True,
        True,
        False,
    ]


def test_two_versions_are_compared_by_the_codes_of_their_leaves() -> None:
    kept, new_max, new_rule, gone = LEAVES[3], ("1.1", "Ban hành", "5", LADDER, ""), LEAVES[2], "1.2"
    changed = ("2.1", new_rule[1], "10", new_rule[3], "another_measure")
    added = ("2.4", "Tiêu chí mới", "5", {"type": "manual"}, "")
    new = criteria(version=2, leaves=(new_max, changed, kept, LEAVES[4], LEAVES[5], added))
    found = {move.code: move.change for move in moved(criteria(), new)}
    assert found == {
        "1.1": LeafChange.NEW_MAX,
        "2.1": LeafChange.NEW_RULE,
        "2.2": LeafChange.KEPT,
        "2.3": LeafChange.KEPT,
        "2.4": LeafChange.ADDED,
        "3.1": LeafChange.KEPT,
        "9": LeafChange.KEPT,
        gone: LeafChange.GONE,
    }


def test_a_set_compared_with_itself_keeps_every_leaf() -> None:
    assert {move.change for move in moved(criteria(), criteria(version=2))} == {LeafChange.KEPT}
    assert comparable(criteria(), criteria(version=2, year=2027))
    assert not comparable(criteria(), criteria(leaves=LEAVES[:-1]))


def test_a_rule_is_another_when_its_measure_is() -> None:
    leaf = criteria().by_code["2.1"]
    assert leaf.measure == MEASURE
    assert same_rule(leaf, criteria(version=2).by_code["2.1"])
    assert not same_rule(leaf, criteria().by_code["1.1"])
