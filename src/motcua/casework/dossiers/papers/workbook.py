"""The register as a workbook: the same lines, every cell text."""

import io
from collections.abc import Sequence
from dataclasses import astuple

import xlsxwriter

from motcua.casework.dossiers.papers.register import RegisterLine

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = (
    ("Số thứ tự", 10),
    ("Mã hồ sơ", 24),
    ("Tên thủ tục hành chính", 44),
    ("Số bộ", 8),
    ("Tên cá nhân, tổ chức", 28),
    ("Địa chỉ, số điện thoại", 36),
    ("Cơ quan chủ trì giải quyết", 30),
    ("Ngày nhận", 12),
    ("Hẹn trả", 12),
    ("Ngày trả", 12),
    ("Cách nhận kết quả", 24),
    ("Ký nhận", 22),
    ("Ghi chú", 40),
)
# What a spreadsheet would take for a formula when the cell is copied on or saved as CSV.
_TRIGGERS = ("=", "+", "-", "@", "\t", "\r")


def as_workbook(name: str, lines: Sequence[RegisterLine]) -> bytes:
    """Return a workbook of the lines; a cell that looks like a formula is marked as text for good."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        shape = {"text_wrap": True, "valign": "top"}
        head, plain = book.add_format({"bold": True, **shape}), book.add_format(shape)
        quoted = book.add_format({"quote_prefix": True, **shape})
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 2)
        for column, (words, width) in enumerate(COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, words, head)
        for row, line in enumerate(lines, 1):
            for column, words in enumerate(astuple(line)):
                sheet.write_string(row, column, words, quoted if words.startswith(_TRIGGERS) else plain)
    return made.getvalue()
