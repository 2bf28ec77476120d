"""The control slip of one dossier, on the page and on paper."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase

from motcua.base.web.downloads import send
from motcua.base.web.page import Request, page
from motcua.casework.dossiers import printing
from motcua.casework.dossiers.pages.audiences import AT_WORK
from motcua.casework.dossiers.pages.opening import opened, shown
from motcua.casework.dossiers.printing.control import hand_words
from motcua.casework.dossiers.queries.handing import handovers_of
from motcua.casework.dossiers.sentences import TIMELINESS
from motcua.casework.dossiers.words import PaperSize, StepTimeliness

PDF = "application/pdf"
LOOKS = {StepTimeliness.EARLY: "good", StepTimeliness.ON_TIME: "good", StepTimeliness.LATE: "error"}


@page(audience=AT_WORK)
def show(request: Request, dossier_id: UUID) -> HttpResponse:
    """Show every hand-over of a dossier."""
    dossier, _ = opened(request, dossier_id, thing="control-slip")
    rows = [
        {
            "giver": hand_words(one.giver),
            "taker": hand_words(one.taker),
            "at": one.at,
            "timeliness": TIMELINESS[one.timeliness] if one.timeliness else "",
            "look": LOOKS[one.timeliness] if one.timeliness else "",
            "note": one.note,
        }
        for one in handovers_of(dossier)
    ]
    return shown(request, "control.html", {"dossier": dossier, "rows": rows})


@page(audience=AT_WORK)
def print_out(request: Request, dossier_id: UUID) -> HttpResponseBase:
    """Send the control slip as PDF, A5 unless A4 is asked for."""
    dossier, _ = opened(request, dossier_id, "slip", thing="M06", verb="read_slip")
    handovers = handovers_of(dossier)
    if not handovers:
        raise Http404
    size = PaperSize.A4 if request.GET.get("kho") == PaperSize.A4 else PaperSize.A5
    content = printing.control_bytes(dossier, handovers, size)
    return send(content, name=printing.control_name(dossier), media_type=PDF)
