"""A rule that could not be read: it stands in its place and tells why."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from motcua.reform.scoring.rules.given import Given, Need
from motcua.reform.scoring.rules.rule import PENDING, Flaw, Line, Next, Scored, Wrong


@dataclass(frozen=True)
class Unread:
    """Scores nothing; a set that has one is never imported."""

    raw: Mapping[str, Any]
    read_flaws: tuple[Flaw, ...]
    kind: None = None
    needs: tuple[Need, ...] = ()

    def points(self, given: Given, most: Decimal) -> Scored:
        """Leave the leaf pending."""
        return PENDING

    def wrong(self, given: Given, most: Decimal) -> Wrong | None:
        """Find nothing: nothing is read."""
        return None

    def describe(self, most: Decimal, given: Given) -> tuple[Line, ...]:
        """Give no line."""
        return ()

    def reckoned(self, given: Given, most: Decimal) -> str:
        """Say nothing."""
        return ""

    def best_next(self, given: Given, most: Decimal) -> Next | None:
        """Give nothing."""
        return None

    def attainable(self, given: Given, most: Decimal) -> Decimal:
        """Give the whole maximum."""
        return most

    def flaws(self, most: Decimal) -> tuple[Flaw, ...]:
        """Give why it could not be read."""
        return self.read_flaws
