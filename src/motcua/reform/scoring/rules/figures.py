"""The figures of a leaf as they are stored: numbers as texts, exactly as declared."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from motcua.reform.scoring.rules.given import Given
from motcua.reform.scoring.rules.rounds import plain

_NUMBERS = ("numerator", "denominator", "index", "points")
_COUNTS = ("step", "violations")


def stored(given: Given) -> dict[str, Any]:
    """Give what is kept of declared figures; what is not known is left out."""
    kept: dict[str, Any] = {}
    for name in _NUMBERS:
        value = getattr(given, name)
        if value is not None:
            kept[name] = plain(value)
    for name in _COUNTS:
        value = getattr(given, name)
        if value is not None:
            kept[name] = value
    if given.answers is not None:
        kept["answers"] = dict(given.answers)
    return kept


def read(kept: Mapping[str, Any], *, not_applicable: bool = False) -> Given:
    """Give stored figures back."""
    if not_applicable:
        return Given(not_applicable=True)
    return Given(
        numerator=_number(kept, "numerator"),
        denominator=_number(kept, "denominator"),
        step=kept.get("step"),
        violations=kept.get("violations"),
        index=_number(kept, "index"),
        answers=kept.get("answers"),
        points=_number(kept, "points"),
    )


def _number(kept: Mapping[str, Any], name: str) -> Decimal | None:
    return Decimal(kept[name]) if name in kept else None
