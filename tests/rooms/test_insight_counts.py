"""Counts follow the journal, can be made again from it, and open to the dossiers behind them."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from motcua.base.clock import ZONE
from motcua.base.clock.periods import Period, period_coded
from motcua.base.rooms.registry import measures
from motcua.casework.dossiers import commands as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import State
from motcua.reference.org import commands as org
from motcua.reference.org.words import AgencyKind, Tier
from motcua.reform.insight import commands
from motcua.reform.insight.models import DayCount, Mark
from motcua.reform.insight.queries.behind import behind, ids_behind
from motcua.reform.insight.queries.figures import measure_called, read
from motcua.reform.insight.queries.scope import Scope, narrowed, visible
from motcua.reform.insight.words import By, Counter, Part
from tests.support.world import BEGAN, MAKER, World, build, ok

pytestmark = pytest.mark.django_db
MARCH = period_coded("2026-03") or Period(date.min, date.min)
END = date(2026, 3, 31)


@pytest.fixture
def world() -> World:
    return build()


def lives(world: World) -> None:
    """Let dossiers end in every way: early, late, withdrawn, turned away, still open, waiting."""
    world.issued()
    ok(dossiers.withdraw(dossier_id=world.accepted().pk, reason="", by=world.member, at=world.at))
    world.in_process()
    world.submitted()
    late = world.approved()
    world.at += timedelta(days=20)
    ok(dossiers.issue_result(dossier_id=late.pk, by=world.son, at=world.at))
    world.received()


def count(code: str, scope: Scope | None = None) -> int:
    measure = measure_called(code, END)
    assert measure is not None
    return read(scope or Scope(), MARCH, on=END).figure(measure).numerator


STRAIGHT: dict[str, Callable[[], int]] = {
    "dossiers.submitted": lambda: Dossier.objects.exclude(submitted_at=None).count(),
    "dossiers.accepted": lambda: Dossier.objects.exclude(accepted_at=None).count(),
    "dossiers.resolved": lambda: Dossier.objects.exclude(resolved_at=None).count(),
    "dossiers.late": lambda: sum(
        one.resolved_at > one.due_at
        for one in Dossier.objects.exclude(resolved_at=None)
        if one.resolved_at and one.due_at
    ),
    "dossiers.withdrawn": lambda: Dossier.objects.filter(state=State.WITHDRAWN).count(),
    "dossiers.open": lambda: Dossier.objects.exclude(accepted_at=None).filter(state__in=[2, 4, 5]).count(),
    "dossiers.open_late": lambda: sum(
        one.due_at.astimezone(ZONE).date() < END
        for one in Dossier.objects.filter(state__in=[2, 4], paused_since=None)
        if one.due_at
    ),
}


@pytest.mark.parametrize("code", STRAIGHT)
def test_a_figure_equals_a_count_straight_from_the_dossiers(world: World, code: str) -> None:
    lives(world)
    commands.follow()
    assert count(code) == STRAIGHT[code]()
    measure = measure_called(code, END)
    assert measure is not None
    assert len(ids_behind(measure, Part.NUMERATOR, Scope(), MARCH, on=END)) == STRAIGHT[code]()


def test_counting_row_by_row_and_making_all_anew_give_the_same(world: World) -> None:
    world.issued()
    commands.follow()
    lives(world)
    commands.follow()
    kept = sorted(DayCount.objects.values_list(), key=str)
    marks = sorted(Mark.objects.values_list(), key=str)
    assert commands.faults() == []
    commands.rebuild()
    assert sorted(Mark.objects.values_list(), key=str) == marks
    assert [row for row in kept if any(row[7:])] == sorted(DayCount.objects.values_list(), key=str)


def test_following_twice_counts_once(world: World) -> None:
    lives(world)
    first = commands.follow()
    told = list(DayCount.objects.order_by("day", "unit").values_list())
    assert (first > 0, commands.follow()) == (True, 0)
    assert list(DayCount.objects.order_by("day", "unit").values_list()) == told


@pytest.mark.parametrize(
    "spoil",
    [
        lambda: DayCount.objects.filter(accepted__gt=0).update(accepted=99),
        lambda: Mark.objects.filter(accepted=1).update(accepted=2),
        lambda: Mark.objects.filter(late_in=1).delete(),
    ],
)
def test_a_count_that_was_changed_is_found(world: World, spoil: Callable[[], object]) -> None:
    lives(world)
    commands.follow()
    assert commands.faults() == []
    spoil()
    assert commands.faults() != []


@pytest.mark.covers("T-61")
def test_a_share_of_nothing_is_no_data(world: World) -> None:
    commands.follow()
    share = measure_called("dossiers.in_time_share", END)
    assert share is not None
    nothing = read(Scope(), MARCH, on=END).figure(share)
    assert (nothing.denominator, nothing.value, nothing.rounded()) == (0, None, None)
    world.issued()
    commands.follow()
    assert read(Scope(), MARCH, on=END).figure(share).value == 100


@pytest.mark.covers("T-60")
@pytest.mark.parametrize(
    ("at", "in_march"),
    [
        (datetime(2026, 3, 1, 0, 5, tzinfo=ZONE), 1),
        (datetime(2026, 3, 31, 23, 55, tzinfo=ZONE), 1),
        (datetime(2026, 4, 1, 0, 5, tzinfo=ZONE), 0),
    ],
)
def test_the_bounds_of_a_month_are_days_in_viet_nam(world: World, at: datetime, in_march: int) -> None:
    world.at = at
    world.submitted()
    commands.follow()
    assert count("dossiers.submitted") == in_march


@pytest.mark.parametrize("by", By)
def test_every_split_adds_up_to_the_whole(world: World, by: By) -> None:
    lives(world)
    commands.follow()
    accepted = measure_called("dossiers.accepted", END)
    assert accepted is not None
    split = read(Scope(), MARCH, on=END, by=by)
    assert sum(split.figure(accepted, key).numerator for key in split.keys) == count("dossiers.accepted")


@pytest.mark.parametrize(
    "span", ["2026-03", "2026-Q1", "2026", "2026-02-20_2026-04-03", "2026-03-02_2026-03-02"]
)
def test_months_and_days_give_the_same_sums(world: World, span: str) -> None:
    lives(world)
    commands.follow()
    period = period_coded(span)
    assert period is not None
    on = date(2026, 12, 31)
    whole = read(Scope(), period, on=on).by_key.get("")
    # A field makes it read days alone.
    days = read(Scope(field="Hộ tịch"), period, on=on).by_key.get("")
    assert whole == days


def test_what_is_carried_over_and_taken_in_is_settled_or_open(world: World) -> None:
    lives(world)
    commands.follow()
    came = count("dossiers.carried_over") + count("dossiers.accepted")
    settled = count("dossiers.resolved") + count("dossiers.ended_otherwise")
    assert came == settled + count("dossiers.open")
    assert count("dossiers.open") == sum(
        count(f"dossiers.{one}") for one in ("open_within", "open_late", "waiting")
    )


def test_a_leader_sees_their_agency_and_those_below_and_no_other(world: World) -> None:
    other = org.found_agency(
        name="UBND xã Lũng Cú",
        short_name="UBND",
        kind=AgencyKind.PEOPLES_COMMITTEE,
        tier=Tier.COMMUNE,
        code="H60.31",
        province="tỉnh Tuyên Quang",
        place="Lũng Cú",
        valid_from=BEGAN.date(),
        by=MAKER,
        at=BEGAN,
    )
    allowed = visible(world.lan)
    assert allowed is not None and allowed.agencies is not None
    assert world.committee.pk in allowed.agencies and other.pk not in allowed.agencies
    assert narrowed(world.lan, Scope(frozenset({other.pk}))) is None
    assert narrowed(world.lan, Scope()) == allowed
    assert visible(world.tuan) is None
    assert visible(world.minh) == Scope()


def test_a_list_behind_a_figure_names_nobody(world: World) -> None:
    lives(world)
    commands.follow()
    accepted = measure_called("dossiers.accepted", END)
    assert accepted is not None
    found = behind(accepted, Part.NUMERATOR, Scope(), MARCH, on=END)
    assert found.total == len(found.rows) == count("dossiers.accepted")
    assert world.citizen.full_name not in repr(found)


def test_every_measure_is_made_of_counters_that_there_are() -> None:
    for measure in measures():
        for term in (*measure.numerator, *measure.denominator):
            assert term.counter in list(Counter), measure.code
        assert measure.says and measure.name and measure.unit, measure.code


def test_the_command_line_counts_closes_and_compares(world: World) -> None:
    lives(world)

    def run(*words: str) -> dict[str, object]:
        out = StringIO()
        call_command("insight", *words, "--json", stdout=out)
        told: dict[str, object] = json.loads(out.getvalue())
        return told

    assert run("follow")["dossiers"] == Dossier.objects.exclude(submitted_at=None).count()
    assert run("verify")["whole"] is True
    assert run("close", "2026-03")["number"] == 1
    assert run("remake", "2026-03")["identical"] is True
    assert run("rebuild")["dossiers"] == run("rebuild")["dossiers"]
    for words in (["close", "2026-03"], ["close", "mai"], ["remake", "2026-02"]):
        with pytest.raises(CommandError) as told:
            run(*words)
        assert told.value.returncode == 2
