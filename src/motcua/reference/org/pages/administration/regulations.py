"""Limits of law: what holds and what held."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator
from django.http import Http404, HttpResponse
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.money import format_number
from motcua.base.ui.forms import DateField
from motcua.base.web.page import Request, page
from motcua.reference.org import queries
from motcua.reference.org.models import Regulation
from motcua.reference.org.pages.administration.frame import (
    ADMINISTRATORS,
    KeyedForm,
    Line,
    shown,
)
from motcua.reference.org.queries.agencies import Limit
from motcua.reference.org.rules import HOUR_OF_DAY, HOURS, units_of
from motcua.reference.org.sentences import CERTAINTIES, REGULATION_UNITS, REGULATIONS, regulation_name

MOST, SWITCH = 10_000, "switch"
EARLIEST = date(2000, 1, 1)


class ValueForm(KeyedForm):
    """A new value, from a day on, with its basis."""

    value = forms.IntegerField(label="Giá trị", min_value=0, max_value=MOST)
    unit = forms.ChoiceField(label="Đơn vị")
    valid_from = DateField(
        label="Ngày có hiệu lực",
        earliest=EARLIEST,
        help_text="Theo văn bản; ngày đã qua cũng được. Trang xem trước cho biết hồ sơ nào bị dời.",
    )
    legal_basis = Line(label="Căn cứ", help_text="Số văn bản, điều, khoản.")
    certainty = forms.ChoiceField(
        label="Độ chắc của căn cứ", widget=forms.RadioSelect, choices=list(CERTAINTIES.items())
    )

    def __init__(self, *args: Any, code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = [(one, REGULATION_UNITS[one]) for one in units_of(code)]
        self.fields["unit"].choices = units  # type: ignore[attr-defined]  # ChoiceField
        if units[0][0] == HOUR_OF_DAY:
            self.fields["value"].validators.append(MaxValueValidator(HOURS - 1))


@page(audience=ADMINISTRATORS)
def listing(request: Request) -> HttpResponse:
    """List the limits with what holds today; one that nobody has set says so."""
    limits = queries.limits(list(REGULATIONS), today())
    rows = [
        (
            regulation_name(one.code),
            reverse("desk:admin-regulation", args=[one.code]),
            one,
            said(one.now),
            CERTAINTIES.get(one.now.certainty, "") if one.now else "",
        )
        for one in limits
    ]
    return shown(request, "org/regulations.html", {"rows": rows})


@page(audience=ADMINISTRATORS)
def show(request: Request, regulation_code: str) -> HttpResponse:
    """Show one limit with its history; a new value is set on a page that shows what it would move."""
    limit = limit_or_404(regulation_code)
    context = {
        "name": regulation_name(regulation_code),
        "code": regulation_code,
        "limit": limit,
        "now": said(limit.now),
        "history": [(one, said(one), CERTAINTIES.get(one.certainty, "")) for one in limit.history],
    }
    return shown(request, "org/regulation.html", context)


def limit_or_404(code: str) -> Limit:
    """Give the limit of an address; one that nobody knows or ever set is not found."""
    limit = next(iter(queries.limits([code], today())), None)
    if limit is None or (code not in REGULATIONS and not limit.history):
        raise Http404
    return limit


def said(one: Regulation | None) -> str:
    """Say a value with its unit (`3 ngày làm việc`), nothing for none."""
    if one is None:
        return ""
    if one.unit == SWITCH:
        return "Có áp dụng" if one.value else "Không áp dụng"
    return f"{format_number(one.value)} {REGULATION_UNITS.get(one.unit, one.unit)}"


def first_of(now: Regulation | None) -> dict[str, Any]:
    """Give what the form begins with."""
    return {"unit": now.unit, "legal_basis": now.legal_basis, "certainty": now.certainty} if now else {}
