"""The pages of the gallery; each is one real form in one state, as a citizen gets it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from motcua.base.ui.frame import Frame
from motcua.base.ui.gallery import CITIZEN, DESK
from motcua.reference.forms import rules
from motcua.reference.forms.django_forms import PageForm, form_for
from motcua.reference.forms.gallery import samples
from motcua.reference.forms.rules import Page, Schema
from motcua.reference.forms.words import Answer

STEPS = 6


@dataclass(frozen=True)
class Sheet:
    """One page of an e-form in one state: `answers` fill it, `sent` is what came back wrong."""

    code: str
    schema: Schema = samples.SCHEMA
    answers: Mapping[str, Answer | None] = field(default_factory=dict)
    sent: Mapping[str, Any] | None = None
    refused: Mapping[str, list[str]] = field(default_factory=dict)
    known: tuple[str, ...] = ()

    @property
    def page(self) -> Page:
        """The page of the schema."""
        return self.schema.page(self.code)

    def form(self) -> PageForm:
        """Give the form as the renderer of e-forms makes it."""
        return form_for(self.schema, self.code, data=self.sent, answers=self.answers, refused=self.refused)


SHEETS: Mapping[str, Sheet] = {
    "": Sheet(samples.KINDS),
    "da-dien/": Sheet(samples.KINDS, answers=samples.ANSWERS, known=("owner_name", "owner_number")),
    "loi/": Sheet(samples.KINDS, sent=samples.WRONG),
    "bang/": Sheet(samples.TABLES, answers=samples.ANSWERS),
    "bang-loi/": Sheet(samples.TABLES, sent=samples.FEW_ROWS),
    "tep/": Sheet(samples.FILES, answers=samples.ANSWERS),
    "tep-loi/": Sheet(samples.FILES, answers=samples.ANSWERS, sent={}, refused=samples.REFUSED),
    "ten-dai/": Sheet(
        samples.KINDS, samples.LONG_SCHEMA, samples.LONG_ANSWERS, known=("owner_name", "place")
    ),
    "ten-dai-loi/": Sheet(samples.KINDS, samples.LONG_SCHEMA, sent=samples.WRONG),
}


def page(route: str, template: str, shown: Mapping[str, Any], frame: Frame, status: int = 200) -> URLPattern:
    """Mount one page of the gallery."""

    def view(request: HttpRequest) -> HttpResponse:
        request.ui = frame  # type: ignore[attr-defined]  # doors put the frame on the request by this name
        return render(request, f"forms/gallery/{template}.html", dict(shown), status=status)

    return path(route, view, name=f"forms-{route.rstrip('/') or 'mau'}")


def sheet_page(route: str, sheet: Sheet) -> URLPattern:
    """Mount one page of an e-form; its form is made anew each time it is asked for."""
    known = [(sheet.page.by_name[name].label, "#") for name in sheet.known]
    shown = {"sheet": sheet, "steps": STEPS, "known": known, "source": "Điền sẵn từ VNeID"}
    return page(route, "sheet", shown, CITIZEN, 200 if sheet.sent is None else 422)


def flaws_of(schema: Schema) -> list[tuple[str, str, str]]:
    """Give the flaws of a schema as the builder lists them."""
    return [(rules.named(schema, flaw.at), flaw.sentence, "#") for flaw in rules.flaws(schema)]


urlpatterns = [
    *(sheet_page(route, sheet) for route, sheet in SHEETS.items()),
    page("soan/", "builder", {"flaws": flaws_of(samples.FLAWED)}, DESK),
]
