"""How the parts of the house are graded."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.clock import ZONE
from motcua.reference.org.vitals import grading
from motcua.reference.org.vitals.saying import GRADES, age, size
from motcua.reference.org.words import Grade

NOW = datetime(2026, 11, 25, 14, 20, tzinfo=ZONE)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
GIGABYTE = 1024**3
WELL, WATCH, BROKEN = Grade.WELL, Grade.WATCH, Grade.BROKEN
ORDER = (WELL, WATCH, BROKEN)


@pytest.mark.parametrize(
    ("waited", "failed", "grade"),
    [
        (None, 0, WELL),
        (5 * MINUTE, 0, WELL),
        (6 * MINUTE, 0, WATCH),
        (None, 1, WATCH),
        (30 * MINUTE, 1, WATCH),
        (31 * MINUTE, 0, BROKEN),
    ],
)
def test_a_queue_is_as_well_as_its_oldest_job(waited: timedelta | None, failed: int, grade: Grade) -> None:
    assert grading.grade_queue(NOW - waited if waited else None, failed, NOW) is grade


@pytest.mark.parametrize(
    ("alive", "silent", "grade"),
    [(1, MINUTE, WELL), (0, MINUTE / 2, WATCH), (1, 2 * MINUTE, BROKEN), (0, None, BROKEN)],
)
def test_a_worker_is_as_well_as_its_last_sign(alive: int, silent: timedelta | None, grade: Grade) -> None:
    assert grading.grade_worker(alive, NOW - silent if silent else None, NOW) is grade


@pytest.mark.parametrize(
    ("free", "total", "grade"),
    [
        (50 * GIGABYTE, 100 * GIGABYTE, WELL),
        (10 * GIGABYTE, 100 * GIGABYTE, WELL),
        (9 * GIGABYTE, 100 * GIGABYTE, WATCH),
        (GIGABYTE, 100 * GIGABYTE, BROKEN),
        (GIGABYTE - 1, GIGABYTE, BROKEN),
    ],
)
def test_little_space_is_told_before_there_is_none(free: int, total: int, grade: Grade) -> None:
    assert grading.grade_space(free, total) is grade


@given(st.integers(0, 200 * GIGABYTE), st.integers(0, GIGABYTE))
def test_less_space_is_never_graded_better(free: int, less: int) -> None:
    total = 200 * GIGABYTE
    worse, better = grading.grade_space(max(0, free - less), total), grading.grade_space(free, total)
    assert ORDER.index(worse) >= ORDER.index(better)


@pytest.mark.parametrize(
    ("whole", "ago", "grade"),
    [
        (True, HOUR, WELL),
        (True, 37 * HOUR, WATCH),
        (None, None, WATCH),
        (False, HOUR, BROKEN),
        (False, 99 * HOUR, BROKEN),
    ],
)
def test_a_journal_is_as_whole_as_its_last_check(
    whole: bool | None, ago: timedelta | None, grade: Grade
) -> None:
    assert grading.grade_check(whole, NOW - ago if ago else None, NOW) is grade


@pytest.mark.parametrize(
    ("this", "next_", "on", "grade"),
    [
        (True, False, date(2026, 9, 30), WELL),
        (True, False, date(2026, 10, 1), WATCH),
        (True, True, date(2026, 12, 31), WELL),
        (False, True, date(2026, 1, 1), WATCH),
    ],
)
def test_days_off_are_asked_for_in_time(*, this: bool, next_: bool, on: date, grade: Grade) -> None:
    assert grading.grade_calendar(this_final=this, next_final=next_, on=on) is grade


def test_lost_keys_break_and_older_ones_are_told() -> None:
    assert [grading.grade_keys(*one) for one in ((0, 0), (0, 1), (1, 0), (1, 1))] == [
        WELL,
        WATCH,
        BROKEN,
        BROKEN,
    ]


def test_the_worst_part_decides() -> None:
    found = [grading.worst(one) for one in ([], [WELL], [WELL, WATCH], [WATCH, BROKEN, WELL])]
    assert found == [WELL, WELL, WATCH, BROKEN]


def test_every_grade_has_words_and_a_look_of_its_own() -> None:
    assert set(GRADES) == set(Grade)
    assert (
        len({word for word, _ in GRADES.values()}) == len({look for _, look in GRADES.values()}) == len(Grade)
    )


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "1 MB"), (5 * 1024**2, "5 MB"), (GIGABYTE, "1,0 GB"), (GIGABYTE * 25 // 2, "12,5 GB")],
)
def test_an_amount_of_bytes_is_said_as_people_do(count: int, said: str) -> None:
    assert size(count) == said


@pytest.mark.parametrize(
    ("span", "said"),
    [(timedelta(seconds=5), "chưa đến một phút"), (90 * MINUTE, "1 giờ 30 phút"), (50 * HOUR, "2 ngày")],
)
def test_a_wait_is_said_as_people_do(span: timedelta, said: str) -> None:
    assert age(span) == said
