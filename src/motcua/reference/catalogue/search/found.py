"""One answer of the search."""

from typing import NamedTuple

from motcua.reference.catalogue.search.index import Entry, Phrase
from motcua.reference.catalogue.search.question import Sense


class Found(NamedTuple):
    """One answer: which entry, how well its words fit, and what shows that.

    `score` is the fit with all that is known beforehand, by which answers are ordered.
    """

    entry: Entry
    score: float
    fit: float
    phrase: Phrase | None
    senses: tuple[Sense, ...]
