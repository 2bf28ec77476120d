"""The card of a room: what doors, delivery and tests need to know about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from motcua.base.rooms.refusal import Refusal, Sentence


@dataclass(frozen=True)
class News:
    """One journal row as a subscriber receives it."""

    id: UUID
    verb: str
    about: str
    happened_at: datetime
    payload: Mapping[str, Any]

    @property
    def about_id(self) -> UUID:
        """Give the id of the thing that the row is about."""
        return UUID(self.about.partition(":")[2])


@dataclass(frozen=True)
class Card:
    """What a room has.

    `verbs` maps each journal verb of the room to its sentence for people; `listens` maps verbs of
    lower rooms to this room's jobs; `refusals` maps refusal codes to sentences.
    """

    room: str
    title: str
    verbs: Mapping[str, str] = field(default_factory=dict)
    listens: Mapping[str, Callable[[News], None]] = field(default_factory=dict)
    refusals: Mapping[StrEnum, Sentence] = field(default_factory=dict)
    describe: Callable[[str, Mapping[str, Any]], Mapping[str, str]] | None = None

    def sentence(self, refusal: Refusal) -> str:
        """Give the sentence of a refusal of this room."""
        return self.refusals[refusal.why].about(refusal)
