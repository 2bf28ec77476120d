"""The rows of tables on a page: each cell is a field of its own, named by table, place and column."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.utils.datastructures import MultiValueDict

from motcua.base.ui.forms import ShortLabel
from motcua.reference.forms.rules import Field, Page
from motcua.reference.forms.rules.schema import MOST_ROWS, lower_first
from motcua.reference.forms.words import FieldKind, Part

ADD, DROP, DROP_FILE, COUNT = "add_row", "drop_row", "drop_file", "rows"
ROW = re.compile(r"(?P<table>[a-z][a-z0-9_]*)-(?P<nth>\d{1,3})(?P<rest>-.*)?")


def part_name(name: str, part: Part) -> str:
    """Give the name of the control for one part of an address."""
    return f"{name}_{part}"


def cell_name(table: Field, nth: int, column: str) -> str:
    """Give the name of a cell: `members-0-name`."""
    return f"{table.name}-{nth}-{column}"


def count_name(table: Field) -> str:
    """Give the name under which a page sends how many rows it shows."""
    return f"{table.name}-{COUNT}"


def cells(table: Field, nth: int) -> Iterator[Field]:
    """Give the columns of a row as fields: their names, labels and conditions are those of the row."""
    names = {column.name: cell_name(table, nth, column.name) for column in table.fields}
    for column in table.fields:
        condition = column.show_if
        if condition and condition.field in names:
            condition = condition._replace(field=names[condition.field])
        label = ShortLabel(f"{table.row_word} {nth + 1}: {lower_first(column.label)}", short=column.label)
        yield replace(column, name=names[column.name], label=label, show_if=condition, above=table.conditions)


def expanded(fields: Iterable[Field], counts: Mapping[str, int]) -> Iterator[Field]:
    """Give the fields with the cells of each table after it."""
    for field in fields:
        yield field
        if field.kind is FieldKind.TABLE:
            for nth in range(counts[field.name]):
                yield from cells(field, nth)


def counts_of(page: Page, data: Mapping[str, Any] | None, known: Mapping[str, Any]) -> dict[str, int]:
    """Give how many rows each table of a page shows: as many as were sent, else as are answered or needed."""
    counts = {}
    for table in page.flat:
        if table.kind is FieldKind.TABLE:
            sent = str((data or {}).get(count_name(table), ""))
            there = int(sent) if sent.isascii() and sent.isdigit() else len(known.get(table.name) or ())
            least = 0 if sent.isdigit() else table.least_rows
            counts[table.name] = min(max(there, least), table.most_rows, MOST_ROWS)
    return counts


def is_blank(table: Field, nth: int, data: Mapping[str, Any]) -> bool:
    """Tell whether nothing was sent in a row; the province of an address stands there by itself."""
    before = f"{table.name}-{nth}-"
    return not any(
        str(data.get(name) or "").strip()
        for name in data
        if name.startswith(before) and not name.endswith(f"_{Part.PROVINCE}")
    )


def reshaped(page: Page, data: Mapping[str, Any]) -> MultiValueDict[str, Any] | None:
    """Return what was sent with a row more or less, None when it asks for neither."""
    tables = {field.name: field for field in page.flat if field.kind is FieldKind.TABLE}
    added = str(data.get(ADD, ""))
    dropped = ROW.fullmatch(str(data.get(DROP, "")))
    if added in tables:
        count = counts_of(page, data, {})[added]
        return _with_count(_copied(data), tables[added], count + 1)
    if dropped and dropped["table"] in tables:
        table = tables[dropped["table"]]
        count = counts_of(page, data, {})[table.name]
        return _with_count(_without(data, table.name, int(dropped["nth"])), table, max(count - 1, 0))
    return MultiValueDict(_copied(data)) if DROP_FILE in data else None


def _without(data: Mapping[str, Any], table: str, gone: int) -> MultiValueDict[str, Any]:
    """Return the data without one row of a table; the rows below move up."""
    left: MultiValueDict[str, Any] = MultiValueDict()
    for name, values in _copied(data).lists():
        found = ROW.fullmatch(name)
        nth = int(found["nth"]) if found and found["table"] == table else -1
        if found and nth >= 0 and nth != gone:
            left.setlist(f"{table}-{nth - (nth > gone)}{found['rest'] or ''}", values)
        elif nth != gone:
            left.setlist(name, values)
    return left


def _with_count(data: MultiValueDict[str, Any], table: Field, count: int) -> MultiValueDict[str, Any]:
    data[count_name(table)] = str(count)
    return data


def _copied(data: Mapping[str, Any]) -> MultiValueDict[str, Any]:
    if isinstance(data, MultiValueDict):
        return MultiValueDict({name: data.getlist(name) for name in data})
    return MultiValueDict(
        {name: value if isinstance(value, list) else [value] for name, value in data.items()}
    )
