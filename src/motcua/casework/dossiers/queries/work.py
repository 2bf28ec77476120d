"""The one list of an official, ordered by remaining legal time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from motcua.base.access import Actor
from motcua.base.clock.left import remaining_words
from motcua.base.clock.remaining import Remaining, remaining
from motcua.base.journal.models import Entry
from motcua.casework.dossiers.models import ClockMark, Dossier, StepRun, SupplementRound
from motcua.casework.dossiers.queries import keys
from motcua.casework.dossiers.queries.buckets import Bucket, bounds_for, with_buckets
from motcua.casework.dossiers.queries.matching import searched
from motcua.casework.dossiers.queries.scopes import Scope, in_scope, waiting_for
from motcua.casework.dossiers.reckoning import clock_of
from motcua.casework.dossiers.words import Move, RoundState, State, Transfer
from motcua.reference.catalogue.words import Channel
from motcua.reference.org.words import Role

PAGE = 50
NOBODY, UNGIVEN = "none", "ungiven"
_WITH = ("version__procedure", "holder", "handling_unit", "owner")


class View(StrEnum):
    """Ways of looking at the list; each is an address of its own."""

    ALL = "all"
    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    WAITING = "waiting"
    FRESH = "fresh"
    UNOPENED = "unopened"
    PAUSED = "paused"
    RESOLVED = "resolved"


@dataclass(frozen=True)
class Sought:
    """What a list is narrowed to.

    `holder` is an official's id, NOBODY for what none holds, or
    UNGIVEN for that part of it which waits at a step to be given to somebody.
    """

    scope: Scope = Scope.MINE
    view: View = View.ALL
    words: str = ""
    field: str = ""
    step: str = ""
    channel: str = ""
    holder: str = ""

    @property
    def filtered(self) -> bool:
        """Tell whether anything beyond scope and view narrows the list."""
        return bool(self.words or self.field or self.step or self.channel or self.holder)


@dataclass(frozen=True)
class Options:
    """What the filters of a list offer: only what stands in it."""

    fields: list[str]
    steps: list[str]
    channels: list[Channel]
    holders: list[tuple[str, str]]


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


@dataclass(frozen=True)
class WorkList:
    """A page of the list, with the count of every view and the keys of the pages around."""

    rows: list[WorkRow]
    counts: dict[View, int]
    total: int
    previous: str
    next: str


def work_list(
    actor: Actor, *, at: datetime, sought: Sought | None = None, after: str = "", before: str = ""
) -> WorkList:
    """Give what waits for an official now, nearest legal time first."""
    sought = sought or Sought()
    every = listed(actor, sought, at)
    counts = counts_of(every)
    shown = narrowed(every, sought).select_related(*_WITH)
    total = shown.count() if sought.filtered else counts[sought.view]
    page = keys.page_of(shown, after=after, before=before, size=PAGE)
    return WorkList([row_of(one, at) for one in page.rows], counts, total, page.previous, page.next)


def listed(actor: Actor, sought: Sought, at: datetime) -> QuerySet[Dossier]:
    """Give everything of a scope, each dossier with its bucket."""
    return with_buckets(in_scope(actor, sought.scope), bounds_for(actor, at))


def counts_of(every: QuerySet[Dossier]) -> dict[View, int]:
    """Give how many dossiers of a list each view shows, in two statements."""
    groups = every.order_by().values("state").annotate(head=F("bucket"), amount=Count("pk"))
    told = [(one["head"], one["state"], one["amount"]) for one in groups]
    counts = {view: sum(n for head, state, n in told if _holds(view, head, state)) for view in View}
    counts[View.UNOPENED] = every.filter(_where(View.UNOPENED)).count()
    return counts


def narrowed(every: QuerySet[Dossier], sought: Sought) -> QuerySet[Dossier]:
    """Keep what a view and the filters leave of a list."""
    chosen = searched(every.filter(_where(sought.view)), sought.words)
    if sought.field:
        chosen = chosen.filter(version__procedure__field=sought.field)
    if sought.channel:
        chosen = chosen.filter(channel=sought.channel)
    if sought.step:
        at_step = StepRun.objects.filter(dossier=OuterRef("pk"), ended_at=None, name=sought.step)
        chosen = chosen.filter(Exists(at_step.order_by()))
    if sought.holder == NOBODY:
        chosen = chosen.filter(holder=None)
    elif sought.holder == UNGIVEN:
        chosen = chosen.filter(holder=None, state=State.IN_PROCESS)
    elif sought.holder:
        chosen = chosen.filter(holder_id=UUID(sought.holder))
    return chosen


def options_of(actor: Actor, sought: Sought) -> Options:
    """Give what the filters offer: the fields, steps, ways of filing and people within the scope."""
    found = in_scope(actor, sought.scope).order_by()
    field, key = "version__procedure__field", "version__procedure__field_sort_key"
    fields = sorted(found.values_list(key, field).distinct())
    runs = StepRun.objects.filter(dossier__in=found, ended_at=None).order_by()
    steps = sorted(set(runs.values_list("step", "name")))
    people = found.exclude(holder=None).values_list("holder__sort_key", "holder_id", "holder__full_name")
    ways = set(found.values_list("channel", flat=True).distinct())
    return Options(
        [name for _, name in fields],
        list(dict.fromkeys(name for _, name in steps)),
        [one for one in Channel if one.value in ways],
        [(str(pk), name) for _, pk, name in sorted(people.distinct())],
    )


def count_waiting(actor: Actor) -> int:
    """Give how many dossiers wait for an official."""
    return waiting_for(actor).count()


def rows_of(actor: Actor, ids: Iterable[UUID], *, at: datetime) -> list[Dossier]:
    """Give the chosen ones among the dossiers that stand in an official's lists, in the order of the list."""
    places = Q(pk__in=waiting_for(actor).values("pk")) | Q(pk__in=in_scope(actor, Scope.UNIT).values("pk"))
    chosen = Dossier.objects.filter(places, pk__in=list(ids)).select_related(*_WITH)
    return list(with_buckets(chosen, bounds_for(actor, at)).order_by(*keys.ORDER))


_STATES = {View.WAITING: State.SUPPLEMENT_REQUESTED, View.FRESH: State.SUBMITTED}
_BUCKETS = {View.RESOLVED: Bucket.DONE.value}


def _where(view: View) -> Q:
    if view is View.ALL:
        return Q()
    if view is View.UNOPENED:
        return Q(_unopened())
    return Q(state=_STATES[view]) if view in _STATES else Q(bucket=_BUCKETS.get(view, view.value))


def _holds(view: View, bucket: str, state: int) -> bool:
    if view in _STATES:
        return state == _STATES[view]
    return view is View.ALL or bucket == _BUCKETS.get(view, view.value)


def _unopened() -> Exists:
    """Tell what was given to a named person who has neither acted on it nor looked at it since."""
    looks = Entry.objects.filter(
        about=OuterRef("said"),
        actor=OuterRef("reader"),
        thing__startswith="reads:",
        recorded_at__gte=OuterRef("started_at"),
    )
    given = StepRun.objects.filter(
        dossier=OuterRef("pk"), ended_at=None, acted_at=None, staff__isnull=False
    ).annotate(
        said=Concat(Value("dossier:"), _text("dossier_id")), reader=Concat(Value("staff:"), _text("staff_id"))
    )
    return Exists(given.filter(~Exists(looks)).order_by())


def _text(name: str) -> Cast:
    return Cast(F(name), TextField())


def row_of(dossier: Dossier, at: datetime) -> WorkRow:
    """Give one dossier as lists show it; its bucket and the parts that `keys.PARTS` reads come with it."""
    marks: list[ClockMark] = vars(dossier)["told_marks"]
    runs: list[StepRun] = vars(dossier)["told_runs"]
    reckoning, calendar = clock_of(dossier, marks)
    left = remaining(reckoning, at, calendar)
    run = next((one for one in runs if one.ended_at is None), None)
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
        bucket=Bucket(getattr(dossier, "bucket", Bucket.LATER)),
        next_move=_next_move(dossier),
        holder=dossier.holder.full_name if dossier.holder else "",
    )


_NEXT = {
    State.SUBMITTED: Move.ACCEPT,
    State.ACCEPTED: Move.FORWARD,
    State.RESOLVED: Move.HAND_OVER_RESULT,
    State.SUPPLEMENT_REQUESTED: None,
}
_NEXT_SENT = {Transfer.NEEDED: Move.TRANSFER, Transfer.WAITING: Move.TAKE_TRANSFER}
_NEXT_AT_STEP = {
    Role.CASE_OFFICER: Move.DRAFT_RESULT,
    Role.UNIT_HEAD: Move.ADVANCE_STEP,
    Role.AGENCY_LEADER: Move.APPROVE_RESULT,
    Role.RECORDS_CLERK: Move.ISSUE_RESULT,
}


def _next_move(dossier: Dossier) -> Move | None:
    rounds: list[SupplementRound] = vars(dossier)["told_rounds"]
    last = rounds[-1] if rounds else None
    if last is not None and last.state == RoundState.PROPOSED:
        return Move.APPROVE_SUPPLEMENT
    if last is not None and last.state == RoundState.APPROVED:
        return Move.REQUEST_SUPPLEMENT
    if last is not None and last.state == RoundState.ANSWERED:
        return Move.SUPPLEMENT_COMPLETE
    if dossier.state == State.IN_PROCESS:
        return _NEXT_AT_STEP.get(Role(dossier.handling_role))
    return _NEXT_SENT.get(Transfer(dossier.transfer)) or _NEXT.get(State(dossier.state))
