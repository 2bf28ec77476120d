"""Which dossiers will likely be late: told from numbers alone."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from motcua.reform.insight.rules.forecast import LEAST_STAYS, Standing, forecast
from motcua.reform.insight.words import Cause

minutes = st.integers(0, 20_000)
standings = st.builds(
    Standing,
    left=minutes,
    spent=minutes,
    norm=minutes,
    after=minutes,
    usual=st.none() | minutes,
    stays=st.integers(0, 50),
    ahead=st.integers(0, 200),
    pace=st.none() | st.integers(0, 5_000),
)
DAY = 480


@given(standings)
def test_the_need_is_the_sum_of_what_is_told(one: Standing) -> None:
    told = forecast(one)
    assert told.need == max(told.here, told.queue) + told.after
    assert told.late == (told.need > one.left)
    assert min(told.here, told.queue, told.after) >= 0


@given(standings, minutes)
def test_more_time_left_never_makes_it_later(one: Standing, more: int) -> None:
    assert forecast(one).late or not forecast(replace(one, left=one.left + more)).late


@given(standings, st.integers(0, 50), minutes)
def test_a_longer_queue_or_road_never_makes_it_earlier(one: Standing, ahead: int, after: int) -> None:
    later = replace(one, ahead=one.ahead + ahead, after=one.after + after)
    assert forecast(later).need >= forecast(one).need
    assert not forecast(one).late or forecast(later).late


@given(standings, minutes)
def test_time_spent_at_the_step_never_adds_to_the_need(one: Standing, more: int) -> None:
    assert forecast(replace(one, spent=one.spent + more)).need <= forecast(one).need


@given(standings)
def test_what_is_seen_too_seldom_is_not_used(one: Standing) -> None:
    seldom = replace(one, stays=LEAST_STAYS - 1)
    assert forecast(seldom) == forecast(replace(seldom, usual=None))


def test_each_cause_is_told_where_it_decides() -> None:
    base = Standing(left=DAY, spent=60, norm=DAY, after=60)
    assert forecast(base) == forecast(replace(base, pace=30))
    assert not forecast(base).late, "seven hours here and one after fit exactly into eight"
    road = forecast(replace(base, after=2 * DAY))
    assert (road.late, road.cause) == (True, Cause.STEPS_LEFT)
    slow = forecast(replace(base, usual=3 * DAY, stays=LEAST_STAYS))
    assert (slow.late, slow.cause) == (True, Cause.SLOW_STEP)
    queue = forecast(replace(base, ahead=10, pace=60))
    assert (queue.late, queue.cause, queue.queue) == (True, Cause.QUEUE, 600)
