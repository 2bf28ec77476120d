"""Two administrators on one draft of the calendar, or each on their own."""

import time
from collections.abc import Iterator
from datetime import date

import pytest
from django.db.models import QuerySet

from motcua.base.journal import command as wrapper
from motcua.base.journal.reading import rows_of
from motcua.base.rooms import Refusal
from motcua.reference.org import commands
from motcua.reference.org import queries as org
from motcua.reference.org.commands import calendar
from motcua.reference.org.models import CalendarDecision
from motcua.reference.org.words import Why
from tests.support.database import Database
from tests.support.threads import together
from tests.support.world import BEGAN, MAKER

THINKS_S = 0.2


@pytest.fixture(autouse=True)
def _a_database_of_its_own(committed: Database) -> Iterator[None]:
    org.forget_calendars()
    yield
    org.forget_calendars()


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every look at a draft take its time, so that two hands surely meet."""
    look = calendar._draft

    def think(decision_id: object) -> CalendarDecision | Refusal:
        found = look(decision_id)
        time.sleep(THINKS_S)
        return found

    monkeypatch.setattr(calendar, "_draft", think)


def drafted(day: int) -> CalendarDecision:
    made = commands.draft_calendar(
        agency_id=None,
        title="Nghỉ",
        document="1/QĐ",
        document_on=date(2026, 3, 1),
        by=MAKER,
        at=BEGAN,
    )
    assert isinstance(made, CalendarDecision)
    commands.set_day(
        decision_id=made.pk, day=date(2026, 3, day), kind="local_off", name="Nghỉ", by=MAKER, at=BEGAN
    )
    return made


def put(decision: CalendarDecision) -> CalendarDecision | Refusal:
    return commands.put_calendar_in_force(decision_id=decision.pk, by=MAKER, at=BEGAN)


@pytest.mark.usefixtures("slowly")
def test_of_two_who_put_a_draft_in_force_one_wins_and_the_other_is_told() -> None:
    made = drafted(6)
    outcomes = together(2, lambda _: put(made))
    assert sorted(map(type, outcomes), key=repr) == sorted([CalendarDecision, Refusal], key=repr)
    assert [one.why for one in outcomes if isinstance(one, Refusal)] == [Why.DECISION_IN_FORCE]
    verbs = [row.verb for row in rows_of(f"calendar_decision:{made.pk}")]
    assert verbs.count("calendar.put_in_force") == 1


@pytest.mark.usefixtures("slowly")
def test_without_the_lock_both_would_have_drawn_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: the race is real; then only the seal of the database stands in the way."""
    monkeypatch.setattr(wrapper, "_CLASHES", ())
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **_: self.all())
    made = drafted(6)
    outcomes = together(2, lambda _: put(made))
    assert not any(isinstance(one, Refusal) for one in outcomes)


@pytest.mark.usefixtures("slowly")
def test_two_drafts_at_once_have_two_numbers_and_both_hold() -> None:
    first, second = drafted(6), drafted(9)
    outcomes = together(2, lambda number: put((first, second)[number]))
    numbers = {one.number for one in outcomes if isinstance(one, CalendarDecision)}
    assert len(numbers) == len(outcomes)
    newest = org.calendar_for(None)
    assert not newest.is_working(date(2026, 3, 6))
    assert not newest.is_working(date(2026, 3, 9))
