"""A file of figures: which kind it is, its rows, its problems."""

from collections import Counter
from collections.abc import Iterable

from motcua.reform.scoring.published.reading.cells import Cells
from motcua.reform.scoring.published.reading.layouts import LAYOUTS, Layout
from motcua.reform.scoring.published.reading.read import Problem, Read, ReadFigure
from motcua.reform.scoring.published.reading.tables import Unreadable, rows_of
from motcua.reform.scoring.published.words import FileFault, FileKind

LARGEST = 10 * 1024 * 1024


def read_file(content: bytes, kind: FileKind | None = None) -> Read:
    """Read a file of comma-separated figures; its columns say what it is, `kind` what it ought to be."""
    try:
        head, rows = rows_of(content)
    except Unreadable as error:
        return Read(kind, problems=(error.problem,))
    layout = next((one for one in LAYOUTS if one.columns <= set(head)), None)
    if layout is None:
        return Read(None, problems=(Problem(1, "", FileFault.UNKNOWN_KIND, {"head": ", ".join(head)}),))
    if kind is not None and layout.kind is not kind:
        facts = {"found": layout.kind.value, "asked": kind.value}
        return Read(layout.kind, problems=(Problem(1, "", FileFault.OTHER_KIND, facts),))
    wide = [
        Problem(line, "", FileFault.TOO_MANY_CELLS, {"count": str(len(row)), "columns": str(len(head))})
        for line, row in rows
        if len(row) > len(head)
    ]
    cells = [Cells(line, dict(zip(head, row, strict=False))) for line, row in rows]
    return _read(layout, cells, wide)


def _read(layout: Layout, cells: list[Cells], wide: Iterable[Problem]) -> Read:
    figures, parts = layout.read(cells)
    found = [*wide, *(problem for one in cells for problem in one.problems), *_twice(figures)]
    problems = tuple(sorted(found, key=lambda one: one.row))
    if problems:
        return Read(layout.kind, len(cells), problems=problems)
    return Read(layout.kind, len(cells), tuple(figures), tuple(parts))


def _twice(figures: Iterable[ReadFigure]) -> Iterable[Problem]:
    seen: dict[tuple[object, ...], int] = {}
    told: Counter[int] = Counter()
    for one in figures:
        first = seen.setdefault(one.sameness, one.row)
        if first != one.row and not told[one.row]:
            told[one.row] += 1
            yield Problem(one.row, "", FileFault.TWICE, {"first": str(first)})
