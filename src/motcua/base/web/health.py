"""Two questions that machines ask."""

from typing import Final

from django.db import connection
from django.http import HttpRequest, JsonResponse

from motcua.base.access.audience import MACHINE
from motcua.base.web.away import DATABASE_AWAY
from motcua.base.web.page import declared

_PATIENCE_S: Final = 2.0


def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers, else 503; soon, whatever pages are ready to wait."""
    try:
        _ask_database()
    except DATABASE_AWAY:
        return JsonResponse({"status": "database away"}, status=503)
    return JsonResponse({"status": "ok"})


def _ask_database() -> None:
    pool = getattr(connection, "pool", None)
    if pool is not None:
        # Django opens its pool with the first page; a machine may ask before anybody comes.
        pool.open()
        with pool.connection(timeout=_PATIENCE_S) as pooled:
            pooled.execute("SELECT 1")
    else:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")


def livez(request: HttpRequest) -> JsonResponse:
    """Answer 200 while the process lives."""
    return JsonResponse({"status": "ok"})


healthz = declared(healthz, audience=MACHINE, writes=False)
livez = declared(livez, audience=MACHINE, writes=False)
