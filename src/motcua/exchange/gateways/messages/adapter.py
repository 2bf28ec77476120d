"""SMS and Zalo messages through a gateway: one POST of JSON a message, with an idempotency key."""

import http.client
import json
from http import HTTPStatus
from typing import ClassVar, Final
from urllib.parse import urlsplit

from django.conf import settings

from motcua.base.notices.words import Medium, Message, Why
from motcua.base.rooms import Refusal

TIMEOUT_SECONDS: Final = 10
# What is wrong with us or with the hour may be mended; what is wrong with the message stays wrong.
_LATER: Final = frozenset(
    {
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_FOUND,
        HTTPStatus.REQUEST_TIMEOUT,
        HTTPStatus.TOO_MANY_REQUESTS,
    }
)


class _Gateway:
    """One gateway for one medium, at the address that the settings name."""

    medium: ClassVar[Medium]

    @property
    def ready(self) -> bool:
        """Tell whether there is a gateway."""
        return bool(self._url)

    def send(self, message: Message) -> Refusal | None:
        """Hand a message over; an answer 409 says that the gateway has this id already."""
        if not self.ready:
            return Refusal(Why.NOT_CONFIGURED)
        try:
            status = self._post(message)
        except (OSError, http.client.HTTPException) as error:
            return Refusal(Why.UNREACHABLE, {"said": type(error).__name__})
        if status < HTTPStatus.MULTIPLE_CHOICES or status == HTTPStatus.CONFLICT:
            return None
        later = status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in _LATER
        return Refusal(Why.UNREACHABLE if later else Why.NOT_TAKEN, {"said": f"HTTP {int(status)}"})

    def _post(self, message: Message) -> int:
        parts = urlsplit(self._url)
        secure = parts.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        line = kind(parts.hostname or "", parts.port, timeout=TIMEOUT_SECONDS)
        told = {
            "id": str(message.id),
            "medium": self.medium.value,
            "to": message.to,
            "text": message.body,
        }
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Idempotency-Key": str(message.id),
            "Authorization": f"Bearer {self._token}",
        }
        try:
            line.request("POST", parts.path or "/", json.dumps(told, ensure_ascii=False).encode(), headers)
            return line.getresponse().status
        finally:
            line.close()

    @property
    def _url(self) -> str:
        return str(getattr(settings, f"{self.medium.name}_URL"))

    @property
    def _token(self) -> str:
        return str(getattr(settings, f"{self.medium.name}_TOKEN"))


class SmsSender(_Gateway):
    """Sends text messages as MOTCUA_SMS_URL and MOTCUA_SMS_TOKEN say."""

    medium = Medium.SMS


class ZaloSender(_Gateway):
    """Sends Zalo messages as MOTCUA_ZALO_URL and MOTCUA_ZALO_TOKEN say."""

    medium = Medium.ZALO
