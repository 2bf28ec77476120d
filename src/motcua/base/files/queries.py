"""Reading stored files."""

from collections.abc import Iterable
from datetime import datetime
from typing import IO, BinaryIO
from uuid import UUID

from django.db.models import QuerySet, Sum

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.files import opened
from motcua.base.files.models import Album, OwnerKey, Photo, StoredFile, Upload
from motcua.base.files.words import UploadState
from motcua.base.journal.writing import name_of


def one(file_id: UUID) -> StoredFile:
    """Give what is known about a file."""
    return StoredFile.objects.get(pk=file_id)


def content(file: StoredFile) -> BinaryIO:
    """Give the plain bytes of a file, readable from any place.

    Raises Shredded when the owner's key was destroyed, Tampered when the stored bytes are not the ones that
    were sealed, MasterAway when their master key is not in the ring.
    """
    return opened.open_file(file)


def key_of(owner: str) -> OwnerKey | None:
    """Give the key of an owner, None before their first file."""
    return OwnerKey.objects.filter(owner=owner, retired_at=None).first()


def mark_of(stream: IO[bytes], owner: str) -> str:
    """Give the content mark that a stream would have as an owner's file, nothing before their first."""
    key = key_of(owner)
    return opened.mark_of(stream, key) if key else ""


def upload_of(upload_id: UUID, by: Actor) -> Upload | None:
    """Give an upload to whoever began it, None to anybody else."""
    return Upload.objects.filter(pk=upload_id, begun_by=name_of(by)).first()


def arrived(place: str, by: Actor) -> QuerySet[Upload]:
    """Give the whole files that wait at a place of a page to be used, the oldest first."""
    waiting = Upload.objects.filter(begun_by=name_of(by), place=place, state=UploadState.STORED.value)
    return waiting.select_related("file").order_by("begun_at", "id")


def under_way(places: Iterable[str], by: Actor, at: datetime) -> QuerySet[Upload]:
    """Give the unfinished uploads at some places of a page, to be gone on with."""
    return open_uploads(by, at).filter(place__in=list(places)).order_by("begun_at", "id")


def open_uploads(by: Actor, at: datetime) -> QuerySet[Upload]:
    """Give what somebody has begun to send and may go on with."""
    return Upload.objects.filter(begun_by=name_of(by), state=UploadState.OPEN.value, expires_at__gt=at)


def sent_on_day(by: Actor, at: datetime) -> int:
    """Give how many bytes somebody has sent on the day of `at`, and is sending now."""
    morning = local(at).replace(hour=0, minute=0, second=0, microsecond=0)
    stored = StoredFile.objects.filter(stored_by=name_of(by), stored_at__gte=morning)
    sums = (rows.aggregate(total=Sum("size"))["total"] for rows in (stored, open_uploads(by, at)))
    return sum(one or 0 for one in sums)


def album_at(place: str) -> Album | None:
    """Give the photos gathered at a place."""
    return Album.objects.select_related("joined").filter(place=place).first()


def album(album_id: UUID) -> Album | None:
    """Give an album, None when it is no more."""
    return Album.objects.select_related("joined").filter(pk=album_id).first()


def albums_under(beginning: str) -> list[Album]:
    """Give the albums whose places begin alike."""
    return list(Album.objects.filter(place__startswith=beginning).order_by("place"))


def photos_of(album: Album) -> list[Photo]:
    """Give the photos of an album in their order."""
    return list(album.photos.select_related("file"))
