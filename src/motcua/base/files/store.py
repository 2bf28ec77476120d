"""Where stored bytes lie: a port, and the disk behind it."""

import hashlib
import os
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, BinaryIO, Protocol

CHUNK = 64 * 1024
_KEY = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")
_PART = ".part"


@dataclass(frozen=True)
class StoredBytes:
    """What lies in a store: its opaque key, size in bytes and SHA-256 in hexadecimal."""

    key: str
    size: int
    sha256: str


class Store(Protocol):
    """Keeps bytes under opaque keys; a key is written once and never again."""

    def put(self, stream: IO[bytes], key: str) -> StoredBytes:
        """Store the rest of `stream`; when this returns, the bytes outlive a power cut."""
        ...

    def open(self, key: str) -> BinaryIO:
        """Return the bytes for reading; FileNotFoundError when there are none."""
        ...

    def delete(self, key: str) -> None:
        """Remove the bytes; removing what is not there is no error."""
        ...

    def orphans(self, known: Container[str], older_than: datetime) -> Iterator[str]:
        """Yield keys of bytes written before `older_than` that `known` does not hold."""
        ...


class DiskStore:
    """A Store below one folder of this machine, spread over 256 folders by the last two digits of the key."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, stream: IO[bytes], key: str) -> StoredBytes:
        """Store the rest of `stream` under `key` (a UUID); FileExistsError when the key is taken."""
        place = self._place(key)
        if place.exists():
            raise FileExistsError(key)
        self._make_folder(place.parent)
        part = place.with_name(key + _PART)
        try:
            stored = _write(stream, part, key)
            os.rename(part, place)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        _sync_folder(place.parent)
        return stored

    def open(self, key: str) -> BinaryIO:
        """Return the bytes under `key` for reading; FileNotFoundError when there are none."""
        return os.fdopen(os.open(self._place(key), os.O_RDONLY | os.O_NOFOLLOW), "rb")

    def delete(self, key: str) -> None:
        """Remove the bytes under `key` and what an interrupted `put` left of them."""
        place = self._place(key)
        place.unlink(missing_ok=True)
        place.with_name(key + _PART).unlink(missing_ok=True)

    def orphans(self, known: Container[str], older_than: datetime) -> Iterator[str]:
        """Yield unknown keys on disk, finished or interrupted, last written before `older_than`."""
        for path in sorted(self.root.glob("??/*")):
            key = path.name.removesuffix(_PART)
            old = path.stat().st_mtime < older_than.timestamp()
            if old and key not in known and _KEY.fullmatch(key):
                yield key

    def _place(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise ValueError("a key of the store is a UUID in small letters")
        return self.root / key[-2:] / key

    def _make_folder(self, folder: Path) -> None:
        if not folder.is_dir():
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
            _sync_folder(self.root)


def copied(stream: IO[bytes], file: IO[bytes], key: str) -> StoredBytes:
    """Copy the rest of a stream, and tell what was copied."""
    size, digest = 0, hashlib.sha256()
    while chunk := stream.read(CHUNK):
        size += file.write(chunk)
        digest.update(chunk)
    return StoredBytes(key, size, digest.hexdigest())


def _write(stream: IO[bytes], part: Path, key: str) -> StoredBytes:
    # An interrupted put of the same key may have left its part; O_NOFOLLOW keeps a planted link out.
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
    with os.fdopen(os.open(part, flags, 0o600), "wb") as file:
        stored = copied(stream, file, key)
        file.flush()
        os.fsync(file.fileno())
    return stored


def _sync_folder(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
