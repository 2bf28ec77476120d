"""Photos of one paper of a draft: gathered, shown in order, replaced by the PDF made of them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.base.access import Actor, Kind
from motcua.base.files import commands as files
from motcua.base.files import queries as stored
from motcua.base.files.models import Album, Photo
from motcua.base.files.words import JoinState
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.casework.dossiers import commands
from motcua.casework.dossiers import queries as dossiers
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.reference.catalogue.models import ComponentRequirement

_DRAFT = "draft"
FEWEST = 2  # one photo stays a photo


@dataclass(frozen=True)
class Gathered:
    """The photos of one paper as their sender sees them, and the other files of that paper."""

    album: Album | None
    photos: tuple[Photo, ...]
    joined: Paper | None
    others: tuple[Paper, ...]

    @property
    def note(self) -> str:
        """Say how far the joining is."""
        if self.album is None:
            return ""
        if self.album.state == JoinState.FAILED:
            return self.album.trouble
        if self.album.state == JoinState.WAITING or self.joined is None:
            return f"Đang ghép {len(self.photos)} ảnh thành một tệp PDF. Bạn làm tiếp được, không phải đợi."
        pages = self.joined.file.pages if self.joined.file else 0
        return f"Đã ghép, {pages} trang."

    @property
    def failed(self) -> bool:
        """Tell whether the photos cannot be joined as they are."""
        return self.album is not None and self.album.state == JoinState.FAILED

    @property
    def joining(self) -> bool:
        """Tell whether the PDF is still to come."""
        return (
            self.album is not None
            and not self.failed
            and (self.album.state == JoinState.WAITING or self.joined is None)
        )


def beginning_of(dossier_id: UUID) -> str:
    """Give how the names of all photos of a draft begin."""
    return f"{_DRAFT}:{dossier_id}:"


def place_of(dossier_id: UUID, requirement_id: UUID) -> str:
    """Name the photos of one paper of a draft."""
    return f"{beginning_of(dossier_id)}{requirement_id}"


def is_of_draft(album: Album) -> bool:
    """Tell whether photos were sent for a draft."""
    return album.place.startswith(f"{_DRAFT}:")


def gathered(dossier_id: UUID, requirement_id: UUID, papers: tuple[Paper, ...]) -> Gathered:
    """Give the photos of a paper; an album none of whose files is there any more counts for nothing."""
    album = stored.album_at(place_of(dossier_id, requirement_id))
    if album is None:
        return Gathered(None, (), None, papers)
    photos = tuple(stored.photos_of(album))
    own = {photo.file_id for photo in photos}
    joined = next((paper for paper in papers if paper.file_id and paper.file_id == album.joined_id), None)
    if joined is None and not any(paper.file_id in own for paper in papers):
        return Gathered(None, (), None, papers)
    others = tuple(paper for paper in papers if paper is not joined and paper.file_id not in own)
    return Gathered(album, photos, joined, others)


def marks_of(dossier: Dossier, requirement: ComponentRequirement) -> set[str]:
    """Give the content marks of the photos that were joined already."""
    found = gathered(dossier.pk, requirement.pk, _papers(dossier, requirement.pk))
    return {photo.file.content_mark for photo in found.photos}


def gather_photos(
    dossier: Dossier, requirement: ComponentRequirement, *, by: Actor, at: datetime
) -> list[str]:
    """Gather the photos of a paper when there are several, to be joined in the background.

    Gives what is wrong when they cannot be.
    """
    assert by.person is not None, "a draft belongs to somebody"
    papers = _papers(dossier, requirement.pk)
    found = gathered(dossier.pk, requirement.pk, papers)
    if found.album is None:
        files.close_album(place=place_of(dossier.pk, requirement.pk), by=by, at=at, and_joined=True)
    fresh = [one.file for one in papers if one.file and one.file.media_type.startswith("image/")]
    if found.album is None and len(fresh) < FEWEST:
        return []
    done = files.gather(
        place=place_of(dossier.pk, requirement.pk),
        title=requirement.name,
        files=fresh,
        kept_for=by.person,
        by=by,
        at=at,
    )
    return [refusal_sentence(done)] if isinstance(done, Refusal) else []


def take_photo_out(dossier: Dossier, photo: Photo, *, by: Actor, at: datetime) -> None:
    """Take the paper of a photo out of a draft; with the last photo goes the PDF made of them."""
    album = photo.album
    gone: set[UUID | None] = {photo.file_id}
    if not album.photos.exclude(pk=photo.pk).exists():
        gone.add(album.joined_id)
    _detach(dossier, gone, by=by, at=at)


def show_joined(album: Album, before: UUID | None, *, at: datetime) -> None:
    """Put the PDF in the place of the photos that it was made of; a filed dossier stays as it is."""
    dossier_id, requirement_id = (UUID(part) for part in album.place.split(":")[1:])
    by = Actor(Kind.MEMBER, person=album.kept_for)
    try:
        dossier = dossiers.by_id(dossier_id, whole=False)
    except dossiers.NoSuchDossier:
        return
    assert album.joined is not None, "news of a PDF that is there"
    own = {photo.file_id for photo in stored.photos_of(album)} | {before}
    with transaction.atomic():
        if not _detach(dossier, own, by=by, at=at):
            return
        done = commands.attach(
            dossier_id=dossier_id, requirement_id=requirement_id, file=album.joined, by=by, at=at
        )
        if isinstance(done, Refusal):
            transaction.set_rollback(True)
            return
    if before is not None:
        files.discard(file_id=before, by=by, at=at)


def _detach(dossier: Dossier, file_ids: set[UUID | None], *, by: Actor, at: datetime) -> bool:
    """Take papers out of a draft by their files; tell whether it still was one with such papers."""
    papers = [one for one in dossiers.papers_of(dossier) if one.file_id and one.file_id in file_ids]
    outcomes = [commands.detach(dossier_id=dossier.pk, paper_id=paper.pk, by=by, at=at) for paper in papers]
    return bool(outcomes) and not any(isinstance(one, Refusal) for one in outcomes)


def _papers(dossier: Dossier, requirement_id: UUID) -> tuple[Paper, ...]:
    return tuple(one for one in dossiers.papers_of(dossier) if one.requirement_id == requirement_id)
