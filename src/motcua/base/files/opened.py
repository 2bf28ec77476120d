"""The one way from a row to plain bytes and back: sealed under the key of the owner."""

from dataclasses import dataclass
from io import BufferedReader
from typing import IO, BinaryIO

from motcua.base.files.keyring import Wrapped
from motcua.base.files.models import OwnerKey, StoredFile
from motcua.base.files.places import key_ring, store
from motcua.base.files.sealing import CHUNK, Sealing, unsealed
from motcua.base.files.sentences import SHREDDED
from motcua.base.web.refused import AccessRefused


class Shredded(AccessRefused):
    """Raised when the key of an owner was destroyed: nobody reads their files any more."""

    def __init__(self) -> None:
        super().__init__(SHREDDED)


@dataclass(frozen=True)
class Sealed:
    """What was just stored: sealed size and digest, plain size and keyed digest."""

    key: str
    stored_size: int
    sha256: str
    size: int
    content_mark: str


def secret_of(key: OwnerKey) -> bytes:
    """Open the key of an owner. Raises Shredded, MasterAway or Tampered."""
    if key.wrapped is None:
        raise Shredded
    return key_ring().unwrap(Wrapped(key.master, bytes(key.wrapped)), key.about)


def seal_into_store(plain: IO[bytes], key: OwnerKey, name: str) -> Sealed:
    """Store the rest of a stream under a name of the store, sealed for an owner."""
    sealing = Sealing(plain, secret_of(key), name)
    stored = store().put(BufferedReader(sealing, CHUNK), name)
    return Sealed(name, stored.size, stored.sha256, sealing.size, sealing.mark)


def open_from_store(key: OwnerKey, name: str, size: int) -> BinaryIO:
    """Give the plain bytes that lie under a name. Raises Shredded, Tampered or FileNotFoundError."""
    secret = secret_of(key)
    stored = store().open(name)
    try:
        return unsealed(stored, secret, name, size)
    except BaseException:
        stored.close()
        raise


def mark_of(plain: IO[bytes], key: OwnerKey) -> str:
    """Give the keyed digest that the rest of a stream would be stored with."""
    sealing = Sealing(plain, secret_of(key), "")
    with BufferedReader(sealing, CHUNK) as reader:
        while reader.read(CHUNK):
            pass
        return sealing.mark


def open_file(file: StoredFile) -> BinaryIO:
    """Give the plain bytes of a file; any place of them can be read at once."""
    return open_from_store(file.owner_key, file.key, file.size)
