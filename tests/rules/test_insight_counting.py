"""What a dossier adds to the counts, against a slow reading of its life day by day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.clock import ZONE, local
from motcua.reform.insight.rules.counting import Counts, counted, difference, in_time
from motcua.reform.insight.rules.tale import Told, tell
from motcua.reform.insight.words import Counter, End

FIRST = datetime(2026, 3, 2, 9, tzinfo=ZONE)
PLACE = {"agency": str(UUID(int=1)), "unit": str(UUID(int=2)), "procedure": "1.001193", "field": "Hộ tịch"}
HOW = {
    End.RESOLVED: "dossier.result_issued",
    End.STOPPED: "dossier.stopped",
    End.WITHDRAWN: "dossier.withdrawn",
}


def instant(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def acceptance(at: datetime, due: datetime | None, **more: Any) -> tuple[str, datetime, dict[str, Any]]:
    said = {**PLACE, "channel": "online", "due": instant(due), "by_instant": False, **more}
    return "dossier.accepted", at, said


def rows(*events: tuple[str, datetime, dict[str, Any]]) -> list[Told]:
    return [Told(seq, verb, at, said) for seq, (verb, at, said) in enumerate(events, start=1)]


def end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, ZONE)


@st.composite
def lives(draw: st.DrawFn) -> list[Told]:
    """A life of at most some weeks: requests, completions, later dates, an end or none."""
    at, due = FIRST, draw(st.none() | st.integers(1, 9).map(lambda n: end_of((FIRST + timedelta(n)).date())))
    events = [acceptance(at, due)]
    waiting = False
    for act in draw(st.lists(st.sampled_from(["ask", "extend", "wait"]), max_size=6)):
        at += timedelta(minutes=draw(st.integers(1, 6000)))
        later = end_of((at + timedelta(days=draw(st.integers(0, 6)))).date()) if due else None
        if act == "extend" and not waiting:
            events.append(("dossier.extended", at, {"due": instant(later), "reason": "overload"}))
        elif act == "ask" and not waiting:
            waiting = True
            events.append(("dossier.supplement_requested", at, {"due": None}))
        elif act == "wait" and waiting:
            waiting = False
            events.append(("dossier.supplement_completed", at, {"due": instant(later)}))
    if draw(st.booleans()):
        at += timedelta(minutes=draw(st.integers(1, 9000)))
        end = draw(st.sampled_from([End.STOPPED, End.WITHDRAWN, *([] if waiting else [End.RESOLVED])]))
        events.append((HOW[end], at, {"outcome": "granted"}))
    return rows(*events)


def standing(counts: Counts, came: Counter, left: Counter, day: date) -> int:
    """Sum up to the end of a day."""
    days = [on for when, on in counts.items() if when <= day]
    return sum(on.get(came, 0) - on.get(left, 0) for on in days)


def slowly(life: Sequence[Told], day: date) -> tuple[bool, bool, bool]:
    """Tell whether a dossier is open, waits, is late at the end of a day, by playing its rows up to then."""
    due, waits, there = None, False, False
    for row in life:
        if local(row.at).date() > day:
            break
        if row.verb == "dossier.supplement_requested":
            waits = True
        elif row.verb in HOW.values():
            return False, False, False
        else:
            there, waits, due = True, False, row.said["due"]
    late = there and not waits and due is not None and local(datetime.fromisoformat(due)).date() < day
    return there, waits, late


@given(lives())
def test_what_stands_at_the_end_of_each_day_equals_a_slow_reading(life: list[Told]) -> None:
    counts = counted(tell(life))
    for ahead in range(60):
        day = FIRST.date() + timedelta(days=ahead)
        assert slowly(life, day) == (
            standing(counts, Counter.ACCEPTED, Counter.ENDED, day) == 1,
            standing(counts, Counter.WAITING_IN, Counter.WAITING_OUT, day) == 1,
            standing(counts, Counter.LATE_IN, Counter.LATE_OUT, day) == 1,
        )


@given(lives(), st.randoms())
def test_the_order_in_which_rows_arrive_changes_nothing(life: list[Told], chance: Any) -> None:
    mixed = list(life)
    chance.shuffle(mixed)
    assert counted(tell(mixed)) == counted(tell(life))


@given(lives())
def test_row_by_row_differences_add_up_to_the_whole(life: list[Told]) -> None:
    before: Counts = {}
    summed: dict[tuple[date, Counter], int] = {}
    for known in range(1, len(life) + 1):
        after = counted(tell(life[:known]))
        for day, on in difference(before, after).items():
            for counter, amount in on.items():
                summed[day, counter] = summed.get((day, counter), 0) + amount
        before = after
    whole = {(day, counter): amount for day, on in before.items() for counter, amount in on.items()}
    assert {key: amount for key, amount in summed.items() if amount} == {k: v for k, v in whole.items() if v}


@given(lives())
def test_nothing_stands_below_zero_or_twice(life: list[Told]) -> None:
    counts = counted(tell(life))
    pairs = [
        (Counter.ACCEPTED, Counter.ENDED),
        (Counter.WAITING_IN, Counter.WAITING_OUT),
        (Counter.LATE_IN, Counter.LATE_OUT),
        (Counter.OVER_IN, Counter.OVER_OUT),
    ]
    for ahead in range(60):
        day = FIRST.date() + timedelta(days=ahead)
        assert all(standing(counts, came, left, day) in (0, 1) for came, left in pairs)


@given(lives())
def test_each_end_is_kept_or_missed_and_a_result_has_one_timing(life: list[Told]) -> None:
    tale = tell(life)
    on = counted(tale).get(local(tale.ended).date(), {}) if tale.ended else {}
    assert on.get(Counter.ENDED, 0) == on.get(Counter.KEPT, 0) + on.get(Counter.MISSED, 0)
    timings = sum(on.get(one, 0) for one in (Counter.EARLY, Counter.ON_TIME, Counter.LATE, Counter.NO_LIMIT))
    assert timings == (1 if tale.end is End.RESOLVED else 0)


@pytest.mark.covers("T-60")
@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 3, 31, 16, 59, 59, tzinfo=UTC), date(2026, 3, 31)),
        (datetime(2026, 3, 31, 17, 0, tzinfo=UTC), date(2026, 4, 1)),
        (datetime(2026, 3, 31, 0, 0, tzinfo=ZONE), date(2026, 3, 31)),
    ],
)
def test_a_dossier_counts_on_the_day_in_viet_nam(at: datetime, day: date) -> None:
    assert set(counted(tell(rows(acceptance(at, None))))) == {day}
    # Days of UTC would put one of these into another month.
    assert {datetime(2026, 3, 31, 17, 0, tzinfo=UTC).date()} == {date(2026, 3, 31)}


@pytest.mark.parametrize(
    ("by_instant", "ended", "counter"),
    [
        (False, datetime(2026, 3, 5, 23, 0, tzinfo=ZONE), Counter.ON_TIME),
        (False, datetime(2026, 3, 4, 23, 0, tzinfo=ZONE), Counter.EARLY),
        (False, datetime(2026, 3, 6, 0, 0, tzinfo=ZONE), Counter.LATE),
        (True, datetime(2026, 3, 5, 10, 0, tzinfo=ZONE), Counter.ON_TIME),
        (True, datetime(2026, 3, 5, 9, 59, tzinfo=ZONE), Counter.EARLY),
        (True, datetime(2026, 3, 5, 10, 1, tzinfo=ZONE), Counter.LATE),
    ],
)
def test_days_are_kept_to_the_day_and_hours_to_the_minute(
    by_instant: bool, ended: datetime, counter: Counter
) -> None:
    due = datetime(2026, 3, 5, 10, tzinfo=ZONE) if by_instant else end_of(date(2026, 3, 5))
    life = rows(
        acceptance(FIRST, due, by_instant=by_instant),
        ("dossier.result_issued", ended, {"outcome": "granted"}),
    )
    assert counted(tell(life))[ended.date()][counter] == 1


def asked(day: int) -> tuple[str, datetime, dict[str, Any]]:
    return "dossier.supplement_requested", FIRST + timedelta(days=day), {"due": None}


def completed(day: int, due: datetime) -> tuple[str, datetime, dict[str, Any]]:
    return "dossier.supplement_completed", FIRST + timedelta(days=day), {"due": instant(due)}


DUE = end_of(date(2026, 3, 6))


@pytest.mark.parametrize(
    ("events", "kept"),
    [
        # Ended by the applicant while their papers were awaited: the request was the end, in time.
        ([asked(1), ("dossier.withdrawn", FIRST + timedelta(days=20), {})], True),
        # Asked when it was late already.
        ([asked(6), ("dossier.withdrawn", FIRST + timedelta(days=20), {})], False),
        # Asked twice, and never a result.
        ([asked(1), completed(2, DUE), asked(3), ("dossier.stopped", FIRST + timedelta(days=4), {})], False),
        # Asked twice, but with a result in time.
        (
            [
                asked(1),
                completed(2, DUE),
                asked(3),
                completed(3, DUE),
                ("dossier.result_issued", FIRST + timedelta(days=4), {"outcome": "granted"}),
            ],
            True,
        ),
    ],
)
def test_decision_766_counts_requests_as_its_formula_book_says(
    events: list[tuple[str, datetime, dict[str, Any]]], kept: bool
) -> None:
    assert in_time(tell(rows(acceptance(FIRST, DUE), *events))) is kept


def test_a_second_request_makes_it_late_until_there_is_a_result() -> None:
    counts = counted(tell(rows(acceptance(FIRST, DUE), asked(1), completed(2, DUE), asked(3))))
    over = [standing(counts, Counter.OVER_IN, Counter.OVER_OUT, date(2026, 3, day)) for day in (4, 5, 20)]
    assert over == [0, 1, 1]


def test_a_draft_counts_nowhere_and_a_filing_before_acceptance_counts_as_filed() -> None:
    filed = ("dossier.submitted", FIRST, {**PLACE, "channel": "online"})
    assert counted(tell(rows(("dossier.draft_created", FIRST, {})))) == {}
    assert counted(tell(rows(filed))) == {FIRST.date(): {Counter.SUBMITTED: 1}}
    away = ("dossier.intake_refused", FIRST + timedelta(days=1), {})
    assert counted(tell(rows(filed, away)))[date(2026, 3, 3)] == {Counter.TURNED_AWAY: 1}
