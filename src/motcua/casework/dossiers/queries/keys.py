"""Pages of a list by key: what comes or goes meanwhile never shifts the rows of the next page."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries.rows import Placed, placed

ORDER = ("rank", "moment", "id")
BACKWARDS = ("-rank", "-moment", "-id")
Key = tuple[int, datetime, UUID]


@dataclass(frozen=True)
class KeyedPage:
    """Rows of a page, with the keys from which the pages around go on; empty where there is none."""

    rows: list[Placed]
    previous: str
    next: str


def page_of(dossiers: QuerySet[Dossier], *, after: str, before: str, size: int) -> KeyedPage:
    """Give the page after or before a key, the first page without one."""
    back = _read(before) if before else None
    if back is not None:
        found = placed(dossiers.filter(_less(back)).order_by(*BACKWARDS)[: size + 1])
        rows = found[:size][::-1]
        return KeyedPage(rows, _key(rows[0]) if len(found) > size else "", _key(rows[-1]) if rows else "")
    ahead = _read(after) if after else None
    if ahead is not None:
        dossiers = dossiers.filter(_more(ahead))
    found = placed(dossiers.order_by(*ORDER)[: size + 1])
    rows = found[:size]
    return KeyedPage(
        rows, _key(rows[0]) if ahead and rows else "", _key(rows[-1]) if len(found) > size else ""
    )


def _more(key: Key) -> Q:
    rank, moment, last = key
    return Q(rank__gt=rank) | Q(rank=rank, moment__gt=moment) | Q(rank=rank, moment=moment, id__gt=last)


def _less(key: Key) -> Q:
    rank, moment, first = key
    return Q(rank__lt=rank) | Q(rank=rank, moment__lt=moment) | Q(rank=rank, moment=moment, id__lt=first)


def _key(row: Placed) -> str:
    return f"{row.rank}_{row.moment.isoformat()}_{row.id}"


def _read(text: str) -> Key | None:
    """Read a key from an address; what is none begins the list anew."""
    try:
        rank, moment, pk = text.split("_")
        at = datetime.fromisoformat(moment)
        return (int(rank), at, UUID(pk)) if at.tzinfo is not None else None
    except ValueError:
        return None
