"""How the journal stands as a whole."""

from dataclasses import dataclass
from datetime import datetime

from motcua.base.journal.models import Entry
from motcua.base.journal.roots import taken


@dataclass(frozen=True)
class Standing:
    """How many rows there are, and what left the database to vouch for them."""

    rows: int
    roots: int
    last_root: datetime | None


def standing() -> Standing:
    """Give how the journal stands now."""
    roots = list(taken())
    last = datetime.fromisoformat(roots[-1]["until"]) if roots else None
    return Standing(Entry.objects.count(), len(roots), last)
