"""A dossier walks along the route under which it was accepted, by the ways that officers choose."""

from dataclasses import replace
from datetime import timedelta

import pytest

from motcua.base.clock import local
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.facts import facts_of
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import Move, Outcome, Why
from motcua.reference.catalogue.commands.routing import approve_route, open_route, revise_route
from motcua.reference.catalogue.models import Route
from motcua.reference.catalogue.queries import steps_of
from motcua.reference.catalogue.rules.routes import PutStep, PutWays, RouteChange, ShiftStep
from motcua.reference.catalogue.words import RouteWhy, StepMove, Way, WayKind
from motcua.reference.org import commands as org
from motcua.reference.org.models import Position, Unit
from motcua.reference.org.words import Role, UnitKind
from tests.support.world import MAKER, World, build, ok

pytestmark = pytest.mark.django_db

# The steps of the world's route: counter, officer, head, leader, clerk.
OFFICER, HEAD, LEADER = "b2", "b3", "b4"
PARTING = PutWays(
    OFFICER,
    (
        Way(HEAD, WayKind.CHOICE, "seen", "Trưởng phòng xem trước"),
        Way(LEADER, WayKind.CHOICE, "straight", "Trình ký ngay"),
    ),
)


@pytest.fixture
def world() -> World:
    return build()


def approved(world: World, *changes: RouteChange) -> Route:
    like = world.version.routes.get(founding=True)
    route = open_route(version_id=world.version.pk, like=like.pk, by=MAKER, at=world.at)
    for change in changes:
        assert isinstance(route, Route), route
        route = revise_route(route_id=route.pk, change=change, seen=route.revision, by=MAKER, at=world.at)
    assert isinstance(route, Route), route
    on = local(world.at).date()
    done = approve_route(
        route_id=route.pk,
        decision_no="12/QĐ-UBND",
        decided_on=on,
        decided_by="Chủ tịch UBND tỉnh",
        valid_from=on,
        by=MAKER,
        at=world.at,
    )
    assert isinstance(done, Route), done
    return done


def advance(world: World, dossier: Dossier, choice: str = "") -> Dossier | Refusal:
    return commands.advance_step(dossier_id=dossier.pk, choice=choice, by=world.tuan, at=world.at)


def why(outcome: object) -> object:
    assert isinstance(outcome, Refusal), outcome
    assert refusal_sentence(outcome)
    return outcome.why


def test_a_dossier_keeps_the_route_under_which_it_was_accepted(world: World) -> None:
    before = world.accepted()
    route = approved(world, ShiftStep(HEAD, up=True))
    after = world.accepted()
    assert (before.route, after.route) == (world.version.routes.get(founding=True), route)
    names = {one.pk: [step.name for step in queries.steps_of(one)] for one in (before, after)}
    assert names[before.pk][1:3] == ["Kiểm tra hồ sơ", "Trưởng phòng xem"]
    assert names[after.pk][1:3] == ["Trưởng phòng xem", "Kiểm tra hồ sơ"]


@pytest.mark.parametrize(("choice", "name"), [("seen", "Trưởng phòng xem"), ("straight", "Ký kết quả")])
def test_the_officer_chooses_the_way(world: World, choice: str, name: str) -> None:
    approved(world, PARTING)
    dossier = ok(advance(world, world.drafted(), choice))
    assert queries.step_name(dossier) == name
    assert dossier.step_runs.get(step=2).choice == choice
    assert name in [step.name for step in queries.steps_of(dossier)]


def test_without_a_choice_the_dossier_stays(world: World) -> None:
    approved(world, PARTING)
    dossier = world.drafted()
    assert why(advance(world, dossier)) is RouteWhy.NO_CHOICE
    assert why(advance(world, dossier, "none")) is RouteWhy.CHOICE_UNKNOWN
    assert [one.label for one in queries.onward(dossier, world.at)] == [
        "Trưởng phòng xem trước",
        "Trình ký ngay",
    ]


def test_a_dossier_goes_back_along_the_way_that_it_came(world: World) -> None:
    approved(world, PARTING)
    dossier = ok(advance(world, world.drafted(), "straight"))
    back = ok(commands.return_step(dossier_id=dossier.pk, reason="Thiếu căn cứ", by=world.lan, at=world.at))
    assert (back.step, back.holder_id) == (2, world.tuan.person)


def test_a_skipped_step_is_not_told_to_the_citizen(world: World) -> None:
    approved(world, PARTING)
    dossier = ok(advance(world, world.drafted(), "straight"))
    told = queries.steps_of(dossier)
    assert [step.name for step in told] == ["Tiếp nhận", "Kiểm tra hồ sơ", "Ký kết quả", "Vào số, đóng dấu"]
    assert [step.order for step in told] == [1, 2, 3, 4]


def test_a_branched_dossier_comes_to_its_result(world: World) -> None:
    approved(world, PARTING)
    dossier = ok(advance(world, world.drafted(), "straight"))
    ok(commands.approve_result(dossier_id=dossier.pk, by=world.lan, at=world.at))
    assert (
        ok(commands.issue_result(dossier_id=dossier.pk, by=world.son, at=world.at)).outcome == Outcome.GRANTED
    )


def test_a_step_allows_what_its_route_names_alone(world: World) -> None:
    free = world.in_process()
    officer = steps_of(world.version.routes.get())[1]
    approved(world, PutStep(replace(officer, moves=(StepMove.DRAFT_RESULT,))))
    bound = world.in_process()
    for dossier, refused in ((free, False), (bound, True)):
        open_moves = queries.open_moves(facts_of(dossier, world.at), world.tuan)
        found = open_moves[Move.PROPOSE_SUPPLEMENT]
        assert (found is not None and found.why is Why.NOT_AT_STEP) == refused
        assert open_moves[Move.DRAFT_RESULT] is None


def test_a_named_unit_takes_the_step(world: World) -> None:
    elsewhere = org.set_up_unit(
        agency=world.committee,
        name="Tổ công tác đặc biệt",
        kind=UnitKind.DIVISION,
        valid_from=local(world.at).date(),
        by=MAKER,
        at=world.at,
    )
    assert isinstance(elsewhere, Unit)
    officer = steps_of(world.version.routes.get())[1]
    approved(world, PutStep(replace(officer, unit=str(elsewhere.pk))))
    accepted = world.accepted()
    forward = commands.forward(dossier_id=accepted.pk, by=world.hoa, at=world.at)
    assert why(forward) is Why.NOBODY_AT_STEP
    position = org.make_position(
        unit=elsewhere, title="Tổ viên", roles=[Role.CASE_OFFICER], by=MAKER, at=world.at
    )
    assert isinstance(position, Position)
    on = local(world.at).date()
    org.appoint(staff=world.staff[Role.UNIT_HEAD], position=position, valid_from=on, by=MAKER, at=world.at)
    sent = ok(commands.forward(dossier_id=accepted.pk, by=world.hoa, at=world.at))
    assert sent.handling_unit == elsewhere


def test_a_procedure_without_a_route_in_force_takes_nobody_in(world: World) -> None:
    judged = world.judged()
    Route.objects.filter(version=world.version).update(valid_to=local(world.at).date() - timedelta(days=1))
    assert why(commands.accept(dossier_id=judged.pk, by=world.hoa, at=world.at)) is Why.NO_ROUTE
