"""Two questions that machines ask."""

from django.db import connection
from django.http import HttpRequest, JsonResponse

from motcua.base.access.audience import MACHINE
from motcua.base.web.away import DATABASE_AWAY
from motcua.base.web.page import declared


def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DATABASE_AWAY:
        return JsonResponse({"status": "database away"}, status=503)
    return JsonResponse({"status": "ok"})


def livez(request: HttpRequest) -> JsonResponse:
    """Answer 200 while the process lives."""
    return JsonResponse({"status": "ok"})


healthz = declared(healthz, audience=MACHINE, writes=False)
livez = declared(livez, audience=MACHINE, writes=False)
