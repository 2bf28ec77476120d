"""Whole lives of dossiers, played through the commands, with everything that the law says must then hold."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from pytest_django.fixtures import Settings

from motcua.base.clock import ZONE, local
from motcua.base.clock.remaining import RemainingKind
from motcua.base.journal.reading import rows_of
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.commands import Asked, Delay, Part, Stop
from motcua.casework.dossiers.models import Dossier, Slip, StopNotice
from motcua.casework.dossiers.notices.commands import seed_rules
from motcua.casework.dossiers.notices.words import NoticeEvent
from motcua.casework.dossiers.pages.acts.deciding import asked_before
from motcua.casework.dossiers.queries.handing import handovers_of
from motcua.casework.dossiers.reckoning import calendar_of, reckoned
from motcua.casework.dossiers.words import Finance, LatenessReason, Outcome, State, StopGround, Why
from motcua.reference.catalogue.words import DurationUnit, SupplementClock
from tests.rooms import dossier_notices_scene as notices
from tests.rooms import test_dossier_consulting as consulting
from tests.rooms import test_dossier_transferring as transferring
from tests.rooms import test_org_calendar as calendars
from tests.support.world import BEGAN, MAKER, World, build, ok

pytestmark = pytest.mark.django_db
DAYS, HOURS = DurationUnit.WORKING_DAY, DurationUnit.HOUR
WHAT = {"items": [Asked("Giấy chứng sinh", "Bản chụp mờ")], "reason": "Mờ", "legal_basis": "Luật Hộ tịch"}

Stage = Callable[..., World]


@pytest.fixture
def stage(settings: Settings) -> Stage:
    """Give a way to build the world with the notices that a province starts with."""
    settings.NOTICE_SENDERS = {"sms": f"{notices.__name__}.TakesAll"}

    def built(clock: SupplementClock = SupplementClock.RESTART, days: int = 5) -> World:
        made = build(clock=clock, limit=(days, DAYS))
        seed_rules(by=MAKER, at=BEGAN)
        return made

    return built


def on(day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=ZONE)


def day(at: datetime | None) -> str:
    assert at is not None
    return local(at).date().isoformat()


def why(outcome: object) -> object:
    assert isinstance(outcome, Refusal), outcome
    return outcome.why


def verbs(dossier: Dossier) -> list[str]:
    return [row.verb.removeprefix("dossier.") for row in rows_of(f"dossier:{dossier.pk}")]


def told(dossier: Dossier, event: NoticeEvent, to: object = None) -> list[str]:
    """Give what somebody, or whoever filed, was told of an event on the page."""
    rows = [one for one in notices.told(dossier) if (one.event, one.medium) == (event, "in_app")]
    wanted = to or dossier.submitter.account_id
    return [one.body for one in rows if one.account_id == wanted]


def is_derived(dossier: Dossier) -> bool:
    """Tell whether the cached due date is what marks, calendar and version come to."""
    due = reckoned(dossier).due
    return due is not None and due.instant == dossier.due_at


def asked(world: World, dossier: Dossier, at: datetime, sent: datetime | None = None) -> Dossier:
    """Ask for papers after appraisal: officer, leader, counter."""
    act = {"dossier_id": dossier.pk, "at": at}
    ok(commands.propose_supplement(**WHAT, by=world.tuan, **act))
    ok(commands.approve_supplement(by=world.lan, **act))
    return ok(commands.request_supplement(dossier_id=dossier.pk, by=world.hoa, at=sent or at))


def completed(world: World, dossier: Dossier, at: datetime) -> Dossier:
    last = dossier.rounds.order_by("-number").first()
    assert last is not None
    ticked = [one.pk for one in last.items.all()]
    return ok(
        commands.supplement_received_complete(dossier_id=dossier.pk, ticked=ticked, by=world.hoa, at=at)
    )


def resolved(world: World, dossier: Dossier, at: datetime) -> Dossier:
    """Let everybody on the route do their part, until the result is issued."""
    act = {"dossier_id": dossier.pk, "at": at}
    kind = world.version.results.get().pk
    ok(commands.draft_result(outcome=Outcome.GRANTED, result_type_id=kind, title="G", by=world.tuan, **act))
    ok(commands.advance_step(by=world.tuan, **act))
    ok(commands.advance_step(by=world.hanh, **act))
    ok(commands.approve_result(by=world.lan, **act))
    return ok(commands.issue_result(by=world.son, **act))


@pytest.mark.covers("E-2", "T-03", "T-26")
def test_a_dossier_filed_at_another_counter_keeps_its_code_and_the_calendar_of_who_decides(
    stage: Stage,
) -> None:
    world = stage()
    seo = transferring.counter(world, "Lũng Cú", "H60.31")
    transferring.let(world)
    calendars.in_force(calendars.drafted(world.committee, date(2026, 3, 6)))
    filed = ok(transferring.filed(world, seo))
    where = (filed.receiving_unit_id, filed.home_counter_id, filed.competent_agency_id)
    assert where == (seo.unit, world.counter.pk, world.committee.pk)
    assert day(filed.due_at) == "2026-03-10"  # Friday is a day off of those who decide
    act = {"dossier_id": filed.pk, "at": on(2, 10)}
    ok(commands.transfer_non_boundary(by=seo, **act))
    ok(commands.take_transfer(by=world.hoa, **act))
    sent = ok(commands.forward(by=world.hoa, **act))
    done = resolved(world, sent, on(4))
    handed = {"recipient": "Lý Thị Mẩy", "relation": "Chủ hồ sơ", "dossier_id": done.pk}
    returned = ok(commands.hand_over_result(**handed, by=seo, at=on(5)))
    assert returned.state == State.RESULT_RETURNED
    assert (returned.code, returned.due_at) == (filed.code, filed.due_at)
    assert str(returned.code).startswith("H60.31-260302-")
    assert is_derived(returned)
    counters = [(one.giver.person, one.taker.person) for one in handovers_of(returned)[:3]]
    assert counters == [
        ("Lý Thị Mẩy", "Công chức Lũng Cú"),
        ("Công chức Lũng Cú", "Trần Thị Hoa"),
        ("Trần Thị Hoa", "Hà Minh Tuấn"),
    ]
    assert verbs(returned)[:4] == ["accepted", "transferred", "transfer_taken", "forwarded"]


@pytest.mark.covers("E-3", "T-18", "T-19")
@pytest.mark.parametrize(
    ("clock", "sent", "due"),
    [
        (SupplementClock.RESTART, on(5), "2026-03-26"),  # published vector 16
        (SupplementClock.PAUSE, on(5, 17, 30), "2026-03-23"),  # published vector 17
    ],
    ids=["restart", "pause"],
)
def test_papers_asked_for_at_appraisal_move_the_date_as_the_procedure_says(
    stage: Stage, clock: SupplementClock, sent: datetime, due: str
) -> None:
    world = stage(clock, days=10)
    begun = world.in_process()
    assert (begun.state, day(begun.due_at)) == (State.IN_PROCESS, "2026-03-16")
    waits = asked(world, begun, on(5), sent)
    assert (waits.state, waits.paused_since) == (State.SUPPLEMENT_REQUESTED, sent)
    assert "1. Giấy chứng sinh: Bản chụp mờ" in told(waits, NoticeEvent.SUPPLEMENT_REQUESTED)[0]
    goes_on = completed(world, waits, on(12))
    assert (goes_on.state, goes_on.paused_since) == (State.IN_PROCESS, None)
    made = goes_on.rounds.get()
    assert (day(made.old_due_at), day(made.new_due_at)) == ("2026-03-16", due)
    assert (day(goes_on.original_due_at), day(goes_on.due_at)) == ("2026-03-16", due)
    assert is_derived(goes_on)
    first, asking, second = goes_on.slips.order_by("issued_at", "id")
    assert (first.form, asking.form, second.form) == ("M01", "M02", "M01")
    assert (asking.facts["stage"], asking.facts["items"]) == (
        "appraisal",
        [["Giấy chứng sinh", "Bản chụp mờ"]],
    )
    assert second.facts["previous_due_at"] == first.facts["due_at"]
    (words,) = told(goes_on, NoticeEvent.SUPPLEMENT_COMPLETED)
    assert f"Hẹn trả kết quả: {date.fromisoformat(due):%d/%m/%Y}." in words
    assert verbs(goes_on)[-5:] == [
        "forwarded",
        "supplement_proposed",
        "supplement_approved",
        "supplement_requested",
        "supplement_completed",
    ]
    done = resolved(world, goes_on, on(20))
    assert queries.time_of(done, on(21)).left.kind is RemainingKind.FINISHED_EARLY


@pytest.mark.covers("E-4", "T-11")
def test_papers_asked_for_twice_are_warned_of_approved_and_both_stay_on_record(stage: Stage) -> None:
    world = stage()
    dossier = completed(world, asked(world, world.in_process(), on(4)), on(12))
    assert asked_before(dossier).startswith("Người nộp đã bị yêu cầu bổ sung 1 lần.")
    act = {"dossier_id": dossier.pk, "at": on(13)}
    ok(commands.propose_supplement(**WHAT, by=world.tuan, **act))
    assert why(commands.request_supplement(by=world.hoa, **act)) is Why.SUPPLEMENT_NOT_ANSWERED
    ok(commands.approve_supplement(by=world.lan, **act))
    again = ok(commands.request_supplement(by=world.hoa, **act))
    assert again.state == State.SUPPLEMENT_REQUESTED
    # What the index counts as late: two requests, and nothing that resolves it.
    asking = [row for row in rows_of(f"dossier:{again.pk}") if row.verb == "dossier.supplement_requested"]
    assert [(local(row.happened_at).day, row.payload["round"]) for row in asking] == [(4, 1), (13, 2)]
    assert (again.resolved_at, again.returned_at, again.ended_at) == (None, None, None)
    assert [one.facts["round"] for one in again.slips.filter(form="M02").order_by("issued_at")] == [1, 2]
    assert queries.time_of(again, on(31)).left.kind is RemainingKind.PAUSED
    assert day(again.original_due_at) == "2026-03-09"


@pytest.mark.covers("E-5", "T-50", "T-51")
def test_one_apology_in_time_moves_the_date_once_and_late_is_late_by_both(stage: Stage) -> None:
    world = stage()
    begun = world.in_process()
    delay = Delay(LatenessReason.CONSULTATION_LATE, "Chờ xác minh.", "UBND phường", date(2026, 3, 13))
    act = {"dossier_id": begun.pk, "delay": delay}
    ok(commands.propose_extension(by=world.tuan, at=on(5), **act))
    dossier = ok(commands.apologise_and_extend(by=world.lan, at=on(6), **act))
    assert (day(dossier.original_due_at), day(dossier.due_at)) == ("2026-03-09", "2026-03-13")
    assert (dossier.state, is_derived(dossier)) == (State.IN_PROCESS, True)
    slip = Slip.objects.get(dossier=dossier, form="M04")
    assert (slip.facts["old_due"][:10], slip.facts["new_due"][:10]) == ("2026-03-09", "2026-03-13")
    (words,) = told(dossier, NoticeEvent.EXTENDED)
    assert "09/03/2026" in words and "13/03/2026" in words and "Chờ xác minh" in words
    again = {"dossier_id": dossier.pk, "delay": replace(delay, until=date(2026, 3, 20))}
    assert why(commands.propose_extension(by=world.tuan, at=on(10), **again)) is Why.ALREADY_EXTENDED
    assert why(commands.apologise_and_extend(by=world.lan, at=on(10), **again)) is Why.ALREADY_EXTENDED
    assert Slip.objects.filter(dossier=dossier, form="M04").count() == 1
    between, after = queries.time_of(dossier, on(10)), queries.time_of(dossier, on(16))
    assert (between.left.kind is RemainingKind.LATE, between.first_missed) == (False, True)
    assert (after.left.kind, after.first_missed) == (RemainingKind.LATE, True)
    done = resolved(world, dossier, on(16))
    seen = queries.time_of(done, on(20))
    assert (done.state, seen.left.kind, seen.first_missed) == (
        State.RESOLVED,
        RemainingKind.FINISHED_LATE,
        True,
    )
    assert verbs(done)[6:8] == ["extension_proposed", "extended"]


@pytest.mark.covers("E-7")
def test_what_the_agency_stops_ends_in_state_eight_with_its_notice(stage: Stage) -> None:
    world = stage()
    dossier = asked(world, world.in_process(), on(4))
    said = Stop(
        StopGround.OBJECT_CEASED, "Đối tượng không còn.", "Luật Hộ tịch, Điều 16", "UBND", date(2026, 3, 5)
    )
    stopped = ok(commands.stop(dossier_id=dossier.pk, said=said, by=world.lan, at=on(5)))
    assert (stopped.state, int(State.STOPPED), stopped.outcome) == (8, 8, Outcome.STOPPED)
    assert (stopped.ended_at, stopped.paused_since, reckoned(stopped).stopped_at) == (on(5), None, on(5))
    assert stopped.finance == Finance.NONE
    slip = stopped.slips.get(form="M05")
    notice = StopNotice.objects.get(dossier=stopped)
    assert (notice.slip_id, notice.state_before) == (slip.pk, State.SUPPLEMENT_REQUESTED)
    assert (slip.facts["ground"], slip.facts["settlement"]) == ("object_ceased", "nothing_due")
    (words,) = told(stopped, NoticeEvent.STOPPED)
    assert "Đối tượng không còn" in words and "Không phát sinh phí, lệ phí." in words
    act = {"dossier_id": stopped.pk, "at": on(6)}
    assert why(commands.answer_supplement(files={}, by=world.member, **act)) is Why.NOT_OPEN
    assert why(commands.withdraw(reason="", by=world.member, **act)) is Why.NOT_OPEN
    assert why(commands.stop(said=said, by=world.lan, **act)) is Why.NOT_OPEN
    assert verbs(stopped)[-1] == "stopped"


@pytest.mark.covers("E-8")
def test_three_agencies_work_under_one_clock_and_the_heads_hear_of_the_late_one(stage: Stage) -> None:
    world = stage()
    offices = [consulting.office(world, name) for name in ("Công an", "Y tế", "Bảo hiểm")]
    parts = [
        Part(one.unit, "Phần việc", Decimal(hours)) for one, hours in zip(offices, (8, 16, 24), strict=True)
    ]
    begun = world.in_process()
    dossier = ok(commands.open_shares(dossier_id=begun.pk, parts=parts, by=world.tuan, at=world.at))
    assert (dossier.due_at, dossier.clock_marks.count()) == (begun.due_at, 1)
    assert [one.reply_due.day for one in queries.consultations_of(dossier)] == [3, 4, 5]
    for one in offices[1:]:
        ok(commands.answer_consultation(dossier_id=dossier.pk, reply="Xong.", by=one, at=on(3)))
    result = world.version.results.get().pk
    act = {"dossier_id": dossier.pk, "by": world.tuan, "at": on(4)}
    ok(commands.draft_result(outcome=Outcome.GRANTED, result_type_id=result, title="Giấy", **act))
    assert why(commands.advance_step(**act, note="Đi trước")) is Why.SHARE_OPEN
    assert consulting.flagged("2026-03-04T07:20:00+07:00").count("consultation.late") == 1
    # Nobody heads the one-stop unit here: the leader above is told in that place.
    heads = {
        one.account_id: one.body
        for one in notices.told(dossier)
        if one.event == NoticeEvent.CONSULTATION_LATE and one.medium == "in_app"
    }
    assert heads.keys() == {world.tuan.account, world.lan.account}
    assert "Phòng của Công an phải trả lời trước ngày 03/03/2026" in heads[world.lan.account]
    ok(commands.answer_consultation(dossier_id=dossier.pk, reply="Xong.", by=offices[0], at=on(4, 10)))
    ok(commands.advance_step(**{**act, "at": on(4, 11)}))
    assert Dossier.objects.get(pk=dossier.pk).due_at == begun.due_at


@pytest.mark.covers("E-12", "T-12", "T-13", "T-14")
@pytest.mark.parametrize(
    ("began", "limit", "due", "says"),
    [
        ("2026-02-12 09:00", (3, DAYS), "2026-02-24 23:59", "Tết"),
        ("2026-01-08 09:00", (2, DAYS), "2026-01-10 23:59", "Thứ Bảy 10/01/2026: làm bù, tính"),
        ("2026-11-20 09:00", (3, DAYS), "2026-11-26 23:59", "Thứ Ba 24/11/2026: nghỉ lễ"),
        ("2026-11-23 16:00", (8, HOURS), "2026-11-25 16:00", "Thứ Ba 24/11/2026: nghỉ lễ"),
        ("2026-08-28 09:00", (2, DAYS), "2026-09-04 23:59", "Thứ Tư 02/09/2026: nghỉ lễ"),
        ("2026-08-20 09:00", (2, DAYS), "2026-08-22 23:59", "Thứ Bảy 22/08/2026: làm bù, tính"),
    ],
    ids=["2 Tết", "3 swap", "11 culture day", "12 hours", "13 National Day", "14 swap"],
)
def test_days_that_the_state_moved_are_counted_as_decided(
    began: str, limit: tuple[int, DurationUnit], due: str, says: str
) -> None:
    world = build(limit=limit)
    world.at = datetime.fromisoformat(began).replace(tzinfo=ZONE)
    dossier = world.received()
    assert dossier.due_at is not None
    assert f"{local(dossier.due_at):%Y-%m-%d %H:%M}" == due
    assert (dossier.due_by_instant, is_derived(dossier)) == (limit[1] is HOURS, True)
    assert datetime.fromisoformat(dossier.slips.get().facts["due_at"]) == dossier.due_at
    sentences = queries.time_of(dossier, world.at).sentences
    assert any(says in one for one in sentences), sentences
    assert calendar_of(dossier).is_working(local(dossier.due_at).date())
