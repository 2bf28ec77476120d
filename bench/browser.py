"""A person's browser without a screen: a session made beforehand, forms read from pages and sent."""

import http.client
import secrets
import string
import time
from dataclasses import dataclass
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urlsplit

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from motcua.base.access import Kind
from motcua.base.access.models import Account

_LETTERS = string.ascii_letters + string.digits
_CSRF_LENGTH = 32
_IDLE_S = 5.0  # the other side closes what is idle for long


def signed_in(account: Account) -> str:
    """Give the key of a session in which somebody is logged in, officials with a second factor."""
    if account.kind == Kind.STAFF and not Authenticator.objects.filter(user=account).exists():
        Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": ""})
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.create()
    assert session.session_key is not None, "created just above"
    return session.session_key


@dataclass(frozen=True)
class Answer:
    """What the house answered."""

    status: int
    location: str
    body: str

    @property
    def fields(self) -> dict[str, str]:
        """Give what the forms of the page hold as they stand."""
        reader = _Fields()
        reader.feed(self.body)
        return reader.found


class Browser:
    """One person at one connection; it may be used by one thread at a time."""

    def __init__(self, port: int, session: str, *, timeout: float = 60.0) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
        self._asked_at = time.monotonic()
        self._csrf = "".join(secrets.choice(_LETTERS) for _ in range(_CSRF_LENGTH))
        self._cookies = {settings.SESSION_COOKIE_NAME: session, settings.CSRF_COOKIE_NAME: self._csrf}

    def get(self, path: str) -> Answer:
        """Open a page."""
        return self._ask("GET", path)

    def post(self, path: str, **fields: object) -> Answer:
        """Send a form."""
        return self._ask("POST", path, urlencode(fields))

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _ask(self, method: str, path: str, body: str | None = None) -> Answer:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items()),
            "X-CSRFToken": self._csrf,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        if time.monotonic() - self._asked_at > _IDLE_S:
            self._connection.close()
        try:
            self._connection.request(method, path, body, headers)
            response = self._connection.getresponse()
            text = response.read().decode()
        except BaseException:
            self._connection.close()
            raise
        self._asked_at = time.monotonic()
        self._remember(response)
        return Answer(response.status, urlsplit(response.getheader("Location") or "").path, text)

    def _remember(self, response: http.client.HTTPResponse) -> None:
        for line in response.headers.get_all("Set-Cookie") or ():
            for name, morsel in SimpleCookie(line).items():
                # Words for the next page pile up in a cookie when no page is opened to say them.
                if name != "messages":
                    self._cookies[name] = morsel.value


class _Fields(HTMLParser):
    """Reads names and values of controls as a browser would send them untouched."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._select = self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given: dict[str, Any] = {name: value if value is not None else name for name, value in attrs}
        name = given.get("name", "")
        if tag == "input" and name and given.get("type") not in ("submit", "button", "file"):
            if given.get("type") not in ("radio", "checkbox") or "checked" in given:
                self.found[name] = given.get("value", "")
        elif tag == "textarea":
            self._area = name
            self.found.setdefault(name, "")
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and ("selected" in given or self._select not in self.found):
            self.found[self._select] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.found[self._area] += data
