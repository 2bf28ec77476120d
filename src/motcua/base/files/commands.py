"""Files come in here: opened, scanned, stored, then recorded."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings
from django.core.files.storage import storages

from motcua.base.access import Actor
from motcua.base.database.ids import uuid7
from motcua.base.files.models import StoredFile
from motcua.base.files.names import clean_name
from motcua.base.files.opening import inspect
from motcua.base.files.scan import ClamdScanner, NoScanner, Scanner, Verdict
from motcua.base.files.storages import StorageStore
from motcua.base.files.store import DiskStore, Store
from motcua.base.files.words import Limits, Opened, Problem, Trouble
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.web.log import log

PDF = "application/pdf"


def store() -> Store:
    """Give the place where bytes lie."""
    return (
        StorageStore(storages["files"])
        if "files" in settings.STORAGES
        else DiskStore(Path(settings.FILES_DIR))
    )


def limits() -> Limits:
    """Give how much one file may hold."""
    return Limits(max_bytes=settings.FILE_MAX_BYTES)


def scanner() -> Scanner:
    """Give the virus scanner, or one that says that there is none."""
    return ClamdScanner(settings.CLAMD_ADDRESS) if settings.CLAMD_ADDRESS else NoScanner()


def take_in(*, stream: BinaryIO, name: str, by: Actor, at: datetime) -> StoredFile | Problem:
    """Take in a foreign file: only what really opens as an allowed kind is stored.

    Bytes reach the disk before the row is committed; bytes without a row are swept later. A disk that is
    full or away is a NOT_KEPT file, and nothing of it is recorded.
    """
    try:
        return _taken_in(stream, name, by=by, at=at)
    except OSError as error:
        log.error("file not kept", error=type(error).__name__, errno=error.errno)
        return Problem(Trouble.NOT_KEPT)


def _taken_in(stream: BinaryIO, name: str, *, by: Actor, at: datetime) -> StoredFile | Problem:
    opened = inspect(stream, name, limits())
    if isinstance(opened, Problem):
        return opened
    stream.seek(0)
    scan = scanner().scan(stream)
    if scan.verdict is Verdict.INFECTED:
        return Problem(Trouble.INFECTED)
    stream.seek(0)
    return _keep(stream, clean_name(name), opened, scan.verdict, by=by, at=at)


def keep_own(*, content: bytes, name: str, by: Actor, at: datetime) -> StoredFile:
    """Keep a PDF that the house made itself."""
    key = uuid7()
    stored = store().put(BytesIO(content), str(key))
    return record(
        id=key,
        name=name,
        media_type=PDF,
        size=stored.size,
        sha256=stored.sha256,
        pages=None,
        scan="own",
        by=by,
        at=at,
    )


def _keep(
    stream: BinaryIO, name: str, opened: Opened, verdict: Verdict, *, by: Actor, at: datetime
) -> StoredFile:
    key = uuid7()
    stored = store().put(stream, str(key))
    return record(
        id=key,
        name=name,
        media_type=opened.kind.media_type,
        size=stored.size,
        sha256=stored.sha256,
        pages=opened.pages,
        scan=verdict.value,
        by=by,
        at=at,
    )


@command
def record(
    *,
    id: UUID,
    name: str,
    media_type: str,
    size: int,
    sha256: str,
    pages: int | None,
    scan: str,
    by: Actor,
    at: datetime,
) -> StoredFile:
    """Record a file whose bytes are safe in the store."""
    file = StoredFile.objects.create(
        id=id,
        key=str(id),
        name=name,
        media_type=media_type,
        size=size,
        sha256=sha256,
        pages=pages,
        scan=scan,
        stored_at=at,
        stored_by=journal.name_of(by),
    )
    journal.write("file.stored", about=file, by=by, at=at, data={"sha256": sha256, "size": size})
    return file
