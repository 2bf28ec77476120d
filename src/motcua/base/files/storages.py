"""A store over any of Django's storages: how files lie on S3."""

import tempfile
from collections.abc import Container, Iterator
from datetime import datetime
from typing import IO, BinaryIO

from django.core.files.base import File
from django.core.files.storage import Storage

from motcua.base.files.store import StoredBytes, copied


class StorageStore:
    """A Store over a Django storage; keys become names, as they are."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def put(self, stream: IO[bytes], key: str) -> StoredBytes:
        """Store the rest of `stream` under `key`; FileExistsError when the key is taken."""
        if self._storage.exists(key):
            raise FileExistsError(key)
        with tempfile.TemporaryFile() as copy:
            # A storage reads from the beginning, perhaps more than once; what comes here may run only once.
            stored = copied(stream, copy, key)
            copy.seek(0)
            name = self._storage.save(key, File(copy, key))
        if name != key:
            self._storage.delete(name)
            raise FileExistsError(key)
        return stored

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
