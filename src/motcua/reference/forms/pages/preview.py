"""A page of a form as citizens see it; it takes answers to try, and keeps none."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin

from motcua.base.ui.frame import Frame
from motcua.base.web.page import Request, page
from motcua.reference.forms import rules
from motcua.reference.forms.django_forms import form_for
from motcua.reference.forms.pages.common import CONTROLLERS, draft_or_404, place_in, version_or_404
from motcua.reference.forms.pages.field_form import edit_form
from motcua.reference.forms.rules import Field, Page, Schema
from motcua.reference.forms.rules.editing import Place
from motcua.reference.forms.words import Comparison, FieldKind

View = Callable[..., HttpResponseBase]


def framing(view: View) -> View:
    """Let a page hold the preview in a frame."""
    return csp_update({"frame-src": [SELF]})(view)


def _framed(view: View) -> View:
    """Let a page stand in a frame of the house itself."""
    return xframe_options_sameorigin(csp_replace({"frame-ancestors": [SELF]})(view))


@page(audience=CONTROLLERS, writes=True)
def _draft(request: Request, form_code: str) -> HttpResponse:
    """Show a page of a draft; an edit that was sent along but not kept shows as well."""
    draft = draft_or_404(form_code)
    schema = rules.read(draft.schema)
    typing = request.method == "POST" and "revision" in request.POST
    if typing and request.GET.get("o"):
        at = place_in(schema, request.GET.get("o", ""))
        form = edit_form(draft, schema, at, request.POST)
        if form.is_valid():
            schema = rules.changed(schema, at, form.changed())
    return _shown(request, schema, tried=request.method == "POST" and not typing)


@page(audience=CONTROLLERS, writes=True)
def _version(request: Request, form_code: str, number: int) -> HttpResponse:
    """Show a page of a published version."""
    schema = rules.read(version_or_404(form_code, number).schema)
    return _shown(request, schema, tried=request.method == "POST", alone=True)


draft_preview, version_preview = _framed(_draft), _framed(_version)


def _shown(request: Request, schema: Schema, *, tried: bool, alone: bool = False) -> HttpResponse:
    codes = [page.code for page in schema.pages]
    code = request.GET.get("trang") or (codes[0] if codes else "")
    if code not in codes:
        raise Http404
    seen = _by_itself(schema.page(code))
    alone_schema = Schema(schema.code, schema.title, (seen,))
    first = None if tried else _leading_to(schema, request.GET.get("o", ""))
    form = form_for(alone_schema, code, data=request.POST if tried else None, initial=first)
    passed = tried and form.is_valid()
    shown = {
        "schema": schema,
        "page": seen,
        "form": form,
        "step": codes.index(code) + 1,
        "steps": len(codes),
        "passed": passed,
        "alone": alone,
        "others": schema.pages,
    }
    request.ui = Frame(office=f"Ủy ban nhân dân {settings.PROVINCE}")  # type: ignore[attr-defined]  # base.ui.context
    status = 422 if tried and not passed and not form.reshaped else 200
    return render(request, "forms/preview.html", shown, status=status)


def _leading_to(schema: Schema, place: str) -> dict[str, Any]:
    """Give the choices under which the edited field is seen, its own and those of what holds it."""
    at = tuple(filter(None, place.split("/")))
    said: dict[str, Any] = {}
    for depth in range(2, len(at) + 1):
        try:
            field = rules.field_at(schema, at[:depth])
        except LookupError:
            return said
        condition = field.show_if
        if condition and condition.test is Comparison.IS:
            said |= _in_row(schema, at[: depth - 1], {condition.field: condition.value})
    return said


def _in_row(schema: Schema, inside: Place, said: dict[str, Any]) -> dict[str, Any]:
    """Give answers as they stand: those to columns in the first row of their table."""
    holder = rules.thing_at(schema, inside)
    columns = {column.name for column in holder.fields}
    in_row = isinstance(holder, Field) and holder.kind is FieldKind.TABLE and columns >= said.keys()
    return {inside[-1]: [said]} if in_row else said


def _by_itself(page: Page) -> Page:
    """Give a page in which nothing waits for an answer of another page: here all of it is looked at."""
    here: Mapping[str, Any] = page.by_name
    return replace(page, fields=tuple(_freed(field, set(here)) for field in page.fields))


def _freed(field: Field, here: set[str]) -> Field:
    inside = here | {column.name for column in field.fields}
    condition = field.show_if if field.show_if and field.show_if.field in here else None
    return replace(field, show_if=condition, fields=tuple(_freed(each, inside) for each in field.fields))
