"""The text of a file as rows by column name."""

import csv
import io
from collections.abc import Iterator

from motcua.base.text import clean
from motcua.reform.scoring.published.reading.read import Problem
from motcua.reform.scoring.published.words import FileFault

_MARKS = (",", ";", "\t")


class Unreadable(ValueError):
    """A file that is no table; `problem` says why."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault)
        self.problem = Problem(0, "", fault)


Rows = list[tuple[int, list[str]]]


def rows_of(content: bytes) -> tuple[list[str], Rows]:
    """Give the names of the columns, and each row with its line; Unreadable for what is no table."""
    try:
        text = content.decode("utf-8-sig")
        if "\0" in text:
            raise Unreadable(FileFault.NOT_TEXT)
        found = list(_parsed(text))
    except (UnicodeDecodeError, csv.Error):
        raise Unreadable(FileFault.NOT_TEXT) from None
    if len(found) <= 1:
        raise Unreadable(FileFault.NO_ROWS)
    return [clean(one).casefold() for one in found[0][1]], found[1:]


def _parsed(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that say something, each with the line on which it ends."""
    head = text.lstrip().partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(_MARKS, key=head.count), strict=True)
    for row in reader:
        if any(cell.strip() for cell in row):
            yield reader.line_num, row
