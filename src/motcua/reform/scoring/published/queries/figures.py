"""Figures as they stand now, and all that was ever told of one."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from motcua.reform.scoring.published.models import Figure
from motcua.reform.scoring.published.rules.sums import Beside
from motcua.reform.scoring.published.words import How, Verdict


@dataclass(frozen=True)
class Told:
    """A published figure, and beside it what its parts give; `how` None where nothing makes it up."""

    figure: Figure
    how: How | None = None
    beside: Beside | None = None
    verdict: Verdict = Verdict.UNKNOWN


def current() -> QuerySet[Figure]:
    """Give the figures of all files that no later file corrects."""
    return Figure.objects.filter(batch__corrected_by=None).select_related("series", "batch")


def figure(figure_id: UUID) -> Figure | None:
    """Give one figure, also of a file that was corrected since."""
    return Figure.objects.select_related("series", "batch__corrected_by").filter(pk=figure_id).first()


def siblings(one: Figure) -> QuerySet[Figure]:
    """Give all that was told of the same unit and period, whatever the source, that figure among them."""
    return (
        Figure.objects.filter(
            series=one.series, first=one.first, last=one.last, unit_key=one.unit_key, within=one.within
        )
        .select_related("series", "batch__corrected_by")
        .order_by("batch__imported_at", "row", "pk")
    )
