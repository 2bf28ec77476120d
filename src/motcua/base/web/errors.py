"""The pages for what went wrong."""

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

from motcua.base.web.away import away, is_away
from motcua.base.web.refused import AccessRefused


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that a page is not for this person, and who can help."""
    why = str(exception) if isinstance(exception, AccessRefused) else ""
    return _unkept(render(request, "403.html", {"why": why}, status=403))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing at this address."""
    return _unkept(render(request, "404.html", status=404))


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that what was sent is too much or cannot be read; not even its sender is asked for."""
    return HttpResponse(render_to_string("400.html"), status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the house failed, without needing anything that may have failed."""
    # Middleware around the view (sessions, sign-in) meets a lost database where no view can answer for it.
    if is_away(sys.exception()):
        return away()
    return HttpResponse(render_to_string("500.html"), status=500)


def _unkept(response: HttpResponse) -> HttpResponse:
    """Keep a page that names its reader, or who holds a dossier, out of every cache."""
    add_never_cache_headers(response)
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was too old or came from elsewhere."""
    return render(request, "403_csrf.html", status=403)
