"""The transition matrix of one-stop practice: from where, by whom, to where, and what hinders it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from motcua.base.access import Actor
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.rules import ENDED, TABLE, complete_for_acceptance, decide, moves_open
from motcua.casework.dossiers.words import (
    ExtensionState,
    Finance,
    Move,
    ResultState,
    RoundState,
    Stage,
    State,
    Transfer,
    Verdict,
    Why,
)
from motcua.reference.org.words import Role
from tests.rules.dossiers import (
    CAST,
    DUC,
    HANH,
    HOA,
    HOUSE,
    LAN,
    LINH,
    LONG,
    NGA,
    PAO,
    SCENE,
    SON,
    THAO,
    TUAN,
    VAN,
    VU,
)

STATES = (None, *State)
DRAFT, SUBMITTED, ACCEPTED, REJECTED = State.DRAFT, State.SUBMITTED, State.ACCEPTED, State.REJECTED_AT_INTAKE
WORK, ASKED, PAYMENT = State.IN_PROCESS, State.SUPPLEMENT_REQUESTED, State.PAYMENT_REQUIRED
WITHDRAWN, STOPPED, DONE, RETURNED = State.WITHDRAWN, State.STOPPED, State.RESOLVED, State.RESULT_RETURNED
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


@dataclass(frozen=True)
class Way:
    """A move of the matrix with facts under which nothing hinders it: who makes it, from where, to where."""

    number: int
    move: Move
    by: frozenset[Actor]
    leads: dict[State | None, State]
    ready: dict[str, object] = field(default_factory=dict)


def way(
    number: int,
    move: Move,
    by: Iterable[Actor],
    leads: dict[State | None, State],
    **ready: object,
) -> Way:
    return Way(number, move, frozenset(by), leads, ready)


def stays(*states: State) -> dict[State | None, State]:
    return {state: state for state in states}


EXTENDABLE = {"due_on": TUESDAY, "extensions_most": 1, "extend_until": MONDAY, "today": MONDAY}
CLERKS_STEP = {"handling_role": Role.RECORDS_CLERK, "result": ResultState.APPROVED}

MATRIX = [
    way(1, Move.CREATE_DRAFT, {PAO, THAO}, {None: DRAFT}),
    way(1, Move.SAVE_DRAFT, {PAO}, stays(DRAFT)),
    way(1, Move.DISCARD_DRAFT, {PAO, HOUSE}, stays(DRAFT)),
    way(2, Move.SUBMIT_ONLINE, {PAO}, {DRAFT: SUBMITTED}),
    way(3, Move.RECEIVE_DIRECT, {HOA}, {None: ACCEPTED}),
    way(4, Move.ACCEPT, {HOA}, {SUBMITTED: ACCEPTED}, verdicts=(Verdict.PASSED,)),
    way(5, Move.REQUEST_SUPPLEMENT_AT_INTAKE, {HOA}, {SUBMITTED: ASKED}),
    way(6, Move.REFUSE_INTAKE, {HOA}, {SUBMITTED: REJECTED}),
    way(24, Move.TRANSFER, {HOA}, stays(ACCEPTED), transfer=Transfer.NEEDED),
    way(24, Move.TAKE_TRANSFER, {LINH}, stays(ACCEPTED), transfer=Transfer.WAITING),
    way(7, Move.FORWARD, {HOA}, {ACCEPTED: WORK}),
    way(7, Move.FORWARD, {LINH}, {ACCEPTED: WORK}, transfer=Transfer.RECEIVED),
    way(8, Move.ASSIGN, {HANH}, stays(WORK)),
    way(8, Move.ADVANCE_STEP, {TUAN}, stays(WORK)),
    way(8, Move.ADVANCE_STEP, {HANH}, stays(WORK), handling_role=Role.UNIT_HEAD),
    way(8, Move.ADVANCE_STEP, (), stays(WORK), handling_role=Role.AGENCY_LEADER),
    way(8, Move.ADVANCE_STEP, (), stays(WORK), handling_role=Role.RECORDS_CLERK),
    way(8, Move.RETURN_STEP, {TUAN}, stays(WORK)),
    way(8, Move.RETURN_STEP, {HANH}, stays(WORK), handling_role=Role.UNIT_HEAD),
    way(8, Move.RETURN_STEP, {LAN}, stays(WORK), handling_role=Role.AGENCY_LEADER),
    way(8, Move.RETURN_STEP, {SON}, stays(WORK), handling_role=Role.RECORDS_CLERK),
    way(8, Move.RECALL, {LONG}, stays(WORK)),
    way(9, Move.OPEN_CONSULTATION, {TUAN}, stays(WORK)),
    way(9, Move.ANSWER_CONSULTATION, {NGA}, stays(WORK, ASKED)),
    way(9, Move.WITHDRAW_CONSULTATION, {TUAN}, stays(WORK)),
    way(10, Move.FLAG_CONSULTEE_LATE, {HOUSE}, stays(WORK, ASKED)),
    way(11, Move.PROPOSE_SUPPLEMENT, {TUAN}, stays(WORK), supplement_until=MONDAY, today=MONDAY),
    way(11, Move.APPROVE_SUPPLEMENT, {LAN}, stays(WORK), round_state=RoundState.PROPOSED),
    way(11, Move.DECLINE_SUPPLEMENT, {LAN}, stays(WORK), round_state=RoundState.PROPOSED),
    way(11, Move.REQUEST_SUPPLEMENT, {HOA}, {WORK: ASKED}, round_state=RoundState.APPROVED),
    way(12, Move.ANSWER_SUPPLEMENT, {PAO, THAO}, stays(ASKED), round_state=RoundState.SENT),
    way(12, Move.ANSWER_SUPPLEMENT, {PAO, THAO}, stays(ASKED), round_state=RoundState.ANSWERED),
    way(12, Move.SUPPLEMENT_COMPLETE, {HOA}, {ASKED: WORK}, round_state=RoundState.ANSWERED),
    way(12, Move.SUPPLEMENT_COMPLETE, {HOA}, {ASKED: WORK}, round_state=RoundState.SENT),
    way(13, Move.SUPPLEMENT_PARTIAL, {HOA}, stays(ASKED), round_state=RoundState.ANSWERED),
    way(13, Move.SUPPLEMENT_PARTIAL, {HOA}, stays(ASKED), round_state=RoundState.SENT),
    way(
        14,
        Move.CLOSE_NOT_SUPPLEMENTED,
        {LAN},
        {ASKED: STOPPED},
        round_state=RoundState.SENT,
        closing_until=MONDAY,
        today=TUESDAY,
    ),
    way(
        17,
        Move.WITHDRAW,
        {PAO, VU},
        dict.fromkeys((SUBMITTED, ACCEPTED, WORK, ASKED, PAYMENT), WITHDRAWN),
    ),
    way(18, Move.STOP, {LAN}, dict.fromkeys((ACCEPTED, WORK, ASKED, PAYMENT), STOPPED)),
    way(19, Move.PROPOSE_EXTENSION, {TUAN}, stays(WORK), **EXTENDABLE),
    way(19, Move.PROPOSE_EXTENSION, {HANH}, stays(WORK), **EXTENDABLE, handling_role=Role.UNIT_HEAD),
    way(19, Move.DECLINE_EXTENSION, {LAN}, stays(WORK), extension=ExtensionState.PROPOSED),
    way(19, Move.APOLOGISE_AND_EXTEND, {LAN}, stays(WORK), **EXTENDABLE),
    way(20, Move.DRAFT_RESULT, {TUAN}, stays(WORK), verdicts=(Verdict.FAILED, Verdict.PASSED)),
    way(
        21,
        Move.APPROVE_RESULT,
        {LAN},
        stays(WORK),
        handling_role=Role.AGENCY_LEADER,
        result=ResultState.DRAFTED,
    ),
    way(20, Move.REFUSE_ON_MERITS, {SON}, {WORK: DONE}, **CLERKS_STEP),
    way(21, Move.ISSUE_RESULT, {SON}, {WORK: DONE}, **CLERKS_STEP),
    way(22, Move.HAND_OVER_RESULT, {HOA}, {DONE: RETURNED, RETURNED: RETURNED}, result_ready=True),
    way(
        22,
        Move.HAND_OVER_RESULT,
        {HOA, HOUSE},
        {DONE: RETURNED, RETURNED: RETURNED},
        result_ready=True,
        electronic_result=True,
    ),
    way(23, Move.DRAFT_CORRECTION, {DUC}, stays(DONE, RETURNED)),
    way(
        23,
        Move.APPROVE_CORRECTION,
        {LAN},
        stays(DONE, RETURNED),
        correction=ResultState.DRAFTED,
    ),
    way(
        23,
        Move.ISSUE_CORRECTION,
        {SON, VAN},
        stays(DONE, RETURNED),
        correction=ResultState.APPROVED,
    ),
]


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


ASKING = [RoundState.PROPOSED, RoundState.APPROVED, RoundState.SENT, RoundState.ANSWERED]
HINDERED = [
    (
        Move.SUBMIT_ONLINE,
        {"missing_papers": ("Tờ khai",)},
        Refusal(Why.PAPERS_MISSING, {"papers": "Tờ khai"}),
    ),
    (Move.SUBMIT_ONLINE, {"finance": Finance.DUE}, Refusal(Why.FEE_UNPAID)),
    (
        Move.RECEIVE_DIRECT,
        {"missing_papers": ("Tờ khai", "Giấy chứng sinh")},
        Refusal(Why.PAPERS_MISSING, {"papers": "Tờ khai; Giấy chứng sinh"}),
    ),
    (Move.RECEIVE_DIRECT, {"finance": Finance.WAITING}, Refusal(Why.FEE_UNPAID)),
    (Move.ACCEPT, {"missing_papers": ("Tờ khai",)}, Refusal(Why.PAPERS_MISSING, {"papers": "Tờ khai"})),
    (
        Move.ACCEPT,
        {"verdicts": (Verdict.UNSEEN, Verdict.PASSED, Verdict.UNSEEN)},
        Refusal(Why.PAPERS_NOT_JUDGED, {"count": "2"}),
    ),
    (
        Move.ACCEPT,
        {"verdicts": (Verdict.FAILED, Verdict.UNSEEN)},
        Refusal(Why.PAPERS_FAILED, {"count": "1"}),
    ),
    (Move.REQUEST_SUPPLEMENT_AT_INTAKE, {"rounds_at_intake": 1}, Refusal(Why.SUPPLEMENT_ALREADY_ASKED)),
    *[
        (Move.TRANSFER, {"transfer": held}, Refusal(Why.NO_TRANSFER_NEEDED))
        for held in (Transfer.NONE, Transfer.WAITING, Transfer.RECEIVED)
    ],
    *[
        (Move.TAKE_TRANSFER, {"transfer": held}, Refusal(Why.NO_TRANSFER_NEEDED))
        for held in (Transfer.RECEIVED, Transfer.IN_PROCESS, Transfer.RESULT_RETURNED)
    ],
    (Move.FORWARD, {"transfer": Transfer.NEEDED}, Refusal(Why.TRANSFER_FIRST)),
    (Move.FORWARD, {"transfer": Transfer.WAITING}, Refusal(Why.TRANSFER_NOT_TAKEN)),
    (Move.FORWARD, {"has_next_step": False}, Refusal(Why.NO_NEXT_STEP)),
    (Move.ASSIGN, {"result": ResultState.APPROVED}, Refusal(Why.RESULT_ALREADY_APPROVED)),
    *[(Move.ADVANCE_STEP, {"round_state": asked}, Refusal(Why.SUPPLEMENT_OPEN)) for asked in ASKING],
    (Move.ADVANCE_STEP, {"shares_open": 2}, Refusal(Why.SHARE_OPEN, {"count": "2"})),
    (Move.ADVANCE_STEP, {"has_next_step": False}, Refusal(Why.NO_NEXT_STEP)),
    (Move.ADVANCE_STEP, {"officer_step_reached": True}, Refusal(Why.NO_RESULT)),
    (Move.RETURN_STEP, {"has_step_before": False}, Refusal(Why.NO_STEP_BEFORE)),
    (Move.RECALL, {"next_acted": True}, Refusal(Why.ALREADY_ACTED_ON)),
    (Move.OPEN_CONSULTATION, {"result": ResultState.ISSUED}, Refusal(Why.RESULT_ALREADY_APPROVED)),
    (Move.WITHDRAW_CONSULTATION, {"consulted_open": frozenset()}, Refusal(Why.NO_CONSULTATION)),
    (Move.FLAG_CONSULTEE_LATE, {"consulted_open": frozenset()}, Refusal(Why.NO_CONSULTATION)),
    *[(Move.PROPOSE_SUPPLEMENT, {"round_state": asked}, Refusal(Why.SUPPLEMENT_OPEN)) for asked in ASKING],
    (Move.PROPOSE_SUPPLEMENT, {"result": ResultState.APPROVED}, Refusal(Why.RESULT_ALREADY_APPROVED)),
    (
        Move.PROPOSE_SUPPLEMENT,
        {"supplement_until": MONDAY, "today": TUESDAY},
        Refusal(Why.SUPPLEMENT_TOO_LATE, {"until": "02/03/2026"}),
    ),
    *[
        (move, {"round_state": asked}, Refusal(Why.SUPPLEMENT_NOT_ANSWERED))
        for move in (Move.APPROVE_SUPPLEMENT, Move.DECLINE_SUPPLEMENT)
        for asked in (None, RoundState.APPROVED, RoundState.SENT, RoundState.COMPLETE)
    ],
    (
        Move.REQUEST_SUPPLEMENT,
        {"round_state": RoundState.PROPOSED},
        Refusal(Why.SUPPLEMENT_NOT_ANSWERED),
    ),
    (Move.REQUEST_SUPPLEMENT, {"paused": True}, Refusal(Why.CLOCK_PAUSED)),
    *[
        (move, {"round_state": asked}, Refusal(Why.SUPPLEMENT_NOT_ANSWERED))
        for move in (Move.ANSWER_SUPPLEMENT, Move.SUPPLEMENT_COMPLETE, Move.SUPPLEMENT_PARTIAL)
        for asked in (None, RoundState.PROPOSED, RoundState.COMPLETE)
    ],
    (Move.SUPPLEMENT_COMPLETE, {"items_open": 3}, Refusal(Why.ITEMS_NOT_TICKED, {"count": "3"})),
    (
        Move.CLOSE_NOT_SUPPLEMENTED,
        {"round_state": RoundState.ANSWERED},
        Refusal(Why.SUPPLEMENT_NOT_ANSWERED),
    ),
    (Move.CLOSE_NOT_SUPPLEMENTED, {"closing_until": None}, Refusal(Why.NO_CLOSING_RULE)),
    (Move.CLOSE_NOT_SUPPLEMENTED, {"today": None}, Refusal(Why.NO_CLOSING_RULE)),
    (
        Move.CLOSE_NOT_SUPPLEMENTED,
        {"today": MONDAY},
        Refusal(Why.STILL_AWAITED, {"until": "02/03/2026"}),
    ),
    (Move.WITHDRAW, {"result": ResultState.ISSUED}, Refusal(Why.RESULT_ALREADY_APPROVED)),
    (Move.STOP, {"accepted": False}, Refusal(Why.NOT_ACCEPTED_YET)),
    (Move.STOP, {"result": ResultState.APPROVED}, Refusal(Why.RESULT_ALREADY_APPROVED)),
    (
        Move.PROPOSE_EXTENSION,
        {"extension": ExtensionState.PROPOSED},
        Refusal(Why.EXTENSION_PROPOSED),
    ),
    *[
        (move, blocked, why)
        for move in (Move.PROPOSE_EXTENSION, Move.APOLOGISE_AND_EXTEND)
        for blocked, why in (
            ({"due_on": None}, Refusal(Why.NO_DUE_DATE)),
            ({"extensions_most": None}, Refusal(Why.NO_EXTENSION_RULE)),
            ({"extend_until": None}, Refusal(Why.NO_EXTENSION_RULE)),
            ({"today": None}, Refusal(Why.NO_EXTENSION_RULE)),
            ({"extensions_made": 1}, Refusal(Why.ALREADY_EXTENDED, {"most": "1"})),
            ({"today": TUESDAY}, Refusal(Why.EXTENSION_TOO_LATE, {"until": "02/03/2026"})),
        )
    ],
    *[
        (Move.DECLINE_EXTENSION, {"extension": held}, Refusal(Why.NO_EXTENSION_PROPOSED))
        for held in (None, ExtensionState.GRANTED, ExtensionState.DECLINED)
    ],
    (Move.APOLOGISE_AND_EXTEND, {"paused": True}, Refusal(Why.CLOCK_PAUSED)),
    *[(Move.DRAFT_RESULT, {"round_state": asked}, Refusal(Why.SUPPLEMENT_OPEN)) for asked in ASKING],
    (Move.DRAFT_RESULT, {"result": ResultState.APPROVED}, Refusal(Why.RESULT_ALREADY_APPROVED)),
    (
        Move.DRAFT_RESULT,
        {"verdicts": (Verdict.PASSED, Verdict.UNSEEN)},
        Refusal(Why.PAPERS_NOT_JUDGED, {"count": "1"}),
    ),
    *[(Move.APPROVE_RESULT, {"round_state": asked}, Refusal(Why.SUPPLEMENT_OPEN)) for asked in ASKING],
    (Move.APPROVE_RESULT, {"result": None}, Refusal(Why.NO_RESULT)),
    (Move.APPROVE_RESULT, {"result": ResultState.APPROVED}, Refusal(Why.RESULT_ALREADY_APPROVED)),
    *[
        (move, {"result": held}, Refusal(Why.RESULT_NOT_APPROVED))
        for move in (Move.ISSUE_RESULT, Move.REFUSE_ON_MERITS)
        for held in (None, ResultState.DRAFTED)
    ],
    (Move.DRAFT_CORRECTION, {"correction": ResultState.APPROVED}, Refusal(Why.CORRECTION_APPROVED)),
    *[
        (Move.APPROVE_CORRECTION, {"correction": held}, Refusal(Why.NO_CORRECTION))
        for held in (None, ResultState.APPROVED, ResultState.ISSUED)
    ],
    *[
        (Move.ISSUE_CORRECTION, {"correction": held}, Refusal(Why.CORRECTION_NOT_APPROVED))
        for held in (None, ResultState.DRAFTED, ResultState.ISSUED)
    ],
]


def ways_of(move: Move) -> Iterable[Way]:
    return (way for way in MATRIX if way.move is move)


@pytest.mark.parametrize(("move", "blocked", "why"), HINDERED, ids=lambda part: str(part)[:60])
def test_what_hinders_a_move_is_said_with_its_figures(
    move: Move, blocked: dict[str, object], why: Refusal
) -> None:
    for way in ways_of(move):
        for state in way.leads:
            facts = replace(SCENE, **{**way.ready, "state": state, **blocked})
            people = [actor for actor in CAST if decide(facts, move, actor) != Refusal(Why.NOT_YOURS)]
            assert all(decide(facts, move, actor) == why for actor in people), way
    first = next(iter(ways_of(move)))
    facts = replace(SCENE, **{**first.ready, "state": next(iter(first.leads)), **blocked})
    assert why in [decide(facts, move, actor) for actor in CAST]


def test_a_result_already_returned_is_handed_over_again_only_when_another_is_ready() -> None:
    returned = replace(SCENE, state=RETURNED)
    assert decide(returned, Move.HAND_OVER_RESULT, HOA) == Refusal(Why.NOTHING_TO_HAND_OVER)
    assert decide(replace(returned, state=DONE), Move.HAND_OVER_RESULT, HOA) is RETURNED


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


@pytest.mark.parametrize(
    ("move", "drafted", "ready"),
    [
        (
            Move.APPROVE_RESULT,
            "result_drafter",
            {"handling_role": Role.AGENCY_LEADER, "result": ResultState.DRAFTED},
        ),
        (
            Move.APPROVE_CORRECTION,
            "correction_drafter",
            {"state": RETURNED, "correction": ResultState.DRAFTED},
        ),
    ],
)
def test_nobody_signs_what_they_drafted_whoever_they_stand_in_for(
    move: Move, drafted: str, ready: dict[str, object]
) -> None:
    facts = replace(SCENE, **ready)
    own = replace(facts, **{drafted: LAN.person})
    assert decide(own, move, LAN) == Refusal(Why.OWN_DRAFT)
    assert decide(own, move, replace(LAN, on_behalf_of=TUAN.person)) == Refusal(Why.OWN_DRAFT)
    assert decide(replace(facts, **{drafted: TUAN.person}), move, LAN) is facts.state
    unnamed = replace(LAN, person=None, on_behalf_of=LAN.person)
    assert decide(facts, move, unnamed) is facts.state


def test_a_hindrance_of_the_matter_is_told_before_the_own_draft() -> None:
    facts = replace(
        SCENE,
        handling_role=Role.AGENCY_LEADER,
        result=ResultState.DRAFTED,
        result_drafter=LAN.person,
        round_state=RoundState.PROPOSED,
    )
    assert decide(facts, Move.APPROVE_RESULT, LAN) == Refusal(Why.SUPPLEMENT_OPEN)


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


def test_the_first_hindrance_is_told_first() -> None:
    facts = replace(SCENE, state=SUBMITTED, missing_papers=("Tờ khai",), verdicts=(Verdict.FAILED,))
    assert decide(facts, Move.ACCEPT, HOA) == Refusal(Why.PAPERS_MISSING, {"papers": "Tờ khai"})


def test_a_complete_supplement_is_accepted_only_with_every_paper_there_and_passed() -> None:
    missing = replace(SCENE, missing_papers=("Tờ khai",), verdicts=(Verdict.FAILED,))
    assert complete_for_acceptance(missing) == Refusal(Why.PAPERS_MISSING, {"papers": "Tờ khai"})
    for verdict, why in ((Verdict.FAILED, Why.PAPERS_FAILED), (Verdict.UNSEEN, Why.PAPERS_NOT_JUDGED)):
        assert complete_for_acceptance(replace(SCENE, verdicts=(verdict,))) == Refusal(why, {"count": "1"})
    assert complete_for_acceptance(replace(SCENE, verdicts=(Verdict.PASSED,))) is None


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
