"""Is this foreign file what it says, and may it be stored?"""

import hashlib
import re
import tempfile
import zipfile
from dataclasses import replace
from typing import IO

import puremagic

from motcua.base.files.confined import look_inside
from motcua.base.files.names import clean_name, ending_of
from motcua.base.files.words import KIND_OF_ENDING, Kind, Limits, Opened, Problem, Trouble

CHUNK = 64 * 1024
_HEAD = 4096
_HEIF_MEDIA = {"image/heif", "image/heic", "image/heif-sequence", "image/heic-sequence"}
_FOREIGN = re.compile(
    rb"<html[\s>]|<script[\s>]|<!doctype html|<\?php\s|%PDF-[12]\.|<svg[\s>]|"
    rb"(?-i:Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x7fELF[\x01\x02]\x01\x01|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1)",
    re.IGNORECASE,
)
_OFFICE = (
    ".doc",
    ".docm",
    ".docx",
    ".dotm",
    ".odt",
    ".ppt",
    ".pptm",
    ".pptx",
    ".rtf",
    ".xls",
    ".xlsm",
    ".xlsx",
)
_DRAWN = (".svg", ".svgz")
_LONGEST_FOREIGN = 32


def inspect(stream: IO[bytes], name: str, limits: Limits | None = None) -> Opened | Problem:
    """Return what the file in `stream` called `name` is, or the first reason why it may not be stored.

    Reads from the current place, at most one chunk of 64 KB beyond the limit, and keeps one chunk in
    memory; the caller rewinds before storing and compares the digest of what was stored with this one.
    """
    bounds = limits or Limits()
    ending = ending_of(clean_name(name))
    with tempfile.TemporaryFile() as copy:
        taken = _take(stream, copy, bounds)
        if isinstance(taken, Problem):
            return replace(taken, ending=ending)
        size, sha256 = taken
        kind = _kind(copy, ending)
        if isinstance(kind, Problem):
            return kind
        found = look_inside(copy, kind, bounds)
        if isinstance(found, Problem):
            return replace(found, ending=ending)
        if _is_something_else_too(copy, kind):
            return Problem(Trouble.POLYGLOT, ending=ending)
    pixels = found.get("pixels")
    return Opened(kind, size, sha256, found.get("pages"), (pixels[0], pixels[1]) if pixels else None)


def _take(stream: IO[bytes], copy: IO[bytes], limits: Limits) -> tuple[int, str] | Problem:
    size, digest = 0, hashlib.sha256()
    while chunk := stream.read(CHUNK):
        size += len(chunk)
        if size > limits.max_bytes:
            return Problem(Trouble.TOO_LARGE, limit=limits.max_bytes)
        digest.update(chunk)
        copy.write(chunk)
    copy.flush()
    return (size, digest.hexdigest()) if size else Problem(Trouble.EMPTY)


def _kind(copy: IO[bytes], ending: str) -> Kind | Problem:
    """Return the kind that both the ending and the first bytes tell."""
    found = _looks_like(copy)
    kind = KIND_OF_ENDING.get(ending)
    if ending in _OFFICE or ending in _DRAWN:
        return Problem(Trouble.OFFICE if ending in _OFFICE else Trouble.DRAWING, ending=ending)
    if kind is None:
        allowed = found if found not in KIND_OF_ENDING else ""
        return Problem(Trouble.NOT_ALLOWED, ending=ending, found=allowed)
    if found not in kind.endings:
        return Problem(Trouble.WRONG_KIND, ending=ending, found=found)
    return kind


def _looks_like(copy: IO[bytes]) -> str:
    """Return the ending that the first bytes suggest, ours where it is one of ours, else nothing sure."""
    copy.seek(0)
    try:
        guesses = puremagic.magic_string(copy.read(_HEAD))
    except (puremagic.PureError, ValueError):
        return ""
    media = {guess.mime_type for guess in guesses}
    for kind in Kind:
        if kind.media_type in media:
            return kind.endings[0]
    if media & _HEIF_MEDIA:
        return ".heic"
    return guesses[0].extension if guesses else ""


def _is_something_else_too(copy: IO[bytes], kind: Kind) -> bool:
    """Tell whether the bytes are also an archive, a page or a program text for another reader."""
    return zipfile.is_zipfile(copy) or _holds_foreign_text(copy, kind)


def _holds_foreign_text(copy: IO[bytes], kind: Kind) -> bool:
    if kind is Kind.PDF:
        # Nothing but white space follows the last end mark of a PDF.
        copy.seek(-min(CHUNK, copy.seek(0, 2)), 2)
        return _FOREIGN.search(copy.read().rpartition(b"%%EOF")[2]) is not None
    copy.seek(0)
    before = b""
    while chunk := copy.read(CHUNK):
        if _FOREIGN.search(before + chunk):
            return True
        before = chunk[-_LONGEST_FOREIGN:]
    return False
