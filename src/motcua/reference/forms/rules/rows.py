"""Answers as people read them: on the page that checks them, and on official papers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from motcua.base.money import format_dong, format_number
from motcua.base.text import mask_tail
from motcua.reference.forms.rules.answers import EMPTY, kept, shown
from motcua.reference.forms.rules.schema import Field, Schema
from motcua.reference.forms.sentences import NO, UNANSWERED, YES
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

    `origins` says by field name where a value came from.
    """
    left = kept(schema, answers)
    groups = (
        Group(
            page.caption or page.title,
            page.code,
            tuple(
                Row(field.label, value_text(field, left.get(field.name), masked), origins.get(field.name, ""))
                for field in page.fields
                if field.asks and shown(field, left)
            ),
        )
        for page in schema.pages
    )
    return tuple(group for group in groups if group.rows)


def value_text(field: Field, answer: Answer | None, masked: bool = False) -> str:  # noqa: PLR0911
    """Return one answer in words."""
    if answer in EMPTY:
        return UNANSWERED
    labels = {option.code: option.label for option in field.options}
    if masked and field.kind in LEGIBLE:
        return mask_tail(str(answer), LEGIBLE[field.kind])
    match answer:
        case bool():
            return YES if answer else NO
        case int():
            return format_dong(answer) if field.kind is FieldKind.MONEY else format_number(answer)
        case list():
            return "; ".join(labels.get(each, each) for each in answer)
        case dict():
            return ", ".join(filter(None, (answer.get(part) for part in reversed(Part))))
        case str() if field.kind is FieldKind.DATE:
            return f"{date.fromisoformat(answer):%d/%m/%Y}"
    return labels.get(str(answer), str(answer))
