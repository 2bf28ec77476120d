"""How the form of one page is made, and filled with the answers so far."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.conf import settings
from django.utils.datastructures import MultiValueDict

from motcua.base.ui.forms import ShortLabel
from motcua.reference.forms import rules
from motcua.reference.forms.django_forms.blocks import TableBlock
from motcua.reference.forms.django_forms.controls import FilesField, choice_word, group_block, leads, made
from motcua.reference.forms.django_forms.page import PageForm
from motcua.reference.forms.django_forms.rows import cells, counts_of, expanded, is_blank, part_name, reshaped
from motcua.reference.forms.rules import Field, Page, Schema
from motcua.reference.forms.rules.answers import NONE
from motcua.reference.forms.rules.schema import CHOOSING
from motcua.reference.forms.words import Answers, Comparison, FieldKind, Part
from motcua.reference.org.places import find_province


class _Fresh(dict[str, forms.Field]):
    """Controls made for one form alone; Django need not copy them for it."""

    def __deepcopy__(self, _memo: object) -> "_Fresh":
        return self


def form_for(
    schema: Schema,
    page_code: str,
    *,
    data: Mapping[str, Any] | None = None,
    files: MultiValueDict[str, Any] | None = None,
    initial: Mapping[str, Any] | None = None,
    answers: Answers = NONE,
    refused: Mapping[str, list[str]] | None = None,
) -> PageForm:
    """Return the form of one page, filled with the answers so far and, over them, with `initial`.

    `answers` also decide which fields the page has, and hold the files that were taken already; `refused`
    says by field what was wrong with those that came just now. Raises LookupError for an unknown page.
    """
    page = schema.page(page_code)
    known = rules.kept(schema, answers)
    filled = {**known, **(initial or {})}
    changed = reshaped(page, data) if data is not None else None
    sent = changed if changed is not None else data
    counts = counts_of(page, sent, filled)
    carried = tuple(field for field in page.flat if rules.may_be_shown(page, field, known))
    asked = tuple(_carried_cells(page, expanded(carried, counts), known))
    shape = {
        "page": page,
        "answers": known,
        "asked": asked,
        "follow": _follow(page, asked),
        "dynamic": _dynamic(page, asked),
        "reshaped": changed is not None,
    }
    form_class: type[PageForm] = type("PageForm", (PageForm,), shape)
    # Not declared as attributes: a schema may name a field as it likes.
    form_class.base_fields = _Fresh(_controls(page, asked, counts, sent))
    form = form_class(sent, files, initial=_filled(asked, filled, counts))
    for name, field in form.fields.items():
        if isinstance(field, FilesField):
            field.held = list(rules.held_files(filled.get(name)))
            field.refused = list((refused or {}).get(name, ()))
    return form


def _carried_cells(page: Page, fields: Iterator[Field], known: Answers) -> Iterator[Field]:
    """Leave out the cells that an answer of an earlier page hides."""
    for field in fields:
        outside = [
            each for each in field.conditions if "-" not in each.field and each.field not in page.by_name
        ]
        if "-" not in field.name or all(rules.holds(each, known) for each in outside):
            yield field


def _controls(
    page: Page, asked: tuple[Field, ...], counts: Mapping[str, int], data: Mapping[str, Any] | None
) -> dict[str, forms.Field]:
    """Make the controls of a page in order, each block before what it holds."""
    by_name = {field.name: field for field in asked}
    controls: dict[str, forms.Field] = {}
    for field in page.fields:
        if field.kind is FieldKind.GROUP:
            members = [_of_group(by_name[each.name]) for each in field.fields if each.name in by_name]
            if members:
                controls[field.name] = group_block(field, tuple(member.name for member in members))
        else:
            members = [by_name[field.name]] if field.name in by_name else []
        for member in members:
            controls |= _made(member, asked, by_name, counts, data)
    return controls


def _of_group(member: Field) -> Field:
    """Give a member of a group as it is called where the group is not seen, as in the error summary."""
    if member.kind is FieldKind.TABLE:
        return member
    return replace(member, label=ShortLabel(member.full_label, short=member.label))


def _made(
    field: Field,
    asked: tuple[Field, ...],
    by_name: Mapping[str, Field],
    counts: Mapping[str, int],
    data: Mapping[str, Any] | None,
) -> dict[str, forms.Field]:
    if field.kind is not FieldKind.TABLE:
        return made(field, leads=leads(field, asked))
    controls: dict[str, forms.Field] = {}
    rows: list[tuple[str, ...]] = []
    idle_names: list[str] = []
    for nth in range(counts[field.name]):
        there = [by_name[cell.name] for cell in cells(field, nth) if cell.name in by_name]
        rows.append(tuple(cell.name for cell in there))
        # A row that nobody began is not asked for, unless the table cannot do without it.
        idle = nth >= field.least_rows and data is not None and is_blank(field, nth, data)
        for cell in there:
            in_row = made(cell, leads=leads(cell, asked))
            idle_names += in_row if idle else ()
            controls |= in_row
    block = TableBlock(field, tuple(rows), label=field.label, help_text=field.hint, required=field.required)
    block.idle = frozenset(idle_names)
    return {field.name: block, **controls}


def _follow(page: Page, asked: tuple[Field, ...]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Say what stands under which choice of the same page: fields, and groups as a whole."""
    here = {field.name: field for field in asked}
    follow: dict[str, dict[str, tuple[str, ...]]] = {}
    for field in (*_groups(page), *asked):
        condition = field.show_if
        if condition and _leads_here(here.get(condition.field), condition.test):
            under = follow.setdefault(condition.field, {})
            choice = choice_word(condition.value)
            under[choice] = (*under.get(choice, ()), field.name)
    return follow


def _dynamic(page: Page, asked: tuple[Field, ...]) -> dict[str, str]:
    """Say which fields and groups hang on an answer of the same page that is no choice made there."""
    here = {field.name: field for field in asked}
    return {
        field.name: json.dumps(field.show_if._asdict())
        for field in (*_groups(page), *asked)
        if field.show_if
        and field.show_if.field in here
        and not _leads_here(here[field.show_if.field], field.show_if.test)
    }


def _groups(page: Page) -> Iterator[Field]:
    return (field for field in page.fields if field.kind is FieldKind.GROUP)


def _leads_here(above: Field | None, test: Comparison) -> bool:
    return above is not None and above.kind in CHOOSING and test is Comparison.IS


def _filled(asked: tuple[Field, ...], known: Mapping[str, Any], counts: Mapping[str, int]) -> dict[str, Any]:
    """Spread stored answers over the controls of a page."""
    flat = dict(known)
    for name in counts:
        for nth, row in enumerate(known.get(name) or ()):
            flat |= {f"{name}-{nth}-{column}": value for column, value in row.items()}
    filled: dict[str, Any] = {}
    for field in asked:
        given = flat.get(field.name)
        if field.kind is FieldKind.ADDRESS:
            parts = given or {Part.PROVINCE.value: settings.PROVINCE}
            filled |= {part_name(field.name, part): parts.get(part, "") for part in Part}
            province = find_province(parts.get(Part.PROVINCE.value, ""))
            filled[part_name(field.name, Part.PROVINCE)] = province.name if province else ""
        elif given is not None and field.kind is not FieldKind.TABLE:
            filled[field.name] = given
    return filled
