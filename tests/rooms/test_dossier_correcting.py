"""An error of the authority: a new result beside the old one, free, with an apology."""

from datetime import datetime

import pytest
from django.db import IntegrityError, transaction

from motcua.base.clock import ZONE
from motcua.base.journal.reading import rows_of
from motcua.base.rooms import News, Refusal
from motcua.casework.dossiers import commands, jobs, queries
from motcua.casework.dossiers.models import Dossier, Result
from motcua.casework.dossiers.queries.seeking import within_rights
from motcua.casework.dossiers.words import Delivery, Move, ResultDelivery, ResultState, State, Why
from motcua.reference.people.models import HeldPaper
from motcua.reference.people.words import PaperState
from tests.support.world import World, build, ok

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 3, 20, 9, tzinfo=ZONE)
ERROR = "Ghi sai ngày sinh 01/02, đúng là 02/01."


@pytest.fixture
def world() -> World:
    return build()


def why(outcome: object) -> Why:
    assert isinstance(outcome, Refusal), outcome
    assert isinstance(outcome.why, Why)
    return outcome.why


def returned(world: World) -> Dossier:
    dossier = world.issued()
    keep(dossier)
    return ok(
        commands.hand_over_result(
            dossier_id=dossier.pk, recipient="Giàng A Páo", relation="Chủ hồ sơ", by=world.hoa, at=world.at
        )
    )


def keep(dossier: Dossier) -> None:
    jobs.keep_result(News(dossier.pk, "dossier.result_issued", f"dossier:{dossier.pk}", LATER, {}))


def drafted(dossier: Dossier, world: World) -> Dossier:
    act = {"dossier_id": dossier.pk, "at": LATER}
    return ok(commands.draft_correction(error=ERROR, title="Giấy khai sinh", by=world.tuan, **act))


def corrected(dossier: Dossier, world: World) -> Dossier:
    act = {"dossier_id": drafted(dossier, world).pk, "at": LATER}
    ok(commands.approve_correction(by=world.lan, **act))
    done = ok(commands.issue_correction(by=world.son, **act))
    keep(done)
    return Dossier.objects.get(pk=done.pk)


@pytest.mark.covers("T-48")
def test_the_new_result_replaces_the_old_and_neither_is_edited(world: World) -> None:
    dossier = returned(world)
    before = Result.objects.filter(dossier=dossier).values().get()
    done = corrected(dossier, world)
    old, new = queries.results_of(done)
    assert Result.objects.filter(pk=old.pk).values().get() == before
    assert (new.replaces, new.error, new.state) == (old, ERROR, ResultState.ISSUED)
    assert (old.number, new.number) == ("1/KQ-UBND", "2/KQ-UBND")
    assert queries.result_of(done) == new
    assert queries.correction_of(done) is None


def test_a_correction_leaves_state_and_clock_where_they_were(world: World) -> None:
    dossier = returned(world)
    done = corrected(dossier, world)
    assert (done.state, done.resolved_at) == (State.RESULT_RETURNED, dossier.resolved_at)
    assert done.clock_marks.count() == dossier.clock_marks.count()
    assert done.delivery == Delivery.READY
    assert done.finance == dossier.finance
    assert rows_of(f"dossier:{done.pk}")[-1].verb != "dossier.result_handed_over"


def test_the_paper_held_before_is_marked_as_replaced(world: World) -> None:
    corrected(returned(world), world)
    old, new = HeldPaper.objects.filter(owner=world.citizen).order_by("held_at", "id")
    assert (old.state, new.state) == (PaperState.REPLACED, PaperState.VALID)
    assert new.replaces == old
    assert (old.number, new.number) == ("1/KQ-UBND", "2/KQ-UBND")


def test_the_new_result_is_handed_over_once_and_the_first_return_counts(world: World) -> None:
    dossier = returned(world)
    done = corrected(dossier, world)
    act = {"dossier_id": done.pk, "recipient": "Giàng A Páo", "relation": "Chủ hồ sơ", "by": world.hoa}
    again = ok(commands.hand_over_result(**act, at=LATER))
    assert (again.delivery, again.returned_at) == (Delivery.HANDED_OVER, dossier.returned_at)
    assert [one.result.seq for one in again.result_returns.order_by("at")] == [1, 2]
    assert why(commands.hand_over_result(**act, at=LATER)) is Why.NOTHING_TO_HAND_OVER


def test_an_electronic_correction_is_delivered_by_itself(world: World) -> None:
    dossier = world.issued()
    Dossier.objects.filter(pk=dossier.pk).update(result_delivery=ResultDelivery.ELECTRONIC.value)
    keep(dossier)
    done = corrected(dossier, world)
    assert (done.state, done.delivery) == (State.RESULT_RETURNED, Delivery.HANDED_OVER)
    assert done.result_returns.count() == 2


def test_a_result_that_still_waits_is_replaced_and_only_the_new_one_handed_over(world: World) -> None:
    done = corrected(world.issued(), world)
    assert done.state == State.RESOLVED
    act = {"recipient": "Giàng A Páo", "relation": "Chủ hồ sơ", "by": world.hoa, "at": LATER}
    handed = ok(commands.hand_over_result(dossier_id=done.pk, **act))
    assert handed.result_returns.get().result.seq == 2


def test_each_does_their_own_part_alone(world: World) -> None:
    dossier = returned(world)
    act = {"dossier_id": dossier.pk, "at": LATER}
    for who in (world.hoa, world.hanh, world.lan, world.son, world.member, world.stranger):
        outcome = commands.draft_correction(error=ERROR, title="Giấy", by=who, **act)
        assert why(outcome) is Why.NOT_YOURS
    drafted(dossier, world)
    assert why(commands.approve_correction(by=world.tuan, **act)) is Why.NOT_YOURS
    assert why(commands.issue_correction(by=world.son, **act)) is Why.CORRECTION_NOT_APPROVED
    ok(commands.approve_correction(by=world.lan, **act))
    assert why(commands.issue_correction(by=world.lan, **act)) is Why.NOT_YOURS
    late = commands.draft_correction(error=ERROR, title="Giấy", by=world.tuan, **act)
    assert why(late) is Why.CORRECTION_APPROVED


def test_whoever_is_next_finds_it_in_their_list(world: World) -> None:
    dossier = returned(world)
    waiting = lambda: [queries.count_waiting(one) for one in (world.lan, world.son, world.hoa)]  # noqa: E731
    assert waiting() == [0, 0, 0]
    drafted(dossier, world)
    assert waiting() == [1, 0, 0]
    ok(commands.approve_correction(dossier_id=dossier.pk, by=world.lan, at=LATER))
    assert waiting() == [0, 1, 0]
    assert within_rights(world.son).filter(pk=dossier.pk).exists()
    done = ok(commands.issue_correction(dossier_id=dossier.pk, by=world.son, at=LATER))
    assert waiting() == [0, 0, 1]
    assert queries.open_moves(queries.with_participants(done), world.hoa) == {Move.HAND_OVER_RESULT: None}


def test_an_error_is_said(world: World) -> None:
    outcome = commands.draft_correction(
        dossier_id=returned(world).pk, error=" ", title="Giấy", by=world.tuan, at=LATER
    )
    assert why(outcome) is Why.NO_ERROR_SAID


def test_the_database_wants_the_error_beside_what_is_replaced(world: World) -> None:
    old = world.issued().results.get()
    with pytest.raises(IntegrityError, match="result_replaces_with_error"), transaction.atomic():
        Result.objects.create(
            dossier=old.dossier,
            seq=2,
            replaces=old,
            state="drafted",
            outcome="granted",
            title="Giấy",
            drafted_at=LATER,
            drafted_by=old.drafted_by,
        )
