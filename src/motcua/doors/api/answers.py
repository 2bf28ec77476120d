"""How every answer of the interface leaves: with a digest, cacheable, open to any site, never writing."""

import functools
import hashlib
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils.cache import get_conditional_response

from motcua.base.access.audience import ANYONE
from motcua.base.web.guard import reading_only
from motcua.base.web.page import declared
from motcua.doors.api import sentences

READING = ("GET", "HEAD")
FRESH_SECONDS = 300
View = Callable[..., HttpResponseBase]


def open_to_anyone(view: View) -> View:
    """Declare a view of the interface: anonymous, read only, with CORS, digest and cache headers."""

    @functools.wraps(view)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return _allowed(HttpResponse(status=204))
        if request.method not in READING:
            refused = fault("only_reading", sentences.ONLY_READING, status=405)
            refused["Allow"] = ", ".join((*READING, "OPTIONS"))
            return _allowed(refused)
        with reading_only():
            response = view(request, *args, **kwargs)
        return _allowed(_cached(request, response))

    run.csrf_exempt = True  # type: ignore[attr-defined]  # nothing is written, so nothing can be forged
    return declared(run, audience=ANYONE, writes=False)


def fault(code: str, message: str, *, status: int) -> JsonResponse:
    """Say why nothing is answered."""
    body = {"error": code, "message": message}
    response = JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})
    response["Cache-Control"] = "no-store"
    return response


def _cached(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    if response.status_code != 200:  # noqa: PLR2004  # only a whole answer has a digest
        return response
    if isinstance(response, HttpResponse):
        response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response["Cache-Control"] = f"public, max-age={FRESH_SECONDS}"
    return get_conditional_response(request, response.get("ETag")) or response


def _allowed(response: HttpResponseBase) -> HttpResponseBase:
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Allow-Methods"] = ", ".join((*READING, "OPTIONS"))
    response["Access-Control-Allow-Headers"] = "If-None-Match"
    response["Access-Control-Expose-Headers"] = "ETag, Link"
    response["X-Content-Type-Options"] = "nosniff"
    return response
