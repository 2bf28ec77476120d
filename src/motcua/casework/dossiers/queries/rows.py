"""Dossiers as lists show them: one narrow statement for a page of rows, however long their histories."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KT

from motcua.base.clock import local
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.due import Due
from motcua.base.clock.left import remaining_words
from motcua.base.clock.remaining import Remaining, remaining
from motcua.base.clock.segments import Reckoning
from motcua.casework.dossiers.models import ClockMark, Dossier, SupplementRound
from motcua.casework.dossiers.queries.buckets import Bucket
from motcua.casework.dossiers.reckoning import NOTHING_COUNTED, calendar_of, clock_of, duration_of
from motcua.casework.dossiers.words import Move, RoundState, State, Transfer
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.org.words import Role

# A stay is open in these states, once the dossier was accepted: a result, an end or a refusal closes it.
AT_A_STEP = (State.ACCEPTED, State.IN_PROCESS, State.SUPPLEMENT_REQUESTED, State.PAYMENT_REQUIRED)

_COLUMNS = (
    *("id", "code", "temporary_code", "state", "transfer", "channel", "version_id", "case_id"),
    *("competent_agency_id", "calendar_number", "route_id", "step", "step_since"),
    *("handling_unit_id", "handling_role", "submitted_at", "accepted_at", "resolved_at", "ended_at"),
    *("due_at", "due_by_instant", "paused_since", "bucket", "rank", "moment"),
    *("version__title", "owner__full_name", "owner__commune", "holder__full_name", "filed_name", "asked"),
)


class Told(Protocol):
    """The columns of one dossier that others read too; the rest is for rows alone."""

    id: UUID
    rank: int
    moment: datetime
    handling_unit_id: UUID | None
    handling_role: str


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
    holder: str


def columns_of(dossiers: QuerySet[Dossier]) -> QuerySet[Dossier, Any]:
    """Narrow dossiers with their buckets to what rows tell; `asked` is how far the last request is."""
    last = SupplementRound.objects.filter(dossier=OuterRef("pk")).order_by("-number")
    named = dossiers.annotate(filed_name=KT("applicant__name"), asked=Subquery(last.values("state")[:1]))
    return named.values_list(*_COLUMNS, named=True)


def rows_from(found: Iterable[Any], at: datetime) -> list[WorkRow]:
    """Give dossiers as lists show them; marks are read of those alone whose clock stands."""
    found = list(found)
    standing = [one.id for one in found if _stands(one)]
    marks: dict[UUID, list[ClockMark]] = {}
    if standing:
        for mark in ClockMark.objects.filter(dossier_id__in=standing).order_by("seq"):
            marks.setdefault(mark.dossier_id, []).append(mark)
    return [_row(one, marks.get(one.id, ()), at) for one in found]


def step_name(route_id: UUID | None, place: int | None, state: int) -> str:
    """Give the name of the step where a dossier stands, empty where it stands at none."""
    if route_id is None or not place or state not in AT_A_STEP:
        return ""
    return catalogue.walked(route_id).steps[place - 1].name


def _row(one: Any, marks: Sequence[ClockMark], at: datetime) -> WorkRow:
    left = _left(one, marks, at)
    step = step_name(one.route_id, one.step, one.state)
    return WorkRow(
        id=one.id,
        code=one.code or one.temporary_code,
        title=one.version__title,
        applicant=one.owner__full_name if one.filed_name is None else one.filed_name,
        commune=one.owner__commune,
        state=State(one.state),
        step=step,
        since=one.step_since if step else one.resolved_at or one.submitted_at,
        due_at=one.due_at,
        left=left,
        left_words=remaining_words(left),
        bucket=Bucket(one.bucket),
        next_move=_next_move(one),
        holder=one.holder__full_name or "",
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
