"""The papers that the State holds for a person, and for whom they act."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase

from motcua.base.access.audience import MEMBER
from motcua.base.files import queries as files
from motcua.base.web.downloads import send
from motcua.base.web.page import Request
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.readings.store import reports_of, shelf_of, shelves, used
from motcua.doors.portal.showing import show


@portal_page(audience=MEMBER)
def held_papers(request: Request) -> HttpResponse:
    """List one's papers, those of whom one acts for, and what was reported as wrong."""
    shown = {"shelves": shelves(request.actor), "reports": reports_of(request.actor)}
    return show(request, "portal/held.html", shown)


@portal_page(audience=MEMBER)
def held_file(request: Request, paper_id: UUID) -> HttpResponseBase:
    """Send one of one's papers."""
    paper = shelf_of(request.actor, paper_id)
    if paper is None:
        raise Http404
    file = files.one(paper.file_id)
    return send(files.content(file), name=file.name, media_type=file.media_type)


@portal_page(audience=MEMBER)
def uses(request: Request, paper_id: UUID) -> HttpResponse:
    """Tell who used a paper again, what for, and when."""
    paper = shelf_of(request.actor, paper_id)
    if paper is None:
        raise Http404
    return show(request, "portal/held_uses.html", {"paper": paper, "uses": used(paper, request.actor)})
