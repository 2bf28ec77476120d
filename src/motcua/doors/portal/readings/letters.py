"""Letters of an index, in the Vietnamese order."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from motcua.base.text import clean, sort_key

# Marks that make a letter of its own (ă â ê ô ơ ư); a tone does not.
OF_LETTERS = {"\u0306", "\u0302", "\u031b"}
NUMBERS = "0–9"


class Named(Protocol):
    """Something with a name to stand under a letter."""

    @property
    def name(self) -> str:
        """Give the name."""


N = TypeVar("N", bound=Named)


@dataclass(frozen=True)
class Letter:
    """One letter with the names under it."""

    letter: str
    anchor: str
    names: tuple[object, ...]


def by_letter(named: Iterable[N]) -> list[Letter]:
    """Give things that stand in the Vietnamese order of their names, under their letters."""
    groups: dict[str, list[N]] = {}
    for one in named:
        groups.setdefault(letter_of(one.name), []).append(one)
    order = sorted(groups, key=lambda letter: "" if letter == NUMBERS else sort_key(letter))
    return [Letter(letter, f"chu-{at}", tuple(groups[letter])) for at, letter in enumerate(order, 1)]


def letter_of(name: str) -> str:
    """Give the letter under which a name stands: `Ư` for “Ứng phó”, `Đ` for “đất đai”."""
    first = next((char for char in clean(name) if char.isalnum()), "")
    if not first.isalpha():
        return NUMBERS
    parts = unicodedata.normalize("NFD", first)
    kept = parts[0] + "".join(mark for mark in parts[1:] if mark in OF_LETTERS)
    return unicodedata.normalize("NFC", kept).upper()
