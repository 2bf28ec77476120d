"""What is known of every procedure, laid out so that a question is answered in milliseconds."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from math import log
from typing import Any

from motcua.reference.catalogue.search.spelling import Speller
from motcua.reference.catalogue.search.tokens import Syllable, bares, spelt_out, syllables
from motcua.reference.catalogue.search.wordbook import Wordbook

SATURATION, LENGTH = 1.1, 0.5
HEARD = 160  # letters of a result that the spelling learns from
WHOLE = 60  # syllables of a name that are compared; the longest has over three hundred


@dataclass(frozen=True)
class Entry:
    """What a search knows about one procedure.

    `levels` are the values of Level, `aliases` further codes; `popularity` is how often people come, 0 when
    nobody counted. One that is not in force answers last. `key` is whatever the keeper of the records knows
    it by.
    """

    code: str
    title: str
    name: str
    other_words: tuple[str, ...] = ()
    field: str = ""
    keywords: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    agency: str = ""
    levels: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    popularity: int = 0
    in_force: bool = True
    key: str = ""


@dataclass(frozen=True)
class Phrase:
    """One name of a procedure, as written and by its syllables."""

    text: str
    official: bool
    bare: tuple[str, ...]
    bag: frozenset[str]
    shapes: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    mass: float = 1.0


@dataclass
class Postings:
    """Which entries have a term, and how much it says about each."""

    entries: "array[int]" = field(default_factory=lambda: array("H"))
    weights: "array[float]" = field(default_factory=lambda: array("f"))


FIELDS = {"title": 1.0, "name": 1.0, "other": 1.0, "field": 0.35, "keywords": 0.3, "results": 0.35}
FAINT = {"agency": 0.12}


class Index:
    """The entries, their terms and their names."""

    def __init__(self, entries: Iterable[Entry], book: Wordbook) -> None:
        self.entries = tuple(sorted(entries, key=lambda entry: entry.code))
        self.book = book
        self.by_code = {
            code.casefold(): at
            for at, entry in enumerate(self.entries)
            for code in (*entry.aliases, entry.code)
        }
        self._short = {said.casefold(): syllables(meant) for said, meant in book.abbreviations.items()}
        self.plain: dict[str, Postings] = defaultdict(Postings)
        self.marked: dict[str, Postings] = defaultdict(Postings)
        self.pairs: dict[tuple[str, str], Postings] = defaultdict(Postings)
        self._weigh()
        self.phrases = tuple(tuple(self._phrases(entry)) for entry in self.entries)
        self.speller = Speller(self._heard(), self._shapes())
        self._spoken = self._forms()

    def rarity(self, syllable: str) -> float:
        """Give how much a syllable says, from about 0.3 (in every name) to 8 (in none)."""
        return self._rarity.get(syllable, self._unheard)

    def spoken(self, syllable: str) -> str:
        """Give how a bare syllable is most often written."""
        return self._spoken.get(syllable, syllable)

    def _forms(self) -> dict[str, str]:
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for entry in self.entries:
            for text in dict.fromkeys((entry.name, *self._names(entry))):
                for syllable in syllables(text):
                    seen[syllable.bare][syllable.written.lower()] += 1
        return {bare: max(sorted(forms), key=lambda form: forms[form]) for bare, forms in seen.items()}

    def _cut(self, text: str) -> tuple[Syllable, ...]:
        return spelt_out(syllables(text), self._short)

    def _names(self, entry: Entry) -> tuple[str, ...]:
        return (*entry.other_words, *entry.keywords, *self.book.names.get(entry.code, ()))

    def _phrases(self, entry: Entry) -> Iterator[Phrase]:
        official = dict.fromkeys((entry.title, entry.name))
        for text in dict.fromkeys((*official, *self._names(entry))):
            cut = self._cut(text)[:WHOLE]
            bare = tuple(syllable.bare for syllable in cut)
            bag = frozenset(bare)
            yield Phrase(
                text,
                text in official,
                bare,
                bag,
                frozenset(syllable.shape for syllable in cut),
                frozenset(pairwise(bare)),
                sum(map(self.rarity, bag)) or 1.0,
            )

    def _weigh(self) -> None:
        """Fill the postings (BM25F: one length and one count over weighted fields)."""
        counts = [self._count(entry) for entry in self.entries]
        seen: Counter[str] = Counter(chain.from_iterable(plain for plain, _, _, _ in counts))
        many = len(self.entries)
        self._rarity = {term: log(1 + (many - df + 0.5) / (df + 0.5)) for term, df in seen.items()}
        self._unheard = log(1 + 2 * many)
        lengths = [length for _, _, _, length in counts]
        mean = sum(lengths) / max(len(lengths), 1) or 1.0
        for at, (plain, marked, pairs, length) in enumerate(counts):
            norm = SATURATION * (1 - LENGTH + LENGTH * length / mean)
            _put(self.plain, at, plain, norm)
            _put(self.marked, at, marked, norm)
            _put(self.pairs, at, pairs, norm)

    def _count(
        self, entry: Entry
    ) -> tuple[dict[str, float], dict[str, float], dict[tuple[str, str], float], float]:
        plain: dict[str, float] = defaultdict(float)
        marked: dict[str, float] = defaultdict(float)
        pairs: dict[tuple[str, str], float] = defaultdict(float)
        length = 0.0
        for weight, text in self._texts(entry):
            cut = self._cut(text)
            for syllable in cut:
                plain[syllable.bare] += weight
                marked[syllable.shape] += weight
            for left, right in pairwise(cut):
                pairs[left.bare, right.bare] += weight
            length += weight * len(cut)
        return plain, marked, pairs, length

    def _texts(self, entry: Entry) -> Iterator[tuple[float, str]]:
        texts: Mapping[str, Sequence[str]] = {
            "title": (entry.title,),
            "name": (entry.name,) if entry.name != entry.title else (),
            "other": self._names(entry),
            "field": (entry.field,),
            "results": entry.results,
            "agency": (entry.agency,),
        }
        for kind, held in texts.items():
            weight = FIELDS.get(kind) or FAINT[kind]
            yield from ((weight, text) for text in held if text)

    def _heard(self) -> Iterator[tuple[tuple[str, ...], int]]:
        for phrases, entry in zip(self.phrases, self.entries, strict=True):
            for phrase in phrases:
                yield phrase.bare, 1 if phrase.official else 4
            for text in entry.results:
                yield bares(text[:HEARD]), 1
        for said, meanings in chain(self.book.sayings.items(), self.book.intents.items()):
            yield bares(said), 6
            for meant, _ in meanings:
                yield bares(meant), 2
        for filler in self.book.fillers:
            yield bares(filler), 40
        for meant in self.book.abbreviations.values():
            yield bares(meant), 2

    def _shapes(self) -> Iterator[str]:
        for phrases in self.phrases:
            for phrase in phrases:
                yield from phrase.shapes
        book = self.book
        for text in chain(book.sayings, book.intents, book.fillers):
            yield from (syllable.shape for syllable in syllables(text))


def _put(postings: dict[Any, Postings], at: int, counted: Mapping[Any, float], norm: float) -> None:
    for term, count in counted.items():
        held = postings[term]
        held.entries.append(at)
        held.weights.append(count * (SATURATION + 1) / (count + norm))
