"""Criteria sets as they are read: the stored rows, and the tree that the engine scores by."""

from decimal import Decimal
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, Max, QuerySet

from motcua.base.rooms.registry import measures
from motcua.reform.scoring.models import CriteriaSet, CriterionNode
from motcua.reform.scoring.rules.bands import Band
from motcua.reform.scoring.rules.criteria import Criteria, Node, SetMeta
from motcua.reform.scoring.rules.kinds import rule_of
from motcua.reform.scoring.words import Method, NodeKind, NodeLevel, SetLevel

KEPT = 32  # trees in memory: of each level some versions, and those of years before


def criteria_sets() -> QuerySet[CriteriaSet]:
    """Give all sets, the newest first, each with how many rows it has."""
    return CriteriaSet.objects.annotate(rows=Count("nodes")).order_by("-year", "level", "-version")


def criteria_set(set_id: UUID) -> CriteriaSet | None:
    """Give one set."""
    return CriteriaSet.objects.filter(pk=set_id).first()


def set_in_force(level: SetLevel, year: int) -> CriteriaSet | None:
    """Give the newest version of a level for a year, or of the last year before it that has one."""
    found = CriteriaSet.objects.filter(level=level, year__lte=year)
    return found.order_by("-year", "-version").first()


def next_version(level: SetLevel, year: int) -> int:
    """Give the number that the next version of a level and year takes."""
    last = CriteriaSet.objects.filter(level=level, year=year).aggregate(last=Max("version"))["last"]
    return (last or 0) + 1


def known_measures() -> frozenset[str]:
    """Give the codes of the measures that leaves may be bound to: those on the cards of all rooms."""
    return frozenset(measure.code for measure in measures())


def criteria_of(stored: CriteriaSet) -> Criteria:
    """Give the tree of a stored set; as a set never changes, it is read once and kept in memory."""
    return _tree(stored.pk)


@lru_cache(maxsize=KEPT)
def _tree(set_id: UUID) -> Criteria:
    stored = CriteriaSet.objects.get(pk=set_id)
    nodes = CriterionNode.objects.filter(criteria=stored).order_by("row")
    return Criteria(_meta(stored), tuple(map(_node, nodes)))


def _meta(stored: CriteriaSet) -> SetMeta:
    return SetMeta(
        id=stored.code,
        name=stored.name,
        level=SetLevel(stored.level),
        year=stored.year,
        version=stored.version,
        status=stored.status,
        decision=stored.decision,
        basis=stored.basis,
        valid_from=stored.valid_from,
        total=_plain(stored.total),
        bonus_cap=None if stored.bonus_cap is None else _plain(stored.bonus_cap),
        penalty_cap=None if stored.penalty_cap is None else _plain(stored.penalty_cap),
        rescale_without_survey=stored.rescale_without_survey,
        official=stored.official,
        bands=tuple(
            Band(str(one["name"]), Decimal(str(one["min"])), bool(one["inclusive"])) for one in stored.bands
        ),
    )


def _node(stored: CriterionNode) -> Node:
    return Node(
        code=stored.code,
        parent=stored.parent,
        level=NodeLevel(stored.level),
        name=stored.name,
        max=_plain(stored.max),
        rule=None if stored.rule is None else rule_of(stored.rule),
        evidence=stored.evidence,
        verification=stored.verification,
        method=Method(stored.method) if stored.method else None,
        measure=stored.measure,
        kind=NodeKind(stored.kind),
        due_month=stored.due_month,
        row=stored.row,
    )


def _plain(points: Decimal) -> Decimal:
    """Give the same points without the zeros that the column adds."""
    whole = points.to_integral_value()
    return whole if points == whole else points.normalize()
