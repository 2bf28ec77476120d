"""The codes by which procedures are known (national, of one province, of one office)."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Whose(StrEnum):
    """Whose code it is."""

    NATIONAL = "national"
    LOCALISED = "localised"
    LOCAL = "local"


@dataclass(frozen=True)
class Code:
    """A code read: `national` is the part that all provinces share, empty for an office's own id."""

    text: str
    whose: Whose
    national: str = ""
    owner: str = ""


# The dotted tail is written in full (1.001193.000.00.00.H42) or shortened to its owner (1.013978.H41).
_NATIONAL = re.compile(r"(?P<national>[1-9]\.\d{6})(?:(?:\.\d{3}\.\d{2}\.\d{2})?\.(?P<owner>[A-Z]\d{2}))?")
_LOCAL = re.compile(r"\d{1,3}\.\d{3}")


def read_code(text: str) -> Code | None:
    """Give what a code says, None when it is none."""
    found = _NATIONAL.fullmatch(text)
    if found:
        owner = found["owner"] or ""
        return Code(text, Whose.LOCALISED if owner else Whose.NATIONAL, found["national"], owner)
    return Code(text, Whose.LOCAL) if _LOCAL.fullmatch(text) else None
