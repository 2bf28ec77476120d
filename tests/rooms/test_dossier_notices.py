"""Who is told what about a dossier: news and alarms as they reach people."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from pytest_django.fixtures import Settings

from motcua.base.access import Actor
from motcua.base.clock import ZONE
from motcua.base.clock.calendar import DayKind, OutOfCalendar
from motcua.base.database.ids import uuid7
from motcua.base.journal.delivery import deliver
from motcua.base.journal.models import Delivery
from motcua.base.notices import commands as outbox
from motcua.base.notices import rules as notice_rules
from motcua.base.notices.models import Notice, NoticeRule
from motcua.base.notices.queries import Reached, rule_at
from motcua.base.notices.words import Medium, Message
from motcua.base.queue import waiting_arguments
from motcua.base.rooms import News, Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.commands import Delay, Stop
from motcua.casework.dossiers.jobs import flag_late_consultees
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.notices import jobs
from motcua.casework.dossiers.notices.commands import missing_seeds, seed_rules
from motcua.casework.dossiers.notices.occasions import OCCASIONS
from motcua.casework.dossiers.notices.seeds import SEEDS
from motcua.casework.dossiers.notices.words import NoticeEvent
from motcua.casework.dossiers.words import (
    Asked,
    LatenessReason,
    PaperForm,
    RefusalReason,
    ResultDelivery,
    StopGround,
)
from motcua.reference.org import commands as org
from motcua.reference.org.models import CalendarDecision
from motcua.reference.org.queries import actor_of
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from motcua.reference.people.words import Identity
from tests.rooms.test_dossier_work import second_officer
from tests.support import moments
from tests.support.world import BEGAN, CODE, MAKER, World, build, ok

pytestmark = pytest.mark.django_db
LIMITS = {"alarm_due_first": 2, "alarm_due_last": 1, "alarm_silent": 5, "supplement_answer": 10}


class TakesAll:
    """Takes every message."""

    ready = True

    def send(self, message: Message) -> Refusal | None:
        return None


class NotReady(TakesAll):
    """Is not set up."""

    ready = False


@pytest.fixture
def world(settings: Settings) -> Iterator[World]:
    here = f"{__name__}.TakesAll"
    settings.NOTICE_SENDERS = {"email": here, "sms": here, "zalo": here}
    made = build()
    for code, value in LIMITS.items():
        org.set_regulation(
            code=code,
            value=value,
            unit="working_day",
            legal_basis="tests",
            certainty="D",
            valid_from=BEGAN.date(),
            by=MAKER,
            at=BEGAN,
        )
    seed_rules(by=MAKER, at=BEGAN)
    with moments.frozen("2026-03-02 09:00"):
        yield made


def told(dossier: Dossier | None = None) -> list[Notice]:
    """Carry the news that waits, and give what was made of it."""
    while waiting := list(
        Delivery.objects.filter(delivered_at=None, subscriber__startswith="dossier_notices").values_list(
            "pk", flat=True
        )
    ):
        for pk in waiting:
            deliver(delivery=str(pk))
    made = Notice.objects.order_by("made_at", "id")
    return [one for one in made if dossier is None or one.about == f"dossier:{dossier.pk}"]


def of(event: NoticeEvent, medium: Medium = Medium.IN_APP) -> Notice:
    (one,) = [row for row in told() if row.event == event and row.medium == medium]
    return one


# --- rules as data ---


def test_every_seed_says_what_it_must_for_an_occasion_that_there_is() -> None:
    for seed in SEEDS:
        wrong = notice_rules.check_wording(seed.wording, OCCASIONS[seed.event], seed.media)
        assert wrong is None, (seed.event, wrong)
    assert {seed.event for seed in SEEDS} == set(NoticeEvent) == set(OCCASIONS)


def test_every_occasion_has_a_sample_for_each_of_its_fields() -> None:
    assert {one.event for one in OCCASIONS.values() if set(one.sample) != set(one.fields)} == set()


def test_seeding_twice_adds_nothing_and_leaves_a_changed_rule_alone(world: World) -> None:
    assert missing_seeds(BEGAN) == []
    made = NoticeRule.objects.count()
    assert seed_rules(by=MAKER, at=BEGAN) == 0
    assert NoticeRule.objects.count() == made


# --- news ---


def test_a_filing_is_told_on_the_page_and_by_text_with_what_the_law_asks_for(world: World) -> None:
    dossier = world.submitted()
    made = told(dossier)
    assert [(one.medium, one.address) for one in made] == [
        (Medium.IN_APP, ""),
        (Medium.SMS, "0912000001"),
    ]
    for part in (dossier.temporary_code, dossier.receiving_unit.name, "khi cán bộ kiểm tra xong giấy tờ"):
        assert part in made[0].body
    assert "http" not in made[0].body and world.member.account == made[0].account_id


def test_news_that_comes_twice_tells_once(world: World) -> None:
    world.submitted()
    before = [one.pk for one in told()]
    Delivery.objects.filter(subscriber__startswith="dossier_notices").update(delivered_at=None)
    assert [one.pk for one in told()] == before


def test_without_a_rule_nobody_is_told(world: World) -> None:
    rule = rule_at("submitted", "applicant", BEGAN)
    assert rule is not None
    outbox.set_rule(
        occasion=OCCASIONS[NoticeEvent.SUBMITTED],
        addressee="applicant",
        media=[Medium.IN_APP],
        wording=rule.wording,
        legal_basis="tests",
        on=False,
        by=MAKER,
        at=world.at - timedelta(hours=1),
    )
    world.submitted()
    assert told() == []


def test_an_acceptance_tells_the_code_the_due_date_the_unit_and_the_hotline(world: World) -> None:
    dossier = world.accepted()
    body = of(NoticeEvent.ACCEPTED, Medium.SMS).body
    assert dossier.code is not None and dossier.code in body and "09/03/2026" in body and "1022" in body
    assert dossier.receiving_unit.name in of(NoticeEvent.ACCEPTED).body


def test_a_refused_intake_tells_the_reason_and_the_right_place(world: World) -> None:
    ok(
        commands.refuse_intake(
            dossier_id=world.judged().pk,
            reason=RefusalReason.WRONG_AUTHORITY,
            words="Việc này của tỉnh.",
            legal_basis="Luật Hộ tịch 2014, Điều 13",
            right_authority="Sở Tư pháp",
            by=world.hoa,
            at=world.at,
        )
    )
    body = of(NoticeEvent.INTAKE_REFUSED).body
    assert "Việc này của tỉnh." in body and "Sở Tư pháp" in body


def asked(world: World) -> Dossier:
    return ok(
        commands.request_supplement_at_intake(
            dossier_id=world.judged().pk,
            items=[Asked("Giấy chứng sinh", "ảnh mờ"), Asked("Giấy ủy quyền")],
            reason="Thiếu giấy tờ",
            by=world.hoa,
            at=world.at,
        )
    )


def test_a_supplement_is_told_with_the_whole_list_and_until_when(world: World) -> None:
    asked(world)
    body = of(NoticeEvent.SUPPLEMENT_REQUESTED).body
    assert "1. Giấy chứng sinh: ảnh mờ\n2. Giấy ủy quyền" in body
    assert "trước ngày 16/03/2026" in body


def test_steps_are_a_quiet_feed_on_the_page_alone(world: World) -> None:
    dossier = world.in_process()
    made = [one for one in told(dossier) if one.event == NoticeEvent.MOVED_ON]
    assert [(one.medium, one.read_at is not None) for one in made] == [(Medium.IN_APP, True)]
    assert "Kiểm tra hồ sơ" in made[0].subject and "Trần Thị Hoa" in made[0].body


def test_a_result_is_told_with_how_and_where_and_then_its_return(world: World) -> None:
    dossier = world.issued()
    ready = of(NoticeEvent.RESULT_READY)
    assert dossier.receiving_unit.name in ready.body and "Giấy khai sinh" in ready.body
    ok(
        commands.hand_over_result(
            dossier_id=dossier.pk, recipient="Giàng A Páo", relation="Chủ hồ sơ", by=world.hoa, at=world.at
        )
    )
    assert "đã trao lúc 09:00, 02/03/2026" in of(NoticeEvent.RESULT_RETURNED).body


def test_an_electronic_result_is_told_once_when_it_lies_in_the_store(world: World) -> None:
    dossier = world.issued()
    Dossier.objects.filter(pk=dossier.pk).update(result_delivery=ResultDelivery.ELECTRONIC)
    assert NoticeEvent.RESULT_READY not in {one.event for one in told(dossier)}


def test_an_assignment_is_told_to_whoever_got_it(world: World) -> None:
    dossier = world.in_process()
    ok(
        commands.assign(
            dossier_id=dossier.pk, to=world.staff[Role.CASE_OFFICER].pk, by=world.hanh, at=world.at
        )
    )
    assert of(NoticeEvent.ASSIGNED).account_id == world.tuan.account


def test_whoever_held_a_dossier_before_is_told_that_it_is_gone(world: World) -> None:
    other, dossier = second_officer(world), world.in_process()
    act = {"dossier_id": dossier.pk, "by": world.hanh, "at": world.at}
    ok(commands.reassign(to=world.tuan.person, **act))
    assert NoticeEvent.TAKEN_OVER not in {one.event for one in told(dossier)}
    ok(commands.reassign(to=other.person, **act))
    gone = of(NoticeEvent.TAKEN_OVER)
    assert gone.account_id == world.tuan.account
    assert f"đã giao lại cho {other.name}" in gone.body
    got = [one.account_id for one in told(dossier) if one.event == NoticeEvent.ASSIGNED]
    assert got == [world.tuan.account, other.account]


def test_an_apology_tells_both_dates_the_reason_and_who_answers_for_it(world: World) -> None:
    dossier = world.in_process()
    delay = Delay(LatenessReason.INCOMPLETE_VERIFICATION, "Chờ xác minh.", "UBND phường", on(13).date())
    ok(commands.apologise_and_extend(dossier_id=dossier.pk, delay=delay, by=world.lan, at=on(5)))
    made = [one for one in told(dossier) if one.event == NoticeEvent.EXTENDED]
    # Nobody heads the one-stop unit here: the leader above is told in that place.
    expected = {world.member.account, world.hoa.account, world.lan.account}
    assert {one.account_id for one in made} == expected
    body = next(
        one.body for one in made if one.medium == Medium.IN_APP and one.account_id == world.member.account
    )
    for part in ("UBND phường xin lỗi", "09/03/2026", "13/03/2026", "Lý do: Chờ xác minh."):
        assert part in body


def test_a_stop_tells_the_ground_and_what_becomes_of_the_fees(world: World) -> None:
    dossier = world.in_process()
    said = Stop(StopGround.LEGAL_GROUND, "Có bản án.", "Luật Hộ tịch 2014, Điều 16", "UBND", on(4).date())
    ok(commands.stop(dossier_id=dossier.pk, said=said, by=world.lan, at=on(5)))
    body = of(NoticeEvent.STOPPED).body
    assert "Theo quy định của pháp luật; Có bản án; Luật Hộ tịch 2014, Điều 16." in body
    assert "Không phát sinh phí, lệ phí." in body


def test_a_withdrawal_is_told_to_the_counter_and_to_whoever_had_the_dossier(world: World) -> None:
    dossier = world.in_process()
    ok(commands.withdraw(dossier_id=dossier.pk, reason="", by=world.member, at=on(3)))
    made = [one for one in told(dossier) if one.event == NoticeEvent.WITHDRAWN]
    assert {one.account_id for one in made} == {world.member.account, world.hoa.account, world.tuan.account}


def test_somebody_without_an_account_is_told_by_telephone_alone(world: World) -> None:
    dossier = world.received()
    assert [(one.medium, one.address, one.account_id) for one in told(dossier)] == [
        (Medium.SMS, "0912000318", None)
    ]


def test_what_somebody_chose_comes_before_what_is_known_of_them(world: World) -> None:
    chosen = {
        Medium.SMS: Reached("0912000001", wanted=False),
        Medium.EMAIL: Reached("pao@example.vn", wanted=True),
        Medium.ZALO: Reached("0912999999", wanted=True),
    }
    outbox.choose_reach(chosen=chosen, by=world.member, at=world.at)
    world.submitted()
    assert {(one.medium, one.address) for one in told()} == {
        (Medium.IN_APP, ""),
        (Medium.EMAIL, "pao@example.vn"),
        (Medium.ZALO, "0912999999"),
    }


def test_a_medium_that_is_not_set_up_makes_no_notice_that_would_fail(
    world: World, settings: Settings
) -> None:
    settings.NOTICE_SENDERS = {"sms": f"{__name__}.NotReady"}
    world.submitted()
    assert [one.medium for one in told()] == [Medium.IN_APP]


def test_an_answer_that_is_late_is_told_to_the_officer_and_the_one_stop_head_once(world: World) -> None:
    dossier = world.in_process()
    police = org.set_up_unit(
        agency=world.committee,
        name="Công an phường",
        kind=UnitKind.DIVISION,
        valid_from=BEGAN.date(),
        by=MAKER,
        at=BEGAN,
    )
    said = {"content": "Xác minh nơi cư trú", "reply_due": on(5).date()}
    ok(commands.open_consultation(dossier_id=dossier.pk, unit_id=police.pk, **said, by=world.tuan, at=on(3)))
    for moment in ("2026-03-06 07:20", "2026-03-07 07:20"):
        with moments.frozen(moment):
            flag_late_consultees(timestamp=0)
    late = [one for one in told(dossier) if one.event == NoticeEvent.CONSULTATION_LATE]
    # Nobody heads the one-stop unit here: the leader above is told in that place.
    assert {one.account_id for one in late} == {world.tuan.account, world.lan.account}
    assert "Công an phường phải trả lời trước ngày 05/03/2026" in late[0].body
    assert "Xác minh" not in late[0].body


def test_a_transfer_is_told_to_both_counters_and_to_the_applicant(world: World) -> None:
    seo = far_counter(world)
    assert seo.unit is not None
    world.at = on(2)
    dossier = accepted_elsewhere(world, seo)
    told()
    ok(commands.transfer_non_boundary(dossier_id=dossier.pk, by=seo, at=on(2, 10)))
    made = [one for one in told(dossier) if one.event == NoticeEvent.TRANSFERRED]
    assert {one.account_id for one in made} == {world.hoa.account, seo.account, world.member.account}
    home = world.counter.name
    assert all(home in one.body and str(dossier) in one.subject for one in made)
    # Whoever has it now is the counter that it was sent to.
    silent = [one for one in watch(world, on(10)) if one.event == NoticeEvent.SILENT]
    assert world.hoa.account in {one.account_id for one in silent}
    assert seo.account not in {one.account_id for one in silent}


def test_a_corrected_result_is_told_with_an_apology_both_numbers_and_what_was_wrong(world: World) -> None:
    dossier = world.issued()
    act = {"dossier_id": dossier.pk}
    ok(
        commands.draft_correction(
            **act, error="Ghi sai chữ đệm.", title="Giấy khai sinh", by=world.tuan, at=on(4)
        )
    )
    assert NoticeEvent.RESULT_CORRECTED not in {one.event for one in told(dossier)}
    ok(commands.approve_correction(**act, by=world.lan, at=on(4)))
    ok(commands.issue_correction(**act, by=world.son, at=on(4)))
    made = [one for one in told(dossier) if one.event == NoticeEvent.RESULT_CORRECTED]
    assert {one.account_id for one in made} == {world.member.account, world.hoa.account}
    first, second = dossier.results.order_by("seq")
    body = next(
        one.body for one in made if one.medium == Medium.IN_APP and one.account_id == world.member.account
    )
    for part in ("xin lỗi", first.number, second.number, "Ghi sai chữ đệm.", "không thu phí"):
        assert part in body


def test_a_date_that_a_new_calendar_moves_is_told_with_both_dates_and_the_basis(world: World) -> None:
    moved, kept = world.in_process(), world.in_process()
    decision = local_day_off(on(9).date())
    assert decision.number is not None
    batch = {"number": decision.number, "legal_basis": "Quyết định 12/QĐ-UBND", "by": MAKER, "at": on(4)}
    done = commands.move_calendar(dossier_ids=[moved.pk], **batch)
    assert not isinstance(done, Refusal), done
    made = [one for one in told() if one.event == NoticeEvent.CALENDAR_MOVED]
    assert {one.about for one in made} == {f"dossier:{moved.pk}"} != {f"dossier:{kept.pk}"}
    assert {one.account_id for one in made} == {world.member.account, world.tuan.account, world.hoa.account}
    for part in ("09/03/2026", "10/03/2026", "Quyết định 12/QĐ-UBND"):
        assert part in made[0].body


def test_a_calendar_that_moves_the_hours_of_a_step_alone_tells_nobody(world: World) -> None:
    dossier = world.in_process()
    assert dossier.due_at is not None
    due = dossier.due_at.isoformat()
    for payload, times in (({"old": due, "due": due}, 0), ({"old": due, "due": on(10).isoformat()}, 3)):
        news = News(
            uuid7(), "dossier.calendar_moved", f"dossier:{dossier.pk}", on(4), {"basis": "QĐ", **payload}
        )
        jobs.told_of_calendar(news)
        made = Notice.objects.filter(event=NoticeEvent.CALENDAR_MOVED, medium=Medium.IN_APP)
        assert made.count() == times


# --- alarms ---


def watch(world: World, at: datetime) -> list[Notice]:
    before = set(Notice.objects.values_list("pk", flat=True))
    for unit in jobs.units_watched():
        jobs.watch(unit, at)
    return [one for one in Notice.objects.order_by("event", "id") if one.pk not in before]


def on(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 3, day, hour, 0, tzinfo=ZONE)


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


def test_an_official_who_gave_an_address_is_told_by_mail_too(world: World) -> None:
    chosen = {Medium.EMAIL: Reached("tuan@example.vn", wanted=True)}
    outbox.choose_reach(chosen=chosen, by=world.tuan, at=world.at)
    world.in_process()
    made = [one for one in watch(world, on(10)) if one.account_id == world.tuan.account]
    overdue = {one.medium for one in made if one.event == NoticeEvent.OVERDUE}
    assert overdue == {Medium.IN_APP, Medium.EMAIL}


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


def far_counter(world: World) -> Actor:
    """Set up the counter of another commune, which may take in for all, with one officer."""
    do: dict[str, Any] = {"by": MAKER, "at": BEGAN}
    since: dict[str, Any] = {**do, "valid_from": BEGAN.date()}
    org.set_regulation(
        code="non_boundary", value=1, unit="switch", legal_basis="NĐ 118/2025/NĐ-CP", certainty="V", **since
    )
    agency = org.found_agency(
        name="UBND xã Lũng Cú",
        short_name="UBND",
        kind=AgencyKind.PEOPLES_COMMITTEE,
        tier=Tier.COMMUNE,
        code="H60.31",
        province="tỉnh Tuyên Quang",
        place="Lũng Cú",
        **since,
    )
    unit = org.set_up_unit(
        agency=agency, name="Quầy xã Lũng Cú", kind=UnitKind.COUNTER, code="H60.31", **since
    )
    org.serve(counter=unit, agency=agency, **since)
    position = org.make_position(unit=unit, title="Công chức", roles=[Role.RECEPTION_OFFICER], **do)
    staff = org.join(full_name="Vàng Thị Seo", login="seo", password=None, **do)
    org.appoint(staff=staff, position=position, valid_from=BEGAN.date(), **do)
    actor = actor_of(staff, BEGAN.date())
    assert actor is not None
    return actor


def accepted_elsewhere(world: World, by: Actor) -> Dossier:
    """Take in anh Páo's paper dossier at another counter, for the agency of the ward."""
    identity = Identity(full_name="Giàng A Páo", personal_id="008190000001", phone="0912000001")
    papers = [
        commands.PaperHandedIn(one.pk, PaperForm.ORIGINAL)
        for one in world.version.components.filter(required=True)
    ]
    return ok(
        commands.receive_direct(
            procedure=CODE,
            agency_id=world.committee.pk,
            identity=identity,
            papers=papers,
            by=by,
            at=world.at,
        )
    )


def local_day_off(day: date) -> CalendarDecision:
    done: dict[str, Any] = {"by": MAKER, "at": on(3)}
    decision = org.draft_calendar(
        agency_id=None, title="Ngày hội", document="12/QĐ-UBND", document_on=on(2).date(), **done
    )
    assert isinstance(decision, CalendarDecision)
    org.set_day(decision_id=decision.pk, day=day, kind=DayKind.LOCAL_OFF, **done)
    made = org.put_calendar_in_force(decision_id=decision.pk, **done)
    assert isinstance(made, CalendarDecision)
    return made


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
