"""An apology with a later date: once, in time, both dates kept."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from motcua.base.clock import ZONE, local
from motcua.base.clock.explain import LineKind
from motcua.base.journal.reading import rows_of
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands, printing, queries
from motcua.casework.dossiers.commands import Delay
from motcua.casework.dossiers.models import Dossier, Slip
from motcua.casework.dossiers.reckoning import reckoned
from motcua.casework.dossiers.words import ExtensionState, LatenessReason, Move, State, Why
from motcua.reference.org.models import Regulation
from tests.support.world import World, build, ok

pytestmark = pytest.mark.django_db
DUE, LATER = date(2026, 3, 9), date(2026, 3, 13)
DELAY = Delay(LatenessReason.INCOMPLETE_VERIFICATION, "Chờ xác minh nơi sinh.", "UBND phường", LATER)


@pytest.fixture
def world() -> World:
    return build()


def on(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=ZONE)


def why(outcome: object) -> Why:
    assert isinstance(outcome, Refusal), outcome
    assert isinstance(outcome.why, Why)
    return outcome.why


def extended(world: World) -> Dossier:
    dossier = world.in_process()
    return ok(commands.apologise_and_extend(dossier_id=dossier.pk, delay=DELAY, by=world.lan, at=on(5)))


def days(dossier: Dossier) -> tuple[date, date]:
    assert dossier.due_at is not None and dossier.original_due_at is not None
    return local(dossier.original_due_at).date(), local(dossier.due_at).date()


@pytest.mark.covers("E-5", "T-19")
def test_both_dates_are_kept_and_the_cache_equals_the_reckoning(world: World) -> None:
    dossier = extended(world)
    assert days(dossier) == (DUE, LATER)
    assert dossier.state == State.IN_PROCESS
    due = reckoned(dossier).due
    assert due is not None and due.instant == dossier.due_at
    assert LineKind.EXTENDED in [line.kind for line in queries.time_of(dossier, on(5)).lines]
    made = dossier.extensions.get()
    assert (local(made.old_due_at).date(), local(made.new_due_at).date()) == (DUE, LATER)
    assert made.state == ExtensionState.GRANTED


@pytest.mark.covers("E-5", "T-51")
def test_a_second_attempt_is_refused(world: World) -> None:
    dossier = extended(world)
    again = replace(DELAY, until=date(2026, 3, 20))
    outcome = commands.apologise_and_extend(dossier_id=dossier.pk, delay=again, by=world.lan, at=on(6))
    assert why(outcome) is Why.ALREADY_EXTENDED
    proposal = commands.propose_extension(dossier_id=dossier.pk, delay=again, by=world.tuan, at=on(6))
    assert why(proposal) is Why.ALREADY_EXTENDED


@pytest.mark.covers("T-50")
@pytest.mark.parametrize(("day", "let"), [(6, True), (7, False), (9, False)])
def test_vector_15_the_apology_comes_a_working_day_before_the_date(world: World, day: int, let: bool) -> None:
    dossier = world.in_process()
    outcome = commands.apologise_and_extend(dossier_id=dossier.pk, delay=DELAY, by=world.lan, at=on(day, 17))
    assert isinstance(outcome, Dossier) if let else why(outcome) is Why.EXTENSION_TOO_LATE


@pytest.mark.covers("T-02")
def test_without_a_dated_rule_nothing_is_extended(world: World) -> None:
    dossier = world.in_process()
    Regulation.objects.filter(code="extensions_most").update(valid_to=date(2025, 12, 31))
    outcome = commands.apologise_and_extend(dossier_id=dossier.pk, delay=DELAY, by=world.lan, at=on(5))
    assert why(outcome) is Why.NO_EXTENSION_RULE


def test_a_rule_of_two_lets_it_be_put_off_twice(world: World) -> None:
    Regulation.objects.filter(code="extensions_most").update(value=2)
    dossier = extended(world)
    again = replace(DELAY, until=date(2026, 3, 20))
    twice = ok(commands.apologise_and_extend(dossier_id=dossier.pk, delay=again, by=world.lan, at=on(11)))
    assert days(twice) == (DUE, date(2026, 3, 20))


@pytest.mark.parametrize(
    ("until", "reason"),
    [(DUE, Why.NEW_DUE_NOT_LATER), (date(2026, 3, 14), Why.NEW_DUE_NOT_WORKED)],
)
def test_the_new_day_is_worked_and_later(world: World, until: date, reason: Why) -> None:
    dossier = world.in_process()
    delay = replace(DELAY, until=until)
    outcome = commands.apologise_and_extend(dossier_id=dossier.pk, delay=delay, by=world.lan, at=on(5))
    assert why(outcome) is reason
    assert not dossier.extensions.exists()


@pytest.mark.parametrize("who", ["hoa", "tuan", "hanh", "son", "minh", "member", "stranger"])
def test_nobody_but_the_leader_extends(world: World, who: str) -> None:
    dossier = world.in_process()
    outcome = commands.apologise_and_extend(
        dossier_id=dossier.pk, delay=DELAY, by=getattr(world, who), at=on(5)
    )
    assert why(outcome) is Why.NOT_YOURS


def test_an_officer_proposes_and_the_leader_may_promise_another_day(world: World) -> None:
    dossier = world.in_process()
    asked = ok(commands.propose_extension(dossier_id=dossier.pk, delay=DELAY, by=world.tuan, at=on(4)))
    assert days(asked) == (DUE, DUE)
    assert Move.APPROVE_RESULT not in queries.open_moves(queries.with_participants(asked), world.lan)
    assert queries.count_waiting(world.lan) == 1
    other = replace(DELAY, until=date(2026, 3, 12))
    done = ok(commands.apologise_and_extend(dossier_id=dossier.pk, delay=other, by=world.lan, at=on(5)))
    made = done.extensions.get()
    assert (made.proposed_by_id, made.decided_by_id) == (world.tuan.person, world.lan.person)
    assert days(done) == (DUE, date(2026, 3, 12))
    assert queries.count_waiting(world.lan) == 0


def test_a_declined_proposal_leaves_the_day_and_may_be_made_again(world: World) -> None:
    dossier = world.in_process()
    ok(commands.propose_extension(dossier_id=dossier.pk, delay=DELAY, by=world.tuan, at=on(4)))
    again = commands.propose_extension(dossier_id=dossier.pk, delay=DELAY, by=world.tuan, at=on(4))
    assert why(again) is Why.EXTENSION_PROPOSED
    silent = commands.decline_extension(dossier_id=dossier.pk, note=" ", by=world.lan, at=on(4))
    assert why(silent) is Why.NO_REASON
    kept = ok(commands.decline_extension(dossier_id=dossier.pk, note="Kịp.", by=world.lan, at=on(4)))
    assert days(kept) == (DUE, DUE)
    ok(commands.propose_extension(dossier_id=dossier.pk, delay=DELAY, by=world.tuan, at=on(5)))
    assert [one.state for one in dossier.extensions.all()] == ["declined", "proposed"]


def test_the_letter_is_the_agencys_and_says_both_dates(world: World) -> None:
    dossier = extended(world)
    slip = Slip.objects.get(dossier=dossier, form="M04")
    assert slip.unit.agency == world.committee
    assert slip.facts["old_due"].startswith("2026-03-09") and slip.facts["new_due"].startswith("2026-03-13")
    assert slip.facts["reason_code"] == "incomplete_verification"
    assert printing.slip_bytes(slip).startswith(b"%PDF")
    assert printing.slip_bytes(slip) == printing.slip_bytes(slip)


def test_the_journal_says_it_without_the_words(world: World) -> None:
    row = rows_of(f"dossier:{extended(world).pk}")[-1]
    assert row.verb == "dossier.extended"
    assert row.payload["reason"] == "incomplete_verification"
    assert "Chờ xác minh" not in str(row.payload)


def test_lateness_is_told_against_both_dates(world: World) -> None:
    dossier = extended(world)
    assert not queries.time_of(dossier, on(9, 17)).first_missed
    seen = queries.time_of(dossier, on(10))
    assert seen.first_missed
    assert seen.words.startswith("Còn")


def test_a_count_given_up_keeps_its_extension_in_sight(world: World) -> None:
    dossier = extended(world)
    act = {"dossier_id": dossier.pk, "at": on(5)}
    what = {"items": [commands.Asked("Giấy chứng sinh")], "reason": "Mờ", "legal_basis": "Luật Hộ tịch"}
    ok(commands.propose_supplement(**what, by=world.tuan, **act))
    ok(commands.approve_supplement(by=world.lan, **act))
    ok(commands.request_supplement(dossier_id=dossier.pk, by=world.hoa, at=on(11, 10)))
    ticked = [one.pk for one in dossier.rounds.get().items.all()]
    back = {"dossier_id": dossier.pk, "ticked": ticked, "by": world.hoa, "at": on(12, 10)}
    ok(commands.supplement_received_complete(**back))
    told = queries.time_of(Dossier.objects.get(pk=dossier.pk), on(13)).given_up
    after = [(one.day.day, one.kind, one.count) for one in told if one.day.day >= DUE.day]
    assert after == [
        (9, LineKind.COUNTED, 5),
        (9, LineKind.EXTENDED, 0),
        (10, LineKind.COUNTED, 6),
        (11, LineKind.PAUSED, 0),
    ]


def test_a_mark_that_extends_needs_its_date_in_the_database_too(world: World) -> None:
    dossier = world.in_process()
    with pytest.raises(IntegrityError, match="clock_mark_extends_until"), transaction.atomic():
        dossier.clock_marks.create(seq=9, kind="extend", at=on(5), reason="")
    with pytest.raises(IntegrityError, match="clock_mark_extends_until"), transaction.atomic():
        dossier.clock_marks.create(seq=9, kind="pause", at=on(5), reason="", until=on(9))
