"""Where dossiers stand against their time limits, as the database sees it: for counts, filters and order."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.db.models import Case, CharField, DateTimeField, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from motcua.base.access import Actor
from motcua.base.clock import ZONE, local
from motcua.casework.dossiers.models import Dossier
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


def with_buckets(dossiers: QuerySet[Dossier], bounds: Bounds) -> QuerySet[Dossier]:
    """Add to each dossier its bucket, the rank of its kind of clock, and the moment that orders it."""
    paused = Q(paused_since__isnull=False) | Q(state=State.SUPPLEMENT_REQUESTED)
    late = Q(due_by_instant=True, due_at__lt=bounds.at) | Q(due_by_instant=False, due_at__lt=bounds.today)
    rows: tuple[tuple[Q, Bucket], ...] = (
        (Q(resolved_at__isnull=False), Bucket.DONE),
        (paused, Bucket.PAUSED),
        (Q(due_at=None, accepted_at=None), Bucket.NEW),
        (Q(due_at=None), Bucket.OPEN),
        (late, Bucket.LATE),
        (Q(due_at__lt=bounds.tomorrow), Bucket.TODAY),
        (Q(due_at__lt=bounds.soon_until), Bucket.SOON),
    )
    ranks = {one: max(0, place - len(RUNNING) + 1) for place, one in enumerate(Bucket)}
    bucket = Case(
        *(When(where, then=Value(one.value)) for where, one in rows),
        default=Value(Bucket.LATER.value),
        output_field=CharField(),
    )
    rank = Case(
        *(When(where, then=Value(ranks[one])) for where, one in rows),
        default=Value(0),
        output_field=IntegerField(),
    )
    moment = Case(
        When(resolved_at__isnull=False, then=F("resolved_at")),
        When(paused, then=Coalesce("paused_since", "submitted_at")),
        default=Coalesce("due_at", "submitted_at"),
        output_field=DateTimeField(),
    )
    return dossiers.annotate(bucket=bucket, rank=rank, moment=moment)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, ZONE)
