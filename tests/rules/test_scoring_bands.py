"""Bands without holes, ranks with ties, and the way to the next band."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reform.scoring.rules.bands import NATIONAL, Band, are_sound, band_of, next_band
from motcua.reform.scoring.rules.computing import compute
from motcua.reform.scoring.rules.gap import gap
from motcua.reform.scoring.rules.given import Given
from motcua.reform.scoring.rules.ranking import Place, ranked
from tests.rules.scoring_reference import MANUAL, RATIO, leaf, tree

LADDER = {"type": "ladder", "steps": [{"when": "đủ", "points": 10}, {"when": "thiếu", "points": 5}]}


@pytest.mark.covers("R-3")
@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("90", "A"),
        ("89.999999", "B"),
        ("80", "B"),
        ("79.99", "C"),
        ("70", "C"),
        ("69.99", "D"),
        ("0", "D"),
        ("100", "A"),
    ],
)
def test_each_bound_belongs_to_the_band_that_it_begins(value: str, name: str) -> None:
    band = band_of(Decimal(value), NATIONAL)

    assert band is not None
    assert band.name == name


@pytest.mark.covers("R-3")
def test_exactly_15_is_not_lost_between_two_bands() -> None:
    bands = (Band("xuất sắc", Decimal(15)), Band("tốt", Decimal(12)), Band("yếu", Decimal(0)))
    above = (Band("xuất sắc", Decimal(15), inclusive=False), *bands[1:])

    assert [band_of(Decimal(15), each) for each in (bands, above)] == [bands[0], bands[1]]


@pytest.mark.covers("R-3")
def test_three_thirds_are_whole_and_reach_the_bound() -> None:
    thirds = {**RATIO, "floor": 0}
    criteria = tree([leaf("1", "7", MANUAL), *(leaf(code, "1", thirds) for code in "234")])
    third = Given(numerator=Decimal(1), denominator=Decimal(3))

    outcome = compute(criteria, {"1": Given(points=Decimal(7)), **dict.fromkeys("234", third)})

    assert outcome.scores != 8  # the control: in 28 digits three thirds are not one
    assert (outcome.earned, outcome.exact) == (8, 80)
    assert band_of(Decimal(str(outcome.exact)), NATIONAL) == NATIONAL[1]


@given(st.lists(st.integers(1, 100), max_size=5, unique=True), st.decimals(0, 100, places=3))
def test_every_value_has_one_band_and_a_better_one_above_it(bounds: list[int], value: Decimal) -> None:
    bands = [Band(f"từ {bound}", Decimal(bound)) for bound in (0, *bounds)]
    band, better = band_of(value, bands), next_band(value, bands)

    assert are_sound(bands)
    assert band is not None
    assert band.least <= value
    assert better is None or better.least > value


def test_bands_with_a_hole_or_a_bound_twice_are_not_sound() -> None:
    assert not are_sound([Band("A", Decimal(90))])
    assert not are_sound([*NATIONAL, Band("E", Decimal(80))])
    assert not are_sound([*NATIONAL, Band("A", Decimal(50))])
    assert not are_sound([])
    assert are_sound(NATIONAL)


@pytest.mark.covers("R-11")
def test_ties_share_a_rank_that_always_has_its_of() -> None:
    values = {
        "a": Decimal("86.125"),
        "b": Decimal("86.1249"),
        "c": Decimal("86.125"),
        "d": Decimal(3),
        "e": None,
    }

    assert ranked(values) == {
        "a": Place(1, 4, tied=True),
        "c": Place(1, 4, tied=True),
        "b": Place(3, 4, tied=False),
        "d": Place(4, 4, tied=False),
    }


def test_the_gap_goes_from_the_cheapest_leaf_and_stops_at_the_band() -> None:
    criteria = tree(
        [leaf("1", "40", RATIO), leaf("2", "30", RATIO), leaf("3", "10", LADDER), leaf("4", "20", MANUAL)]
    )
    inputs = {
        "1": Given(numerator=Decimal(90), denominator=Decimal(100)),
        "2": Given(numerator=Decimal(7), denominator=Decimal(10)),
        "3": Given(step=1),
        "4": Given(points=Decimal(15)),
    }

    found = gap(compute(criteria, inputs), inputs, owners={"1": "Văn phòng", "3": "Sở Nội vụ"})

    assert found.now is not None
    assert found.target is not None
    assert (found.now.name, found.target.name, found.missing) == ("D", "C", Decimal(14))
    assert [(row.leaf.code, row.chosen, row.owner) for row in found.rows] == [
        ("2", True, ""),
        ("1", False, "Văn phòng"),
        ("3", False, "Sở Nội vụ"),
        ("4", False, ""),
    ]
    assert (found.rows[0].next.count, found.rows[0].next.gain) == (1, 24)
    assert found.enough


def test_the_gap_says_when_the_band_is_out_of_reach_or_already_the_best() -> None:
    criteria = tree(
        [leaf("1", "5", LADDER | {"steps": [{"when": "đủ", "points": 2}]}), leaf("2", "5", MANUAL)]
    )
    nothing = gap(compute(criteria, {}), {}, bands=(Band("A", Decimal(90)), Band("D", Decimal(0))))
    off = {code: Given(not_applicable=True) for code in ("1", "2")}
    best = {"2": Given(points=Decimal(5)), "1": Given(not_applicable=True)}

    assert not nothing.enough
    assert gap(compute(criteria, best), best).target is None
    assert gap(compute(criteria, off), off).rows == ()
