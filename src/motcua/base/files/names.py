"""File names that are safe to keep, show and send back."""

import unicodedata
from pathlib import PurePosixPath

LONGEST = 120
LONGEST_ENDING = 16
NAMELESS = "tep"

_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"|?*', "_"))
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}


def clean_name(name: str) -> str:
    """Return `name` in NFC without folders, control or direction characters, at most 120 characters.

    The ending stays; an empty name becomes `tep`; names that Windows keeps for devices get a `_`.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    seen = "".join(
        " " if c.isspace() else c for c in last if c.isspace() or unicodedata.category(c)[0] != "C"
    )
    tidy = " ".join(seen.translate(_FORBIDDEN).split()).strip(". ")
    stem, ending = _parted(tidy)
    if stem.split(".")[0].strip().casefold() in _DEVICES:
        stem = f"_{stem}"
    stem = stem[: LONGEST - len(ending)].rstrip(". ")
    return (stem or NAMELESS) + ending


def ending_of(name: str) -> str:
    """Return the ending of a clean name in small letters with its dot, or nothing."""
    return PurePosixPath(name).suffix.lower()


def _parted(name: str) -> tuple[str, str]:
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > LONGEST_ENDING or " " in ending:
        return name, ""
    return stem.rstrip(". "), f".{ending}"
