"""What may be asked at the authorization endpoint (RFC 6749, RFC 7636, OpenID Connect Core)."""

import re
from dataclasses import dataclass

from motcua.exchange.identity.simulator.ledger import Asked
from motcua.exchange.identity.simulator.people import Client
from motcua.exchange.identity.simulator.wire import Params

# What each scope shares; `openid` itself shares only the subject and the level of the log-in.
CLAIMS_OF = {
    "openid": ("sub", "acr"),
    "profile": ("name", "birthdate", "gender"),
    "personal_id": ("personal_id",),
    "phone": ("phone_number",),
    "address": ("address",),
}
PROMPTS = frozenset({"none", "login", "consent", "select_account"})
CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """A request that must not be sent back anywhere: its sender is not known (RFC 6749, 4.1.2.1)."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Bounce:
    """A request that goes back to its registered sender with an error."""

    redirect_uri: str
    error: str
    description: str
    state: str | None


def examine(asked: Params, client: Client, *, known_browser: bool) -> Asked | Bounce | DeadEnd:
    """Check an authorization request of the registered client."""
    lost = {"client_id", "redirect_uri"} & asked.repeated
    if lost or asked.get("client_id") != client.id:
        return DeadEnd("Trang gửi bạn tới đây chưa được đăng ký nên không thể đăng nhập cho trang đó.")
    if asked.get("redirect_uri") not in client.redirect_uris:
        return DeadEnd("Địa chỉ quay về chưa được đăng ký nên chúng tôi không đưa bạn tới đó.")
    fault = _fault(asked) or _prompt_fault(asked, known_browser=known_browser)
    if fault:
        state = None if "state" in asked.repeated else asked.get("state")
        return Bounce(asked["redirect_uri"], *fault, state=state)
    return Asked(
        client_id=client.id,
        redirect_uri=asked["redirect_uri"],
        scopes=tuple(scope for scope in CLAIMS_OF if scope in asked["scope"].split()),
        challenge=asked["code_challenge"],
        state=asked.get("state"),
        nonce=asked.get("nonce"),
    )


def _fault(asked: Params) -> tuple[str, str] | None:
    tests = (
        (bool(asked.repeated), "invalid_request", "a parameter is given twice"),
        ("request" in asked, "request_not_supported", "request objects are not supported"),
        ("request_uri" in asked, "request_uri_not_supported", "request objects are not supported"),
        ("registration" in asked, "registration_not_supported", "registration is not supported"),
        ("response_type" not in asked, "invalid_request", "response_type is missing"),
        (asked.get("response_type") != "code", "unsupported_response_type", "only code is supported"),
        (asked.get("response_mode", "query") != "query", "invalid_request", "only query is supported"),
        ("openid" not in asked.get("scope", "").split(), "invalid_scope", "scope must contain openid"),
        ("code_challenge" not in asked, "invalid_request", "PKCE is required"),
        (asked.get("code_challenge_method") != "S256", "invalid_request", "PKCE must use S256"),
        (not CHALLENGE.fullmatch(asked.get("code_challenge", "")), "invalid_request", "bad code_challenge"),
    )
    return next(((error, why) for wrong, error, why in tests if wrong), None)


def _prompt_fault(asked: Params, *, known_browser: bool) -> tuple[str, str] | None:
    prompts = set(asked.get("prompt", "").split())
    if prompts - PROMPTS or ("none" in prompts and len(prompts) > 1):
        return "invalid_request", "prompt is not understood"
    if "none" in prompts and known_browser:
        return "consent_required", "people are always asked"
    if "none" in prompts:
        return "login_required", "people are always asked"
    return None
