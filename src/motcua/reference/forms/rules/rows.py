"""Answers as people read them: on the page that checks them, and on official papers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from motcua.base.money import format_dong
from motcua.base.text import mask_tail
from motcua.reference.forms.rules.answers import held_files, kept, rows_of
from motcua.reference.forms.rules.conditions import EMPTY, shown
from motcua.reference.forms.rules.kinds import doubt
from motcua.reference.forms.rules.kinds.figures import text_of
from motcua.reference.forms.rules.schema import Field, Page, Schema
from motcua.reference.forms.sentences import NO, UNANSWERED, YES, refusal
from motcua.reference.forms.words import Answer, Answers, FieldKind, Part

LEGIBLE = {FieldKind.PERSONAL_ID: 4, FieldKind.PHONE: 3}
NO_ORIGINS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Row:
    """One answer: its label, its value in words, and where the value came from (may be empty)."""

    label: str
    value_text: str
    note: str = ""

    @property
    def term(self) -> str:
        """Give the label under the name that summary lists use."""
        return self.label

    @property
    def value(self) -> str:
        """Give the value under the name that summary lists use."""
        return self.value_text


@dataclass(frozen=True)
class Group:
    """The answers of one page."""

    title: str
    page_code: str
    rows: tuple[Row, ...]


def as_rows(
    schema: Schema, answers: Answers, *, masked: bool = False, origins: Mapping[str, str] = NO_ORIGINS
) -> tuple[Group, ...]:
    """Return the shown answers by page; `masked` hides numbers of persons but for their last digits.

    `origins` says by field name where a value came from. Each row of a table is one row here.
    """
    left = kept(schema, answers)
    groups = (
        Group(page.caption or page.title, page.code, tuple(_rows(page, left, masked, origins)))
        for page in schema.pages
    )
    return tuple(group for group in groups if group.rows)


def value_text(field: Field, answer: Answer | None, masked: bool = False) -> str:  # noqa: PLR0911
    """Return one answer in words."""
    if answer in EMPTY:
        return UNANSWERED
    labels = {option.code: option.label for option in field.options}
    if masked and (hidden := _masked(field, str(answer))):
        return hidden
    match answer:
        case bool():
            return YES if answer else NO
        case int() | float():
            return format_dong(int(answer)) if field.kind is FieldKind.MONEY else text_of(answer)
        case list() if field.kind is FieldKind.FILE:
            return "; ".join(one["name"] for one in held_files(answer))
        case list():
            return "; ".join(labels.get(each, each) for each in answer if isinstance(each, str))
        case dict():
            return ", ".join(filter(None, (answer.get(part) for part in reversed(Part))))
        case str() if field.kind is FieldKind.DATE:
            return f"{date.fromisoformat(answer):%d/%m/%Y}"
    return labels.get(str(answer), str(answer))


def _rows(page: Page, left: Answers, masked: bool, origins: Mapping[str, str]) -> Iterator[Row]:
    for field in page.flat:
        if not field.asks or not shown(field, left):
            continue
        answer = left.get(field.name)
        if field.kind is FieldKind.TABLE and answer:
            yield from _table_rows(field, answer, left, masked)
            continue
        doubted = doubt(field, answer)
        note = origins.get(field.name, "") or (refusal(doubted) if doubted else "")
        yield Row(field.full_label, value_text(field, answer, masked), note)


def _table_rows(table: Field, answer: Answer, left: Answers, masked: bool) -> Iterator[Row]:
    for nth, row in enumerate(rows_of(table, answer), start=1):
        cells = (
            f"{column.label}: {value_text(column, row.get(column.name), masked)}"
            for column in table.fields
            if shown(column, {**left, **row}) and row.get(column.name) not in EMPTY
        )
        yield Row(f"{table.row_word} {nth}", "; ".join(cells) or UNANSWERED)


def _masked(field: Field, answer: str) -> str:
    """Return a number of a person with its last digits alone, nothing for other answers."""
    if field.kind in LEGIBLE:
        return mask_tail(answer, LEGIBLE[field.kind])
    personal = field.kind is FieldKind.TAX_CODE and len(answer) == PERSONAL_ID_DIGITS
    return mask_tail(answer, LEGIBLE[FieldKind.PERSONAL_ID]) if personal else ""


PERSONAL_ID_DIGITS = 12  # since July 2025 a person's tax code is the personal number
