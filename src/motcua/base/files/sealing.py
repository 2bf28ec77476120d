"""How bytes lie in the store: sealed in authenticated chunks, each bound to its file, place and end.

A sealed file is a head (mark, salt) and chunks of 64 KB, each under AES-256-GCM with a key of this file
alone: HKDF-SHA-256 over the owner's key, the salt and the file's name in the store. The nonce is the number
of the chunk and whether it is the last. So a chunk that was changed, moved, left out or brought from another
file does not open, and neither does a file that was cut, whatever the place of the cut.
"""

import hashlib
import hmac
import io
import os
import struct
from typing import IO, TYPE_CHECKING, BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK: Final = 64 * 1024
TAG: Final = 16
KEY_BYTES: Final = 32
_MARK: Final = b"MCF1"
_SALT: Final = 16
HEAD: Final = len(_MARK) + _SALT


class Tampered(Exception):
    """Raised when stored bytes are not the ones that were sealed under this key and name."""


def derived(secret: bytes, *, purpose: str, salt: bytes = b"") -> bytes:
    """Give a key of 32 bytes for one purpose, from which nothing leads back to the secret."""
    return HKDF(SHA256(), KEY_BYTES, salt or None, b"motcua " + purpose.encode()).derive(secret)


def sealed_size(size: int) -> int:
    """Give how many bytes a file of `size` bytes takes in the store."""
    return HEAD + size + TAG * max(1, -(-size // CHUNK))


class Sealing(io.RawIOBase):
    """Reads a plain stream as sealed bytes; what it learnt of the plain bytes stands here at the end.

    `size` counts them; `mark` is a keyed digest: the same for the same bytes of one owner, and telling
    nothing to whoever does not hold the owner's key.
    """

    def __init__(self, plain: IO[bytes], key: bytes, name: str) -> None:
        self._plain, salt = plain, os.urandom(_SALT)
        self._cipher = _cipher(key, name, salt)
        self._digest = hmac.new(derived(key, purpose="content"), digestmod=hashlib.sha256)
        self._ready, self._number = memoryview(_MARK + salt), 0
        self._next: bytes | None = None
        self._ended = False
        self.size = 0

    @property
    def mark(self) -> str:
        """Give the keyed digest of the plain bytes read so far, in hexadecimal."""
        return self._digest.hexdigest()

    def readable(self) -> bool:
        """Tell that this can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fill the buffer with the next sealed bytes; 0 at the end."""
        if not self._ready and not self._ended:
            self._ready = memoryview(self._sealed_chunk())
        room = memoryview(buffer).cast("B")
        count = min(len(room), len(self._ready))
        room[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def _sealed_chunk(self) -> bytes:
        here = self._taken() if self._next is None else self._next
        # Only whoever sees the chunk after this one knows that this is not the last.
        self._next = self._taken()
        self._ended = not self._next
        sealed = self._cipher.encrypt(_nonce(self._number, last=self._ended), here, None)
        self._number += 1
        return sealed

    def _taken(self) -> bytes:
        chunk = read_whole(self._plain, CHUNK)
        self.size += len(chunk)
        self._digest.update(chunk)
        return chunk


class Unsealed(io.RawIOBase):
    """Reads a sealed stream as plain bytes from any place; gives no byte whose chunk did not open."""

    def __init__(self, stored: BinaryIO, key: bytes, name: str, size: int) -> None:
        self._stored, self._size, self._place = stored, size, 0
        self._begin = stored.tell()
        head = read_whole(stored, HEAD)
        if head[: len(_MARK)] != _MARK or stored.seek(0, os.SEEK_END) - self._begin != sealed_size(size):
            raise Tampered("not a whole sealed file")
        self._cipher = _cipher(key, name, head[len(_MARK) :])
        self._last = max(0, -(-size // CHUNK) - 1)
        self._open: tuple[int, bytes] = (-1, b"")
        if size == 0:
            self._chunk(0)

    def readable(self) -> bool:
        """Tell that this can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that any place can be read at once."""
        return True

    def tell(self) -> int:
        """Give the place of the next plain byte."""
        return self._place

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Go to a place among the plain bytes."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise ValueError("before the first byte")
        self._place = start + offset
        return self._place

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fill the buffer with plain bytes, of one chunk at most; 0 at the end. Raises Tampered."""
        if self._place >= self._size:
            return 0
        number, skip = divmod(self._place, CHUNK)
        room, chunk = memoryview(buffer).cast("B"), self._chunk(number)
        count = min(len(room), len(chunk) - skip)
        room[:count] = chunk[skip : skip + count]
        self._place += count
        return count

    def close(self) -> None:
        """Close the stored stream too."""
        if not self.closed:
            self._stored.close()
        super().close()

    def _chunk(self, number: int) -> bytes:
        if self._open[0] != number:
            self._stored.seek(self._begin + HEAD + number * (CHUNK + TAG))
            sealed = read_whole(self._stored, CHUNK + TAG)
            try:
                plain = self._cipher.decrypt(_nonce(number, last=number == self._last), sealed, None)
            except InvalidTag as error:
                raise Tampered(f"chunk {number} does not open") from error
            self._open = (number, plain)
        return self._open[1]


def unsealed(stored: BinaryIO, key: bytes, name: str, size: int) -> BinaryIO:
    """Give the plain bytes of a sealed stream, buffered. Raises Tampered now or while reading."""
    return io.BufferedReader(Unsealed(stored, key, name, size), CHUNK)


def read_whole(stream: IO[bytes], count: int) -> bytes:
    """Read `count` bytes, fewer only at the end of the stream."""
    parts, left = [], count
    while left and (part := stream.read(left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _cipher(key: bytes, name: str, salt: bytes) -> AESGCM:
    return AESGCM(derived(key, purpose=f"file {name}", salt=salt))


def _nonce(number: int, *, last: bool) -> bytes:
    return struct.pack(">Q3x?", number, last)
