"""What stands in the way of a move whose turn it is, and how that is said."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from motcua.base.rooms import Refusal
from motcua.casework.dossiers.rules import complete_for_acceptance, decide
from motcua.casework.dossiers.words import (
    ExtensionState,
    Finance,
    Move,
    ResultState,
    RoundState,
    Transfer,
    Verdict,
    Why,
)
from motcua.reference.org.words import Role
from tests.rules.dossiers import CAST, HOA, LAN, SCENE, TUAN
from tests.rules.matrix import DONE, MATRIX, MONDAY, RETURNED, SUBMITTED, TUESDAY, Way

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


def test_the_first_hindrance_is_told_first() -> None:
    facts = replace(SCENE, state=SUBMITTED, missing_papers=("Tờ khai",), verdicts=(Verdict.FAILED,))
    assert decide(facts, Move.ACCEPT, HOA) == Refusal(Why.PAPERS_MISSING, {"papers": "Tờ khai"})


def test_a_complete_supplement_is_accepted_only_with_every_paper_there_and_passed() -> None:
    missing = replace(SCENE, missing_papers=("Tờ khai",), verdicts=(Verdict.FAILED,))
    assert complete_for_acceptance(missing) == Refusal(Why.PAPERS_MISSING, {"papers": "Tờ khai"})
    for verdict, why in ((Verdict.FAILED, Why.PAPERS_FAILED), (Verdict.UNSEEN, Why.PAPERS_NOT_JUDGED)):
        assert complete_for_acceptance(replace(SCENE, verdicts=(verdict,))) == Refusal(why, {"count": "1"})
    assert complete_for_acceptance(replace(SCENE, verdicts=(Verdict.PASSED,))) is None
