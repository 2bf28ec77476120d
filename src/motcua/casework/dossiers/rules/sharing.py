"""Shares of an interlinked procedure: whether they fit the whole (§1.5, §4.5).

Agencies of one level work at the same time, levels one after the other: the longest share of each level,
summed over the levels, is what the whole takes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from motcua.base.rooms import Refusal
from motcua.casework.dossiers.words import Why


@dataclass(frozen=True)
class Share:
    """The working hours of one agency, at its level (the lead has its own share at its level)."""

    level: str
    hours: Decimal


def check_shares(shares: Sequence[Share], total: Decimal) -> Refusal | None:
    """Refuse shares that outlast the whole, and shares of several levels that do not make it up."""
    levels = {one.level for one in shares}
    taken = sum(
        (max(one.hours for one in shares if one.level == level) for level in levels), start=Decimal(0)
    )
    facts = {"taken": _figure(taken), "total": _figure(total)}
    if taken > total:
        return Refusal(Why.SHARES_TOO_LONG, facts)
    if len(levels) > 1 and taken != total:
        return Refusal(Why.SHARES_NOT_WHOLE, facts)
    return None


def _figure(hours: Decimal) -> str:
    return f"{hours.normalize():f}".replace(".", ",")
