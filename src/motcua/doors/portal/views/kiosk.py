"""The kiosk at a counter: find, look up, take a list of papers home. Nobody signs in, nothing stays."""

from base64 import b64encode

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from motcua.base.clock import now, today
from motcua.base.print import qr_svg
from motcua.base.web.downloads import send
from motcua.base.web.page import Request
from motcua.casework.dossiers import queries as dossiers
from motcua.doors.portal.codes import scanned
from motcua.doors.portal.frame import LANGUAGE
from motcua.doors.portal.kiosk_frame import CLEAR, is_clear, kiosk_page
from motcua.doors.portal.pace import too_often
from motcua.doors.portal.papers.guide import guide_pdf
from motcua.doors.portal.readings import kiosk as readings
from motcua.doors.portal.readings.progress import told
from motcua.doors.portal.showing import show

KEPT = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "motcua_last", LANGUAGE, CLEAR)
LEAVES = 120  # seconds after which a screen that no script watches goes back to the beginning


@kiosk_page(asks=False)
def start(request: Request) -> HttpResponse:
    """Ask what somebody came for."""
    return show(request, "portal/kiosk/start.html")


@kiosk_page()
def find(request: Request) -> HttpResponse:
    """Search by words, by life event, or among what others ask for."""
    page = readings.answers(
        request.GET.get("q", ""), request.GET.get("viec", ""), request.GET.get("trang", ""), today()
    )
    return show(request, "portal/kiosk/find.html", {"page": page})


@kiosk_page()
def events(request: Request) -> HttpResponse:
    """Show the events of a life."""
    page = readings.events(request.GET.get("trang", ""), today())
    return show(request, "portal/kiosk/events.html", {"page": page})


@kiosk_page(writes=True)
def look_up(request: Request) -> HttpResponse:
    """Give the progress behind a typed or scanned code; it comes by POST so that no address keeps it."""
    code = scanned(request.POST.get("ma", "")) if request.method == "POST" else ""
    shown = {"code": code, "empty": request.method == "POST" and not code}
    if code and too_often(request):
        return show(request, "portal/kiosk/look_up.html", shown | {"too_often": True}, status=429)
    progress = dossiers.progress(code) if code else None
    status = 200 if progress or request.method != "POST" else 422 if not code else 404
    return show(
        request, "portal/kiosk/look_up.html", shown | {"progress": progress and told(progress)}, status=status
    )


@kiosk_page()
def procedure(request: Request, code: str) -> HttpResponse:
    """Tell a procedure in large print."""
    room = readings.CLEARER if is_clear(request) else readings.USUAL
    page = readings.summary(code, today(), request.GET.get("trang", ""), room)
    if page is None:
        raise Http404
    return show(request, "portal/kiosk/procedure.html", {"page": page, "qr": _picture(qr_svg(page.address))})


@kiosk_page()
def guide(request: Request, code: str) -> FileResponse:
    """Print the list of papers to bring; nothing of whoever asks is in it."""
    page = readings.summary(code, today())
    if page is None:
        raise Http404
    answer = send(
        guide_pdf(page, now()), name=f"can-mang-{page.told.page.code}.pdf", media_type="application/pdf"
    )
    answer["Refresh"] = f"{LEAVES}; url={reverse('portal:kiosk')}"
    return answer


@kiosk_page()
def call(request: Request) -> HttpResponse:
    """Say how to reach somebody."""
    return show(request, "portal/kiosk/call.html")


@kiosk_page(asks=False, resting=True)
def stay(request: Request) -> HttpResponse:
    """Ask whether somebody is still there; without an answer everything is wiped."""
    back = request.GET.get("ve", "")
    here = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith(
        reverse("portal:kiosk")
    )
    return show(request, "portal/kiosk/stay.html", {"there": back if here else reverse("portal:kiosk")})


@kiosk_page(asks=False)
def wipe(request: Request) -> HttpResponse:
    """Forget everything that a browser keeps of this house, and begin again."""
    answer = redirect("portal:kiosk")
    for name in KEPT:
        answer.delete_cookie(name)
    answer["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return answer


def _picture(svg: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
