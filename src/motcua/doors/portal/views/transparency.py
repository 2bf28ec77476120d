"""How dossiers are settled, for everybody to see and to take away."""

from django.http import FileResponse, Http404, HttpResponse

from motcua.base.access.audience import ANYONE
from motcua.base.clock import today
from motcua.base.web.downloads import send
from motcua.base.web.page import Request
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.readings.open_data import WRITERS
from motcua.doors.portal.readings.openness import everything, openness
from motcua.doors.portal.showing import show


@portal_page(audience=ANYONE)
def openly(request: Request) -> HttpResponse:
    """Tell how many dossiers were settled in time, by agency and month."""
    told = openness(today(), request.GET.get("thang", ""), request.GET.get("co-quan", ""))
    return show(request, "portal/openness.html", {"told": told})


@portal_page(audience=ANYONE)
def open_data(request: Request, kind: str) -> FileResponse:
    """Give every public figure as a file."""
    if kind not in WRITERS:
        raise Http404
    write, media_type = WRITERS[kind]
    on = today()
    return send(write(everything(on), on), name=f"giai-quyet-ho-so.{kind}", media_type=media_type, save=True)
