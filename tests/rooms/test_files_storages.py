"""Every store keeps the same promises: disk, memory, S3."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import InMemoryStorage

from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.files.storages import StorageStore
from motcua.base.files.store import DiskStore, Store


def _s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    import boto3
    from moto import mock_aws
    from storages.backends.s3 import S3Storage

    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    with mock_aws():
        boto3.client("s3", region_name="us-east-1").create_bucket(Bucket="papers")
        yield StorageStore(S3Storage(bucket_name="papers", region_name="us-east-1", file_overwrite=False))


@pytest.fixture(params=["disk", "memory", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    if request.param == "s3":
        yield from _s3(monkeypatch)
    else:
        yield DiskStore(tmp_path) if request.param == "disk" else StorageStore(InMemoryStorage())


def test_what_was_put_comes_back_with_its_digest(store: Store) -> None:
    key = str(uuid7())
    stored = store.put(BytesIO(b"mot cua"), key)
    with store.open(key) as file:
        assert file.read() == b"mot cua"
    assert (stored.size, stored.sha256[:8]) == (7, "b0fd0306")


def test_a_key_is_written_once(store: Store) -> None:
    key = str(uuid7())
    store.put(BytesIO(b"first"), key)
    with pytest.raises(FileExistsError):
        store.put(BytesIO(b"second"), key)
    with store.open(key) as file:
        assert file.read() == b"first"


def test_what_is_not_there_is_said_so(store: Store) -> None:
    with pytest.raises(FileNotFoundError):
        store.open(str(uuid7()))
    store.delete(str(uuid7()))


def test_bytes_that_nobody_knows_are_found(store: Store) -> None:
    known, orphan = str(uuid7()), str(uuid7())
    for key in (known, orphan):
        store.put(BytesIO(b"x"), key)
    later = now() + timedelta(hours=1)
    assert list(store.orphans({known}, later)) == [orphan]
