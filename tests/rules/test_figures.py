"""Figures for everybody: what is hidden cannot be worked out, what is shown says how sure it is."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.figures.masking import LEAST, TOTAL, Cell, hidden, hidden_in_line
from motcua.base.figures.sureness import wilson

COLUMNS = ("early", "on_time", "late")
counts = st.sampled_from([0, 0, 1, 2, 4, 5, 8, 13, 40, 400])
rows_of_counts = st.lists(st.tuples(counts, counts, counts), min_size=1, max_size=6)


def with_totals(rows: list[tuple[int, int, int]]) -> dict[Cell, int]:
    table = {
        (str(at), column): row[place] for at, row in enumerate(rows) for place, column in enumerate(COLUMNS)
    }
    for at, row in enumerate(rows):
        table[str(at), TOTAL] = sum(row)
    for column in (*COLUMNS, TOTAL):
        table[TOTAL, column] = sum(table[str(at), column] for at in range(len(rows)))
    return table


def worked_out(rows: int, secret: frozenset[Cell]) -> set[Cell]:
    """Give the hidden cells that the sums of the table determine, by exact elimination."""
    cells = sorted(secret)
    lines = [{(str(at), column): 1 for column in COLUMNS} | {(str(at), TOTAL): -1} for at in range(rows)]
    lines.append({(TOTAL, column): 1 for column in COLUMNS} | {(TOTAL, TOTAL): -1})
    for column in (*COLUMNS, TOTAL):
        lines.append({(str(at), column): 1 for at in range(rows)} | {(TOTAL, column): -1})
    matrix = [[Fraction(line.get(cell, 0)) for cell in cells] for line in lines]
    reduced: list[list[Fraction]] = []
    for column in range(len(cells)):
        found = next((row for row in matrix if row[column] and not any(row[:column])), None)
        if found is None:
            continue
        matrix.remove(found)
        found = [value / found[column] for value in found]
        matrix = [[a - row[column] * b for a, b in zip(row, found, strict=True)] for row in matrix]
        reduced = [[a - row[column] * b for a, b in zip(row, found, strict=True)] for row in reduced]
        reduced.append(found)
    return {
        cells[at] for row in reduced for at, value in enumerate(row) if value and sum(map(bool, row)) == 1
    }


@given(rows_of_counts)
def test_every_small_group_is_hidden(rows: list[tuple[int, int, int]]) -> None:
    table = with_totals(rows)
    assert {cell for cell, count in table.items() if 0 < count < LEAST} <= hidden(table)


@given(rows_of_counts)
def test_no_sum_gives_a_hidden_cell_back(rows: list[tuple[int, int, int]]) -> None:
    assert worked_out(len(rows), hidden(with_totals(rows))) == set()


def test_hiding_small_groups_alone_would_give_them_back() -> None:
    table = with_totals([(40, 50, 3), (30, 60, 20)])
    alone = frozenset(cell for cell, count in table.items() if 0 < count < LEAST)
    assert worked_out(2, alone) == {("0", "late")}


def test_a_table_without_small_groups_is_shown_whole() -> None:
    assert hidden(with_totals([(40, 50, 10), (30, 60, 0)])) == frozenset()


def test_the_cheapest_neighbours_protect() -> None:
    secret = hidden(with_totals([(400, 50, 3), (300, 60, 20)]))
    assert secret == {("0", "late"), ("0", "on_time"), ("1", "late"), ("1", "on_time")}


def test_a_sum_that_small_groups_can_only_reach_in_one_way_is_hidden_too() -> None:
    # Two groups under five that make eight are four each.
    secret = hidden(with_totals([(40, 50, 4), (30, 60, 4)]))
    assert (TOTAL, "late") in secret


def test_a_small_total_does_not_give_its_last_part_away() -> None:
    # Three visible and a hidden one make less than five: the hidden one is one.
    secret = hidden_in_line({"a": 0, "b": 3, "c": 1, TOTAL: 4})
    assert {"b", "c", TOTAL} <= secret


def test_a_line_of_counts_hides_a_second_one() -> None:
    assert hidden_in_line({"a": 40, "b": 3, "c": 30, TOTAL: 73}) == {"b", "c"}
    assert hidden_in_line({"a": 40, "b": 33, TOTAL: 73}) == frozenset()


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (50, 100, 0.4038, 0.5962), (942, 1000, 0.9258, 0.9549)],
)
def test_a_share_is_as_sure_as_wilson_says(part: int, whole: int, low: float, high: float) -> None:
    assert wilson(part, whole) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 5000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_the_interval_holds_the_share_and_stays_a_share(pair: tuple[int, int]) -> None:
    part, whole = pair
    low, high = wilson(part, whole)
    assert 0 <= low <= part / whole <= high <= 1 or (low - part / whole) < 1e-12


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (3, 2), (-1, 5)])
def test_what_is_no_share_is_refused(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="share"):
        wilson(part, whole)
