"""Which periods are closed, under which digest; closing anew, and making a closed period again to compare."""

from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from motcua.base.clock import now, today
from motcua.base.clock.periods import Period, period_of
from motcua.base.clock.sentences import full_moment, period_words
from motcua.base.clock.terms import Grain
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Form
from motcua.base.web.page import Request, page
from motcua.casework.dossiers.pages.told import sentence_case
from motcua.reform.insight import commands
from motcua.reform.insight.models import ClosedPeriod
from motcua.reform.insight.pages.audiences import CHECKERS, CLOSERS, FIGURES
from motcua.reform.insight.queries.closings import closing_of
from motcua.reform.insight.queries.figures import closings as every_closing
from motcua.reform.insight.queries.frozen import digest_of
from motcua.reform.insight.words import Why

UNPROCESSABLE = 422
BY_ITSELF = "Tự động, sau khi hết kỳ"
OFFERED = ((Grain.MONTH, 12), (Grain.QUARTER, 4), (Grain.HALF, 2), (Grain.YEAR, 2))


class CloseForm(Form):
    """Which period is closed, and why where it is closed already."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    period = forms.ChoiceField(label="Kỳ")
    reason = forms.CharField(
        label="Lý do chốt lại",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Chỉ cần khi kỳ đã chốt. Số đã chốt lần trước vẫn được giữ.",
    )

    def __init__(self, *args: object, on: date, **more: object) -> None:
        """Offer the periods that are over."""
        super().__init__(*args, **more)
        field = self.fields["period"]
        assert isinstance(field, forms.ChoiceField), "declared above"
        field.choices = [(one.code, sentence_case(period_words(one))) for one in _over(on)]


def _over(on: date) -> list[Period]:
    found = []
    for grain, count in OFFERED:
        period = period_of(on, grain)
        for _ in range(count):
            period = period.before
            found.append(period)
    return found


@page(audience=FIGURES)
def closings(request: Request) -> HttpResponse:
    """Show what is closed, the latest period first."""
    context = {
        "rows": [_row(one) for one in every_closing()],
        "may_close": CLOSERS.admits(request.actor),
        "due": [period_words(one) for one in commands.due_to_close(today())],
    }
    return render(request, "insight/closings.html", context)


@page(audience=FIGURES)
def closing(request: Request, closing_id: UUID) -> HttpResponse:
    """Show one closing."""
    return _shown(request, _found(closing_id))


@page(audience=CHECKERS, writes=True)
def compare(request: Request, closing_id: UUID) -> HttpResponse:
    """Make a closed period again from the journal as it was known then, and tell whether it is the same."""
    found = _found(closing_id)
    if request.method == "GET":
        return _shown(request, found)
    remade = digest_of(commands.remade(found))
    return _shown(request, found, remade=remade, at=full_moment(now()))


@page(audience=CLOSERS, writes=True)
def close(request: Request) -> HttpResponseBase:
    """Close a period that is over, or close it anew with a reason."""
    form = CloseForm(request.POST or None, on=today(), initial=_begun(request))
    if form.is_valid():
        said = form.cleaned_data
        done = commands.close_period(
            code=said["period"], reason=said["reason"], key=said["key"], by=request.actor, at=now()
        )
        if not isinstance(done, Refusal):
            messages.success(
                request, f"Đã chốt số liệu {period_words(Period(done.first, done.last))}, lần {done.number}."
            )
            return redirect("command:closing", done.pk)
        wants_reason = done.why is Why.CLOSED_ALREADY
        form.add_error("reason" if wants_reason else "period", refusal_sentence(done))
    wrong = request.method == "POST"
    return render(request, "insight/close.html", {"form": form}, status=UNPROCESSABLE if wrong else 200)


def _begun(request: Request) -> dict[str, str]:
    return {"key": str(uuid7()), "period": request.GET.get("ky", "")}


def _found(closing_id: UUID) -> ClosedPeriod:
    found = closing_of(closing_id)
    if found is None:
        raise Http404
    return found


def _shown(request: Request, found: ClosedPeriod, **more: str) -> HttpResponse:
    context = {
        "row": _row(found),
        "closed": found,
        "may_close": CLOSERS.admits(request.actor),
        "may_compare": CHECKERS.admits(request.actor),
        "same": more.get("remade") == found.digest,
        **more,
    }
    return render(request, "insight/closing.html", context)


def _row(one: ClosedPeriod) -> dict[str, object]:
    period = Period(one.first, one.last)
    words = period_words(period)
    return {
        "id": one.pk,
        "period": sentence_case(words),
        "code": one.code,
        "number": one.number,
        "digest": one.digest,
        "reason": one.reason,
        "closed_at": full_moment(one.closed_at),
        "closed_by": one.closed_by.full_name if one.closed_by else BY_ITSELF,
        "known_until": full_moment(one.known_until),
        "figures": f"{reverse('command:leader')}?ky={one.code}",
        "report": f"{reverse('command:report-06')}?ky={one.code}",
    }
