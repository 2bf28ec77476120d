"""Writing records as a workbook, as JSON Lines and as CSV."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from motcua.reference.catalogue.importing import columns
from motcua.reference.catalogue.importing.cells import looks_like_formula, safe_cell
from motcua.reference.catalogue.importing.columns import Cell, Column, Sheet
from motcua.reference.catalogue.importing.record import PARTS

LONGEST_CELL = 32_000
Record = Mapping[str, Any]


def write_jsonl(records: Iterable[Record], stream: TextIO) -> None:
    """Write one record a line."""
    for record in records:
        stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def write_csv(records: Iterable[Record], stream: TextIO) -> None:
    """Write the first sheet alone, with no cell that a spreadsheet would run as a formula."""
    table = csv.writer(stream)
    table.writerow(columns.PROCEDURES.headings())
    for record in records:
        values = _procedure(record)
        table.writerow([safe_cell(_written(values.get(c.part), c)) for c in columns.PROCEDURES.columns])


def write_workbook(records: Iterable[Record], path: Path) -> None:
    """Write the workbook; rows go to the disk as they come, so memory stays small."""
    with Workbook(path, {"constant_memory": False, "strings_to_formulas": False}) as book:
        writer = _Writer(book)
        for record in records:
            for sheet, values in _all_rows(record):
                writer.write(sheet, values)


class _Writer:
    """The open workbook: each sheet with its next row."""

    def __init__(self, book: Workbook) -> None:
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        # Excel then keeps a text that begins like a formula as text, also when somebody edits it.
        self.quoted = book.add_format({"quote_prefix": True})
        self.rows: dict[str, int] = {}
        self.sheets: dict[str, Worksheet] = {}
        for sheet in columns.SHEETS:
            grid = self.sheets[sheet.name] = book.add_worksheet(sheet.name)
            for place, column in enumerate(sheet.columns):
                grid.write_string(0, place, column.heading, head)
            grid.freeze_panes(1, 1)
            grid.set_column(0, 0, 14)
            grid.set_column(1, len(sheet.columns) - 1, 28)
            self.rows[sheet.name] = 1

    def write(self, sheet: Sheet, values: Record) -> None:
        """Write one row; the rest of a text that is too long for a cell goes into its own sheet."""
        row = self.rows[sheet.name]
        self.rows[sheet.name] += 1
        for place, column in enumerate(sheet.columns):
            value = _written(values.get(column.part), column)
            if isinstance(value, str) and len(value) > LONGEST_CELL:
                self._write_rest(sheet, column, values, value)
                value = value[:LONGEST_CELL]
            self._put(self.sheets[sheet.name], row, place, value)

    def _write_rest(self, sheet: Sheet, column: Column, values: Record, text: str) -> None:
        key = f"{values['code']}/{values['number']}" if "number" in values else str(values["code"])
        for number, start in enumerate(range(LONGEST_CELL, len(text), LONGEST_CELL), start=1):
            part = text[start : start + LONGEST_CELL]
            row = {"sheet": sheet.name, "key": key, "column": column.heading, "number": number, "text": part}
            self.write(columns.REST, row)

    def _put(self, grid: Worksheet, row: int, place: int, value: object) -> None:
        quoted: Format | None = None
        match value:
            case bool():
                grid.write_boolean(row, place, value)
            case int() | float():
                grid.write_number(row, place, value)
            case str() if value:
                quoted = self.quoted if looks_like_formula(value) else None
                grid.write_string(row, place, value, quoted)


def _all_rows(record: Record) -> Iterator[tuple[Sheet, Record]]:
    code = record["code"]
    yield columns.PROCEDURES, _procedure(record)
    number = 0
    for method, values in enumerate(record.get("methods") or (), start=1):
        yield columns.METHODS, {"code": code, "number": method, **_without_code(values)}
        for fee in values.get("fees") or ():
            number += 1
            yield columns.FEES, {"code": code, "number": number, "method": method, **_without_code(fee)}
    for number, values in enumerate(record.get("components") or (), start=1):
        yield columns.COMPONENTS, {"code": code, "number": number, **_without_code(values)}
    for number, values in enumerate(record.get("results") or (), start=1):
        row = {"code": code, "number": number, "name": values.get("name"), "code_of": values.get("code")}
        yield columns.RESULTS, row
    for number, act in enumerate(record.get("legal_basis") or (), start=1):
        yield columns.LEGAL_BASIS, {"code": code, "number": number, "act": act}


def _procedure(record: Record) -> Record:
    extra = {part: value for part, value in record.items() if part not in PARTS}
    return {**record, "extra": extra or None}


def _without_code(values: Record) -> Record:
    return {part: value for part, value in values.items() if part != "code"}


def _written(value: Any, column: Column) -> Any:
    if value is None or value == []:
        return ""
    if column.holds is Cell.LINES:
        return "\n".join(value)
    return json.dumps(value, ensure_ascii=False) if column.holds is Cell.JSON else value
