"""What may happen to a dossier: the transition table of one-stop practice, and its guards.

Rows carry the number of the national transition matrix (NĐ 61/2018/NĐ-CP Điều 16–20 as practised; the limits
themselves are dated parameters). Whatever is not in the table is refused.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from motcua.base.access import Actor, Kind
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.words import (
    Finance,
    Move,
    Party,
    Relation,
    ResultState,
    RoundState,
    Stage,
    State,
    Verdict,
    Why,
)
from motcua.reference.org.words import Role
from motcua.reference.people.words import Power


@dataclass(frozen=True)
class Facts:
    """All that a decision about one dossier needs, read under its lock."""

    state: State | None
    owner: UUID | None = None
    submitter: UUID | None = None
    represented_by: Mapping[UUID, frozenset[Power]] = field(default_factory=dict)
    receiving_unit: UUID | None = None
    receiving_agency: UUID | None = None
    competent_agency: UUID | None = None
    handling_unit: UUID | None = None
    handling_role: str = ""
    holder: UUID | None = None
    took_part: frozenset[UUID] = frozenset()
    sender: UUID | None = None
    next_acted: bool = False
    verdicts: tuple[Verdict, ...] = ()
    missing_papers: tuple[str, ...] = ()
    finance: Finance = Finance.NONE
    electronic_result: bool = False
    round_state: RoundState | None = None
    round_stage: Stage | None = None
    rounds_at_intake: int = 0
    items_open: int = 0
    result: ResultState | None = None
    supplement_until: date | None = None
    today: date | None = None
    officer_step_reached: bool = False
    has_next_step: bool = True
    has_step_before: bool = True


Guard = Callable[[Facts], Refusal | None]


class Transition(NamedTuple):
    """One row of the table: number, move, from, to (None keeps the state), who, and guards."""

    number: int
    move: Move
    source: frozenset[State | None]
    target: State | None
    party: Party
    guards: tuple[Guard, ...] = ()


def _papers_present(facts: Facts) -> Refusal | None:
    if facts.missing_papers:
        return Refusal(Why.PAPERS_MISSING, {"papers": "; ".join(facts.missing_papers)})
    return None


def _papers_judged(facts: Facts) -> Refusal | None:
    unseen = facts.verdicts.count(Verdict.UNSEEN)
    return Refusal(Why.PAPERS_NOT_JUDGED, {"count": str(unseen)}) if unseen else None


def _papers_passed(facts: Facts) -> Refusal | None:
    failed = facts.verdicts.count(Verdict.FAILED)
    return Refusal(Why.PAPERS_FAILED, {"count": str(failed)}) if failed else _papers_judged(facts)


def _fee_settled(facts: Facts) -> Refusal | None:
    return Refusal(Why.FEE_UNPAID) if facts.finance in (Finance.DUE, Finance.WAITING) else None


def _first_request_at_intake(facts: Facts) -> Refusal | None:
    return Refusal(Why.SUPPLEMENT_ALREADY_ASKED) if facts.rounds_at_intake else None


def _no_open_round(facts: Facts) -> Refusal | None:
    open_states = (RoundState.PROPOSED, RoundState.APPROVED, RoundState.SENT, RoundState.ANSWERED)
    return Refusal(Why.SUPPLEMENT_OPEN) if facts.round_state in open_states else None


def _round(state: RoundState, *others: RoundState) -> Guard:
    def guard(facts: Facts) -> Refusal | None:
        return None if facts.round_state in (state, *others) else Refusal(Why.SUPPLEMENT_NOT_ANSWERED)

    return guard


def _in_time_for_supplement(facts: Facts) -> Refusal | None:
    if facts.supplement_until and facts.today and facts.today > facts.supplement_until:
        return Refusal(Why.SUPPLEMENT_TOO_LATE, {"until": facts.supplement_until.strftime("%d/%m/%Y")})
    return None


def _every_item_ticked(facts: Facts) -> Refusal | None:
    return Refusal(Why.ITEMS_NOT_TICKED, {"count": str(facts.items_open)}) if facts.items_open else None


def _result_drafted(facts: Facts) -> Refusal | None:
    return None if facts.result else Refusal(Why.NO_RESULT)


def _result_if_appraised(facts: Facts) -> Refusal | None:
    return _result_drafted(facts) if facts.officer_step_reached else None


def _result_approved(facts: Facts) -> Refusal | None:
    return None if facts.result is ResultState.APPROVED else Refusal(Why.RESULT_NOT_APPROVED)


def _result_not_approved(facts: Facts) -> Refusal | None:
    approved = facts.result in (ResultState.APPROVED, ResultState.ISSUED)
    return Refusal(Why.RESULT_ALREADY_APPROVED) if approved else None


def _next_step(facts: Facts) -> Refusal | None:
    return None if facts.has_next_step else Refusal(Why.NO_NEXT_STEP)


def _step_before(facts: Facts) -> Refusal | None:
    return None if facts.has_step_before else Refusal(Why.NO_STEP_BEFORE)


def _next_has_not_acted(facts: Facts) -> Refusal | None:
    return Refusal(Why.ALREADY_ACTED_ON) if facts.next_acted else None


def _at(*states: State | None) -> frozenset[State | None]:
    return frozenset(states)


_S = State
TABLE: tuple[Transition, ...] = (
    Transition(1, Move.CREATE_DRAFT, _at(None), _S.DRAFT, Party.OWNER),
    Transition(1, Move.SAVE_DRAFT, _at(_S.DRAFT), None, Party.OWNER),
    Transition(1, Move.DISCARD_DRAFT, _at(_S.DRAFT), None, Party.DISCARDER),
    Transition(
        2, Move.SUBMIT_ONLINE, _at(_S.DRAFT), _S.SUBMITTED, Party.OWNER, (_papers_present, _fee_settled)
    ),
    Transition(
        3, Move.RECEIVE_DIRECT, _at(None), _S.ACCEPTED, Party.COUNTER, (_papers_present, _fee_settled)
    ),
    Transition(
        4, Move.ACCEPT, _at(_S.SUBMITTED), _S.ACCEPTED, Party.COUNTER, (_papers_present, _papers_passed)
    ),
    Transition(
        5,
        Move.REQUEST_SUPPLEMENT_AT_INTAKE,
        _at(_S.SUBMITTED),
        _S.SUPPLEMENT_REQUESTED,
        Party.COUNTER,
        (_first_request_at_intake,),
    ),
    Transition(6, Move.REFUSE_INTAKE, _at(_S.SUBMITTED), _S.REJECTED_AT_INTAKE, Party.COUNTER),
    Transition(7, Move.FORWARD, _at(_S.ACCEPTED), _S.IN_PROCESS, Party.COUNTER, (_next_step,)),
    Transition(8, Move.ASSIGN, _at(_S.IN_PROCESS), None, Party.HEAD, (_result_not_approved,)),
    Transition(
        8,
        Move.ADVANCE_STEP,
        _at(_S.IN_PROCESS),
        None,
        Party.FORWARDER,
        (_no_open_round, _next_step, _result_if_appraised),
    ),
    Transition(8, Move.RETURN_STEP, _at(_S.IN_PROCESS), None, Party.HANDLER, (_step_before,)),
    Transition(8, Move.RECALL, _at(_S.IN_PROCESS), None, Party.SENDER, (_next_has_not_acted,)),
    Transition(8, Move.JUDGE_PAPER, _at(_S.SUBMITTED, _S.SUPPLEMENT_REQUESTED), None, Party.COUNTER),
    Transition(8, Move.JUDGE_PAPER, _at(_S.IN_PROCESS), None, Party.OFFICER),
    Transition(
        11,
        Move.PROPOSE_SUPPLEMENT,
        _at(_S.IN_PROCESS),
        None,
        Party.OFFICER,
        (_no_open_round, _result_not_approved, _in_time_for_supplement),
    ),
    Transition(
        11, Move.APPROVE_SUPPLEMENT, _at(_S.IN_PROCESS), None, Party.LEADER, (_round(RoundState.PROPOSED),)
    ),
    Transition(
        11, Move.DECLINE_SUPPLEMENT, _at(_S.IN_PROCESS), None, Party.LEADER, (_round(RoundState.PROPOSED),)
    ),
    Transition(
        11,
        Move.REQUEST_SUPPLEMENT,
        _at(_S.IN_PROCESS),
        _S.SUPPLEMENT_REQUESTED,
        Party.COUNTER,
        (_round(RoundState.APPROVED),),
    ),
    Transition(
        12,
        Move.ANSWER_SUPPLEMENT,
        _at(_S.SUPPLEMENT_REQUESTED),
        None,
        Party.OWNER,
        (_round(RoundState.SENT, RoundState.ANSWERED),),
    ),
    Transition(
        12,
        Move.SUPPLEMENT_COMPLETE,
        _at(_S.SUPPLEMENT_REQUESTED),
        _S.IN_PROCESS,
        Party.COUNTER,
        (_round(RoundState.ANSWERED, RoundState.SENT), _every_item_ticked),
    ),
    Transition(
        13,
        Move.SUPPLEMENT_PARTIAL,
        _at(_S.SUPPLEMENT_REQUESTED),
        None,
        Party.COUNTER,
        (_round(RoundState.ANSWERED, RoundState.SENT),),
    ),
    Transition(
        17,
        Move.WITHDRAW,
        _at(_S.SUBMITTED, _S.ACCEPTED, _S.IN_PROCESS, _S.SUPPLEMENT_REQUESTED, _S.PAYMENT_REQUIRED),
        _S.WITHDRAWN,
        Party.WITHDRAWER,
        (_result_not_approved,),
    ),
    Transition(
        20,
        Move.DRAFT_RESULT,
        _at(_S.IN_PROCESS),
        None,
        Party.OFFICER,
        (_no_open_round, _result_not_approved, _papers_judged),
    ),
    Transition(
        21,
        Move.APPROVE_RESULT,
        _at(_S.IN_PROCESS),
        None,
        Party.SIGNER,
        (_no_open_round, _result_drafted, _result_not_approved),
    ),
    Transition(20, Move.REFUSE_ON_MERITS, _at(_S.IN_PROCESS), _S.RESOLVED, Party.CLERK, (_result_approved,)),
    Transition(21, Move.ISSUE_RESULT, _at(_S.IN_PROCESS), _S.RESOLVED, Party.CLERK, (_result_approved,)),
    Transition(22, Move.HAND_OVER_RESULT, _at(_S.RESOLVED), _S.RESULT_RETURNED, Party.RETURNER),
)

ENDED = _at(_S.REJECTED_AT_INTAKE, _S.WITHDRAWN, _S.STOPPED, _S.RESULT_RETURNED)


def decide(facts: Facts, move: Move, actor: Actor) -> State | Refusal:
    """Give the state after a move, or the reason why it is refused."""
    rows = [row for row in TABLE if row.move is move and facts.state in row.source]
    if not rows:
        return Refusal(Why.NOT_OPEN)
    row = next((row for row in rows if is_party(row.party, facts, actor)), None)
    if row is None:
        return Refusal(Why.NOT_YOURS)
    for guard in row.guards:
        refusal = guard(facts)
        if refusal is not None:
            return refusal
    if move is Move.SUPPLEMENT_COMPLETE and facts.round_stage is Stage.INTAKE:
        return State.ACCEPTED
    after = facts.state if row.target is None else row.target
    assert after is not None, "a move that makes a dossier names its first state"
    return after


def complete_for_acceptance(facts: Facts) -> Refusal | None:
    """Say what still stands in the way of accepting a dossier whose supplement has come."""
    return _papers_present(facts) or _papers_passed(facts)


def moves_open(facts: Facts, actor: Actor) -> dict[Move, Refusal | None]:
    """Give every move that the actor is a party to now, with what still stands in its way."""
    open_moves: dict[Move, Refusal | None] = {}
    for row in TABLE:
        if facts.state in row.source and is_party(row.party, facts, actor):
            outcome = decide(facts, row.move, actor)
            open_moves[row.move] = outcome if isinstance(outcome, Refusal) else None
    return open_moves


def is_party(party: Party, facts: Facts, actor: Actor) -> bool:
    """Tell whether the actor is the one who makes such a move on this dossier."""
    return _PARTIES[party](facts, actor)


def _is_owner(facts: Facts, actor: Actor) -> bool:
    """Tell whether it is the owner; a draft that somebody else makes for them is not theirs yet."""
    own = actor.kind is Kind.MEMBER and actor.person is not None and actor.person == facts.owner
    return own and (facts.state is not State.DRAFT or facts.submitter in (None, facts.owner))


def _represents(facts: Facts, actor: Actor, power: Power | None = None) -> bool:
    """Tell whether somebody acts for the owner by a right that holds today; a draft is its maker's alone."""
    if actor.kind is not Kind.MEMBER or actor.person is None or actor.person == facts.owner:
        return False
    if facts.state is State.DRAFT and actor.person != facts.submitter:
        return False
    powers = facts.represented_by.get(actor.person, frozenset())
    return power in powers if power else bool(powers)


def _acts_as_owner(power: Power) -> Callable[[Facts, Actor], bool]:
    return lambda facts, actor: _is_owner(facts, actor) or _represents(facts, actor, power)


def _is_counter(facts: Facts, actor: Actor) -> bool:
    return actor.has(Role.RECEPTION_OFFICER) and actor.unit is not None and actor.unit == facts.receiving_unit


def _is_handler(facts: Facts, actor: Actor) -> bool:
    return (
        actor.kind is Kind.STAFF
        and actor.unit is not None
        and actor.unit == facts.handling_unit
        and actor.has(facts.handling_role)
        and facts.holder in (None, actor.person)
    )


def _handles_as(*roles: Role) -> Callable[[Facts, Actor], bool]:
    return lambda facts, actor: facts.handling_role in roles and _is_handler(facts, actor)


def _is_head(facts: Facts, actor: Actor) -> bool:
    return actor.has(Role.UNIT_HEAD) and actor.unit is not None and actor.unit == facts.handling_unit


def _is_leader(facts: Facts, actor: Actor) -> bool:
    return (
        actor.has(Role.AGENCY_LEADER) and actor.agency is not None and actor.agency == facts.competent_agency
    )


def _is_sender(facts: Facts, actor: Actor) -> bool:
    return actor.kind is Kind.STAFF and actor.person is not None and actor.person == facts.sender


def _is_returner(facts: Facts, actor: Actor) -> bool:
    # An electronic result counts as returned on delivery to its owner's store, without anybody's hand.
    return _is_counter(facts, actor) or (actor.kind is Kind.SYSTEM and facts.electronic_result)


def _is_discarder(facts: Facts, actor: Actor) -> bool:
    # The house deletes a draft by itself when its time is over.
    return actor.kind is Kind.SYSTEM or _acts_as_owner(Power.FILE)(facts, actor)


_PARTIES: dict[Party, Callable[[Facts, Actor], bool]] = {
    Party.OWNER: _acts_as_owner(Power.FILE),
    Party.DISCARDER: _is_discarder,
    Party.WITHDRAWER: _acts_as_owner(Power.WITHDRAW),
    Party.COUNTER: _is_counter,
    Party.HANDLER: _is_handler,
    Party.OFFICER: _handles_as(Role.CASE_OFFICER),
    Party.HEAD: _is_head,
    Party.LEADER: _is_leader,
    Party.FORWARDER: _handles_as(Role.CASE_OFFICER, Role.UNIT_HEAD),
    Party.SIGNER: _handles_as(Role.AGENCY_LEADER),
    Party.CLERK: _handles_as(Role.RECORDS_CLERK),
    Party.SENDER: _is_sender,
    Party.RETURNER: _is_returner,
}


def relations(facts: Facts, actor: Actor) -> frozenset[Relation]:
    """Give how the actor stands to the dossier."""
    found = {
        Relation.OWN: _is_owner(facts, actor),
        Relation.REPRESENTING: _represents(facts, actor),
        Relation.COUNTER: facts.state is not State.DRAFT and _is_counter(facts, actor),
        Relation.ASSIGNED: _is_handler(facts, actor),
        Relation.TOOK_PART: actor.kind is Kind.STAFF and actor.person in facts.took_part,
        Relation.SUPERVISING: facts.state is not State.DRAFT and _supervises(facts, actor),
        Relation.INSPECTING: facts.state is not State.DRAFT and actor.has(Role.AUDITOR),
    }
    return frozenset(relation for relation, holds in found.items() if holds)


def _supervises(facts: Facts, actor: Actor) -> bool:
    if actor.kind is not Kind.STAFF or actor.agency is None:
        return False
    if actor.has(Role.AGENCY_LEADER) and actor.agency == facts.competent_agency:
        return True
    if actor.has(Role.ONE_STOP_HEAD) and actor.unit == facts.receiving_unit:
        return True
    return _is_head(facts, actor)


_EVERYBODY_CONCERNED = frozenset(Relation)
RIGHTS: dict[str, frozenset[Relation]] = {
    "read": _EVERYBODY_CONCERNED,
    "read_file": _EVERYBODY_CONCERNED,
    "read_slip": _EVERYBODY_CONCERNED,
    "read_looks": frozenset({Relation.OWN, Relation.REPRESENTING, Relation.INSPECTING}),
    "read_journal": frozenset({Relation.INSPECTING}),
}


def may(facts: Facts, actor: Actor, verb: str) -> bool:
    """Tell whether the actor may do a reading act, by relation alone."""
    return not RIGHTS[verb].isdisjoint(relations(facts, actor))
