"""A store over any of Django's storages: how files lie on S3."""

import hashlib
from collections.abc import Container, Iterator
from datetime import datetime
from typing import BinaryIO

from django.core.files.base import File
from django.core.files.storage import Storage

from motcua.base.files.store import CHUNK, StoredBytes


class StorageStore:
    """A Store over a Django storage; keys become names, as they are."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def put(self, stream: BinaryIO, key: str) -> StoredBytes:
        """Store the rest of `stream` under `key`; FileExistsError when the key is taken."""
        if self._storage.exists(key):
            raise FileExistsError(key)
        digest, size = hashlib.sha256(), 0
        start = stream.tell()
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
        stream.seek(start)
        name = self._storage.save(key, File(stream, key))
        if name != key:
            self._storage.delete(name)
            raise FileExistsError(key)
        return StoredBytes(key, size, digest.hexdigest())

    def open(self, key: str) -> BinaryIO:
        """Return the bytes for reading; FileNotFoundError when there are none."""
        file = self._storage.open(key, "rb")
        assert file.file is not None, "an open file has its stream"
        return file.file  # type: ignore[return-value]  # opened "rb"

    def delete(self, key: str) -> None:
        """Remove the bytes; removing what is not there is no error."""
        self._storage.delete(key)

    def orphans(self, known: Container[str], older_than: datetime) -> Iterator[str]:
        """Yield keys of bytes written before `older_than` that `known` does not hold."""
        _, names = self._storage.listdir("")
        for name in names:
            if name not in known and self._storage.get_modified_time(name) < older_than:
                yield name
