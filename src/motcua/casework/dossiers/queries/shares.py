"""How many dossiers each agency finished early, on time and late in each month, for everybody to see.

Days are days in Việt Nam. A dossier counts in the month of its result, by the date in force then; one whose
procedure has no fixed limit counts apart, one that ended without a result does not count.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import TruncDate, TruncMonth

from motcua.base.clock import ZONE
from motcua.base.clock.months import add_months
from motcua.base.figures.masking import LEAST
from motcua.base.figures.sureness import wilson
from motcua.casework.dossiers.models import Dossier
from motcua.reference.org.models import Agency

MONTHS = 12
LEAST_FOR_SHARE = 20
A_DAY = 24 * 60 * 60
COUNTS = ("early", "on_time", "late", "no_limit", "accepted")


@dataclass(frozen=True)
class Tally:
    """What one agency did in one month; `month` is its first day."""

    agency: str
    code: str
    agency_id: UUID
    month: date
    early: int = 0
    on_time: int = 0
    late: int = 0
    no_limit: int = 0
    accepted: int = 0


@dataclass(frozen=True)
class Share:
    """The share in time of all dossiers of the province that were finished in a month, and how sure it is."""

    month: date
    finished: int
    in_time: int
    share: float = field(init=False)
    low: float = field(init=False)
    high: float = field(init=False)

    def __post_init__(self) -> None:
        """Derive the share with its 95 % interval."""
        low, high = wilson(self.in_time, self.finished)
        object.__setattr__(self, "share", self.in_time / self.finished)
        object.__setattr__(self, "low", low)
        object.__setattr__(self, "high", high)


def whole_months(on: date) -> list[date]:
    """Give the first days of the twelve whole months before a day, oldest first.

    The running month is left out: what changes from day to day would show single dossiers.
    """
    present = on.replace(day=1)
    return [add_months(present, -back) for back in range(MONTHS, 0, -1)]


def tallies(on: date) -> list[Tally]:
    """Give what every agency did in the twelve whole months before a day; counted once a day."""
    key = f"shares:{on.isoformat()}"
    kept = cache.get(key)
    if kept is None:
        kept = counted(whole_months(on)[0], on.replace(day=1))
        cache.set(key, kept, A_DAY)
    found: list[Tally] = kept
    return found


def province(on: date) -> Share | None:
    """Give the share in time of the last whole month; None while too few dossiers were finished in it."""
    month = whole_months(on)[-1]
    return share_of(month, [one for one in tallies(on) if one.month == month])


def share_of(month: date, told: Iterable[Tally]) -> Share | None:
    """Give the share in time of some agencies in a month, None when it would rest on too few dossiers."""
    those = list(told)
    late = sum(one.late for one in those)
    finished = late + sum(one.early + one.on_time for one in those)
    if finished < LEAST_FOR_SHARE or 0 < late < LEAST:
        return None
    return Share(month, finished, finished - late)


def counted(first: date, end: date) -> list[Tally]:
    """Count from a first day up to, not including, an end, each the first of a month; two statements."""
    finished = (
        _within("resolved_at", first, end)
        .annotate(
            done=TruncDate("resolved_at", tzinfo=ZONE),
            promised=TruncDate("due_at", tzinfo=ZONE),
            month=TruncMonth("resolved_at", tzinfo=ZONE),
        )
        .values("competent_agency_id", "month")
        .annotate(
            early=Count("pk", filter=_EARLY & ~_LATE),
            on_time=Count("pk", filter=Q(due_at__isnull=False) & ~_EARLY & ~_LATE),
            late=Count("pk", filter=_LATE),
            no_limit=Count("pk", filter=Q(due_at=None)),
        )
    )
    taken_in = (
        _within("accepted_at", first, end)
        .annotate(month=TruncMonth("accepted_at", tzinfo=ZONE))
        .values("competent_agency_id", "month")
        .annotate(accepted=Count("pk"))
    )
    return _joined(finished.order_by(), taken_in.order_by())


# A limit in hours is kept to the minute, one in days to the day (Civil Code 2015, articles 147 and 148).
_EARLY = Q(due_by_instant=True, resolved_at__lt=F("due_at")) | Q(due_by_instant=False, done__lt=F("promised"))
_LATE = Q(resolved_at__gt=F("due_at"))


def _within(moment: str, first: date, end: date) -> QuerySet[Dossier]:
    span = {f"{moment}__gte": _midnight(first), f"{moment}__lt": _midnight(end)}
    return Dossier.objects.filter(**span)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, ZONE)


def _joined(*parts: Iterable[Mapping[str, Any]]) -> list[Tally]:
    """Put the counts of the same agency and month together, agencies in the Vietnamese order of names."""
    rows: dict[tuple[UUID, date], dict[str, int]] = {}
    for part in parts:
        for found in part:
            counts = {name: found[name] for name in COUNTS if name in found}
            rows.setdefault((found["competent_agency_id"], found["month"].date()), {}).update(counts)
    agencies = Agency.objects.in_bulk({agency for agency, _ in rows})
    told = [
        Tally(agencies[agency].name, agencies[agency].code, agency, month, **counts)
        for (agency, month), counts in rows.items()
    ]
    return sorted(told, key=lambda one: (one.month, agencies[one.agency_id].sort_key, one.code))
