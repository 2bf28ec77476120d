"""Opening a PDF: the only proof that it is one, and that nothing in it acts by itself."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import pikepdf

from motcua.base.files.words import Limits, Problem, Trouble

# Keys and names of ISO 32000-2 that run code, start programs, send data or carry other files.
_ACTIVE_KEYS = frozenset({"/JS", "/JavaScript", "/XFA", "/EmbeddedFiles", "/EF", "/RichMediaContent"})
_ACTIVE_ACTIONS = frozenset(
    {
        "/JavaScript",
        "/Launch",
        "/ImportData",
        "/SubmitForm",
        "/GoToR",
        "/GoToE",
        "/Rendition",
        "/RichMediaExecute",
    }
)
_ACTIVE_SUBTYPES = frozenset({"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"})
_UNPACKED_NOT = ("error decoding stream", "unfilterable stream")
_DEEPEST = 100


def open_document(file: BinaryIO, limits: Limits) -> int | Problem:
    """Return the number of pages of a PDF that opens without repair, password or active content."""
    try:
        with pikepdf.open(file, attempt_recovery=False, suppress_warnings=True) as pdf:
            return _looked_through(pdf, limits)
    except pikepdf.PasswordError:
        return Problem(Trouble.ENCRYPTED)
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
        return Problem(Trouble.CORRUPT)


def _looked_through(pdf: pikepdf.Pdf, limits: Limits) -> int | Problem:
    if pdf.is_encrypted:
        return Problem(Trouble.ENCRYPTED)
    if len(pdf.objects) > limits.max_objects:
        return Problem(Trouble.TOO_COMPLEX)
    if any(_acts(one) for top in pdf.objects for one in _dictionaries(top)):
        return Problem(Trouble.ACTIVE_CONTENT)
    # An object stream that does not unpack within the memory of this process is only warned about: its
    # objects read as null, and the next reader with more memory would swell.
    if any(sign in warning for warning in pdf.get_warnings() for sign in _UNPACKED_NOT):
        return Problem(Trouble.TOO_COMPLEX)
    return _pages(pdf, limits)


def _pages(pdf: pikepdf.Pdf, limits: Limits) -> int | Problem:
    pages = len(pdf.pages)
    if pages == 0:
        return Problem(Trouble.CORRUPT)
    if pages > limits.max_pages:
        return Problem(Trouble.TOO_MANY_PAGES, limit=limits.max_pages, actual=pages)
    return pages


def _dictionaries(top: Any) -> Iterator[Any]:
    """Yield the dictionaries written inside one indirect object; indirect ones have their own turn."""
    waiting = [(top, 0)]
    while waiting:
        here, depth = waiting.pop()
        if isinstance(here, pikepdf.Stream):
            here = here.stream_dict
        if isinstance(here, pikepdf.Dictionary):
            yield here
            parts = list(here.as_dict().values())
        elif isinstance(here, pikepdf.Array):
            parts = list(here.as_list())
        else:
            continue
        if depth > _DEEPEST:
            raise ValueError("nested too deeply")
        waiting += [(part, depth + 1) for part in parts if _is_direct_container(part)]


def _is_direct_container(part: Any) -> bool:
    return isinstance(part, pikepdf.Dictionary | pikepdf.Array) and not part.is_indirect


def _acts(here: Any) -> bool:
    return (
        not _ACTIVE_KEYS.isdisjoint(here.keys())
        or _name(here, "/S") in _ACTIVE_ACTIONS
        or _name(here, "/Subtype") in _ACTIVE_SUBTYPES
        or _name(here, "/Type") == "/EmbeddedFile"
    )


def _name(here: Any, key: str) -> str:
    value = here.get(key)
    return str(value) if isinstance(value, pikepdf.Name) else ""
