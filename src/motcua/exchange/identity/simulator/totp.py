"""Time-based one-time codes (RFC 6238: SHA-1, steps of 30 seconds, 6 digits)."""

import base64
import hmac
import struct

STEP = 30
DIGITS = 6


def key_of(secret: str) -> bytes:
    """Decode a Base32 secret, with or without spaces and padding; ValueError when it is not Base32."""
    bare = secret.replace(" ", "").rstrip("=").upper()
    return base64.b32decode(bare + "=" * (-len(bare) % 8))


def code_at(key: bytes, seconds: float, *, digits: int = DIGITS) -> str:
    """Return the code for a moment given in seconds since 1970."""
    mac = hmac.digest(key, struct.pack(">Q", int(seconds) // STEP), "sha1")
    start = mac[-1] & 0x0F
    number = int.from_bytes(mac[start : start + 4], "big") & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)


def seconds_left(seconds: float) -> int:
    """Return how many whole seconds the code of this moment still lives, 1 to 30."""
    return STEP - int(seconds) % STEP
