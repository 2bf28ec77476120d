"""Passwords and second factors of the demo, made at start and kept in one private file."""

import base64
import json
import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType

PASSWORD_SYLLABLES = 5
CONSONANTS, VOWELS = "bcdghklmnprstvx", "aeiou"


@dataclass(frozen=True)
class Key:
    """How one official comes in: password, and the Base32 secret of the second factor."""

    password: str
    totp_secret: str


@dataclass(frozen=True)
class Keys:
    """The keys of all officials by login; `fresh` names those made now."""

    by_login: Mapping[str, Key]
    fresh: frozenset[str]


def kept(path: Path, logins: Iterable[str]) -> Keys:
    """Give the keys that the file holds, making and keeping those it lacks."""
    known = {login: Key(**key) for login, key in _read(path).items()}
    fresh = frozenset(logins) - known.keys()
    if fresh:
        known |= {login: _made() for login in sorted(fresh)}
        write_private(path, {login: asdict(key) for login, key in known.items()})
    return Keys(MappingProxyType(known), fresh)


def write_private(path: Path, content: Mapping[str, object]) -> None:
    """Write JSON that only its owner may read; a reader sees the old file or the new one, never a half."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)
    half.replace(path)


def _read(path: Path) -> dict[str, dict[str, str]]:
    if not path.exists():
        return {}
    found: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _made() -> Key:
    """A password that can be read aloud, of some 55 bits, and a secret of 160 bits."""
    syllables = "".join(
        secrets.choice(CONSONANTS) + secrets.choice(VOWELS) for _ in range(PASSWORD_SYLLABLES)
    )
    digits = f"{secrets.randbelow(10**7):07d}"
    secret = base64.b32encode(secrets.token_bytes(20)).decode()
    return Key(f"{syllables}-{digits}", secret)
