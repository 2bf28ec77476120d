"""The controllers' pages: a procedure's next version from draft to publication, while dossiers run."""

from dataclasses import replace
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from motcua.base.clock import now, today
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.casework.dossiers import commands as dossiers
from motcua.casework.dossiers.queries import time_of
from motcua.casework.dossiers.words import Why
from motcua.reference.catalogue import commands, queries
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.org import commands as org
from motcua.reference.org.words import Role
from tests.doors.catalogue_scene import (
    CHANGE,
    EVE,
    boxes,
    browser,
    controllers,
    drafted,
    limit,
    prepared,
    ready,
    registered,
    rows,
    step,
    taken_in,
    told,
)
from tests.support.world import BEGAN, CODE, MAKER, build

pytestmark = pytest.mark.django_db
SIGNING = {
    "decision": "new",
    "number": "77/QĐ-UBND",
    "signed_by": "Chủ tịch UBND tỉnh",
    "issuer": "UBND tỉnh",
    "summary": "Sửa đổi thủ tục hộ tịch",
}


@pytest.mark.covers("E-9", "T-04")
def test_a_new_version_with_another_form_and_a_time_cut_while_dossiers_run() -> None:
    """The old dossier keeps its time, form, papers and fees; the new one gets the new."""
    with time_machine.travel(EVE, tick=False):
        world = prepared()
        drafter, checker = controllers(world)
        old, unsent = taken_in(world), ready(world)
        due_before = time_of(old, EVE).left
        version = drafted(drafter)
        for client, slug, data in (
            (drafter, "trinh", {}),
            (checker, "kiem-soat", {"remark": "Đủ căn cứ"}),
            (drafter, "ky", {**SIGNING, **boxes("signed_on", today())}),
            (drafter, "cong-khai", {}),
        ):
            answer = step(client, version, slug, **data)
            assert answer.status_code == 302, told(answer)
        said = told(drafter.get(reverse("desk:catalogue-version", args=[version.pk])))
    assert "Có hiệu lực từ 01/03/2027" in said
    assert "Thời hạn nộp tại quầy: từ 10 ngày làm việc còn 7 ngày làm việc (giảm 30 %)." in said
    assert "Thêm giấy tờ “Giấy ra viện”." in said
    assert "Lệ phí: từ 8.000 ₫ thành miễn phí." in said
    assert "Mẫu điện tử: từ" in said
    with time_machine.travel(CHANGE, tick=False):
        new = taken_in(world)
        old.refresh_from_db()
        late = dossiers.submit_online(dossier_id=unsent.pk, by=world.member, at=now())
        public = told(Client().get(reverse("portal:procedure", args=[CODE])))
    assert (old.version.number, new.version.number) == (2, 3)
    assert (limit(old), limit(new)) == (10, 7)
    assert time_of(old, EVE).left == due_before
    assert [paper.name for paper in old.papers.order_by("name")] == ["Giấy chứng sinh"]
    assert [paper.name for paper in new.papers.order_by("name")] == ["Giấy chứng sinh", "Giấy ra viện"]
    assert old.version.form_id != new.version.form_id
    assert [fee.amount for fee in queries.parts_of(old.version_id).fees] == [8000]
    assert isinstance(late, Refusal) and late.why is Why.NEWER_VERSION
    assert "7 ngày làm việc" in public and "Giấy ra viện" in public


def test_what_is_unsound_is_told_with_its_cure_and_does_not_go_on() -> None:
    world = build()
    drafter, _ = controllers(world)
    answer = drafter.post(reverse("desk:catalogue-draft", args=[CODE]), {"change": "amended"})
    page = told(drafter.get(answer["Location"]))
    assert "Phiên bản chưa có ngày hiệu lực." in page
    assert "/trinh/" not in page
    version = ProcedureVersion.objects.get(state="draft")
    refused = step(drafter, version, "trinh")
    assert refused.status_code == 422
    assert "Nhập ngày bắt đầu có hiệu lực." in told(refused)


def test_whoever_drafted_sees_that_another_must_check() -> None:
    with time_machine.travel(EVE, tick=False):
        world = prepared()
        drafter, checker = controllers(world)
        version = drafted(drafter)
        step(drafter, version, "trinh")
        own = told(drafter.get(reverse("desk:catalogue-version", args=[version.pk])))
        others = told(checker.get(reverse("desk:catalogue-version", args=[version.pk])))
        refused = step(drafter, version, "kiem-soat")
    assert "một cán bộ khác sẽ kiểm soát" in own and "Kiểm soát xong" not in own
    assert "Kiểm soát xong" in others
    assert refused.status_code == 422


def test_rows_are_added_raised_and_dropped_without_script_and_nothing_is_stored() -> None:
    world = build()
    drafter, _ = controllers(world)
    drafter.post(reverse("desk:catalogue-draft", args=[CODE]), {"change": "amended"})
    version = ProcedureVersion.objects.get(state="draft")
    address = reverse("desk:catalogue-edit", args=[version.pk, "legal_basis"])
    typed = rows({"number": "1", "name": "Một"}, {"number": "2", "name": "Hai"})
    added = drafter.post(address, {**typed, "add": "1"})
    assert added.status_code == 200
    assert 'name="places" value="0,1,2"' in told(added) and 'value="Hai"' in told(added)
    assert "Nhập số hiệu." not in told(added)
    raised = drafter.post(address, {**typed, "raise": "1"})
    assert 'name="places" value="1,0"' in told(raised)
    dropped = drafter.post(address, {**typed, "drop": "0"})
    assert 'name="places" value="1"' in told(dropped) and 'value="Một"' not in told(dropped)
    assert not version.legal_basis.exists()


def test_a_wrong_row_keeps_what_was_typed() -> None:
    world = build()
    drafter, _ = controllers(world)
    drafter.post(reverse("desk:catalogue-draft", args=[CODE]), {"change": "amended"})
    version = ProcedureVersion.objects.get(state="draft")
    address = reverse("desk:catalogue-edit", args=[version.pk, "channels"])
    over = {
        "channel": "direct",
        "value": "12",
        "unit": "day",
        "statutory_value": "10",
        "statutory_unit": "day",
        "cut_decision_no": "1/QĐ",
        **boxes("cut_decided_on", date(2026, 1, 5)),
    }
    refused = drafter.post(address, rows(over))
    assert refused.status_code == 422
    assert "dài hơn thời hạn luật định" in told(refused) and 'value="12"' in told(refused)
    lone = drafter.post(address, rows({"channel": "direct", "value": "12"}))
    assert lone.status_code == 422
    assert "Nhập đơn vị của thời hạn" in told(lone)


@pytest.mark.covers("T-05")
def test_an_abolished_procedure_refuses_with_decision_and_successor_and_stays_readable() -> None:
    """Nothing is deleted; who files is told by which decision, and what takes its place."""
    with time_machine.travel(EVE, tick=False):
        world = prepared()
        drafter, _ = controllers(world)
        running, unsent = taken_in(world), ready(world)
        decision = registered(drafter)
        successor = commands.draft_version(
            draft=replace(queries.as_drafted(world.version), code="1.999001", title="Khai sinh mới"),
            by=MAKER,
            at=BEGAN,
        )
        assert isinstance(successor, ProcedureVersion)
        commands.publish_version(version_id=successor.pk, by=MAKER, at=BEGAN)
        answer = drafter.post(
            reverse("desk:catalogue-abolish", args=[CODE]),
            {
                "decision": str(decision.pk),
                "successor_code": "1.999001",
                **boxes("from_day", CHANGE.date()),
            },
        )
        assert answer.status_code == 302, told(answer)
    with time_machine.travel(CHANGE, tick=False):
        refused = dossiers.submit_online(dossier_id=unsent.pk, by=world.member, at=now())
        opened = dossiers.create_draft(
            procedure=CODE, agency_id=world.committee.pk, by=world.member, at=now()
        )
        again = browser(world.staff[Role.PROCEDURE_CONTROLLER].account)
        page = told(again.get(reverse("desk:catalogue-procedure", args=[CODE])))
        version_page = again.get(reverse("desk:catalogue-version", args=[running.version_id]))
    for outcome in (refused, opened):
        assert isinstance(outcome, Refusal)
        said = refusal_sentence(outcome)
        assert "78/QĐ-UBND" in said and "Khai sinh mới" in said and "1.999001" in said
    assert "Đã bãi bỏ từ 01/03/2027" in page
    assert version_page.status_code == 200
    running.refresh_from_db()
    assert limit(running) == 10


def test_a_decision_shows_each_limit_and_takes_its_steps() -> None:
    with time_machine.travel(EVE, tick=False):
        world = build()
        for code, value in (("publish_decision_province", 5), ("load_record_province", 5)):
            org.set_regulation(
                code=code,
                value=value,
                unit="working_day",
                legal_basis="NĐ 63/2010/NĐ-CP",
                certainty="V",
                valid_from=BEGAN.date(),
                by=MAKER,
                at=BEGAN,
            )
        drafter, _ = controllers(world)
        decision = registered(drafter)
        address = reverse("desk:catalogue-decision", args=[decision.pk])
        page = told(drafter.get(address))
        assert "Trễ" in page and "5 ngày làm việc, NĐ 63/2010/NĐ-CP" in page
        done = drafter.post(address, {"step": "loaded", "hour": "08:15", **boxes("day", today())})
        assert done.status_code == 302, told(done)
        assert "Sớm" in told(drafter.get(address))
        again = drafter.post(address, {"step": "loaded", **boxes("day", today())})
        assert again.status_code == 422


def test_the_list_narrows_by_words_level_and_what_is_wrong() -> None:
    world = prepared()
    drafter, _ = controllers(world)
    home = reverse("desk:catalogue")
    assert CODE in told(drafter.get(home))
    assert CODE in told(drafter.get(home, {"q": "khai sinh"}))
    assert "Không có thủ tục nào khớp" in told(drafter.get(home, {"q": "qwertyuiop"}))
    assert CODE not in told(drafter.get(home, {"cap": "province"}))
    assert CODE not in told(drafter.get(home, {"xem": "het-hieu-luc"}))
    assert CODE in told(drafter.get(home, {"xem": "nop-duoc"}))


def test_an_offering_is_given_and_ended_by_its_pages() -> None:
    world = prepared()
    drafter, _ = controllers(world)
    offering = world.version.procedure.offerings.get()
    end = reverse("desk:catalogue-end-offering", args=[CODE, offering.pk])
    assert drafter.post(end, boxes("last_day", today())).status_code == 302
    give = reverse("desk:catalogue-offerings", args=[CODE])
    chosen = {"agencies": str(world.committee.pk)}
    refused = drafter.post(give, {**chosen, **boxes("valid_from", today())})
    assert refused.status_code == 422
    assert "đã được giao thủ tục này" in told(refused)
    empty = drafter.post(give, {})
    assert empty.status_code == 422 and "Chọn cơ quan." in told(empty)
