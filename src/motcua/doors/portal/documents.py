"""The document behind a right to act for somebody: its page's form, and where the page leads."""

from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode

from motcua.base.access import Actor
from motcua.base.clock import now
from motcua.base.web.page import Request
from motcua.doors.portal.forms import FilesForm
from motcua.doors.portal.shelves import RightShelf, Shelf
from motcua.reference.people.models import Representation

DOCUMENT = "van-ban"
DRAFT = "nhap"


def document_form(request: Request, shelf: RightShelf) -> FilesForm:
    """Give the form with the one control of the document."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    return FilesForm(*sent, asked=[(DOCUMENT, shelf.title, shelf.right.document, True)])


def take_out(shelf: Shelf, lying_id: str, *, by: Actor) -> None:
    """Take one of the files out again."""
    for one in shelf.lying:
        if str(one.pk) == lying_id:
            shelf.take(one, by=by, at=now())


def document_url(right: Representation, code: str = "", *, draft: UUID | None = None) -> str:
    """Give the page of the document, which leads back to the procedure or the draft from which one came."""
    asked = {name: str(value) for name, value in (("thu-tuc", code), (DRAFT, draft)) if value}
    url = reverse("portal:representation-document", args=[right.pk])
    return f"{url}?{urlencode(asked)}" if asked else url


def code_asked(request: Request) -> str:
    """Give the procedure from which somebody came; what cannot be one is nothing."""
    code = request.GET.get("thu-tuc", "")
    return "" if "/" in code else code


def query_of(request: Request) -> str:
    """Give what an address asked for, to be asked for again."""
    return f"?{request.GET.urlencode()}" if request.GET else ""


def after_right(right: Representation, code: str) -> str:
    """Give where somebody goes on who has just said for whom they act."""
    start = reverse("portal:start", args=[code]) if code else ""
    return f"{start}?cho={right.pk}" if start else reverse("portal:represented")


def onward(request: Request, right: Representation, code: str) -> str:
    """Give where the page of the document leads: back to the draft, to the procedure, to the list."""
    draft = next((one.pk for one in right.dossiers.all() if str(one.pk) == request.GET.get(DRAFT)), None)
    return reverse("portal:draft-papers", args=[draft]) if draft else after_right(right, code)
