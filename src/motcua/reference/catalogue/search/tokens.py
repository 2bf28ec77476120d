"""Syllables: how a text is cut up, and the forms in which two syllables are the same."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from motcua.base.text import clean

_SYLLABLE = re.compile(r"[^\W_]+")
LETTERS = 2  # of a word in capitals that is no shortening
_TONES = {"\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5"}
_OPEN_Y = re.compile(r"^([bcdghklmnpqrstvx]+)y$")


class Syllable(NamedTuple):
    """One syllable: as written, in lower case with its marks at fixed places, and without any marks.

    `hoà` and `hòa`, `lý` and `lí` have one shape; `hoà` and `hoa` one bare form.
    """

    written: str
    shape: str
    bare: str

    @property
    def marked(self) -> bool:
        """Whether it carries a mark."""
        return self.shape != self.bare


def syllables(text: str) -> tuple[Syllable, ...]:
    """Cut a text into syllables and numbers; signs between them are left out."""
    return tuple(_syllable(word) for word in _SYLLABLE.findall(clean(text)))


def bares(text: str) -> tuple[str, ...]:
    """Give the bare syllables of a text."""
    return tuple(syllable.bare for syllable in syllables(text))


def spelt_out(cut: Sequence[Syllable], short: Mapping[str, tuple[Syllable, ...]]) -> tuple[Syllable, ...]:
    """Put what a shortening in capitals stands for in its place, as in `công ty TNHH`."""
    if not any(_is_short(syllable) for syllable in cut):
        return tuple(cut)
    return tuple(
        long
        for syllable in cut
        for long in (
            short.get(syllable.written.casefold(), (syllable,)) if _is_short(syllable) else (syllable,)
        )
    )


def _is_short(syllable: Syllable) -> bool:
    return len(syllable.written) > LETTERS and syllable.written.isupper()


@lru_cache(maxsize=32768)
def _syllable(word: str) -> Syllable:
    tone, kept = "", []
    for char in unicodedata.normalize("NFD", word.casefold()):
        if char in _TONES:
            tone = _TONES[char]
        else:
            kept.append(char)
    vowels = "".join(kept)
    plain = "".join(char for char in vowels if not unicodedata.combining(char)).replace("đ", "d")
    if _OPEN_Y.match(plain):
        plain, vowels = f"{plain[:-1]}i", f"{vowels[:-1]}i"
    return Syllable(word, unicodedata.normalize("NFC", vowels) + tone, plain)
