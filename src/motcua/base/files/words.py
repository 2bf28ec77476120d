"""Words of stored files: kinds, limits, problems and what an opened file turned out to be."""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Kind(Enum):
    """A kind of file that may be stored: its media type and the name endings it goes by."""

    PDF = ("application/pdf", (".pdf",))
    JPEG = ("image/jpeg", (".jpg", ".jpeg"))
    PNG = ("image/png", (".png",))

    def __init__(self, media_type: str, endings: tuple[str, ...]) -> None:
        self.media_type = media_type
        self.endings = endings


KIND_OF_ENDING = {ending: kind for kind in Kind for ending in kind.endings}


MADE_HERE = "own"  # where a file that came in has the verdict of the scanner


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
    OFFICE = "office"  # an office file: it may carry programs
    DRAWING = "drawing"  # a vector drawing: a page in disguise
    NOT_AS_SENT = "not_as_sent"  # what arrived is not what the sender has
    TOO_MUCH_TODAY = "too_much_today"
    NOT_KEPT = "not_kept"  # the fault is the house's: its disk is full or away


class Why(StrEnum):
    """Why something was not done with files."""

    IN_USE = "files.in_use"
    GONE = "files.gone"
    NO_KEY = "files.no_key"
    KEYS_NEWEST = "files.keys_newest"
    NOT_KEPT = "files.not_kept"
    UPLOAD_BAD = "files.upload_bad"
    UPLOAD_TOO_LARGE = "files.upload_too_large"
    UPLOAD_KIND = "files.upload_kind"
    UPLOAD_TOO_MANY = "files.upload_too_many"
    UPLOAD_TOO_MUCH = "files.upload_too_much"
    UPLOAD_ELSEWHERE = "files.upload_elsewhere"
    UPLOAD_NOT_WHOLE = "files.upload_not_whole"
    ALBUM_FULL = "files.album_full"


class UploadState(StrEnum):
    """How far a file on its way has come."""

    OPEN = "open"
    STORED = "stored"
    REFUSED = "refused"
    USED = "used"


class JoinState(StrEnum):
    """Whether the photos of an album are one PDF yet."""

    WAITING = "waiting"
    JOINED = "joined"
    FAILED = "failed"


class Turn(StrEnum):
    """What the sender does with one photo of an album."""

    ROUND = "turn"
    UP = "up"
    DOWN = "down"
    OUT = "remove"


@dataclass(frozen=True)
class Quota:
    """How much one person may send: uploads under way at once, bytes in a day."""

    open_uploads: int
    day_bytes: int


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
