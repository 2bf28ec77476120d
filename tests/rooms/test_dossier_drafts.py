"""Drafts are kept for a time that a rule says, seen everywhere, and deleted with their files."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from motcua.base.access import system
from motcua.base.files.models import StoredFile
from motcua.base.journal.reading import rows_of
from motcua.base.journal.writing import thing_of
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands, jobs
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.words import Why
from motcua.reference.org import commands as org
from motcua.reference.people.queries import actor_of
from tests.doors import portal_scene as scene
from tests.support.world import BEGAN, MAKER, World

pytestmark = pytest.mark.django_db
HOUSE = system("dossiers")
Frozen = Callable[[str], AbstractContextManager[datetime]]


@pytest.fixture
def world(settings: Settings, tmp_path: Path) -> World:
    settings.FILES_DIR = tmp_path / "files"
    built = scene.world()
    org.set_regulation(
        code="draft_kept",
        value=30,
        unit="day",
        legal_basis="x",
        certainty="D",
        valid_from=BEGAN.date(),
        by=MAKER,
        at=BEGAN,
    )
    return built


def test_a_draft_goes_with_its_files_on_its_last_day_and_not_before(world: World, frozen: Frozen) -> None:
    with frozen("2026-03-02 09:00"):
        dossier = scene.filled(world)
        file = Paper.objects.get(dossier=dossier).file
        assert file is not None
    with frozen("2026-03-31 23:59"):
        jobs.delete_old_drafts(timestamp=0)
        assert Dossier.objects.filter(pk=dossier.pk).exists()
    with frozen("2026-04-01 02:40"):
        jobs.delete_old_drafts(timestamp=0)
    assert not Dossier.objects.filter(pk=dossier.pk).exists()
    assert not StoredFile.objects.filter(pk=file.pk).exists()
    rows = [row for row in rows_of(thing_of(dossier)) if row.verb == "dossier.draft_deleted"]
    assert [row.payload["files"] for row in rows] == [1]


def test_saving_again_keeps_a_draft_longer(world: World, frozen: Frozen) -> None:
    with frozen("2026-03-02 09:00"):
        dossier = world.draft()
    later = world.at + timedelta(days=20)
    commands.save_answers(
        dossier_id=dossier.pk, page="child", answers={"child_name": "A"}, by=world.member, at=later
    )
    with frozen("2026-04-10 02:40"):
        jobs.delete_old_drafts(timestamp=0)
    assert Dossier.objects.filter(pk=dossier.pk).exists()


def test_a_paper_taken_out_lets_its_file_go(world: World, frozen: Frozen) -> None:
    with frozen("2026-03-02 09:00") as at:
        dossier = scene.filled(world)
        paper = Paper.objects.get(dossier=dossier)
        commands.detach(dossier_id=dossier.pk, paper_id=paper.pk, by=actor_of(dossier.submitter), at=at)
    assert not StoredFile.objects.filter(pk=paper.file_id).exists()


def test_without_a_rule_no_draft_is_deleted(frozen: Frozen) -> None:
    built = scene.world()
    dossier = built.draft()
    with frozen("2030-01-01 02:40"):
        jobs.delete_old_drafts(timestamp=0)
    assert Dossier.objects.filter(pk=dossier.pk).exists()


def test_the_house_deletes_nothing_early_and_nothing_filed(world: World, frozen: Frozen) -> None:
    with frozen("2026-03-02 09:00"):
        dossier = scene.filled(world)
    early = commands.delete_draft(dossier_id=dossier.pk, by=HOUSE, at=world.at)
    assert early == Refusal(Why.NOT_KEPT_LONG)
    commands.submit_online(dossier_id=dossier.pk, by=world.member, at=world.at)
    late = commands.delete_draft(dossier_id=dossier.pk, by=HOUSE, at=world.at + timedelta(days=400))
    assert late == Refusal(Why.NOT_OPEN)


def test_somebody_elses_draft_is_not_deleted(world: World) -> None:
    dossier = world.draft()
    refused = commands.delete_draft(dossier_id=dossier.pk, by=world.stranger, at=world.at)
    assert refused == Refusal(Why.NOT_YOURS)
    assert Dossier.objects.filter(pk=dossier.pk).exists()


def test_a_draft_is_seen_on_another_device_with_its_progress_and_deleted_by_hand(
    world: World, frozen: Frozen
) -> None:
    with frozen("2026-03-02 09:00"):
        dossier = world.draft()
        elsewhere = scene.as_pao(world)
        page = elsewhere.get("/ho-so/").content.decode()
        assert "Tự xóa ngày" in page and "01/04/2026" in page
        assert "Xong 2 trên 3 phần" in page
        assert elsewhere.get(f"/nop/{dossier.pk}/xoa/").status_code == 200
        assert elsewhere.post(f"/nop/{dossier.pk}/xoa/").status_code == 302
    assert not Dossier.objects.filter(pk=dossier.pk).exists()
