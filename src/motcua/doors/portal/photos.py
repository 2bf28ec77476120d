"""Photos of one paper: gathered, shown in order, replaced by the PDF made of them."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from motcua.base.access import Actor, Kind
from motcua.base.files import commands as files
from motcua.base.files import queries as stored
from motcua.base.files.models import Album, Photo
from motcua.base.files.words import JoinState, Turn
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.doors.portal.shelves import Lying, Shelf

FEWEST = 2  # one photo stays a photo


@dataclass(frozen=True)
class Shown:
    """A photo with the address where it is seen, turned, moved."""

    photo: Photo
    url: str


@dataclass(frozen=True)
class Gathered:
    """The photos of one paper as their sender sees them, and the other files of that paper."""

    shelf: Shelf
    album: Album | None
    photos: tuple[Photo, ...]
    joined: Lying | None
    others: tuple[Lying, ...]

    @property
    def note(self) -> str:
        """Say how far the joining is."""
        if self.album is None:
            return ""
        if self.failed:
            return self.album.trouble
        if self.joining:
            return f"Đang ghép {len(self.photos)} ảnh thành một tệp PDF. Bạn làm tiếp được, không phải đợi."
        return f"Đã ghép, {self.joined.file.pages if self.joined else 0} trang."

    @property
    def failed(self) -> bool:
        """Tell whether the photos cannot be joined as they are."""
        return self.album is not None and self.album.state == JoinState.FAILED

    @property
    def joining(self) -> bool:
        """Tell whether the newest PDF is still to come."""
        if self.album is None or self.failed:
            return False
        return self.album.state == JoinState.WAITING or self.joined is None

    @property
    def shown(self) -> list[Shown]:
        """The photos with their addresses."""
        return [Shown(one, self.shelf.photo_url(one)) for one in self.photos]

    @property
    def files(self) -> list[tuple[Lying, str]]:
        """The other files with their addresses."""
        return [(one, self.shelf.file_url(one)) for one in self.others]

    @property
    def joined_url(self) -> str:
        """The address of the PDF, while it is the newest."""
        return self.shelf.file_url(self.joined) if self.joined and not self.joining else ""


def gathered(shelf: Shelf) -> Gathered:
    """Give the photos of a paper; an album none of whose files is there any more counts for nothing."""
    album, lying = stored.album_at(shelf.place), shelf.lying
    photos = tuple(stored.photos_of(album)) if album else ()
    made_of = [one for one in lying if _is_of(one, photos)]
    if album is None or not photos or not made_of:
        return Gathered(shelf, None, (), None, lying)
    joined = next((one for one in made_of if one.file.pk == album.joined_id), None)
    return Gathered(shelf, album, photos, joined, tuple(one for one in lying if one not in made_of))


def marks_of(shelf: Shelf) -> set[str]:
    """Give the content marks of the files of a paper, and of its photos that were joined already."""
    found = gathered(shelf)
    marks = {photo.file.content_mark for photo in found.photos}
    return marks | {one.file.content_mark for one in shelf.lying}


def gather_photos(shelf: Shelf, *, by: Actor, at: datetime) -> list[str]:
    """Gather the photos of a paper when there are several, to be joined in the background.

    Gives what is wrong when they cannot be.
    """
    assert by.person is not None, "a paper is sent by somebody"
    shelf.fresh()
    found = gathered(shelf)
    if found.album is None:
        files.close_album(place=shelf.place, by=by, at=at)
    fresh = [one.file for one in shelf.lying if one.file.media_type.startswith("image/")]
    if found.album is None and len(fresh) < FEWEST:
        return []
    done = files.gather(place=shelf.place, title=shelf.title, files=fresh, kept_for=by.person, by=by, at=at)
    return [refusal_sentence(done)] if isinstance(done, Refusal) else []


def arrange(shelf: Shelf, photo: Photo, act: str, *, by: Actor, at: datetime) -> None:
    """Turn or move a photo, or take it out; with the last photo goes the PDF made of them."""
    if act == Turn.OUT:
        last = not photo.album.photos.exclude(pk=photo.pk).exists()
        for one in shelf.lying:
            if one.file.pk == photo.file_id or (last and _is_of(one, (photo,))):
                shelf.take(one, by=by, at=at)
    if act in set(Turn):
        files.arrange(photo_id=photo.pk, turn=Turn(act), by=by, at=at)


def show_joined(shelf: Shelf, album: Album, *, at: datetime) -> None:
    """Put the PDF in the place of the photos that it was made of; what was sent stays as it was sent."""
    by = Actor(Kind.MEMBER, person=album.kept_for)
    assert album.joined is not None, "news of a PDF that is there"
    photos = tuple(stored.photos_of(album))
    replaced = [one for one in shelf.lying if _is_of(one, photos)]
    if not replaced:
        return
    with transaction.atomic():
        taken = [shelf.take(one, by=by, at=at) for one in replaced]
        if any(taken) or shelf.put(album.joined, by=by, at=at) is not None:
            transaction.set_rollback(True)
            return
    shown = {photo.file_id for photo in photos}
    for one in replaced:
        if one.file.pk not in shown:
            files.discard(file_id=one.file.pk, by=by, at=at)


def _is_of(one: Lying, photos: tuple[Photo, ...]) -> bool:
    """Tell whether a file is one of these photos as it came, or a PDF that the house made of them."""
    return one.file.made_here or one.file.pk in {photo.file_id for photo in photos}
