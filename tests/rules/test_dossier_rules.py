"""The transition table: nothing else is possible, and each guard says why."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.access import NOBODY, Actor, Kind
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.rules import ENDED, TABLE, Facts, decide, may, moves_open, relations
from motcua.casework.dossiers.sentences import MOVES, REFUSALS, STATES
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

COUNTER, DIVISION, ELSEWHERE = (UUID(int=n) for n in (1, 2, 3))
AGENCY, CENTRE = UUID(int=11), UUID(int=12)
OWNER = Actor(Kind.MEMBER, "Giàng A Páo", person=UUID(int=21))
STRANGER = Actor(Kind.MEMBER, "Sùng Thị Mỷ", person=UUID(int=22))


def official(role: Role, unit: UUID, agency: UUID, number: int) -> Actor:
    return Actor(
        Kind.STAFF, role.name, person=UUID(int=number), unit=unit, agency=agency, roles=frozenset({role})
    )


HOA = official(Role.RECEPTION_OFFICER, COUNTER, CENTRE, 31)
TUAN = official(Role.CASE_OFFICER, DIVISION, AGENCY, 32)
HANH = official(Role.UNIT_HEAD, DIVISION, AGENCY, 33)
LAN = official(Role.AGENCY_LEADER, DIVISION, AGENCY, 34)
SON = official(Role.RECORDS_CLERK, DIVISION, AGENCY, 35)
MINH = official(Role.AUDITOR, ELSEWHERE, ELSEWHERE, 36)
FAR = official(Role.CASE_OFFICER, ELSEWHERE, ELSEWHERE, 37)
EVERYBODY = (NOBODY, OWNER, STRANGER, HOA, TUAN, HANH, LAN, SON, MINH, FAR)

WAITING = Facts(State.SUBMITTED, owner=OWNER.person, receiving_unit=COUNTER, competent_agency=AGENCY)
AT_OFFICER = replace(
    WAITING,
    state=State.IN_PROCESS,
    handling_unit=DIVISION,
    handling_role=Role.CASE_OFFICER,
    officer_step_reached=True,
)


def at(role: Role, **more: object) -> Facts:
    return replace(AT_OFFICER, handling_role=role, **more)


@given(
    st.sampled_from([None, *State]),
    st.sampled_from(Move),
    st.sampled_from(EVERYBODY),
    st.sampled_from([None, *ResultState]),
    st.sampled_from([None, *RoundState]),
)
def test_whatever_is_not_in_the_table_is_refused(
    state: State | None, move: Move, actor: Actor, result: ResultState | None, asked: RoundState | None
) -> None:
    facts = replace(AT_OFFICER, state=state, result=result, round_state=asked)
    outcome = decide(facts, move, actor)
    if not any(row.move is move and state in row.source for row in TABLE):
        assert outcome == Refusal(Why.NOT_OPEN)


@given(st.sampled_from(sorted(ENDED, key=int)), st.sampled_from(Move), st.sampled_from(EVERYBODY))
def test_an_ended_dossier_stays_ended(state: State, move: Move, actor: Actor) -> None:
    assert isinstance(decide(replace(AT_OFFICER, state=state), move, actor), Refusal)


@given(st.sampled_from(State), st.sampled_from(Move))
def test_nobody_unknown_ever_moves_a_dossier(state: State, move: Move) -> None:
    assert isinstance(decide(replace(AT_OFFICER, state=state), move, NOBODY), Refusal)


@pytest.mark.parametrize(
    ("facts", "move", "actor", "after"),
    [
        (replace(WAITING, state=State.DRAFT), Move.SUBMIT_ONLINE, OWNER, State.SUBMITTED),
        (replace(WAITING, verdicts=(Verdict.PASSED,)), Move.ACCEPT, HOA, State.ACCEPTED),
        (WAITING, Move.REQUEST_SUPPLEMENT_AT_INTAKE, HOA, State.SUPPLEMENT_REQUESTED),
        (WAITING, Move.REFUSE_INTAKE, HOA, State.REJECTED_AT_INTAKE),
        (replace(WAITING, state=State.ACCEPTED), Move.FORWARD, HOA, State.IN_PROCESS),
        (replace(AT_OFFICER, result=ResultState.DRAFTED), Move.ADVANCE_STEP, TUAN, State.IN_PROCESS),
        (at(Role.UNIT_HEAD, result=ResultState.DRAFTED), Move.ADVANCE_STEP, HANH, State.IN_PROCESS),
        (at(Role.AGENCY_LEADER, result=ResultState.DRAFTED), Move.APPROVE_RESULT, LAN, State.IN_PROCESS),
        (at(Role.RECORDS_CLERK, result=ResultState.APPROVED), Move.ISSUE_RESULT, SON, State.RESOLVED),
        (at(Role.RECORDS_CLERK, result=ResultState.APPROVED), Move.REFUSE_ON_MERITS, SON, State.RESOLVED),
        (
            replace(AT_OFFICER, round_state=RoundState.PROPOSED),
            Move.APPROVE_SUPPLEMENT,
            LAN,
            State.IN_PROCESS,
        ),
        (
            replace(AT_OFFICER, round_state=RoundState.APPROVED),
            Move.REQUEST_SUPPLEMENT,
            HOA,
            State.SUPPLEMENT_REQUESTED,
        ),
        (replace(WAITING, state=State.RESOLVED), Move.HAND_OVER_RESULT, HOA, State.RESULT_RETURNED),
        (replace(AT_OFFICER), Move.WITHDRAW, OWNER, State.WITHDRAWN),
    ],
)
def test_a_move_in_the_table_leads_where_it_says(
    facts: Facts, move: Move, actor: Actor, after: State
) -> None:
    assert decide(facts, move, actor) is after


@pytest.mark.parametrize(
    ("facts", "move", "actor", "why"),
    [
        (replace(WAITING, missing_papers=("Giấy chứng sinh",)), Move.ACCEPT, HOA, Why.PAPERS_MISSING),
        (replace(WAITING, verdicts=(Verdict.UNSEEN,)), Move.ACCEPT, HOA, Why.PAPERS_NOT_JUDGED),
        (replace(WAITING, verdicts=(Verdict.FAILED,)), Move.ACCEPT, HOA, Why.PAPERS_FAILED),
        (replace(WAITING, state=State.DRAFT, finance=Finance.DUE), Move.SUBMIT_ONLINE, OWNER, Why.FEE_UNPAID),
        (
            replace(WAITING, rounds_at_intake=1),
            Move.REQUEST_SUPPLEMENT_AT_INTAKE,
            HOA,
            Why.SUPPLEMENT_ALREADY_ASKED,
        ),
        (AT_OFFICER, Move.ADVANCE_STEP, TUAN, Why.NO_RESULT),
        (replace(AT_OFFICER, round_state=RoundState.PROPOSED), Move.DRAFT_RESULT, TUAN, Why.SUPPLEMENT_OPEN),
        (
            replace(AT_OFFICER, supplement_until=date(2026, 3, 5), today=date(2026, 3, 6)),
            Move.PROPOSE_SUPPLEMENT,
            TUAN,
            Why.SUPPLEMENT_TOO_LATE,
        ),
        (at(Role.RECORDS_CLERK, result=ResultState.DRAFTED), Move.ISSUE_RESULT, SON, Why.RESULT_NOT_APPROVED),
        (replace(AT_OFFICER, result=ResultState.APPROVED), Move.WITHDRAW, OWNER, Why.RESULT_ALREADY_APPROVED),
        (replace(AT_OFFICER, sender=HOA.person, next_acted=True), Move.RECALL, HOA, Why.ALREADY_ACTED_ON),
        (replace(WAITING), Move.ACCEPT, TUAN, Why.NOT_YOURS),
        (replace(AT_OFFICER), Move.DRAFT_RESULT, FAR, Why.NOT_YOURS),
        (replace(AT_OFFICER, holder=UUID(int=99)), Move.DRAFT_RESULT, TUAN, Why.NOT_YOURS),
    ],
)
def test_a_guard_says_why(facts: Facts, move: Move, actor: Actor, why: Why) -> None:
    outcome = decide(facts, move, actor)
    assert isinstance(outcome, Refusal)
    assert outcome.why is why


def test_a_complete_supplement_at_intake_leads_to_acceptance_and_after_appraisal_back_to_work() -> None:
    asked = replace(AT_OFFICER, state=State.SUPPLEMENT_REQUESTED, round_state=RoundState.ANSWERED)
    for stage, after in ((Stage.INTAKE, State.ACCEPTED), (Stage.APPRAISAL, State.IN_PROCESS)):
        assert decide(replace(asked, round_stage=stage), Move.SUPPLEMENT_COMPLETE, HOA) is after


def test_only_an_electronic_result_returns_by_itself() -> None:
    done = replace(WAITING, state=State.RESOLVED)
    house = Actor(Kind.SYSTEM, "dossiers")
    assert (
        decide(replace(done, electronic_result=True), Move.HAND_OVER_RESULT, house) is State.RESULT_RETURNED
    )
    assert decide(done, Move.HAND_OVER_RESULT, house) == Refusal(Why.NOT_YOURS)


def test_open_moves_are_those_of_the_actor_with_what_stands_in_the_way() -> None:
    found = moves_open(AT_OFFICER, TUAN)
    assert found[Move.DRAFT_RESULT] is None
    assert found[Move.ADVANCE_STEP] == Refusal(Why.NO_RESULT)
    assert Move.APPROVE_RESULT not in found


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        (NOBODY, set()),
        (STRANGER, set()),
        (FAR, set()),
        (OWNER, {Relation.OWN}),
        (HOA, {Relation.COUNTER}),
        (TUAN, {Relation.ASSIGNED}),
        (HANH, {Relation.SUPERVISING}),
        (LAN, {Relation.SUPERVISING}),
        (SON, set()),
        (MINH, {Relation.INSPECTING}),
    ],
)
def test_rights_follow_from_the_relation_alone(actor: Actor, expected: set[Relation]) -> None:
    assert relations(AT_OFFICER, actor) == expected
    assert may(AT_OFFICER, actor, "read") is bool(expected)


def test_nobody_but_its_owner_sees_a_draft() -> None:
    draft = replace(WAITING, state=State.DRAFT)
    assert [actor for actor in EVERYBODY if may(draft, actor, "read")] == [OWNER]


def test_who_had_a_dossier_may_still_read_it() -> None:
    assert SON.person is not None
    assert may(replace(AT_OFFICER, took_part=frozenset({SON.person})), SON, "read")


def test_every_state_refusal_and_move_of_officials_has_words() -> None:
    assert set(STATES) == set(State)
    assert set(REFUSALS) == set(Why)
    citizens = (Party.OWNER, Party.WITHDRAWER, Party.DISCARDER)
    own = {row.move for row in TABLE if row.party not in citizens and None not in row.source}
    assert own <= set(MOVES)
