"""Who is told what about a dossier: news as it reaches people."""

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from motcua.base.database.ids import uuid7
from motcua.base.journal.models import Delivery
from motcua.base.notices.models import Notice
from motcua.base.notices.words import Medium
from motcua.base.rooms import News, Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.commands import Delay, Stop
from motcua.casework.dossiers.jobs import flag_late_consultees
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.notices import jobs
from motcua.casework.dossiers.notices.words import NoticeEvent
from motcua.casework.dossiers.words import LatenessReason, RefusalReason, ResultDelivery, StopGround
from motcua.reference.org import commands as org
from motcua.reference.org.words import Role, UnitKind
from tests.rooms.dossier_notices_scene import (
    accepted_elsewhere,
    asked,
    far_counter,
    local_day_off,
    of,
    on,
    staged,
    told,
    watch,
)
from tests.rooms.test_dossier_work import second_officer
from tests.support import moments
from tests.support.world import BEGAN, MAKER, World, ok

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(settings: Settings) -> Iterator[World]:
    yield from staged(settings)


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
