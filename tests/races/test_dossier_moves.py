"""Two moves on one dossier at the same moment: one is done, the other is told; without the lock both are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from motcua.base.access import Actor
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.commands import Delay
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.sentences import REFUSALS
from motcua.casework.dossiers.words import LatenessReason
from motcua.reference.org.words import Role
from tests.support.threads import one_effect, together
from tests.support.world import World, ok

TIMES, DRILLED = 10, 200
DELAY = Delay(LatenessReason.UNIT_OVERLOAD, "Hồ sơ nhiều.", "UBND phường", date(2026, 3, 13))

Act = Callable[..., Dossier | Refusal]


@dataclass(frozen=True)
class Hand:
    """Who does what, with which words."""

    act: Act
    who: str
    said: dict[str, Any]


@dataclass(frozen=True)
class Race:
    """From where two hands start. Both saw the same page."""

    start: Callable[[World], Dossier]
    first: Hand
    second: Hand


def at_the_leader(world: World) -> Dossier:
    made = world.drafted()
    for by in (world.tuan, world.hanh):
        ok(commands.advance_step(dossier_id=made.pk, by=by, at=world.at))
    return Dossier.objects.get(pk=made.pk)


APPROVE, EXTEND = (
    Hand(commands.approve_result, "lan", {}),
    Hand(commands.apologise_and_extend, "lan", {"delay": DELAY}),
)
RETURN = Hand(commands.return_step, "lan", {"reason": "Sai tên"})
RACES = {
    "approve/return": Race(at_the_leader, APPROVE, RETURN),
    "extend/approve": Race(at_the_leader, EXTEND, APPROVE),
    "accept/accept": Race(World.judged, Hand(commands.accept, "hoa", {}), Hand(commands.accept, "hoa", {})),
    "accept/withdraw": Race(
        World.judged, Hand(commands.accept, "hoa", {}), Hand(commands.withdraw, "member", {"reason": ""})
    ),
    "reassign/reassign": Race(
        World.in_process, Hand(commands.assign, "hanh", {}), Hand(commands.assign, "hanh", {})
    ),
    "issue/return": Race(
        World.approved, Hand(commands.issue_result, "son", {}), Hand(commands.return_step, "son", RETURN.said)
    ),
}


def run(world: World, race: Race) -> tuple[Dossier, list[Dossier | Refusal | Exception]]:
    """Let both hands act at once from the same page."""
    dossier = race.start(world)

    def one(number: int) -> Dossier | Refusal:
        hand = (race.first, race.second)[number]
        by = getattr(world, hand.who)
        assert isinstance(by, Actor)
        said = hand.said or ({"to": world.staff[Role.CASE_OFFICER].pk} if hand.act is commands.assign else {})
        return hand.act(dossier_id=dossier.pk, by=by, at=world.at, seen=dossier.revision, **said)

    return dossier, together(2, one)


def hold_races(world: World, race: Race, times: int) -> None:
    for _ in range(times):
        dossier, outcomes = run(world, race)
        assert one_effect(outcomes), outcomes
        told = next(one for one in outcomes if isinstance(one, Refusal))
        assert REFUSALS[told.why].problem and REFUSALS[told.why].cure
        assert Dossier.objects.get(pk=dossier.pk).revision == dossier.revision + 1


@pytest.mark.slow
@pytest.mark.parametrize("race", RACES.values(), ids=list(RACES))
def test_one_of_two_moves_wins_and_the_other_is_told(world: World, race: Race) -> None:
    hold_races(world, race, TIMES)


@pytest.mark.drill
@pytest.mark.parametrize("race", RACES.values(), ids=list(RACES))
def test_one_of_two_moves_wins_each_of_two_hundred_times(world: World, race: Race) -> None:
    hold_races(world, race, DRILLED)


@pytest.mark.parametrize("race", RACES.values(), ids=list(RACES))
def test_without_the_row_lock_both_moves_meet(world: World, slowly: None, unlocked: None, race: Race) -> None:
    _, outcomes = run(world, race)
    assert not one_effect(outcomes), outcomes


def accepted_at_the_end_of_a_day(world: World, times: int) -> None:
    last = world.at.replace(hour=23, minute=59, second=59)
    codes: list[str] = []
    for _ in range(times):
        waiting = [world.judged().pk for _ in range(2)]
        done = together(
            2, lambda n, waiting=waiting: commands.accept(dossier_id=waiting[n], by=world.hoa, at=last)
        )
        codes += sorted(str(one.code) for one in done if isinstance(one, Dossier))
    assert codes == [f"H60.24-260302-{number:04d}" for number in range(1, 2 * times + 1)]


@pytest.mark.covers("E-15", "T-25")
@pytest.mark.slow
def test_two_clerks_at_the_last_moment_of_a_day_never_share_a_code(world: World) -> None:
    accepted_at_the_end_of_a_day(world, TIMES)


@pytest.mark.covers("E-15")
@pytest.mark.drill
def test_two_clerks_never_share_a_code_in_two_hundred_tries(world: World) -> None:
    accepted_at_the_end_of_a_day(world, DRILLED)
