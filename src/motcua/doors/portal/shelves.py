"""Where the files of one paper lie until they are sent: in a draft, for an answer, behind a right to act."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.clock import today
from motcua.base.files.models import Photo, StoredFile
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers import queries as dossiers
from motcua.casework.dossiers.models import Dossier, Paper, SupplementItem
from motcua.casework.dossiers.queries.asking import item_of, waiting_for
from motcua.casework.dossiers.words import Move, PaperSource
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import ComponentRequirement
from motcua.reference.people import commands as people
from motcua.reference.people import queries as applicants
from motcua.reference.people.models import Representation
from motcua.reference.people.sentences import DOCUMENTS
from motcua.reference.people.words import Basis


@dataclass(frozen=True)
class Lying:
    """One file of a paper that is not sent yet: the id of the row that holds it, and since when."""

    pk: UUID
    file: StoredFile
    added_at: datetime


class Shelf(ABC):
    """The files of one paper; `anchor` is its mark on the page, `place` names its photos for good."""

    kind: ClassVar[str]
    anchor: str
    title: str

    def __init__(self, lying: Iterable[Lying] | None = None) -> None:
        self._known = None if lying is None else tuple(lying)

    @property
    @abstractmethod
    def place(self) -> str:
        """Name the photos of this paper."""

    @abstractmethod
    def read(self) -> Iterable[Lying]:
        """Read what lies here now, oldest first."""

    @abstractmethod
    def put(self, file: StoredFile, *, by: Actor, at: datetime) -> Refusal | None:
        """Add a file."""

    @abstractmethod
    def take(self, one: Lying, *, by: Actor, at: datetime) -> Refusal | None:
        """Take a file out, and let it go unless something else names it."""

    def may_change(self, by: Actor) -> bool:
        """Tell whether somebody who sees it may put it in order."""
        return True

    @abstractmethod
    def file_url(self, one: Lying) -> str:
        """Give the address where a file is read."""

    @abstractmethod
    def photo_url(self, photo: Photo) -> str:
        """Give the address where a photo is seen, turned, moved."""

    @property
    def lying(self) -> tuple[Lying, ...]:
        """What lies here: as the page read it already, else as it is now."""
        return tuple(self.read()) if self._known is None else self._known

    def fresh(self) -> None:
        """Forget what was read before."""
        self._known = None


class DraftShelf(Shelf):
    """The files of one component of a draft. Its photos are named by its code, which outlives a version."""

    kind = "draft"

    def __init__(
        self, dossier: Dossier, requirement: ComponentRequirement, papers: Iterable[Paper] | None = None
    ) -> None:
        super().__init__(None if papers is None else _lying_of(papers))
        self.dossier, self.requirement = dossier, requirement
        self.title, self.anchor = requirement.name, str(requirement.pk)

    @property
    def place(self) -> str:
        """Name the photos of this paper."""
        return f"{beginning(self.kind, self.dossier.pk)}{self.requirement.code}"

    def read(self) -> Iterable[Lying]:
        """Read what lies here now."""
        papers = dossiers.papers_of(self.dossier)
        return _lying_of(one for one in papers if one.requirement_id == self.requirement.pk)

    def put(self, file: StoredFile, *, by: Actor, at: datetime) -> Refusal | None:
        """Attach a file to the draft."""
        done = commands.attach(
            dossier_id=self.dossier.pk, requirement_id=self.requirement.pk, file=file, by=by, at=at
        )
        return done if isinstance(done, Refusal) else None

    def take(self, one: Lying, *, by: Actor, at: datetime) -> Refusal | None:
        """Take a file out of the draft."""
        done = commands.detach(dossier_id=self.dossier.pk, paper_id=one.pk, by=by, at=at)
        return done if isinstance(done, Refusal) else None

    def file_url(self, one: Lying) -> str:
        """Give the address where a file is read."""
        return reverse("portal:file", args=[self.dossier.pk, one.pk])

    def photo_url(self, photo: Photo) -> str:
        """Give the address where a photo is seen, turned, moved."""
        return reverse("portal:draft-photo", args=[self.dossier.pk, self.requirement.pk, photo.pk])


class AnswerShelf(Shelf):
    """The files that wait to be sent for one paper asked for."""

    kind = "answer"

    def __init__(self, dossier: Dossier, item: SupplementItem) -> None:
        super().__init__()
        self.dossier, self.item = dossier, item
        self.title, self.anchor = item.name, str(item.pk)

    @property
    def place(self) -> str:
        """Name the photos of this paper."""
        return f"{beginning(self.kind, self.dossier.pk)}{self.item.pk}"

    def read(self) -> Iterable[Lying]:
        """Read what lies here now."""
        return (Lying(one.pk, one.file, one.added_at) for one in waiting_for(self.item.pk))

    def put(self, file: StoredFile, *, by: Actor, at: datetime) -> Refusal | None:
        """Lay a file by for the answer."""
        done = commands.lay_by(dossier_id=self.dossier.pk, item_id=self.item.pk, file=file, by=by, at=at)
        return done if isinstance(done, Refusal) else None

    def take(self, one: Lying, *, by: Actor, at: datetime) -> Refusal | None:
        """Take a file out of the answer."""
        done = commands.take_back(dossier_id=self.dossier.pk, waiting_id=one.pk, by=by, at=at)
        return done if isinstance(done, Refusal) else None

    def may_change(self, by: Actor) -> bool:
        """Tell whether somebody may answer now."""
        facts = dossiers.with_participants(self.dossier)
        return Move.ANSWER_SUPPLEMENT in dossiers.open_moves(facts, by)

    def file_url(self, one: Lying) -> str:
        """Give the address where a file is read."""
        return reverse("portal:answer-file", args=[self.dossier.pk, self.item.pk, one.pk])

    def photo_url(self, photo: Photo) -> str:
        """Give the address where a photo is seen, turned, moved."""
        return reverse("portal:answer-photo", args=[self.dossier.pk, self.item.pk, photo.pk])


class RightShelf(Shelf):
    """The document behind a right to act for somebody."""

    kind = "right"

    def __init__(self, right: Representation) -> None:
        super().__init__()
        self.right = right
        self.title, self.anchor = DOCUMENTS[Basis(right.basis)], "van-ban"

    @property
    def place(self) -> str:
        """Name the photos of this paper."""
        return f"{beginning(self.kind, self.right.pk)}document"

    def read(self) -> Iterable[Lying]:
        """Read what lies here now."""
        return (Lying(one.pk, one.file, one.added_at) for one in applicants.document_of(self.right.pk))

    def put(self, file: StoredFile, *, by: Actor, at: datetime) -> Refusal | None:
        """Add a file to the document."""
        done = people.add_document(representation_id=self.right.pk, file=file, by=by, at=at)
        return done if isinstance(done, Refusal) else None

    def take(self, one: Lying, *, by: Actor, at: datetime) -> Refusal | None:
        """Take a file out of the document."""
        done = people.remove_document(representation_id=self.right.pk, document_id=one.pk, by=by, at=at)
        return done if isinstance(done, Refusal) else None

    def may_change(self, by: Actor) -> bool:
        """Tell whether it is one's own right, which nobody has confirmed yet."""
        own = by.person == self.right.representative_id
        return own and self.right.confirmed_at is None and self.right.holds_on(today())

    def file_url(self, one: Lying) -> str:
        """Give the address where a file is read."""
        return reverse("portal:representation-file", args=[self.right.pk, one.pk])

    def photo_url(self, photo: Photo) -> str:
        """Give the address where a photo is seen, turned, moved."""
        return reverse("portal:representation-photo", args=[self.right.pk, photo.pk])


def beginning(kind: str, thing_id: UUID) -> str:
    """Give how the names of all photos of one draft, answer or right begin."""
    return f"{kind}:{thing_id}:"


def shelf_at(place: str) -> Shelf | None:
    """Give the shelf that a place names, None when it is no more or no place of this door."""
    kind, _, rest = place.partition(":")
    thing, _, part = rest.partition(":")
    if kind == DraftShelf.kind:
        return _draft_shelf(UUID(thing), part)
    if kind == AnswerShelf.kind:
        item = item_of(UUID(part))
        return AnswerShelf(item.round.dossier, item) if item else None
    right = applicants.representation(UUID(thing)) if kind == RightShelf.kind else None
    return RightShelf(right) if right else None


def _draft_shelf(dossier_id: UUID, code: str) -> Shelf | None:
    try:
        dossier = dossiers.by_id(dossier_id)
    except dossiers.NoSuchDossier:
        return None
    wanted = catalogue.parts_of(dossier.version_id).requirements(dossier.case_id)
    requirement = next((one for one in wanted if one.code == code), None)
    return DraftShelf(dossier, requirement) if requirement else None


def _lying_of(papers: Iterable[Paper]) -> list[Lying]:
    """Give the uploads among the papers of a component."""
    return [
        Lying(one.pk, one.file, one.added_at)
        for one in papers
        if one.file is not None and one.source == PaperSource.UPLOAD
    ]
