"""What the provider remembers, in memory only: log-ins under way, codes, access tokens, browsers."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from threading import Lock
from typing import Generic, TypeVar

from motcua.exchange.identity.simulator.keys import base64url

INTERACTION_SECONDS = 600
CODE_SECONDS = 60
TOKEN_SECONDS = 600
BROWSER_SECONDS = 8 * 3600
MOST_KEPT = 10_000

Kept = TypeVar("Kept")


class Shelf(Generic[Kept]):
    """Values under unguessable or given names, each gone after the same time, the oldest first when full."""

    def __init__(self, seconds: int, clock: Callable[[], float]) -> None:
        self._seconds = seconds
        self._clock = clock
        self._rows: dict[str, tuple[float, Kept]] = {}

    def put(self, value: Kept, name: str | None = None) -> str:
        """Keep a value and return its name; its time starts now."""
        now = self._clock()
        while self._rows:
            oldest = next(iter(self._rows))
            if len(self._rows) < MOST_KEPT and now < self._rows[oldest][0]:
                break
            del self._rows[oldest]
        name = name or secrets.token_urlsafe(32)
        self._rows.pop(name, None)
        self._rows[name] = (now + self._seconds, value)
        return name

    def get(self, name: str) -> Kept | None:
        """Return a value whose time is not over."""
        row = self._rows.get(name)
        return row[1] if row and self._clock() < row[0] else None

    def swap(self, name: str, value: Kept) -> None:
        """Replace a value and leave its time as it was."""
        self._rows[name] = (self._rows[name][0], value)

    def drop(self, name: str) -> None:
        """Forget a value."""
        self._rows.pop(name, None)


@dataclass(frozen=True, slots=True)
class Asked:
    """A checked authorization request; `challenge` is the S256 code challenge."""

    client_id: str
    redirect_uri: str
    scopes: tuple[str, ...]
    challenge: str
    state: str | None = None
    nonce: str | None = None


@dataclass(frozen=True, slots=True)
class Interaction:
    """One log-in under way in one browser: `sub` is set once a person is chosen, `code` once they agree."""

    asked: Asked
    browser: str
    sub: str = ""
    code: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Grant:
    """What a code stands for; `access_token` is set once the code has been used."""

    asked: Asked
    sub: str
    agreed_at: float
    spent: bool = False
    access_token: str = ""


@dataclass(frozen=True, slots=True)
class Access:
    """What a bearer of an access token may read."""

    sub: str
    scopes: tuple[str, ...]


class Redeemed(Enum):
    """Why a code bought nothing."""

    UNKNOWN = auto()
    EXPIRED = auto()
    REPLAYED = auto()
    OTHER_CLIENT = auto()
    OTHER_REDIRECT = auto()
    WRONG_VERIFIER = auto()


class Ledger:
    """The memory of the provider, safe for many threads."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = Lock()
        self._interactions: Shelf[Interaction] = Shelf(INTERACTION_SECONDS, clock)
        # Spent codes outlive their use by the life of their token, so that a replay can still revoke it.
        self._grants: Shelf[Grant] = Shelf(CODE_SECONDS + TOKEN_SECONDS, clock)
        self._tokens: Shelf[Access] = Shelf(TOKEN_SECONDS, clock)
        self._browsers: Shelf[str] = Shelf(BROWSER_SECONDS, clock)

    def begin(self, asked: Asked, browser: str) -> str:
        """Open an interaction and return its name."""
        with self._lock:
            return self._interactions.put(Interaction(asked, browser))

    def interaction(self, name: str, browser: str) -> Interaction | None:
        """Return an open interaction, but only to the browser that began it."""
        with self._lock:
            found = self._interactions.get(name)
        return found if found and browser and hmac.compare_digest(found.browser, browser) else None

    def choose(self, name: str, sub: str) -> bool:
        """Note the chosen person, also as the browser's latest; False when the interaction is over.

        A code given for an earlier choice of the same interaction buys nothing any more.
        """
        with self._lock:
            found = self._interactions.get(name)
            if found is None or found.cancelled or self._is_spent(found.code):
                return False
            self._grants.drop(found.code)
            self._interactions.swap(name, replace(found, sub=sub, code=""))
            self._browsers.put(sub, found.browser)
            return True

    def agree(self, name: str) -> str | None:
        """Return a code for what the person agrees to; a second press gets the same unspent code."""
        with self._lock:
            found = self._interactions.get(name)
            if found is None or not found.sub or found.cancelled:
                return None
            if found.code:
                return None if self._is_spent(found.code) else found.code
            code = self._grants.put(Grant(found.asked, found.sub, self._clock()))
            self._interactions.swap(name, replace(found, code=code))
            return code

    def cancel(self, name: str) -> None:
        """End an interaction without a code; a code given a moment ago buys nothing any more."""
        with self._lock:
            found = self._interactions.get(name)
            if found:
                self._interactions.swap(name, replace(found, cancelled=True))
                self._grants.drop(found.code)

    def _is_spent(self, code: str) -> bool:
        grant = self._grants.get(code)
        return grant is not None and grant.spent

    def latest(self, browser: str) -> str:
        """Return the `sub` last chosen in this browser, or an empty text."""
        with self._lock:
            return self._browsers.get(browser) or ""

    def forget(self, browser: str) -> None:
        """End the browser's session."""
        with self._lock:
            self._browsers.drop(browser)

    def redeem(self, code: str, *, client_id: str, redirect_uri: str, verifier: str) -> Grant | Redeemed:
        """Turn a code into an access token, once; any wrong attempt spends the code (RFC 6749, 4.1.2)."""
        with self._lock:
            grant = self._grants.get(code)
            if grant is None:
                return Redeemed.UNKNOWN
            self._grants.swap(code, replace(grant, spent=True))
            if grant.spent:
                self._tokens.drop(grant.access_token)
                return Redeemed.REPLAYED
            tests = (
                (self._clock() >= grant.agreed_at + CODE_SECONDS, Redeemed.EXPIRED),
                (grant.asked.client_id != client_id, Redeemed.OTHER_CLIENT),
                (grant.asked.redirect_uri != redirect_uri, Redeemed.OTHER_REDIRECT),
                (not _answers(verifier, grant.asked.challenge), Redeemed.WRONG_VERIFIER),
            )
            refused = next((why for wrong, why in tests if wrong), None)
            if refused:
                return refused
            token = self._tokens.put(Access(grant.sub, grant.asked.scopes))
            paid = replace(grant, spent=True, access_token=token)
            self._grants.swap(code, paid)
            return paid

    def access(self, token: str) -> Access | None:
        """Return what a live access token opens."""
        with self._lock:
            return self._tokens.get(token)


def _answers(verifier: str, challenge: str) -> bool:
    digest = hashlib.sha256(verifier.encode()).digest()
    return hmac.compare_digest(base64url(digest), challenge)
