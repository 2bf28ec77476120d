"""The telephone gateway and the page of the letterbox, over HTTP on this machine alone."""

import json
import secrets
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from motcua.base.notices.words import Medium, Message, Why
from motcua.exchange.gateways.simulator import pages
from motcua.exchange.gateways.simulator.letterbox import Letterbox

MESSAGES: Final = "/tin-nhan"
MOST_BYTES: Final = 100_000
PATIENCE_SECONDS: Final = 10
_HERE: Final = frozenset({"127.0.0.1", "localhost", "::1"})
_FAILS: Final = {Why.UNREACHABLE: HTTPStatus.SERVICE_UNAVAILABLE, Why.NOT_TAKEN: HTTPStatus.BAD_REQUEST}


class Web(ThreadingHTTPServer):
    """Serves one letterbox."""

    daemon_threads = True

    def __init__(self, box: Letterbox, host: str, port: int) -> None:
        self.box = box
        self.token = secrets.token_urlsafe(16)
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        """Bind without asking the name service for this machine's name."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])


class _Handler(BaseHTTPRequestHandler):
    server: Web
    timeout = PATIENCE_SECONDS

    def log_message(self, format: str, *args: Any) -> None:
        """Stay quiet."""

    def do_GET(self) -> None:
        """Show the letterbox."""
        box = self.server.box
        if not self._asked_here():
            self._answer(HTTPStatus.NOT_FOUND)
        elif self.path == "/":
            page = pages.home(box.caught, box.failing, self.server.token)
            self._answer(HTTPStatus.OK, page, "text/html")
        elif self.path == "/style.css":
            self._answer(HTTPStatus.OK, pages.STYLE, "text/css")
        else:
            self._answer(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        """Take a message, or turn the switches."""
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(min(length, MOST_BYTES))
        if length > MOST_BYTES:
            self._answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        elif self.path == MESSAGES:
            self._answer(self._taken(body))
        elif self.path == "/hong" and self._asked_here():
            self._turn(parse_qs(body.decode(errors="replace")))
        else:
            self._answer(HTTPStatus.NOT_FOUND)

    def _taken(self, body: bytes) -> HTTPStatus:
        try:
            told = json.loads(body)
            medium = Medium(told["medium"])
            message = Message(UUID(told["id"]), medium, str(told["to"]), "", str(told["text"]))
        except (ValueError, KeyError, TypeError):
            return HTTPStatus.BAD_REQUEST
        refusal = self.server.box.send(message)
        return HTTPStatus.ACCEPTED if refusal is None else _FAILS[Why(refusal.why)]

    def _turn(self, said: dict[str, list[str]]) -> None:
        if said.get("token") != [self.server.token]:
            self._answer(HTTPStatus.FORBIDDEN)
            return
        for medium in pages.NAMES:
            way = (said.get(medium.value) or [""])[0]
            self.server.box.fail(medium, pages.WAYS.get(way, ("", None))[1])
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", "/")
        self.end_headers()

    def _asked_here(self) -> bool:
        """Tell whether the page was asked for by a name of this machine: no foreign name may read it."""
        return urlsplit(f"//{self.headers.get('Host', '')}").hostname in _HERE

    def _answer(self, status: HTTPStatus, text: str = "", kind: str = "text/plain") -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header(
            "Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'"
        )
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)
