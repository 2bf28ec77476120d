"""Which moves are open: from where, by whom, to where, as the transition matrix has it."""

from dataclasses import replace

import pytest

from motcua.base.access import Actor
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.rules import ENDED, TABLE, decide, moves_open
from motcua.casework.dossiers.words import Move, RoundState, Stage, State, Why
from tests.rules.dossiers import CAST, HANH, HOA, LAN, LONG, PAO, SCENE, TUAN
from tests.rules.matrix import (
    ACCEPTED,
    ASKED,
    MATRIX,
    MONDAY,
    REJECTED,
    RETURNED,
    STATES,
    STOPPED,
    SUBMITTED,
    TUESDAY,
    WITHDRAWN,
    WORK,
    Way,
)


@pytest.mark.parametrize("way", MATRIX, ids=lambda way: f"{way.number} {way.move}")
def test_a_move_is_open_from_its_states_to_its_people_and_leads_to_its_end(way: Way) -> None:
    found = {
        (state, actor): decide(replace(SCENE, **{**way.ready, "state": state}), way.move, actor)
        for state in STATES
        for actor in CAST
    }
    closed, not_yours = Refusal(Why.NOT_OPEN), Refusal(Why.NOT_YOURS)
    assert found == {
        (state, actor): closed
        if state not in way.leads
        else way.leads[state]
        if actor in way.by
        else not_yours
        for state in STATES
        for actor in CAST
    }


@pytest.mark.parametrize(("state", "actor"), [(SUBMITTED, HOA), (ASKED, HOA), (WORK, TUAN)])
def test_a_paper_is_judged_by_the_counter_before_acceptance_and_by_the_officer_after_it(
    state: State, actor: Actor
) -> None:
    found = {one: decide(replace(SCENE, state=state), Move.JUDGE_PAPER, one) for one in CAST}
    assert found == {one: state if one is actor else Refusal(Why.NOT_YOURS) for one in CAST}


def test_a_paper_is_judged_while_something_can_still_be_asked_and_never_else() -> None:
    closed = {
        state
        for state in STATES
        if decide(replace(SCENE, state=state), Move.JUDGE_PAPER, HOA) == Refusal(Why.NOT_OPEN)
    }
    assert closed == set(STATES) - {SUBMITTED, ASKED, WORK}


def test_every_move_stands_in_the_matrix_under_its_number() -> None:
    told = {(way.number, way.move) for way in MATRIX} | {(8, Move.JUDGE_PAPER)}
    assert {(row.number, row.move) for row in TABLE} == told
    assert {move for _, move in told} == set(Move)


def test_the_ends_are_the_terminal_states_of_the_nation_and_no_move_leads_out_of_them() -> None:
    assert {REJECTED, WITHDRAWN, STOPPED, RETURNED} == ENDED
    left = {one for row in TABLE for one in row.source if row.target not in (None, one)}
    assert set(State) - left == ENDED


@pytest.mark.parametrize(
    ("move", "actor", "ready", "at_intake", "after_appraisal"),
    [
        (Move.SUPPLEMENT_COMPLETE, HOA, {"round_state": RoundState.ANSWERED}, ACCEPTED, WORK),
        (
            Move.CLOSE_NOT_SUPPLEMENTED,
            LAN,
            {"round_state": RoundState.SENT, "closing_until": MONDAY, "today": TUESDAY},
            REJECTED,
            STOPPED,
        ),
        (Move.WITHDRAW, PAO, {}, WITHDRAWN, WITHDRAWN),
    ],
)
def test_the_stage_of_a_request_decides_where_its_end_leads(
    move: Move, actor: Actor, ready: dict[str, object], at_intake: State, after_appraisal: State
) -> None:
    asked = replace(SCENE, state=ASKED, **ready)
    assert decide(replace(asked, round_stage=Stage.INTAKE), move, actor) is at_intake
    assert decide(replace(asked, round_stage=Stage.APPRAISAL), move, actor) is after_appraisal


STEERED = [
    (Move.ASSIGN, HANH),
    (Move.RETURN_STEP, TUAN),
    (Move.RECALL, LONG),
    (Move.PROPOSE_SUPPLEMENT, TUAN),
    (Move.DRAFT_RESULT, TUAN),
]


@pytest.mark.parametrize(("move", "actor"), STEERED)
def test_a_step_allows_the_moves_it_names_and_without_names_all(move: Move, actor: Actor) -> None:
    others = frozenset(one.value for one, _ in STEERED if one is not move)
    assert decide(replace(SCENE, step_moves=frozenset({move.value})), move, actor) is WORK
    assert decide(replace(SCENE, step_moves=others), move, actor) == Refusal(Why.NOT_AT_STEP)
    assert decide(SCENE, move, actor) is WORK


def test_a_step_has_no_say_in_the_moves_that_follow_from_the_law() -> None:
    steered = replace(SCENE, step_moves=frozenset({"assign"}))
    assert decide(steered, Move.ADVANCE_STEP, TUAN) is WORK
    assert decide(steered, Move.WITHDRAW, PAO) is WITHDRAWN


def test_open_moves_are_all_the_moves_of_the_actor_with_what_stands_in_their_way() -> None:
    assert moves_open(replace(SCENE, paused=True, round_state=RoundState.APPROVED), HOA) == {
        Move.REQUEST_SUPPLEMENT: Refusal(Why.CLOCK_PAUSED)
    }
    assert moves_open(SCENE, TUAN) == {
        Move.ADVANCE_STEP: None,
        Move.RETURN_STEP: None,
        Move.JUDGE_PAPER: None,
        Move.OPEN_CONSULTATION: None,
        Move.WITHDRAW_CONSULTATION: None,
        Move.PROPOSE_SUPPLEMENT: None,
        Move.PROPOSE_EXTENSION: Refusal(Why.NO_DUE_DATE),
        Move.DRAFT_RESULT: None,
    }
    assert moves_open(replace(SCENE, state=STOPPED), LAN) == {}
