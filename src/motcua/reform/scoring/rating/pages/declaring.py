"""The head of a one-stop unit declares what only the unit knows."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from motcua.base.clock import now, today
from motcua.base.clock.periods import Period
from motcua.base.clock.sentences import period_words
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Form
from motcua.base.web.page import Request, page
from motcua.reference.org.models import Unit
from motcua.reform.scoring.rating import commands
from motcua.reform.scoring.rating.pages import shown
from motcua.reform.scoring.rating.pages.audiences import DECLARING
from motcua.reform.scoring.rating.queries import Rated, rated
from motcua.reform.scoring.rating.rules.rulesets import IndicatorRule
from motcua.reform.scoring.rating.sentences import ASKED
from motcua.reform.scoring.rating.words import Indicator

UNPROCESSABLE = 422
MOST = 10_000_000


class DeclareForm(Form):
    """Whole numbers, and where they stand written."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def numbers(self) -> dict[str, int]:
        """Give the numbers that were typed."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in ("key", "source") and value is not None
        }


def form_for(asked: Mapping[str, str]) -> type[DeclareForm]:
    """Give the form that asks for the numbers of one indicator."""
    numbers: dict[str, forms.Field] = {
        name: forms.IntegerField(label=words, min_value=0, max_value=MOST) for name, words in asked.items()
    }
    source = forms.CharField(
        label="Nguồn", help_text="Số, ngày của sổ, biên bản hoặc báo cáo có số liệu này", max_length=300
    )
    return type("AskedForm", (DeclareForm,), {**numbers, "source": source})


@page(audience=DECLARING, writes=True)
def declare(request: Request, unit_id: UUID, indicator: int) -> HttpResponseBase:
    """Declare the numbers of one indicator for a quarter."""
    here, quarter = _own(request, unit_id), shown.quarter_of(request.GET.get("ky", ""))
    found = rated(here, quarter, on=today())
    rule = _rule(found, indicator)
    form = form_for(ASKED[rule.indicator])(request.POST or None, initial=_initial(found, rule))
    if request.method == "POST" and form.is_valid():
        done = _declared(request, here, quarter, rule, form)
        if not isinstance(done, Refusal):
            messages.success(request, f"Đã kê khai chỉ số {rule.indicator.value}. Điểm đã tính lại.")
            return redirect(_back(here, quarter))
        form.add_error(None, refusal_sentence(done))
    return _shown(request, here, quarter, rule, form)


def _declared(
    request: Request, here: Unit, quarter: Period, rule: IndicatorRule, form: DeclareForm
) -> object:
    return commands.declare(
        unit_id=here.pk,
        quarter=quarter.code,
        indicator=rule.indicator,
        numbers=form.numbers,
        source=form.cleaned_data["source"],
        by=request.actor,
        at=now(),
        key=form.cleaned_data["key"],
    )


def _shown(
    request: Request, here: Unit, quarter: Period, rule: IndicatorRule, form: DeclareForm
) -> HttpResponse:
    context = {
        "form": form,
        "rule": rule,
        "unit": here,
        "period": period_words(quarter),
        "back": _back(here, quarter),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "rating/declare.html", context, status=status)


def _own(request: Request, unit_id: UUID) -> Unit:
    """Give the unit of whoever asks: nobody declares for another."""
    if request.actor.unit != unit_id:
        raise Http404
    return shown.unit_of(request.actor, unit_id)


def _rule(found: Rated | None, indicator: int) -> IndicatorRule:
    known = [one for one in Indicator if one.value == str(indicator)]
    rule = found.rating.rules.rule(known[0]) if found and known else None
    if rule is None or not rule.asked:
        raise Http404
    return rule


def _initial(found: Rated | None, rule: IndicatorRule) -> dict[str, Any]:
    declared = found.of(rule.indicator).declaration if found else None
    return {"key": str(uuid7())} | (dict(declared.numbers) if declared else {})


def _back(here: Unit, quarter: Period) -> str:
    return f"{reverse('command:rating-unit', args=[here.pk])}?ky={quarter.code}"
