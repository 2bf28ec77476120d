"""Photos of one paper of a draft: gathered, shown in order, replaced by the PDF made of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.base.access import Actor, Kind
from motcua.base.files import commands as files
from motcua.base.files import queries as stored
from motcua.base.files.models import Album, Photo, StoredFile
from motcua.base.files.words import JoinState
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.casework.dossiers import commands
from motcua.casework.dossiers import queries as dossiers
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.words import PaperSource
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
        if self.failed:
            return self.album.trouble
        if self.joining:
            return f"Đang ghép {len(self.photos)} ảnh thành một tệp PDF. Bạn làm tiếp được, không phải đợi."
        return f"Đã ghép, {self.joined.file.pages if self.joined and self.joined.file else 0} trang."

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
    made_of = [paper for paper in papers if _is_of(paper, photos)]
    if not made_of or not photos:
        return Gathered(None, (), None, papers)
    joined = next((paper for paper in made_of if paper.file_id == album.joined_id), None)
    return Gathered(album, photos, joined, tuple(paper for paper in papers if paper not in made_of))


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
    fresh = [one.file for one in papers if one.source == PaperSource.UPLOAD and _is_picture(one.file)]
    if found.album is None and len(fresh) < FEWEST:
        return []
    done = files.gather(
        place=place_of(dossier.pk, requirement.pk),
        title=requirement.name,
        files=[file for file in fresh if file],
        kept_for=by.person,
        by=by,
        at=at,
    )
    return [refusal_sentence(done)] if isinstance(done, Refusal) else []


def take_photo_out(dossier: Dossier, requirement_id: UUID, photo: Photo, *, by: Actor, at: datetime) -> None:
    """Take the paper of a photo out of a draft; with the last photo goes the PDF made of them."""
    papers = _papers(dossier, requirement_id)
    last = not photo.album.photos.exclude(pk=photo.pk).exists()
    gone = [one for one in papers if one.file_id == photo.file_id or (last and _is_of(one, (photo,)))]
    _detach(dossier, gone, by=by, at=at)


def show_joined(album: Album, *, at: datetime) -> None:
    """Put the PDF in the place of the photos that it was made of; a filed dossier stays as it is."""
    dossier_id, requirement_id = (UUID(part) for part in album.place.split(":")[1:])
    by = Actor(Kind.MEMBER, person=album.kept_for)
    try:
        dossier = dossiers.by_id(dossier_id, whole=False)
    except dossiers.NoSuchDossier:
        return
    assert album.joined is not None, "news of a PDF that is there"
    photos = tuple(stored.photos_of(album))
    replaced = [one for one in _papers(dossier, requirement_id) if _is_of(one, photos)]
    with transaction.atomic():
        if not replaced or not _detach(dossier, replaced, by=by, at=at):
            return
        done = commands.attach(
            dossier_id=dossier_id, requirement_id=requirement_id, file=album.joined, by=by, at=at
        )
        if isinstance(done, Refusal):
            transaction.set_rollback(True)
            return
    for paper in replaced:
        if paper.file_id and paper.file_id not in {photo.file_id for photo in photos}:
            files.discard(file_id=paper.file_id, by=by, at=at)


def _is_of(paper: Paper, photos: tuple[Photo, ...]) -> bool:
    """Tell whether a paper is one of these photos as it came, or a PDF that the house made of them."""
    if paper.source != PaperSource.UPLOAD or paper.file is None:
        return False
    return paper.file.made_here or paper.file_id in {photo.file_id for photo in photos}


def _detach(dossier: Dossier, papers: Iterable[Paper], *, by: Actor, at: datetime) -> bool:
    """Take papers out of a draft; tell whether it still was one."""
    outcomes = [commands.detach(dossier_id=dossier.pk, paper_id=paper.pk, by=by, at=at) for paper in papers]
    return not any(isinstance(one, Refusal) for one in outcomes)


def _is_picture(file: StoredFile | None) -> bool:
    return file is not None and file.media_type.startswith("image/")


def _papers(dossier: Dossier, requirement_id: UUID) -> tuple[Paper, ...]:
    return tuple(one for one in dossiers.papers_of(dossier) if one.requirement_id == requirement_id)
