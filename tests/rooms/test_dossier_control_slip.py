"""The control slip: every hand-over, from the journal and the stays at steps alone."""

import io
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytest_django.fixtures import Settings

from motcua.base.journal.reading import rows_of
from motcua.base.journal.writing import thing_of
from motcua.casework.dossiers import commands, printing
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.printing.control import control_slip
from motcua.casework.dossiers.queries.handing import ALONG, Hand, handovers_of
from motcua.casework.dossiers.words import PaperSize, StepTimeliness
from motcua.reference.org.words import Role
from tests.rooms import test_dossier_transferring as transferring
from tests.support.world import World, build, ok

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(settings: Settings, tmp_path: Path) -> World:
    settings.FILES_DIR = tmp_path / "files"
    return build()


def returned(world: World) -> Dossier:
    """Give a dossier whose result was handed over."""
    dossier = world.issued()
    told = {"dossier_id": dossier.pk, "by": world.hoa, "at": world.at + timedelta(minutes=5)}
    return ok(commands.hand_over_result(recipient="Giàng A Páo", relation="Chủ hồ sơ", **told))


@pytest.mark.covers("T-49")
def test_a_whole_life_is_told_from_reception_to_the_returned_result(world: World) -> None:
    told = [(one.giver.person, one.taker.unit, one.note) for one in handovers_of(returned(world))]
    assert [giver for giver, _, _ in told] == [
        "Giàng A Páo",
        "Trần Thị Hoa",
        "Hà Minh Tuấn",
        "Đỗ Thị Hạnh",
        "Nguyễn Thị Lan",
        "Vi Văn Sơn",
        "Trần Thị Hoa",
    ]
    assert told[0][2] == "Tiếp nhận hồ sơ"
    assert told[5][2].startswith("Có kết quả số")
    assert told[-1][1:] == ("Người nộp hồ sơ", "Trả kết quả")


@pytest.mark.covers("T-49")
def test_each_sending_in_the_journal_has_its_row(world: World) -> None:
    dossier = returned(world)
    sent = [row.happened_at for row in rows_of(thing_of(dossier)) if row.verb in ALONG]
    runs = [run.started_at for run in dossier.step_runs.order_by("seq")[1:]]
    assert sorted(sent) == runs
    told = [one for one in handovers_of(dossier) if one.timeliness]
    assert len(told) == len(sent) + 1


def test_a_step_that_took_too_long_is_late_on_its_own_row(world: World) -> None:
    dossier = world.drafted()
    later = world.at + timedelta(days=2)
    ok(commands.advance_step(dossier_id=dossier.pk, by=world.tuan, at=later))
    told = [one.timeliness for one in handovers_of(dossier)]
    assert told == [None, StepTimeliness.ON_TIME, StepTimeliness.LATE]


def test_giving_back_and_naming_somebody_are_told(world: World) -> None:
    dossier = world.drafted()
    at = world.at
    act = {"dossier_id": dossier.pk}
    tuan = world.staff[Role.CASE_OFFICER].pk
    ok(commands.assign(to=tuan, by=world.hanh, at=at + timedelta(minutes=1), **act))
    ok(commands.advance_step(by=world.tuan, note="Đủ điều kiện", at=at + timedelta(minutes=2), **act))
    ok(commands.return_step(reason="Thiếu trang", by=world.hanh, at=at + timedelta(minutes=3), **act))
    told = [(one.giver.person, one.taker.person, one.note) for one in handovers_of(dossier)][2:]
    assert told == [
        ("Đỗ Thị Hạnh", "Hà Minh Tuấn", "Phân công trong đơn vị"),
        ("Hà Minh Tuấn", "Đỗ Thị Hạnh", "Đủ điều kiện"),
        ("Đỗ Thị Hạnh", "Hà Minh Tuấn", "Trả lại bước trước. Thiếu trang"),
    ]


def test_a_supplement_goes_out_to_the_applicant_and_comes_back(world: World) -> None:
    dossier = world.in_process()
    act = {"dossier_id": dossier.pk, "at": world.at}
    items = [commands.Asked("Giấy chứng sinh")]
    ok(commands.propose_supplement(items=items, reason="Mờ", legal_basis="Luật", by=world.tuan, **act))
    ok(commands.approve_supplement(by=world.lan, **act))
    ok(commands.request_supplement(by=world.hoa, **act))
    item = dossier.rounds.get().items.get()
    ok(commands.supplement_received_complete(ticked=[item.pk], by=world.hoa, **act))
    out, back = handovers_of(dossier)[-2:]
    assert (out.taker.unit, out.note) == ("Người nộp hồ sơ", "Yêu cầu bổ sung lần 1")
    assert (back.giver.unit, back.note) == ("Người nộp hồ sơ", "Nhận đủ giấy tờ bổ sung lần 1")


def test_before_reception_there_is_nothing_to_tell(world: World) -> None:
    assert handovers_of(world.submitted()) == []


@pytest.mark.covers("T-49")
def test_the_same_history_gives_the_same_bytes_and_one_row_more_gives_others(world: World) -> None:
    dossier = world.drafted()
    first = printing.control_bytes(dossier, handovers_of(dossier))
    assert printing.control_bytes(Dossier.objects.get(pk=dossier.pk), handovers_of(dossier)) == first
    ok(commands.advance_step(dossier_id=dossier.pk, by=world.tuan, at=world.at))
    assert printing.control_bytes(dossier, handovers_of(dossier)) != first
    text = " ".join(PdfReader(io.BytesIO(first)).pages[0].extract_text().split())
    assert dossier.code in text
    assert "1. Giao: Người nộp hồ sơ, Giàng A Páo" in text


def test_an_opinion_is_asked_and_given_and_the_unit_is_named_above(world: World) -> None:
    dossier = world.in_process()
    police = replace(world.son, roles=frozenset({Role.CASE_OFFICER.value}))
    act = {"dossier_id": dossier.pk, "at": world.at}
    until = date(2026, 3, 5)
    ok(commands.open_consultation(unit_id=police.unit, content="?", reply_due=until, by=world.tuan, **act))
    ok(commands.answer_consultation(reply="Đồng ý", by=police, **act))
    out, back = handovers_of(dossier)[-2:]
    assert (out.giver.person, out.taker.unit, out.note) == ("Hà Minh Tuấn", "Đơn vị clerical", "Lấy ý kiến")
    assert (back.giver.person, back.timeliness) == ("Vi Văn Sơn", StepTimeliness.EARLY)
    slip = control_slip(dossier, handovers_of(dossier), PaperSize.A5)
    assert slip.consulted == ("Đơn vị clerical",)


def test_a_dossier_of_another_counter_tells_both_counters(world: World) -> None:
    transferring.let(world)
    there = transferring.counter(world, "Lũng Cú", "H60.31")
    dossier = transferring.sent(world, there)
    taken = {"dossier_id": dossier.pk, "by": world.hoa, "at": transferring.on(2, 11)}
    ok(commands.take_transfer(**taken))
    first, across = handovers_of(dossier)
    assert first.taker == Hand("Trung tâm Lũng Cú", "Công chức Lũng Cú")
    assert across.giver == first.taker
    assert across.taker == Hand(world.counter.name, "Trần Thị Hoa")
    assert across.note == "Chuyển đến quầy có thẩm quyền. Đủ."
