"""What is open at a moment, for those who answer for many: how late, at which step, with whom.

A dossier is open from acceptance until it has a result or ends. It is late when its time is over while its
clock runs: one that waits for papers of the applicant is not.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from motcua.base.clock import local
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.periods import midnight
from motcua.base.clock.remaining import Remaining
from motcua.casework.dossiers.models import Consultation, Dossier, Extension, StepRun
from motcua.casework.dossiers.queries.board import Load
from motcua.casework.dossiers.queries.buckets import Bounds, Bucket, with_buckets
from motcua.casework.dossiers.queries.rows import AT_A_STEP, Placed, rows_at
from motcua.casework.dossiers.words import ConsultationState, ExtensionState
from motcua.reference.org import queries as org

DAY = timedelta(days=1)


class Among(StrEnum):
    """Which of the open dossiers are asked about."""

    OPEN = "open"
    LATE = "late"
    TODAY = "today"
    WAITING = "waiting"
    UNANSWERED = "unanswered"
    EXTENDING = "extending"


@dataclass(frozen=True)
class Where:
    """Of which agencies (None: all), at which step, held by whom or by nobody, asked of which agency."""

    agencies: frozenset[UUID] | None = None
    step: str = ""
    holder: UUID | None = None
    nobodys: bool = False
    asked: UUID | None = None


@dataclass(frozen=True)
class Stuck:
    """Late dossiers at one step: how many, and the median of how long, in working days."""

    step: str
    amount: int
    days: Decimal


@dataclass(frozen=True)
class Held:
    """What one official holds; nobody where `id` is None."""

    id: UUID | None
    name: str
    load: Load


@dataclass(frozen=True)
class Unanswered:
    """An agency that was asked and is late with its answers: about how many dossiers."""

    id: UUID
    name: str
    amount: int


@dataclass(frozen=True)
class Loads:
    """What is open, by agency."""

    by_agency: dict[UUID, Load] = field(default_factory=dict)

    @property
    def whole(self) -> Load:
        """Give all agencies together."""
        amounts: dict[Bucket, int] = {}
        for load in self.by_agency.values():
            for bucket, amount in load.amounts.items():
                amounts[bucket] = amounts.get(bucket, 0) + amount
        return Load(amounts)


def open_now(where: Where, at: datetime) -> QuerySet[Dossier]:
    """Give the open dossiers of a place, each with its bucket."""
    rows = Dossier.objects.filter(state__in=AT_A_STEP, accepted_at__isnull=False, resolved_at=None)
    if where.agencies is not None:
        rows = rows.filter(competent_agency_id__in=where.agencies)
    if where.holder is not None:
        rows = rows.filter(holder_id=where.holder)
    if where.nobodys:
        rows = rows.filter(holder=None)
    if where.step:
        rows = rows.annotate(at_step=_at_step()).filter(at_step=where.step)
    return with_buckets(rows, _bounds(at))


def ids_now(among: Among, where: Where, at: datetime) -> list[UUID]:
    """Give the ids of the dossiers asked about."""
    rows = open_now(where, at)
    match among:
        case Among.LATE:
            rows = rows.filter(Q(bucket=Bucket.LATE))
        case Among.TODAY:
            rows = rows.filter(Q(bucket=Bucket.TODAY))
        case Among.WAITING:
            rows = rows.filter(Q(bucket=Bucket.PAUSED))
        case Among.UNANSWERED:
            rows = rows.filter(pk__in=_asked(where, local(at).date()).values("dossier_id"))
        case Among.EXTENDING:
            rows = rows.filter(pk__in=_proposed().values("dossier_id"))
    return list(rows.order_by().values_list("pk", flat=True))


def loads_now(where: Where, at: datetime) -> Loads:
    """Give what is open, by agency and by time left."""
    groups = open_now(where, at).order_by().values("competent_agency_id")
    found: dict[UUID, dict[Bucket, int]] = {}
    for one in groups.annotate(head=F("bucket"), amount=Count("pk")):
        found.setdefault(one["competent_agency_id"], {})[Bucket(one["head"])] = one["amount"]
    return Loads({agency: Load(amounts) for agency, amounts in found.items()})


def holders_now(where: Where, at: datetime) -> list[Held]:
    """Give who holds what is open, the fullest first; what nobody holds comes last."""
    groups = open_now(where, at).order_by().values("holder_id")
    found: dict[UUID | None, dict[Bucket, int]] = {}
    for one in groups.annotate(head=F("bucket"), amount=Count("pk")):
        found.setdefault(one["holder_id"], {})[Bucket(one["head"])] = one["amount"]
    names = org.names_of_staff({one for one in found if one is not None})
    held = [Held(one, names.get(one, "") if one else "", Load(amounts)) for one, amounts in found.items()]
    return sorted(held, key=lambda one: (one.id is None, -one.load.total, one.name))


def stuck_now(where: Where, at: datetime) -> list[Stuck]:
    """Give the steps at which late dossiers stick, where most do first."""
    late = open_now(where, at).filter(Q(bucket=Bucket.LATE)).annotate(stuck_at=_at_step()).order_by()
    found: dict[str, list[int]] = {}
    on, calendars = local(at).date(), cache(org.calendar_for)
    for step, agency, number, due in late.values_list(
        "stuck_at", "competent_agency_id", "calendar_number", "due_at"
    ):
        assert due is not None, "what is late has a date"
        days = _days_after(local(due).date(), on, calendars(agency, number))
        found.setdefault(step or "", []).append(days)
    steps = [Stuck(step, len(all_days), median(all_days)) for step, all_days in found.items()]
    return sorted(steps, key=lambda one: (-one.amount, one.step))


def unanswered_now(where: Where, on: date) -> list[Unanswered]:
    """Give the agencies that are late with opinions about open dossiers, the latest with most first."""
    rows = _asked(where, on).values("unit__agency_id", "unit__agency__name")
    told = rows.annotate(amount=Count("dossier_id", distinct=True)).order_by("-amount", "unit__agency__name")
    return [Unanswered(one["unit__agency_id"], one["unit__agency__name"], one["amount"]) for one in told]


def extending_now(where: Where) -> int:
    """Give how many apologies with a later date wait for a leader."""
    rows = _proposed()
    if where.agencies is not None:
        rows = rows.filter(dossier__competent_agency_id__in=where.agencies)
    return rows.count()


def times_left(ids: Sequence[UUID], at: datetime) -> dict[UUID, Remaining]:
    """Give the time left of each of some dossiers, finished ones too."""
    rows = rows_at([Placed(one, Bucket.OPEN.value, 0, at) for one in ids], at)
    return {row.id: row.left for row in rows}


def median(numbers: Sequence[int]) -> Decimal:
    """Give the middle of some numbers, exactly."""
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return Decimal(ordered[half]) if len(ordered) % 2 else Decimal(ordered[half - 1] + ordered[half]) / 2


def _at_step() -> Subquery:
    runs = StepRun.objects.filter(dossier=OuterRef("pk"), ended_at=None).order_by()
    return Subquery(runs.values("name")[:1])


def _asked(where: Where, on: date) -> QuerySet[Consultation]:
    rows = Consultation.objects.filter(
        state=ConsultationState.OPEN,
        reply_due__lt=on,
        dossier__state__in=AT_A_STEP,
        dossier__accepted_at__isnull=False,
        dossier__resolved_at=None,
    )
    if where.agencies is not None:
        rows = rows.filter(dossier__competent_agency_id__in=where.agencies)
    return rows.filter(unit__agency_id=where.asked) if where.asked else rows


def _proposed() -> QuerySet[Extension]:
    return Extension.objects.filter(state=ExtensionState.PROPOSED, dossier__state__in=AT_A_STEP)


def _bounds(at: datetime) -> Bounds:
    today = local(at).date()
    tomorrow = midnight(today + DAY)
    return Bounds(at, midnight(today), tomorrow, tomorrow)


def _days_after(day: date, on: date, calendar: Calendar) -> int:
    """Give how many working days come after a day, up to and with another."""
    days = calendar.index.days
    return bisect_right(days, on.toordinal()) - bisect_right(days, day.toordinal())
