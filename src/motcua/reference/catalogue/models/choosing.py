"""Words as choices of a column."""

from enum import StrEnum


def choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    """Give the values that a column may hold."""
    return [(word.value, word.name) for word in words]
