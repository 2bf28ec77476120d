"""Provinces and communes since 1 July 2025, and the names that became them.

The list holds 34 provinces and 3,321 communes with their national codes. A name of before is kept with every
commune that took it in, whole or in part: what one name became may be several.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from motcua.base.text import clean, fold, sort_key

SOURCE = Path(__file__).with_name("places.json")
KINDS = ("phường", "xã", "đặc khu", "thị trấn", "tỉnh", "thành phố")
SHORT = {"p": "phường", "x": "xã", "tt": "thị trấn", "tp": "thành phố", "t": "tỉnh", "đk": "đặc khu"}
SHORTENED = re.compile(r"(tt|tp|đk|p|x|t)\.\s*(?=\S)", re.IGNORECASE)
KIND = re.compile(rf"(?:{'|'.join(KINDS)})\s+(?=\S)", re.IGNORECASE)
NEAR, LIKENESS = 3, 0.7


@dataclass(frozen=True)
class Commune:
    """A commune, ward or special zone; `before` lists the old names it grew from."""

    code: str
    name: str
    before: tuple[str, ...] = ()


@dataclass(frozen=True)
class Province:
    """A province or centrally run city with its communes in Vietnamese order."""

    code: str
    name: str
    before: tuple[str, ...]
    communes: tuple[Commune, ...] = field(repr=False)

    @cached_property
    def by_name(self) -> "dict[str, list[Commune]]":
        """The communes by every spelling of their names, exact ones apart from folded ones."""
        return _spelt(self.communes, lambda one: (one.name,))

    @cached_property
    def by_old_name(self) -> "dict[str, list[Commune]]":
        """The communes by every spelling of the names they grew from."""
        return _spelt(self.communes, lambda one: one.before)


@dataclass(frozen=True)
class Found:
    """What a typed name stands for: a commune, several of a name, the heirs of an old name, or near ones."""

    commune: Commune | None = None
    several: tuple[Commune, ...] = ()
    heirs: tuple[Commune, ...] = ()
    near: tuple[Commune, ...] = ()


@cache
def provinces() -> tuple[Province, ...]:
    """Give the provinces in Vietnamese order."""
    read = json.loads(SOURCE.read_text(encoding="utf-8"))
    return tuple(sorted(map(_province, read), key=lambda one: sort_key(bare(one.name))))


@cache
def _provinces_by_name() -> dict[str, Province]:
    """The provinces by code and by every spelling; a present name wins over one of before."""
    before = {key: one for one in provinces() for name in one.before for key in _keys(name)}
    return before | {key: one for one in provinces() for name in (one.name, one.code) for key in _keys(name)}


def find_province(text: str) -> Province | None:
    """Give the province that a code or a name means, also a name of before July 2025; None when none does."""
    return next(filter(None, map(_provinces_by_name().get, _spellings(_written_out(text)))), None)


def find_commune(province: Province, text: str) -> Found:
    """Tell what a typed name stands for in a province; tone marks and the kind of place may be left out."""
    typed = _written_out(text)
    for key in _spellings(typed):
        if there := province.by_name.get(key):
            return Found(there[0]) if len(there) == 1 else Found(several=tuple(there))
    for key in _spellings(typed):
        if heirs := province.by_old_name.get(key):
            return Found(heirs=tuple(heirs))
    by_bare = {fold(bare(one.name)): one for one in province.communes}
    near = get_close_matches(fold(bare(typed)), by_bare, NEAR, LIKENESS)
    return Found(near=tuple(by_bare[key] for key in near))


def bare(name: str) -> str:
    """Give a name without the kind of place before it."""
    return KIND.sub("", name, count=1) if KIND.match(name) else name


def _written_out(text: str) -> str:
    """Give a typed name with a shortened kind of place written out."""
    return SHORTENED.sub(lambda found: f"{SHORT[found[1].lower()]} ", clean(text), count=1)


def _spellings(name: str) -> tuple[str, ...]:
    """Give the keys of a name, the surest first: as it is written, then without its marks."""
    return f"={clean(name).casefold()}", f"~{fold(name)}"


def _keys(name: str) -> set[str]:
    """Give every key under which a stored name is found."""
    return {key for spelling in (name, bare(name)) for key in _spellings(spelling)}


def _spelt(
    communes: Iterable[Commune], names: Callable[[Commune], Iterable[str]]
) -> dict[str, list[Commune]]:
    found: dict[str, list[Commune]] = {}
    for one in communes:
        for key in {key for name in names(one) for key in _keys(name)}:
            found.setdefault(key, []).append(one)
    return found


def _province(plain: dict[str, Any]) -> Province:
    communes = [Commune(code, name, tuple(before)) for code, name, before in plain["communes"]]
    communes.sort(key=lambda one: (sort_key(bare(one.name)), one.name))
    return Province(plain["code"], plain["name"], tuple(plain["before"]), tuple(communes))
