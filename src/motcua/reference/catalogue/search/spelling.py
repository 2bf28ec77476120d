"""Slips of the hand and of the ear: what somebody meant to type.

A reading is the cheapest chain of known syllables (a noisy channel): a slip costs by how likely hands and
ears make it, a pair of neighbours by how often the catalogue and the wordbook have it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log

from motcua.reference.catalogue.search.tokens import Syllable

LONGEST = 8  # no syllable without marks is longer than nghieng and one slip
MOST = 10  # readings of one syllable
TWO_SLIPS = 5  # letters from which two may be missing; a shorter syllable has too many neighbours
KEPT = {"known": 0.0, "well_formed": 2.5, "sounds": 5.0, "broken": 9.0}
MEANT = 6.0  # a known syllable is rarely a slip
MEANT_BARE = 4.0  # known without marks, which says less
MEANT_UNSEEN = 2.0  # bare form known, marks never seen together
PER_SLIP = 4.2
DEAREST = 2.05
START = ""

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = (
    (re.compile("^ngh"), "ng"),
    (re.compile("^gh"), "g"),
    (re.compile("^(tr|ch)"), "C"),
    (re.compile("^(s|x)"), "S"),
    (re.compile("^(gi|d|r|v)(?=[aeiouy])"), "Z"),
    (re.compile("^(l|n)(?!g|h)"), "L"),
    (re.compile("^(k|c|q)(?!h)"), "K"),
    (re.compile("^(ph|f)"), "F"),
    (re.compile("y"), "i"),
    (re.compile("(nh|ng|n)$"), "N"),
    (re.compile("(ch|c|t)$"), "T"),
)
_TELEX = ((re.compile("(aa|ee|oo|dd)"), lambda found: found[0][0]), (re.compile("w"), lambda _: ""))
_TONE_KEY = re.compile("[sfrxj]$")
_DOUBLED = re.compile(r"(.)\1+")
_VNI = re.compile(r"(?<=[a-z])\d+|(?<=[a-z])\d+(?=[a-z])")
_PARTS = re.compile(r"^([bcdđfghjklmnpqrstvwxz]*)(.*)$")


def _neighbours() -> dict[str, frozenset[str]]:
    at = {key: (row, place) for row, keys in enumerate(_KEYS) for place, key in enumerate(keys)}
    return {
        key: frozenset(
            other
            for other, (row, place) in at.items()
            if other != key and abs(row - at[key][0]) <= 1 and abs(place - at[key][1]) <= 1
        )
        for key in at
    }


_NEAR = _neighbours()


class Speller:
    """Knows the syllables of a catalogue and which follow which."""

    def __init__(self, lines: Iterable[tuple[Sequence[str], int]], shapes: Iterable[str]) -> None:
        """Learn from lines of bare syllables, each with how much it counts, and from shapes seen."""
        single: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for line, count in lines:
            for syllable in line:
                single[syllable] += count
            for pair in pairwise((START, *line)):
                pairs[pair] += count
        self._single, self._pairs, self._shapes = single, pairs, frozenset(shapes)
        self._starts: Counter[str] = Counter()
        for (left, _), count in pairs.items():
            self._starts[left] += count
        self._all = sum(single.values()) or 1
        self._near: dict[str, list[str]] = defaultdict(list)
        self._sounding: dict[str, list[str]] = defaultdict(list)
        self._onsets, self._ends, self._marked_ends = set[str](), set[str](), set[str]()
        for shape in self._shapes:
            self._marked_ends.add(_parts(shape.rstrip("12345"))[1])
        for word in single:
            self._learn(word)
        self.known = frozenset(single)
        self._readings = lru_cache(maxsize=8192)(self._find_readings)

    def _learn(self, word: str) -> None:
        if word.isdigit():
            return
        for form in _shortened(word):
            self._near[form].append(word)
        self._sounding[_sound(word)].append(word)
        onset, ending = _parts(word)
        self._onsets.add(onset)
        self._ends.add(ending)

    def read(self, typed: Sequence[Syllable]) -> tuple[str, ...]:
        """Give the bare syllables that were most likely meant, one for each typed."""
        paths: dict[str, tuple[float, tuple[str, ...]]] = {START: (0.0, ())}
        for syllable in typed:
            after: dict[str, tuple[float, tuple[str, ...]]] = {}
            for word, slip in self._readings(syllable.bare, syllable.shape):
                cost, path = min(
                    (cost + self._step(before, word), path) for before, (cost, path) in paths.items()
                )
                after[word] = (cost + slip, (*path, word))
            paths = after
        return min(paths.values())[1]

    def likely(self, left: str, right: str) -> float:
        """Give how often, of all times that a syllable stands there, another follows it."""
        return self._pairs.get((left, right), 0) / (self._starts.get(left, 0) + 5)

    def _step(self, left: str, right: str) -> float:
        """Give how surprising a syllable is after another."""
        pair = self._pairs.get((left, right), 0) / (self._starts.get(left, 0) + 5)
        alone = (self._single.get(right, 0) + 0.3) / self._all
        return -log(0.75 * pair + 0.25 * alone)

    def _find_readings(self, bare: str, shape: str) -> tuple[tuple[str, float], ...]:
        """Give what a syllable may stand for, each with its cost."""
        if bare.isdigit() or len(bare) > LONGEST + 2:
            return ((bare, 0.0),)
        known = bare in self.known
        change = 0.0
        if known:
            change = MEANT_BARE if shape == bare else MEANT if shape in self._shapes else MEANT_UNSEEN
        kept = KEPT["known" if known else self._form(bare, shape)]
        found = {bare: kept}
        for word in self._candidates(bare):
            slips = _slips(bare, word)
            if word != bare and slips <= DEAREST:
                cost = slips * PER_SLIP * (1.25 if len(bare) < 3 else 1.0) + change  # noqa: PLR2004  # two letters say little
                found[word] = min(found.get(word, cost), cost)
        cheapest = sorted(found.items(), key=lambda pair: (pair[1], -self._single.get(pair[0], 0), pair[0]))
        return tuple(cheapest[:MOST] if bare in dict(cheapest[:MOST]) else [*cheapest[:MOST], (bare, kept)])

    def _form(self, bare: str, shape: str) -> str:
        """Say whether a syllable that nobody knows could be one."""
        onset, ending = _parts(bare)
        if onset not in self._onsets or ending not in self._ends:
            return "broken"
        marked = shape != bare and _parts(shape.rstrip("12345"))[1] in self._marked_ends
        return "well_formed" if marked else "sounds"

    def _candidates(self, word: str) -> Iterator[str]:
        for plain in (word, *_undone(word)):
            if plain in self.known:
                yield plain
            for form in _shortened(plain):
                yield from self._near.get(form, ())
            yield from self._sounding.get(_sound(plain), ())


def _parts(word: str) -> tuple[str, str]:
    found = _PARTS.match(word)
    return (found[1], found[2]) if found else (word, "")


def _undone(word: str) -> Iterator[str]:
    """Give a syllable without what Telex, VNI or a stuck key left in it."""
    plain = _VNI.sub("", word)
    for pattern, instead in _TELEX:
        plain = pattern.sub(instead, plain)
    yield plain
    yield _TONE_KEY.sub("", plain)
    yield _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=16384)
def _shortened(word: str) -> frozenset[str]:
    """Give the word and all that remains of it with one letter left out, with two when it is long."""
    once = {word[:at] + word[at + 1 :] for at in range(len(word))} if len(word) > 1 else set()
    crowded = len(word) < TWO_SLIPS
    twice = set() if crowded else {form[:at] + form[at + 1 :] for form in once for at in range(len(form))}
    return frozenset({word} | once | twice)


@lru_cache(maxsize=16384)
def _sound(word: str) -> str:
    for pattern, instead in _SOUNDS:
        word = pattern.sub(instead, word)
    return word


@lru_cache(maxsize=65536)
def _slips(typed: str, meant: str) -> float:
    """Give how many slips lie between two syllables; likely ones count less than one."""
    if typed == meant:
        return 0.0
    cheap = 2.5
    if _sound(typed) == _sound(meant):
        cheap = 0.55
    if meant in _undone(typed):
        cheap = min(cheap, 0.4)
    return min(cheap, _distance(typed, meant))


def _distance(typed: str, meant: str) -> float:
    """Weigh the letters left out, put in, swapped or mistaken (Damerau)."""
    rows = [[float(at) * 0.9 for at in range(len(meant) + 1)]]
    for i, left in enumerate(typed, start=1):
        row = [i * 0.9]
        for j, right in enumerate(meant, start=1):
            changed = rows[i - 1][j - 1] + _changed(left, right)
            put_in = rows[i - 1][j] + (0.45 if i > 1 and typed[i - 2] == left else 0.9)
            best = min(changed, put_in, row[j - 1] + 0.8)
            if i > 1 and j > 1 and left == meant[j - 2] and typed[i - 2] == right:
                best = min(best, rows[i - 2][j - 2] + 0.7)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def _changed(left: str, right: str) -> float:
    if left == right:
        return 0.0
    return 0.7 if right in _NEAR.get(left, ()) else 1.15
