"""The pages for what went wrong."""

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from motcua.base.web.away import DATABASE_AWAY, away
from motcua.base.web.refused import AccessRefused


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that a page is not for this person, and who can help."""
    why = str(exception) if isinstance(exception, AccessRefused) else ""
    return render(request, "403.html", {"why": why}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing at this address."""
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the house failed, without needing anything that may have failed."""
    # Middleware around the view (sessions, sign-in) meets a lost database where no view can answer for it.
    if isinstance(sys.exception(), DATABASE_AWAY):
        return away()
    return HttpResponse(render_to_string("500.html"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was too old or came from elsewhere."""
    return render(request, "403_csrf.html", status=403)
