"""Decisions come to one calendar: the newest says, an agency's own stand on top, hours read as written."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.clock.calendar import FIRST_DAY, OFFICE_HOURS, DayException, DayKind, Shift, Week
from motcua.base.clock.due import due
from motcua.base.clock.official import ANNOUNCED_YEARS, official_calendar, official_days
from motcua.base.clock.terms import Duration, Unit
from motcua.reference.org.rules import Decided, fold, plain_of, read_shifts, say_shifts, shifts_of
from tests.support.moments import at

MONDAY, SATURDAY = date(2026, 3, 9), date(2026, 3, 14)
OFF = DayException(DayKind.LOCAL_OFF, "Ngày hội", "QĐ 1")
WORK = DayException(DayKind.SWAP_WORK, "Làm bù", "QĐ 2")
MORNING = (Shift(time(7, 30), time(11, 30)),)
NATIONAL = Decided(official_days())


def test_the_official_days_alone_come_to_the_official_calendar() -> None:
    by_year = [Decided(final_year=year) for year in sorted(ANNOUNCED_YEARS)]
    assert fold([NATIONAL, *by_year]) == official_calendar()


def test_a_later_decision_about_a_day_wins() -> None:
    both = fold([Decided({SATURDAY: OFF}), Decided({SATURDAY: WORK})])
    assert both.reason(SATURDAY) == WORK
    assert fold([Decided({SATURDAY: WORK}), Decided({SATURDAY: OFF})]).reason(SATURDAY) == OFF


@pytest.mark.covers("T-13")
def test_a_day_given_back_is_what_its_weekday_is() -> None:
    """Both directions are data."""
    assert fold([Decided({MONDAY: OFF}), Decided({MONDAY: None})]).is_working(MONDAY)
    assert not fold([Decided({SATURDAY: WORK}), Decided({SATURDAY: None})]).is_working(SATURDAY)


def test_an_agencys_own_day_stands_on_top_whatever_came_later_for_all() -> None:
    calendar = fold([Decided({MONDAY: WORK})], [Decided({MONDAY: OFF})])
    assert calendar.reason(MONDAY) == OFF


def test_an_agency_that_gives_its_day_back_has_the_day_of_all_again() -> None:
    tet = date(2026, 2, 17)
    calendar = fold([NATIONAL], [Decided({tet: WORK}), Decided({tet: None})])
    assert calendar.reason(tet) == official_days()[tet]


def test_an_agencys_hours_hold_from_their_day_until_it_gives_them_back() -> None:
    own = {MONDAY: Week({0: MORNING}, MONDAY), date(2026, 3, 23): None}
    calendar = fold([], [Decided(weeks=own)])
    days = [MONDAY - timedelta(days=7), MONDAY, MONDAY + timedelta(days=1), date(2026, 3, 23)]
    assert [calendar.shifts_on(day) for day in days] == [OFFICE_HOURS, MORNING, (), OFFICE_HOURS]


def test_new_hours_for_all_do_not_reach_an_agency_with_its_own() -> None:
    later = MONDAY + timedelta(days=7)
    for_all = Decided(weeks={later: Week({0: OFFICE_HOURS, 5: MORNING}, later)})
    own = Decided(weeks={MONDAY: Week({0: MORNING}, MONDAY)})
    assert fold([for_all], [own]).shifts_on(later) == MORNING
    assert fold([for_all]).shifts_on(later + timedelta(days=5)) == MORNING


def test_only_years_that_a_decision_made_final_are_announced() -> None:
    calendar = fold([Decided(final_year=2026)])
    assert calendar.is_announced(date(2026, 1, 1))
    assert not calendar.is_announced(date(2027, 1, 1))


def test_a_local_day_off_moves_a_due_day_on() -> None:
    start, five = at("2026-03-02 09:00"), Duration(5, Unit.WORKING_DAY)
    assert due(start, five, fold([])).day == MONDAY
    assert due(start, five, fold([], [Decided({MONDAY: OFF})])).day == MONDAY + timedelta(days=1)


@pytest.mark.parametrize(
    "said",
    ["07:30–11:30, 13:30–17:30", "7h30 - 11h30; 13h30-17h30", "7:30-11:30 và 13:30 đến 17:30"],
)
def test_hours_are_read_as_people_write_them(said: str) -> None:
    assert read_shifts(said) == OFFICE_HOURS


@pytest.mark.parametrize("said", ["", "sáng", "11:30–07:30", "25:00–26:00", "07:30–11:30, 11:00–12:00", "7-"])
def test_hours_that_cannot_be_are_not_read(said: str) -> None:
    assert read_shifts(said) is None


MINUTES = st.lists(st.integers(0, 24 * 60 - 1), min_size=2, max_size=6, unique=True).map(sorted)


@given(MINUTES)
def test_hours_written_stored_or_typed_are_the_same_hours(minutes: list[int]) -> None:
    ends = [time(one // 60, one % 60) for one in minutes[: len(minutes) // 2 * 2]]
    shifts = tuple(Shift(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True))
    assert read_shifts(say_shifts(shifts)) == shifts
    assert shifts_of(plain_of(shifts)) == shifts


SAID = st.tuples(st.integers(1, 5), st.sampled_from([OFF, WORK, None]))


@given(st.lists(SAID, max_size=6), st.lists(SAID, max_size=4))
def test_each_day_is_as_its_last_word_says(
    national: list[tuple[int, DayException | None]], own: list[tuple[int, DayException | None]]
) -> None:
    calendar = fold(
        *([Decided({date(2026, 3, day): what}) for day, what in said] for said in (national, own))
    )
    for day in range(1, 6):
        last = [next((what for one, what in reversed(said) if one == day), None) for said in (own, national)]
        assert calendar.reason(date(2026, 3, day)) == (last[0] or last[1])


def test_the_first_week_holds_from_the_first_day() -> None:
    assert fold([Decided(weeks={MONDAY: Week({0: MORNING}, MONDAY)})]).weeks[0].valid_from == FIRST_DAY
