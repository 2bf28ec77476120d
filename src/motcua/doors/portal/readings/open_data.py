"""The public figures as files: the same lines, the same groups hidden."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import xlsxwriter

from motcua.base.clock.sentences import short_date
from motcua.base.figures.masking import TOTAL
from motcua.casework.dossiers.queries.shares import LEAST_FOR_SHARE
from motcua.doors.portal.readings.openness import COUNTS, Line
from motcua.doors.portal.sentences import COLUMNS

PLACES = 4
DEFINITIONS = (
    "Một hồ sơ được tính vào tháng có kết quả, theo ngày hẹn có hiệu lực lúc đó.",
    "Số dưới 5 không nêu; vài số khác được che để không tính ngược ra số dưới 5.",
    f"Tỷ lệ chỉ nêu khi có từ {LEAST_FOR_SHARE} hồ sơ; hai cột Từ, Đến là khoảng tin cậy 95 % (Wilson), "
    "hoặc khoảng có thể khi số trễ hạn dưới 5.",
)
_NAMES = {TOTAL: "finished"}


def as_csv(lines: Iterable[Line], on: date) -> bytes:
    """Write UTF-8 with its mark, so that spreadsheets read Vietnamese; what is hidden says why."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS.values())
    for line in lines:
        writer.writerow(["" if value is None else value for value in _row(line).values()])
    return text.getvalue().encode("utf-8-sig")


def as_json(lines: Iterable[Line], on: date) -> bytes:
    """Write the lines with their definitions; a hidden count is null and named with its reason."""
    told = []
    for line in lines:
        row = _row(line)
        row |= {_name(name): line.counts[name].number for name in COUNTS}
        secret = {_name(name): line.counts[name].why for name in COUNTS if line.counts[name].why}
        told.append(row | {"withheld": secret})
    whole = {"made_on": on.isoformat(), "definitions": DEFINITIONS, "lines": told}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def as_xlsx(lines: Iterable[Line], on: date) -> bytes:
    """Write a workbook: the lines, and a sheet that says what they mean; text is never a formula."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        head, share = book.add_format({"bold": True}), book.add_format({"num_format": "0.0%"})
        sheet = book.add_worksheet("Số liệu")
        sheet.freeze_panes(1, 0)
        sheet.set_column(2, 2, 44)
        sheet.set_column(3, len(COLUMNS) - 1, 14)
        sheet.write_row(0, 0, COLUMNS.values(), head)
        for at, line in enumerate(lines, 1):
            for column, (name, value) in enumerate(_row(line).items()):
                sheet.write(at, column, value, share if name in ("share", "low", "high") else None)
        meaning = book.add_worksheet("Định nghĩa")
        meaning.set_column(0, 0, 110)
        for at, sentence in enumerate((*DEFINITIONS, f"Lập ngày {short_date(on)}.")):
            meaning.write(at, 0, sentence)
    return made.getvalue()


WRITERS: Mapping[str, tuple[Callable[[Iterable[Line], date], bytes], str]] = MappingProxyType(
    {
        "csv": (as_csv, "text/csv; charset=utf-8"),
        "json": (as_json, "application/json"),
        "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    }
)


def _row(line: Line) -> dict[str, Any]:
    counts = {
        _name(name): line.counts[name].words if line.counts[name].why else line.counts[name].number
        for name in COUNTS
    }
    return {
        "month": f"{line.month:%Y-%m}",
        "agency_code": "" if line.code == TOTAL else line.code,
        "agency": line.name,
        **counts,
        "share": _rounded(line.in_time.share),
        "low": _rounded(line.in_time.low),
        "high": _rounded(line.in_time.high),
    }


def _name(column: str) -> str:
    return _NAMES.get(column, column)


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, PLACES)
