"""Who is told that something of a dossier is late or silent, and how units keep apart."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.db import transaction
from pytest_django.fixtures import Settings

from motcua.base.clock import ZONE
from motcua.base.clock.calendar import OutOfCalendar
from motcua.base.notices.models import Notice
from motcua.base.notices.words import Medium
from motcua.base.queue import waiting_arguments
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.notices import jobs
from motcua.casework.dossiers.notices.words import NoticeEvent
from motcua.reference.org import commands as org
from motcua.reference.org.words import Role, UnitKind
from tests.rooms.dossier_notices_scene import asked, on, staged, told, watch
from tests.support import moments
from tests.support.world import BEGAN, MAKER, World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(settings: Settings) -> Iterator[World]:
    yield from staged(settings)


def test_a_late_dossier_is_told_to_the_right_person_once_and_climbs_by_rule(world: World) -> None:
    world.in_process()
    told()
    late = [one for one in watch(world, on(10)) if one.event == NoticeEvent.OVERDUE]
    # Nobody heads the one-stop unit here: the leader above is told in that place, and once only.
    assert {one.account_id for one in late} == {world.tuan.account, world.hanh.account, world.lan.account}
    assert [one for one in watch(world, on(10, 10)) if one.event == NoticeEvent.OVERDUE] == []
    assert [one for one in watch(world, on(16)) if one.event == NoticeEvent.OVERDUE] == []


def test_a_late_step_goes_to_the_holder_and_a_day_later_to_the_head(world: World) -> None:
    world.in_process()
    told()
    steps = {
        day: [one.account_id for one in watch(world, on(day)) if one.event == NoticeEvent.STEP_LATE]
        for day in (2, 3, 4, 5, 6)
    }
    assert steps == {2: [], 3: [world.tuan.account, world.hanh.account], 4: [], 5: [world.lan.account], 6: []}


def test_whoever_stands_in_for_the_holder_is_told_too(world: World) -> None:
    dossier = world.in_process()
    tuan, son = world.staff[Role.CASE_OFFICER], world.staff[Role.RECORDS_CLERK]
    position = tuan.appointments.get().position
    lent = org.delegate(
        giver_id=tuan.pk,
        taker_id=son.pk,
        position_id=position.pk,
        valid_from=on(9).date(),
        valid_to=on(10).date(),
        document="2/QĐ",
        by=MAKER,
        at=world.at,
    )
    assert not isinstance(lent, Refusal)
    told(dossier)
    assert world.son.account not in {one.account_id for one in watch(world, on(6))}
    late = [one for one in watch(world, on(10)) if one.event == NoticeEvent.OVERDUE]
    assert {world.tuan.account, world.son.account} <= {one.account_id for one in late}


def test_silence_at_the_counter_is_told_to_the_counter(world: World) -> None:
    world.submitted()
    told()
    assert watch(world, on(6)) == []
    (alarm,) = watch(world, on(9))
    assert (alarm.event, alarm.account_id) == (NoticeEvent.SILENT, world.hoa.account)
    assert "đã 5 ngày làm việc" in alarm.body


def test_an_unanswered_supplement_is_told_to_the_applicant_and_the_counter(world: World) -> None:
    asked(world)
    told()
    assert watch(world, on(16)) == []
    made = watch(world, on(17))
    assert {(one.account_id, one.medium) for one in made} == {
        (world.member.account, Medium.IN_APP),
        (world.member.account, Medium.SMS),
        (world.hoa.account, Medium.IN_APP),
    }


def test_outside_working_time_nobody_is_roused(world: World) -> None:
    unit = str(world.in_process().handling_unit_id)
    told()
    before = Notice.objects.count()
    with moments.frozen("2026-03-14 10:00"):  # a Saturday
        jobs.alarm_unit(unit=unit)
    with moments.frozen("2026-03-16 12:00"):  # at noon
        jobs.alarm_unit(unit=unit)
    assert Notice.objects.count() == before
    with moments.frozen("2026-03-16 10:00"):
        jobs.alarm_unit(unit=unit)
    assert Notice.objects.count() > before


def test_each_unit_has_a_job_of_its_own(world: World) -> None:
    units = {str(world.in_process().handling_unit_id), str(world.submitted().receiving_unit_id)}
    jobs.raise_alarms(timestamp=0)
    jobs.raise_alarms(timestamp=0)
    assert waiting_arguments(jobs.alarm_unit, "unit") == units


def two_units(world: World) -> tuple[str, str]:
    """Give a unit with a dossier whose due date no calendar knows, and one with a late dossier."""
    broken = world.submitted()
    elsewhere = org.set_up_unit(
        agency=broken.receiving_unit.agency,
        name="Quầy lưu động",
        kind=UnitKind.COUNTER,
        code="H60.24.9",
        valid_from=BEGAN.date(),
        by=MAKER,
        at=BEGAN,
    )
    Dossier.objects.filter(pk=broken.pk).update(
        receiving_unit=elsewhere, due_at=datetime(2090, 1, 1, tzinfo=ZONE)
    )
    return str(elsewhere.pk), str(world.in_process().handling_unit_id)


def test_one_units_failure_never_stops_anothers(world: World) -> None:
    units = two_units(world)
    told()
    before = Notice.objects.count()
    with moments.frozen("2026-03-16 10:00"):
        for unit in units:
            try:
                jobs.alarm_unit(unit=unit)
            except OutOfCalendar:
                assert unit == units[0]
    assert Notice.objects.count() > before


def test_in_one_job_for_all_the_failure_would_stop_everybody(world: World) -> None:
    units = two_units(world)
    told()
    before = Notice.objects.count()
    with moments.frozen("2026-03-16 10:00"), pytest.raises(OutOfCalendar), transaction.atomic():
        for unit in reversed(units):
            jobs.alarm_unit(unit=unit)
    assert Notice.objects.count() == before
