"""Files of records, line by line: JSON Lines and workbooks. A line that cannot be read is told and passed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from motcua.reference.catalogue.importing.words import Flaw, Found, Line
from motcua.reference.catalogue.importing.workbook import Unreadable, read_workbook

# The longest line of the real record has 170 KB; beyond this a file is something else.
LONGEST_LINE = 4 * 1024 * 1024
ENDINGS = (".jsonl", ".ndjson", ".xlsx")
_WORKBOOK = b"PK\x03\x04"


def read_lines(path: Path) -> Iterator[Line]:
    """Give the lines of a file; `Unreadable` when there is no such file or it is of another kind."""
    try:
        with path.open("rb") as stream:
            head = stream.read(len(_WORKBOOK))
    except OSError as error:
        raise Unreadable(f"Không đọc được tệp {path.name}: {error.strerror}.") from None
    if head == _WORKBOOK:
        yield from read_workbook(path)
    elif not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise Unreadable(f"Tệp {path.name} trống.")
    elif path.suffix.lower() not in ENDINGS[:2] or b"\0" in head:
        raise Unreadable(f"Tệp {path.name} không phải JSON Lines (.jsonl) hay bảng tính (.xlsx).")
    else:
        with path.open("rb") as stream:
            yield from _json_lines(stream)


def _json_lines(stream: BinaryIO) -> Iterator[Line]:
    row = 0
    while line := stream.readline(LONGEST_LINE):
        row += 1
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            _skip_line(stream)
            yield _broken(row, Flaw.LINE_TOO_LONG)
        elif line.strip():
            yield _line(row, line)


def _line(row: int, line: bytes) -> Line:
    try:
        text = line.decode("utf-8-sig" if row == 1 else "utf-8")
    except UnicodeDecodeError:
        return _broken(row, Flaw.NOT_UTF8)
    try:
        return Line(row, json.loads(text, parse_constant=_no_number))
    except (ValueError, RecursionError):
        return _broken(row, Flaw.NOT_JSON)


def _no_number(name: str) -> object:
    raise ValueError(name)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass


def _broken(row: int, kind: Flaw) -> Line:
    return Line(row, flaws=(Found(row, kind),))
