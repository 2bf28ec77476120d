"""Lives played against the model: 500 sequences with every run, 5,000 in the drill."""

import inspect
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from motcua.casework.dossiers import commands, rules
from motcua.casework.dossiers.commands import steps
from motcua.casework.dossiers.commands.held import Held
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.rules import guards
from tests.life.chances import FILED, IN_HAND
from tests.life.machine import LifeMachine
from tests.life.model.matrix import RULES
from tests.life.stage import set_up

# Every sequence is a transaction of its own that is rolled back: within one great transaction the database
# would have to step over the remains of all sequences before.
pytestmark = pytest.mark.usefixtures("committed")
PARTS, SEQUENCES, DRILLED = 5, 100, 1000
HANDFUL, STEPS = 5, 15

# What the machine plays in its own way, and what is no move of a life: papers that the house keeps, and
# drafts whose sources changed, which have tests of their own.
PLAYED_OTHERWISE = {"create_draft", "receive_direct"}
NO_MOVES = {
    *("acting", "note_look", "keep_slip", "keep_result", "let_unsent_go", "detach"),
    *("renew_draft", "dispute_paper", "dispute_fact", "move_calendar", "change_calendar", "change_limit"),
    *("note_found", "note_register", "open_volume", "close_register", "keep_view", "let_view_go"),
    *("open_outage", "enter_late", "one_by_one"),
}


def play(sequences: int, *, shrink: bool = False) -> None:
    """Play so many sequences on a stage of their own; a failure tells every act, with `shrink` the fewest."""
    LifeMachine.stage = set_up()
    go_on(sequences, shrink=shrink)


def go_on(sequences: int, *, shrink: bool = False) -> None:
    """Play so many sequences on the stage that stands."""
    for _ in range(sequences // HANDFUL):
        LifeMachine.salt = random.getrandbits(32)
        run_state_machine_as_test(
            LifeMachine,
            settings=settings(
                max_examples=HANDFUL,
                stateful_step_count=STEPS,
                phases=(Phase.generate, Phase.shrink) if shrink else (Phase.generate,),
                deadline=None,
                database=None,
                print_blob=False,
                report_multiple_bugs=False,
                suppress_health_check=list(HealthCheck),
            ),
        )


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_every_life_goes_as_the_regulation_says(part: int) -> None:
    play(SEQUENCES)


@pytest.mark.drill
@pytest.mark.parametrize("part", range(PARTS))
def test_five_thousand_lives_go_as_the_regulation_says(part: int) -> None:
    play(DRILLED, shrink=True)


def test_every_command_on_a_dossier_is_played() -> None:
    known = {name for name in commands.__all__ if inspect.isfunction(getattr(commands, name))}
    assert known == RULES.keys() | PLAYED_OTHERWISE | NO_MOVES


def _nothing(facts: rules.Facts) -> None:
    """Stand in nobody's way."""


def _without(guard: str) -> tuple[rules.Transition, ...]:
    gone = getattr(guards, guard)
    return tuple(
        row._replace(guards=tuple(_nothing if one is gone else one for one in row.guards))
        for row in rules.TABLE
    )


# Ways that end with a move against a guard: refused while it stands, done when it is gone.
SIGNED = (*IN_HAND, ("draft_result", "tuan"), ("advance_step", "tuan"), ("advance_step", "hanh"))
AGAINST = {
    "papers_passed": (*FILED, ("accept", "hoa")),
    "result_not_approved": (*SIGNED, ("approve_result", "lan"), ("withdraw", "pao")),
    "next_has_not_acted": (*SIGNED[:-1], ("propose_extension", "hanh"), ("recall", "tuan")),
}


@pytest.mark.slow
@pytest.mark.parametrize("guard", AGAINST)
def test_the_machine_finds_a_guard_that_is_gone(monkeypatch: pytest.MonkeyPatch, guard: str) -> None:
    monkeypatch.setattr(LifeMachine, "paths", (AGAINST[guard],))
    play(HANDFUL)
    monkeypatch.setattr("motcua.casework.dossiers.rules.table.TABLE", _without(guard))
    with pytest.raises(AssertionError, match="was done, against"):
        go_on(4 * HANDFUL)


@pytest.mark.slow
def test_the_machine_finds_a_date_that_is_not_what_the_marks_say(monkeypatch: pytest.MonkeyPatch) -> None:
    begin = steps.begin_reception

    def a_day_late(held: Held, **act: Any) -> None:
        begin(held, **act)
        Dossier.objects.filter(pk=held.dossier.pk).update(state=held.dossier.state)
        held.dossier.due_at = held.dossier.original_due_at = act["at"]

    monkeypatch.setattr(steps, "begin_reception", a_day_late)
    with pytest.raises(AssertionError, match="the cache is not what the marks say"):
        play(4 * HANDFUL)
