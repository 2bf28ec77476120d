"""The files that were taken in."""

from uuid import UUID

from django.db.models import Count, QuerySet

from motcua.reform.scoring.published.models import Batch, Figure, Part


def batches() -> QuerySet[Batch]:
    """Give every file that was taken in, newest first, with how many figures it holds."""
    return (
        Batch.objects.select_related("corrects", "corrected_by")
        .annotate(told=Count("figures", distinct=True) + Count("parts", distinct=True))
        .order_by("-imported_at", "-pk")
    )


def batch(batch_id: UUID) -> Batch | None:
    """Give one file."""
    return Batch.objects.select_related("corrects", "corrected_by").filter(pk=batch_id).first()


def figures_of(one: Batch) -> QuerySet[Figure]:
    """Give the figures of a file in the order of its rows."""
    return one.figures.select_related("series", "batch").order_by("row", "series__component", "pk")


def parts_of(index: str) -> QuerySet[Part]:
    """Give the codebook of an index, of the file that holds now."""
    return Part.objects.filter(index=index, batch__corrected_by=None).order_by("component", "code", "pk")
