"""How well a procedure answers what somebody typed.

Words are compared folded. What stands in the everyday title weighs more than in the official name, and that
more than in the other words for it; a phrase kept whole weighs more than scattered words. Among equals,
the one that people ask for more often comes first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from motcua.base.text import clean, fold

CODE = re.compile(r"\b\d\.\d{6}\b")
EDGES = ".,;:!?()[]“”\"'…/-"

# Words that a question carries without saying what it is about; none that folds like a word of the law.
FILLERS = frozenset(
    (
        "anh",
        "bi",
        "can",
        "cho",
        "co",
        "cua",
        "da",
        "di",
        "duoc",
        "em",
        "gi",
        "giay",
        "giup",
        "hay",
        "hoi",
        "khong",
        "la",
        "lam",
        "len",
        "minh",
        "muon",
        "nao",
        "nay",
        "nhu",
        "nhung",
        "o",
        "phai",
        "ra",
        "roi",
        "the",
        "thi",
        "toi",
        "va",
        "ve",
        "voi",
        "xin",
    )
)

# What people say, and what the law calls it. The longest saying comes first.
SAYINGS = (
    ("dk", "đăng ký"),
    ("lam giay", "đăng ký"),
    ("di lam", "đăng ký"),
    ("lam lai", "cấp lại"),
    ("xin giay", "cấp giấy"),
    ("mo quan", "đăng ký hộ kinh doanh"),
    ("mo cua hang", "đăng ký hộ kinh doanh"),
    ("photo", "bản sao"),
    ("sang ten", "chuyển nhượng"),
)

FILLER_WEIGHT = 0.05
OTHER_MARKS = 0.6  # typed with other tone or vowel marks than written
TYPO = 0.78
TYPO_LEAST = 3  # a shorter word has too many neighbours
TYPO_LIKENESS, SHORT_LIKENESS = 0.75, 0.85
ENOUGH = 0.45


class Word(NamedTuple):
    """One word of a question: folded, as typed, and how much it says."""

    bare: str
    typed: str
    weight: float


@dataclass(frozen=True)
class Question:
    """What somebody looks for: its words, the saying understood and what it means, a code typed."""

    words: tuple[Word, ...]
    saying: tuple[str, str] | None = None
    meaning: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True)
class Entry:
    """What a search knows about one procedure."""

    code: str
    title: str
    name: str
    other_words: tuple[str, ...]
    popularity: int = 0


@dataclass(frozen=True)
class Match:
    """How well it fits, and which words of it show that.

    `shown` stands in the title, the name or the other words as written there; empty when only a code matched.
    """

    score: float
    place: str
    shown: str
    saying: tuple[str, str] | None = None


@dataclass(frozen=True)
class _Place:
    """One text of a procedure, folded word by word beside the words as written."""

    kind: str
    weight: float
    folded: tuple[str, ...]
    written: tuple[str, ...]
    lowered: frozenset[str]


def question(query: str) -> Question:
    """Read what was typed, with or without diacritics."""
    code = CODE.search(query)
    text = CODE.sub(" ", clean(query)).lower()
    typed = [(bare, word.strip(EDGES)) for word in text.split() if (bare := _bare(word))]
    saying = _saying(typed)
    return Question(
        words=_weighted(typed),
        saying=saying,
        meaning=tuple(fold(saying[1]).split()) if saying else (),
        code=code[0] if code else "",
    )


def weigh(asked: Question, entry: Entry) -> Match | None:
    """Give how well a procedure answers, None when it does not."""
    if asked.code and asked.code == entry.code:
        return Match(1000.0, "code", "")
    places = _places(entry)
    whole = sum(word.weight for word in asked.words)
    found = [(word.weight, *_best(word, places)) for word in asked.words]
    covered = sum(weight * strength for weight, strength, _ in found)
    if not whole or covered < whole * ENOUGH:
        return None
    meant = _meaning_bonus(asked, places[0])
    score = 10 * sum(weight * reach for weight, _, reach in found) / whole
    score += max(_phrase_bonus(asked, place) for place in places) + meant
    score += 2 * _share_of_title(asked, places[0]) + entry.popularity / 1000
    place, shown = _shown(asked, places)
    return Match(score, place, shown, asked.saying if meant else None)


def _saying(typed: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    """Give the first saying in a question, as typed, with what the law calls it."""
    bare = [word for word, _ in typed]
    for said, meant in SAYINGS:
        parts = said.split()
        for at in range(len(bare) - len(parts) + 1):
            if bare[at : at + len(parts)] == parts:
                return " ".join(word for _, word in typed[at : at + len(parts)]), meant
    return None


def _weighted(typed: Sequence[tuple[str, str]]) -> tuple[Word, ...]:
    """Fillers weigh little, unless nothing else was typed."""
    nothing_else = all(bare in FILLERS for bare, _ in typed)
    return tuple(
        Word(bare, word, FILLER_WEIGHT if bare in FILLERS and not nothing_else else 1.0)
        for bare, word in typed
    )


@lru_cache(maxsize=8192)
def _places(entry: Entry) -> tuple[_Place, ...]:
    others = tuple(_place("other", 0.6, words) for words in entry.other_words)
    return (_place("title", 1.0, entry.title), _place("name", 0.8, entry.name), *others)


def _place(kind: str, weight: float, text: str) -> _Place:
    pairs = [(bare, word.strip(EDGES)) for word in clean(text).split() if (bare := _bare(word))]
    written = tuple(word for _, word in pairs)
    lowered = frozenset(word.lower() for word in written)
    return _Place(kind, weight, tuple(bare for bare, _ in pairs), written, lowered)


def _bare(word: str) -> str:
    return fold(word).strip(EDGES)


def _best(word: Word, places: Sequence[_Place]) -> tuple[float, float]:
    """Give how surely a word stands somewhere, and how much that place weighs."""
    found = [(strength, strength * place.weight) for place in places if (strength := _strength(word, place))]
    return max(found, key=lambda pair: pair[1], default=(0.0, 0.0))


def _strength(word: Word, place: _Place) -> float:
    """Give how surely a word stands in a place; marks count only where somebody typed them."""
    if word.bare in place.folded:
        as_typed = word.typed == word.bare or word.typed in place.lowered
        return 1.0 if as_typed else OTHER_MARKS
    if len(word.bare) < TYPO_LEAST:
        return 0.0
    return TYPO if any(_alike(word.bare, other) for other in place.folded) else 0.0


@lru_cache(maxsize=65536)
def _alike(word: str, other: str) -> bool:
    if abs(len(word) - len(other)) > 1 or word[0] != other[0]:
        return False
    least = SHORT_LIKENESS if min(len(word), len(other)) <= TYPO_LEAST else TYPO_LIKENESS
    return SequenceMatcher(None, word, other).ratio() >= least


def _phrase_bonus(asked: Question, place: _Place) -> float:
    """Reward pairs of neighbouring words, and the whole phrase most."""
    core = _core(asked)
    if len(core) < 2:  # noqa: PLR2004  # a phrase has two words
        return 0.0
    kept = set(pairwise(place.folded))
    pairs = list(pairwise(core))
    bonus = 3 * sum(pair in kept for pair in pairs) / len(pairs)
    if f" {' '.join(core)} " in f" {' '.join(place.folded)} ":
        bonus += 4
    return bonus * place.weight


def _core(asked: Question) -> list[str]:
    return [word.bare for word in asked.words if word.weight == 1.0]


def _meaning_bonus(asked: Question, title: _Place) -> float:
    meant = " ".join(asked.meaning)
    return 3.0 if meant and f" {meant} " in f" {' '.join(title.folded)} " else 0.0


def _share_of_title(asked: Question, title: _Place) -> float:
    known = {word.bare for word in asked.words} | set(asked.meaning)
    return sum(word in known for word in title.folded) / max(len(title.folded), 1)


def _shown(asked: Question, places: Sequence[_Place]) -> tuple[str, str]:
    """Give the longest run of asked words, as written in the place that holds it."""
    core = frozenset(_core(asked))
    runs = [(place, *_longest_run(place, core)) for place in places]
    place, start, end = max(runs, key=lambda run: (run[2] - run[1], run[0].weight))
    return place.kind, " ".join(place.written[start:end])


def _longest_run(place: _Place, words: frozenset[str]) -> tuple[int, int]:
    best, start = (0, 0), 0
    for at, word in enumerate((*place.folded, "")):
        if word and (word in words or any(_slip(asked, word) for asked in words)):
            continue
        best = max(best, (start, at), key=lambda run: run[1] - run[0])
        start = at + 1
    return best


def _slip(asked: str, word: str) -> bool:
    return len(asked) >= TYPO_LEAST and _alike(asked, word)
