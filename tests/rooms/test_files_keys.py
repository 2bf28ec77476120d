"""Files lie sealed under their owner's key: wrapped anew, written anew, shredded, checked."""

import hashlib
import json
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks, Settings

from motcua.base.access import Actor, Kind, system
from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.files import commands, queries
from motcua.base.files.inspection import inspect_store
from motcua.base.files.keyring import MasterAway
from motcua.base.files.models import OwnerKey, StoredFile
from motcua.base.files.opened import Shredded
from motcua.base.files.sealing import Tampered
from motcua.base.files.words import Why
from motcua.base.journal.models import Entry
from motcua.base.rooms import Refusal
from tests.rooms.foreign_files import pdf

pytestmark = pytest.mark.django_db
HOUSE = system("tests")
PAO, MAY = (Actor(Kind.MEMBER, name=name, person=uuid7()) for name in ("Páo", "Mẩy"))
OLD, NEW = "2026:" + "o" * 40, "2027:" + "n" * 40


@pytest.fixture(autouse=True)
def _own_store(settings: Settings, tmp_path: Path) -> None:
    settings.FILES_DIR, settings.FILE_KEYS = tmp_path / "kho", OLD


def sent(by: Actor = PAO, content: bytes = b"") -> StoredFile:
    taken = commands.take_in(stream=BytesIO(content or pdf()), name="giay.pdf", by=by, at=now())
    assert isinstance(taken, StoredFile)
    return taken


def read(file: StoredFile) -> bytes:
    with queries.content(StoredFile.objects.get(pk=file.pk)) as stream:
        return stream.read()


def place_of(file: StoredFile, folder: Path) -> Path:
    return folder / file.key[-2:] / file.key


def owner(by: Actor = PAO) -> str:
    return f"member:{by.person}"


def test_what_lies_on_the_disk_is_not_what_was_sent_but_reads_as_it(settings: Settings) -> None:
    content = pdf(pages=3)
    file = sent(content=content)
    lying = place_of(file, settings.FILES_DIR).read_bytes()
    assert b"%PDF" not in lying and len(lying) == file.stored_size
    assert (read(file), file.size) == (content, len(content))


def test_each_owner_has_one_key_of_their_own() -> None:
    files = [sent(PAO), sent(PAO), sent(MAY)]
    assert [file.owner_key.owner for file in files] == [owner(PAO), owner(PAO), owner(MAY)]
    assert OwnerKey.objects.count() == 2
    own = commands.keep_own(content=pdf(), name="phieu.pdf", by=HOUSE, at=now())
    assert own.owner_key.owner == "house"


def test_two_files_that_changed_places_in_the_store_do_not_open(settings: Settings) -> None:
    one, two = sent(content=pdf(pages=1)), sent(content=pdf(pages=1))
    first, second = (place_of(file, settings.FILES_DIR) for file in (one, two))
    kept = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(kept)
    with pytest.raises(Tampered):
        read(one)


def test_a_new_master_key_wraps_every_key_and_the_old_one_may_go(settings: Settings) -> None:
    files = [sent(PAO), sent(MAY)]
    before = [read(file) for file in files]
    settings.FILE_KEYS = f"{NEW},{OLD}"
    assert not isinstance(commands.rotate(by=HOUSE, at=now()), Refusal)
    settings.FILE_KEYS = NEW
    assert [read(file) for file in files] == before
    assert Entry.objects.filter(verb="file_key.rewrapped").count() == 1


def test_control_without_rotation_the_old_master_key_is_needed(settings: Settings) -> None:
    file = sent()
    settings.FILE_KEYS = NEW
    with pytest.raises(MasterAway):
        read(file)


def test_rotating_twice_changes_nothing_and_says_so(settings: Settings) -> None:
    sent()
    assert commands.rotate(by=HOUSE, at=now()) == Refusal(Why.KEYS_NEWEST)


def test_an_owner_s_files_are_sealed_anew_and_the_old_bytes_are_gone(
    settings: Settings, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    file, other = sent(PAO), sent(MAY)
    content, old = read(file), place_of(file, settings.FILES_DIR)
    with django_capture_on_commit_callbacks(execute=True):
        commands.rewrite(owner=owner(), by=HOUSE, at=now())
    fresh = StoredFile.objects.get(pk=file.pk)
    assert read(file) == content
    assert not old.exists() and fresh.key != file.key and fresh.sha256 != file.sha256
    assert OwnerKey.objects.get(pk=file.owner_key_id).wrapped is None
    assert StoredFile.objects.get(pk=other.pk).key == other.key
    assert inspect_store(now()).well


def test_a_rewriting_that_was_cut_short_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [sent() for _ in range(3)]
    contents = [read(file) for file in files]
    monkeypatch.setattr("motcua.base.files.commands.keys._AT_ONCE", 1)
    moved, real = [], commands.keys.move_some

    def move_one_then_die(**facts: object) -> OwnerKey:
        if moved:
            raise ConnectionError
        moved.append(facts)
        return real(**facts)

    with monkeypatch.context() as patch:
        patch.setattr("motcua.base.files.commands.keys.move_some", move_one_then_die)
        with pytest.raises(ConnectionError):
            commands.rewrite(owner=owner(), by=HOUSE, at=now())
    assert [read(file) for file in files] == contents
    commands.rewrite(owner=owner(), by=HOUSE, at=now())
    assert [read(file) for file in files] == contents
    assert OwnerKey.objects.filter(destroyed_at=None).count() == 1


def test_shredding_makes_one_owner_s_files_unreadable_and_nobody_else_s() -> None:
    mine, theirs = sent(PAO), sent(MAY)
    assert commands.shred(owner=owner(PAO), by=HOUSE, at=now()) == 1
    with pytest.raises(Shredded):
        read(mine)
    assert read(theirs)
    assert Entry.objects.filter(verb="file_key.destroyed").count() == 1


def test_who_was_shredded_may_send_files_again_under_a_new_key() -> None:
    sent()
    commands.shred(owner=owner(), by=HOUSE, at=now())
    assert read(sent())


def test_the_database_lets_no_owner_have_two_keys_and_no_destroyed_key_stay() -> None:
    key = sent().owner_key
    with pytest.raises(IntegrityError, match="owner_has_one_key"), transaction.atomic():
        OwnerKey.objects.create(owner=key.owner, master="2026", wrapped=b"x", made_at=now())
    with pytest.raises(IntegrityError, match="destroyed_key_is_gone"), transaction.atomic():
        OwnerKey.objects.filter(pk=key.pk).update(destroyed_at=now(), retired_at=now())


def test_the_check_finds_what_changed_what_is_missing_and_what_nobody_knows(settings: Settings) -> None:
    whole, changed, missing = sent(), sent(), sent()
    path = place_of(changed, settings.FILES_DIR)
    path.write_bytes(path.read_bytes()[:-1] + b"\0\0")
    place_of(missing, settings.FILES_DIR).unlink()
    report = inspect_store(now())
    assert (report.files, report.whole) == (3, 1)
    assert report.faults == {str(changed.pk): "changed", str(missing.pk): "missing"}
    assert str(whole.pk) not in report.faults


def test_the_store_is_checked_without_any_key(settings: Settings) -> None:
    file = sent()
    settings.FILE_KEYS = NEW
    assert inspect_store(now(), with_keys=False).well
    assert inspect_store(now()).faults == {str(file.pk): "no master key"}


def test_a_change_that_keeps_the_digest_row_in_step_is_found_by_the_tags(settings: Settings) -> None:
    file = sent()
    path = place_of(file, settings.FILES_DIR)
    changed = path.read_bytes()[:-1] + b"\0"
    path.write_bytes(changed)
    StoredFile.objects.filter(pk=file.pk).update(sha256=hashlib.sha256(changed).hexdigest())
    assert inspect_store(now(), with_keys=False).well, "the digest alone does not see it"
    assert inspect_store(now()).faults == {str(file.pk): "does not open"}


def test_the_command_says_what_it_found_and_ends_with_1_when_a_file_is_broken(settings: Settings) -> None:
    file, out = sent(), StringIO()
    call_command("files", "check", stdout=out)
    assert "1 tệp: 1 nguyên vẹn, 0 hỏng" in out.getvalue()
    place_of(file, settings.FILES_DIR).unlink()
    told = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("files", "check", "--json", stdout=told)
    assert ended.value.code == 1
    assert json.loads(told.getvalue())["faults"] == {str(file.pk): "missing"}


def test_shredding_by_command_needs_a_second_word() -> None:
    sent()
    with pytest.raises(CommandError, match="--yes"):
        call_command("files", "shred", owner())
    assert OwnerKey.objects.get().wrapped is not None
    call_command("files", "shred", owner(), "--yes", stdout=StringIO())
    assert OwnerKey.objects.get().wrapped is None
    with pytest.raises(CommandError, match="Không có chủ tệp"):
        call_command("files", "shred", "person:nobody", "--yes")


def test_a_fresh_master_key_goes_into_the_ring(settings: Settings) -> None:
    out = StringIO()
    call_command("files", "key", stdout=out)
    file = sent()
    settings.FILE_KEYS = f"{out.getvalue().strip()},{OLD}"
    call_command("files", "rotate", stdout=StringIO())
    settings.FILE_KEYS = out.getvalue().strip()
    assert read(file)


def test_production_without_master_keys_of_its_own_does_not_start(settings: Settings) -> None:
    settings.HTTPS, settings.DEMO, settings.FILE_KEYS_GIVEN = True, False, False
    assert "files.E001" in {found.id for found in run_checks()}
    settings.FILE_KEYS_GIVEN = True
    assert "files.E001" not in {found.id for found in run_checks()}
    settings.FILE_KEYS, settings.UPLOAD_QUOTAS = "short", "many"
    assert {"files.E002", "files.E003"} <= {found.id for found in run_checks()}


def test_a_file_sent_while_its_owner_is_shredded_is_sealed_again_under_the_new_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent()
    real, times = commands.keeping.seal_into_store, []

    def shredded_between(*facts: object) -> object:
        sealed = real(*facts)
        if not times:
            commands.shred(owner=owner(), by=HOUSE, at=now())
        times.append(1)
        return sealed

    monkeypatch.setattr("motcua.base.files.commands.keeping.seal_into_store", shredded_between)
    assert read(sent())
    assert len(times) == 2


def test_the_same_bytes_have_one_mark_for_one_owner_only() -> None:
    content = pdf()
    one, two, three = sent(PAO, content), sent(PAO, content), sent(MAY, content)
    assert one.content_mark == two.content_mark != three.content_mark
    assert one.sha256 != two.sha256
    assert queries.mark_of(BytesIO(content), owner(PAO)) == one.content_mark


def test_a_discarded_file_is_gone_with_its_bytes(
    settings: Settings, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    file = sent()
    with django_capture_on_commit_callbacks(execute=True):
        assert not isinstance(commands.discard(file_id=file.pk, by=HOUSE, at=now()), Refusal)
    assert not place_of(file, settings.FILES_DIR).exists()
    assert not StoredFile.objects.exists()
    assert commands.discard(file_id=file.pk, by=HOUSE, at=now()) == Refusal(Why.GONE)
