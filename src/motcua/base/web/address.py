"""The network address of whoever asks."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Give the address that our own proxy saw, else that of the connection; what others claim never counts.

    Without this, everybody behind the proxy would share one count of questions.
    """
    claimed = request.headers.get("X-Forwarded-For", "") if settings.PROXIES else ""
    return claimed.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))
