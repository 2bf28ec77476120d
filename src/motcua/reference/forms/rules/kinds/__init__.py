"""The one check of an answer: what was given becomes what is stored, or is refused with a reason."""

from collections.abc import Callable, Mapping
from datetime import date

from motcua.base.rooms import Refusal
from motcua.base.text import clean, clean_lines
from motcua.reference.forms.rules.conditions import EMPTY
from motcua.reference.forms.rules.kinds import chosen, figures, files, places, texts
from motcua.reference.forms.rules.schema import MOST_ROWS, Field
from motcua.reference.forms.sentences import refusal
from motcua.reference.forms.words import Answer, FieldKind, Why

__all__ = ["Checked", "check", "doubt"]

Checked = Answer | Refusal | None
doubt = texts.doubt


def check(field: Field, given: object, *, today: date) -> Checked:
    """Return the stored form of what was given, None when nothing was, a Refusal when it cannot be taken.

    Takes what people type (text) and what JSON carries (numbers, true and false, lists, parts of an address,
    rows of a table) alike, so that pages and interfaces refuse the same things. Whether an answer is wanted
    at all is not asked here.
    """
    if isinstance(given, str):
        given = clean_lines(given) if field.kind is FieldKind.LONG_TEXT else clean(given)
    if given in EMPTY:
        return None
    if field.kind in texts.TEXTS:
        return texts.check(field, given)
    return OTHERS[field.kind](field, given, today)


def _table(field: Field, given: object, today: date) -> Checked:
    if not isinstance(given, list) or not all(isinstance(row, dict) for row in given):
        return Refusal(Why.UNREADABLE)
    if len(given) > min(field.most_rows, MOST_ROWS):
        return Refusal(Why.ROWS_MANY, {"most": str(field.most_rows), "count": str(len(given))})
    columns = {column.name: column for column in field.fields}
    rows = []
    for nth, row in enumerate(given, start=1):
        if not row.keys() <= columns.keys():
            return Refusal(Why.UNREADABLE)
        cells: dict[str, Answer | None] = {}
        for name, column in columns.items():
            outcome = check(column, row.get(name), today=today)
            if isinstance(outcome, Refusal):
                where = {"row": f"{field.row_word} {nth}", "label": column.label}
                return Refusal(Why.ROW, {**where, "sentence": refusal(outcome)})
            if name in row:
                cells[name] = outcome
        if any(cell not in EMPTY for cell in cells.values()):
            rows.append(cells)
    return rows or None


def _nothing(_field: Field, _given: object, _today: date) -> Checked:
    return Refusal(Why.UNREADABLE)


OTHERS: Mapping[FieldKind, Callable[[Field, object, date], Checked]] = {
    FieldKind.NUMBER: figures.number,
    FieldKind.MONEY: figures.money,
    FieldKind.DATE: figures.day,
    FieldKind.CHOICE: chosen.one,
    FieldKind.CHOICES: chosen.several,
    FieldKind.YES_NO: chosen.yes_or_no,
    FieldKind.ADDRESS: places.address,
    FieldKind.FILE: files.sent,
    FieldKind.TABLE: _table,
    FieldKind.GROUP: _nothing,
    FieldKind.NOTE: _nothing,
}
