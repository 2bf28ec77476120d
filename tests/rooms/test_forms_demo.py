"""The e-forms of the demo: each opens, takes sound answers, and refuses broken ones with a sentence."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from demo.forms import FORMS
from django import forms
from django.utils.datastructures import MultiValueDict

from motcua.base.ui.forms import DateField, problems
from motcua.reference.forms import rules
from motcua.reference.forms.django_forms import PageForm, TypedField, clean_answers, form_for
from motcua.reference.forms.django_forms.blocks import TableBlock
from motcua.reference.forms.django_forms.controls import FilesField
from motcua.reference.forms.rules import Schema
from motcua.reference.forms.words import Answer, FieldKind

TODAY = date(2026, 11, 25)
SCHEMAS = {code: rules.parse(plain) for code, plain in FORMS.items()}
PAGES = [(code, page.code) for code, schema in SCHEMAS.items() for page in schema.pages]
FACTS = {
    "person.full_name": "Lý Thị Hoa",
    "person.personal_id": "008190004821",
    "person.birth_date": "1990-03-12",
    "person.phone": "0912345318",
    "person.email": "hoa@example.vn",
    "person.address.province": "tỉnh Tuyên Quang",
    "person.address.commune": "phường Minh Xuân",
    "person.address.detail": "Tổ 12",
}
TYPED: Mapping[FieldKind, str] = {
    FieldKind.TEXT: "Chữ thử",
    FieldKind.LONG_TEXT: "Dòng một\nDòng hai",
    FieldKind.MONEY: "1.500.000",
    FieldKind.PERSONAL_ID: "008190004821",
    FieldKind.TAX_CODE: "0100109106",
    FieldKind.PHONE: "0912 345 318",
    FieldKind.EMAIL: "hoa@example.vn",
    FieldKind.PERSON_NAME: "Lý Thị Hoa",
}
BROKEN: Mapping[FieldKind, str] = {
    FieldKind.TEXT: "x" * 5000,
    FieldKind.LONG_TEXT: "x" * 5000,
    FieldKind.NUMBER: "<script>",
    FieldKind.MONEY: "-1",
    FieldKind.PERSONAL_ID: "12345",
    FieldKind.TAX_CODE: "MST 1",
    FieldKind.PHONE: "gọi sau",
    FieldKind.EMAIL: "hoa",
    FieldKind.PERSON_NAME: "R2-D2",
}


@pytest.fixture(autouse=True)
def on_a_wednesday() -> Any:
    with time_machine.travel("2026-11-25T14:20:00+07:00", tick=False):
        yield


@pytest.fixture(autouse=True)
def unbuilt_assets(settings: Any) -> None:
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}


def sound(form: PageForm, *, other: bool = False) -> MultiValueDict[str, Any]:
    """Type something sound into every control; `other` takes the last choice instead of the first."""
    data: MultiValueDict[str, Any] = MultiValueDict()
    for name, field in form.fields.items():
        data.setlist(name, _typed(name, field, other))
        if isinstance(field, DateField):
            latest = field.latest() if callable(field.latest) else field.latest
            day = TODAY if latest else TODAY + timedelta(days=30)
            for part in ("day", "month", "year"):
                data.setlist(f"{name}_{part}", [str(getattr(day, part))])
            del data[name]
        if isinstance(field, TableBlock):
            data.setlist(f"{name}-rows", [str(len(field.rows))])
    return data


def _typed(name: str, field: forms.Field, other: bool) -> list[str]:
    if isinstance(field, TypedField):
        if name.endswith("_commune"):
            return ["phường Minh Xuân"]
        asked = field.asked
        if asked.kind is FieldKind.NUMBER:
            return [str(asked.max if other and asked.max is not None else asked.min or 1).replace(".", ",")]
        return [TYPED[asked.kind][: asked.max_length]]
    if name.endswith("_province"):
        return ["tỉnh Tuyên Quang"]
    codes = [str(code) for code, _ in field.choices if code] if isinstance(field, forms.ChoiceField) else []
    return codes[-1:] if other else codes[:1]


def filled(schema: Schema, *, other: bool = False) -> dict[str, Answer | None]:
    """Go through every page with sound answers."""
    answers = rules.prefilled(schema, FACTS, today=TODAY)
    for page in schema.pages:
        if page not in rules.open_pages(schema, answers):
            continue
        data = sound(_with_rows(form_for(schema, page.code, answers=answers), schema, answers), other=other)
        form = form_for(schema, page.code, data=data, answers=answers)
        assert form.is_valid(), (schema.code, dict(form.errors))
        answers = rules.merged(schema, answers, clean_answers(schema, page.code, form.cleaned_data))
    return answers


def _with_rows(form: PageForm, schema: Schema, answers: Any) -> PageForm:
    """Show at least one row of every table."""
    tables = {f"{name}-rows": "2" for name, field in form.fields.items() if isinstance(field, TableBlock)}
    return form_for(schema, form.page.code, data=tables, answers=answers) if tables else form


def test_there_are_thirty_forms_and_more_under_codes_of_their_own() -> None:
    assert len(SCHEMAS) >= 30
    assert all(re.fullmatch(r"\d\.\d{6}", code) for code in SCHEMAS)
    assert len({schema.code for schema in SCHEMAS.values()}) == len(SCHEMAS)


def test_together_they_use_every_kind_of_field_and_of_condition() -> None:
    fields = [
        field for schema in SCHEMAS.values() for page in schema.pages for field in (*page.fields, *page.flat)
    ]
    assert {field.kind for field in fields} == set(FieldKind)
    tests = {field.show_if.test.value for field in fields if field.show_if}
    assert tests >= {"is", "is_not", "filled", "at_least"}


@pytest.mark.parametrize("code", SCHEMAS)
@pytest.mark.parametrize("other", [False, True])
def test_sound_answers_leave_nothing_missing_and_can_be_read_back(code: str, other: bool) -> None:
    schema = SCHEMAS[code]
    answers = filled(schema, other=other)
    assert [field.label for _, field in rules.missing(schema, answers)] == []
    again, wrong = rules.cleaned(schema, answers, today=TODAY)
    assert (again, wrong) == (answers, ())
    told = rules.as_rows(schema, answers, masked=True)
    assert all(row.value_text for group in told for row in group.rows)
    assert "008190004821" not in str(told)


@pytest.mark.parametrize(("code", "at"), PAGES)
def test_an_empty_page_says_at_each_place_what_is_wanted(code: str, at: str) -> None:
    schema = SCHEMAS[code]
    form = form_for(schema, at, data=MultiValueDict())
    ids = set(re.findall(r'id="([^"]+)"', form.render()))
    assert problems(form) or not any(field.required and field.asks for field in schema.page(at).flat)
    assert all(problem.text.endswith(".") for problem in problems(form))
    assert all(problem.href.removeprefix("#") in ids for problem in problems(form))


@pytest.mark.parametrize(("code", "at"), PAGES)
def test_a_broken_answer_is_refused_where_it_stands_and_stays_as_typed(code: str, at: str) -> None:
    schema = SCHEMAS[code]
    answers = filled(schema)
    data = sound(form_for(schema, at, answers=answers))
    spoilt = form_for(schema, at, data=data, answers=answers)
    shown = {
        name
        for name, field in spoilt.fields.items()
        if isinstance(field, TypedField) and name not in spoilt.unasked() and not name.endswith("_detail")
    }
    for name in shown:
        asked = spoilt.fields[name].asked  # type: ignore[attr-defined]  # a typed field, by the line above
        data.setlist(name, [BROKEN[asked.kind]])
    if not shown:
        shown = {name for name, field in spoilt.fields.items() if isinstance(field, forms.ChoiceField)}
        for name in shown:
            data.setlist(name, ["không-có"])
    form = form_for(schema, at, data=data, answers=answers)
    assert not form.is_valid()
    wrong = {name for name in form.errors if name in shown}
    assert wrong
    for name in wrong:
        (sentence,) = form.errors[name]
        assert sentence.endswith(".") and "{" not in sentence
        assert data[name] in (form[name].value() or "")
    assert "<script>" not in form.render()


def test_files_are_asked_within_forms() -> None:
    schema = SCHEMAS["1.000656"]
    form = form_for(schema, "su-viec")
    assert isinstance(form.fields["notice"], FilesField) and form.has_files
