"""The transition matrix of one-stop practice: from where, by whom, to where."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from motcua.base.access import Actor
from motcua.casework.dossiers.words import (
    ExtensionState,
    Move,
    ResultState,
    RoundState,
    State,
    Transfer,
    Verdict,
)
from motcua.reference.org.words import Role
from tests.rules.dossiers import DUC, HANH, HOA, HOUSE, LAN, LINH, LONG, NGA, PAO, SON, THAO, TUAN, VAN, VU

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
