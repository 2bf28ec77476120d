"""A file that a controller sends: kept, compared in the background, loaded when confirmed."""

import hashlib
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.reference.catalogue.commands.importing import File, import_records
from motcua.reference.catalogue.importing.judging import judge
from motcua.reference.catalogue.importing.lines import read_lines
from motcua.reference.catalogue.importing.sentences import sentence
from motcua.reference.catalogue.importing.words import UploadState
from motcua.reference.catalogue.importing.workbook import Unreadable
from motcua.reference.catalogue.models import ImportUpload
from motcua.reference.catalogue.queries.importing import Comparison, compare
from motcua.reference.catalogue.words import Why

LONGEST_NAME = 200
SHOWN = 200  # changes and flaws kept for the page; the counts are whole
NOTHING = "Tệp không có thủ tục nào."


@command
def take_upload(
    *, file_name: str, content: bytes, by: Actor, at: datetime, key: str = ""
) -> ImportUpload | Refusal:
    """Keep a file that somebody sent; it is compared in the background."""
    upload = ImportUpload.objects.create(
        file_name=clean(file_name)[-LONGEST_NAME:],
        sha256=hashlib.sha256(content).hexdigest(),
        content=zlib.compress(content),
        uploaded_at=at,
        uploaded_by=by.account,
    )
    journal.write("import.uploaded", about=upload, by=by, at=at, data={"sha256": upload.sha256})
    return upload


@command
def compare_upload(*, upload_id: UUID, by: Actor, at: datetime) -> ImportUpload | Refusal:
    """Compare a file with what is stored; nothing of the catalogue changes."""
    upload = ImportUpload.objects.select_for_update().get(pk=upload_id)
    if upload.state != UploadState.WAITING:
        return Refusal(Why.UPLOAD_MOVED_ON)
    upload.state, upload.message = UploadState.UNREADABLE, NOTHING
    try:
        with _opened(upload) as path:
            comparison = compare(judge(read_lines(path)))
    except Unreadable as error:
        upload.message = str(error)
    else:
        upload.comparison = _kept(comparison)
        if comparison.fates:
            upload.state, upload.message = UploadState.COMPARED, ""
    upload.save(update_fields=["state", "message", "comparison"])
    journal.write("import.compared", about=upload, by=by, at=at, data={"state": upload.state})
    return upload


@command
def confirm_upload(
    *, upload_id: UUID, accepted: Iterable[str] = (), by: Actor, at: datetime, key: str = ""
) -> ImportUpload | Refusal:
    """Say that a compared file may be loaded; it is loaded in the background."""
    upload = ImportUpload.objects.select_for_update().get(pk=upload_id)
    if upload.state != UploadState.COMPARED:
        return Refusal(Why.UPLOAD_MOVED_ON)
    upload.state, upload.accepted, upload.confirmed_at = UploadState.LOADING, sorted(accepted), at
    upload.save(update_fields=["state", "accepted", "confirmed_at"])
    journal.write("import.confirmed", about=upload, by=by, at=at, data={"accepted": upload.accepted})
    return upload


@command
def load_upload(*, upload_id: UUID, by: Actor, at: datetime) -> ImportUpload | Refusal:
    """Load a confirmed file, as one act."""
    upload = ImportUpload.objects.select_for_update().get(pk=upload_id)
    if upload.state != UploadState.LOADING:
        return Refusal(Why.UPLOAD_MOVED_ON)
    with _opened(upload) as path:
        file = File(upload.file_name, upload.sha256, lambda: judge(read_lines(path)))
        batch = import_records(file=file, accepted=frozenset(upload.accepted), by=by, at=at)
    if isinstance(batch, Refusal):
        upload.state, upload.message = UploadState.DROPPED, "Tệp không còn gì mới so với danh mục."
    else:
        upload.state, upload.batch = UploadState.LOADED, batch
    upload.content = b""
    upload.save(update_fields=["state", "batch", "message", "content"])
    journal.write("import.loaded", about=upload, by=by, at=at, data={"state": upload.state})
    return upload


@command
def drop_upload(*, upload_id: UUID, by: Actor, at: datetime, key: str = "") -> ImportUpload | Refusal:
    """Put a file away without loading it."""
    upload = ImportUpload.objects.select_for_update().get(pk=upload_id)
    if upload.state not in (UploadState.COMPARED, UploadState.UNREADABLE, UploadState.WAITING):
        return Refusal(Why.UPLOAD_MOVED_ON)
    upload.state, upload.content = UploadState.DROPPED, b""
    upload.save(update_fields=["state", "content"])
    journal.write("import.dropped", about=upload, by=by, at=at)
    return upload


@contextmanager
def _opened(upload: ImportUpload) -> Iterator[Path]:
    """Give the file on the disk while it is read."""
    with tempfile.TemporaryDirectory() as folder:
        suffix = Path(upload.file_name).suffix.lower()
        path = Path(folder) / f"danh-muc{suffix}"
        path.write_bytes(zlib.decompress(upload.content))
        yield path


def _kept(comparison: Comparison) -> dict[str, object]:
    """Give what the page shows of a comparison."""
    kinds = comparison.by_kind()
    return {
        "rows": comparison.rows,
        "kept_out": comparison.kept_out,
        "fates": dict(comparison.fates),
        "new": [{"row": row, "code": code, "name": name} for row, code, name in comparison.new[:SHOWN]],
        "changed": [
            {"row": one.row, "code": one.code, "name": one.name, "lines": list(one.lines)}
            for one in comparison.changed[:SHOWN]
        ],
        "vanished": comparison.vanished[:SHOWN],
        "vanished_count": len(comparison.vanished),
        "kinds": [
            {
                "kind": kind.value,
                "count": len(found),
                "rows": [{"row": one.row, "code": one.code, "said": sentence(one)} for one in found[:SHOWN]],
            }
            for kind, found in kinds.items()
        ],
    }
