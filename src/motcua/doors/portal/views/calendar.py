"""Dates of one's own dossier, for the calendar of a telephone."""

from django.http import FileResponse, Http404

from motcua.base.access.audience import MEMBER
from motcua.base.web.downloads import send
from motcua.base.web.page import Request
from motcua.casework.dossiers.models import Dossier
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.readings.calendar import as_ics, dates_of
from motcua.doors.portal.readings.own import for_own


@portal_page(audience=MEMBER)
@for_own
def calendar(request: Request, dossier: Dossier) -> FileResponse:
    """Give the promised date and the date of a supplement as an iCalendar file."""
    dates = dates_of(dossier)
    if not dates:
        raise Http404
    name = f"{dossier}.ics"
    return send(as_ics(dossier, dates), name=name, media_type="text/calendar; charset=utf-8", save=True)
