"""Reading criteria sets from JSON, CSV and XLSX: the same set from each, nothing half imported. Pure."""

from collections.abc import Collection
from pathlib import PurePath

from motcua.reform.scoring.reading.building import whole
from motcua.reform.scoring.reading.json_form import read_json
from motcua.reform.scoring.reading.table_form import read_csv, read_workbook
from motcua.reform.scoring.rules.criteria import SetMeta
from motcua.reform.scoring.rules.problems import Read
from motcua.reform.scoring.words import Fault

__all__ = ["ENDINGS", "MOST_BYTES", "read_set"]

ENDINGS = (".json", ".csv", ".xlsx")
MOST_BYTES = 10 * 1024 * 1024
_MEGABYTE = 1024 * 1024


def read_set(
    name: str, content: bytes, *, meta: SetMeta | None = None, measures: Collection[str] | None = None
) -> Read:
    """Read a criteria set from the bytes of a file, by the ending of its name.

    `meta` tells what the set is where the file does not (a CSV never does); `measures` are the codes of
    the known measures, if leaves are to be checked against them. Whatever is wrong comes back as problems
    with row, column and what to do, never as an exception.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in ENDINGS:
        return whole(Fault.UNKNOWN_FILE)
    if len(content) > MOST_BYTES:
        return whole(
            Fault.TOO_LARGE, said=f"{len(content) // _MEGABYTE} MB", most=f"{MOST_BYTES // _MEGABYTE} MB"
        )
    if ending == ".xlsx":
        return read_workbook(content, meta=meta, measures=measures)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return whole(Fault.NOT_UTF8, row=content.count(b"\n", 0, error.start) + 1)
    read = read_json if ending == ".json" else read_csv
    return read(text, meta=meta, measures=measures)
