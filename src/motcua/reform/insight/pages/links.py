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
    alone: bool = False,
    field: str = "",
    procedure: str = "",
    channel: str = "",
) -> str:
    """Give the address of the dossiers behind a figure, within an agency, field, procedure and channel.

    An agency stands for those below it too, unless it is meant `alone`.
    """
    told = {
        "chi-tieu": measure,
        "phan": "" if part is Part.NUMERATOR else part.value,
        "ky": period.code,
        "co-quan": str(agency or ""),
        "rieng": "1" if alone else "",
        "linh-vuc": field,
        "thu-tuc": procedure,
        "kenh": channel,
    }
    return f"{reverse('command:behind')}?{urlencode({name: value for name, value in told.items() if value})}"
