"""The reform officer tells where a series stops meaning the same."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from motcua.base.clock import now
from motcua.base.clock.sentences import short_date
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import DateField, Form
from motcua.base.web.page import Request, page
from motcua.reform.scoring.published import commands, queries
from motcua.reform.scoring.published.models import Break
from motcua.reform.scoring.published.pages.audiences import IMPORTERS
from motcua.reform.scoring.published.rules.places import place_keyed, places
from motcua.reform.scoring.published.sentences import SHORT
from motcua.reform.scoring.published.words import Index

UNPROCESSABLE = 422
EVERY_INDEX, EVERYWHERE = "Mọi chỉ số", "Mọi đơn vị"


class BreakForm(Form):
    """From which day what means something else, and who says so."""

    index = forms.ChoiceField(
        required=False,
        label="Chỉ số",
        choices=[("", EVERY_INDEX), *((one.value, SHORT[one]) for one in Index)],
    )
    unit_key = forms.ChoiceField(
        required=False,
        label="Tỉnh, thành phố",
        choices=[("", EVERYWHERE), *dict.fromkeys((one.key, one.name) for one in places())],
    )
    from_on = DateField(label="Từ ngày")
    changed = forms.CharField(
        label="Điều thay đổi",
        help_text="Một câu, sẽ hiện dưới biểu đồ. Ví dụ: Từ năm 2022 khảo sát theo cách mới.",
        max_length=300,
    )
    source = forms.CharField(
        label="Căn cứ", help_text="Số, ngày của văn bản hoặc tên báo cáo.", max_length=300
    )
    key = forms.CharField(required=False, widget=forms.HiddenInput, initial=lambda: uuid7().hex)


@page(audience=IMPORTERS, writes=True)
def breaks(request: Request) -> HttpResponse:
    """Show every break, and tell a new one."""
    form = BreakForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        done = commands.tell_break(**form.cleaned_data, by=request.actor, at=now())
        if not isinstance(done, Refusal):
            messages.success(request, "Đã ghi chỗ ngắt. Biểu đồ không nối qua ngày đó nữa.")
            return redirect("command:published-breaks")
        form.add_error("from_on", refusal_sentence(done))
    context = {"form": form, "rows": [_row(one) for one in queries.breaks()]}
    status = UNPROCESSABLE if form.is_bound and form.errors else HttpResponse.status_code
    return render(request, "published/breaks.html", context, status=status)


def _row(one: Break) -> tuple[str, str, str, Break]:
    index = SHORT[Index(one.index)] if one.index else EVERY_INDEX
    unit = place_keyed(one.unit_key)[-1].name if one.unit_key else EVERYWHERE
    return short_date(one.from_on), index, unit, one
