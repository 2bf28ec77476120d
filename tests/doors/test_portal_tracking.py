"""Following a dossier: who has it, until when, why the date moved, dates for a calendar, who looked."""

import re
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from motcua.base.clock import ZONE
from motcua.casework.dossiers import commands, printing
from motcua.casework.dossiers.models import Dossier, Slip
from motcua.casework.dossiers.papers.forms import SupplementSlip
from motcua.reference.catalogue.words import SupplementClock
from motcua.reference.org import commands as org
from tests.doors import portal_scene as scene
from tests.doors.tracking_scene import ASKED, CAME, Component, completed, read, waiting
from tests.rooms.test_dossier_consulting import office, sector_pauses
from tests.support.world import BEGAN, MAKER, MORNING, World, build, ok

pytestmark = pytest.mark.django_db


def page(built: World, dossier: Dossier, at: datetime) -> str:
    """Give the words of the tracking page at a moment, spaces made plain."""
    with time_machine.travel(at, tick=False):
        shown = scene.as_pao(built).get(f"/ho-so/{dossier.pk}/").content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", shown).replace("\xa0", " ").split())


def calendar(built: World, dossier: Dossier, at: datetime) -> Component:
    """Give the calendar of a dossier as it is sent at a moment."""
    with time_machine.travel(at, tick=False):
        answer = scene.as_pao(built).get(f"/ho-so/{dossier.pk}/lich.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    return read(b"".join(answer.streaming_content))


def test_the_page_names_who_has_the_dossier_with_role_and_unit() -> None:
    built = build()
    told = page(built, built.in_process(), MORNING + timedelta(hours=1))
    assert "Đang ở: Công chức giải quyết , Đơn vị division, từ 09:00, 02/03/2026." in told
    assert "Đang ở: Hà Minh Tuấn , công chức giải quyết, Đơn vị division" in page(
        built, built.drafted(), MORNING
    )


def test_while_papers_are_awaited_it_is_with_its_owner() -> None:
    built = build()
    told = page(built, waiting(built), ASKED + timedelta(days=2))
    assert "Đang ở: Bạn , cơ quan chờ bạn bổ sung" in told
    assert "Từ 04/03/2026 hồ sơ chờ bổ sung giấy tờ nên ngày hẹn 09/03/2026 không còn tính." in told
    assert "05/03–06/03 Chờ bạn bổ sung giấy tờ không tính" in told
    assert told.count("16:00: yêu cầu bổ sung") == 1


def test_a_restart_keeps_the_count_that_was_given_up_in_sight() -> None:
    built = build()
    told = page(built, completed(built), CAME + timedelta(hours=1))
    assert "Nhận đủ hồ sơ lúc 09:00" in told
    assert "04/03 16:00: yêu cầu bổ sung. Chờ bạn bổ sung giấy tờ không tính" in told
    assert "Nhận đủ giấy tờ bổ sung lúc 09:40 đếm lại từ đầu" in told
    assert told.count("ngày 1 ") == 2
    moved = "từ 04/03/2026 đến 10/03/2026, đếm lại từ đầu, nên ngày hẹn chuyển từ 09/03/2026 sang 17/03/2026."
    assert moved in told


def test_a_pause_is_told_as_time_that_does_not_count() -> None:
    built = build(clock=SupplementClock.PAUSE)
    told = page(built, completed(built), CAME + timedelta(hours=1))
    assert "đếm lại từ đầu" not in told
    assert "thời gian chờ không tính, nên ngày hẹn chuyển từ 09/03/2026" in told


def test_a_pause_for_an_opinion_is_never_told_as_waiting_for_papers() -> None:
    built = build()
    sector_pauses(built)
    police = office(built, "Công an")
    made = built.in_process()
    ask = {"unit_id": police.unit, "content": "Xác minh.", "reply_due": date(2026, 3, 5)}
    built.at = MORNING + timedelta(days=1)
    ok(commands.open_consultation(dossier_id=made.pk, by=built.tuan, at=built.at, **ask))
    told = page(built, made, MORNING + timedelta(days=2))
    assert "04/03 Chờ ý kiến của cơ quan khác không tính" in told
    assert "Từ 03/03/2026 hồ sơ chờ ý kiến của cơ quan khác, thời gian chờ không tính vào hạn." in told
    assert "Ngày hẹn mới được tính khi cơ quan khác có ý kiến" in told
    anybody = Client().get("/tra-cuu/", {"ma": str(made)}).content.decode()
    assert "tính lại khi cơ quan khác có ý kiến" in anybody
    assert "09/03/2026" not in anybody + scene.as_pao(built).get("/ho-so/").content.decode()
    (event,) = calendar(built, made, MORNING + timedelta(days=2)).inside
    assert event.value("STATUS") == "CANCELLED"
    at = MORNING + timedelta(days=3)
    ok(commands.answer_consultation(dossier_id=made.pk, reply="Đúng.", by=police, at=at))
    again = page(built, made, MORNING + timedelta(days=4))
    assert "Từ 03/03/2026 đến 05/03/2026 hồ sơ chờ ý kiến của cơ quan khác" in again
    assert again.count("Chờ ý kiến của cơ quan khác") == 3
    assert "bổ sung giấy tờ" not in told + again


def test_the_reckoning_of_a_finished_dossier_stops_at_its_result() -> None:
    built = build()
    made = built.approved()
    ok(commands.issue_result(dossier_id=made.pk, by=built.son, at=datetime(2026, 3, 4, 10, 20, tzinfo=ZONE)))
    told = page(built, made, datetime(2026, 3, 20, 9, 0, tzinfo=ZONE))
    assert "04/03 Có kết quả lúc 10:20 ngày 2, xong sớm" in told
    assert "ngày 3" not in told
    assert "Hẹn trả, đến hết ngày" not in told


def test_a_late_result_stands_after_the_day_that_was_promised() -> None:
    built = build()
    made = built.approved()
    ok(commands.issue_result(dossier_id=made.pk, by=built.son, at=datetime(2026, 3, 11, 10, tzinfo=ZONE)))
    told = page(built, made, datetime(2026, 3, 20, 9, 0, tzinfo=ZONE))
    assert told.index("09/03 Hẹn trả, đến hết ngày") < told.index("11/03 Có kết quả lúc 10:00 trễ hạn")


def test_the_promised_day_comes_as_a_whole_day_for_the_calendar() -> None:
    built = build()
    made = built.in_process()
    (event,) = calendar(built, made, MORNING + timedelta(hours=1)).inside
    assert [part for part in event.properties if part[0].startswith("DT") and "DATE" in part[1]] == [
        ("DTSTART", ";VALUE=DATE", "20260309"),
        ("DTEND", ";VALUE=DATE", "20260310"),
    ]
    assert event.value("SUMMARY") == "Hẹn trả kết quả: Đăng ký khai sinh"
    assert event.value("STATUS") == "CONFIRMED"


def test_a_moved_date_keeps_its_uid_and_raises_its_sequence() -> None:
    built = build()
    made = built.in_process()
    (first,) = calendar(built, made, MORNING + timedelta(hours=1)).inside
    built = World(**{**vars(built), "at": MORNING})
    asked = [commands.Asked(name="Giấy chứng sinh")]
    act = {"dossier_id": made.pk, "at": ASKED}
    ok(commands.propose_supplement(items=asked, reason="Mờ", legal_basis="Luật", by=built.tuan, **act))
    ok(commands.approve_supplement(by=built.lan, **act))
    ok(commands.request_supplement(by=built.hoa, **act))
    (held,) = calendar(built, made, ASKED + timedelta(hours=1)).inside
    items = [item.pk for item in made.rounds.get().items.all()]
    ok(commands.supplement_received_complete(dossier_id=made.pk, ticked=items, by=built.hoa, at=CAME))
    (again,) = calendar(built, made, CAME + timedelta(hours=1)).inside
    assert len({one.value("UID") for one in (first, held, again)}) == 1
    assert [one.value("STATUS") for one in (first, held, again)] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    sequences = [int(one.value("SEQUENCE")) for one in (first, held, again)]
    assert sequences == sorted(set(sequences))
    assert again.value("DTSTART") == "20260317"


def test_a_supplement_has_a_date_only_when_a_rule_sets_one() -> None:
    built = build()
    made = waiting(built)
    assert len(calendar(built, made, ASKED).inside) == 1
    org.set_regulation(
        code="supplement_answer",
        value=5,
        unit="working_day",
        legal_basis="Quy định để thử",
        certainty="D",
        valid_from=BEGAN.date(),
        by=MAKER,
        at=BEGAN,
    )
    _, asked = calendar(built, made, ASKED).inside
    assert (asked.value("DTSTART"), asked.value("STATUS")) == ("20260311", "CONFIRMED")
    assert "Hạn bổ sung: 11/03/2026" in page(built, made, ASKED)


def test_a_calendar_names_nobody() -> None:
    built = build()
    made = built.in_process()
    raw = b"".join(scene.as_pao(built).get(f"/ho-so/{made.pk}/lich.ics").streaming_content).decode()
    for personal in ("Páo", "Giàng", "008190000001", "0912000001", "Tuấn"):
        assert personal not in raw


def test_a_calendar_of_a_dossier_without_a_date_is_not_there() -> None:
    built = build()
    assert scene.as_pao(built).get(f"/ho-so/{built.submitted().pk}/lich.ics").status_code == 404


def test_looks_at_all_dossiers_stand_on_one_page_and_can_be_narrowed() -> None:
    built = build()
    first, second = built.submitted(), built.submitted()
    commands.note_look(first, "page", by=built.hoa, at=MORNING)
    commands.note_look(second, "page", by=built.tuan, at=MORNING)
    client = scene.as_pao(built)
    shown = client.get("/luot-xem/").content.decode()
    assert "2 người, 2 lượt xem" in shown
    narrowed = client.get("/luot-xem/", {"ho-so": str(first.pk)}).content.decode()
    assert "Trần Thị Hoa" in narrowed
    assert "Hà Minh Tuấn" not in narrowed


def test_looks_at_somebody_elses_dossier_are_never_shown() -> None:
    built = build()
    made = built.submitted()
    commands.note_look(made, "page", by=built.hoa, at=MORNING)
    stranger = scene.browser(built.stranger.account)
    for query in ({}, {"ho-so": str(made.pk)}):
        assert "Trần Thị Hoa" not in stranger.get("/luot-xem/", query).content.decode()


def test_an_act_that_issued_a_slip_leads_to_it() -> None:
    built = build()
    dossier = completed(built)
    with time_machine.travel(CAME + timedelta(hours=1), tick=False):
        shown = scene.as_pao(built).get(f"/ho-so/{dossier.pk}/").content.decode()
    passed = shown.partition("Hồ sơ đã đi qua")[2]
    slips = {slip.form: f"/ho-so/{dossier.pk}/phieu/{slip.pk}/" for slip in dossier.slips.all()}
    found = dict(re.findall(r'href="([^"]+/phieu/[^"]+)"[^>]*>([^<]+)<', passed.partition("</ol>")[0]))
    assert found[slips["M02"]] == "Phiếu yêu cầu bổ sung"
    assert found[slips["M01"]] == "Giấy hẹn"


def test_while_papers_are_awaited_a_code_tells_no_day_that_no_longer_holds() -> None:
    built = build()
    dossier = waiting(built)
    with time_machine.travel(ASKED + timedelta(days=2), tick=False):
        shown = Client().get("/tra-cuu/", {"ma": str(dossier)}).content.decode()
        at_kiosk = Client().post("/kiosk/ho-so/", {"ma": str(dossier)}).content.decode()
    for told in (shown, at_kiosk):
        assert "tính lại khi nhận đủ giấy tờ" in told
        assert "09/03/2026" not in told


def test_the_date_of_a_supplement_stands_on_its_page_and_on_the_slip_as_it_was_sent() -> None:
    built = build()
    org.set_regulation(
        code="supplement_answer",
        value=30,
        unit="day",
        legal_basis="Quy định để thử",
        certainty="D",
        valid_from=BEGAN.date(),
        by=MAKER,
        at=BEGAN,
    )
    made = waiting(built)
    with time_machine.travel(ASKED + timedelta(days=1), tick=False):
        shown = scene.as_pao(built).get(f"/ho-so/{made.pk}/bo-sung/").content.decode()
    assert re.search(r"Hạn bổ sung: <b[^>]*>03/04/2026</b>", shown)
    slip = made.slips.get(form="M02")
    assert slip.facts["until"] == "2026-04-03"
    assert date(2026, 4, 3) == slip_of(slip).supplement_due


def test_without_a_rule_neither_page_nor_slip_names_a_date() -> None:
    built = build()
    made = waiting(built)
    with time_machine.travel(ASKED + timedelta(days=1), tick=False):
        shown = scene.as_pao(built).get(f"/ho-so/{made.pk}/bo-sung/").content.decode()
    assert "Hạn bổ sung" not in shown
    slip = made.slips.get(form="M02")
    assert slip.facts["until"] is None
    assert slip_of(slip).supplement_due is None


def slip_of(slip: Slip) -> SupplementSlip:
    """Give what a slip prints."""
    paper = printing.paper_of(slip)
    assert isinstance(paper, SupplementSlip)
    return paper
