"""What one dossier adds to the counts, day by day.

Days are days in Việt Nam. What stands at the end of a day is the sum of everything up to it: as many came to
stand there as are still there when those who left are taken away.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from motcua.base.clock import local
from motcua.reform.insight.rules.tale import Tale
from motcua.reform.insight.words import Counter, End

Counts = dict[date, dict[Counter, int]]
DAY = timedelta(days=1)


def counted(tale: Tale) -> Counts:
    """Give what a dossier adds to each counter on each day; a draft adds nothing."""
    found: Counts = {}
    for day, counter, amount in _every(tale):
        on = found.setdefault(day, {})
        on[counter] = on.get(counter, 0) + amount
    return found


def _every(tale: Tale) -> Iterator[tuple[date, Counter, int]]:
    if tale.submitted is None:
        return
    yield _day(tale.submitted), Counter.SUBMITTED, 1
    for asked in tale.asked:
        yield _day(asked), Counter.ASKED, 1
    if tale.end is End.TURNED_AWAY and tale.ended is not None:
        yield _day(tale.ended), Counter.TURNED_AWAY, 1
    if tale.accepted is None:
        return
    yield from _taken_in(tale)
    yield from _on_the_way(tale)
    if tale.ended is not None:
        yield from _end(tale)
    if tale.returned is not None:
        yield _day(tale.returned), Counter.RETURNED, 1


def _taken_in(tale: Tale) -> Iterator[tuple[date, Counter, int]]:
    """Give what is counted on the day of acceptance, with what the dossier carries by now."""
    assert tale.accepted is not None and tale.place is not None, "only accepted dossiers come here"
    day, said = _day(tale.accepted), tale.carried
    online = tale.place.channel == "online"
    due_back = bool(said.get("returns"))
    # Online means, by the formula book of Decision 766, with an electronic result where one must be given.
    online_done = online and (tale.result_file or not due_back)
    carried = {
        Counter.ACCEPTED: True,
        Counter.FULL_SERVICE: said.get("level") == "full",
        Counter.FILED_FULLY: said.get("level") == "full" and online_done,
        Counter.ONLINE: online_done,
        Counter.WITH_FEE: bool(said.get("fee")),
        Counter.DIGITISED: bool(said.get("files")) and (tale.result_file or not due_back),
        Counter.REUSED: bool(said.get("reused")),
        Counter.FROM_STORE: bool(said.get("reused")) or tale.result_file,
        Counter.PAID_ONLINE: bool(said.get("paid")),
        Counter.SYNCED: bool(said.get("synced")),
        Counter.KNOWN: bool(said.get("known")),
    }
    for counter, holds in carried.items():
        if holds:
            yield day, counter, 1


def _on_the_way(tale: Tale) -> Iterator[tuple[date, Counter, int]]:
    for extended in tale.extended:
        yield _day(extended), Counter.EXTENDED, 1
    for wait in tale.waits:
        until = wait.done or tale.ended
        yield from _stay(Counter.WAITING_IN, Counter.WAITING_OUT, _day(wait.asked), until)
    for since, until in _late_spans(tale):
        yield from _stay(Counter.LATE_IN, Counter.LATE_OUT, since, until)
    for since, until in _over_spans(tale):
        yield from _stay(Counter.OVER_IN, Counter.OVER_OUT, since, until)
    for corrected in tale.corrected:
        yield _day(corrected), Counter.CORRECTED, 1


def _stay(
    came: Counter, left: Counter, since: date, until: datetime | None
) -> Iterator[tuple[date, Counter, int]]:
    """Count a stay that some day ends with; one that ends on the day it began is at the end of no day."""
    if until is None:
        yield since, came, 1
    elif since < _day(until):
        yield since, came, 1
        yield _day(until), left, 1


def _end(tale: Tale) -> Iterator[tuple[date, Counter, int]]:
    assert tale.ended is not None and tale.accepted is not None, "only ended dossiers come here"
    day = _day(tale.ended)
    yield day, Counter.ENDED, 1
    yield day, Counter.KEPT if in_time(tale) else Counter.MISSED, 1
    if tale.end is End.STOPPED:
        yield day, Counter.STOPPED, 1
    elif tale.end is End.WITHDRAWN:
        yield day, Counter.WITHDRAWN, 1
    if tale.end is not End.RESOLVED:
        return
    yield day, timing(tale), 1
    yield day, Counter.MINUTES, minutes_taken(tale)
    if tale.refused:
        yield day, Counter.REFUSED, 1
    if tale.asked:
        yield day, Counter.ONE_CONTACT if len(tale.asked) == 1 else Counter.MORE_CONTACTS, 1
    if tale.carried.get("returns"):
        yield day, Counter.MUST_RETURN, 1
        if tale.result_file:
            yield day, Counter.RETURNED_FILE, 1


def timing(tale: Tale) -> Counter:
    """Tell whether a result came early, on time or late, by the date in force when it came.

    A limit in hours is kept to the minute, one in days to the day (Civil Code 2015, articles 147 and 148).
    """
    assert tale.ended is not None, "there is a result"
    if tale.due is None:
        return Counter.NO_LIMIT
    if tale.ended > tale.due:
        return Counter.LATE
    if tale.by_instant:
        return Counter.EARLY if tale.ended < tale.due else Counter.ON_TIME
    return Counter.EARLY if _day(tale.ended) < _day(tale.due) else Counter.ON_TIME


def in_time(tale: Tale) -> bool:
    """Tell whether an ended dossier was in time as Decision 766 counts.

    One without a fixed limit is; one that was asked for papers more than once and never got a result is not.
    """
    assert tale.ended is not None, "it ended"
    if len(tale.waits) > 1 and tale.end is not End.RESOLVED:
        return False
    until = tale.waits[-1].asked if tale.waits and tale.waits[-1].done is None else tale.ended
    return tale.due is None or until <= tale.due


def minutes_taken(tale: Tale) -> int:
    """Give how long a dossier was in hand, in minutes of the clock without the waits for the applicant."""
    assert tale.ended is not None and tale.accepted is not None, "it ended"
    waited = sum(((one.done or tale.ended) - one.asked for one in tale.waits), timedelta())
    return max(0, int((tale.ended - tale.accepted - waited).total_seconds() // 60))


def late_from(due: datetime, by_instant: bool) -> date:
    """Give the first day at whose end a dossier that is not finished is late."""
    return _day(due) if by_instant else _day(due) + DAY


class Spell(NamedTuple):
    """A stretch of a dossier's life with one date: its beginning, its end, what holds in it."""

    since: datetime
    until: datetime | None
    due: datetime | None
    waits: bool
    asks: bool


def _late_spans(tale: Tale) -> Iterator[tuple[date, datetime | None]]:
    """Give from which day until when a dossier was late while its clock ran."""
    for spell in _spells(tale):
        if spell.due is not None and not spell.waits:
            yield max(_day(spell.since), late_from(spell.due, tale.by_instant)), spell.until


def _over_spans(tale: Tale) -> Iterator[tuple[date, datetime | None]]:
    """Give the same as Decision 766 counts.

    A request for papers ends the time; a second one makes the dossier late until it has a result.
    """
    asked = 0
    for spell in _spells(tale):
        asked += spell.asks
        if asked > 1:
            yield _day(spell.since), spell.until
        elif spell.due is not None and not spell.waits:
            yield max(_day(spell.since), late_from(spell.due, tale.by_instant)), spell.until
        elif spell.due is not None and _asked_late(tale, spell):
            yield _day(spell.since), spell.until


def _asked_late(tale: Tale, spell: Spell) -> bool:
    asked = max(one.asked for one in tale.waits if one.asked <= spell.since)
    return spell.due is not None and asked > spell.due


def _spells(tale: Tale) -> Iterator[Spell]:
    """Cut the life of a dossier where its date changes or its clock stops."""
    cuts = sorted([*((at, False) for at, _ in tale.dues), *((one.asked, True) for one in tale.waits)])
    dues = dict(tale.dues)
    for place, (at, asks) in enumerate(cuts):
        until = cuts[place + 1][0] if place + 1 < len(cuts) else tale.ended
        due = dues[max(when for when in dues if when <= at)]
        waits = any(one.asked <= at and (one.done is None or at < one.done) for one in tale.waits)
        yield Spell(at, until, due, waits, asks)


def _day(at: datetime) -> date:
    return local(at).date()


def difference(
    before: Mapping[date, Mapping[Counter, int]], after: Mapping[date, Mapping[Counter, int]]
) -> Counts:
    """Give what must be added to the counts when a dossier that counted so now counts otherwise."""
    found: Counts = {}
    for sign, counts in ((-1, before), (1, after)):
        for day, on in counts.items():
            changed = found.setdefault(day, {})
            for counter, amount in on.items():
                changed[counter] = changed.get(counter, 0) + sign * amount
    return {
        day: kept
        for day, on in found.items()
        if (kept := {name: amount for name, amount in on.items() if amount})
    }
