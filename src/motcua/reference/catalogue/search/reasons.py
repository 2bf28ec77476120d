"""Why an answer fits, in the words that stand in it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from motcua.reference.catalogue.search.found import Found
from motcua.reference.catalogue.search.question import Question
from motcua.reference.catalogue.search.tokens import syllables

_CLAUSE = re.compile(r"[();:/]")


class Place(StrEnum):
    """Where the words asked for were found."""

    CODE = "code"
    NAME = "name"
    OTHER = "other"


@dataclass(frozen=True)
class Reason:
    """Where it was found, and `shown`, the words as written there; which saying was understood as what.

    `read` is how the question was read where something in it was mended.
    """

    place: Place
    shown: str = ""
    said: str = ""
    meant: str = ""
    read: str = ""


def reason(asked: Question, found: Found) -> Reason:
    """Give why one answer fits."""
    phrase = found.phrase
    if phrase is None:
        return Reason(Place.CODE)
    explained = {word.bare for word in asked.words if word.weight >= 1.0}
    explained |= {word.bare for sense in found.senses for word in sense.words}
    telling = max(found.senses, key=lambda sense: len(sense.words), default=None)
    return Reason(
        place=Place.NAME if phrase.official else Place.OTHER,
        shown=_longest_run(phrase.text, explained) if phrase.official else phrase.text,
        said=telling.said if telling else "",
        meant=telling.meant if telling else "",
        read=asked.read,
    )


def _longest_run(text: str, explained: set[str]) -> str:
    """Give the longest stretch of a text that was asked for, as written, within one clause."""
    runs = [_run(clause, explained) for clause in _CLAUSE.split(text)]
    return max(runs, key=lambda run: len(syllables(run)))


def _run(text: str, explained: set[str]) -> str:
    cut = syllables(text)
    best, start = (0, 0), 0
    for at, syllable in enumerate((*cut, None)):
        if syllable is not None and syllable.bare in explained:
            continue
        best = max(best, (start, at), key=lambda run: run[1] - run[0])
        start = at + 1
    return _between(text, [syllable.written for syllable in cut], *best)


def _between(text: str, written: list[str], start: int, end: int) -> str:
    """Give the text from one syllable to another with the signs between them."""
    at, first = 0, 0
    for number, word in enumerate(written[:end]):
        at = text.find(word, at)
        first = at if number == start else first
        at += len(word)
    return text[first:at] if end > start else ""
