"""The provider as a WSGI application."""

import ipaddress
from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from typing import Any

from motcua.exchange.identity.simulator import pages, totp, wire
from motcua.exchange.identity.simulator.counter import Counter
from motcua.exchange.identity.simulator.journey import Journey
from motcua.exchange.identity.simulator.provider import Provider
from motcua.exchange.identity.simulator.wire import Answer, Request

PHONE_REFRESH = 5

BACK = "Quay lại trang dịch vụ công và thử lại."
TROUBLES = {
    HTTPStatus.BAD_REQUEST: f"Địa chỉ hoặc biểu mẫu gửi tới không đọc được. {BACK}",
    HTTPStatus.NOT_FOUND: "Ở đây không có trang này. Kiểm tra lại địa chỉ.",
    HTTPStatus.METHOD_NOT_ALLOWED: f"Trang này không nhận cách gửi đó. {BACK}",
    HTTPStatus.LENGTH_REQUIRED: f"Biểu mẫu gửi tới không cho biết độ dài. {BACK}",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: f"Biểu mẫu gửi tới quá lớn. {BACK}",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: f"Biểu mẫu gửi tới không đúng kiểu. {BACK}",
}


def trouble(status: HTTPStatus) -> Answer:
    """Answer a request that cannot be served, with one sentence."""
    return pages.message("Không mở được trang này", TROUBLES[status], status)


def is_loopback(host: str) -> bool:
    """Say whether a host name or address can only mean this machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Simulator:
    """The national e-identity, played; `phone_shown` opens the page of the officials' codes."""

    def __init__(self, provider: Provider, *, phone_shown: bool) -> None:
        self._provider = provider
        self._phone_shown = phone_shown
        journey, counter = Journey(provider), Counter(provider)
        self._routes: Mapping[str, Mapping[str, Callable[[Request], Answer]]] = {
            "/": {"GET": lambda _: pages.home(phone_shown=phone_shown)},
            "/.well-known/openid-configuration": {"GET": lambda _: wire.as_json(provider.discovery())},
            "/jwks": {"GET": lambda _: wire.as_json(provider.signer.jwks)},
            "/authorize": {"GET": journey.authorize, "POST": journey.authorize},
            "/chon-nguoi": {"POST": journey.choose},
            "/dong-y": {"GET": journey.ask_consent, "POST": journey.settle},
            "/token": {"POST": counter.token},
            "/userinfo": {"GET": counter.userinfo, "POST": counter.userinfo},
            "/end_session": {"GET": journey.end_session, "POST": journey.end_session},
            "/dien-thoai": {"GET": self._phone},
        }

    def __call__(self, environ: Mapping[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
        """Serve one request."""
        request = wire.read(environ)
        answer = trouble(request) if isinstance(request, HTTPStatus) else self._answer(request)
        start_response(f"{answer.status.value} {answer.status.phrase}", answer.header_list())
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [answer.body]

    def _answer(self, request: Request) -> Answer:
        methods = self._routes.get(request.path)
        if methods is None:
            return trouble(HTTPStatus.NOT_FOUND)
        handler = methods.get("GET" if request.method == "HEAD" else request.method)
        if handler is None:
            allowed = ", ".join(sorted({*methods, *({"HEAD"} if "GET" in methods else ())}))
            return wire.with_header(trouble(HTTPStatus.METHOD_NOT_ALLOWED), "Allow", allowed)
        return handler(request)

    def _phone(self, request: Request) -> Answer:
        # The Host is checked as well, so that no foreign name pointed at this machine can read the codes.
        if not (self._phone_shown and is_loopback(request.host)):
            return trouble(HTTPStatus.NOT_FOUND)
        now = self._provider.clock()
        still = request.query.get("lam-moi") == "tat"
        refresh = 0 if still else min(PHONE_REFRESH, totp.seconds_left(now))
        return pages.phone(self._provider.book.officials, now, refresh=refresh)
