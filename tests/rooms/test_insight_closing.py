"""Closed periods stand, and can be made again."""

from datetime import UTC, date, datetime, timedelta

import pytest

from motcua.base.access import system
from motcua.base.clock import ZONE
from motcua.base.clock.periods import Period, period_coded
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands as dossiers
from motcua.reform.insight import commands
from motcua.reform.insight.models import ClosedPeriod
from motcua.reform.insight.queries.figures import measure_called, read
from motcua.reform.insight.queries.frozen import digest_of, late_list
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.words import Why
from tests.support.world import World, build, ok

pytestmark = pytest.mark.django_db
BY = system("tests")
MARCH = period_coded("2026-03")
APRIL_2 = datetime(2026, 4, 2, 8, tzinfo=ZONE)


@pytest.fixture
def world() -> World:
    return build()


def closed(at: datetime = APRIL_2, **more: str) -> ClosedPeriod:
    done = commands.close_period(code="2026-03", by=BY, at=at, **more)
    assert isinstance(done, ClosedPeriod), done
    return done


def why(outcome: object) -> object:
    assert isinstance(outcome, Refusal), outcome
    return outcome.why


def figure(code: str, *, live: bool = False) -> int:
    measure = measure_called(code, date(2026, 3, 31))
    assert measure is not None and MARCH is not None
    return read(Scope(), MARCH, on=date(2026, 4, 30), live=live).figure(measure).numerator


@pytest.mark.covers("E-16", "T-58")
def test_a_closed_month_made_again_is_identical(world: World) -> None:
    world.issued()
    late = world.in_process()
    first = closed()
    assert digest_of(commands.remade(first)) == first.digest
    assert [row.dossier for row in late_list(first)] == [str(late.pk)]


@pytest.mark.covers("T-58")
def test_what_happens_later_changes_no_closed_figure(world: World) -> None:
    dossier = world.drafted()
    first = closed()
    assert figure("dossiers.resolved") == 0
    # A result of March that reached the house in April, by paper: its row is recorded after the closing.
    ok(dossiers.advance_step(dossier_id=dossier.pk, by=world.tuan, at=world.at))
    ok(dossiers.advance_step(dossier_id=dossier.pk, by=world.hanh, at=world.at))
    ok(dossiers.approve_result(dossier_id=dossier.pk, by=world.lan, at=world.at))
    ok(dossiers.issue_result(dossier_id=dossier.pk, by=world.son, at=world.at))
    commands.follow()
    assert figure("dossiers.resolved") == 0
    assert digest_of(commands.remade(first)) == first.digest
    # Without the closing the same question has another answer: the figures really did move.
    assert figure("dossiers.resolved", live=True) == 1


def test_a_period_is_closed_anew_with_a_reason_and_the_first_stays(world: World) -> None:
    world.in_process()
    first = closed()
    assert why(commands.close_period(code="2026-03", by=BY, at=APRIL_2)) is Why.CLOSED_ALREADY
    world.in_process()
    second = closed(reason="Nhập bổ sung hồ sơ nhận khi mất mạng")
    assert (first.number, second.number) == (1, 2)
    assert figure("dossiers.accepted") == 2
    first.refresh_from_db()
    assert digest_of(first.figures) == first.digest != second.digest


@pytest.mark.parametrize(
    ("code", "reason"),
    [("2026-04", Why.PERIOD_OPEN), ("2026", Why.PERIOD_OPEN), ("tháng 3", Why.PERIOD_UNKNOWN)],
)
def test_what_is_not_over_is_not_closed(world: World, code: str, reason: Why) -> None:
    assert why(commands.close_period(code=code, by=BY, at=APRIL_2)) is reason
    assert not ClosedPeriod.objects.exists()


def test_the_last_day_of_a_period_belongs_to_it() -> None:
    last = datetime(2026, 3, 31, 23, 59, tzinfo=ZONE)
    assert why(commands.close_period(code="2026-03", by=BY, at=last)) is Why.PERIOD_OPEN
    midnight = last + timedelta(minutes=1)
    assert isinstance(commands.close_period(code="2026-03", by=BY, at=midnight.astimezone(UTC)), ClosedPeriod)


def test_what_is_over_and_not_closed_is_known() -> None:
    assert {one.code for one in commands.due_to_close(date(2026, 4, 1))} == {
        "2026-03",
        "2026-Q1",
        "2025-H2",
        "2025",
    }
    closed()
    assert "2026-03" not in {one.code for one in commands.due_to_close(date(2026, 4, 1))}


def test_a_span_of_days_can_be_closed_as_reports_need_it(world: World) -> None:
    world.in_process()
    code = Period(date(2025, 12, 15), date(2026, 3, 14)).code
    done = commands.close_period(code=code, by=BY, at=APRIL_2)
    assert isinstance(done, ClosedPeriod)
    assert digest_of(commands.remade(done)) == done.digest
