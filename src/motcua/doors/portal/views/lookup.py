"""Following a dossier by its code alone."""

from django.core.cache import cache
from django.http import HttpResponse

from motcua.base.access.audience import ANYONE
from motcua.base.clock import now
from motcua.base.text import clean
from motcua.base.web.address import client_address
from motcua.base.web.page import Request
from motcua.casework.dossiers import queries as dossiers
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.readings.progress import told
from motcua.doors.portal.showing import show

A_MINUTE = 60
MOST = 30
LONGEST_CODE = 40


@portal_page(audience=ANYONE, menu="look-up")
def look_up(request: Request) -> HttpResponse:
    """Give the progress behind a code; never more than the code says."""
    code = clean(request.GET.get("ma", ""))[:LONGEST_CODE]
    shown = {"code": code}
    if code and _too_often(request):
        return show(request, "portal/look_up.html", shown | {"too_often": True}, status=429)
    progress = dossiers.progress(code) if code else None
    status = 404 if code and progress is None else 200
    return show(
        request, "portal/look_up.html", shown | {"progress": progress and told(progress)}, status=status
    )


def _too_often(request: Request) -> bool:
    """Count the questions of one address in this minute, in the cache that all processes share."""
    key = f"look-up:{client_address(request)}:{int(now().timestamp()) // A_MINUTE}"
    cache.add(key, 0, timeout=2 * A_MINUTE)
    try:
        return cache.incr(key) > MOST
    except ValueError:  # the count ran out between the two calls
        return False
