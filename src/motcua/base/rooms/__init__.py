"""The card by which a room tells the house what it has, and the words all rooms share."""

from motcua.base.rooms.card import Card, Concern, MenuItem, News, Said
from motcua.base.rooms.measure import Better, Measure, Term, When
from motcua.base.rooms.refusal import Refusal, Sentence

__all__ = [
    "Better",
    "Card",
    "Concern",
    "Measure",
    "MenuItem",
    "News",
    "Refusal",
    "Said",
    "Sentence",
    "Term",
    "When",
]
