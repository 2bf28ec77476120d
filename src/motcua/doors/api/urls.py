"""Addresses of the interface for programs."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path

from motcua.doors.api import downloads, sentences
from motcua.doors.api.answers import fault, open_to_anyone
from motcua.doors.api.interface import api


def description() -> dict[str, Any]:
    """Give the description of the interface, as published."""
    published: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1")))
    return published


def openapi(request: HttpRequest) -> JsonResponse:
    """Show the description."""
    return JsonResponse(description(), json_dumps_params={"ensure_ascii": False})


def no_address(request: HttpRequest, rest: str) -> HttpResponse:
    """Say in JSON that there is nothing here."""
    return fault("not_found", sentences.NO_ADDRESS, status=404)


_own = [one for one in api.urls[0] if isinstance(one, URLPattern) and one.name != "api-root"]
app_name = "api"
urlpatterns = [
    path("openapi.json", open_to_anyone(openapi), name="openapi"),
    path("procedures.csv", open_to_anyone(downloads.as_csv), name="procedures-csv"),
    path("procedures.json", open_to_anyone(downloads.as_json), name="procedures-json"),
    *(path(str(pattern.pattern), open_to_anyone(pattern.callback), name=pattern.name) for pattern in _own),
    path("<path:rest>", open_to_anyone(no_address), name="nothing"),
]
