"""Which questions change what a procedure asks of somebody, and what their answers come to.

What a procedure asks for is told as rows: a fact, and the answers under which it holds.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

F = TypeVar("F", bound=Hashable)

Answers = Mapping[str, str]
NOTHING: Answers = {}


@dataclass(frozen=True)
class Question:
    """A question by its name, with every answer that it may get."""

    name: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Row(Generic[F]):
    """A fact that holds when each question named has got one of the answers beside it."""

    fact: F
    when: tuple[tuple[str, frozenset[str]], ...] = ()

    def holds(self, answers: Answers) -> bool:
        """Tell whether the fact holds under answers to all that the row names."""
        return all(answers[name] in fitting for name, fitting in self.when)

    @property
    def names(self) -> frozenset[str]:
        """Give the questions that the row names."""
        return frozenset(name for name, _ in self.when)


def outcome(rows: Iterable[Row[F]], answers: Answers) -> list[F]:
    """Give the facts that hold under answers to every question, each once, in the order of the rows."""
    kept = list(rows)
    held = {row.fact for row in kept if row.holds(answers)}
    return [fact for fact in dict.fromkeys(row.fact for row in kept) if fact in held]


def asked(questions: Sequence[Question], rows: Iterable[Row[F]], given: Answers = NOTHING) -> list[Question]:
    """Give the questions not yet answered of which two answers come to different facts, in their order.

    The others may be answered in any way that agrees with what is given.
    """
    told: dict[F, list[Row[F]]] = {}
    for row in rows:
        told.setdefault(row.fact, []).append(row)
    known = {one.name: (given[one.name],) if one.name in given else one.answers for one in questions}
    return [
        one
        for one in questions
        if one.name not in given and any(_turns_on(one.name, those, known) for those in told.values())
    ]


def _turns_on(name: str, rows: Sequence[Row[F]], known: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether a fact, which holds when one of its rows does, hangs on the answer to a question."""
    named = frozenset[str]().union(*(row.names for row in rows))
    if name not in named:
        return False
    for others in _ways({other: known[other] for other in sorted(named - {name})}):
        held = {any(row.holds({**others, name: answer}) for row in rows) for answer in known[name]}
        if len(held) > 1:
            return True
    return False


def _ways(known: Mapping[str, tuple[str, ...]]) -> Iterator[dict[str, str]]:
    for chosen in product(*known.values()):
        yield dict(zip(known, chosen, strict=True))
