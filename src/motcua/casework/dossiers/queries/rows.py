"""Dossiers as lists show them: first the places of a page, then one narrow statement for its rows."""

from collections import namedtuple
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from motcua.base.clock import local
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.due import Due
from motcua.base.clock.left import remaining_words
from motcua.base.clock.remaining import Remaining, remaining
from motcua.base.clock.segments import Reckoning
from motcua.casework.dossiers.models import ClockMark, Dossier
from motcua.casework.dossiers.queries.buckets import Bucket
from motcua.casework.dossiers.reckoning import NOTHING_COUNTED, calendar_of, clock_of, duration_of
from motcua.casework.dossiers.words import Move, RoundState, State, Transfer
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.org.words import Role

# A stay is open in these states, once the dossier was accepted: a result, an end or a refusal closes it.
AT_A_STEP = (State.ACCEPTED, State.IN_PROCESS, State.SUPPLEMENT_REQUESTED, State.PAYMENT_REQUIRED)

# Written out: it never changes, and building it anew for every page costs more than asking it.
_TOLD = """
    SELECT dossier.id, dossier.code, dossier.temporary_code, dossier.state, dossier.transfer, dossier.channel,
           dossier.version_id, dossier.case_id, dossier.competent_agency_id, dossier.calendar_number,
           dossier.route_id, dossier.step, dossier.step_since,
           dossier.handling_unit_id, dossier.handling_role,
           dossier.submitted_at, dossier.accepted_at, dossier.resolved_at, dossier.ended_at,
           dossier.due_at, dossier.due_by_instant, dossier.paused_since,
           version.title, dossier.applicant ->> 'name' AS filed_name, owner.full_name AS owner_name,
           owner.commune, holder.full_name AS holder_name,
           (SELECT round.state FROM dossiers_supplement_round AS round
             WHERE round.dossier_id = dossier.id ORDER BY round.number DESC LIMIT 1) AS asked,
           EXISTS (SELECT FROM dossiers_extension AS proposed
             WHERE proposed.dossier_id = dossier.id AND proposed.state = 'proposed') AS extending
      FROM dossiers_dossier AS dossier
      JOIN catalogue_version AS version ON version.id = dossier.version_id
      JOIN people_applicant AS owner ON owner.id = dossier.owner_id
      LEFT JOIN org_staff AS holder ON holder.id = dossier.holder_id
     WHERE dossier.id = ANY(%s)
"""


class Placed(NamedTuple):
    """Where a dossier stands in a list."""

    id: UUID
    bucket: str
    rank: int
    moment: datetime


@dataclass(frozen=True)
class WorkRow:
    """One dossier in a work list."""

    id: UUID
    code: str
    title: str
    applicant: str
    commune: str
    state: State
    step: str
    since: datetime | None
    due_at: datetime | None
    left: Remaining
    left_words: str
    bucket: Bucket
    next_move: Move | None
    extending: bool
    holder: str
    unit: UUID | None
    role: str


def placed(dossiers: QuerySet[Dossier]) -> list[Placed]:
    """Give the places of dossiers in their order; whatever orders thousands of them carries nothing else."""
    return [Placed._make(one) for one in dossiers.values_list(*Placed._fields)]


def rows_at(places: Sequence[Placed], at: datetime) -> list[WorkRow]:
    """Give the dossiers at some places as lists show them."""
    found = _told([one.id for one in places])
    marks = _marks([one.id for one in found.values() if _stands(one)])
    return [_row(found[one.id], one.bucket, marks.get(one.id, ()), at) for one in places]


def _told(ids: list[UUID]) -> dict[UUID, Any]:
    if not ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_TOLD, [ids])
        shape = _shape(*(column.name for column in cursor.description))
        return {one.id: one for one in map(shape._make, cursor.fetchall())}


@cache
def _shape(*names: str) -> Any:
    return namedtuple("Told", names)


def _marks(ids: list[UUID]) -> dict[UUID, list[ClockMark]]:
    """Give the marks of those whose clock stands: only they say what was left."""
    found: dict[UUID, list[ClockMark]] = {}
    for mark in ClockMark.objects.filter(dossier_id__in=ids).order_by("seq") if ids else ():
        found.setdefault(mark.dossier_id, []).append(mark)
    return found


def step_name(route_id: UUID | None, place: int | None, state: int) -> str:
    """Give the name of the step where a dossier stands, empty where it stands at none."""
    if route_id is None or not place or state not in AT_A_STEP:
        return ""
    return catalogue.walked(route_id).steps[place - 1].name


def _row(one: Any, bucket: str, marks: Sequence[ClockMark], at: datetime) -> WorkRow:
    left = _left(one, marks, at)
    step = step_name(one.route_id, one.step, one.state)
    return WorkRow(
        id=one.id,
        code=one.code or one.temporary_code,
        title=one.title,
        applicant=one.owner_name if one.filed_name is None else one.filed_name,
        commune=one.commune,
        state=State(one.state),
        step=step,
        since=one.step_since if step else one.ended_at or one.resolved_at or one.submitted_at,
        due_at=one.due_at,
        left=left,
        left_words=remaining_words(left),
        bucket=Bucket(bucket),
        next_move=_next_move(one),
        extending=one.extending,
        holder=one.holder_name or "",
        unit=one.handling_unit_id,
        role=one.handling_role,
    )


def _stands(one: Any) -> bool:
    """Tell whether the clock stands otherwise than by a result: then only its marks say what is left."""
    paused = one.paused_since is not None and one.resolved_at is None
    return paused or (one.accepted_at is not None and one.ended_at is not None and one.resolved_at is None)


def _left(one: Any, marks: Sequence[ClockMark], at: datetime) -> Remaining:
    """Give the time left; of a running clock by the due date as projected, which equals its reckoning."""
    reckoning, calendar = clock_of(one, marks) if marks else _projected(one)
    return remaining(reckoning, at, calendar)


def _projected(one: Any) -> tuple[Reckoning, Calendar]:
    duration = duration_of(one)
    if one.accepted_at is None or one.due_at is None or duration is None:
        return Reckoning(duration, (), None, None, None, None, None, None), NOTHING_COUNTED
    calendar, due_at = calendar_of(one), local(one.due_at)
    instant = due_at if one.due_by_instant else None
    end = Due(due_at.date(), instant, one.accepted_at, duration, (), calendar)
    stopped = local(one.resolved_at) if one.resolved_at else None
    return Reckoning(duration, (), None, end, one.accepted_at, one.accepted_at, None, stopped), calendar


_NEXT = {
    State.SUBMITTED: Move.ACCEPT,
    State.ACCEPTED: Move.FORWARD,
    State.RESOLVED: Move.HAND_OVER_RESULT,
    State.SUPPLEMENT_REQUESTED: None,
}
_NEXT_ASKED = {
    RoundState.PROPOSED: Move.APPROVE_SUPPLEMENT,
    RoundState.APPROVED: Move.REQUEST_SUPPLEMENT,
    RoundState.ANSWERED: Move.SUPPLEMENT_COMPLETE,
}
_NEXT_SENT = {Transfer.NEEDED: Move.TRANSFER, Transfer.WAITING: Move.TAKE_TRANSFER}
_NEXT_AT_STEP = {
    Role.CASE_OFFICER: Move.DRAFT_RESULT,
    Role.UNIT_HEAD: Move.ADVANCE_STEP,
    Role.AGENCY_LEADER: Move.APPROVE_RESULT,
    Role.RECORDS_CLERK: Move.ISSUE_RESULT,
}


def _next_move(one: Any) -> Move | None:
    asked = _NEXT_ASKED.get(one.asked)
    if asked is not None:
        return asked
    if one.state == State.IN_PROCESS:
        return _NEXT_AT_STEP.get(one.handling_role)
    return _NEXT_SENT.get(one.transfer) or _NEXT.get(one.state)
