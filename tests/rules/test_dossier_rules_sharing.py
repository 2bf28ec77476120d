"""Shares of an interlinked procedure fit the whole."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.rooms import Refusal
from motcua.casework.dossiers.rules import Share, check_shares
from motcua.casework.dossiers.words import Why

HOURS = st.integers(1, 200).map(Decimal)


def shares(level: str, *hours: int) -> list[Share]:
    return [Share(level, Decimal(one)) for one in hours]


@pytest.mark.covers("E-8")
def test_agencies_of_one_level_work_at_the_same_time() -> None:
    assert check_shares(shares("commune", 40, 40, 40), Decimal(40)) is None
    assert check_shares(shares("commune", 8, 16), Decimal(40)) is None


def test_a_share_longer_than_the_whole_is_refused() -> None:
    outcome = check_shares(shares("commune", 8, 41), Decimal(40))
    assert outcome == Refusal(Why.SHARES_TOO_LONG, {"taken": "41", "total": "40"})


def test_shares_of_several_levels_make_up_the_whole() -> None:
    both = [*shares("commune", 16, 8), *shares("province", 24)]
    assert check_shares(both, Decimal(40)) is None
    outcome = check_shares(both, Decimal(48))
    assert outcome == Refusal(Why.SHARES_NOT_WHOLE, {"taken": "40", "total": "48"})


def test_no_share_at_all_takes_no_time() -> None:
    assert check_shares([], Decimal(8)) is None


def test_half_an_hour_is_told_with_a_comma() -> None:
    outcome = check_shares([Share("commune", Decimal("40.50"))], Decimal("8.0"))
    assert outcome == Refusal(Why.SHARES_TOO_LONG, {"taken": "40,5", "total": "8"})


@given(st.lists(HOURS, min_size=1), st.lists(HOURS, min_size=1), HOURS)
def test_what_is_let_through_never_outlasts_the_whole(
    here: list[Decimal], there: list[Decimal], total: Decimal
) -> None:
    told = [*(Share("commune", one) for one in here), *(Share("province", one) for one in there)]
    fits = check_shares(told, total) is None
    assert fits is (max(here) + max(there) == total)
