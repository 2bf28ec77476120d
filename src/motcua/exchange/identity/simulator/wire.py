"""Requests and answers of the simulator: WSGI in, strict headers out."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

BODY_LIMIT = 64 * 1024
LENGTH_DIGITS = 9
FIELD_LIMIT = 50
FORM_TYPE = "application/x-www-form-urlencoded"

ALWAYS = (
    ("Cache-Control", "no-store"),
    ("Pragma", "no-cache"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Server", "vneid-gia-lap"),
)
CLOSED_CSP = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


class Params(dict[str, str]):
    """Named values of a query or form; empty ones are left out (RFC 6749, 3.1), `repeated` names are kept."""

    repeated: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, text: str) -> "Params":
        """Read an encoded query or form; ValueError on bad encoding or too many fields."""
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=FIELD_LIMIT)
        names = [name for name, _ in pairs]
        params = cls({name: value for name, value in pairs if value})
        params.repeated = frozenset(name for name in names if names.count(name) > 1)
        return params


@dataclass(frozen=True, slots=True)
class Request:
    """One request, read whole; `host` is the bare name in lower case, without the port."""

    method: str
    path: str
    host: str
    authorization: str
    query: Params
    form: Params
    cookies: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; the strict headers that every answer carries are added when it is sent."""

    status: HTTPStatus
    body: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
    csp: str = CLOSED_CSP

    def header_list(self) -> list[tuple[str, str]]:
        """Return every header to send."""
        own = [("Content-Type", self.kind), ("Content-Length", str(len(self.body)))]
        return [*own, ("Content-Security-Policy", self.csp), *ALWAYS, *self.headers]


def read(environ: Mapping[str, Any]) -> Request | HTTPStatus:
    """Read a WSGI request; what cannot be read is answered with the returned status."""
    text = ""
    if environ["REQUEST_METHOD"] == "POST":
        body = _body(environ)
        if isinstance(body, HTTPStatus):
            return body
        text = body
    try:
        return Request(
            method=environ["REQUEST_METHOD"],
            path=environ.get("PATH_INFO", "") or "/",
            host=urlsplit("//" + environ.get("HTTP_HOST", "")).hostname or "",
            authorization=environ.get("HTTP_AUTHORIZATION", ""),
            query=Params.parse(environ.get("QUERY_STRING", "")),
            form=Params.parse(text),
            cookies=_cookies(environ.get("HTTP_COOKIE", "")),
        )
    except ValueError:
        return HTTPStatus.BAD_REQUEST


def _body(environ: Mapping[str, Any]) -> str | HTTPStatus:
    length = environ.get("CONTENT_LENGTH") or "0"
    if "HTTP_TRANSFER_ENCODING" in environ:
        return HTTPStatus.LENGTH_REQUIRED
    if not (length.isascii() and length.isdigit()):
        return HTTPStatus.BAD_REQUEST
    if len(length) > LENGTH_DIGITS or int(length) > BODY_LIMIT:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    if int(length) == 0:
        return ""
    if environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != FORM_TYPE:
        return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    raw: bytes = environ["wsgi.input"].read(int(length))
    return raw.decode("ascii") if raw.isascii() else HTTPStatus.BAD_REQUEST


def _cookies(header: str) -> dict[str, str]:
    # Cookies of other servers on this host arrive too; one odd cookie of theirs must not hide ours.
    pairs = (part.strip().partition("=") for part in header.split(";"))
    return {name: value for name, _, value in pairs}


def as_json(
    content: Any, status: HTTPStatus = HTTPStatus.OK, headers: Iterable[tuple[str, str]] = ()
) -> Answer:
    """Answer with JSON."""
    body = json.dumps(content, ensure_ascii=False).encode()
    return Answer(status, body, "application/json", tuple(headers))


def with_header(answer: Answer, name: str, value: str) -> Answer:
    """Return the answer with one more header."""
    return replace(answer, headers=(*answer.headers, (name, value)))


def redirect(address: str, **values: str | None) -> Answer:
    """Send the browser on, with the given values added to the query of the address."""
    query = urlencode({name: value for name, value in values.items() if value is not None})
    joint = "&" if "?" in address else "?"
    return Answer(
        HTTPStatus.SEE_OTHER, headers=(("Location", address + joint + query if query else address),)
    )
