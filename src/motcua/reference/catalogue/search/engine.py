"""The search engine: one index, one way of ranking, for page, desk, kiosk, API and command line."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from math import log1p

from motcua.reference.catalogue.search.found import Found
from motcua.reference.catalogue.search.index import Entry, Index, Phrase, Postings
from motcua.reference.catalogue.search.likeness import Compared, Weights
from motcua.reference.catalogue.search.question import Concept, Question, Reader, Sense, Word
from motcua.reference.catalogue.search.sureness import Answer, weighed
from motcua.reference.catalogue.search.tokens import bares
from motcua.reference.catalogue.search.wordbook import Wordbook

CANDIDATES = 80  # of the first look that are judged by their whole names; more change no answer
HEAD = 18  # syllables of a title in which an aside counts
FAINTEST = 0.4  # of a sense that an entry must hold to be remembered for it
HEAD_START = {"commune": 1.0, "province": 0.55, "other": 0.3, "ministry": 0.0}
CITIZENS = "Công dân Việt Nam"
CERTAIN = 1000.0
PLAIN = 0.7
CLOSED = 0.5  # of the score of what is no longer in force


class Engine:
    """Answers questions about a set of entries; never changes once built."""

    def __init__(self, entries: Iterable[Entry], book: Wordbook, weights: Weights | None = None) -> None:
        self.index = Index(entries, book)
        self.reader = Reader(book, self.index.speller, self.index.spoken)
        self.weights = weights or Weights()
        self._asides = [(bares(said), weight) for said, weight in book.asides.items()]
        self._priors = [self._prior(entry, book) for entry in self.index.entries]
        self._heads = [self._head(entry) for entry in self.index.entries]
        self._meant = lru_cache(maxsize=2048)(self._sense_scores)

    def ask(self, query: str, limit: int) -> list[Found]:
        """Give the best answers, best first."""
        return self.answer(self.reader.read(query), limit)

    def answer(self, asked: Question, limit: int) -> list[Found]:
        """Give the best answers to a question that was read."""
        coded = dict.fromkeys(self.index.by_code[code] for code in asked.codes if code in self.index.by_code)
        if coded:
            return [Found(self.index.entries[at], CERTAIN, CERTAIN, None, ()) for at in coded][:limit]
        if not asked.concepts or limit < 1:
            return []
        compared = self._compared(asked)
        scores = self._scores(asked, compared.masses)
        best = heapq.nlargest(CANDIDATES, scores.items(), key=lambda pair: (pair[1], -pair[0]))
        found = [self._judge(asked, compared, at, score / compared.whole) for at, score in best]
        found.sort(key=lambda one: (-one.score, one.entry.code))
        return [one for one in found if one.phrase is not None][:limit]

    def weighed(self, asked: Question, limit: int) -> Answer:
        """Give the best answers worth reading, and whether the best is sure."""
        found = self.answer(asked, limit)
        if not found or found[0].phrase is None:
            return weighed(found, evidence=CERTAIN, left_over=0.0)
        compared = self._compared(asked)
        return weighed(
            found,
            evidence=found[0].fit * compared.whole,
            left_over=compared.left_over(found[0].phrase),
        )

    def _compared(self, asked: Question) -> Compared:
        masses = [self._mass(concept) for concept in asked.concepts]
        return Compared(asked, masses, self.index.rarity, self.weights)

    def _mass(self, concept: Concept) -> float:
        """Give how much a stretch says; sayings say neither next to nothing nor everything."""
        mass = sum(word.weight * self.index.rarity(word.bare) for word in concept.words)
        if len(concept.senses) > 1:
            heaviest = self.weights.intent if concept.intent else self.weights.heaviest
            return min(max(mass, min(self.weights.lightest, heaviest)), heaviest)
        return mass

    # -- first look: terms ------------------------------------------------------------------------------

    def _scores(self, asked: Question, masses: Sequence[float]) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for concept, mass in zip(asked.concepts, masses, strict=True):
            for at, share in self._concept_scores(concept).items():
                scores[at] += mass * share
        for left, right in pairwise(asked.words):
            self._add_pair(scores, left, right)
        return scores

    def _concept_scores(self, concept: Concept) -> Mapping[int, float]:
        best = self._own_scores(concept.senses[0])
        for sense in concept.senses[1:]:
            for at, share in self._meant(sense).items():
                if share > best.get(at, 0.0):
                    best[at] = share
        return best

    def _own_scores(self, sense: Sense) -> dict[int, float]:
        index, marks = self.index, self.weights.marks
        whole = sum(word.weight * index.rarity(word.bare) for word in sense.words) or 1.0
        scores: dict[int, float] = defaultdict(float)
        for word in sense.words:
            share = word.weight * index.rarity(word.bare) / whole
            if word.marked:
                _add(scores, index.plain.get(word.bare), share * (1 - marks))
                _add(scores, index.marked.get(word.shape), share * marks)
            else:
                _add(scores, index.plain.get(word.bare), share)
        return scores

    def _sense_scores(self, sense: Sense) -> Mapping[int, float]:
        """Give the entries that hold most of what a saying means."""
        index, pair_share = self.index, self.weights.pair
        whole = sum(index.rarity(word.bare) for word in sense.words) or 1.0
        scores: dict[int, float] = defaultdict(float)
        alone = 1.0 - pair_share if len(sense.words) > 1 else 1.0
        for word in sense.words:
            _add(scores, index.marked.get(word.shape), alone * index.rarity(word.bare) / whole)
        pairs = list(pairwise(sense.words))
        for left, right in pairs:
            _add(scores, index.pairs.get((left.bare, right.bare)), pair_share / len(pairs))
        factor = sense.weight * self.weights.sense
        return {at: share * factor for at, share in scores.items() if share >= FAINTEST}

    def _add_pair(self, scores: dict[int, float], left: Word, right: Word) -> None:
        rarity = self.index.rarity
        worth = min(left.weight, right.weight) * (rarity(left.bare) + rarity(right.bare)) / 2
        _add(scores, self.index.pairs.get((left.bare, right.bare)), self.weights.across * worth)

    # -- second look: whole names -----------------------------------------------------------------------

    def _judge(self, asked: Question, compared: Compared, at: int, terms: float) -> Found:
        entry, weights = self.index.entries[at], self.weights
        best, telling = 0.0, 0.0
        phrase: Phrase | None = None
        senses: tuple[Sense, ...] = ()
        for candidate in self.index.phrases[at]:
            if compared.bag.isdisjoint(candidate.bag):
                continue
            likeness, used = compared.likeness(candidate)
            best = max(best, likeness if candidate.official else likeness * weights.own_name)
            # The official name tells more about why, unless an everyday one is much nearer.
            tells = likeness if candidate.official else likeness * PLAIN
            if tells > telling:
                telling, phrase, senses = tells, candidate, used
        fit = weights.terms * terms + weights.likeness * best - weights.aside * self._aside(compared.bag, at)
        score = fit + self._priors[at]
        if asked.levels and asked.levels.intersection(entry.levels):
            score += weights.level
        return Found(entry, score if entry.in_force else score * CLOSED, fit, phrase, senses)

    # -- what is known beforehand -----------------------------------------------------------------------

    def _prior(self, entry: Entry, book: Wordbook) -> float:
        level = max((HEAD_START.get(level, 0.0) for level in entry.levels), default=0.2)
        people = 0.3 if CITIZENS in entry.subjects or not entry.subjects else 0.0
        field = book.fields.get(entry.field, 0.0)
        demand = max(book.demand.get(entry.code, 0.0), log1p(entry.popularity) / 7)
        named = 0.3 if entry.code in book.names else 0.0
        weights = self.weights
        return weights.prior * (0.4 * level + people + named + weights.field * field + 0.5 * demand)

    def _head(self, entry: Entry) -> tuple[tuple[float, frozenset[str]], ...]:
        """Give the circumstances that the title begins with."""
        head = bares(entry.title)[:HEAD]
        text = f" {' '.join(head)} "
        return tuple(
            (weight, frozenset(said)) for said, weight in self._asides if f" {' '.join(said)} " in text
        )

    def _aside(self, named: frozenset[str], at: int) -> float:
        """Give how far a title speaks of circumstances that nobody asked for."""
        return min(sum(weight for weight, said in self._heads[at] if not said <= named), 2.0)

    def tuned(self, **changes: float) -> "Engine":
        """Give the same engine with other weights; nothing is indexed again."""
        other = object.__new__(Engine)
        other.__dict__.update(self.__dict__)
        other.weights = replace(self.weights, **changes)
        other._priors = [other._prior(entry, self.index.book) for entry in self.index.entries]
        other._meant = lru_cache(maxsize=2048)(other._sense_scores)
        return other


def _add(scores: dict[int, float], postings: Postings | None, worth: float) -> None:
    if postings is not None and worth:
        for at, weight in zip(postings.entries, postings.weights, strict=True):
            scores[at] += worth * weight
