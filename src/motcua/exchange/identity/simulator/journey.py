"""The browser's way through the provider: who are you, do you agree, back again, and out."""

import re
import secrets
from http import HTTPStatus

from motcua.exchange.identity.simulator import pages, wire
from motcua.exchange.identity.simulator.authorize import Bounce, DeadEnd, examine
from motcua.exchange.identity.simulator.ledger import Interaction
from motcua.exchange.identity.simulator.provider import Provider
from motcua.exchange.identity.simulator.wire import Answer, Request

COOKIE = "vneid_gia_lap_phien"
COOKIE_VALUE = re.compile(r"[A-Za-z0-9_-]{43}")


class Journey:
    """The endpoints that people see; a log-in belongs to the browser that began it."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider

    def authorize(self, request: Request) -> Answer:
        """Open a log-in and ask who it is (RFC 6749, 4.1.1)."""
        asked = request.form if request.method == "POST" else request.query
        book = self._provider.book
        browser = self._browser(request)
        latest = self._provider.ledger.latest(browser)
        checked = examine(asked, book.client, known_browser=bool(latest))
        if isinstance(checked, DeadEnd):
            return pages.message("Không đăng nhập được", checked.sentence, HTTPStatus.BAD_REQUEST)
        if isinstance(checked, Bounce):
            return wire.redirect(
                checked.redirect_uri,
                error=checked.error,
                error_description=checked.description,
                state=checked.state,
                iss=self._provider.issuer,
            )
        browser = browser or secrets.token_urlsafe(32)
        name = self._provider.ledger.begin(checked, browser)
        people = list(book.people.values())
        page = pages.choose(name, checked, book.client, people, latest=latest, wrong=False)
        return wire.with_header(page, *self._cookie(browser))

    def choose(self, request: Request) -> Answer:
        """Take the chosen person, or the cancellation."""
        name = request.form.get("luot", "")
        interaction = self._provider.ledger.interaction(name, self._browser(request))
        if interaction is None:
            return self._lost()
        if request.form.get("viec") == "huy":
            return self._cancel(name, interaction)
        book = self._provider.book
        sub = request.form.get("nguoi", "")
        if sub not in book.people:
            people = list(book.people.values())
            return pages.choose(name, interaction.asked, book.client, people, latest="", wrong=True)
        if not self._provider.ledger.choose(name, sub):
            return self._lost()
        return wire.redirect("/dong-y", luot=name)

    def ask_consent(self, request: Request) -> Answer:
        """Ask the chosen person to share."""
        name = request.query.get("luot", "")
        interaction = self._provider.ledger.interaction(name, self._browser(request))
        book = self._provider.book
        person = book.people.get(interaction.sub) if interaction else None
        if interaction is None or interaction.cancelled or person is None:
            return self._lost()
        return pages.consent(name, interaction.asked, book.client, person)

    def settle(self, request: Request) -> Answer:
        """Send the browser back with a code, or with access_denied."""
        name = request.form.get("luot", "")
        interaction = self._provider.ledger.interaction(name, self._browser(request))
        if interaction is None:
            return self._lost()
        if request.form.get("viec") == "huy":
            return self._cancel(name, interaction)
        if request.form.get("viec") != "dong-y":
            return self._lost()
        code = self._provider.ledger.agree(name)
        if code is None:
            return self._lost()
        asked = interaction.asked
        return wire.redirect(asked.redirect_uri, code=code, state=asked.state, iss=self._provider.issuer)

    def _cancel(self, name: str, interaction: Interaction) -> Answer:
        self._provider.ledger.cancel(name)
        asked = interaction.asked
        return wire.redirect(
            asked.redirect_uri,
            error="access_denied",
            error_description="the person did not agree",
            state=asked.state,
            iss=self._provider.issuer,
        )

    def _lost(self) -> Answer:
        sentence = (
            "Lượt đăng nhập này đã xong, đã quá 10 phút, hoặc trình duyệt đang chặn cookie. "
            "Quay lại trang dịch vụ công và đăng nhập lại."
        )
        return pages.message("Lượt đăng nhập không còn", sentence, HTTPStatus.BAD_REQUEST)

    def end_session(self, request: Request) -> Answer:
        """End the session of this browser (OpenID Connect RP-Initiated Logout)."""
        asked = request.form if request.method == "POST" else request.query
        client = self._provider.book.client
        hint = asked.get("id_token_hint", "")
        back = asked.get("post_logout_redirect_uri", "")
        proven = self._provider.signer.own(hint, issuer=self._provider.issuer, audience=client.id)
        if asked.repeated or (back and not (proven and back in client.post_logout_redirect_uris)):
            sentence = "Địa chỉ quay về sau khi đăng xuất chưa được đăng ký. Bạn chưa bị đăng xuất."
            return pages.message("Không đăng xuất được", sentence, HTTPStatus.BAD_REQUEST)
        if not proven and request.method != "POST":
            return pages.leave()
        self._provider.ledger.forget(self._browser(request))
        if back:
            return wire.with_header(wire.redirect(back, state=asked.get("state")), *self._cookie(""))
        sentence = "Bạn đã đăng xuất khỏi VNeID giả lập. Bạn có thể đóng trang này."
        return wire.with_header(pages.message("Đã đăng xuất", sentence), *self._cookie(""))

    def _browser(self, request: Request) -> str:
        value = request.cookies.get(COOKIE, "")
        return value if COOKIE_VALUE.fullmatch(value) else ""

    def _cookie(self, value: str) -> tuple[str, str]:
        secure = "; Secure" if self._provider.issuer.startswith("https:") else ""
        end = "" if value else "; Max-Age=0"
        return "Set-Cookie", f"{COOKIE}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{end}"
