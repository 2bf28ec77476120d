"""Ranks of shares: exact, shared where they tie, none where too few."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reform.insight.rules.ranking import LEAST_RANKED, ranked

share = st.integers(0, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
shares = st.dictionaries(st.sampled_from("abcdefgh"), share)


@given(shares)
def test_a_higher_share_never_has_a_later_rank(told: dict[str, tuple[int, int]]) -> None:
    found = [one for one in ranked(told) if one.rank is not None]
    for one in found:
        for other in found:
            mine, theirs = Fraction(one.part, one.whole), Fraction(other.part, other.whole)
            assert (one.rank == other.rank) == (mine == theirs)
            assert mine <= theirs or (one.rank or 0) < (other.rank or 0)


@given(shares)
def test_too_few_have_no_rank_and_everybody_is_told(told: dict[str, tuple[int, int]]) -> None:
    found = ranked(told)
    assert sorted(one.key for one in found) == sorted(told)
    assert all((one.rank is not None) == (one.whole >= LEAST_RANKED) for one in found)
    assert all(one.among == sum(each[1] >= LEAST_RANKED for each in told.values()) for one in found)


@given(shares)
def test_the_interval_holds_the_share(told: dict[str, tuple[int, int]]) -> None:
    for one in ranked(told):
        assert (one.interval is None) == (one.whole == 0)
        if one.interval:
            assert (
                one.interval[0] <= one.part / one.whole + 1e-9
                and one.part / one.whole - 1e-9 <= one.interval[1]
            )


@pytest.mark.covers("R-11")
def test_ties_share_a_rank_and_the_next_comes_after_them() -> None:
    told = {"a": (90, 100), "b": (45, 50), "c": (89, 100), "d": (5, 5)}
    assert [(one.key, one.rank, one.among) for one in ranked(told)] == [
        ("a", 1, 3),
        ("b", 1, 3),
        ("c", 3, 3),
        ("d", None, 3),
    ]
