"""A head's board: load and lateness by person and by step, each figure a list of exactly that many rows."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from statistics import median
from uuid import UUID

from django.db.models import Count, F, Min, OuterRef, Q, QuerySet, Subquery

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.clock.minutes import working_minutes_between
from motcua.casework.dossiers.models import Dossier, StepRun
from motcua.casework.dossiers.queries.buckets import Bucket, bounds_for, with_buckets
from motcua.casework.dossiers.queries.keys import ORDER
from motcua.casework.dossiers.queries.rows import WorkRow, placed, rows_at
from motcua.casework.dossiers.queries.scopes import under
from motcua.casework.dossiers.words import State
from motcua.reference.org import queries as org
from motcua.reference.org.models import Delegation, Post, Staff
from motcua.reference.org.words import Role

UNASSIGNED = 5  # rows on the board; the list has the rest
MINUTES_IN_DAY = 480
Held = tuple[UUID | None, Bucket, int]


@dataclass(frozen=True)
class Load:
    """How many dossiers stand in each bucket."""

    amounts: Mapping[Bucket, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Give how many there are."""
        return sum(self.amounts.values())

    def of(self, bucket: Bucket) -> int:
        """Give how many stand in a bucket."""
        return self.amounts.get(bucket, 0)


@dataclass(frozen=True)
class PersonLoad:
    """What one person holds; `away` is the one who stands in for them, and until when."""

    id: UUID
    name: str
    title: str
    load: Load
    away: Delegation | None


@dataclass(frozen=True)
class StepLoad:
    """What stands at one step, and how long it takes against its norm, in working days."""

    name: str
    here: int
    late: int
    norm: float | None
    taken: float | None

    @property
    def slow(self) -> bool:
        """Tell whether the step takes longer than its norm."""
        return self.norm is not None and self.taken is not None and self.taken > self.norm


@dataclass(frozen=True)
class Board:
    """What a head sees of what they answer for."""

    place: str
    whole: Load
    nobody: Load
    oldest_late: WorkRow | None
    people: list[PersonLoad]
    steps: list[StepLoad]
    unassigned: list[tuple[WorkRow, list[Staff]]]
    waiting: int
    waiting_since: datetime | None


def board_of(actor: Actor, at: datetime) -> Board:
    """Give the board of whatever a head answers for."""
    every = with_buckets(under(actor), bounds_for(actor, at))
    groups = every.order_by().values("holder_id").annotate(head=F("bucket"), amount=Count("pk"))
    told: list[Held] = [(one["holder_id"], Bucket(one["head"]), int(one["amount"])) for one in groups]
    late = every.filter(Q(bucket=Bucket.LATE.value))
    free = every.filter(state=State.IN_PROCESS, holder=None)
    oldest = _rows(late, at, 1)
    return Board(
        place=_place(actor),
        whole=_load((bucket, amount) for _, bucket, amount in told),
        nobody=_load((bucket, amount) for holder, bucket, amount in told if holder is None),
        oldest_late=oldest[0] if oldest else None,
        people=_people(actor, told, at),
        steps=_steps(actor, every, at),
        unassigned=[(one, _able(one, at)) for one in _rows(free, at, UNASSIGNED)],
        waiting=free.count(),
        waiting_since=free.aggregate(first=Min("step_since"))["first"],
    )


def _place(actor: Actor) -> str:
    assert actor.unit is not None, "a head works in a unit"
    unit = org.unit(actor.unit)
    return unit.agency.name if actor.has(Role.AGENCY_LEADER) else unit.name


def _load(amounts: Iterable[tuple[Bucket, int]]) -> Load:
    counted: Counter[Bucket] = Counter()
    for bucket, amount in amounts:
        counted[bucket] += amount
    return Load(counted)


def _people(actor: Actor, told: list[Held], at: datetime) -> list[PersonLoad]:
    """Give everybody of the place and whoever holds something of it, the fullest first."""
    on = local(at).date()
    holders = {holder for holder, _, _ in told if holder is not None}
    people = {one.staff_id: one for one in _posts(actor, on)}
    named = {**org.names_of_staff(holders), **{key: one.full_name for key, one in people.items()}}
    away = _away(named, on)
    loads = [
        PersonLoad(
            key,
            name,
            people[key].title if key in people else "",
            _load((bucket, amount) for holder, bucket, amount in told if holder == key),
            away.get(key),
        )
        for key, name in named.items()
    ]
    return sorted(loads, key=lambda one: (-one.load.total, one.name))


def _posts(actor: Actor, on: date) -> list[Post]:
    """Give who works in a head's unit; of an agency, who holds something there is enough."""
    if actor.has(Role.AGENCY_LEADER) or actor.unit is None:
        return []
    valid = Q(valid_to=None) | Q(valid_to__gte=on)
    return list(Post.objects.filter(valid, unit_id=actor.unit, valid_from__lte=on).order_by("sort_key"))


def _away(people: Iterable[UUID], on: date) -> dict[UUID, Delegation]:
    """Give who is stood in for on a day."""
    lent = Delegation.objects.filter(
        giver_id__in=list(people), ended_at=None, valid_from__lte=on, valid_to__gte=on
    )
    return {one.giver_id: one for one in lent.select_related("taker").order_by("valid_from")}


def _steps(actor: Actor, every: QuerySet[Dossier], at: datetime) -> list[StepLoad]:
    """Give the steps in the order of the routes, with the median time of this month's stays."""
    open_runs = StepRun.objects.filter(dossier=OuterRef("pk"), ended_at=None).order_by()
    here = (
        every.order_by()
        .annotate(at_step=Subquery(open_runs.values("name")), place=Subquery(open_runs.values("step")))
        .exclude(at_step=None)
        .values("at_step")
        .annotate(
            amount=Count("pk"),
            late=Count("pk", filter=Q(bucket=Bucket.LATE.value)),
            first=Min("place"),
        )
        .order_by("first", "at_step")
    )
    norms, taken = _pace(actor, at)
    return [
        StepLoad(name, one["amount"], one["late"], norms.get(name), taken.get(name))
        for one in here
        if (name := one["at_step"])
    ]


def _pace(actor: Actor, at: datetime) -> tuple[dict[str, float], dict[str, float]]:
    """Give the median norm and the median stay of the steps that ended this month here, in working days."""
    assert actor.agency is not None, "a head works in an agency"
    calendar = org.calendar_for(actor.agency)
    month = local(at).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    where = Q(unit_id=actor.unit)
    if actor.has(Role.AGENCY_LEADER):
        where = Q(dossier__competent_agency_id=actor.agency)
    runs = StepRun.objects.filter(where, ended_at__gte=month).order_by()
    norms: dict[str, list[int]] = {}
    stays: dict[str, list[int]] = {}
    for name, began, due, ended in runs.values_list("name", "started_at", "due_at", "ended_at"):
        assert ended is not None, "only ended stays are read"
        norms.setdefault(name, []).append(working_minutes_between(local(began), local(due), calendar))
        stays.setdefault(name, []).append(working_minutes_between(local(began), local(ended), calendar))
    return _in_days(norms), _in_days(stays)


def _in_days(minutes: Mapping[str, list[int]]) -> dict[str, float]:
    return {name: round(median(found) / MINUTES_IN_DAY, 1) for name, found in minutes.items()}


def _rows(dossiers: QuerySet[Dossier], at: datetime, most: int) -> list[WorkRow]:
    return rows_at(placed(dossiers.order_by(*ORDER)[:most]), at)


def _able(row: WorkRow, at: datetime) -> list[Staff]:
    """Give who could take a dossier where it stands."""
    assert row.unit is not None, "a dossier in process is somewhere"
    return org.colleagues(row.unit, role=row.role, on=local(at).date())
