"""One page: its form, and the answers that a sent form holds."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.conf import settings
from django.forms import BoundField
from django.forms.utils import ErrorDict
from django.utils.datastructures import MultiValueDict

from motcua.base.clock import today
from motcua.base.rooms import Refusal
from motcua.base.ui.forms import Form, ShortLabel
from motcua.reference.forms import rules, sentences
from motcua.reference.forms.django_forms.blocks import Block, PageBound, TableBlock
from motcua.reference.forms.django_forms.controls import FilesField, choice_word, group_block, leads, made
from motcua.reference.forms.django_forms.rows import (
    cells,
    counts_of,
    expanded,
    is_blank,
    part_name,
    reshaped,
)
from motcua.reference.forms.rules import Field, Page, Schema
from motcua.reference.forms.rules.answers import NONE
from motcua.reference.forms.rules.conditions import EMPTY
from motcua.reference.forms.rules.schema import CHOOSING
from motcua.reference.forms.words import Answer, Answers, Comparison, FieldKind, Part, Why
from motcua.reference.org.places import find_province

PLACES = frozenset({Why.NO_COMMUNE, *(why for why in Why if why.name.startswith("COMMUNE"))})


class _Fresh(dict[str, forms.Field]):
    """Controls made for one form alone; Django need not copy them for it."""

    def __deepcopy__(self, _memo: object) -> "_Fresh":
        return self


class PageForm(Form):
    """The fields of one page; what a choice hides is neither demanded nor taken.

    `reshaped` says that a row was added or dropped: then nothing is checked yet.
    """

    page: Page
    answers: Answers
    asked: tuple[Field, ...]
    dynamic: Mapping[str, str]
    reshaped: bool
    bound_field_class = PageBound

    @cached_property
    def led(self) -> frozenset[str]:
        """The names of what stands under a choice of another field."""
        return frozenset(
            name for groups in self.follow.values() for names in groups.values() for name in names
        )

    @property
    def leading(self) -> list[BoundField]:
        """The visible fields and blocks that stand neither within a block nor under a choice."""
        within = {name for block in self._blocks() for name in block.names}
        return [self[name] for name in self.fields if name not in within and name not in self.led]

    @property
    def has_files(self) -> bool:
        """Whether the page takes files, and so must be sent in parts."""
        return any(isinstance(field, FilesField) for field in self.fields.values())

    def full_clean(self) -> None:
        """Check the answers, but for a page whose rows were just changed."""
        if self.reshaped:
            self._errors, self.cleaned_data = ErrorDict(), {}
            return
        super().full_clean()

    def is_valid(self) -> bool:
        """Tell whether the page may be kept; one whose rows were just changed may not."""
        return super().is_valid() and not self.reshaped

    def unasked(self) -> set[str]:
        """Return the names of all that hangs on choices that were not made, and of rows that nobody began."""
        unasked = super().unasked()
        # Blocks come before what they hold, so that a block within a block is reached as well.
        for name, block in self._named_blocks():
            if name in unasked:
                unasked.update(block.names)
        idle = (block.idle for block in self._blocks() if isinstance(block, TableBlock))
        return unasked.union(*idle) & set(self.fields)

    def clean(self) -> dict[str, Any]:
        """Drop what is hidden, then see whether addresses and tables are whole."""
        found: dict[str, Answer | None] = dict(self.answers)
        for field in self.asked:
            if not field.asks or field.name not in self.fields:
                continue
            if rules.shown(field, found):
                self._see_address(field)
                self._see_table(field)
                found[field.name] = answer_of(field, self.cleaned_data)
            else:
                found.pop(field.name, None)
                for name in self._all_of(field.name):
                    self.errors.pop(name, None)
                    self.cleaned_data.pop(name, None)
        return self.cleaned_data

    def _blocks(self) -> Iterator[Block]:
        return (field for field in self.fields.values() if isinstance(field, Block))

    def _named_blocks(self) -> Iterator[tuple[str, Block]]:
        return ((name, field) for name, field in self.fields.items() if isinstance(field, Block))

    def _all_of(self, name: str) -> tuple[str, ...]:
        field = self.fields[name]
        return (name, *field.names) if isinstance(field, Block) else (name,)

    def _see_address(self, field: Field) -> None:
        """Demand the parts that an address lacks once it was begun, and names that are in use."""
        if field.kind is not FieldKind.ADDRESS:
            return
        names = {part: part_name(field.name, part) for part in Part}
        if any(name in self.errors for name in names.values()):
            return
        begun = any(self.cleaned_data.get(names[part]) for part in (Part.COMMUNE, Part.DETAIL))
        for part in (Part.PROVINCE, Part.COMMUNE):
            if begun and not self.cleaned_data.get(names[part]):
                self.add_error(names[part], self._required(names[part]))
                return
        outcome = rules.check(field, given_of(field, self.cleaned_data), today=today())
        if isinstance(outcome, Refusal):
            part = Part.COMMUNE if outcome.why in PLACES else Part.PROVINCE
            self.add_error(names[part], forms.ValidationError(sentences.refusal(outcome), code=outcome.why))

    def _see_table(self, field: Field) -> None:
        """Demand as many rows as a table needs."""
        if field.kind is not FieldKind.TABLE or any(
            self.errors.get(name) for name in self._all_of(field.name)
        ):
            return
        rows = answer_of(field, self.cleaned_data)
        there = len(rows) if isinstance(rows, list) else 0
        if there < field.least_rows and (field.required or there):
            refusal = Refusal(Why.ROWS_FEW, {"least": f"{field.least_rows} {field.row_word.lower()}"})
            self.add_error(field.name, forms.ValidationError(sentences.refusal(refusal), code="required"))

    def _required(self, name: str) -> forms.ValidationError:
        return forms.ValidationError(self.fields[name].error_messages["required"], code="required")


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


def clean_answers(schema: Schema, page_code: str, cleaned: Mapping[str, Any]) -> dict[str, Answer | None]:
    """Return the answers of a valid page as JSON keeps them; what it hid is not among them."""
    asked = (field for field in schema.page(page_code).flat if field.asks and field.name in cleaned)
    return {field.name: answer_of(field, cleaned) for field in asked}


def answer_of(field: Field, cleaned: Mapping[str, Any]) -> Answer | None:
    """Give one answer in its stored form, None when there is none or it was refused."""
    if field.kind is FieldKind.TABLE:
        return _rows_in(field, cleaned) or None
    outcome = rules.check(field, given_of(field, cleaned), today=today())
    return None if isinstance(outcome, Refusal) else outcome


def given_of(field: Field, cleaned: Mapping[str, Any]) -> object:
    """Give what a page says to one field, as the rules take it."""
    if field.kind is FieldKind.ADDRESS:
        return {part.value: cleaned.get(part_name(field.name, part)) for part in Part}
    given: object = cleaned.get(field.name)
    return given.isoformat() if isinstance(given, date) else given


def _rows_in(table: Field, cleaned: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Give the rows of a table that say something."""
    rows = []
    for nth in range(table.most_rows):
        there = [cell for cell in cells(table, nth) if cell.name in cleaned]
        row = {cell.name.rpartition("-")[2]: answer_of(cell, cleaned) for cell in there}
        if any(value not in EMPTY for value in row.values()):
            rows.append(row)
    return rows


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
