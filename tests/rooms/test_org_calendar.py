"""Calendars as decided, and dossiers that keep theirs until a recorded batch moves them."""

from datetime import date, datetime

import pytest
from django.db import Error, connection, transaction

from motcua.base.clock import ZONE, local
from motcua.base.clock.calendar import OFFICE_HOURS, DayKind, Shift
from motcua.base.clock.minutes import add_working_minutes
from motcua.base.clock.official import official_calendar
from motcua.base.journal.reading import rows_of
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands as dossiers
from motcua.casework.dossiers import queries
from motcua.casework.dossiers.models import ClockMark, Dossier
from motcua.casework.dossiers.queries.calendar import would_move
from motcua.casework.dossiers.reckoning import calendar_of, reckoned
from motcua.casework.dossiers.words import Why as DossierWhy
from motcua.reference.org import commands
from motcua.reference.org import queries as org
from motcua.reference.org.models import Agency, CalendarDay, CalendarDecision
from motcua.reference.org.words import WITHDRAWN, AgencyKind, Tier, Why
from tests.support.world import BEGAN, MAKER, World, build

pytestmark = pytest.mark.django_db

FRIDAY = date(2026, 3, 6)
DUE, MOVED = date(2026, 3, 9), date(2026, 3, 10)
BASIS = "Quyết định 12/QĐ-UBND"
AT = datetime(2026, 3, 3, 9, tzinfo=ZONE)


@pytest.fixture
def world() -> World:
    return build()


def drafted(agency: Agency | None = None, *days: date, kind: str = DayKind.LOCAL_OFF) -> CalendarDecision:
    made = commands.draft_calendar(
        agency_id=agency.pk if agency else None,
        title="Ngày hội",
        document="12/QĐ-UBND",
        document_on=date(2026, 3, 1),
        by=MAKER,
        at=AT,
    )
    assert isinstance(made, CalendarDecision)
    for day in days:
        done = commands.set_day(decision_id=made.pk, day=day, kind=kind, name="Ngày hội", by=MAKER, at=AT)
        assert isinstance(done, CalendarDecision)
    return made


def in_force(decision: CalendarDecision) -> CalendarDecision:
    done = commands.put_calendar_in_force(decision_id=decision.pk, by=MAKER, at=AT)
    assert isinstance(done, CalendarDecision), done
    return done


def move(decision: CalendarDecision, *dossiers_chosen: Dossier, basis: str = BASIS) -> object:
    assert decision.number is not None
    return dossiers.move_calendar(
        number=decision.number,
        dossier_ids=[one.pk for one in dossiers_chosen],
        legal_basis=basis,
        by=MAKER,
        at=AT,
    )


def another_agency() -> Agency:
    return commands.found_agency(
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


def due_day(dossier: Dossier) -> date:
    dossier.refresh_from_db()
    assert dossier.due_at is not None
    return local(dossier.due_at).date()


@pytest.mark.covers("T-14")
def test_the_house_comes_with_the_official_days_and_estimated_years_are_marked() -> None:
    """The days are data; what is estimated says so."""
    calendar = org.calendar_for(None)
    official = official_calendar().exceptions
    assert {day: (said.kind, said.name) for day, said in calendar.exceptions.items()} == {
        day: (said.kind, said.name) for day, said in official.items()
    }
    assert all(
        said.basis == official[day].basis or not official[day].basis
        for day, said in calendar.exceptions.items()
    )
    assert calendar.shifts_on(date(2026, 3, 2)) == OFFICE_HOURS
    assert calendar.is_announced(date(2026, 11, 24))
    assert not calendar.is_announced(date(2027, 11, 24))
    assert all(one.document for one in CalendarDecision.objects.order_by("number"))


def test_a_draft_changes_nothing_until_it_is_in_force(world: World) -> None:
    made = drafted(None, FRIDAY)
    assert org.calendar_for(world.committee.pk).is_working(FRIDAY)
    assert not org.calendars_with(made)(world.committee.pk).is_working(FRIDAY)
    done = in_force(made)
    assert not org.calendar_for(world.committee.pk).is_working(FRIDAY)
    assert org.calendar_number() == done.number


def test_a_calendar_of_an_earlier_number_stays_what_it_was(world: World) -> None:
    before = org.calendar_number()
    in_force(drafted(None, FRIDAY))
    assert org.calendar_for(world.committee.pk, before).is_working(FRIDAY)


def test_a_local_day_off_is_off_for_its_agency_alone(world: World) -> None:
    in_force(drafted(world.committee, FRIDAY))
    assert not org.calendar_for(world.committee.pk).is_working(FRIDAY)
    assert org.calendar_for(another_agency().pk).is_working(FRIDAY)
    assert org.calendar_for(None).is_working(FRIDAY)


def test_a_day_given_back_is_worked_again(world: World) -> None:
    in_force(drafted(None, FRIDAY))
    in_force(drafted(None, FRIDAY, kind=WITHDRAWN))
    assert org.calendar_for(world.committee.pk).is_working(FRIDAY)


def test_an_agency_keeps_hours_of_its_own(world: World) -> None:
    made = drafted(world.committee)
    early = (Shift(datetime(2026, 1, 1, 7).time(), datetime(2026, 1, 1, 11).time()),)
    commands.set_week(decision_id=made.pk, valid_from=DUE, shifts={0: early, 5: early}, by=MAKER, at=AT)
    in_force(made)
    calendar = org.calendar_for(world.committee.pk)
    assert [calendar.shifts_on(day) for day in (FRIDAY, DUE, MOVED, date(2026, 3, 14))] == [
        OFFICE_HOURS,
        early,
        (),
        early,
    ]


@pytest.mark.parametrize(
    ("act", "why"),
    [
        ({"kind": "half_day"}, Why.HALF_DAY_NEEDS_SHIFTS),
        ({"day": date(2061, 1, 1)}, Why.DAY_OUT_OF_CALENDAR),
        ({"kind": "holy"}, Why.DAY_OUT_OF_CALENDAR),
    ],
)
def test_a_line_that_cannot_be_is_refused(act: dict[str, object], why: Why) -> None:
    said = {"day": FRIDAY, "kind": "local_off", **act}
    refused = commands.set_day(decision_id=drafted().pk, by=MAKER, at=AT, **said)
    assert isinstance(refused, Refusal)
    assert refused.why is why


def test_an_empty_draft_does_not_come_into_force() -> None:
    refused = commands.put_calendar_in_force(decision_id=drafted().pk, by=MAKER, at=AT)
    assert refused == Refusal(Why.DECISION_EMPTY)


def test_what_is_in_force_is_not_touched_by_any_command() -> None:
    made = in_force(drafted(None, FRIDAY))
    said = {"decision_id": made.pk, "by": MAKER, "at": AT}
    outcomes = [
        commands.set_day(day=FRIDAY, kind="holiday", **said),
        commands.drop_day(day=FRIDAY, **said),
        commands.set_week(valid_from=FRIDAY, shifts={0: OFFICE_HOURS}, **said),
        commands.drop_week(valid_from=FRIDAY, **said),
        commands.drop_calendar_draft(**said),
        commands.put_calendar_in_force(**said),
    ]
    assert outcomes == [Refusal(Why.DECISION_IN_FORCE)] * len(outcomes)


@pytest.mark.parametrize(
    "hand",
    [
        "UPDATE org_calendar_decision SET note = 'x' WHERE id = %s",
        "DELETE FROM org_calendar_day WHERE decision_id = %s",
        "UPDATE org_calendar_day SET kind = 'holiday' WHERE decision_id = %s",
        "INSERT INTO org_calendar_week (id, decision_id, valid_from, shifts)"
        " VALUES (gen_random_uuid(), %s, '2026-03-01', '{}')",
    ],
)
def test_the_database_keeps_what_is_in_force_and_lets_a_draft_change(hand: str) -> None:
    draft, kept = drafted(None, FRIDAY), in_force(drafted(None, MOVED))
    with connection.cursor() as cursor:
        cursor.execute(hand, [draft.pk])
        assert cursor.rowcount == 1
        with pytest.raises(Error, match="does not change"), transaction.atomic():
            cursor.execute(hand, [kept.pk])


def test_a_number_given_up_never_comes_back() -> None:
    made = drafted(None, FRIDAY)
    with pytest.raises(RuntimeError), transaction.atomic():
        given_up = in_force(made).number
        raise RuntimeError
    assert in_force(made).number > given_up


def test_a_dossier_keeps_the_calendar_of_its_acceptance(world: World) -> None:
    """Vector 24: the calendar gains a holiday, the promised day stays; a new dossier has the new one."""
    dossier = world.in_process()
    in_force(drafted(None, FRIDAY))
    assert due_day(dossier) == DUE
    assert reckoned(dossier).due.day == DUE
    assert due_day(world.accepted()) == MOVED  # the control: the day off does count


def test_the_preview_tells_what_a_draft_would_move(world: World) -> None:
    dossier, _ = world.in_process(), world.submitted()
    (moved,) = would_move(drafted(world.committee, FRIDAY), AT)
    assert (moved.dossier, local(moved.old_due_at).date(), local(moved.new_due_at).date()) == (
        dossier,
        DUE,
        MOVED,
    )
    assert would_move(drafted(another_agency(), FRIDAY), AT) == []
    assert would_move(drafted(None, date(2026, 7, 1)), AT) == []


def test_a_batch_moves_the_chosen_dossiers_and_no_other(world: World) -> None:
    chosen, other = world.in_process(), world.in_process()
    decision = in_force(drafted(None, FRIDAY))
    assert move(decision, chosen) == decision
    assert (due_day(chosen), due_day(other)) == (MOVED, DUE)
    assert chosen.due_at == reckoned(chosen).due.instant
    run = chosen.step_runs.get(ended_at=None)
    assert run.due_at == add_working_minutes(run.started_at, 60, calendar_of(chosen))


def test_a_batch_leaves_its_trace_and_the_first_promise(world: World) -> None:
    dossier = world.in_process()
    before, receipt = dossier.calendar_number, dossier.slips.get().facts
    decision = in_force(drafted(None, FRIDAY))
    move(decision, dossier)
    dossier.refresh_from_db()
    assert local(dossier.original_due_at).date() == DUE
    assert dossier.slips.get().facts == receipt
    said = rows_of(f"dossier:{dossier.pk}")[-1]
    assert said.verb == "dossier.calendar_moved"
    assert (said.payload["from"], said.payload["calendar"]) == (before, decision.number)
    batch = rows_of(f"calendar_decision:{decision.pk}")[-1]
    assert (batch.verb, batch.payload["dossiers"]) == ("calendar.dossiers_moved", [str(dossier.pk)])
    assert queries.time_of(dossier, AT).moved == (
        "Lịch làm việc thay đổi theo Quyết định 12/QĐ-UBND; ngày hẹn dời từ 09/03/2026 sang 10/03/2026.",
    )


def test_the_cached_dates_equal_their_recomputation_after_every_move(world: World) -> None:
    dossier, paused = world.in_process(), world.in_process()
    ClockMark.objects.create(dossier=paused, seq=2, kind="pause", at=AT, reason="x")
    Dossier.objects.filter(pk=paused.pk).update(paused_since=AT)
    for day in (FRIDAY, DUE, date(2026, 3, 5)):
        move(in_force(drafted(world.committee, day)), dossier, paused)
        for one in (dossier, paused):
            one.refresh_from_db()
            reckoning = reckoned(one)
            assert one.paused_since == reckoning.paused_since
            assert reckoning.due is None or one.due_at == reckoning.due.instant
            moves = list(one.calendar_moves.all())
            assert one.calendar_number == moves[-1].to_number
            assert (
                one.original_due_at
                == reckoned(
                    one, calendar=org.calendar_for(one.competent_agency_id, moves[0].from_number)
                ).original_due.instant
            )
    assert due_day(dossier) == date(2026, 3, 12)


@pytest.mark.parametrize("basis", ["", "  "])
def test_nothing_moves_without_a_basis(world: World, basis: str) -> None:
    dossier = world.in_process()
    assert move(in_force(drafted(None, FRIDAY)), dossier, basis=basis) == Refusal(DossierWhy.NO_LEGAL_GROUND)
    assert due_day(dossier) == DUE


def test_what_ended_or_runs_by_the_calendar_already_is_left_alone(world: World) -> None:
    ended, dossier = world.issued(), world.in_process()
    decision = in_force(drafted(None, FRIDAY))
    move(decision, dossier)
    assert move(decision, ended, dossier) == Refusal(DossierWhy.NOTHING_TO_MOVE)
    assert dossier.calendar_moves.count() == 1


def test_a_draft_moves_nothing(world: World) -> None:
    dossier = world.in_process()
    outcome = dossiers.move_calendar(
        number=99_999, dossier_ids=[dossier.pk], legal_basis=BASIS, by=MAKER, at=AT
    )
    assert outcome == Refusal(DossierWhy.CALENDAR_NOT_IN_FORCE)


def test_lines_of_a_draft_are_replaced_and_taken_out() -> None:
    made = drafted(None, FRIDAY)
    commands.set_day(decision_id=made.pk, day=FRIDAY, kind="holiday", name="Khác", by=MAKER, at=AT)
    assert [(one.kind, one.name) for one in CalendarDay.objects.filter(decision=made)] == [
        ("holiday", "Khác")
    ]
    commands.drop_day(decision_id=made.pk, day=FRIDAY, by=MAKER, at=AT)
    assert not made.days.exists()
    commands.drop_calendar_draft(decision_id=made.pk, by=MAKER, at=AT)
    assert not CalendarDecision.objects.filter(pk=made.pk).exists()
