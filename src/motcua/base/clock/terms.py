"""The words of a time limit: unit, length, pause."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Unit(StrEnum):
    """What a time limit counts; the values are those of the command line."""

    HOUR = "working_hour"
    WORKING_DAY = "working_day"
    DAY = "day"
    MONTH = "month"


class Grain(StrEnum):
    """What a period of whole days is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as a procedure states it; a negative amount counts backwards."""

    amount: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Pause:
    """Time that does not count, from `start` up to but not including `end`; open without an end."""

    start: datetime
    end: datetime | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"pause ends before it starts: {self.start}/{self.end}")
