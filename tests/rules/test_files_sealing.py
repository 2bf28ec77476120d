"""Sealed files: what was changed, cut, moved or mixed does not open; a plain store would not notice."""

import io
import os
import struct
import tracemalloc
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.files.sealing import (
    CHUNK,
    HEAD,
    KEY_BYTES,
    TAG,
    Sealing,
    Tampered,
    derived,
    sealed_size,
    unsealed,
)
from motcua.base.files.store import DiskStore

KEY, OTHER_KEY = bytes(range(KEY_BYTES)), bytes(KEY_BYTES)
NAME, OTHER_NAME = "01900000-0000-7000-8000-0000000000ab", "01900000-0000-7000-8000-0000000000cd"
SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7]


def seal(plain: bytes, key: bytes = KEY, name: str = NAME) -> bytes:
    return io.BufferedReader(Sealing(io.BytesIO(plain), key, name)).read()


def unseal(sealed: bytes, size: int, key: bytes = KEY, name: str = NAME) -> bytes:
    with unsealed(io.BytesIO(sealed), key, name, size) as file:
        return file.read()


def chunks_of(sealed: bytes) -> list[bytes]:
    body = sealed[HEAD:]
    return [body[place : place + CHUNK + TAG] for place in range(0, len(body), CHUNK + TAG)]


@pytest.mark.parametrize("size", SIZES)
def test_what_was_sealed_opens_as_it_was(size: int) -> None:
    plain = os.urandom(size)
    sealed = seal(plain)
    assert len(sealed) == sealed_size(size)
    assert unseal(sealed, size) == plain


def test_nothing_of_the_plain_bytes_shows() -> None:
    sealed = seal(b"Giang A Pao" * 10_000)
    assert b"Giang" not in sealed
    assert seal(b"same") != seal(b"same")


@given(place=st.integers(0, sealed_size(CHUNK + 100) - 1), bit=st.integers(0, 7))
def test_no_bit_can_be_changed(place: int, bit: int) -> None:
    sealed = bytearray(seal(PLAIN))
    sealed[place] ^= 1 << bit
    with pytest.raises(Tampered):
        unseal(bytes(sealed), len(PLAIN))


PLAIN = bytes(CHUNK + 100)


@given(left=st.integers(0, sealed_size(CHUNK + 100) - 1))
def test_no_end_can_be_cut_off(left: int) -> None:
    with pytest.raises(Tampered):
        unseal(seal(PLAIN)[:left], len(PLAIN))


def test_a_file_cut_between_two_chunks_is_found_even_when_its_row_was_changed_too() -> None:
    sealed = seal(bytes(3 * CHUNK))
    with pytest.raises(Tampered, match="chunk 1"):
        unseal(sealed[: HEAD + 2 * (CHUNK + TAG)], 2 * CHUNK)


def test_bytes_added_at_the_end_are_found() -> None:
    with pytest.raises(Tampered):
        unseal(seal(b"x") + b"y", 1)


def test_chunks_cannot_change_places() -> None:
    sealed = seal(os.urandom(3 * CHUNK))
    first, second, third = chunks_of(sealed)
    with pytest.raises(Tampered):
        unseal(sealed[:HEAD] + second + first + third, 3 * CHUNK)


def test_a_chunk_of_another_file_of_the_same_owner_does_not_fit() -> None:
    one, two = seal(bytes(2 * CHUNK)), seal(bytes(2 * CHUNK), name=OTHER_NAME)
    with pytest.raises(Tampered):
        unseal(one[:HEAD] + chunks_of(two)[0] + chunks_of(one)[1], 2 * CHUNK)


def test_a_whole_file_put_in_the_place_of_another_does_not_open() -> None:
    with pytest.raises(Tampered):
        unseal(seal(b"the other's"), 11, name=OTHER_NAME)


def test_another_owner_s_key_opens_nothing() -> None:
    with pytest.raises(Tampered):
        unseal(seal(b"mine"), 4, key=OTHER_KEY)


def without_tags(sealed: bytes, key: bytes, name: str) -> bytes:
    """Open as the same cipher would without its tags: the control."""
    own = derived(key, purpose=f"file {name}", salt=sealed[4:HEAD])
    plain, chunks = b"", chunks_of(sealed)
    for number, chunk in enumerate(chunks):
        nonce = struct.pack(">Q3x?", number, number == len(chunks) - 1)
        opener = Cipher(AES(own), CTR(nonce + struct.pack(">I", 2))).decryptor()
        plain += opener.update(chunk[:-TAG])
    return plain


def test_control_without_tags_a_change_is_not_seen() -> None:
    plain = b"fee 100000" * 10
    sealed = bytearray(seal(plain))
    assert without_tags(bytes(sealed), KEY, NAME) == plain
    sealed[HEAD + 4] ^= ord("1") ^ ord("9")
    assert without_tags(bytes(sealed), KEY, NAME).startswith(b"fee 900000")


def test_control_a_plain_store_does_not_see_a_change(tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    store.put(io.BytesIO(b"fee 100000"), NAME)
    (tmp_path / "ab" / NAME).write_bytes(b"fee 900000")
    with store.open(NAME) as file:
        assert file.read() == b"fee 900000"


@given(begin=st.integers(0, 3 * CHUNK), count=st.integers(0, 2 * CHUNK))
def test_any_range_reads_as_it_would_from_the_plain_file(begin: int, count: int) -> None:
    with unsealed(io.BytesIO(SEALED), KEY, NAME, len(LONG)) as file:
        file.seek(begin)
        assert file.read(count) == LONG[begin : begin + count]


LONG = os.urandom(2 * CHUNK + 5000)
SEALED = seal(LONG)


def test_a_range_of_a_file_whose_other_chunks_are_broken_still_reads() -> None:
    broken = SEALED[:HEAD] + bytes(CHUNK + TAG) + SEALED[HEAD + CHUNK + TAG :]
    with unsealed(io.BytesIO(broken), KEY, NAME, len(LONG)) as file:
        file.seek(CHUNK)
        assert file.read(10) == LONG[CHUNK : CHUNK + 10]
        file.seek(0)
        with pytest.raises(Tampered):
            file.read(10)


def test_the_mark_tells_the_same_bytes_of_one_owner_and_nothing_to_others() -> None:
    def mark(plain: bytes, key: bytes) -> str:
        sealing = Sealing(io.BytesIO(plain), key, NAME)
        io.BufferedReader(sealing).read()
        return sealing.mark

    assert mark(b"a", KEY) == mark(b"a", KEY)
    assert mark(b"a", KEY) != mark(b"b", KEY)
    assert mark(b"a", KEY) != mark(b"a", OTHER_KEY)


class Noughts(io.RawIOBase):
    """A stream of so many noughts, in pieces that no chunk ends with."""

    def __init__(self, left: int) -> None:
        self.left = left

    def read(self, size: int = -1) -> bytes:
        count = min(self.left, size, 50_001)
        self.left -= count
        return bytes(count)


def test_a_large_file_is_sealed_in_little_memory() -> None:
    tracemalloc.start()
    try:
        reader = io.BufferedReader(Sealing(Noughts(100 * 1024 * 1024), KEY, NAME), CHUNK)
        size = sum(len(piece) for piece in iter(lambda: reader.read(CHUNK), b""))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size == sealed_size(100 * 1024 * 1024)
    assert peak < 2 * 1024 * 1024
