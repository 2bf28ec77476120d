"""Workbooks for office programs: the same data gives the same bytes, and no cell is ever a formula."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import xlsxwriter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a spreadsheet would take for a formula when the cell is copied on or saved as CSV.
TRIGGERS = ("=", "+", "-", "@", "\t", "\r")
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
Cell = str | int | Decimal | date | None


@dataclass(frozen=True)
class Column:
    """One column: the words of its head, its width in letters, and how many places its numbers show."""

    words: str
    width: int = 14
    places: int = 0


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, lines above the table, columns, rows; the first `fixed` columns stay in sight."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    above: Sequence[str] = ()
    fixed: int = 1


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return a workbook; numbers stay numbers, words that look like formulas are marked as text for good."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"created": _EPOCH.replace(tzinfo=None)})
        for sheet in sheets:
            _write(book, sheet)
    return made.getvalue()


def _write(book: xlsxwriter.Workbook, sheet: Sheet) -> None:
    shape = {"text_wrap": True, "valign": "top"}
    bold, plain = book.add_format({"bold": True, **shape}), book.add_format(shape)
    quoted = book.add_format({"quote_prefix": True, **shape})
    days = book.add_format({"num_format": "dd/mm/yyyy", **shape})
    numbers = [book.add_format({"num_format": _shown(column.places), **shape}) for column in sheet.columns]
    page = book.add_worksheet(sheet.name[:31])
    for row, words in enumerate(sheet.above):
        page.write_string(row, 0, words, book.add_format({"bold": row == 0}))
    head = len(sheet.above)
    page.freeze_panes(head + 1, sheet.fixed)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        page.write_string(head, place, column.words, bold)
    for row, cells in enumerate(sheet.rows, head + 1):
        for place, cell in enumerate(cells):
            if isinstance(cell, str):
                page.write_string(row, place, cell, quoted if cell.startswith(TRIGGERS) else plain)
            elif isinstance(cell, date):
                page.write_datetime(row, place, datetime(cell.year, cell.month, cell.day), days)  # noqa: DTZ001  # a day, no moment
            elif cell is not None:
                page.write_number(row, place, cell, numbers[place])


def _shown(places: int) -> str:
    return "#,##0" if places == 0 else f"#,##0.{'0' * places}"
