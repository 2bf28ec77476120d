"""What a supplement after appraisal does to the clock, and what a second one costs."""

from datetime import datetime

import pytest

from motcua.base.clock import ZONE, local
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.pages.acts.deciding import asked_before
from motcua.casework.dossiers.reckoning import reckoned
from motcua.casework.dossiers.words import State, Why
from motcua.reference.catalogue.words import SupplementClock
from tests.support.world import World, build, ok

pytestmark = pytest.mark.django_db
WHAT = {"items": [commands.Asked("Giấy chứng sinh")], "reason": "Mờ", "legal_basis": "Luật Hộ tịch"}


def on(day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=ZONE)


def asked(world: World, dossier: Dossier, at: datetime) -> Dossier:
    act = {"dossier_id": dossier.pk, "at": at}
    ok(commands.propose_supplement(**WHAT, by=world.tuan, **act))
    ok(commands.approve_supplement(by=world.lan, **act))
    return ok(commands.request_supplement(by=world.hoa, **act))


def completed(world: World, dossier: Dossier, at: datetime) -> Dossier:
    last = dossier.rounds.order_by("-number").first()
    assert last is not None
    items = [one.pk for one in last.items.all()]
    return ok(commands.supplement_received_complete(dossier_id=dossier.pk, ticked=items, by=world.hoa, at=at))


def day(at: datetime | None) -> str:
    assert at is not None
    return local(at).date().isoformat()


@pytest.mark.covers("E-3")
def test_a_restart_counts_the_whole_time_anew_and_keeps_both_dates() -> None:
    world = build(clock=SupplementClock.RESTART)
    dossier = completed(world, asked(world, world.in_process(), on(4)), on(12))
    made = dossier.rounds.get()
    assert (day(made.old_due_at), day(made.new_due_at)) == ("2026-03-09", "2026-03-19")
    assert (day(dossier.original_due_at), day(dossier.due_at)) == ("2026-03-09", "2026-03-19")


@pytest.mark.covers("E-3", "T-18")
def test_a_pause_gives_back_the_days_left_and_no_weekend() -> None:
    world = build(clock=SupplementClock.PAUSE)
    dossier = completed(world, asked(world, world.in_process(), on(4, 17, 30)), on(12))
    made = dossier.rounds.get()
    assert (day(made.old_due_at), day(made.new_due_at)) == ("2026-03-09", "2026-03-17")
    due = reckoned(dossier).due
    assert due is not None and due.instant == dossier.due_at


@pytest.mark.covers("E-4", "T-11")
def test_a_second_supplement_is_warned_of_and_needs_approval() -> None:
    world = build(clock=SupplementClock.RESTART)
    dossier = world.in_process()
    assert asked_before(dossier) == ""
    dossier = completed(world, asked(world, dossier, on(4)), on(12))
    assert asked_before(dossier).startswith("Người nộp đã bị yêu cầu bổ sung 1 lần.")
    act = {"dossier_id": dossier.pk, "at": on(13)}
    ok(commands.propose_supplement(**WHAT, by=world.tuan, **act))
    unapproved = commands.request_supplement(by=world.hoa, **act)
    assert isinstance(unapproved, Refusal) and unapproved.why is Why.SUPPLEMENT_NOT_ANSWERED
    ok(commands.approve_supplement(by=world.lan, **act))
    again = ok(commands.request_supplement(by=world.hoa, **act))
    assert (again.state, again.rounds.count()) == (State.SUPPLEMENT_REQUESTED, 2)


@pytest.mark.covers("E-4")
@pytest.mark.parametrize(
    ("clock", "at", "let"),
    [
        (SupplementClock.RESTART, on(17), True),
        (SupplementClock.RESTART, on(18), False),
        (SupplementClock.PAUSE, on(13), False),
    ],
)
def test_the_days_to_ask_in_count_anew_only_when_the_clock_does(
    clock: SupplementClock, at: datetime, let: bool
) -> None:
    world = build(clock=clock)
    dossier = completed(world, asked(world, world.in_process(), on(4)), on(12))
    outcome = commands.propose_supplement(**WHAT, dossier_id=dossier.pk, by=world.tuan, at=at)
    assert isinstance(outcome, Dossier) is let
