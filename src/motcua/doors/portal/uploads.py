"""Taking in what people upload: each file is judged by itself."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

from django.core.files.uploadedfile import UploadedFile

from motcua.base.access import Actor
from motcua.base.clock import now
from motcua.base.files import commands as files
from motcua.base.files.models import StoredFile
from motcua.base.files.names import clean_name
from motcua.base.files.sentences import sentence
from motcua.base.files.upload import oversized
from motcua.base.files.words import Problem as FileProblem
from motcua.base.files.words import Trouble
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web.page import Request
from motcua.casework.dossiers import commands as dossiers
from motcua.doors.portal.forms import FilesForm
from motcua.doors.portal.readings.journey import Journey, Wanted


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


def attach_all(request: Request, journey: Journey, form: FilesForm) -> None:
    """Attach every good file to the paper it was chosen for; say at its control what is wrong with one."""
    for wanted in journey.wanted:
        held = {paper.file.sha256 for paper in wanted.papers if paper.file}
        for upload in fresh_files(request, wanted.field, held):
            problem = _attach(request, journey, wanted, upload)
            if problem:
                form.add_error(wanted.field, problem)
        if wanted.field in oversized(request):
            form.add_error(wanted.field, too_large())


def take_in(upload: "UploadedFile[bytes]", *, by: Actor, at: datetime) -> StoredFile | str:
    """Store an upload, or give the sentence that says why not."""
    name = clean_name(upload.name or "")
    taken = files.take_in(stream=BytesIO(upload.read()), name=name, by=by, at=at)
    return taken if isinstance(taken, StoredFile) else f"{name}: {sentence(taken)}"


def fresh_files(request: Request, field: str, held: Iterable[str]) -> "list[UploadedFile[bytes]]":
    """Give the files of a control, without those that are there already: a page sent twice adds nothing."""
    seen, fresh = set(held), []
    for upload in request.FILES.getlist(field):
        digest = hashlib.sha256()
        for chunk in upload.chunks():
            digest.update(chunk)
        upload.seek(0)
        if digest.hexdigest() not in seen:
            seen.add(digest.hexdigest())
            fresh.append(upload)
    return fresh


def too_large() -> str:
    """Say what is wrong with a file that was cut off while it came in."""
    return sentence(FileProblem(Trouble.TOO_LARGE, limit=files.limits().max_bytes))


def _attach(request: Request, journey: Journey, wanted: Wanted, upload: "UploadedFile[bytes]") -> str:
    at = now()
    file = take_in(upload, by=request.actor, at=at)
    if isinstance(file, str):
        return file
    done = dossiers.attach(
        dossier_id=journey.dossier.pk,
        requirement_id=wanted.requirement.pk,
        file=file,
        by=request.actor,
        at=at,
    )
    return refusal_sentence(done) if isinstance(done, Refusal) else ""
