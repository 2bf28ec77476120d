"""One closing by its id."""

from uuid import UUID

from motcua.reform.insight.models import ClosedPeriod


def closing_of(closing_id: UUID) -> ClosedPeriod | None:
    """Give a closing with who made it; its figures are read when they are asked for."""
    return ClosedPeriod.objects.defer("figures").select_related("closed_by").filter(pk=closing_id).first()
