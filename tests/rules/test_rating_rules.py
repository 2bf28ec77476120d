"""The rating of one-stop units: means half up, what has no data, each bound of each class."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reform.scoring.rating.rules.rating import (
    Online,
    Rating,
    Score,
    Spent,
    Tally,
    at_one_stop,
    attitude,
    by_agencies,
    class_of,
    contacts,
    feedback,
    officer_class_of,
    online,
)
from motcua.reform.scoring.rating.rules.rulesets import CIRCULAR_01_2018 as RULES
from motcua.reform.scoring.rating.rules.rulesets import in_force
from motcua.reform.scoring.rating.words import Indicator, OfficerClass, RatingClass

tallies = st.builds(Tally, *(st.integers(0, 300) for _ in range(3)))


@pytest.mark.parametrize(
    ("tally", "told"),
    [(Tally(2, 1, 0), "1.7"), (Tally(1, 3, 0), "1.3"), (Tally(0, 0, 4), "0.0"), (Tally(5, 0, 0), "2.0")],
)
def test_the_mean_has_one_decimal_and_halves_go_up(tally: Tally, told: str) -> None:
    assert tally.score == Decimal(told)


@pytest.mark.covers("R-12")
def test_without_a_dossier_an_indicator_is_no_data_and_leaves_the_maximum() -> None:
    assert Tally(0, 0, 0).score is None
    rating = Rating((Score(Indicator.CONTACTS, None), Score(Indicator.ONLINE_SERVICES, Decimal(2))), RULES)
    assert (rating.total, rating.applicable, rating.scaled) == (2, 2, 18)
    nothing = Rating((Score(Indicator.CONTACTS, None),), RULES)
    assert (nothing.applicable, nothing.scaled, nothing.class_) == (0, None, None)


@pytest.mark.covers("R-3")
@pytest.mark.parametrize(
    ("total", "told"),
    [
        ("18", RatingClass.EXCELLENT),
        ("15.1", RatingClass.EXCELLENT),
        ("15.0", RatingClass.EXCELLENT),
        ("14.9", RatingClass.GOOD),
        ("12", RatingClass.GOOD),
        ("11.9", RatingClass.FAIR),
        ("9", RatingClass.FAIR),
        ("8.9", RatingClass.AVERAGE),
        ("6", RatingClass.AVERAGE),
        ("5.9", RatingClass.WEAK),
        ("0", RatingClass.WEAK),
    ],
)
def test_each_class_holds_its_lowest_total(total: str, told: RatingClass) -> None:
    assert class_of(Decimal(total), RULES) is told
    nine = [Score(one.indicator, Decimal(0)) for one in RULES.indicators[1:]]
    whole = Rating((Score(Indicator.WHOLE_TIME, Decimal(total)), *nine), RULES)
    assert (whole.scaled, whole.class_) == (Decimal(total), told)


@pytest.mark.covers("R-3")
@given(st.decimals(0, 18, places=1))
def test_no_total_falls_between_two_classes(total: Decimal) -> None:
    lowest = dict(RULES.classes)[class_of(total, RULES)]
    better = [low for _, low in RULES.classes if low > lowest]
    assert lowest <= total
    assert all(total < low for low in better)


@pytest.mark.parametrize(
    ("total", "told"),
    [
        ("5", OfficerClass.WHOLE),
        ("4.9", OfficerClass.MOST),
        ("3.5", OfficerClass.MOST),
        ("3.4", OfficerClass.LESS),
    ],
)
def test_officials_are_classed_apart_from_agencies(total: str, told: OfficerClass) -> None:
    assert officer_class_of(Decimal(total), RULES) is told


@given(tallies)
def test_a_score_stays_between_nothing_and_two(tally: Tally) -> None:
    assert tally.score is None or 0 <= tally.score <= 2


@given(tallies)
def test_a_better_dossier_never_lowers_a_score(tally: Tally) -> None:
    if tally.none and tally.score is not None:
        better = Tally(tally.two, tally.one + 1, tally.none - 1).score
        assert better is not None
        assert better >= tally.score


def test_dossiers_are_scored_by_contacts_complaints_and_agencies() -> None:
    assert contacts(10, 3, 2) == Tally(5, 3, 2)
    assert attitude(Tally(5, 3, 2), (1, 1)) == Tally(4, 2, 4)
    allowed = timedelta(days=3)
    early, late, in_time = (Spent(timedelta(days=days), allowed) for days in (2, 4, 3))
    assert by_agencies([[early, early], [early, in_time], [early, late], []]) == Tally(1, 1, 1)


@pytest.mark.parametrize(
    ("received", "in_time", "prolonged", "told"),
    [(0, 0, 0, 2), (10, 10, 0, 2), (10, 9, 0, 1), (10, 8, 0, 0), (10, 10, 1, 0), (100, 89, 0, 0)],
)
def test_feedback_is_scored_at_its_bounds(received: int, in_time: int, prolonged: int, told: int) -> None:
    assert feedback(received, in_time, prolonged, RULES.bounds) == told


@pytest.mark.parametrize(
    ("procedures", "dossiers", "late", "told"),
    [(20, 30, 0, 2), (19, 30, 0, 1), (20, 29, 0, 1), (20, 15, 0, 1), (20, 14, 0, 0), (20, 30, 1, 0)],
)
def test_online_services_are_scored_at_their_bounds(
    procedures: int, dossiers: int, late: int, told: int
) -> None:
    assert online(Online(procedures, 100, dossiers, 100, late), RULES.bounds) == told


def test_online_services_without_anything_to_look_at_are_no_data() -> None:
    assert online(Online(0, 0, 3, 9, 0), RULES.bounds) is None
    assert online(Online(1, 9, 0, 0, 0), RULES.bounds) is None


@pytest.mark.parametrize(
    ("received", "whole", "told"), [(100, 20, 2), (100, 19, 1), (99, 99, 0), (100, 0, 1)]
)
def test_work_at_the_one_stop_unit_is_scored_at_its_bounds(received: int, whole: int, told: int) -> None:
    assert at_one_stop(100, received, whole, RULES.bounds) == told
    assert at_one_stop(0, 0, 0, RULES.bounds) is None


def test_there_are_nine_indicators_of_two_points_and_none_before_the_rules_began() -> None:
    assert RULES.most == 18
    assert [one.indicator for one in RULES.indicators] == list(Indicator)
    assert [one.indicator.value for one in RULES.indicators if one.per_dossier] == ["1", "2", "3", "4", "7"]
    assert in_force(date(2019, 1, 5)) is None
    assert in_force(date(2019, 1, 6)) is RULES
