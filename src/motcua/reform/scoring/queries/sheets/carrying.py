"""What the month before proposes to the next."""

from dataclasses import dataclass

from motcua.reform.scoring.models import (
    Evidence,
    LeafScore,
    Sheet,
)
from motcua.reform.scoring.queries.sheets.leaves import scores_of
from motcua.reform.scoring.words import (
    LeafSource,
)


@dataclass(frozen=True)
class Proposal:
    """What the month before holds of a leaf: it counts nothing until somebody takes it over."""

    leaf: LeafScore
    evidence: tuple[Evidence, ...]


def proposals(one: Sheet) -> dict[str, Proposal]:
    """Give what the last earlier month of the year says of leaves that this sheet says nothing of yet."""
    if one.round.year_round_id is None:
        return {}
    earlier = Sheet.objects.filter(
        agency_id=one.agency_id, round__year_round_id=one.round.year_round_id, round__last__lt=one.round.first
    )
    last = earlier.order_by("-round__last").first()
    if last is None:
        return {}
    said = set(LeafScore.objects.filter(sheet=one, declared_at__isnull=False).values_list("code", flat=True))
    rows = scores_of([last.pk]).get(last.pk, {})
    return {
        code: Proposal(row, tuple(row.evidence.all()))
        for code, row in sorted(rows.items())
        if code not in said and row.source == LeafSource.DECLARED and row.declared_at is not None
    }
