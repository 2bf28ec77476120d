"""Where a figure leads: the list of exactly the dossiers that it counts."""

from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode

from motcua.base.clock.periods import Period
from motcua.reform.insight.words import Part


def behind(
    measure: str,
    period: Period,
    *,
    part: Part = Part.NUMERATOR,
    agency: UUID | str | None = None,
    field: str = "",
    procedure: str = "",
    channel: str = "",
) -> str:
    """Give the address of the dossiers behind a figure, within an agency, field, procedure and channel."""
    told = {
        "chi-tieu": measure,
        "phan": "" if part is Part.NUMERATOR else part.value,
        "ky": period.code,
        "co-quan": str(agency or ""),
        "linh-vuc": field,
        "thu-tuc": procedure,
        "kenh": channel,
    }
    return f"{reverse('command:behind')}?{urlencode({name: value for name, value in told.items() if value})}"
