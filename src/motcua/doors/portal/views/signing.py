"""Coming in by national e-identity, and leaving."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from motcua.base.access import Kind
from motcua.base.access.audience import ANYONE
from motcua.base.web.page import Request
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.sentences import SIGN_IN_OUTCOMES
from motcua.doors.portal.showing import show


@portal_page(audience=ANYONE)
def sign_in(request: Request) -> HttpResponse:
    """Explain what VNeID is for, and lead there by one button."""
    asked = request.GET.get("next", "")
    back = asked if url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}) else ""
    if request.actor.kind is Kind.MEMBER:
        return redirect(back or "portal:mine")
    return show(
        request,
        "portal/sign_in.html",
        {
            "next": back,
            "kept": "stash" in request.session,
            "outcome": SIGN_IN_OUTCOMES.get(request.GET.get("ket-qua", "")),
            "simulated": settings.DEMO,
        },
    )


@portal_page(audience=ANYONE, writes=True)
def sign_out(request: Request) -> HttpResponse:
    """Close the session."""
    if request.method == "POST":
        logout(request)
    return redirect("portal:home")
