"""What the pages of scoring share: forms with retry keys, how an act is answered, a sheet of an address."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from motcua.base.clock import now
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Form
from motcua.base.ui.forms.keyed import Common, KeyedForm, Line, Words, common
from motcua.base.web.page import Request
from motcua.base.web.refused import AccessRefused
from motcua.reform.scoring.models import ScoringRound, Sheet
from motcua.reform.scoring.queries import relations
from motcua.reform.scoring.queries import rounds as rounds_read
from motcua.reform.scoring.queries import sheets as sheets_read
from motcua.reform.scoring.queries.sheets import SheetReading
from motcua.reform.scoring.words import RoundWhy, ScoringAct

UNPROCESSABLE = 422
BESIDE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        RoundWhy.POINTS_OUT_OF_RANGE: ("points",),
        RoundWhy.NOTE_MISSING: ("note", "text"),
        RoundWhy.REASON_MISSING: ("reason",),
        RoundWhy.NO_WORDS: ("words",),
        RoundWhy.NO_DECISION_NUMBER: ("number", "minutes_number"),
        RoundWhy.DECISION_STANDS: ("number",),
        RoundWhy.DEADLINES_BACKWARDS: ("due_on", "self_scoring"),
        RoundWhy.ROUND_STANDS: ("month", "year"),
        RoundWhy.EVIDENCE_FROM_FUTURE: ("issued_on",),
        RoundWhy.NOTHING_CORRECTED: ("points",),
    }
)
__all__ = ["Common", "KeyedForm", "Line", "Words", "common"]  # told on, for the pages of this room


def sent(request: Request) -> Any:
    """Give what was sent with a POST, None for a look."""
    return request.POST if request.method == "POST" else None


def answered(
    request: Request, form: Form, act: Callable[[], object], *, done: str, to: str
) -> HttpResponse | None:
    """Do the act of a valid form and go on; what hinders it stands on the form, and None is given.

    A refusal that is about one field stands beside it, where the form has it.
    """
    if not form.is_bound or not form.is_valid():
        return None
    outcome = act()
    if isinstance(outcome, Refusal):
        field = next((name for name in BESIDE.get(str(outcome.why), ()) if name in form.fields), None)
        form.add_error(field, refusal_sentence(outcome))
        return None
    messages.success(request, done)
    return redirect(to)


def shown(
    request: Request, template: str, context: Mapping[str, Any], form: Form | None = None
) -> HttpResponse:
    """Show a page of this room; a form that could not be used comes back with 422."""
    status = UNPROCESSABLE if form is not None and form.is_bound and form.errors else HttpResponse.status_code
    return render(request, f"scoring/{template}", {"form": form, **context}, status=status)


def sheet_for(
    request: Request, sheet_id: UUID, act: ScoringAct = ScoringAct.READ, *, domain: str = ""
) -> Sheet:
    """Give the sheet of an address to whoever may do the act on it.

    Raises Http404 where there is none, AccessRefused with the sentence of the refusal.
    """
    found = sheets_read.sheet(sheet_id)
    if found is None:
        raise Http404
    refused = relations.why_not(request.actor, act, found, domain=domain, at=now())
    if refused is not None:
        raise AccessRefused(refusal_sentence(refused))
    return found


def read_for(request: Request, sheet_id: UUID, act: ScoringAct = ScoringAct.READ) -> SheetReading:
    """Give the sheet of an address read whole, to whoever may do the act on it."""
    return sheets_read.reading(sheet_for(request, sheet_id, act), at=now())


def round_for(request: Request, round_id: UUID, act: ScoringAct) -> ScoringRound:
    """Give the round of an address to whoever may do the act on it."""
    found = rounds_read.round_called(round_id)
    if found is None:
        raise Http404
    refused = relations.why_not_round(request.actor, act, found)
    if refused is not None:
        raise AccessRefused(refusal_sentence(refused))
    return found
