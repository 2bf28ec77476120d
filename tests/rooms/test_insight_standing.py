"""What stands open, in which queues, and what is read of months and places."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine

from motcua.base.clock import ZONE
from motcua.casework.dossiers import commands as dossiers
from motcua.casework.dossiers.models import Dossier, StepRun
from motcua.casework.dossiers.queries import queues, standing
from motcua.casework.dossiers.queries.standing import Among, Where, ids_now, median, stuck_now
from motcua.reference.org import commands as org
from motcua.reference.org.models import Agency
from motcua.reference.org.words import AgencyKind, Role, Tier
from motcua.reform.insight import commands
from motcua.reform.insight.queries.ahead import ahead
from motcua.reform.insight.queries.figures import measure_called, read
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.queries.series import grouped, months
from motcua.reform.insight.queries.tree import groups_below
from motcua.reform.insight.words import By, Cause
from tests.doors import command_scene as scene
from tests.support.world import MAKER, World, build, ok

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 3, 6)


@pytest.fixture
def world() -> World:
    return build()


@pytest.fixture
def here() -> Iterator[scene.Province]:
    with time_machine.travel(scene.NOON, tick=False):
        yield scene.province()


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=ZONE)


def test_the_middle_is_exact() -> None:
    assert (median([3]), median([1, 2]), median([9, 1, 4])) == (Decimal(3), Decimal("1.5"), Decimal(4))


def test_the_next_working_day_passes_over_the_end_of_the_week() -> None:
    assert queues.next_working_day(FRIDAY) == date(2026, 3, 9)
    assert queues.next_working_day(date(2026, 3, 9)) == date(2026, 3, 10)


def test_what_is_due_by_the_next_working_day_stands_in_its_queue(world: World) -> None:
    first, second, given = world.in_process(), world.in_process(), world.in_process()
    tuan = world.staff[Role.CASE_OFFICER].pk
    ok(dossiers.reassign(dossier_id=given.pk, to=tuan, by=world.hanh, at=world.at))
    later = replace(world, at=at(4)).in_process()
    queued = {one.id: one for one in queues.due_until(date(2026, 3, 9), None, at(6))}
    assert set(queued) == {first.pk, second.pk, given.pk}, "due on the 9th; the fourth comes later"
    assert later.pk not in queued
    assert sorted(queued[one.pk].ahead for one in (first, second)) == [0, 1]
    assert queued[given.pk].ahead == 0, "in other hands"
    one = queued[first.pk]
    assert one.left == 390 + 480 and one.norm == 60, "the rest of Friday from nine, and all of Monday"
    assert one.after == 3 * 60, "three steps of an hour follow by the route"
    assert (one.usual, one.stays, one.pace) == (None, 0, None)
    assert queues.due_until(date(2026, 3, 9), frozenset(), at(6)) == []


def test_what_is_late_or_waits_is_in_no_queue(world: World) -> None:
    late = world.in_process()
    assert [one.id for one in queues.due_until(date(2026, 3, 9), None, at(6))] == [late.pk]
    assert queues.due_until(date(2026, 3, 31), None, at(10)) == []
    Dossier.objects.filter(pk=late.pk).update(paused_since=at(5))
    assert queues.due_until(date(2026, 3, 9), None, at(6)) == []


def test_a_long_queue_makes_the_last_of_it_likely_late_and_says_why(world: World) -> None:
    for _ in range(3):
        made = world.drafted()
        world.at += timedelta(hours=2)
        ok(dossiers.advance_step(dossier_id=made.pk, by=world.tuan, at=world.at))
        world.at = at(2)
    for _ in range(4):
        world.in_process()
    seen = ahead(Scope(), at(6, 15))
    assert seen.due >= 4 and seen.until == date(2026, 3, 9)
    last = max(seen.likely, key=lambda one: one.where.ahead)
    assert last.told.cause is Cause.QUEUE and last.told.need > last.where.left
    assert last.told.queue == last.where.ahead * (last.where.pace or 0)


def test_nothing_is_likely_late_while_there_is_time(world: World) -> None:
    world.in_process()
    assert ahead(Scope(), at(6, 9)).likely == ()


def test_late_dossiers_stick_where_their_open_stay_is(world: World) -> None:
    one, other = world.in_process(), world.drafted()
    ok(dossiers.advance_step(dossier_id=other.pk, by=world.tuan, at=world.at))
    found = stuck_now(Where(), at(12))
    names = {StepRun.objects.get(dossier=each, ended_at=None).name for each in (one, other)}
    assert {step.step for step in found} == names and len(names) == 2
    assert {step.days for step in found} == {Decimal(3)}, "due on the 9th: the 10th, 11th and 12th"
    assert sorted(ids_now(Among.LATE, Where(), at(12))) == sorted([one.pk, other.pk])
    assert ids_now(Among.LATE, Where(), at(9, 23)) == [], "the last day is its own"
    assert ids_now(Among.TODAY, Where(), at(9)) and not ids_now(Among.TODAY, Where(), at(10))


def test_loads_add_up_and_hands_are_told_apart(here: scene.Province) -> None:
    loads = standing.loads_now(Where(), scene.NOON)
    held = standing.holders_now(Where(), scene.NOON)
    assert loads.whole.total == len(ids_now(Among.OPEN, Where(), scene.NOON))
    assert sum(one.load.total for one in held) == loads.whole.total
    assert held[-1].id is None and held[-1].load.total == len(
        ids_now(Among.OPEN, Where(nobodys=True), scene.NOON)
    )


def test_months_are_read_as_closed_where_they_are(here: scene.Province) -> None:
    share = measure_called("dossiers.in_time_share", scene.NOON.date())
    assert share is not None
    lived = months(share, Scope(), scene.NOON.date(), on=scene.NOON.date())
    assert [one.period.code for one in lived] == [f"2025-{n:02}" for n in range(4, 13)] + [
        f"2026-{n:02}" for n in range(1, 4)
    ]
    april = datetime(2026, 4, 2, 1, tzinfo=UTC)
    with time_machine.travel(april, tick=False):
        commands.close_period(code="2026-03", by=MAKER, at=april)
        closed = months(share, Scope(), date(2026, 4, 2), on=date(2026, 4, 2))[-2]
    assert (closed.closed, closed.figure) == (True, lived[-1].figure)
    whole = read(Scope(), lived[-1].period, on=scene.NOON.date()).figure(share)
    assert lived[-1].figure == whole
    far = Scope(frozenset({here.far.committee.pk}))
    own = months(share, far, date(2026, 3, 25), on=date(2026, 4, 2))[-1]
    assert own.closed and own.figure == read(far, own.period, on=date(2026, 4, 2)).figure(share)


def test_the_agencies_under_a_place_are_a_partition_of_it(here: scene.Province) -> None:
    for actor, allowed in (
        (here.chairman, Scope(frozenset(Agency.objects.values_list("pk", flat=True)))),
        (here.reformer, Scope()),
    ):
        groups = groups_below(None, actor, allowed)
        every = [one for group in groups for one in group.agencies]
        assert len(every) == len(set(every)) == Agency.objects.count()
        assert groups[0].alone and groups[0].agency == here.top
    accepted = measure_called("dossiers.accepted", scene.NOON.date())
    period = (
        months(accepted, Scope(), scene.NOON.date(), on=scene.NOON.date())[-1].period if accepted else None
    )
    assert accepted is not None and period is not None
    reading = read(Scope(), period, on=scene.NOON.date(), by=By.AGENCY)
    made = grouped(reading, {one.key: map(str, one.agencies) for one in groups})
    total = sum(made.figure(accepted, one.key).numerator for one in groups)
    assert total == read(Scope(), period, on=scene.NOON.date()).figure(accepted).numerator > 0


def test_a_second_province_leaves_each_on_its_own(here: scene.Province) -> None:
    org.found_agency(
        name="UBND tỉnh khác",
        short_name="UBND",
        kind=AgencyKind.PEOPLES_COMMITTEE,
        tier=Tier.PROVINCE,
        code="H61",
        province="tỉnh khác",
        place="khác",
        **scene.DATES,
    )
    groups = groups_below(None, here.reformer, Scope())
    assert [one.alone for one in groups] == [False, False]
    assert {one.agency.code for one in groups} == {"H60", "H61"}
