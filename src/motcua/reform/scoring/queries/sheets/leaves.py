"""Sheets as they are read: every leaf with its figures, evidence, verdicts and what it lacks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from uuid import UUID

from django.db.models import Prefetch

from motcua.base.clock import local
from motcua.reform.scoring.models import (
    CriteriaSet,
    Evidence,
    LeafScore,
    LeafVerdict,
    ScoringRound,
    Sheet,
    SheetLock,
)
from motcua.reform.scoring.ports import UNKNOWN, MeasureSource, MeasureValue
from motcua.reform.scoring.queries import measures
from motcua.reform.scoring.queries.sets import criteria_of
from motcua.reform.scoring.rules import figures
from motcua.reform.scoring.rules.computing import LeafOutcome, Outcome, compute
from motcua.reform.scoring.rules.criteria import Criteria, Node
from motcua.reform.scoring.rules.given import NOTHING, Given
from motcua.reform.scoring.rules.judging import Judged, judged
from motcua.reform.scoring.rules.rounds import not_due, source_of
from motcua.reform.scoring.rules.standing import Standing, standing
from motcua.reform.scoring.words import (
    LeafSource,
    LeafState,
    Missing,
    RoundKind,
    SheetState,
    VerdictStage,
)

KEPT = 64  # sets under the caps of a round, in memory
JUDGED_BY = (VerdictStage.COUNCIL, VerdictStage.APPRAISAL_2, VerdictStage.APPRAISAL_1)


@dataclass(frozen=True)
class LeafReading:
    """One leaf of a sheet: its criterion, who gives its value, its own points and what others found.

    `score` is None before anything was said; `given` are the figures behind `own`; `measured` stands on
    leaves that the house counts. `missing` tells what it lacks before the sheet can be locked.
    """

    node: Node
    source: LeafSource
    score: LeafScore | None
    given: Given
    own: LeafOutcome
    measured: MeasureValue | None
    evidence: tuple[Evidence, ...]
    verdicts: Mapping[VerdictStage, LeafVerdict]
    is_due: bool = True
    missing: tuple[Missing, ...] = ()

    @property
    def asked(self) -> LeafVerdict | None:
        """Give the verdict that asks the agency to explain."""
        first = self.verdicts.get(VerdictStage.APPRAISAL_1)
        return first if first is not None and first.asks else None

    @property
    def judged(self) -> LeafVerdict | None:
        """Give the last verdict."""
        return next((self.verdicts[stage] for stage in JUDGED_BY if stage in self.verdicts), None)


@dataclass(frozen=True)
class SheetReading:
    """A sheet whole: `outcome` by its own figures, `standing` per node and of the whole under ""."""

    sheet: Sheet
    criteria: Criteria
    outcome: Outcome
    standing: Mapping[str, Standing]
    leaves: Mapping[str, LeafReading]
    locks: Mapping[str, SheetLock] = field(default_factory=dict)

    @property
    def inputs(self) -> dict[str, Given]:
        """Give the figures of every leaf, as the engine takes them."""
        return {code: leaf.given for code, leaf in self.leaves.items()}

    @property
    def missing(self) -> list[LeafReading]:
        """Give the leaves that lack something, in the order of their codes."""
        return [leaf for leaf in self.leaves.values() if leaf.missing]

    @property
    def owners(self) -> dict[str, str]:
        """Give the name of the unit that answers for a leaf, where one was named."""
        return {
            code: leaf.score.owner.name
            for code, leaf in self.leaves.items()
            if leaf.score is not None and leaf.score.owner is not None
        }


def criteria_for(one: Sheet) -> Criteria:
    """Give the criteria of a sheet under the caps of its round."""
    return _capped(one.criteria_id, one.round.bonus_cap, one.round.penalty_cap)


@lru_cache(maxsize=KEPT)
def _capped(set_id: UUID, bonus_cap: Decimal, penalty_cap: Decimal) -> Criteria:
    """Put the caps of a round over those of its criteria, once for all its sheets."""
    criteria = criteria_of(CriteriaSet(pk=set_id))
    meta = replace(criteria.meta, bonus_cap=bonus_cap, penalty_cap=penalty_cap)
    return replace(criteria, meta=meta)


def scores_of(sheet_ids: Iterable[UUID]) -> dict[UUID, dict[str, LeafScore]]:
    """Give the leaf rows of some sheets by code, with evidence and verdicts read along."""
    kept = Evidence.objects.filter(withdrawn_at=None).select_related("file").order_by("added_at", "id")
    rows = (
        LeafScore.objects.filter(sheet_id__in=list(sheet_ids))
        .select_related("owner")
        .prefetch_related(Prefetch("evidence", kept), "verdicts")
    )
    found: dict[UUID, dict[str, LeafScore]] = {}
    for row in rows:
        found.setdefault(row.sheet_id, {})[row.code] = row
    return found


def reading(one: Sheet, *, at: datetime) -> SheetReading:
    """Read a sheet whole: points by its own figures, what is secured, possible, lost, and what it lacks."""
    return readings([one], at=at)[0]


def readings(rows: Sequence[Sheet], *, at: datetime) -> list[SheetReading]:
    """Read several sheets with as many statements as one."""
    scores, locks = scores_of(one.pk for one in rows), locks_of(one.pk for one in rows)
    source = measures.source()
    found = [_read(one, criteria_for(one), scores.get(one.pk, {}), at, source) for one in rows]
    return [replace(read, locks=locks.get(read.sheet.pk, {})) for read in found]


def locks_of(sheet_ids: Iterable[UUID]) -> dict[UUID, dict[str, SheetLock]]:
    """Give the locks of some sheets by kind, in the order in which they were made."""
    rows = SheetLock.objects.filter(sheet_id__in=list(sheet_ids)).select_related("locked_by")
    found: dict[UUID, dict[str, SheetLock]] = {}
    for row in rows.order_by("locked_at", "id"):
        found.setdefault(row.sheet_id, {})[row.kind] = row
    return found


def _read(
    one: Sheet, criteria: Criteria, scores: Mapping[str, LeafScore], at: datetime, source: MeasureSource
) -> SheetReading:
    on = min(local(at).date(), one.round.last)
    measured = {} if is_frozen(one) else counted_now(one, criteria, on, source)
    given = {leaf.code: _given(leaf, scores.get(leaf.code), measured) for leaf in criteria.leaves}
    outcome = compute(criteria, given)
    waits = not_due(criteria, on)
    leaves = {
        leaf.code: _leaf(leaf, scores.get(leaf.code), given[leaf.code], outcome, measured)
        for leaf in criteria.leaves
    }
    due = {code: replace(leaf, is_due=code not in waits) for code, leaf in leaves.items()}
    leaves = {code: replace(leaf, missing=lacks(leaf, one.round)) for code, leaf in due.items()}
    return SheetReading(one, criteria, outcome, standing(outcome, given, not_due=waits), leaves)


def is_frozen(one: Sheet) -> bool:
    """Tell whether the agency has locked its figures, those that the house counts among them."""
    return one.state not in (SheetState.NOT_OPEN, SheetState.SELF_SCORING)


def counted_now(
    one: Sheet, criteria: Criteria, on: date, source: MeasureSource | None = None
) -> dict[str, MeasureValue]:
    """Count the measures behind the leaves of a sheet, up to a day; `source` has read other sheets before."""
    source, period = source or measures.source(), measures.counted(one.round, on)
    bound = [leaf for leaf in criteria.leaves if leaf.measure]
    return {leaf.code: source.value(leaf.measure, one.agency_id, period) for leaf in bound}


def given_by(value: MeasureValue) -> Given:
    """Give what a measure counted as figures of a leaf; what nobody counts is no figure."""
    if not value.known:
        return NOTHING
    return Given(numerator=value.numerator, denominator=value.denominator)


def _given(leaf: Node, score: LeafScore | None, measured: Mapping[str, MeasureValue]) -> Given:
    if leaf.code in measured:
        return given_by(measured[leaf.code])
    if score is None or score.to_look_at:
        return NOTHING
    return figures.read(score.inputs, not_applicable=score.not_applicable)


def _leaf(
    node: Node,
    score: LeafScore | None,
    given: Given,
    outcome: Outcome,
    measured: Mapping[str, MeasureValue],
) -> LeafReading:
    source = source_of(node)
    value = _measured(node, score, measured) if source is LeafSource.COMPUTED else None
    verdicts = {VerdictStage(one.stage): one for one in score.verdicts.all()} if score else {}
    papers = tuple(score.evidence.all()) if score else ()
    own = outcome.by_code[node.code]
    return LeafReading(node, source, score, given, own, value, papers, verdicts)


def _measured(node: Node, score: LeafScore | None, measured: Mapping[str, MeasureValue]) -> MeasureValue:
    """Give what is counted now, or what was when the leader signed."""
    given = figures.read(score.inputs) if score else NOTHING
    if node.code in measured or given.numerator is None or given.denominator is None:
        return measured.get(node.code, UNKNOWN)
    return MeasureValue(given.numerator, given.denominator, score.declared_at if score else None, known=True)


def lacks(leaf: LeafReading, round_: ScoringRound) -> tuple[Missing, ...]:
    """Tell what a leaf lacks before its sheet can be locked.

    What the agency declared needs evidence, or else a written explanation. In a year every leaf needs a value
    or an explanation why it has none; in a month those that have fallen due.
    """
    if leaf.source is not LeafSource.DECLARED or leaf.own.state is LeafState.NOT_APPLICABLE:
        return ()
    explained = leaf.score is not None and bool(leaf.score.explanation)
    if leaf.own.state is LeafState.PENDING:
        demanded = leaf.is_due or round_.kind == RoundKind.YEAR
        return (Missing.VALUE,) if demanded and not explained else ()
    return () if leaf.evidence or explained else (Missing.EVIDENCE,)


def points_by(leaf: LeafReading) -> Judged:
    """Give what counts of a leaf so far: the last verdict, else what the house counted or people answered.

    A leaf that the agency declared counts nothing before somebody else judged it.
    """
    verdict = leaf.judged
    if verdict is not None:
        return Judged(verdict.points, not_applicable=verdict.not_applicable)
    if leaf.source is LeafSource.DECLARED:
        return Judged(None)
    out = leaf.own.state is LeafState.NOT_APPLICABLE
    pending = leaf.own.state is LeafState.PENDING
    return Judged(None if out or pending else leaf.own.points, not_applicable=out)


def appraised(read: SheetReading) -> Outcome:
    """Give the outcome by what others judged so far."""
    return judged(read.criteria, {code: points_by(leaf) for code, leaf in read.leaves.items()})


def own_points(read: SheetReading) -> dict[str, Decimal]:
    """Give the agency's own points by leaf."""
    return {leaf.code: leaf.points for leaf in read.outcome.leaves if leaf.state is LeafState.SCORED}


def gone_leaves(one: Sheet, criteria: Criteria) -> list[LeafScore]:
    """Give the rows of leaves that the criteria of a sheet no longer have; their evidence stays readable."""
    rows = scores_of([one.pk]).get(one.pk, {})
    return [row for code, row in sorted(rows.items()) if code not in criteria.by_code]
