"""A file comes in: opened, scanned, sealed into the store, then recorded. And it goes again."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import IO
from uuid import UUID

from motcua.base.access import Actor, Kind
from motcua.base.database.ids import uuid7
from motcua.base.files import queries, references
from motcua.base.files.commands.ground import forget_bytes
from motcua.base.files.commands.keys import is_alive, key_of
from motcua.base.files.models import StoredFile
from motcua.base.files.names import clean_name
from motcua.base.files.opened import Sealed, seal_into_store
from motcua.base.files.opening import inspect
from motcua.base.files.places import limits, quota, scanner
from motcua.base.files.rules import owner_of
from motcua.base.files.scan import Verdict
from motcua.base.files.words import MADE_HERE, Problem, Trouble, Why
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.web.log import log

PDF = "application/pdf"
_TRIES = 3


@dataclass(frozen=True)
class About:
    """What is told of a file beside its bytes."""

    name: str
    media_type: str
    pages: int | None
    scan: str


def take_in(
    *, stream: IO[bytes], name: str, by: Actor, at: datetime, owner: str = "", counted: bool = True
) -> StoredFile | Problem:
    """Take in a foreign file: only what really opens as an allowed kind is stored.

    It is sealed for `owner`, whoever brings it when none is named. A member's file counts against what they
    may send in a day unless `counted` says that it was counted before. Bytes reach the disk before the row
    is committed; bytes without a row are swept later. A disk that is full or away is a NOT_KEPT file, and
    nothing of it is recorded.
    """
    try:
        return _taken_in(stream, name, owner or owner_of(by), counted, by=by, at=at)
    except OSError as error:
        log.error("file not kept", error=type(error).__name__, errno=error.errno)
        return Problem(Trouble.NOT_KEPT)


def _taken_in(
    stream: IO[bytes], name: str, owner: str, counted: bool, *, by: Actor, at: datetime
) -> StoredFile | Problem:
    opened = inspect(stream, name, limits())
    if isinstance(opened, Problem):
        return opened
    if counted and (problem := too_much_today(opened.size, by=by, at=at)):
        return problem
    stream.seek(0)
    scan = scanner().scan(stream)
    if scan.verdict is Verdict.INFECTED:
        return Problem(Trouble.INFECTED)
    about = About(clean_name(name), opened.media_type, opened.pages, scan.verdict.value)
    return _keep(stream, about, owner, by=by, at=at)


def too_much_today(size: int, *, by: Actor, at: datetime) -> Problem | None:
    """Say when a member would send more in one day than the quota; officials and the house have none."""
    if by.kind is not Kind.MEMBER:
        return None
    most = quota().day_bytes
    return Problem(Trouble.TOO_MUCH_TODAY, limit=most) if queries.sent_on_day(by, at) + size > most else None


def keep_own(*, content: bytes, name: str, by: Actor, at: datetime, owner: str = "") -> StoredFile:
    """Keep a PDF that the house made itself, sealed for `owner`, else for the agency or house of `by`."""
    return _keep(BytesIO(content), About(name, PDF, None, MADE_HERE), owner or owner_of(by), by=by, at=at)


def _keep(stream: IO[bytes], about: About, owner: str, *, by: Actor, at: datetime) -> StoredFile:
    for _ in range(_TRIES):
        stream.seek(0)
        key, id = key_of(owner, by=by, at=at), uuid7()
        sealed = seal_into_store(stream, key, str(id))
        kept = record(id=id, about=about, sealed=sealed, key_id=key.pk, by=by, at=at)
        if not isinstance(kept, Refusal):
            return kept
    raise RuntimeError("the key of an owner was destroyed while it was used, again and again")


@command
def record(
    *, id: UUID, about: About, sealed: Sealed, key_id: UUID, by: Actor, at: datetime
) -> StoredFile | Refusal:
    """Record a file whose bytes are safe in the store; refused when their key was destroyed meanwhile."""
    if not is_alive(key_id):
        return Refusal(Why.NO_KEY)
    file = StoredFile.objects.create(
        id=id,
        key=sealed.key,
        name=about.name,
        media_type=about.media_type,
        size=sealed.size,
        sha256=sealed.sha256,
        stored_size=sealed.stored_size,
        content_mark=sealed.content_mark,
        owner_key_id=key_id,
        pages=about.pages,
        scan=about.scan,
        stored_at=at,
        stored_by=journal.name_of(by),
    )
    data = {"sha256": sealed.sha256, "size": sealed.size}
    journal.write("file.stored", about=file, by=by, at=at, data=data)
    return file


@command
def discard(*, file_id: UUID, by: Actor, at: datetime) -> StoredFile | Refusal:
    """Delete a file that nothing names any more: its row now, its bytes after the commit."""
    file = StoredFile.objects.select_for_update(of=("self",)).filter(pk=file_id).first()
    if file is None:
        return Refusal(Why.GONE)
    if references.is_used(file_id):
        return Refusal(Why.IN_USE)
    journal.write("file.discarded", about=file, by=by, at=at, data={"sha256": file.sha256})
    forget_bytes([file.key])
    StoredFile.objects.filter(pk=file_id).delete()
    return file
