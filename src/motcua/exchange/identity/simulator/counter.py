"""The client's way through the provider: a code for tokens, a token for claims."""

import hashlib
from http import HTTPStatus
from typing import Any

from motcua.exchange.identity.simulator import wire
from motcua.exchange.identity.simulator.authorize import CLAIMS_OF
from motcua.exchange.identity.simulator.keys import base64url
from motcua.exchange.identity.simulator.ledger import TOKEN_SECONDS, Grant
from motcua.exchange.identity.simulator.people import Person
from motcua.exchange.identity.simulator.provider import LEVEL, Provider
from motcua.exchange.identity.simulator.token import TokenError, redeem
from motcua.exchange.identity.simulator.wire import Answer, Request

ID_TOKEN_SECONDS = 300


class Counter:
    """The endpoints that only the registered client calls."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider

    def token(self, request: Request) -> Answer:
        """Sell an access token and an identity token for a code (RFC 6749, 4.1.3)."""
        outcome = redeem(request, self._provider.book.client, self._provider.ledger)
        if isinstance(outcome, TokenError):
            refused = outcome.error == "invalid_client"
            return wire.as_json(
                {"error": outcome.error, "error_description": outcome.description},
                HTTPStatus.UNAUTHORIZED if refused else HTTPStatus.BAD_REQUEST,
                [("WWW-Authenticate", 'Basic realm="vneid-gia-lap"')] if refused else [],
            )
        return wire.as_json(
            {
                "access_token": outcome.access_token,
                "token_type": "Bearer",
                "expires_in": TOKEN_SECONDS,
                "scope": " ".join(outcome.asked.scopes),
                "id_token": self._id_token(outcome),
            }
        )

    def _id_token(self, grant: Grant) -> str:
        now = int(self._provider.clock())
        # at_hash: the left half of the digest of the access token (OpenID Connect Core, 3.1.3.6).
        half = hashlib.sha256(grant.access_token.encode()).digest()[:16]
        claims = {
            "iss": self._provider.issuer,
            "sub": grant.sub,
            "aud": grant.asked.client_id,
            "iat": now,
            "exp": now + ID_TOKEN_SECONDS,
            "auth_time": int(grant.agreed_at),
            "acr": LEVEL,
            "at_hash": base64url(half),
        }
        if grant.asked.nonce is not None:
            claims["nonce"] = grant.asked.nonce
        return self._provider.signer.sign(claims)

    def userinfo(self, request: Request) -> Answer:
        """Tell the bearer what the person agreed to share (OpenID Connect Core, 5.3)."""
        scheme, _, bearer = request.authorization.partition(" ")
        if scheme.lower() != "bearer":
            return self._no_entry('Bearer realm="vneid-gia-lap"')
        access = self._provider.ledger.access(bearer.strip())
        person = self._provider.book.people.get(access.sub) if access else None
        if access is None or person is None:
            return self._no_entry('Bearer realm="vneid-gia-lap", error="invalid_token"')
        claims = _claims(person)
        return wire.as_json({name: claims[name] for scope in access.scopes for name in CLAIMS_OF[scope]})

    def _no_entry(self, challenge: str) -> Answer:
        return wire.as_json(
            {"error": "invalid_token"}, HTTPStatus.UNAUTHORIZED, [("WWW-Authenticate", challenge)]
        )


def _claims(person: Person) -> dict[str, Any]:
    return {
        "sub": person.sub,
        "acr": LEVEL,
        "name": person.name,
        "birthdate": person.birthdate,
        "gender": person.gender,
        "personal_id": person.personal_id,
        "phone_number": person.phone_number,
        "address": {"province": person.province, "commune": person.commune, "detail": person.detail},
    }
