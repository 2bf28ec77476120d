"""Bytes on disk: whole or absent, under keys that lead nowhere else."""

import hashlib
import io
import os
import stat
from datetime import UTC, datetime

import pytest

from motcua.base.files.store import DiskStore, Store

KEY = "01900000-0000-7000-8000-0000000000ab"
OTHER = "01900000-0000-7000-8000-0000000000cd"
LONG_BEFORE, LONG_AFTER = datetime(2001, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)


@pytest.fixture
def store(tmp_path) -> DiskStore:
    return DiskStore(tmp_path / "kho")


class Breaking(io.BytesIO):
    """A stream that breaks after its first chunk."""

    def read(self, size=-1):
        if self.tell():
            raise ConnectionResetError
        return super().read(3)


def test_what_was_put_is_read_back_with_its_digest(store):
    body = os.urandom(200_000)
    stored = store.put(io.BytesIO(body), KEY)
    assert (stored.key, stored.size, stored.sha256) == (KEY, len(body), hashlib.sha256(body).hexdigest())
    with store.open(KEY) as file:
        assert file.read() == body


def test_the_disk_is_a_store(store):
    port: Store = store
    assert port.put(io.BytesIO(b""), OTHER).size == 0


def test_a_key_is_written_once(store):
    store.put(io.BytesIO(b"first"), KEY)
    with pytest.raises(FileExistsError):
        store.put(io.BytesIO(b"second"), KEY)
    with store.open(KEY) as file:
        assert file.read() == b"first"


def test_a_broken_stream_leaves_nothing(store):
    with pytest.raises(ConnectionResetError):
        store.put(Breaking(b"abcdef"), KEY)
    assert [path for path in store.root.rglob("*") if path.is_file()] == []


def test_bytes_reach_the_disk_before_their_name_and_the_name_after(store, monkeypatch):
    store.put(io.BytesIO(b"the folders exist now"), KEY[:-4] + "01ab")
    acts: list[str] = []
    real_sync, real_rename = os.fsync, os.rename

    def sync(fd: int) -> None:
        acts.append("folder" if stat.S_ISDIR(os.fstat(fd).st_mode) else "file")
        real_sync(fd)

    def rename(old, new) -> None:
        acts.append("name")
        real_rename(old, new)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "rename", rename)
    store.put(io.BytesIO(b"x"), KEY)
    assert acts == ["file", "name", "folder"]


def test_only_the_owner_may_read_what_is_stored(store):
    store.put(io.BytesIO(b"x"), KEY)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in store.root.rglob("*")}
    assert modes == {0o600, 0o700}


@pytest.mark.parametrize(
    "key", ["", "..", "../../etc/passwd", "/etc/passwd", f"{KEY}/x", f"../{KEY}", KEY.upper(), f"{KEY}\n"]
)
def test_a_key_that_is_no_uuid_is_refused_everywhere(store, key):
    for act in (lambda: store.put(io.BytesIO(b"x"), key), lambda: store.open(key), lambda: store.delete(key)):
        with pytest.raises(ValueError, match="UUID"):
            act()


def test_a_link_planted_under_a_key_is_not_followed(store, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("x")
    store.put(io.BytesIO(b"x"), KEY)
    (store.root / "ab" / KEY).unlink()
    (store.root / "ab" / KEY).symlink_to(secret)
    with pytest.raises(OSError, match="symbolic links"):
        store.open(KEY)


def test_deleting_twice_is_no_error(store):
    store.put(io.BytesIO(b"x"), KEY)
    store.delete(KEY)
    store.delete(KEY)
    with pytest.raises(FileNotFoundError):
        store.open(KEY)


def test_orphans_are_old_and_unknown(store):
    for key in (KEY, OTHER):
        store.put(io.BytesIO(b"x"), key)
    assert list(store.orphans({KEY}, LONG_AFTER)) == [OTHER]
    assert list(store.orphans({KEY}, LONG_BEFORE)) == []


def test_what_a_killed_put_left_is_an_orphan_and_can_be_deleted(store):
    store.put(io.BytesIO(b"x"), OTHER)
    (store.root / "cd" / OTHER).rename(store.root / "cd" / f"{OTHER}.part")
    assert list(store.orphans(set(), LONG_AFTER)) == [OTHER]
    store.delete(OTHER)
    assert list((store.root / "cd").iterdir()) == []
