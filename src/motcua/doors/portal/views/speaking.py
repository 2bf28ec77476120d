"""Choosing a language."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from motcua.base.access.audience import ANYONE
from motcua.base.ui.language import VIETNAMESE
from motcua.base.web.page import Request
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.language import COOKIE, NAMES


@portal_page(audience=ANYONE)
def language(request: Request, language: str) -> HttpResponse:
    """Keep a language in the browser, and lead back to the page where it was chosen."""
    if language not in NAMES:
        raise Http404
    back = request.GET.get("ve", "")
    here = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    answer = redirect(back if here else "portal:home")
    if language == VIETNAMESE:
        answer.delete_cookie(COOKIE)
    else:
        answer.set_cookie(COOKIE, language, httponly=True, samesite="Lax", secure=request.is_secure())
    return answer
