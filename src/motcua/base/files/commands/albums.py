"""Photos of one paper: gathered, put in order, turned, joined into one PDF in the background."""

import tempfile
from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.files import references
from motcua.base.files.commands.ground import alone
from motcua.base.files.commands.keeping import discard, keep_own
from motcua.base.files.confined import pressed
from motcua.base.files.joining import Sheet, bound
from motcua.base.files.models import Album, Photo, StoredFile
from motcua.base.files.opened import open_file
from motcua.base.files.places import limits
from motcua.base.files.sealing import CHUNK
from motcua.base.files.sentences import not_joined
from motcua.base.files.words import JoinState, Problem, Turn, Why
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal

MOST_PHOTOS: Final = 40


def gather(
    *, place: str, title: str, files: Sequence[StoredFile], kept_for: UUID, by: Actor, at: datetime
) -> Album | Refusal:
    """Add photos to those of a place, in the order given, and have them joined."""
    with alone(f"album {place}"):
        return add_photos(place=place, title=title, files=files, kept_for=kept_for, by=by, at=at)


@command
def add_photos(
    *, place: str, title: str, files: Sequence[StoredFile], kept_for: UUID, by: Actor, at: datetime
) -> Album | Refusal:
    """Put photos at the end of an album; it is made with the first ones."""
    album = Album.objects.select_for_update(of=("self",)).filter(place=place).first() or Album(
        place=place, title=title, kept_for=kept_for
    )
    there = list(album.photos.all()) if album.revision else []
    fresh = [file for file in files if file.pk not in {photo.file_id for photo in there}]
    if len(there) + len(fresh) > MOST_PHOTOS:
        return Refusal(Why.ALBUM_FULL, {"most": str(MOST_PHOTOS)})
    changed = _changed(album, by=by, at=at)
    last = there[-1].order if there else 0
    Photo.objects.bulk_create(
        Photo(album=album, file=file, order=order) for order, file in enumerate(fresh, last + 1)
    )
    return changed


@command
def arrange(*, photo_id: UUID, turn: Turn, by: Actor, at: datetime) -> Album | Refusal:
    """Turn, move or take out one photo; the album is joined anew. An album without photos is no more."""
    album = Album.objects.select_for_update(of=("self",)).filter(photos__pk=photo_id).first()
    if album is None:
        return Refusal(Why.GONE)
    photos = list(album.photos.all())
    at_place = next(place for place, photo in enumerate(photos) if photo.pk == photo_id)
    photo = photos.pop(at_place)
    match turn:
        case Turn.ROUND:
            photo.turns = (photo.turns + 1) % 4
            photos.insert(at_place, photo)
        case Turn.UP:
            photos.insert(max(0, at_place - 1), photo)
        case Turn.DOWN:
            photos.insert(at_place + 1, photo)
        case Turn.OUT:
            photo.delete()
            if not references.is_used(photo.file_id):
                discard(file_id=photo.file_id, by=by, at=at)
    for order, one in enumerate(photos, 1):
        one.order = order
        one.save(update_fields=["order", "turns"])
    return _changed(album, by=by, at=at)


@command
def close_album(*, place: str, by: Actor, at: datetime) -> Album | Refusal:
    """Let the photos of a place go, with the PDF made of them; what something else names stays."""
    album = Album.objects.select_for_update(of=("self",)).filter(place=place).first()
    if album is None:
        return Refusal(Why.GONE)
    files = list(album.photos.values_list("file_id", flat=True))
    files += [album.joined_id] if album.joined_id else []
    journal.write("album.closed", about=album, by=by, at=at, data={"photos": len(files)})
    album.delete()
    for file_id in files:
        if not references.is_used(file_id):
            discard(file_id=file_id, by=by, at=at)
    return album


def join(*, album_id: UUID, revision: int, by: Actor, at: datetime) -> Album | None:
    """Make one PDF of the photos of an album as they are at a revision; nothing for an older revision."""
    album = Album.objects.select_for_update(of=("self",)).filter(pk=album_id, revision=revision).first()
    if album is None or album.state != JoinState.WAITING:
        return None
    photos = list(album.photos.select_related("file__owner_key"))
    if not photos:
        return None
    sheets: list[Sheet] = []
    for number, photo in enumerate(photos, 1):
        sheet = _pressed(photo)
        if isinstance(sheet, Problem):
            return fail_join(album=album, said=not_joined(number, photo.file.name), by=by, at=at)
        sheets.append(sheet)
    owner = photos[0].file.owner_key.owner
    file = keep_own(content=bound(sheets), name=f"{album.title}.pdf", by=by, at=at, owner=owner)
    return settle_join(album=album, file=file, pages=len(sheets), by=by, at=at)


@command
def settle_join(*, album: Album, file: StoredFile, pages: int, by: Actor, at: datetime) -> Album:
    """Note the PDF of the newest revision; who shows the photos learns of it as news."""
    file.pages = pages
    file.save(update_fields=["pages"])
    before = album.joined_id
    album.joined, album.joined_revision, album.state = file, album.revision, JoinState.JOINED.value
    album.save(update_fields=["joined", "joined_revision", "state"])
    data = {"file": file.pk, "revision": album.revision, "pages": pages}
    journal.write("album.joined", about=album, by=by, at=at, data=data)
    # A PDF that was overtaken before any page had it would stay for ever.
    if before is not None and not references.is_used(before):
        discard(file_id=before, by=by, at=at)
    return album


@command
def fail_join(*, album: Album, said: str, by: Actor, at: datetime) -> Album:
    """Note that the photos cannot be joined, in words for their sender; they stay as they came."""
    album.state, album.trouble = JoinState.FAILED.value, said
    album.save(update_fields=["state", "trouble"])
    journal.write("album.not_joined", about=album, by=by, at=at, data={"revision": album.revision})
    return album


def _changed(album: Album, *, by: Actor, at: datetime) -> Album:
    album.revision += 1
    album.state, album.trouble, album.changed_at = JoinState.WAITING.value, "", at
    album.save()
    journal.write("album.changed", about=album, by=by, at=at, data={"revision": album.revision})
    return album


def _pressed(photo: Photo) -> Sheet | Problem:
    with open_file(photo.file) as plain, tempfile.TemporaryFile() as copy:
        while chunk := plain.read(CHUNK):
            copy.write(chunk)
        return pressed(copy, photo.turns, limits())
