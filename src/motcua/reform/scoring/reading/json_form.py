"""Criteria sets as JSON: `{"meta": {…}, "rows": [{…}, …]}`."""

import json
from collections.abc import Collection, Mapping
from decimal import Decimal

from motcua.reform.scoring.reading import columns
from motcua.reform.scoring.reading.building import built, meta_of, whole
from motcua.reform.scoring.reading.cells import Cells
from motcua.reform.scoring.rules.criteria import SetMeta
from motcua.reform.scoring.rules.problems import Problem, Read
from motcua.reform.scoring.rules.sentences import says
from motcua.reform.scoring.words import Fault

MOST_ROWS = 5_000
FIELDS = frozenset(columns.HEADINGS)


def read_json(text: str, *, meta: SetMeta | None, measures: Collection[str] | None) -> Read:
    """Read the set; the row of a problem is the place in `rows`, counted from 1."""
    try:
        told = json.loads(text, parse_float=Decimal, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        return whole(Fault.NOT_JSON, at=str(error.lineno), place=str(error.colno))
    except (ValueError, RecursionError):
        return whole(Fault.NOT_JSON)
    if not isinstance(told, Mapping) or not isinstance(told.get("rows"), list):
        return whole(Fault.MISSING_VALUE, "rows")
    if len(told["rows"]) > MOST_ROWS:
        return whole(Fault.TOO_MANY_ROWS, "rows", most=str(MOST_ROWS))
    about = told.get("meta")
    cells = Cells(
        0, about if isinstance(about, Mapping) else {}, {name: f"meta.{name}" for name in columns.META}
    )
    meta = meta_of(cells) if isinstance(about, Mapping) or meta is None else meta
    rows, problems = [], list(cells.problems)
    for at, row in enumerate(told["rows"], 1):
        if isinstance(row, Mapping):
            rows.append(Cells(at, {"parent": "", **{name: row[name] for name in row if name in FIELDS}}))
        else:
            problems.append(
                Problem(Fault.WRONG_TYPE, at, "rows", says(Fault.WRONG_TYPE, {"known": "một đối tượng"}))
            )
    return built(meta, rows, problems=problems, measures=measures)


def _no_number(word: str) -> Decimal:
    raise ValueError(word)
