"""Rounds as they are read: how far each is, what is due, what a new version of the criteria would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, QuerySet

from motcua.base.access import Actor
from motcua.reference.org.models import Agency
from motcua.reference.org.queries.valid import valid
from motcua.reference.org.words import AgencyKind, Tier
from motcua.reform.scoring.models import (
    CriteriaSet,
    DomainAllocation,
    LeafScore,
    RoundDeadline,
    ScoringRound,
    Sheet,
)
from motcua.reform.scoring.queries import relations
from motcua.reform.scoring.queries.sets import criteria_of
from motcua.reform.scoring.rules.moving import LeafMove, moved
from motcua.reform.scoring.rules.rounds import OPEN_STATES, ORDER
from motcua.reform.scoring.words import LeafChange, RoundKind, SetLevel, SheetState


def rounds() -> QuerySet[ScoringRound]:
    """Give all rounds, the newest period first."""
    rows = ScoringRound.objects.select_related("owner", "office", "criteria", "year_round")
    return rows.order_by("-last", "level", "kind", "pk")


def round_called(round_id: UUID) -> ScoringRound | None:
    """Give one round, None where there is none."""
    return rounds().filter(pk=round_id).first()


def rounds_run_by(actor: Actor) -> QuerySet[ScoringRound]:
    """Give the rounds of the province for which somebody works."""
    committee = relations.superior_of(actor)
    return rounds().filter(owner=committee) if committee else rounds().none()


def deadlines_of(round_: ScoringRound) -> dict[SheetState, date]:
    """Give the last day of each state that has one, in the order of the states."""
    rows = dict(RoundDeadline.objects.filter(round=round_).values_list("state", "due_on"))
    return {state: rows[state.value] for state in ORDER if state.value in rows}


def allocation_of(round_: ScoringRound) -> dict[str, list[Agency]]:
    """Give the agencies that appraise each domain."""
    rows = DomainAllocation.objects.filter(round=round_).select_related("agency")
    found: dict[str, list[Agency]] = {}
    for row in rows.order_by("domain", "agency__sort_key"):
        found.setdefault(row.domain, []).append(row.agency)
    return found


def progress_of(round_: ScoringRound) -> dict[SheetState, int]:
    """Give how many sheets of a round stand in each state, states without any among them."""
    rows = dict(
        Sheet.objects.filter(round=round_).order_by().values_list("state").annotate(count=Count("pk"))
    )
    return {state: rows.get(state.value, 0) for state in ORDER}


def agencies_of(level: str, owner: Agency, on: date) -> QuerySet[Agency]:
    """Give the agencies that a set of a level scores on a day, in Vietnamese order.

    Departments are those right under the committee of the province; centres are scored by nobody.
    """
    rows = Agency.objects.filter(valid(on)).order_by("sort_key", "pk")
    match SetLevel(level):
        case SetLevel.PROVINCE:
            return rows.filter(pk=owner.pk)
        case SetLevel.DEPARTMENT:
            return rows.filter(parent=owner, kind=AgencyKind.DEPARTMENT.value, tier=Tier.PROVINCE.value)
        case SetLevel.COMMUNE:
            tier = Tier.COMMUNE
        case SetLevel.DISTRICT:
            tier = Tier.DISTRICT
    return rows.filter(parent=owner, kind=AgencyKind.PEOPLES_COMMITTEE.value, tier=tier.value)


@dataclass(frozen=True)
class StageDue:
    """A state whose last day has come: `late` tells that it is past; `sheets` are those still in it."""

    round: ScoringRound
    state: SheetState
    due_on: date
    sheets: tuple[Sheet, ...]
    late: bool


def stages_due(on: date) -> list[StageDue]:
    """Give every state whose last day is here or past while sheets have not left it, the oldest first."""
    rows = RoundDeadline.objects.filter(due_on__lte=on).select_related("round__owner", "round__criteria")
    found = []
    for row in rows.order_by("due_on", "round__level", "id"):
        state = SheetState(row.state)
        not_yet = [one.value for one in OPEN_STATES[: ORDER.index(state) + 1]]
        sheets = Sheet.objects.filter(round=row.round, state__in=not_yet).select_related("agency")
        behind = tuple(sheets.order_by("agency__sort_key", "pk"))
        if behind:
            found.append(StageDue(row.round, state, row.due_on, behind, late=row.due_on < on))
    return found


def to_start(on: date) -> QuerySet[ScoringRound]:
    """Give the rounds whose day has come while sheets are not open yet."""
    waiting = Sheet.objects.filter(state=SheetState.NOT_OPEN.value).values("round")
    return rounds().filter(opens_on__lte=on, pk__in=waiting)


def months_to_open(on: date) -> list[ScoringRound]:
    """Give the year rounds that have no round yet for the month of a day."""
    years = rounds().filter(kind=RoundKind.YEAR.value, first__lte=on, last__gte=on)
    years = years.filter(sheets__isnull=False).distinct()
    return [one for one in years if not one.months.filter(first__lte=on, last__gte=on).exists()]


@dataclass(frozen=True)
class MovePreview:
    """What moving a round to other criteria does: every leaf, and the sheets that go along or stay behind.

    `papers` counts the pieces of evidence by leaf in the sheets that go along; none of them is lost.
    """

    round: ScoringRound
    criteria: CriteriaSet
    leaves: tuple[LeafMove, ...]
    moving: tuple[Sheet, ...]
    staying: tuple[Sheet, ...]
    papers: Mapping[str, int]

    def of(self, change: LeafChange) -> Sequence[LeafMove]:
        """Give the leaves to which one thing happens."""
        return [leaf for leaf in self.leaves if leaf.change is change]


def preview_move(round_: ScoringRound, criteria: CriteriaSet) -> MovePreview:
    """Tell what moving a running round to other criteria would do, before anything is done."""
    rows = Sheet.objects.filter(round=round_).select_related("agency").order_by("agency__sort_key", "pk")
    open_ = (SheetState.NOT_OPEN, SheetState.SELF_SCORING)
    moving = tuple(one for one in rows if one.state in open_)
    counts = LeafScore.objects.filter(sheet__in=moving, evidence__withdrawn_at=None).order_by()
    papers = dict(counts.values_list("code").annotate(count=Count("evidence")))
    return MovePreview(
        round_,
        criteria,
        moved(criteria_of(round_.criteria), criteria_of(criteria)),
        moving,
        tuple(one for one in rows if one.state not in open_),
        {code: count for code, count in papers.items() if count},
    )
