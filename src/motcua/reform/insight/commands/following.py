"""The journal is followed: what it says of dossiers becomes counts.

The counts say nothing that the journal does not, so they have no rows of their own in it: following is no act
of anybody, and all of it can be made again (`rebuild`) or held against the journal (`faults`).
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import islice
from uuid import UUID

from django.db import connection, transaction

from motcua.base.clock import now
from motcua.base.journal.reading import settled_until
from motcua.reform.insight.commands import storing
from motcua.reform.insight.models import Cursor
from motcua.reform.insight.queries import chains
from motcua.reform.insight.rules.counting import Counts, counted, difference
from motcua.reform.insight.rules.tale import Place

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
AT_ONCE = 2_000
_PLANNER = "SET LOCAL jit = off"


@transaction.atomic
def follow() -> int:
    """Count everything that was recorded since the last time; give how many dossiers changed.

    One follower works at a time. Whatever is committed later than a row that is already counted carries a
    later moment than the cursor, so nothing is passed over and nothing counted twice.
    """
    cursor = _held()
    until = max(settled_until(), cursor.known_until)
    fresh = chains.touched(cursor.known_until, until)
    waiting = iter(fresh)
    while portion := list(islice(waiting, AT_ONCE)):
        recount(portion)
    _moved(cursor, until)
    return len(fresh)


def recount(dossiers: Sequence[UUID]) -> None:
    """Count some dossiers anew: what they added before is taken away in the same breath."""
    before = storing.marks_of(dossiers)
    changed: dict[UUID, tuple[Place, Counts]] = {}
    deltas: list[tuple[Place, Counts]] = []
    seqs: dict[UUID, int] = {}
    for dossier, tale in chains.tales_of(dossiers):
        if tale.place is None:
            continue
        after = counted(tale)
        delta = difference(before.get(dossier, {}), after)
        seqs[dossier] = tale.seq
        changed[dossier] = (tale.place, after)
        deltas.append((tale.place, delta))
    storing.put_places((one, seqs[one], place) for one, (place, _) in changed.items())
    storing.put_marks(changed)
    storing.add(deltas)


@transaction.atomic
def rebuild() -> int:
    """Make all counts again from the journal alone; give how many dossiers there are."""
    with connection.cursor() as sql:
        sql.execute(_PLANNER)
    cursor = _held()
    until = settled_until()
    storing.clear()
    told = 0
    tales = ((one, tale) for one, tale in chains.every_tale(until=until) if tale.place is not None)
    while portion := list(islice(tales, storing.PORTION)):
        storing.pour(portion)
        told += len(portion)
    storing.sum_up()
    _moved(cursor, until)
    return told


def faults() -> list[str]:
    """Hold the counts against the journal; give where they differ, as table and day."""
    return list(_faults())


@transaction.atomic
def _faults() -> Iterable[str]:
    """Compare marks with tales told anew, and sums with marks."""
    cursor = _held()
    wrong: set[str] = set()
    tales = chains.every_tale(until=cursor.known_until)
    while portion := list(islice(tales, AT_ONCE)):
        stored = storing.marks_of([one for one, _ in portion])
        for dossier, tale in portion:
            days = difference(stored.get(dossier, {}), counted(tale) if tale.place else {})
            wrong.update(f"mark {dossier} {day}" for day in days)
    return [*sorted(wrong), *storing.sums_wrong()]


def _held() -> Cursor:
    """Give the cursor under its lock: one follower at a time."""
    Cursor.objects.get_or_create(pk=1, defaults={"known_until": BEGINNING, "counted_at": now()})
    return Cursor.objects.select_for_update().get(pk=1)


def _moved(cursor: Cursor, until: datetime) -> None:
    cursor.known_until, cursor.counted_at = until, now()
    cursor.save(update_fields=["known_until", "counted_at"])
