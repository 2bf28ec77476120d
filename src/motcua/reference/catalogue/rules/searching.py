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

from motcua.base.text import clean, fold

CODE = re.compile(r"\b\d\.\d{6}\b")
EDGES = ".,;:!?()[]“”\"'…/-"

# Words that a question carries without saying what it is about.
# fmt: off
FILLERS = frozenset((
    "a", "anh", "bac", "bao", "bi", "can", "chau", "chi", "cho", "co", "cua", "da", "dau", "di", "duoc",
    "em", "gi", "giay", "giup", "hay", "hien", "ho", "hoi", "khong", "la", "lam", "len", "luc", "may",
    "minh", "muon", "nao", "nay", "nha", "nhu", "nhung", "o", "phai", "ra", "roi", "sao", "so", "the",
    "thi", "thu", "thuc", "to", "toi", "tu", "tuc", "va", "ve", "voi", "xin",
))
# fmt: on

# What people say, and what the law calls it. The longest saying comes first.
SAYINGS = (
    ("lam giay", "đăng ký"),
    ("di lam", "đăng ký"),
    ("lam lai", "cấp lại"),
    ("xin giay", "cấp giấy"),
    ("mo quan", "đăng ký hộ kinh doanh"),
    ("mo cua hang", "đăng ký hộ kinh doanh"),
    ("photo", "bản sao"),
    ("sang ten", "chuyển nhượng"),
)

FILLER_WEIGHT = 0.15
TYPO = 0.78
TYPO_LEAST = 4  # a shorter word has too many neighbours
TYPO_LIKENESS = 0.75
ENOUGH = 0.5


@dataclass(frozen=True)
class Question:
    """What somebody looks for: folded words with their weight, the saying understood, a code typed."""

    words: tuple[tuple[str, float], ...]
    phrase: str
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


def question(query: str) -> Question:
    """Read what was typed, with or without diacritics."""
    code = CODE.search(query)
    written = clean(query).split()
    folded = tuple(word for word in (_bare(word) for word in written) if word and not CODE.fullmatch(word))
    line = " ".join(folded)
    for said, meant in SAYINGS:
        if f" {said} " in f" {line} ":
            at = next(n for n in range(len(folded)) if " ".join(folded[n:]).startswith(said))
            spoken = " ".join(written[at : at + len(said.split())]).lower()
            return Question(
                _weighted(folded), line, (spoken, meant), tuple(fold(meant).split()), code[0] if code else ""
            )
    return Question(_weighted(folded), line, code=code[0] if code else "")


def weigh(asked: Question, entry: Entry) -> Match | None:
    """Give how well a procedure answers, None when it does not."""
    if asked.code and asked.code == entry.code:
        return Match(1000.0, "code", "")
    places = _places(entry)
    whole = sum(weight for _, weight in asked.words)
    found = [(weight, *_best(word, places)) for word, weight in asked.words]
    covered = sum(weight * min(strength, 1.0) for weight, strength, _ in found)
    if not whole or covered < whole * ENOUGH:
        return None
    score = 10 * sum(weight * reach for weight, _, reach in found) / whole
    score += sum(_phrase_bonus(asked, place) for place in places) + _meaning_bonus(asked, places[0])
    score += 2 * _share_of_title(asked, places[0]) + entry.popularity / 1000
    place, shown = _shown(asked, places)
    return Match(score, place, shown, asked.saying if _meaning_bonus(asked, places[0]) else None)


def _weighted(words: Sequence[str]) -> tuple[tuple[str, float], ...]:
    """Fillers weigh little, unless nothing else was typed."""
    if all(word in FILLERS for word in words):
        return tuple((word, 1.0) for word in words)
    return tuple((word, FILLER_WEIGHT if word in FILLERS else 1.0) for word in words)


@lru_cache(maxsize=8192)
def _places(entry: Entry) -> tuple[_Place, ...]:
    others = tuple(_place("other", 0.6, words) for words in entry.other_words)
    return (_place("title", 1.0, entry.title), _place("name", 0.8, entry.name), *others)


def _place(kind: str, weight: float, text: str) -> _Place:
    pairs = [(bare, word.strip(EDGES)) for word in clean(text).split() if (bare := _bare(word))]
    return _Place(kind, weight, tuple(bare for bare, _ in pairs), tuple(word for _, word in pairs))


def _bare(word: str) -> str:
    return fold(word).strip(EDGES)


def _best(word: str, places: Sequence[_Place]) -> tuple[float, float]:
    """Give how surely a word stands somewhere, and how much that place weighs."""
    strengths = [(_strength(word, place.folded), place.weight) for place in places]
    return max(((s, s * weight) for s, weight in strengths), key=lambda pair: pair[1], default=(0.0, 0.0))


def _strength(word: str, words: tuple[str, ...]) -> float:
    if word in words:
        return 1.0
    if len(word) < TYPO_LEAST:
        return 0.0
    return TYPO if any(_alike(word, other) for other in words) else 0.0


@lru_cache(maxsize=65536)
def _alike(word: str, other: str) -> bool:
    if abs(len(word) - len(other)) > 1 or word[0] != other[0]:
        return False
    return SequenceMatcher(None, word, other).ratio() >= TYPO_LIKENESS


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
    return [word for word, weight in asked.words if weight == 1.0]


def _meaning_bonus(asked: Question, title: _Place) -> float:
    meant = " ".join(asked.meaning)
    return 3.0 if meant and f" {meant} " in f" {' '.join(title.folded)} " else 0.0


def _share_of_title(asked: Question, title: _Place) -> float:
    known = {word for word, _ in asked.words} | set(asked.meaning)
    return sum(word in known for word in title.folded) / max(len(title.folded), 1)


def _shown(asked: Question, places: Sequence[_Place]) -> tuple[str, str]:
    """Give the longest run of asked words, as written in the place that holds it."""
    core = set(_core(asked))
    runs = [(place, *_longest_run(place, core)) for place in places]
    place, start, end = max(runs, key=lambda run: (run[2] - run[1], run[0].weight))
    return place.kind, " ".join(place.written[start:end])


def _longest_run(place: _Place, words: set[str]) -> tuple[int, int]:
    best, start = (0, 0), None
    for at, word in enumerate((*place.folded, "")):
        if word and (word in words or any(_strength(asked, (word,)) for asked in words)):
            start = at if start is None else start
        elif start is not None:
            best = max(best, (start, at), key=lambda run: run[1] - run[0])
            start = None
    return best
