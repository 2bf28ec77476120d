"""Does a name belong to its code? Two sources that call one code by other words are told apart here."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from motcua.base.text import fold

NAMES_BESIDE = "name_conflicts.csv"
WRONG_PAGE = "wrong detail page"

# Two names of one procedure, an older and a newer, share most words of the shorter one.
SHARED_OF_SHORTER = 0.6
_OPENING = frozenset({"thu", "tuc"})
# Marks of a list that came with the name, and the two words that begin every second one.
_BEFORE_TITLE = re.compile(r"[\s.,;:–\-*+•]*(?:thủ tục\s*:?\s+)?[\s.,;:–\-*+•]*", re.IGNORECASE)


@dataclass(frozen=True)
class Conflict:
    """Another source's name of a code; `foreign` when it is another procedure's page."""

    code: str
    kept: str
    other: str
    foreign: bool = False


def agree(one: str, other: str) -> bool:
    """Tell whether two names can be of one procedure: most words of the shorter stand in the longer."""
    a, b = _words(one), _words(other)
    shorter = min(len(a), len(b))
    return shorter > 0 and len(a & b) / shorter >= SHARED_OF_SHORTER


def title_of(name: str) -> str:
    """Give the everyday title of a name: without marks of a list and the opening words that say nothing."""
    bare = _BEFORE_TITLE.sub("", name, count=1).strip() or name
    return bare[:1].upper() + bare[1:]


def read_conflicts(path: Path) -> Mapping[str, tuple[Conflict, ...]]:
    """Read the list of names on which sources differ (CSV: code, what, kept, other), by code."""
    found: dict[str, list[Conflict]] = {}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            what = (row.get("what") or "").strip()
            if what in ("name", WRONG_PAGE) and row.get("code"):
                conflict = Conflict(
                    row["code"], row.get("kept") or "", row.get("other") or "", foreign=what == WRONG_PAGE
                )
                found.setdefault(row["code"], []).append(conflict)
    return {code: tuple(conflicts) for code, conflicts in found.items()}


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(name))) - _OPENING
