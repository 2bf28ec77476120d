"""Writing a criteria set so that it reads back the same: a workbook, or JSON."""

import io
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from motcua.reform.scoring.reading import columns
from motcua.reform.scoring.rules.criteria import Criteria, Node, SetMeta
from motcua.reform.scoring.words import NOT_OFFICIAL, NodeKind

WIDTHS = {columns.NAME: 60, columns.RULE: 60, columns.EVIDENCE: 40}
WIDTH = 14
_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # the same set gives the same bytes


def workbook_of(criteria: Criteria) -> bytes:
    """Give a workbook: the rows with their head, what the set is, and its bands."""
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": _MADE.replace(tzinfo=None)})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        rows = book.add_worksheet(columns.ROWS)
        rows.write_string(0, 0, title(criteria.meta), head)
        for place, name in enumerate(columns.HEADINGS):
            rows.write_string(1, place, columns.HEADINGS[name][0], head)
            rows.set_column(place, place, WIDTHS.get(name, WIDTH), wrapped)
        for at, node in enumerate(criteria.nodes, 2):
            for place, value in enumerate(_row(node).values()):
                _put(rows, at, place, value)
        rows.freeze_panes(2, 1)
        rows.print_area(0, 0, len(criteria.nodes) + 1, len(columns.HEADINGS) - 1)
        rows.set_landscape()
        rows.repeat_rows(1)
        about = book.add_worksheet(columns.ABOUT)
        about.set_column(0, 1, 40, wrapped)
        for at, (name, value) in enumerate(_about(criteria.meta).items()):
            about.write_string(at, 0, columns.META[name][0], head)
            _put(about, at, 1, value)
        bands = book.add_worksheet(columns.BANDS)
        for place, heading in enumerate(("Tên", "Từ (%)", "Tính cả mức này")):
            bands.write_string(0, place, heading, head)
        for at, band in enumerate(criteria.meta.bands, 1):
            for place, value in enumerate((band.name, band.least, "Có" if band.inclusive else "Không")):
                _put(bands, at, place, value)
    return stream.getvalue()


def title(meta: SetMeta) -> str:
    """Give the name of a set, with the words that it is not the official one where it is not."""
    return meta.name if meta.official else f"{meta.name} ({NOT_OFFICIAL})"


def json_of(criteria: Criteria) -> bytes:
    """Give the set as JSON, in the form that is read."""
    rows = [
        {
            name: value
            for name, value in {**_row(node), columns.RULE: _rule(node)}.items()
            if value not in ("", None)
        }
        for node in criteria.nodes
    ]
    bands = [
        {"name": band.name, "min": band.least, "inclusive": band.inclusive} for band in criteria.meta.bands
    ]
    about = {name: value for name, value in _about(criteria.meta).items() if value is not None}
    told = {"meta": {**about, "bands": bands}, "rows": rows}
    return json.dumps(told, ensure_ascii=False, indent=1, default=_number).encode()


def _row(node: Node) -> dict[str, Any]:
    rule = _rule(node)
    return {
        columns.CODE: node.code,
        columns.PARENT: node.parent,
        columns.LEVEL: node.level.value,
        columns.NAME: node.name,
        columns.POINTS: node.max,
        columns.METHOD: node.method.value if node.method else "",
        columns.RULE: "" if rule is None else json.dumps(rule, ensure_ascii=False, default=_number),
        columns.EVIDENCE: node.evidence,
        columns.VERIFICATION: node.verification,
        columns.MEASURE: node.measure,
        columns.KIND: "" if node.kind is NodeKind.POINTS else node.kind.value,
        columns.DUE: node.due_month,
    }


def _rule(node: Node) -> Mapping[str, Any] | None:
    return None if node.rule is None else dict(node.rule.raw)


def _about(meta: SetMeta) -> dict[str, Any]:
    return {
        "id": meta.id,
        "name": meta.name,
        "level": meta.level.value,
        "year": meta.year,
        "status": meta.status,
        "decision": meta.decision,
        "basis": meta.basis,
        "valid_from": meta.valid_from.isoformat() if meta.valid_from else None,
        "total": meta.total,
        "bonus_cap": meta.bonus_cap,
        "penalty_cap": meta.penalty_cap,
        "rescale_without_survey": meta.rescale_without_survey,
        "official": meta.official,
    }


def _number(value: object) -> int | float:
    assert isinstance(value, Decimal)
    return int(value) if value == value.to_integral_value() else float(value)


def _put(sheet: Worksheet, row: int, place: int, value: object) -> None:
    match value:
        case None | "":
            return
        case bool():
            sheet.write_string(row, place, "Có" if value else "Không")
        case int() | Decimal():
            sheet.write_number(row, place, float(value))
        case _:
            sheet.write_string(row, place, str(value))
