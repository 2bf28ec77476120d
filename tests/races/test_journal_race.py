"""Many hands write one chain: dense, in order, whole. Each promise is shown to break without its guard."""

import threading
from contextlib import nullcontext, suppress

import pytest
from django.db import IntegrityError, OperationalError, transaction

from motcua.base.access.models import Account
from motcua.base.clock import now
from motcua.base.journal import roots
from motcua.base.journal.models import Entry
from tests.support.acts import HOUSE, Thing, note_both, noted, open_any
from tests.support.database import Database
from tests.support.threads import together

HANDS, EACH = 8, 10

UNLOCKED = """
CREATE OR REPLACE FUNCTION journal_seal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
    SELECT seq, hash INTO last FROM journal_entry WHERE thing = NEW.thing ORDER BY seq DESC LIMIT 1;
    PERFORM pg_sleep(0.002);
    NEW.seq := COALESCE(last.seq, 0) + 1;
    NEW.prev_hash := COALESCE(last.hash, decode(repeat('00', 32), 'hex'));
    NEW.recorded_at := clock_timestamp();
    NEW.hash := journal_digest(NEW);
    RETURN NEW;
END $$
"""


def write_together(thing: Thing) -> list[Thing | Exception | None]:
    def one(hand: int) -> None:
        for number in range(EACH):
            noted(thing, f"{hand} {number}")

    return together(HANDS, one)


def test_eight_hands_on_one_thing_make_one_dense_chain(committed: Database) -> None:
    thing = Thing()
    assert write_together(thing) == [None] * HANDS
    sequence = Entry.objects.filter(thing=f"thing:{thing.pk}").order_by("seq").values_list("seq", flat=True)
    assert list(sequence) == list(range(1, HANDS * EACH + 1))
    assert roots.check().whole


def test_without_the_lock_the_same_hands_collide(committed: Database) -> None:
    committed.as_owner(UNLOCKED)
    assert any(isinstance(outcome, IntegrityError) for outcome in write_together(Thing()))


@pytest.mark.parametrize(("key", "effects"), [("k", 1), ("", 2)], ids=["with the key", "without it"])
def test_two_hands_with_one_key_have_one_effect(committed: Database, key: str, effects: int) -> None:
    outcomes = together(2, lambda hand: open_any(by=HOUSE, at=now(), key=key))
    assert Account.objects.count() == effects
    assert len({outcome.pk for outcome in outcomes if isinstance(outcome, Account)}) == effects


def cross(*, hold: bool) -> list[Exception | None]:
    """Let two hands write the same two chains in opposite order, each after the other's first row."""
    one, other = Thing(), Thing()
    both_began = threading.Barrier(2)

    def meet() -> None:
        with suppress(threading.BrokenBarrierError):
            both_began.wait(timeout=2)

    def write(hand: int) -> None:
        first, second = (one, other) if hand else (other, one)
        with transaction.atomic() if hold else nullcontext():
            note_both(first=first, second=second, between=meet, by=HOUSE, at=now())

    return together(2, write)


def test_a_deadlock_is_tried_again_until_both_are_done(committed: Database) -> None:
    assert cross(hold=False) == [None, None]
    assert Entry.objects.count() == 4


def test_inside_a_greater_whole_a_deadlock_is_left_to_who_holds_it(committed: Database) -> None:
    outcomes = cross(hold=True)
    assert sum(isinstance(outcome, OperationalError) for outcome in outcomes) == 1
    assert Entry.objects.count() == 2
