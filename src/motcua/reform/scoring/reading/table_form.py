"""Criteria sets as tables: CSV, and the workbooks of spreadsheets."""

import csv
import io
import zipfile
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from motcua.base.text import clean, fold
from motcua.reform.scoring.reading import columns
from motcua.reform.scoring.reading.building import built, meta_of, whole
from motcua.reform.scoring.reading.cells import Cells
from motcua.reform.scoring.reading.json_form import MOST_ROWS
from motcua.reform.scoring.rules.criteria import SetMeta
from motcua.reform.scoring.rules.problems import Problem, Read
from motcua.reform.scoring.rules.sentences import says
from motcua.reform.scoring.words import Fault

MOST_UNPACKED = 64 * 1024 * 1024
MOST_PARTS = 200
HEAD_WITHIN = 30  # official tables have a title, an agency and a decision above their head
FEWEST = 2  # one heading alone may be any word of a title
BAND_CELLS = 3  # name, least, whether that is in
_BY_HEADING = columns.folded(columns.HEADINGS)
_BY_LABEL = columns.folded(columns.META)
Grid = Sequence[tuple[int, Sequence[Any]]]


def read_csv(text: str, *, meta: SetMeta | None, measures: Collection[str] | None) -> Read:
    """Read the rows of a CSV with commas, semicolons or tabs; what the set is as a whole is told beside."""
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    grid: list[tuple[int, Sequence[Any]]] = []
    try:
        while (line := next(table, None)) is not None:
            grid.append((table.line_num, line))
            if len(grid) > MOST_ROWS:
                return whole(Fault.TOO_MANY_ROWS, most=str(MOST_ROWS))
    except csv.Error:
        return whole(Fault.NOT_READ, row=table.line_num)
    return _read(grid, meta, [], measures)


def read_workbook(content: bytes, *, meta: SetMeta | None, measures: Collection[str] | None) -> Read:
    """Read the first sheet whose head is known, and the sheets about the set where there are any."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            return whole(Fault.TOO_LARGE, said="giải nén ra", most="64 MB")
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = {name: _grid(book.get_sheet_by_name(name)) for name in book.sheet_names}
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError):
        return whole(Fault.NOT_READ)
    about = _about(sheets)
    problems = about.problems if about else []
    if about is not None:
        meta = meta_of(about)
    found = next((grid for grid in sheets.values() if _head(grid) is not None), ())
    return _read(found, meta, problems, measures)


def _read(
    grid: Grid, meta: SetMeta | None, problems: list[Problem], measures: Collection[str] | None
) -> Read:
    if len(grid) > MOST_ROWS:
        return whole(Fault.TOO_MANY_ROWS, most=str(MOST_ROWS))
    head = _head(grid)
    if head is None:
        return _headless(grid)
    at, places = head
    headings = {name: clean(str(grid[at][1][place])) for name, place in places.items()}
    found = list(problems) + _twice(grid[at])
    if meta is None and not found:
        found += [
            Problem(Fault.MISSING_VALUE, 0, name, says(Fault.MISSING_VALUE, {})) for name in ("level", "year")
        ]
    rows = [
        Cells(row, _values(cells, places), headings)
        for row, cells in grid[at + 1 :]
        if any(str(cell).strip() for cell in cells)
    ]
    return built(meta, rows, problems=found, measures=measures)


def _head(grid: Grid) -> tuple[int, Mapping[str, int]] | None:
    """Give the place of the head, the first row with all needed columns, and where each column stands."""
    for at, (_, cells) in enumerate(grid[:HEAD_WITHIN]):
        places = _places(cells)
        if all(name in places for name in columns.NEEDED):
            return at, places
    return None


def _places(cells: Sequence[Any]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, cell in enumerate(cells):
        name = _BY_HEADING.get(fold(clean(str(cell))))
        if name is not None:
            places.setdefault(name, place)
    return places


def _headless(grid: Grid) -> Read:
    """Tell which columns lack in the row that looks most like a head."""
    found = [(len(_places(cells)), row, _places(cells)) for row, cells in grid[:HEAD_WITHIN]]
    count, row, places = max(found, key=lambda one: one[0], default=(0, 0, {}))
    needed = {name: columns.HEADINGS[name][0] for name in columns.NEEDED}
    if count < FEWEST:
        return whole(Fault.NO_SHEET, known=", ".join(needed.values()))
    problems = [
        Problem(Fault.MISSING_COLUMN, row, name, says(Fault.MISSING_COLUMN, {"known": f"“{heading}”"}))
        for name, heading in needed.items()
        if name not in places
    ]
    return Read(None, tuple(problems))


def _twice(head: tuple[int, Sequence[Any]]) -> list[Problem]:
    row, cells = head
    names = [_BY_HEADING.get(fold(clean(str(cell)))) for cell in cells]
    repeated = (
        clean(str(cell)) for at, cell in enumerate(cells) if names[at] is not None and names[at] in names[:at]
    )
    return [Problem(Fault.COLUMN_TWICE, row, name, says(Fault.COLUMN_TWICE, {})) for name in repeated]


def _values(cells: Sequence[Any], places: Mapping[str, int]) -> dict[str, Any]:
    return {name: cells[place] if place < len(cells) else "" for name, place in places.items()}


def _grid(sheet: CalamineSheet) -> list[tuple[int, Sequence[Any]]]:
    start = (sheet.start or (0, 0))[0]
    return list(enumerate(sheet.iter_rows(), start=start + 1))


def _about(sheets: Mapping[str, Grid]) -> Cells | None:
    if columns.ABOUT not in sheets:
        return None
    values: dict[str, Any] = {}
    labels: dict[str, str] = {}
    for _, cells in sheets[columns.ABOUT]:
        name = _BY_LABEL.get(fold(clean(str(cells[0])))) if cells else None
        if name is not None and len(cells) > 1:
            values[name], labels[name] = cells[1], clean(str(cells[0]))
    bands = sheets.get(columns.BANDS, ())
    values["bands"] = [
        {"name": clean(str(cells[0])), "min": cells[1], "inclusive": fold(clean(str(cells[2]))) != "khong"}
        for _, cells in list(bands)[1:]
        if len(cells) == BAND_CELLS and str(cells[0]).strip()
    ]
    return Cells(0, values, {**{name: known[0] for name, known in columns.META.items()}, **labels})
