"""Many hands on one dossier and on one counter. Each promise is shown to break without its guard."""

import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import IntegrityError, connection

from motcua.base.access import Actor
from motcua.base.database.ids import uuid7
from motcua.base.journal import roots
from motcua.base.journal.reading import rows_of
from motcua.base.journal.writing import thing_of
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.commands import serials
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import ResultState, State, Why
from motcua.reference.org import commands as org
from motcua.reference.org.words import Role
from tests.races.conftest import THINKS_S
from tests.support.threads import one_effect, together
from tests.support.world import BEGAN, MAKER, World

OFFICERS, WAITING = 8, 24

Outcome = Dossier | Refusal | Exception


@pytest.fixture
def unheld_serials(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw numbers as it is often done: read the last one, add one."""

    def draw(scope: str) -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT last FROM dossiers_serial WHERE scope = %s", [scope])
            number = (cursor.fetchone() or (0,))[0] + 1
            time.sleep(THINKS_S)
            cursor.execute(
                "INSERT INTO dossiers_serial (id, scope, last) VALUES (%s, %s, %s)"
                " ON CONFLICT (scope) DO UPDATE SET last = excluded.last",
                [uuid7(), scope, number],
            )
        return int(number)

    monkeypatch.setattr(serials, "draw", draw)


def officers(world: World, many: int) -> list[Actor]:
    """Appoint more officers at the same counter."""
    found = [world.hoa]
    for number in range(1, many):
        position = org.make_position(
            unit=world.counter, title="Quầy", roles=[Role.RECEPTION_OFFICER], by=MAKER, at=BEGAN
        )
        one = org.join(full_name="Ma Thị Nga", login=f"nga.{number}", password=None, by=MAKER, at=BEGAN)
        org.appoint(staff=one, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
        found.append(replace(world.hoa, person=one.pk, position=position.pk, account=one.account_id))
    return found


def acts(dossier: Dossier) -> Counter[str]:
    return Counter(row.verb for row in rows_of(thing_of(dossier)))


def accept_one_together(world: World) -> tuple[Dossier, list[Outcome]]:
    dossier, hands = world.judged(), officers(world, 2)
    outcomes = together(2, lambda n: commands.accept(dossier_id=dossier.pk, by=hands[n], at=world.at))
    return Dossier.objects.get(pk=dossier.pk), outcomes


def test_two_officers_accept_one_dossier_once_and_the_other_is_told(world: World, slowly: None) -> None:
    dossier, outcomes = accept_one_together(world)
    assert one_effect(outcomes), outcomes
    assert [outcome.why for outcome in outcomes if isinstance(outcome, Refusal)] == [Why.NOT_OPEN]
    assert dossier.code == "H60.24-260302-0001"
    assert acts(dossier)["dossier.accepted"] == 1
    assert dossier.slips.count() == 1


def test_without_the_row_lock_the_other_officer_is_not_told(
    world: World, slowly: None, unlocked: None
) -> None:
    dossier, outcomes = accept_one_together(world)
    assert not one_effect(outcomes)
    assert any(isinstance(outcome, IntegrityError) for outcome in outcomes), outcomes
    assert acts(dossier)["dossier.accepted"] == 1, "the database still says no"


@pytest.mark.parametrize("hands", [2, 6])
def test_a_double_click_submits_once_and_both_see_the_same(world: World, slowly: None, hands: int) -> None:
    draft = world.draft()
    outcomes = together(
        hands, lambda _: commands.submit_online(dossier_id=draft.pk, by=world.member, at=world.at, key="k")
    )
    assert [outcome.pk for outcome in outcomes if isinstance(outcome, Dossier)] == [draft.pk] * hands
    assert acts(draft)["dossier.submitted"] == 1
    assert draft.papers.count() == 1


def test_without_a_key_the_second_click_is_refused(world: World, slowly: None) -> None:
    draft = world.draft()
    outcomes = together(
        2, lambda _: commands.submit_online(dossier_id=draft.pk, by=world.member, at=world.at)
    )
    assert one_effect(outcomes), outcomes


@pytest.mark.parametrize(("key", "drafts"), [("k", 1), ("", 2)], ids=["with the key", "without it"])
def test_one_form_sent_twice_opens_one_draft(world: World, slowly: None, key: str, drafts: int) -> None:
    asked = {"procedure": "1.001193", "agency_id": world.committee.pk, "by": world.member, "at": world.at}
    together(2, lambda _: commands.create_draft(**asked, key=key))
    assert Dossier.objects.count() == drafts


def accept_all_together(world: World) -> tuple[list[str], list[Outcome]]:
    """Let every officer try every waiting dossier, each in an order of their own."""
    waiting = [world.judged().pk for _ in range(WAITING)]
    hands = officers(world, OFFICERS)
    outcomes: list[Outcome] = []

    def one(number: int) -> None:
        for pk in random.Random(number).sample(waiting, WAITING):
            outcomes.append(tried(pk, hands[number]))

    def tried(pk: UUID, by: Actor) -> Outcome:
        try:
            return commands.accept(dossier_id=pk, by=by, at=world.at)
        except IntegrityError as error:
            return error

    assert together(OFFICERS, one) == [None] * OFFICERS
    codes = Dossier.objects.exclude(code=None).order_by("code").values_list("code", flat=True)
    return list(codes), outcomes


@pytest.mark.covers("E-15", "T-25")
def test_eight_officers_of_one_counter_leave_dense_codes(world: World) -> None:
    codes, outcomes = accept_all_together(world)
    assert codes == [f"H60.24-260302-{number:04d}" for number in range(1, WAITING + 1)]
    assert sum(isinstance(outcome, Dossier) for outcome in outcomes) == WAITING
    assert sum(isinstance(outcome, Refusal) for outcome in outcomes) == WAITING * (OFFICERS - 1)
    assert roots.check().whole


@pytest.mark.covers("T-25")
def test_without_the_held_counter_row_two_acceptances_draw_one_number(
    world: World, unheld_serials: None
) -> None:
    _, outcomes = accept_all_together(world)
    assert any("dossiers_dossier_code" in str(outcome) for outcome in outcomes)


def withdraw_while_approving(world: World) -> tuple[Dossier, list[Outcome]]:
    dossier = world.drafted()
    for by in (world.tuan, world.hanh):
        commands.advance_step(dossier_id=dossier.pk, by=by, at=world.at)
    moves: list[Callable[[], Outcome]] = [
        lambda: commands.withdraw(dossier_id=dossier.pk, reason="", by=world.member, at=world.at),
        lambda: commands.approve_result(dossier_id=dossier.pk, by=world.lan, at=world.at),
    ]
    outcomes = together(2, lambda number: moves[number]())
    return Dossier.objects.get(pk=dossier.pk), outcomes


def test_a_withdrawal_and_an_approval_at_once_have_one_effect(world: World, slowly: None) -> None:
    dossier, outcomes = withdraw_while_approving(world)
    assert one_effect(outcomes), outcomes
    withdrawn = dossier.state == State.WITHDRAWN
    approved = dossier.results.get().state == ResultState.APPROVED
    assert withdrawn != approved
    done = acts(dossier)
    assert (done["dossier.withdrawn"], done["dossier.result_approved"]) == (int(withdrawn), int(approved))


def test_without_the_row_lock_a_withdrawal_and_an_approval_collide(
    world: World, slowly: None, unlocked: None
) -> None:
    _, outcomes = withdraw_while_approving(world)
    assert not one_effect(outcomes)
