"""Taking in what people upload: each file is judged by itself, however it came."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile

from motcua.base.access import Actor
from motcua.base.clock import now
from motcua.base.files import commands as files
from motcua.base.files import queries as stored
from motcua.base.files.models import StoredFile
from motcua.base.files.names import clean_name
from motcua.base.files.rules import owner_of
from motcua.base.files.sentences import sentence
from motcua.base.files.upload import oversized
from motcua.base.files.words import Problem as FileProblem
from motcua.base.files.words import Trouble
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web.page import Request
from motcua.casework.dossiers import commands as dossiers
from motcua.doors.portal.forms import FilesForm
from motcua.doors.portal.photos import gather_photos, gathered, marks_of
from motcua.doors.portal.readings.journey import Journey, Wanted
from motcua.doors.portal.shelves import DraftShelf, Shelf


@dataclass
class Received:
    """What came for one control: the good files in order, and a sentence for each of the others."""

    files: list[StoredFile] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    photos: bool = False  # among them some that are being joined now


def files_form(request: Request, journey: Journey) -> FilesForm:
    """Give the form with one control for each paper of a draft."""
    asked = [
        (one.field, one.requirement.name, hint_of(one), one.requirement.required) for one in journey.wanted
    ]
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    return FilesForm(*sent, asked=asked)


def hint_of(wanted: Wanted) -> str:
    """Give what to know about a paper before sending it."""
    paper = wanted.requirement
    condition = f"Chỉ khi: {paper.condition}." if paper.condition else ""
    return " ".join(part for part in (condition, paper.hint) if part)


def place_of(request: Request, control: str) -> str:
    """Name a control of a page, as uploads that were begun for it are known by."""
    return f"{request.path}#{control}"


def attach_all(request: Request, journey: Journey, form: FilesForm) -> None:
    """Attach every good file to the paper it was chosen for; say at its control what is wrong with one."""
    by = dossiers.acting(request.actor, journey.dossier)
    for wanted in journey.wanted:
        shelf = DraftShelf(journey.dossier, wanted.requirement, wanted.papers)
        for problem in shelve(request, wanted.field, shelf, by=by).problems:
            form.add_error(wanted.field, problem)


def shelve(request: Request, control: str, shelf: Shelf, *, by: Actor) -> Received:
    """Put what came for a control on its shelf, and have its photos joined when there are several.

    `by` names whom it is for: files are sealed for that owner, whoever sends them.
    """
    got = received(request, control, marks_of(shelf), by=by)
    outcomes = [shelf.put(file, by=request.actor, at=now()) for file in got.files]
    got.problems += [refusal_sentence(one) for one in outcomes if one is not None]
    if got.files:
        got.problems += gather_photos(shelf, by=by, at=now())
        got.photos = gathered(shelf).joining
    return got


def received(request: Request, control: str, held: Collection[str], *, by: Actor) -> Received:
    """Take what came for a control: with the page, or before it in parts. What is there already is left out:
    a page sent twice adds nothing. `held` are the content marks of what is there.
    """
    seen, got, at = set(held), Received(), now()
    for upload in request.FILES.getlist(control):
        if _mark(upload, by) not in seen:
            taken = take_in(upload, by=by, at=at)
            if isinstance(taken, StoredFile):
                got.files.append(taken)
                seen.add(taken.content_mark)
            else:
                got.problems.append(taken)
    if control in oversized(request):
        got.problems.append(too_large())
    for waiting in stored.arrived(place_of(request, control), request.actor):
        files.use_upload(upload_id=waiting.pk, by=request.actor, at=at)
        assert waiting.file is not None, "a stored upload has its file"
        if waiting.file.content_mark not in seen:
            seen.add(waiting.file.content_mark)
            got.files.append(waiting.file)
    return got


def take_in(upload: "UploadedFile[bytes]", *, by: Actor, at: datetime) -> StoredFile | str:
    """Store an upload, or give the sentence that says why not."""
    name = clean_name(upload.name or "")
    assert upload.file is not None, "an upload has its bytes"
    taken = files.take_in(stream=upload.file, name=name, by=by, at=at)
    return taken if isinstance(taken, StoredFile) else f"{name}: {sentence(taken)}"


def too_large() -> str:
    """Say what is wrong with a file that was cut off while it came in."""
    return sentence(FileProblem(Trouble.TOO_LARGE, limit=files.limits().max_bytes))


def _mark(upload: "UploadedFile[bytes]", by: Actor) -> str:
    assert upload.file is not None, "an upload has its bytes"
    mark = stored.mark_of(upload.file, owner_of(by))
    upload.file.seek(0)
    return mark
