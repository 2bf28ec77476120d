"""The opinions that a unit owes others, and those that it waits for."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.clock.sentences import short_date
from motcua.base.web.page import Request, page
from motcua.casework.dossiers import queries
from motcua.casework.dossiers.models import Consultation
from motcua.casework.dossiers.pages.audiences import AT_WORK
from motcua.casework.dossiers.pages.opening import shown


@dataclass(frozen=True)
class Row:
    """One question as the lists show it."""

    one: Consultation
    due: str
    late: bool
    dossier: str
    act: str


@page(audience=AT_WORK)
def consultations(request: Request) -> HttpResponse:
    """Show what waits for the answer of one's unit, and what one's unit waits for."""
    on = today()
    context = {
        "owed": [_row(one, on) for one in queries.asked_of(request.actor)],
        "awaited": [_row(one, on) for one in queries.asked_by(request.actor)],
    }
    return shown(request, "consultations.html", context)


def _row(one: Consultation, on: date) -> Row:
    return Row(
        one=one,
        due=short_date(one.reply_due),
        late=on > one.reply_due,
        dossier=reverse("desk:dossier", args=[one.dossier_id]),
        act=reverse("desk:answer", args=[one.dossier_id]),
    )
