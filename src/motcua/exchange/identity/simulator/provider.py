"""What every endpoint shares: the people, the memory, the key, the name and the clock of the provider."""

import time
from collections.abc import Callable
from typing import Any

from motcua.exchange.identity.simulator.authorize import CLAIMS_OF, PROMPTS
from motcua.exchange.identity.simulator.keys import ALGORITHM, Signer
from motcua.exchange.identity.simulator.ledger import Ledger
from motcua.exchange.identity.simulator.people import Book, Registry

LEVEL = "2"


class Provider:
    """One OpenID provider; `clock` returns seconds since 1970."""

    def __init__(self, registry: Registry, *, issuer: str, clock: Callable[[], float] = time.time) -> None:
        self._registry = registry
        self.issuer = issuer
        self.clock = clock
        self.signer = Signer()
        self.ledger = Ledger(clock)

    @property
    def book(self) -> Book:
        """Return the people file as it stands now."""
        return self._registry.current()

    def discovery(self) -> dict[str, Any]:
        """Return the provider's metadata (OpenID Connect Discovery, 3)."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/jwks",
            "end_session_endpoint": f"{self.issuer}/end_session",
            "response_types_supported": ["code"],
            "response_modes_supported": ["query"],
            "grant_types_supported": ["authorization_code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": [ALGORITHM],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "code_challenge_methods_supported": ["S256"],
            "scopes_supported": list(CLAIMS_OF),
            "claims_supported": [claim for claims in CLAIMS_OF.values() for claim in claims],
            "acr_values_supported": [LEVEL],
            "prompt_values_supported": sorted(PROMPTS),
            "ui_locales_supported": ["vi"],
            "claims_parameter_supported": False,
            "request_parameter_supported": False,
            "request_uri_parameter_supported": False,
            "authorization_response_iss_parameter_supported": True,
        }
