"""The one list of an official, ordered by remaining legal time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from motcua.base.access import Actor
from motcua.casework.dossiers.models import Dossier, StepRun
from motcua.casework.dossiers.queries import keys
from motcua.casework.dossiers.queries.amounts import Amounts, Options, Unopened, amounts_of
from motcua.casework.dossiers.queries.buckets import Bucket, bounds_for, with_buckets
from motcua.casework.dossiers.queries.matching import searched
from motcua.casework.dossiers.queries.rows import WorkRow, rows_at
from motcua.casework.dossiers.queries.scopes import Scope, in_scope, waiting_for
from motcua.casework.dossiers.words import State

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
class WorkList:
    """A page of the list, with the count of every view, the keys of the pages around, and what narrows it."""

    rows: list[WorkRow]
    counts: dict[View, int]
    total: int
    previous: str
    next: str
    options: Options


def work_list(
    actor: Actor, *, at: datetime, sought: Sought | None = None, after: str = "", before: str = ""
) -> WorkList:
    """Give what waits for an official now, nearest legal time first."""
    sought = sought or Sought()
    every = listed(actor, sought, at)
    amounts = amounts_of(every)
    counts = _counts(amounts)
    shown = narrowed(every, sought)
    total = shown.count() if sought.filtered else counts[sought.view]
    page = keys.page_of(shown, after=after, before=before, size=PAGE)
    rows = rows_at(page.rows, at)
    return WorkList(rows, counts, total, page.previous, page.next, amounts.options)


def listed(actor: Actor, sought: Sought, at: datetime) -> QuerySet[Dossier]:
    """Give everything of a scope, each dossier with its bucket."""
    return with_buckets(in_scope(actor, sought.scope), bounds_for(actor, at))


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
        return Q(Unopened("pk"))
    return Q(state=_STATES[view]) if view in _STATES else Q(bucket=_BUCKETS.get(view, view.value))


def _counts(amounts: Amounts) -> dict[View, int]:
    """Give how many dossiers of a list each view shows."""
    told = amounts.heads.items()
    counts = {view: sum(n for (head, state), n in told if _holds(view, head, state)) for view in View}
    return {**counts, View.UNOPENED: amounts.unopened}


def _holds(view: View, bucket: str, state: int) -> bool:
    if view in _STATES:
        return state == _STATES[view]
    return view is View.ALL or bucket == _BUCKETS.get(view, view.value)
