"""Master keys: they wrap the keys of owners, and never meet a file."""

import os
import re
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from motcua.base.files.sealing import KEY_BYTES, Tampered, derived

SHORTEST: Final = 32
_NONCE: Final = 12
_ONLY: Final = "1"
_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,32}")


class KeyRingBroken(ValueError):
    """Raised when the setting is no list of master keys; its text is for the operator."""


class MasterAway(LookupError):
    """Raised when a key was wrapped by a master key that is not in the ring."""


@dataclass(frozen=True)
class Wrapped:
    """An owner's key as it may be stored: which master key closed it, and the closed bytes."""

    master: str
    closed: bytes


class KeyRing:
    """Master keys by their ids; the first one wraps, all of them unwrap."""

    def __init__(self, text: str) -> None:
        """Read `id:secret` entries, the newest first; a lone secret without an id has the id 1."""
        entries = [entry for entry in re.split(r"[\s,]+", text) if entry]
        self._secrets = dict(_parted(entry, alone=len(entries) == 1) for entry in entries)
        if not entries or len(self._secrets) != len(entries):
            raise KeyRingBroken("Chưa có khóa chủ nào, hoặc hai khóa chủ trùng mã.")

    @property
    def newest(self) -> str:
        """Give the id of the master key that wraps."""
        return next(iter(self._secrets))

    def __contains__(self, master: str) -> bool:
        """Tell whether keys wrapped by this master can be opened."""
        return master in self._secrets

    def wrap(self, key: bytes, about: str) -> Wrapped:
        """Close a key for storage; it opens only as the key of `about`."""
        nonce = os.urandom(_NONCE)
        closed = nonce + self._cipher(self.newest).encrypt(nonce, key, about.encode())
        return Wrapped(self.newest, closed)

    def unwrap(self, wrapped: Wrapped, about: str) -> bytes:
        """Open a key. Raises MasterAway without its master key, Tampered when it is not the one wrapped."""
        if wrapped.master not in self._secrets:
            raise MasterAway(wrapped.master)
        nonce, closed = wrapped.closed[:_NONCE], wrapped.closed[_NONCE:]
        try:
            return self._cipher(wrapped.master).decrypt(nonce, closed, about.encode())
        except InvalidTag as error:
            raise Tampered(f"the key of {about} does not open") from error

    def _cipher(self, master: str) -> AESGCM:
        return AESGCM(derived(self._secrets[master].encode(), purpose=f"master {master}"))


def fresh_key() -> bytes:
    """Make a key for an owner."""
    return os.urandom(KEY_BYTES)


def _parted(entry: str, *, alone: bool) -> tuple[str, str]:
    name, colon, secret = entry.partition(":")
    if not colon and alone:
        name, secret = _ONLY, entry
    if not _ID.fullmatch(name) or len(secret) < SHORTEST:
        raise KeyRingBroken(
            f"Mỗi khóa chủ viết là mã:khóa, khóa dài ít nhất {SHORTEST} ký tự, khóa mới nhất đứng đầu."
        )
    return name, secret
