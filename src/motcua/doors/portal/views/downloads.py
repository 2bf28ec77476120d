"""One's own files, slips and results to take home."""

from uuid import UUID

from django.http import Http404, HttpResponseBase

from motcua.base.access.audience import MEMBER
from motcua.base.files.queries import content
from motcua.base.web.downloads import send
from motcua.base.web.page import Request
from motcua.casework.dossiers import printing
from motcua.casework.dossiers import queries as dossiers
from motcua.casework.dossiers.printing import sent_bytes
from motcua.casework.dossiers.words import ResultState
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.readings.filed import filed_papers
from motcua.doors.portal.readings.own import own

PDF = "application/pdf"


@portal_page(audience=MEMBER)
def paper(request: Request, dossier_id: UUID, paper_id: UUID) -> HttpResponseBase:
    """Send a file that came with one's own dossier or draft."""
    dossier = own(request, dossier_id, "read_file")
    found = next((one for one in dossiers.papers_of(dossier) if one.pk == paper_id and one.file), None)
    if found is None or found.file is None:
        raise Http404
    return send(content(found.file), name=found.file.name, media_type=found.file.media_type)


@portal_page(audience=MEMBER)
def slip(request: Request, dossier_id: UUID, slip_id: UUID) -> HttpResponseBase:
    """Send a slip: the kept bytes, or the same bytes printed anew."""
    dossier = own(request, dossier_id, "read_slip")
    found = next((one for one in dossiers.slips_of(dossier) if one.pk == slip_id), None)
    if found is None:
        raise Http404
    pdf = content(found.file) if found.file else printing.slip_bytes(found)
    return send(pdf, name=printing.slip_name(found), media_type=PDF)


@portal_page(audience=MEMBER)
def sent(request: Request, dossier_id: UUID) -> HttpResponseBase:
    """Send what was filed as one PDF."""
    dossier = own(request, dossier_id)
    if dossier.submitted_at is None:
        raise Http404
    pdf = sent_bytes(dossier, filed_papers(dossier))
    return send(pdf, name=f"{dossier.temporary_code}.pdf", media_type=PDF)


@portal_page(audience=MEMBER)
def result(request: Request, dossier_id: UUID) -> HttpResponseBase:
    """Send the issued result."""
    found = dossiers.result_of(own(request, dossier_id))
    if found is None or found.state != ResultState.ISSUED:
        raise Http404
    file = found.file or found.attachment
    pdf = content(file) if file else printing.result_bytes(found)
    return send(pdf, name=printing.result_name(found), media_type=file.media_type if file else PDF)
