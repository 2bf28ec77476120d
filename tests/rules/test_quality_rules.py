"""Points of the index of Decision 766: thresholds, nothing to divide by, what more would give."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reform.scoring.quality.rules.definitions import Definition, in_force
from motcua.reform.scoring.quality.rules.gaining import chances, gain_of, things_for, with_more
from motcua.reform.scoring.quality.rules.rows import ROWS
from motcua.reform.scoring.quality.rules.scoring import Counted, Scored, scored, total_of
from motcua.reform.scoring.quality.words import Block, FiguresFrom, Remedy, Timing

IN_2026 = in_force(ROWS, date(2026, 10, 31))
BY_ID = {row.id: row for row in IN_2026}
LINEAR, TO_EIGHTY = BY_ID["2.1"], BY_ID["4.2"]
rows = st.sampled_from([row for row in IN_2026 if row.scored])
wholes = st.integers(1, 500)


@st.composite
def counts(draw: st.DrawFn) -> Counted:
    whole = draw(wholes)
    return Counted(draw(st.integers(0, whole)), whole)


def points(row: Definition, numerator: int, denominator: int) -> Decimal | None:
    return Scored(row, Counted(numerator, denominator)).points


def test_the_points_of_the_six_blocks_add_up_to_a_hundred() -> None:
    told = {block: sum(row.most for row in IN_2026 if row.block is block) for block in Block}
    assert list(told.values()) == [18, 20, 12, 10, 22, 18]


def test_every_row_of_the_book_is_there_once_and_says_whether_it_is_about_a_moment() -> None:
    assert len(IN_2026) == len(BY_ID) == 24
    assert [row.id for row in IN_2026 if row.timing is Timing.POINT] == ["1.3", "3.1", "4.2b"]
    assert [row.id for row in IN_2026 if row.timing is Timing.MIXED] == ["3.2", "3.5a", "3.5b", "4.5a"]
    assert all(row.lacks for row in IN_2026 if row.origin is FiguresFrom.NOWHERE)


@pytest.mark.parametrize(
    ("numerator", "told"),
    [(0, "0"), (40, "2"), (79, "3.95"), (80, "4"), (81, "4"), (100, "4")],
)
def test_from_its_threshold_on_a_row_gives_all_its_points(numerator: int, told: str) -> None:
    assert points(TO_EIGHTY, numerator, 100) == Decimal(told)


@pytest.mark.parametrize(("numerator", "told"), [(0, "0"), (79, "15.8"), (99, "19.8"), (100, "20")])
def test_without_a_threshold_points_follow_the_share(numerator: int, told: str) -> None:
    assert points(LINEAR, numerator, 100) == Decimal(told)


@pytest.mark.covers("T-61", "R-12")
@pytest.mark.parametrize("row", [row for row in IN_2026 if row.scored], ids=lambda row: row.id)
def test_nothing_to_divide_by_is_no_data_and_leaves_the_maximum(row: Definition) -> None:
    empty = Scored(row, Counted(0, 0))
    assert (empty.rate, empty.points, empty.lost) == (None, None, None)
    whole = total_of([empty])
    assert (whole.earned, whole.applicable, whole.most, whole.percent) == (0, 0, row.most, None)
    assert whole.missing == (row,)
    # One of them none the less counts as zero and stays in the maximum: the two are told apart.
    assert total_of([Scored(row, Counted(0, 1))]).applicable == row.most


@pytest.mark.covers("R-1")
def test_earned_points_the_most_there_can_be_and_per_cent_stay_apart() -> None:
    whole = total_of(scored(IN_2026, {"2.1": Counted(9, 10), "4.2": Counted(8, 10)}))
    assert (whole.earned, whole.applicable, whole.most) == (22, 24, 100)
    assert whole.percent is not None
    assert whole.percent.quantize(Decimal("0.01")) == Decimal("91.67")


def test_a_row_that_hangs_on_another_is_multiplied_by_its_rate() -> None:
    found = {row.definition.id: row for row in scored(IN_2026, {"1.4": Counted(1, 2), "3.3": Counted(4, 5)})}
    assert found["3.3"].rate == Decimal("0.4")
    alone = {row.definition.id: row for row in scored(IN_2026, {"1.4": Counted(0, 0), "3.3": Counted(4, 5)})}
    assert alone["3.3"].rate is None


def test_a_new_threshold_holds_from_its_day_and_earlier_periods_keep_theirs() -> None:
    stricter = replace(TO_EIGHTY, threshold=Decimal("0.9"), version=2, since=date(2027, 1, 1))
    every = (*ROWS, stricter)
    assert {row.id: row.version for row in in_force(every, date(2026, 12, 31))}["4.2"] == 1
    assert {row.id: row.version for row in in_force(every, date(2027, 1, 31))}["4.2"] == 2
    assert "3.0" not in {row.id for row in in_force(ROWS, date(2025, 12, 31))}


@given(rows, counts())
def test_points_stay_between_nothing_and_the_most(row: Definition, counted: Counted) -> None:
    found = Scored(row, counted).points
    assert found is not None
    assert 0 <= found <= row.most


@given(rows, counts())
def test_one_more_done_well_never_costs_a_point(row: Definition, counted: Counted) -> None:
    assert gain_of(Scored(row, counted), 1) >= 0


@given(rows, counts(), st.integers(0, 40))
def test_what_if_says_what_counting_anew_says(row: Definition, counted: Counted, things: int) -> None:
    before, after = Scored(row, counted), Scored(row, with_more(row, counted, things))
    assert before.points is not None
    assert after.points is not None
    assert gain_of(before, things) == after.points - before.points


@given(rows, counts(), st.decimals("0.05", "2", places=2))
def test_the_fewest_things_for_a_gain_are_found(row: Definition, counted: Counted, gain: Decimal) -> None:
    one = Scored(row, counted)
    found = things_for(one, gain)
    most = counted.denominator - counted.numerator
    tried = range(1, (most if row.remedy is Remedy.MEND else 3_000) + 1)
    slow = next((things for things in tried if gain_of(one, things) >= gain), None)
    assert found == slow or (slow is None and found is not None and found > 3_000)


@given(st.lists(st.tuples(rows, counts()), max_size=8, unique_by=lambda one: one[0].id))
def test_the_cheapest_points_come_first_and_are_real(found: list[tuple[Definition, Counted]]) -> None:
    told = chances([Scored(row, counted) for row, counted in found], Decimal("0.1"))
    assert [one.each for one in told] == sorted((one.each for one in told), reverse=True)
    assert all(one.gain == gain_of(one.row, one.things) > 0 for one in told)
    assert not [one for one in told if one.row.definition.remedy is Remedy.NONE]
