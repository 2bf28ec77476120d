"""Slips as issued: frozen with the act, numbered with their set, kept once as bytes."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import Error, transaction
from pytest_django.fixtures import Settings

from motcua.base.clock import ZONE
from motcua.base.files import queries as files
from motcua.casework.dossiers import commands, printing
from motcua.casework.dossiers.commands import Delay, Stop, slips
from motcua.casework.dossiers.models import Dossier, Slip
from motcua.casework.dossiers.words import LatenessReason, RefusalReason, SlipForm, State, StopGround, Why
from motcua.reference.org.models import Agency, Staff
from tests.rooms.test_dossier_news import deliver_all
from tests.support.world import World, build, ok

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(settings: Settings, tmp_path: Path) -> World:
    settings.FILES_DIR = tmp_path / "files"
    return build()


def why(outcome: object) -> object:
    return getattr(outcome, "why", None)


@pytest.mark.covers("T-43")
def test_a_slip_keeps_the_version_of_its_set_and_its_number_there(world: World) -> None:
    slip = world.accepted().slips.get()
    assert (slip.form, slip.form_code, slip.form_set) == ("M01", "M01", "TT03/2025")


def test_a_number_never_stands_with_the_wrong_set(world: World) -> None:
    slip = world.accepted().slips.get()
    mixed = Slip(
        dossier=slip.dossier,
        form=SlipForm.M06,
        form_set="TT01/2018",
        form_code="M06",
        number=9,
        year=2026,
        unit=slip.unit,
        facts={"paper": {}},
        issued_at=slip.issued_at,
        issued_by=slip.issued_by,
    )
    with pytest.raises(Error, match="slip_form_of_its_set"), transaction.atomic():
        mixed.save(force_insert=True)
    mixed.form_code = "M05"
    mixed.save(force_insert=True)


def test_what_changes_in_the_house_later_does_not_change_an_issued_slip(world: World) -> None:
    slip = world.accepted().slips.get()
    before = printing.slip_bytes(slip)
    Agency.objects.filter(pk=world.committee.pk).update(name="Tên khác", short_name="Khác", place="Khác")
    Staff.objects.filter(pk=slip.issued_by_id).update(full_name="Họ Tên Khác")
    Dossier.objects.filter(pk=slip.dossier_id).update(copies=7, result_delivery="electronic", applicant={})
    assert printing.slip_bytes(Slip.objects.get(pk=slip.pk)) == before


def test_another_fact_gives_other_bytes(world: World) -> None:
    slip = world.accepted().slips.get()
    before = printing.slip_bytes(slip)
    slip.facts["paper"]["copies"] = "07 (bộ)"
    assert printing.slip_bytes(slip) != before


def test_a_kept_slip_is_never_changed_nor_deleted(world: World) -> None:
    slip = world.accepted().slips.get()
    deliver_all()
    slip.refresh_from_db()
    assert slip.file is not None
    with files.content(slip.file) as kept:
        assert kept.read() == printing.slip_bytes(slip)
    changes = ({"file": None}, {"facts": {"paper": {}}}, {"number": 99}, {"form_set": "TT01/2018"})
    for change in changes:
        with pytest.raises(Error), transaction.atomic():
            Slip.objects.filter(pk=slip.pk).update(**change)
    with pytest.raises(Error), transaction.atomic():
        Slip.objects.filter(pk=slip.pk).delete()


def test_a_refusal_needs_its_legal_basis(world: World) -> None:
    told = {"reason": RefusalReason.NOT_ELIGIBLE, "words": "Chưa đủ", "by": world.hoa, "at": world.at}
    dossier = world.submitted()
    assert why(commands.refuse_intake(dossier_id=dossier.pk, **told)) is Why.NO_LEGAL_GROUND
    assert not dossier.slips.exists()
    done = ok(commands.refuse_intake(dossier_id=dossier.pk, legal_basis="Luật Hộ tịch", **told))
    assert done.slips.get().facts["paper"]["kind"] == "Không đủ điều kiện"


def test_at_intake_the_published_list_is_the_ground_of_a_supplement(world: World) -> None:
    asked = ok(
        commands.request_supplement_at_intake(
            dossier_id=world.submitted().pk,
            items=[commands.Asked("Giấy chứng sinh")],
            reason="Thiếu",
            by=world.hoa,
            at=world.at,
        )
    )
    assert asked.slips.get().facts["paper"]["legal_basis"].endswith("Quyết định số 163/QĐ-BTP")


def test_a_second_receipt_tells_the_day_promised_before(world: World) -> None:
    dossier = world.in_process()
    promised = dossier.due_at
    act = {"dossier_id": dossier.pk, "at": world.at}
    items = [commands.Asked("Giấy chứng sinh")]
    ok(commands.propose_supplement(items=items, reason="Mờ", legal_basis="Luật", by=world.tuan, **act))
    ok(commands.approve_supplement(by=world.lan, **act))
    ok(commands.request_supplement(by=world.hoa, **act))
    said = dossier.slips.get(form="M02").facts["paper"]
    assert said["previous_due"] == "ngày 09 tháng 3 năm 2026"
    later = {"dossier_id": dossier.pk, "at": world.at + timedelta(days=3)}
    item = dossier.rounds.get().items.get()
    done = ok(commands.supplement_received_complete(ticked=[item.pk], by=world.hoa, **later))
    first, second = done.slips.filter(form="M01")
    assert done.due_at != promised
    assert first.facts["paper"]["previous_due"] == ""
    assert second.facts["paper"]["previous_due"] == "ngày 09 tháng 3 năm 2026"
    assert first.facts["register"] == second.facts["register"] == ["01", "01"]


def test_a_stop_before_its_form_was_in_any_set_is_refused_with_a_sentence(world: World) -> None:
    world.at = datetime(2025, 8, 4, 9, tzinfo=ZONE)
    dossier = world.in_process()
    said = Stop(StopGround.LEGAL_GROUND, "Có bản án.", "Luật Hộ tịch", "UBND", world.at.date())
    stopped = commands.stop(dossier_id=dossier.pk, said=said, by=world.lan, at=world.at)
    assert why(stopped) is Why.FORM_NOT_IN_SET
    assert Dossier.objects.get(pk=dossier.pk).state == State.IN_PROCESS
    assert [slip.form for slip in dossier.slips.all()] == ["M01"]


def test_an_apology_to_nobody_is_refused_with_a_sentence(world: World) -> None:
    dossier = world.in_process()
    Dossier.objects.filter(pk=dossier.pk).update(applicant={})
    delay = Delay(LatenessReason.UNIT_OVERLOAD, "Nhiều hồ sơ.", "UBND", date(2026, 3, 13))
    act = {"dossier_id": dossier.pk, "by": world.lan, "at": world.at}
    assert why(commands.apologise_and_extend(delay=delay, **act)) is Why.NO_APPLICANT
    after = Dossier.objects.get(pk=dossier.pk)
    assert (after.due_at, after.extensions.count()) == (dossier.due_at, 0)


def test_a_slip_is_not_issued_past_what_it_lacks(world: World) -> None:
    dossier = world.submitted()
    with pytest.raises(slips.NotReady):
        slips.issue(dossier, SlipForm.M03, {"reason": "", "legal_basis": ""}, by=world.hoa, at=world.at)
