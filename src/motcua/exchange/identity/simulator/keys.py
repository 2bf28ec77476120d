"""The signing key of the provider, made at start and never stored."""

import hashlib
import json
from base64 import urlsafe_b64encode
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

ALGORITHM = "RS256"
BITS = 2048


def base64url(raw: bytes) -> str:
    """Encode without padding, as JOSE and PKCE want it."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


class Signer:
    """Signs identity tokens and publishes the public half of its key."""

    def __init__(self) -> None:
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
        public = RSAAlgorithm.to_jwk(self._key.public_key(), as_dict=True)
        # RFC 7638: the thumbprint covers the required members only, in lexical order, without spaces.
        members = json.dumps({name: public[name] for name in ("e", "kty", "n")}, separators=(",", ":"))
        self._kid = base64url(hashlib.sha256(members.encode()).digest())
        self.jwks = {
            "keys": [
                {
                    "kty": "RSA",
                    "use": "sig",
                    "alg": ALGORITHM,
                    "kid": self._kid,
                    "n": public["n"],
                    "e": public["e"],
                }
            ]
        }

    def sign(self, claims: dict[str, Any]) -> str:
        """Return the claims as a compact signed token."""
        return jwt.encode(claims, self._key, algorithm=ALGORITHM, headers={"kid": self._kid})

    def own(self, token: str, *, issuer: str, audience: str) -> bool:
        """Say whether this key signed the token for this client, even if its time is over."""
        try:
            jwt.decode(
                token,
                self._key.public_key(),
                algorithms=[ALGORITHM],
                issuer=issuer,
                audience=audience,
                options={"verify_exp": False, "verify_iat": False},
            )
        except jwt.PyJWTError:
            return False
        return True
