"""Reading a workbook of procedures back into records."""

import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from motcua.reference.catalogue.importing import columns
from motcua.reference.catalogue.importing.columns import Cell, Column, Sheet
from motcua.reference.catalogue.importing.words import Flaw, Found, Line

# A workbook of the whole national record unpacks to some 40 MB.
MOST_UNPACKED = 512 * 1024 * 1024
MOST_PARTS = 500

Rest = Mapping[tuple[str, str, str], str]
Row = dict[str, Any]


class Unreadable(ValueError):
    """Raised when nothing of a file can be read; its text is one sentence for whoever chose the file."""


def read_workbook(path: Path) -> Iterator[Line]:
    """Give one line a procedure, with its row in the first sheet."""
    _check_size(path)
    try:
        book = CalamineWorkbook.from_path(path)
        names = book.sheet_names
        if columns.PROCEDURES.name not in names:
            raise Unreadable(f"Tệp {path.name} không có bảng “{columns.PROCEDURES.name}”.")
        rest = _rest(book) if columns.REST.name in names else {}
        parts = _Parts(book, names, rest)
        yield from _procedures(book, parts, rest)
        yield from parts.orphans()
    except CalamineError:
        raise Unreadable(f"Tệp {path.name} hỏng hoặc không phải bảng tính .xlsx.") from None


class _Parts:
    """The rows of the other sheets by code."""

    def __init__(self, book: CalamineWorkbook, names: list[str], rest: Rest) -> None:
        self.by_sheet: dict[str, dict[str, list[tuple[int, Row]]]] = {}
        self.asked: set[str] = set()
        for sheet in (
            columns.METHODS,
            columns.FEES,
            columns.COMPONENTS,
            columns.RESULTS,
            columns.LEGAL_BASIS,
        ):
            rows = _rows(book, sheet, rest) if sheet.name in names else iter(())
            by_code = self.by_sheet.setdefault(sheet.name, {})
            for row, values in rows:
                by_code.setdefault(str(values.pop("code") or ""), []).append((row, values))

    def of(self, sheet: Sheet, code: str) -> list[Row]:
        """Give the rows of a procedure in the order of their numbers."""
        self.asked.add(code)
        rows = [dict(values) for _, values in self.by_sheet[sheet.name].get(code, ())]
        return sorted(rows, key=_number_of)

    def orphans(self) -> Iterator[Line]:
        """Tell the rows whose procedure is not in the first sheet."""
        for name, by_code in self.by_sheet.items():
            for code in by_code.keys() - self.asked:
                for row, _ in by_code[code]:
                    yield Line(row, flaws=(Found(row, Flaw.ORPHAN_ROW, code, {"sheet": name}),))


def _procedures(book: CalamineWorkbook, parts: _Parts, rest: Rest) -> Iterator[Line]:
    for row, values in _rows(book, columns.PROCEDURES, rest):
        code = str(values["code"] or "")
        extra = values.pop("extra", None)
        methods = [_without(method, "number") | {"fees": []} for method in parts.of(columns.METHODS, code)]
        flaws = _put_fees(methods, parts.of(columns.FEES, code), row, code)
        if flaws:
            yield Line(row, flaws=flaws)
            continue
        record = values | {
            "methods": methods,
            "components": [_without(one, "number") for one in parts.of(columns.COMPONENTS, code)],
            "results": [
                {"name": one["name"], "code": one["code_of"]} for one in parts.of(columns.RESULTS, code)
            ],
            "legal_basis": [one["act"] for one in parts.of(columns.LEGAL_BASIS, code)],
        }
        yield Line(row, record | (extra if isinstance(extra, dict) else {}))


def _put_fees(methods: list[Row], fees: list[Row], row: int, code: str) -> tuple[Found, ...]:
    for fee in fees:
        number = fee["method"]
        if not isinstance(number, int) or not 1 <= number <= len(methods):
            facts = {
                "place": f"{columns.FEES.name}.{columns.FEES.columns[2].heading}",
                "wanted": "số của cách",
            }
            return (Found(row, Flaw.WRONG_TYPE, code, facts),)
        methods[number - 1]["fees"].append(_without(fee, "number", "method"))
    return ()


def _rows(book: CalamineWorkbook, sheet: Sheet, rest: Rest) -> Iterator[tuple[int, Row]]:
    grid = book.get_sheet_by_name(sheet.name)
    start = (grid.start or (0, 0))[0]
    places: dict[str, int] = {}
    for row, cells in enumerate(grid.iter_rows(), start=start + 1):
        if not places:
            places = {str(heading).strip(): place for place, heading in enumerate(cells)}
            continue
        if any(cell != "" for cell in cells):
            yield row, _row(sheet, cells, places, rest)


def _row(sheet: Sheet, cells: list[Any], places: Mapping[str, int], rest: Rest) -> Row:
    found: Row = {}
    for column in sheet.columns:
        place = places.get(column.heading)
        value = cells[place] if place is not None and place < len(cells) else ""
        if value != "" or not column.may_lack:
            found[column.part] = _value(column, value)
    for column in sheet.columns if rest else ():
        more = rest.get((sheet.name, _key(found), column.heading))
        if more:
            found[column.part] = f"{found.get(column.part) or ''}{more}"
    return found


def _value(column: Column, value: Any) -> Any:
    """Give what a cell holds; what does not fit its column stays as it is, for the reader to tell."""
    match column.holds:
        case Cell.LINES:
            return str(value).split("\n") if value != "" else []
        case Cell.JSON:
            return _json(value)
        case Cell.TEXT if column.part in ("code", "replaced_by") and isinstance(value, float):
            return f"{value:.6f}"  # a code typed as a figure
    if value == "":
        return None
    whole = isinstance(value, float) and value.is_integer()
    if column.holds is Cell.TEXT and isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value) if whole else value)
    return int(value) if whole else value


def _json(value: Any) -> Any:
    try:
        return json.loads(str(value))
    except ValueError:
        return {"extra": str(value)}


def _rest(book: CalamineWorkbook) -> Rest:
    found: dict[tuple[str, str, str], str] = {}
    rows = [values for _, values in _rows(book, columns.REST, {})]
    for values in sorted(rows, key=_number_of):
        place = (str(values["sheet"]), str(values["key"]), str(values["column"]))
        found[place] = found.get(place, "") + str(values["text"] or "")
    return found


def _number_of(values: Row) -> float:
    number = values.get("number")
    return number if isinstance(number, int | float) else 0


def _key(values: Row) -> str:
    return f"{values.get('code')}/{values['number']}" if "number" in values else str(values.get("code"))


def _without(values: Row, *parts: str) -> Row:
    return {part: value for part, value in values.items() if part not in parts}


def _check_size(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (OSError, zipfile.BadZipFile):
        raise Unreadable(f"Tệp {path.name} hỏng hoặc không phải bảng tính .xlsx.") from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable(f"Tệp {path.name} giải nén ra quá lớn. Chia thành nhiều tệp nhỏ hơn.")
