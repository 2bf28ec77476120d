"""A disk that is full or away: a sentence, and nothing half done."""

import errno
from io import BytesIO
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from motcua.base.access import system
from motcua.base.clock import now
from motcua.base.files.commands import store, take_in
from motcua.base.files.models import StoredFile
from motcua.base.files.sentences import sentence
from motcua.base.files.store import DiskStore
from motcua.base.files.words import Problem, Trouble
from motcua.base.journal.models import Entry
from tests.rooms.foreign_files import pdf

pytestmark = pytest.mark.django_db


def taken() -> StoredFile | Problem:
    return take_in(stream=BytesIO(pdf()), name="giay.pdf", by=system("test"), at=now())


def test_a_folder_that_cannot_be_written_gives_a_sentence(settings: Settings, tmp_path: Path) -> None:
    settings.FILES_DIR = tmp_path / "kho"
    settings.FILES_DIR.write_text("a file where the folder should be")
    problem = taken()
    assert isinstance(problem, Problem)
    assert problem.trouble is Trouble.NOT_KEPT
    assert "không phải do tệp" in sentence(problem)
    assert not StoredFile.objects.exists()
    assert not Entry.objects.filter(verb="file.stored").exists()


def test_a_disk_that_fills_up_half_way_keeps_nothing(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.FILES_DIR = tmp_path

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr("motcua.base.files.store.os.fsync", full)
    assert isinstance(taken(), Problem)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert not StoredFile.objects.exists()


def test_the_store_itself_does_not_hide_its_trouble(settings: Settings, tmp_path: Path) -> None:
    settings.FILES_DIR = tmp_path / "kho"
    settings.FILES_DIR.write_text("")
    assert isinstance(store(), DiskStore)
    with pytest.raises(OSError, match="kho"):
        store().put(BytesIO(b"x"), "01900000-0000-7000-8000-0000000000ab")
