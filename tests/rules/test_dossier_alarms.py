"""Alarms: when a dossier raises which, and that a moment later never takes one back."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.clock import ZONE
from motcua.base.clock.official import official_calendar
from motcua.base.database.ids import uuid7
from motcua.casework.dossiers.notices.alarms import (
    Alarm,
    Limits,
    Watched,
    WorkingDays,
    alarms,
    has_climbed,
)
from motcua.casework.dossiers.notices.words import NoticeEvent as E

CALENDAR = official_calendar()
LIMITS = Limits(due_first=2, due_last=1, silent=5)
DUE_EVENTS = (E.DUE_FIRST, E.DUE_LAST, E.OVERDUE)
moments = st.datetimes(datetime(2026, 1, 5), datetime(2026, 12, 20)).map(lambda at: at.replace(tzinfo=ZONE))
lengths = st.timedeltas(timedelta(0), timedelta(days=40))


def day(text: str, hour: int = 9) -> datetime:
    return datetime.fromisoformat(f"{text}T{hour:02}:00").replace(tzinfo=ZONE)


def raised(watched: Watched, at: datetime, limits: Limits = LIMITS) -> dict[E, Alarm]:
    return {one.event: one for one in alarms(watched, at, CALENDAR, limits)}


def running(due: datetime, **more: object) -> Watched:
    return Watched(last_act_at=due, due_at=due, **more)  # type: ignore[arg-type]


# Monday 9 March 2026 is due at the end of the day; Friday before it is one working day away.
DUE = day("2026-03-09", 23)


@pytest.mark.covers("T-50")
def test_the_alarms_before_a_due_date_come_two_and_one_working_days_ahead() -> None:
    told = {at: [one for one in raised(running(DUE), at) if one in DUE_EVENTS] for at in _days_of_march()}
    assert {at.date().day: events for at, events in told.items()} == {
        4: [],
        5: [E.DUE_FIRST],
        6: [E.DUE_LAST],
        7: [E.DUE_LAST],
        8: [E.DUE_LAST],
        9: [E.DUE_LAST],
        10: [E.OVERDUE],
        11: [E.OVERDUE],
    }


def _days_of_march() -> list[datetime]:
    return [day(f"2026-03-{number:02}") for number in range(4, 12)]


def test_days_left_and_days_late_are_working_days() -> None:
    assert raised(running(DUE), day("2026-03-05"))[E.DUE_FIRST].days == 2
    assert raised(running(DUE), day("2026-03-09"))[E.DUE_LAST].days == 0
    assert raised(running(DUE), day("2026-03-16"))[E.OVERDUE].days == 5


def test_an_hour_limit_is_late_at_its_instant_and_a_day_limit_when_the_day_is_over() -> None:
    noon = day("2026-03-09", 11)
    by_hour = Watched(last_act_at=noon, due_at=noon, due_by_instant=True)
    assert E.OVERDUE in raised(by_hour, noon + timedelta(minutes=1))
    by_day = Watched(last_act_at=noon, due_at=noon)
    assert E.OVERDUE not in raised(by_day, day("2026-03-09", 18))


@given(moments, moments)
def test_at_most_one_due_alarm_stands_at_a_time(due: datetime, at: datetime) -> None:
    assert sum(event in DUE_EVENTS for event in raised(running(due), at)) <= 1


@given(moments, moments, lengths)
def test_later_never_takes_a_due_alarm_back(due: datetime, at: datetime, more: timedelta) -> None:
    def rank(moment: datetime) -> int:
        found = [DUE_EVENTS.index(one) for one in raised(running(due), moment) if one in DUE_EVENTS]
        return max(found, default=-1)

    assert rank(at) <= rank(at + more)


@given(moments, moments)
def test_the_same_alarm_has_the_same_id_and_another_due_date_another(due: datetime, at: datetime) -> None:
    dossier = uuid7()

    def ids(end: datetime) -> set[object]:
        found = alarms(running(end), at, CALENDAR, LIMITS)
        return {one.id_for(dossier) for one in found if one.event in DUE_EVENTS}

    assert ids(due) == ids(due)
    assert ids(due).isdisjoint(ids(due + timedelta(days=1)))


@given(moments, moments)
def test_a_paused_dossier_raises_nothing_but_what_it_waits_for(due: datetime, at: datetime) -> None:
    paused = running(due, paused=True, step_due_at=due)
    assert raised(paused, at) == {}


@given(moments, moments)
def test_without_limits_only_what_is_truly_late_is_told(due: datetime, at: datetime) -> None:
    assert set(raised(running(due, step_due_at=due), at, Limits())) <= {E.OVERDUE, E.STEP_LATE}


def test_a_step_is_late_once_for_each_stay() -> None:
    first = running(day("2026-04-01"), step_due_at=day("2026-03-05", 10), step_run=3)
    again = running(day("2026-04-01"), step_due_at=day("2026-03-05", 10), step_run=5)
    at = day("2026-03-05", 11)
    assert E.STEP_LATE not in raised(first, day("2026-03-05", 9))
    told, later = raised(first, at)[E.STEP_LATE], raised(again, at)[E.STEP_LATE]
    one = uuid7()
    assert told.id_for(one) != later.id_for(one)
    assert told.id_for(one) == raised(first, day("2026-03-09"))[E.STEP_LATE].id_for(one)


def test_silence_is_told_after_its_working_days_and_ends_with_an_act() -> None:
    silent = Watched(last_act_at=day("2026-03-02"))
    assert E.SILENT not in raised(silent, day("2026-03-08"))
    assert raised(silent, day("2026-03-09"))[E.SILENT].since == date(2026, 3, 9)
    assert E.SILENT not in raised(Watched(last_act_at=day("2026-03-06")), day("2026-03-09"))


def test_an_unanswered_request_is_told_the_day_after_its_last() -> None:
    asked = Watched(last_act_at=day("2026-02-01"), paused=True, asked_until=date(2026, 3, 9), asked_round=2)
    assert raised(asked, day("2026-03-09")) == {}
    (alarm,) = raised(asked, day("2026-03-10")).values()
    assert (alarm.event, alarm.period, alarm.days) == (E.SUPPLEMENT_UNANSWERED, "2", 1)


@given(moments, st.integers(0, 10), lengths)
def test_an_alarm_climbs_by_working_days_and_never_down(at: datetime, after: int, more: timedelta) -> None:
    alarm = Alarm(E.OVERDUE, "", at.date(), 0)
    if has_climbed(alarm, after, at.date(), CALENDAR):
        assert has_climbed(alarm, after, (at + more).date(), CALENDAR)
    late = WorkingDays(CALENDAR).after(at.date(), after) if after else at.date()
    assert has_climbed(alarm, after, late, CALENDAR)
    assert after == 0 or not has_climbed(alarm, after, late - timedelta(days=1), CALENDAR)


@given(moments, st.integers(1, 30))
def test_days_before_and_after_agree_with_counting(at: datetime, count: int) -> None:
    days, today = WorkingDays(CALENDAR), at.date()
    assert days.between(days.before(today, count), today) == count
    assert days.between(today, days.after(today, count)) == count
