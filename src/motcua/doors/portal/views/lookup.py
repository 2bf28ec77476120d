"""Following a dossier by its code alone."""

from django.http import HttpResponse
from django.utils.cache import add_never_cache_headers

from motcua.base.access.audience import ANYONE
from motcua.base.web.page import Request
from motcua.casework.dossiers import queries as dossiers
from motcua.doors.portal.codes import scanned
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.pace import A_MINUTE, too_often
from motcua.doors.portal.readings.progress import told
from motcua.doors.portal.showing import show


@portal_page(audience=ANYONE, menu="look-up", english=True)
def look_up(request: Request) -> HttpResponse:
    """Give the progress behind a code; never more than the code says."""
    code = scanned(request.GET.get("ma", ""))
    answer = _answer(request, code)
    add_never_cache_headers(answer)
    return answer


def _answer(request: Request, code: str) -> HttpResponse:
    if code and too_often(request):
        answer = show(request, "portal/look_up.html", {"code": code, "too_often": True}, status=429)
        answer["Retry-After"] = str(A_MINUTE)
        return answer
    progress = dossiers.progress(code) if code else None
    shown = {"code": code, "progress": progress and told(progress)}
    return show(request, "portal/look_up.html", shown, status=404 if code and progress is None else 200)
