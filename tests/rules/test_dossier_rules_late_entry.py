"""Late entry: within an outage on record, by its counter, and not for ever after it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from motcua.base.access import Actor
from motcua.base.clock import ZONE
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.rules.late_entry import Span, may_enter, may_open
from motcua.casework.dossiers.words import Why
from motcua.reference.org.words import Role
from tests.rules.dossiers import AGENCY, CENTRE, COUNTER, HOA, HOME, official

MOMENT = timedelta(microseconds=1)
BEGAN = datetime(2026, 3, 2, 8, tzinfo=ZONE)
ENDED = datetime(2026, 3, 2, 11, 30, tzinfo=ZONE)
UNTIL = datetime(2026, 3, 4, 17, 30, tzinfo=ZONE)
SPAN = Span(COUNTER, BEGAN, ENDED, UNTIL)
HEAD = official("the head of the counter", Role.ONE_STOP_HEAD, COUNTER, CENTRE, 61)
KEEPER = official("the administrator", Role.ADMINISTRATOR, HOME, AGENCY, 62)
CLOSED = Refusal(Why.OUTAGE_CLOSED, {"until": "17:30, 04/03/2026"})


def opened(
    span: Span = SPAN,
    *,
    by: Actor = HEAD,
    at: datetime = ENDED,
    reason: str = "Mất điện",
    basis: str = "QĐ 12",
) -> Refusal | None:
    return may_open(span, reason=reason, legal_basis=basis, by=by, at=at)


@pytest.mark.parametrize("at", [ENDED, UNTIL])
@pytest.mark.parametrize("by", [HEAD, KEEPER])
def test_an_outage_is_put_on_record_from_its_end_to_the_last_moment_of_entering(
    by: Actor, at: datetime
) -> None:
    assert opened(by=by, at=at) is None


@pytest.mark.parametrize("by", [HOA, replace(HEAD, unit=HOME)])
def test_neither_an_officer_nor_the_head_of_another_counter_puts_it_on_record(by: Actor) -> None:
    assert opened(by=by) == Refusal(Why.NOT_OUTAGE_APPROVER)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"span": replace(SPAN, began_at=ENDED)}, Refusal(Why.OUTAGE_SPAN)),
        ({"at": ENDED - MOMENT}, Refusal(Why.OUTAGE_NOT_OVER)),
        ({"reason": " "}, Refusal(Why.NO_OUTAGE_BASIS)),
        ({"basis": " "}, Refusal(Why.NO_OUTAGE_BASIS)),
        ({"at": UNTIL + MOMENT}, CLOSED),
    ],
)
def test_what_is_wrong_with_an_outage_is_said(wrong: dict[str, Any], why: Refusal) -> None:
    assert opened(**wrong) == why


@pytest.mark.parametrize("taken_in", [BEGAN, ENDED])
def test_a_dossier_taken_in_during_the_outage_is_entered_until_the_last_moment(taken_in: datetime) -> None:
    assert may_enter(SPAN, taken_in_at=taken_in, by=HOA, at=UNTIL) is None
    assert may_enter(SPAN, taken_in_at=taken_in, by=HOA, at=UNTIL + MOMENT) == CLOSED


@pytest.mark.parametrize("taken_in", [BEGAN - MOMENT, ENDED + MOMENT])
def test_a_dossier_taken_in_outside_the_outage_is_not_entered_late(taken_in: datetime) -> None:
    assert may_enter(SPAN, taken_in_at=taken_in, by=HOA, at=ENDED) == Refusal(
        Why.OUTSIDE_OUTAGE, {"began": "08:00, 02/03/2026", "ended": "11:30, 02/03/2026"}
    )


def test_only_its_own_counter_enters_what_an_outage_kept_out() -> None:
    elsewhere = replace(HOA, unit=HOME)
    assert may_enter(SPAN, taken_in_at=BEGAN, by=elsewhere, at=ENDED) == Refusal(Why.NOT_OUTAGE_COUNTER)


def test_the_hours_of_an_outage_are_told_in_vietnamese_time() -> None:
    span = replace(SPAN, enter_until=UNTIL.astimezone(UTC))
    assert may_enter(span, taken_in_at=BEGAN, by=HOA, at=UNTIL + MOMENT) == CLOSED
