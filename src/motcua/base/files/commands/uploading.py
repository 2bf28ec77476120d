"""A file on its way over a poor line: begun, added to part by part, finished, used.

What was acknowledged is never sent again: a part is on the disk and in the database before the answer goes
out. Parts lie sealed in the store like files, so that any process of the house goes on with any upload.
"""

import hashlib
import tempfile
from datetime import datetime, timedelta
from io import BytesIO
from typing import IO, Final
from uuid import UUID

from django.db import transaction

from motcua.base.access import Actor
from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.files import queries
from motcua.base.files.commands.ground import alone, forget_bytes
from motcua.base.files.commands.keeping import take_in, too_much_today
from motcua.base.files.commands.keys import is_alive, key_of
from motcua.base.files.models import StoredFile, Upload, UploadPart
from motcua.base.files.names import clean_name, ending_of
from motcua.base.files.opened import open_from_store, seal_into_store
from motcua.base.files.places import limits, quota
from motcua.base.files.rules import owner_of
from motcua.base.files.sealing import CHUNK
from motcua.base.files.sentences import sentence
from motcua.base.files.words import KIND_OF_ENDING, Problem, Trouble, UploadState, Why
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal

KEPT_FOR: Final = timedelta(hours=24)
LARGEST_PART: Final = 1024 * 1024
_DIGEST: Final = "sha256:"


def begin_upload(
    *, name: str, size: int, place: str, sameness: str, by: Actor, at: datetime
) -> Upload | Refusal:
    """Begin to take a file for a place of a page, or go on with the same file for the same place.

    `sameness` is what the sender knows of the file that tells it from others: `sha256:` and its digest,
    which what arrives is then held against, or anything else that changes with the file.
    """
    mark = _mark(clean_name(name), size, sameness)
    with alone(f"uploads of {journal.name_of(by)}"):
        begun = Upload.objects.filter(
            begun_by=journal.name_of(by), place=place, sameness=mark, state=UploadState.OPEN.value
        ).first()
        if begun is not None and begun.is_open(at):
            return begun
        if begun is not None:
            drop_upload(begun)
        return open_upload(name=clean_name(name), size=size, place=place, mark=mark, by=by, at=at)


@command
def open_upload(*, name: str, size: int, place: str, mark: str, by: Actor, at: datetime) -> Upload | Refusal:
    """Open an upload, if it can come to anything: what is wrong with name or size is said at once."""
    refusal = _not_to_be_taken(name, size, by, at)
    if refusal is not None:
        return refusal
    upload = Upload.objects.create(
        begun_by=journal.name_of(by),
        owner_key=key_of(owner_of(by), by=by, at=at),
        place=place,
        name=name,
        size=size,
        sameness=mark,
        state=UploadState.OPEN.value,
        begun_at=at,
        expires_at=at + KEPT_FOR,
    )
    journal.write("upload.begun", about=upload, by=by, at=at, data={"size": size})
    return upload


def add_part(*, upload_id: UUID, begins: int, content: bytes, by: Actor) -> Upload | Refusal:
    """Keep the next part of an upload. Refused with UPLOAD_ELSEWHERE when it does not begin where the kept
    bytes end: the sender then asks how far it came.
    """
    with transaction.atomic():
        upload = _held(upload_id, by)
        if isinstance(upload, Refusal):
            return upload
        if begins != upload.arrived:
            return Refusal(Why.UPLOAD_ELSEWHERE)
        if not content or len(content) > LARGEST_PART or begins + len(content) > upload.size:
            return Refusal(Why.UPLOAD_BAD)
        if not is_alive(upload.owner_key_id):
            return Refusal(Why.GONE)
        key = str(uuid7())
        seal_into_store(BytesIO(content), upload.owner_key, key)
        UploadPart.objects.create(upload=upload, begins=begins, size=len(content), key=key)
        upload.arrived += len(content)
        upload.save(update_fields=["arrived"])
        return upload


def finish_upload(*, upload_id: UUID, by: Actor, at: datetime) -> Upload | Refusal:
    """Open the whole file and take it in; however often it is asked for, it happens once.

    The upload then is STORED with its file, or REFUSED with a sentence.
    """
    with transaction.atomic():
        upload = Upload.objects.select_for_update(of=("self",)).filter(pk=upload_id).first()
        if upload is None or upload.begun_by != journal.name_of(by):
            return Refusal(Why.GONE)
        if upload.state != UploadState.OPEN:
            return upload
        if upload.arrived < upload.size:
            return Refusal(Why.UPLOAD_NOT_WHOLE)
        with tempfile.TemporaryFile() as whole:
            _put_together(upload, whole)
            taken = _as_sent(upload, whole) or take_in(
                stream=whole, name=upload.name, by=by, at=at, owner=upload.owner_key.owner, counted=False
            )
        if isinstance(taken, Problem) and taken.trouble is Trouble.NOT_KEPT:
            return Refusal(Why.NOT_KEPT)
        return settle_upload(upload=upload, taken=taken, by=by, at=at)


@command
def settle_upload(*, upload: Upload, taken: StoredFile | Problem, by: Actor, at: datetime) -> Upload:
    """Note what became of a whole upload, and let its parts go."""
    if isinstance(taken, StoredFile):
        upload.file, upload.state = taken, UploadState.STORED.value
    else:
        upload.refused, upload.state = sentence(taken), UploadState.REFUSED.value
    upload.save(update_fields=["file", "state", "refused"])
    _let_parts_go(upload)
    journal.write("upload.settled", about=upload, by=by, at=at, data={"state": upload.state})
    return upload


@command
def use_upload(*, upload_id: UUID, by: Actor, at: datetime) -> Upload | Refusal:
    """Note that the file of an upload came to where it was sent."""
    upload = Upload.objects.select_for_update(of=("self",)).filter(pk=upload_id).first()
    if upload is None or upload.begun_by != journal.name_of(by):
        return Refusal(Why.GONE)
    upload.state = UploadState.USED.value
    upload.save(update_fields=["state"])
    journal.write("upload.used", about=upload, by=by, at=at)
    return upload


def drop_upload(upload: Upload) -> None:
    """Let an unfinished upload go, with its parts."""
    _let_parts_go(upload)
    upload.delete()


def _not_to_be_taken(name: str, size: int, by: Actor, at: datetime) -> Refusal | None:
    if size <= 0:
        return Refusal(Why.UPLOAD_BAD)
    if size > limits().max_bytes:
        return Refusal(Why.UPLOAD_TOO_LARGE, {"problem": _told(Trouble.TOO_LARGE, name, limits().max_bytes)})
    if ending_of(name) not in KIND_OF_ENDING:
        return Refusal(Why.UPLOAD_KIND, {"problem": _told(Trouble.NOT_ALLOWED, name)})
    if queries.open_uploads(by, at).count() >= quota().open_uploads:
        return Refusal(Why.UPLOAD_TOO_MANY)
    problem = too_much_today(size, by=by, at=at)
    return Refusal(Why.UPLOAD_TOO_MUCH, {"problem": sentence(problem)}) if problem else None


def _told(trouble: Trouble, name: str, limit: int = 0) -> str:
    return sentence(Problem(trouble, ending=ending_of(name), limit=limit))


def _held(upload_id: UUID, by: Actor) -> Upload | Refusal:
    """Hold an open upload for whoever began it; somebody else's looks like one that does not exist."""
    upload = Upload.objects.select_for_update(of=("self",)).filter(pk=upload_id).first()
    if upload is None or upload.begun_by != journal.name_of(by) or not upload.is_open(now()):
        return Refusal(Why.GONE)
    return upload


def _put_together(upload: Upload, whole: IO[bytes]) -> None:
    for part in upload.parts.order_by("begins"):
        with open_from_store(upload.owner_key, part.key, part.size) as piece:
            while chunk := piece.read(CHUNK):
                whole.write(chunk)
    whole.seek(0)


def _mark(name: str, size: int, sameness: str) -> str:
    """Commit to what tells a file from others; that it is a digest stays readable."""
    return (_DIGEST if sameness.startswith(_DIGEST) else "") + journal.commitment(f"{name} {size} {sameness}")


def _as_sent(upload: Upload, whole: IO[bytes]) -> Problem | None:
    """Hold what arrived against the digest that the sender gave."""
    if not upload.sameness.startswith(_DIGEST):
        return None
    digest = hashlib.sha256()
    while chunk := whole.read(CHUNK):
        digest.update(chunk)
    whole.seek(0)
    same = _mark(upload.name, upload.size, _DIGEST + digest.hexdigest()) == upload.sameness
    return None if same else Problem(Trouble.NOT_AS_SENT)


def _let_parts_go(upload: Upload) -> None:
    forget_bytes(upload.parts.values_list("key", flat=True))
    upload.parts.all().delete()
