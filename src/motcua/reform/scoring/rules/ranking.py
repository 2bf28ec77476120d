"""Ranks on the unrounded value; ties share one."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Place:
    """A rank and of how many; `tied` tells whether somebody shares it."""

    rank: int
    of: int
    tied: bool


def ranked(values: Mapping[Key, Decimal | None]) -> dict[Key, Place]:
    """Rank by value, the greatest first; who has no value has no rank and is not counted.

    Two that share rank 3 are followed by rank 5.
    """
    known = sorted((value for value in values.values() if value is not None), reverse=True)
    first: dict[Decimal, int] = {}
    for rank, value in enumerate(known, 1):
        first.setdefault(value, rank)
    return {
        key: Place(first[value], len(known), known.count(value) > 1)
        for key, value in values.items()
        if value is not None
    }
