"""What nobody needs any more is let go: uploads given up, photos of nothing, bytes without a row."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Final
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.files import references
from motcua.base.files.commands.albums import close_album
from motcua.base.files.commands.ground import Batch, forget_bytes
from motcua.base.files.commands.keeping import discard
from motcua.base.files.commands.uploading import drop_upload
from motcua.base.files.models import Album, StoredFile, Upload, UploadPart
from motcua.base.files.places import store
from motcua.base.files.words import UploadState
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal

ORPHAN_AFTER: Final = timedelta(days=1)
ALBUM_AFTER: Final = timedelta(days=2)
_AT_ONCE: Final = 1000


def sweep(*, by: Actor, at: datetime) -> dict[str, int]:
    """Let go of what is over, and give how many of each; the journal has the counts when there are any."""
    counts = {
        "uploads": _uploads(by, at),
        "albums": _albums(by, at),
        "orphans": _orphans(at),
    }
    if any(counts.values()):
        note_sweep(counts=counts, by=by, at=at)
    return counts


@command
def note_sweep(*, counts: dict[str, int], by: Actor, at: datetime) -> Batch:
    """Record what was let go."""
    batch = Batch()
    journal.write("file.swept", about=batch, by=by, at=at, data=counts)
    return batch


@command
def give_up(*, upload_id: UUID, by: Actor, at: datetime) -> Upload:
    """Let an upload go that is over; a file that came to nothing goes with it."""
    upload = Upload.objects.select_for_update(of=("self",)).get(pk=upload_id)
    state, file_id = upload.state, upload.file_id
    journal.write("upload.given_up", about=upload, by=by, at=at, data={"state": state})
    drop_upload(upload)
    if state == UploadState.STORED and file_id is not None:
        discard(file_id=file_id, by=by, at=at)
    return upload


def orphans(at: datetime) -> Iterator[str]:
    """Give the keys of old bytes that no row names."""
    return store().orphans(_Known(), at - ORPHAN_AFTER)


def _uploads(by: Actor, at: datetime) -> int:
    over = Upload.objects.filter(expires_at__lt=at).order_by("expires_at").values_list("pk", flat=True)
    return len([give_up(upload_id=pk, by=by, at=at) for pk in over[:_AT_ONCE]])


def _albums(by: Actor, at: datetime) -> int:
    old = (
        Album.objects.filter(changed_at__lt=at - ALBUM_AFTER).order_by("changed_at").select_related("joined")
    )
    count = 0
    for album in old[:_AT_ONCE]:
        files = [album.joined_id, *album.photos.values_list("file_id", flat=True)]
        if not any(file and references.is_used_outside(file) for file in files):
            closed = close_album(place=album.place, by=by, at=at)
            count += not isinstance(closed, Refusal)
    return count


def _orphans(at: datetime) -> int:
    found = list(islice(orphans(at), _AT_ONCE))
    forget_bytes(found)
    return len(found)


class _Known:
    """The keys that a row names, asked one by one: there may be millions."""

    def __contains__(self, key: object) -> bool:
        named = StoredFile.objects.filter(key=key).exists()
        return named or UploadPart.objects.filter(key=key).exists()
