"""What somebody asks: the words that were meant, and what each stretch of them may stand for."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from motcua.base.text import clean
from motcua.reference.catalogue.search.spelling import Speller
from motcua.reference.catalogue.search.tokens import Syllable, bares, spelt_out, syllables
from motcua.reference.catalogue.search.wordbook import Wordbook

CODE = re.compile(r"(?<![\w.])\d{1,2}\.\d{3,6}(?:\.\w+)*(?!\w)")
NATIONAL = re.compile(r"\d\.\d{6}")
LONGEST_QUERY = 200
MOST_WORDS = 24
CERTAIN = 3  # syllables of a saying from which one wrong mark is forgiven

LEVELS = {
    "commune": ("xã", "phường", "thôn", "cấp xã", "ấp"),
    "province": ("tỉnh", "cấp tỉnh", "sở"),
    "ministry": ("trung ương", "cấp bộ"),
}
FIXED = 0.12  # of all times that the syllable before stands there: then the two are one word
PART_OF_A_WORD = 0.6  # weight of what looks like a filler but is part of a word


@dataclass(frozen=True)
class Word:
    """One syllable of a question as it was read, and how much it counts beside its rarity."""

    bare: str
    shape: str
    weight: float = 1.0

    @property
    def marked(self) -> bool:
        """Whether marks were typed that agree with the reading."""
        return self.shape != self.bare


@dataclass(frozen=True)
class Sense:
    """One thing that a stretch of words may stand for; `said` is empty for the words themselves."""

    words: tuple[Word, ...]
    weight: float = 1.0
    said: str = ""
    meant: str = ""


@dataclass(frozen=True)
class Concept:
    """A stretch of the question with its senses, the words themselves first."""

    senses: tuple[Sense, ...]
    intent: bool = False

    @property
    def words(self) -> tuple[Word, ...]:
        """Give the words themselves."""
        return self.senses[0].words


@dataclass(frozen=True)
class Question:
    """What was asked: codes typed, or concepts in order; `levels` are hinted at.

    `read` is the question as it was understood, empty where it was typed so.
    """

    concepts: tuple[Concept, ...] = ()
    codes: tuple[str, ...] = ()
    levels: frozenset[str] = frozenset()
    read: str = ""

    @property
    def words(self) -> tuple[Word, ...]:
        """Give all words in order."""
        return tuple(word for concept in self.concepts for word in concept.words)


@dataclass(frozen=True)
class _Said:
    """A saying or a filler of several syllables."""

    shapes: tuple[Syllable, ...]
    text: str
    meanings: tuple[tuple[str, float], ...]
    filler: float | None = None
    intent: bool = False


class Reader:
    """Reads questions with one wordbook."""

    def __init__(self, book: Wordbook, speller: Speller, spoken: Callable[[str], str] = str) -> None:
        self._speller, self._spoken = speller, spoken
        self._fillers = {
            cut[0]: weight for said, weight in book.fillers.items() if len(cut := syllables(said)) == 1
        }
        self._bare_fillers = {cut.bare: weight for cut, weight in self._fillers.items()}
        self._filler_shapes = {cut.shape: weight for cut, weight in self._fillers.items()}
        self._levels = {
            tuple(cut.shape for cut in syllables(word)): level
            for level, words in LEVELS.items()
            for word in words
        }
        self._short = {said.casefold(): syllables(meant) for said, meant in book.abbreviations.items()}
        self._bare_short = {
            bares(said)[0]: syllables(meant) for said, meant in reversed(list(book.abbreviations.items()))
        }
        self._said: Mapping[tuple[str, ...], list[_Said]] = self._sayings(book)
        self._widest = max((len(said) for said in self._said), default=1)

    @staticmethod
    def _sayings(book: Wordbook) -> Mapping[tuple[str, ...], list[_Said]]:
        held: dict[tuple[str, ...], list[_Said]] = defaultdict(list)
        for said, meanings in book.sayings.items():
            held[bares(said)].append(_Said(syllables(said), said, meanings))
        for said, meanings in book.intents.items():
            held[bares(said)].append(_Said(syllables(said), said, meanings, intent=True))
        for said, weight in book.fillers.items():
            cut = syllables(said)
            if len(cut) > 1:
                held[bares(said)].append(_Said(cut, said, (), weight))
        return held

    def read(self, query: str) -> Question:
        """Read what was typed, with or without marks, slips and shortenings."""
        text = clean(query)[:LONGEST_QUERY]
        codes = [code for found in CODE.findall(text) for code in _codes(found)]
        typed = tuple(self._spelt_out(syllables(CODE.sub(" ", text))[:MOST_WORDS]))
        read = self._speller.read(typed)
        words = self._words(read, typed)
        return Question(
            concepts=tuple(self._concepts(words)),
            codes=tuple(codes),
            levels=frozenset(self._hints([syllable.shape for syllable in typed])),
            read=self._understood(read, typed),
        )

    def _understood(self, read: Sequence[str], typed: Sequence[Syllable]) -> str:
        """Give the question in whole words where a slip was mended, empty where nothing was."""
        if all(bare == syllable.bare for bare, syllable in zip(read, typed, strict=True)):
            return ""
        return " ".join(
            syllable.written if bare == syllable.bare else self._spoken(bare)
            for bare, syllable in zip(read, typed, strict=True)
        )

    def _words(self, read: Sequence[str], typed: Sequence[Syllable]) -> list[Word]:
        with_marks = any(syllable.marked for syllable in typed)
        words: list[Word] = []
        for bare, syllable in zip(read, typed, strict=True):
            shape = syllable.shape if bare == syllable.bare else bare
            before = words[-1].bare if words else ""
            words.append(Word(bare, shape, self._weight(bare, shape, before, with_marks=with_marks)))
        return words

    def _weight(self, bare: str, shape: str, before: str, *, with_marks: bool) -> float:
        """Fillers weigh little; without marks, a word of the law may look like one."""
        if with_marks and shape in self._filler_shapes:
            return self._filler_shapes[shape]
        weight = self._bare_fillers.get(bare, 1.0)
        if weight == 1.0 or (with_marks and shape != bare):
            return 1.0
        if before and self._speller.likely(before, bare) > FIXED:
            return max(weight, PART_OF_A_WORD)
        return weight

    def _hints(self, shapes: Sequence[str]) -> Iterator[str]:
        held = {(shape,) for shape in shapes} | set(pairwise(shapes))
        return (level for words, level in self._levels.items() if words in held)

    def _spelt_out(self, typed: Sequence[Syllable]) -> Iterator[Syllable]:
        """Put what a shortening stands for in its place."""
        for syllable in typed:
            written = syllable.written.casefold()
            long = self._short.get(written) or (
                self._bare_short.get(written) if written == syllable.bare else None
            )
            if long:
                yield from long
            else:
                yield syllable

    def _concepts(self, words: Sequence[Word]) -> Iterator[Concept]:
        at = 0
        for width in self._widths(words):
            said = self._said_here(words, at, width)
            stretch = tuple(words[at : at + width])
            if not said:
                yield Concept((Sense(stretch),))
            elif said[0].filler is not None:
                yield Concept((Sense(tuple(_lighter(word, said[0].filler) for word in stretch)),))
            else:
                own = Sense(tuple(_lighter(word, 1.0) for word in stretch))
                yield Concept((own, *self._senses(said)), intent=all(one.intent for one in said))
            at += width

    def _widths(self, words: Sequence[Word]) -> Sequence[int]:
        """Cut the question into stretches: rather one long saying than two short ones, then from the left."""
        best: list[tuple[int, list[int]]] = [(0, [])]
        for at in range(len(words) - 1, -1, -1):
            ways = [(best[0][0], [1, *best[0][1]])]
            for width in range(1, min(self._widest, len(words) - at) + 1):
                if self._said_here(words, at, width):
                    worth, rest = best[width - 1]
                    ways.append((worth + width * width, [width, *rest]))
            best.insert(0, max(ways))
        return best[0][1]

    def _senses(self, said: Sequence[_Said]) -> Iterator[Sense]:
        for one in said:
            for meant, weight in one.meanings:
                cut = spelt_out(syllables(meant), self._short)
                words = tuple(Word(syllable.bare, syllable.shape) for syllable in cut)
                yield Sense(words, weight, one.text, meant)

    def _said_here(self, words: Sequence[Word], at: int, width: int) -> list[_Said]:
        stretch = words[at : at + width]
        held = self._said.get(tuple(word.bare for word in stretch), ())
        fitting = [said for said in held if _agrees(stretch, said.shapes)]
        if width == 1 and fitting and stretch[0].shape in self._filler_shapes:
            # Among marks a filler typed without any is that filler: `cho` is not `chó`.
            with_marks = any(word.marked for word in words)
            return [said for said in fitting if not with_marks or said.shapes[0].shape == stretch[0].shape]
        return fitting


def _codes(typed: str) -> Iterator[str]:
    """Give a code as typed, and the national code that it begins with."""
    yield typed.casefold()
    national = NATIONAL.match(typed)
    if national:
        yield national[0]


def _agrees(stretch: Sequence[Word], said: Sequence[Syllable]) -> bool:
    """Whether the marks typed do not speak against a saying."""
    wrong = sum(
        word.marked and word.shape != syllable.shape for word, syllable in zip(stretch, said, strict=True)
    )
    return wrong == 0 or (wrong == 1 and len(said) >= CERTAIN)


def _lighter(word: Word, weight: float) -> Word:
    return Word(word.bare, word.shape, weight)
