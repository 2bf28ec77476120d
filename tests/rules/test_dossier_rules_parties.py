"""Who stands how to a dossier: by relation alone, never because two things are both unknown."""

from dataclasses import replace
from uuid import UUID

import pytest

from motcua.base.access import Actor, Kind
from motcua.casework.dossiers.rules import RIGHTS, Facts, is_party, may, relations
from motcua.casework.dossiers.words import Party, Relation, ResultState, State, Transfer
from motcua.reference.org.words import Role
from motcua.reference.people.words import Power
from tests.rules.dossiers import (
    AGENCY,
    CAST,
    CENTRE,
    CONSULTED,
    COUNTER,
    DIVISION,
    DUC,
    HANH,
    HOA,
    HOME,
    HOUSE,
    LAN,
    LINH,
    LONG,
    MINH,
    MY,
    NGA,
    PAO,
    SCENE,
    SON,
    THAO,
    TUAN,
    VAN,
    VU,
    official,
)

OWN, REPRESENTING, AT_COUNTER, ASSIGNED, TOOK_PART, ASKED, SUPERVISING, INSPECTING = Relation
DRAFT = replace(SCENE, state=State.DRAFT)


def parties(facts: Facts, party: Party) -> set[Actor]:
    return {actor for actor in CAST if is_party(party, facts, actor)}


@pytest.mark.parametrize(
    ("party", "people"),
    [
        (Party.OWNER, {PAO, THAO}),
        (Party.WITHDRAWER, {PAO, VU}),
        (Party.DISCARDER, {PAO, THAO, HOUSE}),
        (Party.COUNTER, {HOA}),
        (Party.HOME_COUNTER, set()),
        (Party.SENDING_COUNTER, {HOA}),
        (Party.HANDLER, {TUAN}),
        (Party.OFFICER, {TUAN}),
        (Party.HEAD, {HANH}),
        (Party.LEADER, {LAN}),
        (Party.FORWARDER, {TUAN}),
        (Party.SIGNER, set()),
        (Party.CLERK, set()),
        (Party.SENDER, {LONG}),
        (Party.RETURNER, {HOA}),
        (Party.CORRECTOR, {DUC}),
        (Party.CONSULTED, {NGA}),
        (Party.HOUSE, {HOUSE}),
        (Party.AGENCY_CLERK, {SON, VAN}),
    ],
)
def test_each_party_is_somebody_of_their_own(party: Party, people: set[Actor]) -> None:
    assert parties(SCENE, party) == people


@pytest.mark.parametrize(
    ("role", "handler", "more"),
    [
        (Role.CASE_OFFICER, TUAN, {Party.OFFICER, Party.FORWARDER}),
        (Role.UNIT_HEAD, HANH, {Party.FORWARDER}),
        (Role.AGENCY_LEADER, LAN, {Party.SIGNER}),
        (Role.RECORDS_CLERK, SON, {Party.CLERK}),
    ],
)
def test_the_role_of_the_step_says_who_handles_it_and_as_what(
    role: Role, handler: Actor, more: set[Party]
) -> None:
    facts = replace(SCENE, handling_role=role)
    handling = (Party.HANDLER, Party.OFFICER, Party.FORWARDER, Party.SIGNER, Party.CLERK)
    for party in handling:
        assert parties(facts, party) == ({handler} if party in {Party.HANDLER, *more} else set()), party


def test_what_one_holds_no_other_of_the_unit_handles_but_who_stands_in_for_them() -> None:
    held = replace(SCENE, holder=TUAN.person)
    colleague = official("a colleague", Role.CASE_OFFICER, DIVISION, AGENCY, 99)
    assert parties(held, Party.HANDLER) == {TUAN}
    assert is_party(Party.HANDLER, SCENE, colleague)
    assert not is_party(Party.HANDLER, held, colleague)
    assert is_party(Party.HANDLER, held, replace(colleague, on_behalf_of=TUAN.person))


def test_who_stands_in_for_the_sender_recalls_as_they_would() -> None:
    assert is_party(Party.SENDER, SCENE, replace(SON, on_behalf_of=LONG.person))
    assert not is_party(Party.SENDER, replace(SCENE, sender=None), LONG)


UNPLACED = {"unit": None, "agency": None}


@pytest.mark.parametrize(
    ("party", "actor", "unknown"),
    [
        (Party.COUNTER, HOA, {"receiving_unit": None}),
        (Party.HOME_COUNTER, LINH, {"home_counter": None, "transfer": Transfer.WAITING}),
        (Party.HANDLER, TUAN, {"handling_unit": None}),
        (Party.HEAD, HANH, {"handling_unit": None}),
        (Party.LEADER, LAN, {"competent_agency": None}),
        (Party.CORRECTOR, DUC, {"officers_unit": None}),
        (Party.AGENCY_CLERK, SON, {"competent_agency": None}),
        (Party.OWNER, PAO, {"owner": None}),
    ],
)
def test_nobody_is_a_party_because_both_sides_are_unknown(
    party: Party, actor: Actor, unknown: dict[str, object]
) -> None:
    nowhere = replace(actor, **UNPLACED, person=None if party is Party.OWNER else actor.person)
    assert not is_party(party, replace(SCENE, **unknown), nowhere)
    assert not is_party(party, SCENE, nowhere)


@pytest.mark.parametrize("party", [Party.OWNER, Party.WITHDRAWER, Party.DISCARDER])
def test_an_official_with_the_number_of_a_member_is_not_that_member(party: Party) -> None:
    for member in (PAO, THAO, VU):
        assert not is_party(party, SCENE, replace(member, kind=Kind.STAFF))


def test_a_member_with_the_place_of_an_official_handles_nothing() -> None:
    assert not is_party(Party.HANDLER, SCENE, replace(TUAN, kind=Kind.MEMBER))


def test_a_draft_belongs_to_its_maker_until_it_is_handed_in() -> None:
    by_thao = replace(DRAFT, submitter=THAO.person)
    assert parties(by_thao, Party.OWNER) == {THAO}
    assert parties(replace(by_thao, state=State.SUBMITTED), Party.OWNER) == {PAO, THAO}
    assert parties(replace(DRAFT, submitter=PAO.person), Party.OWNER) == {PAO}
    assert parties(replace(DRAFT, submitter=MY.person), Party.OWNER) == set()
    assert parties(by_thao, Party.DISCARDER) == {THAO, HOUSE}


def test_the_owner_is_not_their_own_representative() -> None:
    assert PAO.person is not None
    facts = replace(SCENE, represented_by={PAO.person: frozenset(Power)})
    assert relations(facts, PAO) == {OWN}


@pytest.mark.parametrize(
    ("transfer", "counter"),
    [
        (Transfer.NONE, HOA),
        (Transfer.NEEDED, HOA),
        (Transfer.WAITING, LINH),
        (Transfer.RECEIVED, LINH),
        (Transfer.IN_PROCESS, LINH),
        (Transfer.RESULT_RETURNED, LINH),
    ],
)
def test_a_dossier_filed_elsewhere_goes_on_from_the_counter_at_home(
    transfer: Transfer, counter: Actor
) -> None:
    facts = replace(SCENE, transfer=transfer)
    assert parties(facts, Party.SENDING_COUNTER) == {counter}
    assert parties(facts, Party.HOME_COUNTER) == ({LINH} if counter is LINH else set())
    assert parties(facts, Party.COUNTER) == {HOA}
    assert (AT_COUNTER in relations(facts, LINH)) is (counter is LINH)


@pytest.mark.parametrize("role", Role)
def test_an_opinion_is_given_by_officers_heads_and_leaders(role: Role) -> None:
    asked = official("somebody asked", role, CONSULTED, AGENCY, 98)
    answers = role in (Role.CASE_OFFICER, Role.UNIT_HEAD, Role.AGENCY_LEADER)
    assert is_party(Party.CONSULTED, SCENE, asked) is answers
    assert (ASKED in relations(SCENE, asked)) is answers


def test_who_has_answered_may_still_read_but_not_answer_again() -> None:
    answered = replace(SCENE, consulted_open=frozenset())
    assert not is_party(Party.CONSULTED, answered, NGA)
    assert relations(answered, NGA) == {ASKED}


def test_an_electronic_result_is_returned_by_the_house_too() -> None:
    assert parties(replace(SCENE, electronic_result=True), Party.RETURNER) == {HOA, HOUSE}


RELATIONS = {
    PAO: {OWN},
    THAO: {REPRESENTING},
    VU: {REPRESENTING},
    HOA: {AT_COUNTER},
    TUAN: {ASSIGNED},
    HANH: {SUPERVISING},
    LAN: {SUPERVISING},
    NGA: {ASKED},
    MINH: {INSPECTING},
}


def test_rights_follow_from_the_relation_and_from_nothing_else() -> None:
    assert {actor: relations(SCENE, actor) for actor in CAST} == {
        actor: RELATIONS.get(actor, set()) for actor in CAST
    }


def test_a_draft_is_nobodys_but_its_makers() -> None:
    unsent = replace(DRAFT, handling_unit=None, consulted=frozenset())
    assert {actor: found for actor in CAST if (found := relations(unsent, actor))} == {PAO: {OWN}}


def test_the_head_of_the_counter_supervises_what_it_received() -> None:
    head = official("the head of the counter", Role.ONE_STOP_HEAD, COUNTER, CENTRE, 97)
    assert relations(SCENE, head) == {SUPERVISING}
    assert relations(SCENE, replace(head, unit=HOME)) == set()
    assert relations(SCENE, replace(head, agency=None)) == set()
    assert relations(SCENE, replace(head, kind=Kind.MEMBER)) == set()
    assert relations(SCENE, replace(LAN, agency=CENTRE)) == set()


@pytest.mark.parametrize("state", [None, *ResultState])
def test_a_correction_waiting_is_for_who_drafts_and_who_numbers_it(state: ResultState | None) -> None:
    facts = replace(SCENE, state=State.RESULT_RETURNED, correction=state, handling_unit=None)
    found = {actor for actor in CAST if ASSIGNED in relations(facts, actor)}
    assert found == ({DUC, SON, VAN} if state in (ResultState.DRAFTED, ResultState.APPROVED) else set())


def test_who_took_part_and_who_stands_in_for_them_may_read() -> None:
    assert LONG.person is not None
    facts = replace(SCENE, took_part=frozenset({LONG.person}))
    assert relations(facts, LONG) == {TOOK_PART}
    assert relations(facts, replace(LONG, person=UUID(int=96), on_behalf_of=LONG.person)) == {TOOK_PART}


READERS = {*RELATIONS}


@pytest.mark.parametrize(
    ("verb", "readers"),
    [
        ("read", READERS),
        ("read_file", READERS),
        ("read_slip", READERS),
        ("read_looks", {PAO, THAO, VU, MINH}),
        ("read_journal", {MINH}),
    ],
)
def test_each_reading_act_has_its_readers(verb: str, readers: set[Actor]) -> None:
    assert {actor for actor in CAST if may(SCENE, actor, verb)} == readers


def test_who_took_part_reads_what_they_worked_on_but_not_who_looked() -> None:
    assert LONG.person is not None
    facts = replace(SCENE, took_part=frozenset({LONG.person}))
    assert {verb for verb in RIGHTS if may(facts, LONG, verb)} == {"read", "read_file", "read_slip"}
