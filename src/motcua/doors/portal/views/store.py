"""The papers that the State holds for a person."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase

from motcua.base.access.audience import MEMBER
from motcua.base.files import queries as files
from motcua.base.web.downloads import send
from motcua.base.web.page import Request
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.showing import show
from motcua.reference.people import queries as people
from motcua.reference.people.models import HeldPaper


@portal_page(audience=MEMBER)
def held_papers(request: Request) -> HttpResponse:
    """List one's papers."""
    return show(request, "portal/held.html", {"papers": _mine(request)})


@portal_page(audience=MEMBER)
def held_file(request: Request, paper_id: UUID) -> HttpResponseBase:
    """Send one of one's papers."""
    paper = next((one for one in _mine(request) if one.pk == paper_id), None)
    if paper is None:
        raise Http404
    file = files.one(paper.file_id)
    return send(files.content(file), name=file.name, media_type=file.media_type)


def _mine(request: Request) -> list[HeldPaper]:
    assert request.actor.person is not None, "a member is a person"
    return people.held_papers(request.actor.person)
