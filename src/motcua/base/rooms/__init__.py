"""The card by which a room tells the house what it has, and the words all rooms share."""

from motcua.base.rooms.card import Card, MenuItem, News
from motcua.base.rooms.refusal import Refusal, Sentence

__all__ = ["Card", "MenuItem", "News", "Refusal", "Sentence"]
