"""Two hundred files made to hurt: a sentence each, nothing stored, nothing ever run in a reader's browser."""

import re
import resource
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.fixtures import Settings

from motcua.base.access import Actor, Kind
from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.files import commands as files
from motcua.base.files import opening
from motcua.base.files.models import StoredFile
from motcua.base.files.names import LONGEST
from motcua.base.files.sentences import sentence
from motcua.base.files.words import Problem, Trouble
from motcua.base.web import downloads
from tests.doors import portal_scene as scene
from tests.rooms import hostile_files as hostile
from tests.rooms.hostile_files import Hostile

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SENDER = Actor(Kind.MEMBER, person=uuid7())
ONE_NAME = re.compile(r"""inline; filename(="[^"\\\r\n]*"|\*=utf-8''[\w%.~!*()-]*)""", re.ASCII)
MEMORY = 400 * 1024  # KB that this process may have grown by


def taken(name: str, body: bytes) -> StoredFile | Problem:
    return files.take_in(stream=BytesIO(body), name=name, by=SENDER, at=now())


@pytest.fixture(autouse=True)
def _own_store(settings: Settings, tmp_path: Path) -> None:
    settings.FILES_DIR = tmp_path
    settings.UPLOAD_QUOTAS = "2026-01-01 open=99 day_mb=9999"


def test_there_are_two_hundred_of_them() -> None:
    names = [name for family in (*hostile.REFUSED, hostile.named) for name, _ in family()]
    assert len(names) >= 200
    assert max(Counter(names).values()) == 1


@pytest.mark.parametrize("family", hostile.REFUSED, ids=lambda family: family.__name__)
def test_each_is_refused_with_a_sentence_and_nothing_of_it_is_kept(
    family: Callable[[], Iterator[Hostile]], tmp_path: Path
) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    accepted, unsaid = [], []
    for name, body in family():
        found = taken(name, body)
        if isinstance(found, StoredFile):
            accepted.append(name)
        elif found.trouble is Trouble.NOT_KEPT or not sentence(found).endswith("."):
            unsaid.append(name)
    assert (accepted, unsaid) == ([], [])
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEMORY


def test_a_page_of_hostile_files_says_something_about_each() -> None:
    built = scene.world()
    dossier, paper = built.draft(), scene.proof(built)
    some = [*hostile.disguised()][:12]
    chosen = [SimpleUploadedFile(name, body) for name, body in some]
    answer = scene.as_pao(built).post(f"/nop/{dossier.pk}/giay-to/", {f"tep-{paper.pk}": chosen})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert [name for name, _ in some if f"{name}: " not in shown] == []
    assert scene.attached(dossier) == []


def test_a_bad_name_is_kept_as_a_harmless_one_and_served_as_data_only() -> None:
    built = scene.world()
    client, dossier, paper = scene.as_pao(built), built.draft(), scene.proof(built)
    kept: list[str] = []
    for name, body in hostile.named():
        file = taken(name, body)
        if isinstance(file, Problem):
            assert sentence(file).endswith("."), name
            continue
        kept.append(name)
        assert len(file.name) <= LONGEST
        assert not set(file.name) & set('/\\<>:"|?*\0\r\n\u202e\u2066\u200b'), file.name
        answer = downloads.send(b"x", name=file.name, media_type=file.media_type)
        assert ONE_NAME.fullmatch(answer["Content-Disposition"]), answer["Content-Disposition"]
    assert len(kept) >= 20
    scene.upload(client, dossier, paper, **{"<script>alert(1)__pdf": body})
    page = client.get(f"/nop/{dossier.pk}/giay-to/").content.decode()
    assert "alert(1)" in page
    assert "<script>alert" not in page


def test_what_is_served_is_never_sniffed_and_runs_in_no_origin_of_ours() -> None:
    built = scene.world()
    client, dossier = scene.as_pao(built), scene.filled(built)
    answer = client.get(f"/ho-so/{dossier.pk}/tep/{dossier.papers.get().pk}/")
    list(answer)
    answer.close()
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/pdf"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "private, no-store"


def test_control_without_opening_the_file_most_of_them_would_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """With only ending and first bytes looked at, what acts, is locked or is two kinds at once gets in."""
    monkeypatch.setattr(opening, "look_inside", lambda *facts: {"pages": 1})
    monkeypatch.setattr(opening, "_is_something_else_too", lambda *facts: False)
    for family in (hostile.acting, hostile.double, hostile.locked):
        kept = [isinstance(taken(name, body), StoredFile) for name, body in family()]
        assert all(kept), family.__name__
