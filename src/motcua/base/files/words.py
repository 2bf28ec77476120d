"""Words of stored files: kinds, limits, problems and what an opened file turned out to be."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """A kind of file that may be stored: its media type and the name endings it goes by."""

    PDF = ("application/pdf", (".pdf",))
    JPEG = ("image/jpeg", (".jpg", ".jpeg"))
    PNG = ("image/png", (".png",))

    def __init__(self, media_type: str, endings: tuple[str, ...]) -> None:
        self.media_type = media_type
        self.endings = endings


KIND_OF_ENDING = {ending: kind for kind in Kind for ending in kind.endings}


class Trouble(Enum):
    """Why a file is not accepted."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_ALLOWED = "not_allowed"
    WRONG_KIND = "wrong_kind"
    CORRUPT = "corrupt"
    ENCRYPTED = "encrypted"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_COMPLEX = "too_complex"
    ACTIVE_CONTENT = "active_content"
    POLYGLOT = "polyglot"
    INFECTED = "infected"
    NOT_KEPT = "not_kept"  # the fault is the house's: its disk is full or away


@dataclass(frozen=True)
class Limits:
    """How much one file may hold."""

    max_bytes: int = 10 * 1024 * 1024
    max_pixels: int = 50_000_000
    max_pages: int = 500
    max_objects: int = 200_000  # indirect objects of a PDF
    max_memory: int = 1024 * 1024 * 1024  # address space of the process that opens the file, bytes
    max_seconds: int = 10  # of processor time that it may take


@dataclass(frozen=True)
class Opened:
    """A file that was opened as what its name says; `pages` for a PDF, `pixels` for a picture."""

    kind: Kind
    size: int
    sha256: str
    pages: int | None = None
    pixels: tuple[int, int] | None = None

    @property
    def media_type(self) -> str:
        """Return the media type to serve the file with."""
        return self.kind.media_type


@dataclass(frozen=True)
class Problem:
    """Why a file is not accepted, with the facts that its sentence needs."""

    trouble: Trouble
    ending: str = ""  # of the name, with its dot
    found: str = ""  # ending of what the bytes look like
    limit: int = 0  # bytes, pixels or pages
    actual: int = 0
