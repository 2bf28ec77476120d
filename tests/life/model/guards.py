"""What a row of the matrix is made of: states, whose move it is, what may stand in the way."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tests.life.cast import CAST, Who
from tests.life.model.life import OFFICER, Ask, Life

Hindrance = Callable[[Life, Ask, Who, datetime], "str | None"]


@dataclass(frozen=True)
class Rule:
    """A row of the matrix: from which states, by whom, with which guards."""

    states: frozenset[int]
    party: Callable[[Life, Who], bool]
    guards: tuple[Hindrance, ...] = ()


def hinders(why: str, holds: Callable[[Life, Ask, datetime], object]) -> Hindrance:
    return lambda life, ask, who, at: why if holds(life, ask, at) else None


def flawed(flaw: str, why: str = "") -> Hindrance:
    return lambda life, ask, who, at: (why or flaw) if ask["flaw"] == flaw else None


NO_REASON, NO_ITEMS, NO_GROUND = flawed("no_reason"), flawed("no_items"), flawed("no_legal_ground")
SIGNED = hinders("result_already_approved", lambda life, ask, at: life.signed)
OWN_DRAFT = hinders("own_draft", lambda life, ask, at: CAST[ask.who].person == life.drafter)
ROUND_OPEN = hinders("supplement_open", lambda life, ask, at: life.round_open)
PAUSED = hinders("clock_paused", lambda life, ask, at: life.clock.paused)


def verdicts(life: Life, ask: Ask) -> list[str]:
    """Give the verdicts as they are once the papers ticked in this act count."""
    ticked = set(ask["ticked"] or ()) - (life.round.ticked if life.round else set())
    return ["passed" if one.item in ticked else one.verdict for one in life.papers]


def within(*states: int) -> frozenset[int]:
    return frozenset(states)


def filer(life: Life, who: Who) -> bool:
    return life.acts_for_owner(who)


def officer(life: Life, who: Who) -> bool:
    return life.has_it(who, OFFICER)


COUNTER_DOES, LEADER_DOES = Life.is_counter, Life.is_leader
