"""A sheet as a workbook: numbers as numbers, and on every sheet of it whether the criteria are official."""

import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter

from motcua.base.clock.sentences import short_date
from motcua.reform.scoring.pages import saying
from motcua.reform.scoring.pages.leaf_shown import origin_of, proof_words
from motcua.reform.scoring.queries.sheets import LeafReading, SheetReading
from motcua.reform.scoring.words import NOT_OFFICIAL, LeafState, SheetState, VerdictStage

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADS = (
    ("Mã", 10),
    ("Tiêu chí", 60),
    ("Cách chấm", 16),
    ("Tối đa", 9),
    ("Tự chấm", 9),
    *((words, 16) for words in saying.STAGES.values()),
    ("Số liệu", 24),
    ("Tài liệu kiểm chứng", 60),
    ("Giải trình", 50),
)
# What a spreadsheet would take for a formula when the cell is copied on or saved as CSV.
_TRIGGERS = ("=", "+", "-", "@", "\t", "\r")
Cells = Sequence[str | Decimal | None]


def as_workbook(read: SheetReading) -> bytes:
    """Return a sheet as a workbook: what it is, then every line of its tree."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        lines = book.add_worksheet("Chấm điểm")
        shape = {"text_wrap": True, "valign": "top"}
        looks = {
            "text": book.add_format(shape),
            "quoted": book.add_format({"quote_prefix": True, **shape}),
            "number": book.add_format({"num_format": "#,##0.00##", "valign": "top"}),
            "head": book.add_format({"bold": True, "bottom": 1, **shape}),
            "bold": book.add_format({"bold": True, "valign": "top"}),
        }
        for row, words in enumerate(_about(read)):
            lines.write_string(row, 0, words, looks["bold"])
        first = len(_about(read)) + 1
        for column, (words, width) in enumerate(HEADS):
            lines.set_column(column, column, width)
            lines.write_string(first, column, words, looks["head"])
        lines.freeze_panes(first + 1, 2)
        for row, cells in enumerate(_lines(read), first + 1):
            _write(lines, row, cells, looks)
    return made.getvalue()


def _write(lines: Any, row: int, cells: Cells, looks: dict[str, Any]) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, Decimal):
            lines.write_number(row, column, float(cell), looks["number"])
        elif cell:
            lines.write_string(row, column, cell, looks["quoted" if cell.startswith(_TRIGGERS) else "text"])


def _about(read: SheetReading) -> list[str]:
    """Give the lines above the table."""
    has, sheet = read.standing[""], read.sheet
    official = "" if read.criteria.meta.official else f" ({NOT_OFFICIAL})"
    return [
        f"{sheet.agency.name}: chỉ số cải cách hành chính, {saying.round_name(sheet.round)}",
        f"Bộ tiêu chí: {read.criteria.meta.name}{official}",
        f"Trạng thái: {saying.STATES[SheetState(sheet.state)][0]}",
        f"Điểm đã chắc {saying.points(has.secured)}; còn có thể {saying.points(has.possible)}; "
        f"đã mất {saying.points(has.lost)}; tối đa áp dụng {saying.points(has.max)}",
    ]


def _lines(read: SheetReading) -> list[Cells]:
    found: list[Cells] = []
    for node in read.criteria.ordered:
        leaf = read.leaves.get(node.code)
        if leaf is None:
            found.append([node.code, node.name, "", read.outcome.nodes[node.code].applicable_max])
        else:
            found.append(_leaf(read, leaf))
    return found


def _leaf(read: SheetReading, leaf: LeafReading) -> Cells:
    score = leaf.score
    out = leaf.own.state is LeafState.NOT_APPLICABLE
    own = leaf.own.points if leaf.own.state is LeafState.SCORED else None
    papers = [
        f"{one.issuer}, {one.number} ngày {short_date(one.issued_on)}, mục {one.section}, trang {one.page}"
        for one in leaf.evidence
    ]
    said = [score.reason, score.explanation, score.reply] if score else []
    return [
        leaf.node.code,
        leaf.node.name,
        saying.SOURCES[leaf.source][0],
        leaf.node.max,
        "không áp dụng" if out else own,
        *(leaf.verdicts[stage].points if stage in leaf.verdicts else None for stage in VerdictStage),
        "" if own is None else proof_words(leaf) or origin_of(read, leaf),
        "\n".join(papers),
        "\n".join(filter(None, said)),
    ]
