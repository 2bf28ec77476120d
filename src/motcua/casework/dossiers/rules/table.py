"""The transition table of one-stop practice, and what follows from it.

Rows carry the number of the national transition matrix (NĐ 61/2018/NĐ-CP Điều 16–20 as practised; the limits
themselves are dated parameters). Whatever is not in the table is refused.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.rules import guards
from motcua.casework.dossiers.rules.facts import Facts
from motcua.casework.dossiers.rules.guards import Guard
from motcua.casework.dossiers.rules.parties import is_party
from motcua.casework.dossiers.words import Move, Party, RoundState, Stage, State, Why
from motcua.reference.catalogue.words import StepMove


class Transition(NamedTuple):
    """One row of the table: number, move, from, to (None keeps the state), who, and guards."""

    number: int
    move: Move
    source: frozenset[State | None]
    target: State | None
    party: Party
    guards: tuple[Guard, ...] = ()


def _at(*states: State | None) -> frozenset[State | None]:
    return frozenset(states)


_S = State
TABLE: tuple[Transition, ...] = (
    Transition(1, Move.CREATE_DRAFT, _at(None), _S.DRAFT, Party.OWNER),
    Transition(1, Move.SAVE_DRAFT, _at(_S.DRAFT), None, Party.OWNER),
    Transition(1, Move.DISCARD_DRAFT, _at(_S.DRAFT), None, Party.DISCARDER),
    Transition(
        2,
        Move.SUBMIT_ONLINE,
        _at(_S.DRAFT),
        _S.SUBMITTED,
        Party.OWNER,
        (guards.papers_present, guards.fee_settled),
    ),
    Transition(
        3,
        Move.RECEIVE_DIRECT,
        _at(None),
        _S.ACCEPTED,
        Party.COUNTER,
        (guards.papers_present, guards.fee_settled),
    ),
    Transition(
        4,
        Move.ACCEPT,
        _at(_S.SUBMITTED),
        _S.ACCEPTED,
        Party.COUNTER,
        (guards.papers_present, guards.papers_passed),
    ),
    Transition(
        5,
        Move.REQUEST_SUPPLEMENT_AT_INTAKE,
        _at(_S.SUBMITTED),
        _S.SUPPLEMENT_REQUESTED,
        Party.COUNTER,
        (guards.first_request_at_intake,),
    ),
    Transition(6, Move.REFUSE_INTAKE, _at(_S.SUBMITTED), _S.REJECTED_AT_INTAKE, Party.COUNTER),
    Transition(
        24,
        Move.TRANSFER,
        _at(_S.ACCEPTED),
        None,
        Party.COUNTER,
        (guards.transfer_needed,),
    ),
    Transition(
        24,
        Move.TAKE_TRANSFER,
        _at(_S.ACCEPTED),
        None,
        Party.HOME_COUNTER,
        (guards.transfer_waits,),
    ),
    Transition(
        7,
        Move.FORWARD,
        _at(_S.ACCEPTED),
        _S.IN_PROCESS,
        Party.SENDING_COUNTER,
        (guards.at_home, guards.next_step),
    ),
    Transition(8, Move.ASSIGN, _at(_S.IN_PROCESS), None, Party.HEAD, (guards.result_not_approved,)),
    Transition(
        8,
        Move.ADVANCE_STEP,
        _at(_S.IN_PROCESS),
        None,
        Party.FORWARDER,
        (guards.no_open_round, guards.shares_done, guards.next_step, guards.result_if_appraised),
    ),
    Transition(8, Move.RETURN_STEP, _at(_S.IN_PROCESS), None, Party.HANDLER, (guards.step_before,)),
    Transition(8, Move.RECALL, _at(_S.IN_PROCESS), None, Party.SENDER, (guards.next_has_not_acted,)),
    Transition(8, Move.JUDGE_PAPER, _at(_S.SUBMITTED, _S.SUPPLEMENT_REQUESTED), None, Party.COUNTER),
    Transition(8, Move.JUDGE_PAPER, _at(_S.IN_PROCESS), None, Party.OFFICER),
    Transition(
        9,
        Move.OPEN_CONSULTATION,
        _at(_S.IN_PROCESS),
        None,
        Party.OFFICER,
        (guards.result_not_approved,),
    ),
    Transition(
        9,
        Move.ANSWER_CONSULTATION,
        _at(_S.IN_PROCESS, _S.SUPPLEMENT_REQUESTED),
        None,
        Party.CONSULTED,
    ),
    Transition(
        9,
        Move.WITHDRAW_CONSULTATION,
        _at(_S.IN_PROCESS),
        None,
        Party.OFFICER,
        (guards.consultation_open,),
    ),
    Transition(
        10,
        Move.FLAG_CONSULTEE_LATE,
        _at(_S.IN_PROCESS, _S.SUPPLEMENT_REQUESTED),
        None,
        Party.HOUSE,
        (guards.consultation_open,),
    ),
    Transition(
        11,
        Move.PROPOSE_SUPPLEMENT,
        _at(_S.IN_PROCESS),
        None,
        Party.OFFICER,
        (guards.no_open_round, guards.result_not_approved, guards.in_time_for_supplement),
    ),
    Transition(
        11,
        Move.APPROVE_SUPPLEMENT,
        _at(_S.IN_PROCESS),
        None,
        Party.LEADER,
        (guards.round_is(RoundState.PROPOSED),),
    ),
    Transition(
        11,
        Move.DECLINE_SUPPLEMENT,
        _at(_S.IN_PROCESS),
        None,
        Party.LEADER,
        (guards.round_is(RoundState.PROPOSED),),
    ),
    Transition(
        11,
        Move.REQUEST_SUPPLEMENT,
        _at(_S.IN_PROCESS),
        _S.SUPPLEMENT_REQUESTED,
        Party.COUNTER,
        (
            guards.round_is(RoundState.APPROVED),
            guards.clock_runs,
        ),
    ),
    Transition(
        12,
        Move.ANSWER_SUPPLEMENT,
        _at(_S.SUPPLEMENT_REQUESTED),
        None,
        Party.OWNER,
        (guards.round_is(RoundState.SENT, RoundState.ANSWERED),),
    ),
    Transition(
        12,
        Move.SUPPLEMENT_COMPLETE,
        _at(_S.SUPPLEMENT_REQUESTED),
        _S.IN_PROCESS,
        Party.COUNTER,
        (guards.round_is(RoundState.ANSWERED, RoundState.SENT), guards.every_item_ticked),
    ),
    Transition(
        13,
        Move.SUPPLEMENT_PARTIAL,
        _at(_S.SUPPLEMENT_REQUESTED),
        None,
        Party.COUNTER,
        (guards.round_is(RoundState.ANSWERED, RoundState.SENT),),
    ),
    Transition(
        19,
        Move.PROPOSE_EXTENSION,
        _at(_S.IN_PROCESS),
        None,
        Party.FORWARDER,
        (guards.no_extension_proposed, guards.extension_allowed),
    ),
    Transition(
        19,
        Move.DECLINE_EXTENSION,
        _at(_S.IN_PROCESS),
        None,
        Party.LEADER,
        (guards.extension_proposed,),
    ),
    Transition(
        19,
        Move.APOLOGISE_AND_EXTEND,
        _at(_S.IN_PROCESS),
        None,
        Party.LEADER,
        (guards.extension_allowed, guards.clock_runs),
    ),
    Transition(
        14,
        Move.CLOSE_NOT_SUPPLEMENTED,
        _at(_S.SUPPLEMENT_REQUESTED),
        _S.STOPPED,
        Party.LEADER,
        (guards.round_is(RoundState.SENT), guards.supplement_period_over),
    ),
    Transition(
        18,
        Move.STOP,
        _at(_S.ACCEPTED, _S.IN_PROCESS, _S.SUPPLEMENT_REQUESTED, _S.PAYMENT_REQUIRED),
        _S.STOPPED,
        Party.LEADER,
        (guards.accepted, guards.result_not_approved),
    ),
    Transition(
        17,
        Move.WITHDRAW,
        _at(_S.SUBMITTED, _S.ACCEPTED, _S.IN_PROCESS, _S.SUPPLEMENT_REQUESTED, _S.PAYMENT_REQUIRED),
        _S.WITHDRAWN,
        Party.WITHDRAWER,
        (guards.result_not_approved,),
    ),
    Transition(
        20,
        Move.DRAFT_RESULT,
        _at(_S.IN_PROCESS),
        None,
        Party.OFFICER,
        (guards.no_open_round, guards.result_not_approved, guards.papers_judged),
    ),
    Transition(
        21,
        Move.APPROVE_RESULT,
        _at(_S.IN_PROCESS),
        None,
        Party.SIGNER,
        (guards.no_open_round, guards.result_drafted, guards.result_not_approved),
    ),
    Transition(
        20, Move.REFUSE_ON_MERITS, _at(_S.IN_PROCESS), _S.RESOLVED, Party.CLERK, (guards.result_approved,)
    ),
    Transition(
        21, Move.ISSUE_RESULT, _at(_S.IN_PROCESS), _S.RESOLVED, Party.CLERK, (guards.result_approved,)
    ),
    Transition(22, Move.HAND_OVER_RESULT, _at(_S.RESOLVED), _S.RESULT_RETURNED, Party.RETURNER),
    # A result that replaces one already returned is handed over too; the state stays.
    Transition(
        22,
        Move.HAND_OVER_RESULT,
        _at(_S.RESULT_RETURNED),
        None,
        Party.RETURNER,
        (guards.result_ready,),
    ),
    Transition(
        23,
        Move.DRAFT_CORRECTION,
        _at(_S.RESOLVED, _S.RESULT_RETURNED),
        None,
        Party.CORRECTOR,
        (guards.correction_not_approved,),
    ),
    Transition(
        23,
        Move.APPROVE_CORRECTION,
        _at(_S.RESOLVED, _S.RESULT_RETURNED),
        None,
        Party.LEADER,
        (guards.correction_drafted,),
    ),
    Transition(
        23,
        Move.ISSUE_CORRECTION,
        _at(_S.RESOLVED, _S.RESULT_RETURNED),
        None,
        Party.AGENCY_CLERK,
        (guards.correction_approved,),
    ),
)

# What the approved route of a procedure may forbid at a step; naming nothing, it forbids nothing.
STEERED = frozenset(Move(move.value) for move in StepMove)
# Who drafted what a move puts a name to: somebody else answers for it, whoever stands in for whom.
_SIGNED: Mapping[Move, Callable[[Facts], UUID | None]] = {
    Move.APPROVE_RESULT: lambda facts: facts.result_drafter,
    Move.APPROVE_CORRECTION: lambda facts: facts.correction_drafter,
}
# Where a move leads when the supplement was asked before acceptance.
_AT_INTAKE = {
    Move.SUPPLEMENT_COMPLETE: State.ACCEPTED,
    Move.CLOSE_NOT_SUPPLEMENTED: State.REJECTED_AT_INTAKE,
}
ENDED = _at(_S.REJECTED_AT_INTAKE, _S.WITHDRAWN, _S.STOPPED, _S.RESULT_RETURNED)


def decide(facts: Facts, move: Move, actor: Actor) -> State | Refusal:
    """Give the state after a move, or the reason why it is refused."""
    rows = [row for row in TABLE if row.move is move and facts.state in row.source]
    if not rows:
        return Refusal(Why.NOT_OPEN)
    row = next((row for row in rows if is_party(row.party, facts, actor)), None)
    if row is None:
        return Refusal(Why.NOT_YOURS)
    refusal = _hindrance(row, facts, actor)
    if refusal is not None:
        return refusal
    if facts.round_stage is Stage.INTAKE and move in _AT_INTAKE:
        return _AT_INTAKE[move]
    after = facts.state if row.target is None else row.target
    assert after is not None, "a move that makes a dossier names its first state"
    return after


def _hindrance(row: Transition, facts: Facts, actor: Actor) -> Refusal | None:
    """Say what stands in the way of a row of the table for one who is its party."""
    if facts.step_moves and row.move in STEERED and row.move not in facts.step_moves:
        return Refusal(Why.NOT_AT_STEP)
    refusal = next((found for guard in row.guards if (found := guard(facts))), None)
    if refusal is not None:
        return refusal
    drafter = _SIGNED[row.move](facts) if row.move in _SIGNED else None
    return Refusal(Why.OWN_DRAFT) if drafter is not None and drafter == actor.person else None


def complete_for_acceptance(facts: Facts) -> Refusal | None:
    """Say what still stands in the way of accepting a dossier whose supplement has come."""
    return guards.papers_present(facts) or guards.papers_passed(facts)


def moves_open(facts: Facts, actor: Actor) -> dict[Move, Refusal | None]:
    """Give every move that the actor is a party to now, with what still stands in its way."""
    open_moves: dict[Move, Refusal | None] = {}
    for row in TABLE:
        if facts.state in row.source and is_party(row.party, facts, actor):
            outcome = decide(facts, row.move, actor)
            open_moves[row.move] = outcome if isinstance(outcome, Refusal) else None
    return open_moves
