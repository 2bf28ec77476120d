"""How a stay at a step stood to its time."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from motcua.base.clock import ZONE
from motcua.casework.dossiers.rules.handing import day_timeliness, step_timeliness
from motcua.casework.dossiers.words import StepTimeliness

DUE = datetime(2026, 3, 4, 9, 30, tzinfo=ZONE)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)).map(lambda one: one.replace(tzinfo=ZONE))


def test_a_stay_that_runs_is_neither_early_nor_late() -> None:
    assert step_timeliness(None, DUE) is None


def test_the_very_instant_is_in_time_and_the_one_after_is_late() -> None:
    assert step_timeliness(DUE, DUE) is StepTimeliness.ON_TIME
    assert step_timeliness(DUE + timedelta(microseconds=1), DUE) is StepTimeliness.LATE


def test_the_day_before_is_early_and_the_same_morning_in_time() -> None:
    assert step_timeliness(DUE.replace(day=3, hour=17), DUE) is StepTimeliness.EARLY
    assert step_timeliness(DUE.replace(hour=0, minute=0), DUE) is StepTimeliness.ON_TIME


@given(moments, moments, st.timedeltas(timedelta(0), timedelta(days=9)))
def test_ending_later_is_never_better(ended: datetime, due: datetime, more: timedelta) -> None:
    order = list(StepTimeliness)
    first, second = step_timeliness(ended, due), step_timeliness(ended + more, due)
    assert first is not None
    assert second is not None
    assert order.index(second) >= order.index(first)


def test_an_answer_is_judged_by_its_day() -> None:
    told = [day_timeliness(DUE.replace(day=day, hour=23), DUE.date()) for day in (3, 4, 5)]
    assert told == [StepTimeliness.EARLY, StepTimeliness.ON_TIME, StepTimeliness.LATE]
