"""From leaves to the index: points, maximum and percentage apart; what waits, is added or does not apply."""

import csv
import json
import os
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reform.scoring.reading import read_set
from motcua.reform.scoring.rules.computing import Adjustment, compute
from motcua.reform.scoring.rules.criteria import Criteria, sort_path
from motcua.reform.scoring.rules.given import Given
from motcua.reform.scoring.rules.inputs import inputs_of
from motcua.reform.scoring.rules.standing import Standing, standing
from motcua.reform.scoring.words import Because, LeafState, NodeKind
from tests.rules.scoring_reference import MANUAL, RATIO, branch, leaf, on_73, slow_index, tree

PAR = Path(os.environ.get("MOTCUA_SHARED", "nowhere")) / "data/par"
SURVEY = {"type": "survey_mean"}
NOT = Given(not_applicable=True)
real = pytest.mark.skipif(not PAR.is_dir(), reason="MOTCUA_SHARED names no folder with the real criteria")


def judged(points: str) -> Given:
    return Given(points=Decimal(points))


def sample() -> Criteria:
    return tree(
        [
            *(branch("1", "6"), leaf("1.1", "4", RATIO), leaf("1.2", "2", MANUAL)),
            leaf("2", "3", {"type": "deduct", "per_violation": 1}),
            leaf("3", "1", SURVEY),
        ]
    )


@pytest.mark.covers("R-1")
def test_points_maximum_and_percentage_are_kept_apart() -> None:
    outcome = compute(
        on_73(), {"1": judged("15"), "3": NOT, "3.1": NOT, "3.2": NOT, "7.3.1": NOT, "7.3.2": NOT}
    )

    assert (outcome.earned, outcome.applicable_max, outcome.index) == (15, 73, Decimal("20.55"))


@pytest.mark.covers("R-13")
def test_a_unit_without_procedures_is_scored_on_73() -> None:
    off = dict.fromkeys(("3.1", "3.2", "7.3.1", "7.3.2"), NOT)
    full = {leaf.code: judged(str(leaf.max)) for leaf in on_73().leaves if leaf.code not in off}

    outcome = compute(on_73(), {**off, **full})

    assert (outcome.applicable_max, outcome.index) == (73, 100)
    assert outcome.nodes["3"].applicable_max == 0
    assert outcome.nodes["3"].percent is None
    assert outcome.nodes["7"].applicable_max == 13
    assert compute(on_73(), full).index == 73  # the control: where all applies, 73 of 100 are earned


@pytest.mark.covers("R-13")
def test_a_criterion_without_children_is_a_leaf_at_any_depth() -> None:
    deep = tree(
        [
            branch("1", "5"),
            branch("1.1", "3"),
            branch("1.1.1", "3"),
            leaf("1.1.1.1", "3", MANUAL),
            leaf("1.2", "2", MANUAL),
            leaf("2", "5", MANUAL),
        ]
    )

    assert [leaf.code for leaf in deep.leaves] == ["1.1.1.1", "1.2", "2"]
    assert [node.code for node in deep.above("1.1.1.1")] == ["1", "1.1", "1.1.1"]
    assert compute(deep, {"1.1.1.1": judged("3")}).nodes["1"].earned == 3


def test_codes_stand_in_the_order_of_their_numbers() -> None:
    assert sorted(["1.10", "1.9", "1.2.1", "10", "2", "1.2", "1.a"], key=sort_path) == [
        *("1.2", "1.2.1", "1.9", "1.10", "1.a", "2", "10")
    ]


@pytest.mark.covers("R-15")
def test_a_survey_not_yet_held_is_pending_and_stays_in_the_total() -> None:
    outcome = compute(sample(), {"1.2": judged("2")})

    assert outcome.by_code["3"].state is LeafState.PENDING
    assert outcome.applicable_max == 10
    assert outcome.nodes[""].pending == 8
    assert [leaf.code for leaf in sample().leaves if leaf.is_survey] == ["3"]


def test_where_no_survey_is_held_the_rest_is_scaled_to_100_if_the_set_says_so() -> None:
    inputs = {
        "1.1": Given(numerator=Decimal(9), denominator=Decimal(9)),
        "1.2": judged("2"),
        "2": Given(violations=0),
    }
    scaled = tree(sample().nodes, rescale_without_survey=True)

    outcome = compute(scaled, inputs, survey_held=False)

    assert (outcome.index, outcome.by_code["3"].why) == (100, Because.NO_SURVEY_HELD)
    assert compute(scaled, inputs).index == 90
    assert compute(sample(), inputs, survey_held=False).index == 90


def test_one_leaf_of_each_state_counts_as_it_should() -> None:
    outcome = compute(
        sample(), {"1.1": Given(numerator=Decimal(0), denominator=Decimal(0)), "2": Given(violations=1)}
    )

    states = {leaf.code: leaf.state.value for leaf in outcome.leaves}
    assert states == {"1.1": "not_applicable", "1.2": "pending", "2": "scored", "3": "pending"}
    assert (outcome.earned, outcome.applicable_max, outcome.index) == (2, 6, Decimal("33.33"))


def test_where_nothing_applies_there_is_no_index() -> None:
    outcome = compute(sample(), dict.fromkeys(("1.1", "1.2", "2", "3"), NOT))

    assert (outcome.index, outcome.exact, outcome.applicable_max) == (None, None, 0)


@pytest.mark.covers("R-14")
def test_bonus_and_penalty_keep_to_their_caps_and_the_final_to_its_bounds() -> None:
    bonus = [
        *sample().nodes,
        leaf("T", "5", MANUAL, kind=NodeKind.BONUS),
        leaf("P", "5", MANUAL, kind=NodeKind.PENALTY),
    ]
    capped = tree(bonus, bonus_cap=Decimal(2), penalty_cap=Decimal(3))
    extra = [Adjustment(NodeKind.BONUS, Decimal(1)), Adjustment(NodeKind.PENALTY, Decimal(9))]

    given_ = {"1.2": judged("2"), "2": Given(violations=0), "T": judged("4"), "P": judged("1")}
    outcome = compute(capped, given_, adjustments=extra)

    assert (outcome.scores, outcome.bonus, outcome.penalty, outcome.earned) == (5, 2, 3, 4)
    assert (outcome.applicable_max, outcome.index) == (10, 40)
    assert compute(capped, {"P": judged("5")}).earned == 0
    assert compute(tree(bonus), {**given_, "P": judged("0"), "T": judged("5")}).earned == 10
    loose = compute(tree(bonus), given_, adjustments=extra)
    assert (loose.bonus, loose.penalty) == (5, 10)  # the control: without caps nothing is cut


def test_secured_possible_and_lost_add_up_to_what_applies() -> None:
    inputs = {"1.1": Given(numerator=Decimal(85), denominator=Decimal(100)), "2": Given(violations=1)}
    outcome = compute(sample(), inputs)

    closed = standing(outcome, inputs)
    running = standing(outcome, inputs, not_due={"1.1", "2"})

    assert closed["1.1"] == Standing(Decimal("3.4"), Decimal(0), Decimal("0.6"))
    assert running["1.1"] == Standing(Decimal("3.4"), Decimal("0.6"), Decimal(0))
    assert running["2"] == Standing(Decimal(2), Decimal(0), Decimal(1))
    assert running["1"] == Standing(Decimal("3.4"), Decimal("2.6"), Decimal(0))
    assert closed[""].max == running[""].max == outcome.applicable_max


@pytest.mark.covers("R-2")
@real
def test_ninh_thuan_2022_is_computed_from_its_parts_and_its_published_value_kept_beside() -> None:
    with (PAR / "results/par_components.csv").open(encoding="utf-8") as stream:
        rows = {row["component"]: row for row in csv.DictReader(stream)}
    parts = [row for name, row in rows.items() if name.startswith(("appraised", "impact:"))]
    nodes = [leaf(str(at), row["max"], MANUAL) for at, row in enumerate(parts, 1)]
    earned = {str(at): judged(row["earned"]) for at, row in enumerate(parts, 1)}

    outcome = compute(tree(nodes), earned)

    assert outcome.applicable_max == 100
    assert outcome.index == Decimal("54.20") + Decimal("31.59") == Decimal("85.79")
    assert Decimal(rows["TOTAL as published"]["earned"]) == Decimal("85.78")


def told_of(leaf_: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Give what may be declared for a leaf of any kind."""
    rule = leaf_.rule.raw
    counts = st.integers(0, 300)
    share = st.tuples(counts, counts).map(
        lambda pair: {"numerator": pair[0] if pair[1] else 0, "denominator": pair[1]}
    )
    kinds: dict[str, st.SearchStrategy[dict[str, Any]]] = {
        "ladder": st.integers(0, len(rule.get("steps", [1])) - 1).map(lambda step: {"step": step}),
        "ratio": share,
        "ratio_bands": share,
        "survey_mean": st.dictionaries(st.sampled_from("ABCD"), counts).map(lambda told: {"answers": told}),
        "external_index": st.integers(0, 1000).map(lambda tenths: {"index": tenths / 10}),
        "deduct": st.integers(0, 9).map(lambda count: {"violations": count}),
        "manual": st.integers(0, 4).map(lambda part: {"points": float(leaf_.max) * part / 4}),
    }
    return st.one_of(st.just({}), st.just({"not_applicable": True}), kinds[rule["type"]])


@real
@pytest.mark.parametrize("name", ["commune_reconstructed", "department_camau2013_extended"])
@given(drawn=st.data())
def test_a_whole_sheet_scores_as_the_slow_reference(name: str, drawn: st.DataObject) -> None:
    path = PAR / f"criteria/{name}.json"
    criteria = read_set(path.name, path.read_bytes()).criteria
    assert criteria is not None
    told = {one.code: drawn.draw(told_of(one)) for one in drawn.draw(st.permutations(criteria.leaves))[:12]}
    inputs = inputs_of(json.loads(json.dumps(told)), {one.code: one for one in criteria.leaves})
    assert isinstance(inputs, dict)

    outcome, slow = compute(criteria, inputs), slow_index(criteria, told)

    assert slow is not None
    assert outcome.exact is not None
    assert abs(Fraction(outcome.exact) - slow) < Fraction(1, 10**16)
    assert 0 <= outcome.exact <= 100
    assert all(0 <= one.points <= one.max for one in outcome.leaves)
    domains = sum((outcome.nodes[root.code].earned for root in criteria.roots), Decimal(0))
    assert abs(domains - outcome.earned) < Decimal("1E-16")
