"""The card of a room: what doors, delivery and tests need to know about it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from motcua.base.access.actor import Actor
from motcua.base.access.audience import Audience
from motcua.base.rooms.measure import Measure
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
class Said:
    """A piece of a sentence; with an address it leads to the things it speaks of."""

    words: str
    href: str = ""


@dataclass(frozen=True)
class Concern:
    """Something for a leader to decide today: one sentence in pieces, and how many things it is about.

    `until` is the day by which it must be decided; of several, the nearest come first, then the largest.
    """

    said: tuple[Said, ...]
    amount: int
    until: date | None = None


Subjects = Callable[[Sequence[Mapping[str, Any]]], Sequence[str]]


@dataclass(frozen=True)
class MenuItem:
    """One way to go in the officials' menu: `route` is an address name, `order` its place (smallest first).

    An item is marked where its page or any page below it is shown; `within` narrows that to the page itself
    and the parts of the address named there. `count` gives the figure beside the label.
    """

    label: str
    route: str
    audience: Audience
    order: int
    within: tuple[str, ...] | None = None
    count: Callable[[Actor], int] | None = None


@dataclass(frozen=True)
class Card:
    """What a room has.

    `verbs` maps each journal verb of the room to its sentence for people; `tasks` names its background
    work, and `subjects` says what each of some jobs of a kind is about, without a personal value;
    `listens` maps verbs of lower rooms to this room's jobs; `refusals` maps refusal codes to sentences;
    `measures` are the figures it gives, `concerns` what waits for a leader on a day; `menu` lists its ways in
    for officials, and `finder` the page behind the search box of their bar.
    """

    room: str
    title: str
    verbs: Mapping[str, str] = field(default_factory=dict)
    tasks: Mapping[str, str] = field(default_factory=dict)
    subjects: Mapping[str, Subjects] = field(default_factory=dict)
    listens: Mapping[str, Callable[[News], None]] = field(default_factory=dict)
    refusals: Mapping[StrEnum, Sentence] = field(default_factory=dict)
    menu: tuple[MenuItem, ...] = ()
    finder: MenuItem | None = None
    measures: tuple[Measure, ...] = ()
    concerns: Callable[[Actor, date], Sequence[Concern]] | None = None
    describe: Callable[[str, Mapping[str, Any]], Mapping[str, str]] | None = None

    def sentence(self, refusal: Refusal) -> str:
        """Give the sentence of a refusal of this room."""
        return self.refusals[refusal.why].about(refusal)
