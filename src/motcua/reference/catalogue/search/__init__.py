"""The search engine: plain Python over records, knows neither database nor page."""

from motcua.reference.catalogue.search.engine import Engine
from motcua.reference.catalogue.search.found import Found
from motcua.reference.catalogue.search.index import Entry
from motcua.reference.catalogue.search.likeness import Weights
from motcua.reference.catalogue.search.question import Question
from motcua.reference.catalogue.search.reasons import Place, Reason, reason
from motcua.reference.catalogue.search.shipped import shipped
from motcua.reference.catalogue.search.sureness import Answer
from motcua.reference.catalogue.search.tokens import bares
from motcua.reference.catalogue.search.wordbook import Row, Wordbook, bound, overlaid

__all__ = [
    "Answer",
    "Engine",
    "Entry",
    "Found",
    "Place",
    "Question",
    "Reason",
    "Row",
    "Weights",
    "Wordbook",
    "bares",
    "bound",
    "overlaid",
    "reason",
    "shipped",
]
