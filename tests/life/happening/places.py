"""What a happening is; how a life comes to a place, is taken up there and leaves it."""

from collections.abc import Callable
from datetime import datetime

from tests.life.cast import Who
from tests.life.model.life import Ask, Life, Stay

Happening = Callable[[Life, Ask, Who, datetime], None]


def nothing(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    """A file laid by changes nothing of the life itself."""


def go(life: Life, place: int, who: Who, to: str = "") -> None:
    leave(life, who)
    life.stays.append(Stay(place, to, who.person))
    life.holder = to


def leave(life: Life, who: Who) -> None:
    stay = life.stays[-1]
    stay.doer, stay.acted, stay.ended = stay.doer or who.person, True, "left"


def touch(life: Life, who: Who) -> None:
    """Note the first act at a step: the place is held from then on, and nobody takes it back."""
    stay = life.stay
    if stay is None or stay.acted:
        return
    role, unit = life.place
    if who.unit == unit and role in who.roles:
        stay.acted, stay.doer = True, who.person
        life.holder = who.stands_for or who.person


def unsign(life: Life) -> None:
    if life.results == ["approved"]:
        life.results = ["drafted"]
