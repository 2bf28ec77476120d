"""The gallery of e-forms: every block, every kind of field, every state."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from django.test import RequestFactory
from django.test.signals import template_rendered
from django.urls import URLPattern

from motcua.reference.forms import rules
from motcua.reference.forms.django_forms import PageForm
from motcua.reference.forms.django_forms.blocks import TableBlock
from motcua.reference.forms.gallery import samples, urlpatterns
from motcua.reference.forms.gallery.pages import SHEETS, Sheet
from motcua.reference.forms.rules.schema import LENGTHS
from motcua.reference.forms.words import FieldKind
from tests.support.database import ROOT

TEMPLATES = ROOT / "src/motcua/reference/forms/templates"
EMPTY, FILLED, WRONG, LONG = (SHEETS[route] for route in ("", "da-dien/", "loi/", "ten-dai/"))


def blocks() -> set[str]:
    """What stands within a page; whatever is a page says so by `c-page`."""
    found: Iterable[Path] = TEMPLATES.rglob("*.html")
    return {path.relative_to(TEMPLATES).as_posix() for path in found if "<c-page" not in path.read_text()}


def rendered(pages: Iterable[URLPattern]) -> set[str]:
    """The names of the templates that some pages are made of."""
    names = set()

    def note(template: Any, **_: Any) -> None:
        names.add(template.name)

    template_rendered.connect(note)
    try:
        for page in pages:
            page.callback(RequestFactory().get("/"))
    finally:
        template_rendered.disconnect(note)
    return names


def kinds_with_errors(form: PageForm) -> set[FieldKind]:
    wrong = set()
    for field in form.asked:
        parts = getattr(form.fields[field.name], "names", ())
        if any(form.errors.get(name) for name in (field.name, *parts)):
            wrong.add(field.kind)
    return wrong


def test_every_block_of_e_forms_appears_in_their_gallery() -> None:
    assert len(blocks()) > 5
    assert blocks() - rendered(urlpatterns) == set()


def test_a_block_that_no_page_shows_is_noticed() -> None:
    without_files = [page for page in urlpatterns if page.name == "forms-bang"]
    assert {"forms/files.html", "forms/address.html"} <= blocks() - rendered(without_files)


def test_the_gallery_has_every_kind_of_field_empty_filled_and_wrong() -> None:
    fields = [*EMPTY.page.fields, *EMPTY.page.flat]
    assert {field.kind for field in fields} == set(FieldKind)
    asking = {field.kind for field in fields if field.asks}
    answered = {field.kind for field in fields if field.name in FILLED.answers}
    assert answered == asking
    assert kinds_with_errors(WRONG.form()) == asking


def test_what_is_filled_in_leaves_nothing_open() -> None:
    lacking = rules.missing(samples.SCHEMA, samples.ANSWERS)
    assert [field.name for page, field in lacking if page.code != samples.FILES] == []


def rows_shown(sheet: Sheet) -> dict[str, int]:
    fields = sheet.form().fields.items()
    return {name: len(block.rows) for name, block in fields if isinstance(block, TableBlock)}


def test_tables_stand_with_no_row_one_row_many_rows_and_no_room_for_more() -> None:
    assert rows_shown(SHEETS["bang/"]) == {"none": 0, "one": 1, "full": 2, "many": 12}
    assert set(SHEETS["bang-loi/"].form().errors) == {"one", "full", "many"}


def test_files_stand_taken_in_refused_and_too_many() -> None:
    files, wrong = SHEETS["tep/"].form(), SHEETS["tep-loi/"].form()
    assert [name for name, field in files.fields.items() if getattr(field, "held", [])] == ["held", "refused"]
    assert wrong.errors["refused"] == samples.REFUSED["refused"]
    assert {"nothing", "refused", "crowded"} <= set(wrong.errors)


def test_long_names_are_as_long_as_they_come() -> None:
    labels = [len(field.label) for field in LONG.page.flat]
    assert max(labels) == samples.LONGEST_LABEL
    assert min(labels) > samples.LONGEST_LABEL / 2
    assert len(str(LONG.answers["owner_name"])) <= LENGTHS[FieldKind.PERSON_NAME]


@pytest.mark.parametrize("route", SHEETS)
def test_a_page_that_came_back_wrong_answers_as_the_product_does(route: str) -> None:
    view = next(page.callback for page in urlpatterns if str(page.pattern) == route)
    status = view(RequestFactory().get("/")).status_code
    assert status == (422 if route.endswith("loi/") else 200)
