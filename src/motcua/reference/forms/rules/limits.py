"""Limits of days, some of which move with the day of answering."""

from datetime import date

from motcua.reference.forms.words import TODAY


def limit(value: int | float | str | None, today: date) -> date | None:
    """Return the day that a limit of a date stands for. Raises ValueError."""
    if value is None:
        return None
    return today if value == TODAY else date.fromisoformat(str(value))
