"""The one list of an official, ordered by remaining legal time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.base.access import Actor
from motcua.base.clock.left import remaining_words
from motcua.base.clock.remaining import Remaining, RemainingKind, remaining
from motcua.base.text import fold
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.reckoning import reckoned
from motcua.casework.dossiers.words import Move, RoundState, State
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role

PAGE = 50


class View(StrEnum):
    """Ways of looking at the list; each is an address of its own."""

    ALL = "all"
    LATE = "late"
    TODAY = "today"
    WAITING = "waiting"
    FRESH = "fresh"


class Group(StrEnum):
    """The heads under which rows stand."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    NO_CLOCK = "no_clock"


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
    group: Group
    next_move: Move | None
    holder: str


@dataclass(frozen=True)
class WorkList:
    """A page of the list, with the count of every view."""

    rows: list[WorkRow]
    counts: dict[View, int]
    total: int
    page: int
    pages: int


def work_list(
    actor: Actor, *, at: datetime, view: View = View.ALL, search: str = "", field: str = "", page: int = 1
) -> WorkList:
    """Give what waits for an official now, nearest legal time first."""
    mine = _waiting_for(actor)
    counts = {one: _in_view(mine, one, at).count() for one in View}
    chosen = searched(_in_view(mine, view, at), search, field)
    total = chosen.count()
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 1), pages)
    start = (page - 1) * PAGE
    dossiers = (
        chosen.select_related("version__procedure", "holder", "handling_unit", "owner")
        .prefetch_related("clock_marks", "rounds", "step_runs")
        .order_by("paused_since", "due_at", "submitted_at", "id")[start : start + PAGE]
    )
    return WorkList([row_of(one, at) for one in _ordered(dossiers)], counts, total, page, pages)


def fields_of(actor: Actor) -> list[str]:
    """Give the fields of law among what waits for an official, for the filter."""
    found = _waiting_for(actor).values_list("version__procedure__field", "version__procedure__field_sort_key")
    return [name for name, _ in sorted(set(found), key=lambda pair: pair[1])]


def count_waiting(actor: Actor) -> int:
    """Give how many dossiers wait for an official."""
    return _waiting_for(actor).count()


def _waiting_for(actor: Actor) -> QuerySet[Dossier]:
    wanted = Q(
        state__in=[State.IN_PROCESS, State.SUPPLEMENT_REQUESTED],
        handling_unit_id=actor.unit,
        handling_role__in=sorted(actor.roles),
    ) & (Q(holder=None) | Q(holder_id=actor.person))
    if actor.has(Role.RECEPTION_OFFICER):
        wanted |= Q(receiving_unit_id=actor.unit) & (
            Q(state__in=[State.SUBMITTED, State.ACCEPTED, State.RESOLVED])
            | Q(state=State.SUPPLEMENT_REQUESTED, rounds__state__in=[RoundState.SENT, RoundState.ANSWERED])
            | Q(state=State.IN_PROCESS, rounds__state=RoundState.APPROVED)
        )
    if actor.has(Role.AGENCY_LEADER):
        wanted |= Q(competent_agency_id=actor.agency, rounds__state=RoundState.PROPOSED)
    return Dossier.objects.filter(pk__in=Dossier.objects.filter(wanted).values("pk"))


def _in_view(mine: QuerySet[Dossier], view: View, at: datetime) -> QuerySet[Dossier]:
    end_of_day = at.replace(hour=23, minute=59, second=59, microsecond=999999)
    running = Q(paused_since=None, resolved_at=None)
    return {
        View.ALL: mine,
        View.LATE: mine.filter(running, due_at__lt=at),
        View.TODAY: mine.filter(running, due_at__gte=at, due_at__lte=end_of_day),
        View.WAITING: mine.filter(state=State.SUPPLEMENT_REQUESTED),
        View.FRESH: mine.filter(state=State.SUBMITTED),
    }[view]


def searched(chosen: QuerySet[Dossier], search: str, field: str) -> QuerySet[Dossier]:
    """Keep what answers the words (code, owner, procedure; diacritics do not matter) and the field of law."""
    if field:
        chosen = chosen.filter(version__procedure__field=field)
    words = fold(search)
    if words:
        code = "".join(search.split()).upper()
        chosen = chosen.filter(
            Q(code__contains=code)
            | Q(temporary_code__contains=code)
            | Q(owner__folded_name__contains=words)
            | Q(version__folded__contains=words)
        )
    return chosen


def _ordered(dossiers: Iterable[Dossier]) -> list[Dossier]:
    """Running clocks first by due time, then what has no clock yet, then what is paused."""
    return sorted(dossiers, key=lambda one: (one.paused_since is not None, one.due_at is None))


def row_of(dossier: Dossier, at: datetime) -> WorkRow:
    """Give one dossier as lists show it; its clock marks, rounds and step runs come with it."""
    marks = sorted(dossier.clock_marks.all(), key=lambda mark: mark.seq)
    left = remaining(reckoned(dossier, marks), at, org.calendar_for(dossier.competent_agency_id))
    run = next((one for one in dossier.step_runs.all() if one.ended_at is None), None)
    return WorkRow(
        id=dossier.pk,
        code=str(dossier),
        title=dossier.version.title,
        applicant=dossier.applicant.get("name", dossier.owner.full_name),
        commune=dossier.owner.commune,
        state=State(dossier.state),
        step=run.name if run else "",
        since=run.started_at if run else dossier.resolved_at or dossier.submitted_at,
        due_at=dossier.due_at,
        left=left,
        left_words=remaining_words(left),
        group=_group(left),
        next_move=_next_move(dossier),
        holder=dossier.holder.full_name if dossier.holder else "",
    )


_GROUPS = {
    RemainingKind.LATE: Group.LATE,
    RemainingKind.TODAY: Group.TODAY,
    RemainingKind.LAST_DAY: Group.SOON,
    RemainingKind.FAR: Group.LATER,
}


def _group(left: Remaining) -> Group:
    return _GROUPS.get(left.kind, Group.NO_CLOCK)


_NEXT = {
    State.SUBMITTED: Move.ACCEPT,
    State.ACCEPTED: Move.FORWARD,
    State.RESOLVED: Move.HAND_OVER_RESULT,
    State.SUPPLEMENT_REQUESTED: None,
}
_NEXT_AT_STEP = {
    Role.CASE_OFFICER: Move.DRAFT_RESULT,
    Role.UNIT_HEAD: Move.ADVANCE_STEP,
    Role.AGENCY_LEADER: Move.APPROVE_RESULT,
    Role.RECORDS_CLERK: Move.ISSUE_RESULT,
}


def _next_move(dossier: Dossier) -> Move | None:
    last = max(dossier.rounds.all(), key=lambda one: one.number, default=None)
    if last is not None and last.state == RoundState.PROPOSED:
        return Move.APPROVE_SUPPLEMENT
    if last is not None and last.state == RoundState.APPROVED:
        return Move.REQUEST_SUPPLEMENT
    if last is not None and last.state == RoundState.ANSWERED:
        return Move.SUPPLEMENT_COMPLETE
    if dossier.state == State.IN_PROCESS:
        return _NEXT_AT_STEP.get(Role(dossier.handling_role))
    return _NEXT.get(State(dossier.state))
