"""Limits of law: what holds, what held, and a new value from a day on."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse, HttpResponseBase
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.money import format_number
from motcua.base.ui.forms import DateField
from motcua.base.web.page import Request, page
from motcua.reference.org import commands, queries
from motcua.reference.org.models import Regulation
from motcua.reference.org.pages.administration.frame import (
    ADMINISTRATORS,
    KeyedForm,
    Line,
    answered,
    common,
    sent,
    shown,
)
from motcua.reference.org.sentences import CERTAINTIES, REGULATION_UNITS, REGULATIONS

MOST, SWITCH = 10_000, "switch"
DONE = "Đã đặt giá trị mới. Giá trị trước hết hiệu lực vào ngày liền trước."


class ValueForm(KeyedForm):
    """A new value, from a day on, with its basis."""

    value = forms.IntegerField(label="Giá trị", min_value=0, max_value=MOST)
    unit = forms.ChoiceField(label="Đơn vị", choices=list(REGULATION_UNITS.items()))
    valid_from = DateField(
        label="Có hiệu lực từ ngày",
        earliest=today,
        help_text="Từ hôm nay trở đi. Hồ sơ đã tiếp nhận giữ giá trị của ngày tiếp nhận.",
    )
    legal_basis = Line(label="Căn cứ", help_text="Số văn bản, điều, khoản.")
    certainty = forms.ChoiceField(
        label="Độ chắc của căn cứ", widget=forms.RadioSelect, choices=list(CERTAINTIES.items())
    )


@page(audience=ADMINISTRATORS)
def listing(request: Request) -> HttpResponse:
    """List the limits with what holds today; one that nobody has set says so."""
    limits = queries.limits(list(REGULATIONS), today())
    rows = [
        (
            REGULATIONS.get(one.code, one.code),
            reverse("desk:admin-regulation", args=[one.code]),
            one,
            said(one.now),
            CERTAINTIES.get(one.now.certainty, "") if one.now else "",
        )
        for one in limits
    ]
    return shown(request, "org/regulations.html", {"rows": rows})


@page(audience=ADMINISTRATORS, writes=True)
def show(request: Request, regulation_code: str) -> HttpResponseBase:
    """Show one limit with its history, and set a new value."""
    limit = next(iter(queries.limits([regulation_code], today())), None)
    if limit is None or (regulation_code not in REGULATIONS and not limit.history):
        raise Http404
    form = ValueForm(sent(request), initial=_initial(limit.now))
    done = answered(
        request,
        form,
        lambda: commands.set_regulation(code=regulation_code, **form.said, **common(request, form)),
        done=DONE,
        to=lambda _: reverse("desk:admin-regulation", args=[regulation_code]),
    )
    context = {
        "name": REGULATIONS.get(regulation_code, regulation_code),
        "limit": limit,
        "now": said(limit.now),
        "history": [(one, said(one), CERTAINTIES.get(one.certainty, "")) for one in limit.history],
    }
    return done or shown(request, "org/regulation.html", context, form)


def said(one: Regulation | None) -> str:
    """Say a value with its unit (`3 ngày làm việc`), nothing for none."""
    if one is None:
        return ""
    if one.unit == SWITCH:
        return "Có áp dụng" if one.value else "Không áp dụng"
    return f"{format_number(one.value)} {REGULATION_UNITS.get(one.unit, one.unit)}"


def _initial(now: Regulation | None) -> dict[str, Any]:
    return {"unit": now.unit, "legal_basis": now.legal_basis, "certainty": now.certainty} if now else {}
