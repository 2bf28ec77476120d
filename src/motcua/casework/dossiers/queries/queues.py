"""What is due soon, in the queues in which it stands: what is left of its time, and what stands before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from motcua.base.clock import local
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.minutes import working_minutes_between
from motcua.base.clock.periods import midnight
from motcua.casework.dossiers.models import StepRun
from motcua.casework.dossiers.queries.standing import median
from motcua.casework.dossiers.words import State
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.org import queries as org

WINDOW = timedelta(days=30)  # what was seen lately; a calendar month would know nothing on its first day
MINUTES_IN_HOUR = 60
_RUNNING = [one.value for one in (State.ACCEPTED, State.IN_PROCESS)]
_QUEUES = """
    SELECT * FROM (
        SELECT dossier.id, dossier.competent_agency_id, dossier.calendar_number, dossier.due_at,
               dossier.due_by_instant, dossier.route_id, dossier.step, dossier.holder_id,
               run.unit_id, run.role, run.name, run.started_at, run.due_at AS step_due,
               row_number() OVER (PARTITION BY run.unit_id, run.role, dossier.holder_id
                                  ORDER BY dossier.due_at, dossier.id) - 1 AS ahead
          FROM dossiers_dossier AS dossier
          JOIN dossiers_step_run AS run ON run.dossier_id = dossier.id AND run.ended_at IS NULL
         WHERE dossier.state = ANY(%s) AND dossier.accepted_at IS NOT NULL
           AND dossier.paused_since IS NULL AND dossier.due_at < %s) AS queue
     WHERE due_at >= CASE WHEN due_by_instant THEN %s ELSE %s END
       AND (%s::uuid[] IS NULL OR competent_agency_id = ANY(%s))
     ORDER BY due_at, id
"""


class Holder(NamedTuple):
    """Whose queue it is: a unit, a role in it, and the official where one has it."""

    unit: UUID
    role: str
    staff: UUID | None


@dataclass(frozen=True)
class Queued:
    """One dossier that is due soon. All amounts are working minutes.

    `left` until it is late, `spent` at its step, `norm` of the step, `after` the least that the steps after
    it take by their norms, `usual` the median of the stays at the step there lately with how many they were,
    `ahead` how many with an earlier date stand with the same holder, `pace` between two that the holder
    finished lately (None where there were none).
    """

    id: UUID
    step: str
    left: int
    spent: int
    norm: int
    after: int
    usual: int | None
    stays: int
    ahead: int
    pace: int | None


def due_until(on: date, agencies: frozenset[UUID] | None, at: datetime) -> list[Queued]:
    """Give what is not late yet and is due by the end of a day, the earliest first."""
    given = sorted(agencies) if agencies is not None else None
    today = midnight(local(at).date())
    with connection.cursor() as cursor:
        cursor.execute(_QUEUES, [_RUNNING, midnight(on + timedelta(days=1)), at, today, given, given])
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    if not rows:
        return []
    seen = Seen(at, *_lately(sorted({row["unit_id"] for row in rows}), at))
    return [_queued(row, seen) for row in rows]


def next_working_day(on: date) -> date:
    """Give the working day of the whole country after a day."""
    day = on + timedelta(days=1)
    calendar = org.calendar_for(None)
    while not calendar.is_working(day):
        day += timedelta(days=1)
    return day


@dataclass(frozen=True)
class Seen:
    """What was seen up to a moment: the stays at steps, and how many each holder finished."""

    at: datetime
    stays: Mapping[tuple[UUID, str], Sequence[tuple[datetime, datetime]]]
    finished: Mapping[Holder, int]

    def pace(self, holder: Holder, calendar: Calendar) -> int | None:
        """Give the working minutes between two dossiers that a holder finished."""
        done = self.finished.get(holder, 0)
        return working_minutes_between(self.at - WINDOW, self.at, calendar) // done if done else None


def _queued(row: Mapping[str, Any], seen: Seen) -> Queued:
    calendar = org.calendar_for(row["competent_agency_id"], row["calendar_number"])
    stays = seen.stays.get((row["unit_id"], row["name"]), ())
    lengths = [working_minutes_between(began, ended, calendar) for began, ended in stays]
    return Queued(
        id=row["id"],
        step=row["name"],
        left=max(0, working_minutes_between(seen.at, row["due_at"], calendar)),
        spent=working_minutes_between(row["started_at"], seen.at, calendar),
        norm=working_minutes_between(row["started_at"], row["step_due"], calendar),
        after=_least_after(row["route_id"], row["step"]),
        usual=int(median(lengths)) if lengths else None,
        stays=len(lengths),
        ahead=row["ahead"],
        pace=seen.pace(Holder(row["unit_id"], row["role"], row["holder_id"]), calendar),
    )


def _lately(
    units: Sequence[UUID], at: datetime
) -> tuple[dict[tuple[UUID, str], list[tuple[datetime, datetime]]], dict[Holder, int]]:
    """Give the stays that ended lately, by unit and step, and how many each holder ended."""
    stays: dict[tuple[UUID, str], list[tuple[datetime, datetime]]] = {}
    finished: dict[Holder, int] = {}
    runs = StepRun.objects.filter(unit_id__in=units, ended_at__gt=at - WINDOW, ended_at__lte=at).order_by()
    for unit, role, staff, name, began, ended in runs.values_list(
        "unit_id", "role", "staff_id", "name", "started_at", "ended_at"
    ):
        assert ended is not None, "only ended stays are read"
        stays.setdefault((unit, name), []).append((began, ended))
        for holder in {Holder(unit, role, staff), Holder(unit, role, None)}:
            finished[holder] = finished.get(holder, 0) + 1
    return stays, finished


@lru_cache(maxsize=16384)
def _least_after(route_id: UUID | None, place: int | None) -> int:
    """Give the least working minutes that the steps after a place take by their norms, on any way."""
    if route_id is None or not place:
        return 0
    least: dict[str, int] = {}
    after = 0
    for step in reversed(catalogue.walked(route_id).steps[place - 1 :]):
        after = min((least[way.to] for way in step.ways if way.to in least), default=0)
        least[step.key] = after + int(step.hours * MINUTES_IN_HOUR)
    return after
