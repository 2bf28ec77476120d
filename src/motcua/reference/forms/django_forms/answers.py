"""Which answers a sent page holds, as they are stored."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from motcua.base.clock import today
from motcua.base.rooms import Refusal
from motcua.reference.forms import rules
from motcua.reference.forms.django_forms.rows import cells, part_name
from motcua.reference.forms.rules import Field, Schema
from motcua.reference.forms.rules.conditions import EMPTY
from motcua.reference.forms.words import Answer, FieldKind, Part


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
