"""How like a whole name is to what was asked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from motcua.reference.catalogue.search.index import Phrase
from motcua.reference.catalogue.search.question import Concept, Question, Sense


@dataclass(frozen=True)
class Weights:
    """How much each sign counts; found by trying on the tuning queries."""

    marks: float = 0.5
    pair: float = 0.4
    across: float = 0.35
    sense: float = 0.65
    lightest: float = 3.0
    heaviest: float = 5.4
    intent: float = 5.5
    alone: float = 0.72
    terms: float = 1.6
    likeness: float = 2.3
    whole: float = 0.7
    order: float = 0.35
    own_name: float = 1.4
    prior: float = 0.18
    field: float = 0.5
    aside: float = 0.25
    level: float = 0.15


class _Sense:
    """A sense laid out for comparing: each word with what it is worth."""

    __slots__ = ("bag", "factor", "pairs", "sense", "whole", "words")

    def __init__(self, sense: Sense, rarity: Callable[[str], float], factor: float) -> None:
        self.sense = sense
        self.words = tuple(
            (word.bare, word.shape if word.marked else "", word.weight * rarity(word.bare))
            for word in sense.words
        )
        self.whole = sum(worth for _, _, worth in self.words) or 1.0
        self.bag = frozenset(bare for bare, _, _ in self.words)
        self.pairs = tuple(pairwise(word.bare for word in sense.words))
        self.factor = factor * sense.weight


class Compared:
    """A question laid out for comparing with many names."""

    def __init__(
        self, asked: Question, masses: Sequence[float], rarity: Callable[[str], float], weights: Weights
    ) -> None:
        self._weights, self._rarity = weights, rarity
        self._pairs = tuple(pairwise(word.bare for word in asked.words))
        self._concepts = [
            (mass, len(concept.words), self._senses(concept))
            for concept, mass in zip(asked.concepts, masses, strict=True)
        ]
        self.masses = masses
        self.whole = sum(masses) or 1.0
        self.bag = frozenset(
            bare for _, _, senses in self._concepts for sense in senses for bare in sense.bag
        )

    def _senses(self, concept: Concept) -> tuple[_Sense, ...]:
        own, *others = concept.senses
        return (
            _Sense(own, self._rarity, 1.0),
            *(_Sense(other, self._rarity, self._weights.sense) for other in others),
        )

    def likeness(self, phrase: Phrase) -> tuple[float, tuple[Sense, ...]]:
        """Give how much of the question a name holds, and how little besides; and by which sayings."""
        joined = _joined(self._pairs, phrase)
        held, at, explained, senses = 0.0, 0, set[str](), []
        for mass, width, options in self._concepts:
            share, sense = self._held(options, phrase, joined[at : at + width + 1])
            at += width
            if sense is not None:
                held += mass * share
                explained |= sense.bag
                if sense.sense.said:
                    senses.append(sense.sense)
        said = sum(map(self._rarity, explained & phrase.bag))
        order = min(sum(joined) / max(len(phrase.pairs), 1), 1.0)
        part = 1 - self._weights.whole + self._weights.whole * said / phrase.mass
        return held / self.whole * (part + self._weights.order * order), tuple(senses)

    def left_over(self, phrase: Phrase) -> float:
        """Give the share of the question that a name does not speak of, in its own words or by a saying."""
        joined = _joined(self._pairs, phrase)
        spoken_of, at = 0.0, 0
        for mass, width, (own, *others) in self._concepts:
            shares = [self._share(other, phrase, _joined(other.pairs, phrase)) for other in others]
            spoken_of += mass * max(self._share(own, phrase, joined[at : at + width + 1]), *shares, 0.0)
            at += width
        return 1 - spoken_of / self.whole

    def _held(
        self, options: Sequence[_Sense], phrase: Phrase, joined: Sequence[bool]
    ) -> tuple[float, _Sense | None]:
        """Give how much of a stretch, in its best sense, a name holds."""
        best, found = 0.0, None
        for at, option in enumerate(options):
            if option.bag.isdisjoint(phrase.bag):
                continue
            if at:
                share = self._share(option, phrase, _joined(option.pairs, phrase))
                share *= share * option.factor
            else:
                share = self._share(option, phrase, joined)
            if share > best:
                best, found = share, option
        return best, found

    def _share(self, sense: _Sense, phrase: Phrase, joined: Sequence[bool]) -> float:
        """Give the share of a sense that stands in a name; a syllable torn from its neighbours says less."""
        held, single, weights = 0.0, len(phrase.bare) == 1, self._weights
        for at, (bare, shape, worth) in enumerate(sense.words):
            if bare in phrase.bag:
                if shape and shape not in phrase.shapes:
                    worth *= 1 - weights.marks  # noqa: PLW2901  # the worth of this word in this name
                if not (joined[at] or joined[at + 1] or single):
                    worth *= weights.alone  # noqa: PLW2901
                held += worth
        return held / sense.whole


def _joined(pairs: Iterable[tuple[str, str]], phrase: Phrase) -> list[bool]:
    """Tell of each gap between syllables, and of both ends, whether its neighbours stand so in a name."""
    return [False, *(pair in phrase.pairs for pair in pairs), False]
