"""Which files and photos wait to be sent."""

from io import BytesIO
from typing import Any

from motcua.base.access import Actor, Kind
from motcua.base.clock import now
from motcua.base.files import commands as files
from motcua.base.files.models import Album, Photo, StoredFile, Upload
from motcua.casework.dossiers import commands as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.doors.portal.shelves import AnswerShelf, DraftShelf, RightShelf, Shelf
from motcua.reference.catalogue.models import ComponentRequirement
from motcua.reference.people.models import Representation
from tests.rooms.foreign_files import picture
from tests.support.world import World, ok


def paper_asked(draft: Dossier) -> ComponentRequirement:
    return draft.version.components.get()


def photo_of(draft: Dossier) -> Photo:
    """Give a photo that the owner sent for the paper of their draft."""
    at, by, asked = draft.created_at, _owner_of(draft), paper_asked(draft)
    file = files.take_in(stream=BytesIO(picture("JPEG")), name="anh.jpg", by=by, at=at)
    assert isinstance(file, StoredFile)
    dossiers.attach(dossier_id=draft.pk, requirement_id=asked.pk, file=file, by=by, at=at)
    return _album_of(DraftShelf(draft, asked), file, by)


def _album_of(shelf: Shelf, file: StoredFile, by: Actor) -> Photo:
    assert by.person is not None
    album = files.gather(
        place=shelf.place, title="a", files=[file], kept_for=by.person, by=by, at=file.stored_at
    )
    assert isinstance(album, Album)
    return album.photos.get()


def of_an_answer(world: World) -> dict[str, Any]:
    """Give a dossier for which a paper is asked, and a photo that waits to be sent for it."""
    asked = ok(
        dossiers.request_supplement_at_intake(
            dossier_id=world.submitted().pk,
            items=[dossiers.Asked("Giấy chứng sinh")],
            reason="Thiếu",
            by=world.hoa,
            at=world.at,
        )
    )
    item = asked.rounds.get().items.get()
    file = _picture(world.member, world)
    laid = dossiers.lay_by(dossier_id=asked.pk, item_id=item.pk, file=file, by=world.member, at=world.at)
    photo = _album_of(AnswerShelf(asked, item), file, world.member)
    return {"asked": asked.pk, "item_id": item.pk, "waiting_id": laid.pk, "photo": photo.pk}


def of_a_right(right: Representation, world: World) -> dict[str, Any]:
    """Give a photo of the document behind a right."""
    by = Actor(Kind.MEMBER, person=right.representative_id)
    file = _picture(by, world)
    row = right.files.create(file=file, added_at=world.at)
    return {"document_id": row.pk, "photo": _album_of(RightShelf(right), file, by).pk}


def _picture(by: Actor, world: World) -> StoredFile:
    file = files.take_in(stream=BytesIO(picture("JPEG")), name="anh.jpg", by=by, at=world.at)
    assert isinstance(file, StoredFile)
    return file


def upload_of(world: World) -> Upload:
    by = world.member
    upload = files.begin_upload(name="a.pdf", size=9, place="here", sameness="", by=by, at=now())
    assert isinstance(upload, Upload)
    return upload


def _owner_of(draft: Dossier) -> Actor:
    return Actor(Kind.MEMBER, person=draft.owner_id)
