"""A refusal is a value: a code, the facts behind it, and one sentence with a next step."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


@dataclass(frozen=True)
class Refusal:
    """Says that nothing was done, and why.

    `why` is a code of the refusing room; `facts` fill the room's sentence for people.
    """

    why: StrEnum
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


class Sentence(NamedTuple):
    """What a person reads: what is wrong, and what to do next."""

    problem: str
    cure: str

    def about(self, refusal: Refusal) -> str:
        """Give the whole sentence with the facts of one refusal filled in."""
        return f"{self.problem} {self.cure}".format_map(_Facts(refusal.facts)).strip()


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "(chưa rõ)"
