"""From the rows of any file to a criteria set: whole, or not at all with every problem."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from motcua.reform.scoring.reading import columns
from motcua.reform.scoring.reading.cells import Cells
from motcua.reform.scoring.rules.bands import NATIONAL, Band
from motcua.reform.scoring.rules.checking import faults
from motcua.reform.scoring.rules.criteria import SURVEYS, Criteria, Node, SetMeta
from motcua.reform.scoring.rules.kinds import rule_of
from motcua.reform.scoring.rules.kinds.settings import decimal_of
from motcua.reform.scoring.rules.problems import Problem, Read
from motcua.reform.scoring.rules.rule import HUNDRED, ZERO, Rule
from motcua.reform.scoring.rules.sentences import says
from motcua.reform.scoring.words import Fault, Method, NodeKind, NodeLevel, RuleKind, SetLevel

LONGEST_CODE = 40
FIRST_YEAR, LAST_YEAR = 2000, 2100
NAMES = {
    SetLevel.PROVINCE: "cấp tỉnh",
    SetLevel.DEPARTMENT: "của sở, ban, ngành",
    SetLevel.COMMUNE: "cấp xã",
    SetLevel.DISTRICT: "cấp huyện",
}
METHODS = {
    RuleKind.LADDER: Method.LADDER,
    RuleKind.RATIO: Method.RATIO,
    RuleKind.RATIO_BANDS: Method.LADDER,
    RuleKind.DEDUCT: Method.LADDER,
    RuleKind.MANUAL: Method.MANUAL,
    **dict.fromkeys(SURVEYS, Method.SURVEY),
}


def built(
    meta: SetMeta | None,
    rows: Iterable[Cells],
    *,
    problems: Iterable[Problem] = (),
    measures: Collection[str] | None = None,
) -> Read:
    """Make a criteria set of rows; `problems` are what was found before."""
    found, nodes = list(problems), []
    headings: Mapping[str, str] = {}
    for cells in rows:
        nodes.append(_node(cells))
        found += cells.problems
        headings = cells.headings
    # Without the set as a whole its rows are checked all the same: every problem is told at once.
    criteria = Criteria(meta or _UNKNOWN, tuple(nodes))
    unread = {one.row for one in found if one.column == headings.get(columns.POINTS, columns.POINTS)}
    judged = (one for one in faults(criteria, measures=measures) if not _repeats(one, unread, meta))
    found += (_as_headed(one, headings) for one in judged)
    told = tuple(dict.fromkeys(sorted(found, key=lambda one: (one.fault is Fault.SUM_OF_TOTAL, one.row))))
    return Read(None if told or meta is None else criteria, told)


_UNKNOWN = SetMeta("", "", SetLevel.PROVINCE, FIRST_YEAR)


def _repeats(problem: Problem, unread: Collection[int], meta: SetMeta | None) -> bool:
    """Tell whether a fault only follows from another: points that could not be read, a set not known."""
    if problem.fault is Fault.SUM_OF_TOTAL:
        return bool(unread) or meta is None
    if problem.fault is Fault.SUM_OF_CHILDREN:
        return bool(unread)
    return problem.fault in (Fault.NO_POINTS, Fault.STEP_ABOVE_MAX) and problem.row in unread


def _as_headed(problem: Problem, headings: Mapping[str, str]) -> Problem:
    name, dot, rest = problem.column.partition(".")
    return replace(problem, column=f"{headings.get(name, name)}{dot}{rest}")


def _node(cells: Cells) -> Node:
    code = cells.text(columns.CODE, needed=True, most=LONGEST_CODE)
    if code and any(not part or len(part.split()) != 1 for part in code.split(".")):
        cells.tell(Fault.BAD_CODE, columns.CODE, said=code, most=str(LONGEST_CODE))
    parent = _parent(cells, code)
    settings = cells.settings(columns.RULE)
    rule = None if settings is None else rule_of(settings)
    depth = len(code.split("."))
    return Node(
        code=code,
        parent=parent,
        level=cells.word(columns.LEVEL, columns.LEVELS, _level(depth)) or _level(depth),
        name=cells.text(columns.NAME, needed=True),
        max=cells.number(columns.POINTS, needed=True) or ZERO,
        rule=rule,
        evidence=cells.text(columns.EVIDENCE),
        verification=cells.text(columns.VERIFICATION),
        method=cells.word(columns.METHOD, columns.METHODS, _method(rule)),
        measure=cells.text(columns.MEASURE),
        kind=cells.word(columns.KIND, columns.KINDS, NodeKind.POINTS) or NodeKind.POINTS,
        due_month=cells.whole(columns.DUE, 1, 12),
        row=cells.row,
    )


def _parent(cells: Cells, code: str) -> str:
    """Give the parent as written; a file without that column tells it by the code: 1.2.3 is in 1.2."""
    if columns.PARENT in cells.values:
        return cells.text(columns.PARENT, most=LONGEST_CODE)
    return code.rpartition(".")[0]


def _level(depth: int) -> NodeLevel:
    levels = tuple(NodeLevel)
    return levels[min(depth, len(levels)) - 1]


def _method(rule: Rule | None) -> Method | None:
    return METHODS.get(rule.kind) if rule is not None and rule.kind is not None else None


def meta_of(cells: Cells) -> SetMeta | None:
    """Read what a file says of the set as a whole; None where level or year is not to be had."""
    level = cells.word("level", columns.SET_LEVELS, None)
    year = cells.whole("year", FIRST_YEAR, LAST_YEAR, needed=True)
    if level is None and not cells.text("level"):
        cells.tell(Fault.MISSING_VALUE, "level")
    total, bonus, penalty = (cells.number(name) for name in ("total", "bonus_cap", "penalty_cap"))
    bands, valid_from, official = _bands(cells), _day(cells), cells.flag("official")
    rescale = cells.flag("rescale_without_survey")
    said = {name: cells.text(name) for name in ("id", "name", "status", "decision", "basis")}
    if level is None or year is None:
        return None
    return SetMeta(
        id=said["id"] or f"{level}-{year}",
        name=said["name"] or f"Bộ tiêu chí {NAMES[level]} năm {year}",
        level=level,
        year=year,
        status=said["status"],
        decision=said["decision"],
        basis=said["basis"],
        valid_from=valid_from,
        total=HUNDRED if total is None else total,
        bonus_cap=bonus,
        penalty_cap=penalty,
        rescale_without_survey=rescale,
        official=official,
        bands=bands,
    )


def _day(cells: Cells) -> date | None:
    value = cells.values.get("valid_from")
    if isinstance(value, datetime):
        return value.date()
    if value is None or value == "" or isinstance(value, date):
        return value or None
    said = cells.text("valid_from")
    for read in (date.fromisoformat, _day_first):
        try:
            return read(said)
        except ValueError:
            continue
    cells.tell(Fault.WRONG_TYPE, "valid_from", known="ngày, ví dụ 01/01/2026")
    return None


def _day_first(said: str) -> date:
    day, month, year = said.split("/")
    return date(int(year), int(month), int(day))


def _bands(cells: Cells) -> tuple[Band, ...]:
    value: Any = cells.values.get("bands")
    if not value:
        return NATIONAL
    bands = []
    for one in value if isinstance(value, list | tuple) else (value,):
        least = decimal_of(one.get("min")) if isinstance(one, Mapping) else None
        name = one.get("name") if isinstance(one, Mapping) else None
        if least is None or not isinstance(name, str) or not ZERO <= least <= HUNDRED:
            cells.tell(
                Fault.WRONG_TYPE, "bands", known='tên và mức từ 0 đến 100, ví dụ {"name": "A", "min": 90}'
            )
            return NATIONAL
        bands.append(Band(name, Decimal(least), bool(one.get("inclusive", True))))
    return tuple(bands)


def whole(fault: Fault, column: str = "", row: int = 0, **facts: str) -> Read:
    """Give the answer for a file of which nothing can be read."""
    return Read(None, (Problem(fault, row, column, says(fault, facts)),))
