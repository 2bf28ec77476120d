"""Where dossiers stand against their time limits, as the database sees it: for counts, filters and order."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.db.models import DateTimeField, IntegerField, QuerySet, TextField

from motcua.base.access import Actor
from motcua.base.clock import ZONE, local
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries.written import Written
from motcua.casework.dossiers.words import State
from motcua.reference.org import queries as org

SOON_DAYS = 2  # working days after today


class Bucket(StrEnum):
    """The heads under which rows stand, in the order in which people work them off."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    NEW = "new"
    DONE = "done"
    OPEN = "open"
    PAUSED = "paused"


RUNNING = (Bucket.LATE, Bucket.TODAY, Bucket.SOON, Bucket.LATER)


@dataclass(frozen=True)
class Bounds:
    """A moment of looking, with where its day and the next working days begin and end."""

    at: datetime
    today: datetime
    tomorrow: datetime
    soon_until: datetime


def bounds_for(actor: Actor, at: datetime) -> Bounds:
    """Give the bounds of the buckets by the calendar of an official's agency."""
    assert actor.agency is not None, "an official works in an agency"
    day = local(at).date()
    days = org.calendar_for(actor.agency).index.days
    last = date.fromordinal(days[bisect_right(days, day.toordinal()) + SOON_DAYS - 1])
    after = timedelta(days=1)
    return Bounds(at, _midnight(day), _midnight(day + after), _midnight(last + after))


_CLOCK = ("resolved_at", "paused_since", "state", "due_at", "due_by_instant", "accepted_at", "submitted_at")
_PAUSED = f"{{paused_since}} IS NOT NULL OR {{state}} = {State.SUPPLEMENT_REQUESTED.value}"
_STANDING = (
    ("{resolved_at} IS NOT NULL", Bucket.DONE),
    (_PAUSED, Bucket.PAUSED),
    ("{due_at} IS NULL AND {accepted_at} IS NULL", Bucket.NEW),
    ("{due_at} IS NULL", Bucket.OPEN),
)
_RUNNING = (
    ("{due_at} < CASE WHEN {due_by_instant} THEN %s ELSE %s END", Bucket.LATE),
    ("{due_at} < %s", Bucket.TODAY),
    ("{due_at} < %s", Bucket.SOON),
)
_RANKS = {one: place for place, one in enumerate(Bucket)}
_BUCKET = " ".join(
    (
        "CASE",
        *(f"WHEN {where} THEN '{one}'" for where, one in _STANDING + _RUNNING),
        f"ELSE '{Bucket.LATER}' END",
    )
)
_RANK = " ".join(
    (
        "CASE",
        *(f"WHEN {where} THEN {_RANKS[one] - len(RUNNING) + 1}" for where, one in _STANDING),
        "ELSE 0 END",
    )
)
_MOMENT = (
    "CASE WHEN {resolved_at} IS NOT NULL THEN {resolved_at}"
    f" WHEN {_PAUSED} THEN coalesce({{paused_since}}, {{submitted_at}})"
    " ELSE coalesce({due_at}, {submitted_at}) END"
)


def with_buckets(dossiers: QuerySet[Dossier], bounds: Bounds) -> QuerySet[Dossier]:
    """Add to each dossier its bucket, the rank of its kind of clock, and the moment that orders it."""
    given = (bounds.at, bounds.today, bounds.tomorrow, bounds.soon_until)
    return dossiers.annotate(
        bucket=Written(_BUCKET, _CLOCK, TextField(), given),
        rank=Written(_RANK, _CLOCK, IntegerField()),
        moment=Written(_MOMENT, _CLOCK, DateTimeField()),
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, ZONE)
