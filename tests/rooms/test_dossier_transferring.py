"""Non-boundary filing: any counter takes in, the competent side goes on, code and clock stay."""

from dataclasses import replace
from datetime import datetime

import pytest

from motcua.base.access import Actor
from motcua.base.clock import ZONE, local
from motcua.base.journal.reading import rows_of
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.commands import PaperHandedIn
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries.seeking import within_rights
from motcua.casework.dossiers.reckoning import calendar_of
from motcua.casework.dossiers.words import Move, Outcome, PaperForm, Relation, State, Transfer, Why
from motcua.reference.org import commands as org
from motcua.reference.org import queries as offices
from motcua.reference.org.models import Agency, Unit
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from motcua.reference.people.words import Identity
from tests.support.world import BEGAN, CODE, MAKER, World, build, ok

pytestmark = pytest.mark.django_db
MAY = Identity(full_name="Lý Thị Mẩy", personal_id="008190000482", phone="0912000318")


@pytest.fixture
def world() -> World:
    return build()


def on(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=ZONE)


def why(outcome: object) -> Why:
    assert isinstance(outcome, Refusal), outcome
    assert isinstance(outcome.why, Why)
    return outcome.why


def counter(world: World, name: str, code: str) -> Actor:
    """Found another commune with its counter, and give the officer there."""
    with_dates = {"valid_from": BEGAN.date(), "by": MAKER, "at": BEGAN}
    agency = org.found_agency(
        name=name,
        short_name="UBND",
        kind=AgencyKind.PEOPLES_COMMITTEE,
        tier=Tier.COMMUNE,
        code=code,
        province="tỉnh Tuyên Quang",
        place=name,
        **with_dates,
    )
    assert isinstance(agency, Agency)
    unit = org.set_up_unit(
        agency=agency, name=f"Trung tâm {name}", kind=UnitKind.COUNTER, code=code, **with_dates
    )
    assert isinstance(unit, Unit)
    org.serve(counter=unit, agency=agency, **with_dates)
    position = org.make_position(
        unit=unit, title=f"Công chức {name}", roles=[Role.RECEPTION_OFFICER], by=MAKER, at=BEGAN
    )
    staff = org.join(full_name=f"Công chức {name}", login=code, password=None, by=MAKER, at=BEGAN)
    org.appoint(staff=staff, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
    return replace(world.hoa, name=staff.full_name, person=staff.pk, unit=unit.pk, agency=agency.pk)


@pytest.fixture
def seo(world: World) -> Actor:
    return counter(world, "Lũng Cú", "H60.31")


@pytest.fixture
def far(world: World) -> Actor:
    return counter(world, "Sơn Dương", "H60.32")


def let(world: World) -> None:
    org.set_regulation(
        code="non_boundary",
        value=1,
        unit="switch",
        legal_basis="NĐ 118/2025/NĐ-CP, Điều 14",
        certainty="V",
        valid_from=BEGAN.date(),
        by=MAKER,
        at=world.at,
    )


def filed(world: World, by: Actor) -> Dossier | Refusal:
    papers = [
        PaperHandedIn(one.pk, PaperForm.ORIGINAL) for one in world.version.components.filter(required=True)
    ]
    return commands.receive_direct(
        procedure=CODE, agency_id=world.committee.pk, identity=MAY, papers=papers, by=by, at=world.at
    )


def sent(world: World, by: Actor) -> Dossier:
    dossier = ok(filed(world, by))
    return ok(commands.transfer_non_boundary(dossier_id=dossier.pk, note="Đủ.", by=by, at=on(2, 10)))


@pytest.mark.covers("T-03")
def test_without_the_dated_rule_another_counter_does_not_take_it_in(world: World, seo: Actor) -> None:
    assert seo.unit is not None
    assert why(filed(world, seo)) is Why.NOT_RECEIVED_HERE
    assert queries.procedures_served(seo.unit, "", world.at.date()) == []


@pytest.mark.covers("E-2", "T-03")
def test_any_counter_of_the_province_takes_in_by_the_rule(world: World, seo: Actor) -> None:
    let(world)
    assert seo.unit is not None
    assert [one.code for one in queries.procedures_served(seo.unit, "", world.at.date())] == [CODE]
    dossier = ok(filed(world, seo))
    assert dossier.code is not None and dossier.code.startswith("H60.31-260302-")
    assert (dossier.receiving_unit_id, dossier.competent_agency_id) == (seo.unit, world.committee.pk)
    assert (dossier.transfer, dossier.home_counter_id) == (Transfer.NEEDED, world.counter.pk)
    assert calendar_of(dossier) == offices.calendar_for(world.committee.pk, dossier.calendar_number)


@pytest.mark.covers("E-2", "T-26")
def test_code_and_clock_stay_and_the_control_slip_has_both_hands(world: World, seo: Actor) -> None:
    let(world)
    before = ok(filed(world, seo))
    act = {"dossier_id": before.pk}
    assert why(commands.forward(by=seo, at=on(2, 10), **act)) is Why.TRANSFER_FIRST
    ok(commands.transfer_non_boundary(note="Đủ.", by=seo, at=on(2, 10), **act))
    assert why(commands.forward(by=world.hoa, at=on(2, 11), **act)) is Why.TRANSFER_NOT_TAKEN
    ok(commands.take_transfer(by=world.hoa, at=on(2, 11), **act))
    after = ok(commands.forward(by=world.hoa, at=on(2, 11), **act))
    assert (after.code, after.due_at) == (before.code, before.due_at)
    assert (after.state, after.transfer) == (State.IN_PROCESS, Transfer.IN_PROCESS)
    stays = list(after.step_runs.order_by("seq").values_list("unit_id", "sent_by_id", "staff_id")[:2])
    assert stays == [(seo.unit, seo.person, seo.person), (world.counter.pk, seo.person, world.hoa.person)]
    assert [local(one.started_at).hour for one in after.step_runs.order_by("seq")] == [9, 10, 11]


@pytest.mark.covers("E-2")
def test_rights_follow_the_dossier_and_other_counters_see_nothing(
    world: World, seo: Actor, far: Actor
) -> None:
    let(world)
    dossier = ok(filed(world, seo))
    sees = lambda who: (  # noqa: E731
        Relation.COUNTER in queries.relations(who, dossier),
        within_rights(who).filter(pk=dossier.pk).exists(),
    )
    assert [sees(one) for one in (seo, world.hoa, far)] == [(True, True), (False, False), (False, False)]
    dossier = ok(commands.transfer_non_boundary(dossier_id=dossier.pk, by=seo, at=on(2, 10)))
    assert [sees(one) for one in (seo, world.hoa, far)] == [(True, True), (True, True), (False, False)]
    assert why(commands.take_transfer(dossier_id=dossier.pk, by=far, at=on(2, 11))) is Why.NOT_YOURS
    assert why(commands.take_transfer(dossier_id=dossier.pk, by=seo, at=on(2, 11))) is Why.NOT_YOURS


def test_the_one_that_acts_next_has_it_in_the_list(world: World, seo: Actor) -> None:
    let(world)
    waiting = lambda: [queries.count_waiting(one) for one in (seo, world.hoa)]  # noqa: E731
    dossier = ok(filed(world, seo))
    assert waiting() == [1, 0]
    assert queries.work_list(seo, at=world.at).rows[0].next_move is Move.TRANSFER
    ok(commands.transfer_non_boundary(dossier_id=dossier.pk, by=seo, at=on(2, 10)))
    assert waiting() == [0, 1]
    assert queries.work_list(world.hoa, at=on(2, 10)).rows[0].next_move is Move.TAKE_TRANSFER
    ok(commands.take_transfer(dossier_id=dossier.pk, by=world.hoa, at=on(2, 11)))
    assert queries.work_list(world.hoa, at=on(2, 11)).rows[0].next_move is Move.FORWARD


@pytest.mark.covers("E-2")
def test_the_result_is_handed_over_where_it_was_filed(world: World, seo: Actor) -> None:
    let(world)
    dossier = sent(world, seo)
    act = {"dossier_id": dossier.pk, "at": on(3)}
    ok(commands.take_transfer(by=world.hoa, **act))
    ok(commands.forward(by=world.hoa, **act))
    kind = world.version.results.get().pk
    ok(
        commands.draft_result(
            outcome=Outcome.GRANTED, result_type_id=kind, title="Giấy", by=world.tuan, **act
        )
    )
    ok(commands.advance_step(by=world.tuan, **act))
    ok(commands.advance_step(by=world.hanh, **act))
    ok(commands.approve_result(by=world.lan, **act))
    done = ok(commands.issue_result(by=world.son, **act))
    assert (done.transfer, done.handling_unit_id) == (Transfer.RESULT_RETURNED, seo.unit)
    handed = commands.hand_over_result(recipient="Lý Thị Mẩy", relation="Chủ hồ sơ", by=seo, **act)
    assert ok(handed).state == State.RESULT_RETURNED
    verbs = [row.verb for row in rows_of(f"dossier:{dossier.pk}")]
    assert verbs[:4] == [
        "dossier.accepted",
        "dossier.transferred",
        "dossier.transfer_taken",
        "dossier.forwarded",
    ]


def test_at_home_nothing_is_transferred(world: World) -> None:
    let(world)
    dossier = world.accepted()
    assert (dossier.transfer, dossier.home_counter) == (Transfer.NONE, None)
    outcome = commands.transfer_non_boundary(dossier_id=dossier.pk, by=world.hoa, at=world.at)
    assert why(outcome) is Why.NO_TRANSFER_NEEDED
    assert world.in_process().transfer == Transfer.NONE
