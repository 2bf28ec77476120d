"""The token endpoint: who calls, and what the code buys (RFC 6749, 4.1.3; RFC 7636, 4.5)."""

import binascii
import hmac
import re
from base64 import b64decode
from dataclasses import dataclass
from urllib.parse import unquote_plus

from motcua.exchange.identity.simulator.ledger import Grant, Ledger, Redeemed
from motcua.exchange.identity.simulator.people import Client
from motcua.exchange.identity.simulator.wire import Params, Request

VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")

DESCRIPTIONS = {
    Redeemed.UNKNOWN: "the code is unknown or too old",
    Redeemed.EXPIRED: "the code has expired",
    Redeemed.REPLAYED: "the code was used before; what it bought is revoked",
    Redeemed.OTHER_CLIENT: "the code was given to another client",
    Redeemed.OTHER_REDIRECT: "redirect_uri differs from the one of the authorization request",
    Redeemed.WRONG_VERIFIER: "code_verifier does not answer code_challenge",
}


@dataclass(frozen=True, slots=True)
class TokenError:
    """An error of RFC 6749, 5.2."""

    error: str
    description: str


def redeem(request: Request, client: Client, ledger: Ledger) -> Grant | TokenError:
    """Check the caller and the form, then spend the code."""
    form = request.form
    if form.repeated:
        return TokenError("invalid_request", "a parameter is given twice")
    refused = _refused(request, client)
    if refused:
        return refused
    if "grant_type" not in form:
        return TokenError("invalid_request", "grant_type is missing")
    if form["grant_type"] != "authorization_code":
        return TokenError("unsupported_grant_type", "only authorization_code is supported")
    missing = [name for name in ("code", "redirect_uri", "code_verifier") if name not in form]
    if missing:
        return TokenError("invalid_request", f"{missing[0]} is missing")
    return _spend(form, client, ledger)


def _spend(form: Params, client: Client, ledger: Ledger) -> Grant | TokenError:
    if not VERIFIER.fullmatch(form["code_verifier"]):
        return TokenError("invalid_request", "code_verifier must be 43 to 128 unreserved characters")
    outcome = ledger.redeem(
        form["code"],
        client_id=client.id,
        redirect_uri=form["redirect_uri"],
        verifier=form["code_verifier"],
    )
    if isinstance(outcome, Redeemed):
        return TokenError("invalid_grant", DESCRIPTIONS[outcome])
    return outcome


def _refused(request: Request, client: Client) -> TokenError | None:
    form = request.form
    if request.authorization:
        if "client_secret" in form:
            return TokenError("invalid_request", "the client must authenticate in one way only")
        name, secret = _basic(request.authorization)
        if form.get("client_id", name) != name:
            return TokenError("invalid_request", "client_id differs from the one that authenticates")
    else:
        name, secret = form.get("client_id", ""), form.get("client_secret", "")
    known = hmac.compare_digest(name.encode(), client.id.encode())
    right = hmac.compare_digest(secret.encode(), client.secret.encode())
    return None if known and right else TokenError("invalid_client", "client authentication failed")


def _basic(header: str) -> tuple[str, str]:
    scheme, _, encoded = header.partition(" ")
    if scheme.lower() != "basic":
        return "", ""
    try:
        name, _, secret = b64decode(encoded.strip(), validate=True).decode("utf-8").partition(":")
    except (binascii.Error, ValueError):
        return "", ""
    return unquote_plus(name), unquote_plus(secret)
