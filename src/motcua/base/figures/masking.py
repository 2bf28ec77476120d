"""Hiding small groups in a table with totals, so that no sum gives them back.

A table is a set of cells, each in one row and one column; the totals are cells like the others. A hidden
cell is given back by the sums exactly when it is a bridge in the graph whose nodes are rows and columns and
whose edges are the hidden cells (Gusfield, 1988). So further cells are hidden, smallest first, until no
hidden cell is a bridge.
"""

from collections.abc import Iterator, Mapping

LEAST = 5
TOTAL = "total"  # the row and the column of sums

Cell = tuple[str, str]
Node = tuple[str, str]
Table = Mapping[Cell, int]


def hidden(table: Table, *, least: int = LEAST) -> frozenset[Cell]:
    """Return the cells to hide: groups of 1 to `least` - 1, and what protects them.

    `table` gives a count for each pair of row and column, with the sums under TOTAL. An empty group tells
    nothing about anybody and is hidden only where it protects another. Readers may be told which hidden cells
    are small: what the sums then leave possible for a cell is always more than one number.
    """
    small = {cell for cell, count in table.items() if 0 < count < least}
    found = set(small)
    while True:
        bridge = next(_bridges(found), None)
        more = _protecting(table, found, bridge) if bridge else _loosening(table, found, small, least)
        if more is None:
            return frozenset(found)
        found.add(more)


def hidden_in_line(counts: Mapping[str, int], *, least: int = LEAST) -> frozenset[str]:
    """Return what to hide of a single line of counts whose sum stands under TOTAL."""
    # The same line twice is a table: a cell is hidden when either of its copies is.
    twice = {(name, side): count for name, count in counts.items() for side in ("one", "other")}
    return frozenset(name for name, _ in hidden(twice, least=least))


def _loosening(table: Table, found: set[Cell], small: set[Cell], least: int) -> Cell | None:
    """Give a cell to hide besides, where a sum and the bounds of small groups leave one number alone."""
    for line in _lines(table):
        if _squeezed(table, line, found, small, least):
            visible = [cell for cell in line if cell not in found and table[cell]]
            if visible:
                return min(visible, key=lambda cell: (table[cell], cell))
    return None


def _lines(table: Table) -> Iterator[list[Cell]]:
    for at in (0, 1):
        for name in sorted({cell[at] for cell in table}):
            line = sorted(cell for cell in table if cell[at] == name)
            if any(cell[1 - at] == TOTAL for cell in line):
                yield line


def _squeezed(table: Table, line: list[Cell], found: set[Cell], small: set[Cell], least: int) -> bool:
    """Tell whether a line leaves a single number possible for one of its hidden cells."""
    across = 1 if len({cell[0] for cell in line}) == 1 else 0
    # The sum of the signed cells is zero: what the others can come to bounds each hidden one.
    bounds = [_bounds(table[cell], cell in found, cell in small, least) for cell in line]
    signed = [
        _negative(each) if cell[across] == TOTAL else each for cell, each in zip(line, bounds, strict=True)
    ]
    lows, highs = [each[0] for each in signed], [each[1] for each in signed]
    for at, cell in enumerate(line):
        if cell in found:
            low = _larger(_minus(_sum_without(highs, at)), lows[at])
            high = _smaller(_minus(_sum_without(lows, at)), highs[at])
            if low is not None and low == high:
                return True
    return False


Bound = int | None  # None is without a bound


def _bounds(count: int, secret: bool, small: bool, least: int) -> tuple[Bound, Bound]:
    if not secret:
        return count, count
    return (1, least - 1) if small else (0, None)


def _negative(bounds: tuple[Bound, Bound]) -> tuple[Bound, Bound]:
    return _minus(bounds[1]), _minus(bounds[0])


def _minus(bound: Bound) -> Bound:
    return None if bound is None else -bound


def _sum_without(bounds: list[Bound], at: int) -> Bound:
    total = 0
    for place, bound in enumerate(bounds):
        if place != at:
            if bound is None:
                return None
            total += bound
    return total


def _larger(one: Bound, other: Bound) -> Bound:
    return other if one is None else one if other is None else max(one, other)


def _smaller(one: Bound, other: Bound) -> Bound:
    return other if one is None else one if other is None else min(one, other)


def _protecting(table: Table, found: set[Cell], bridge: Cell) -> Cell:
    """Give the cheapest visible cell that joins both ends of a bridge in another way."""
    side = _reached(found - {bridge}, ("row", bridge[0]))
    joining = [
        cell
        for cell in table
        if cell not in found and (("row", cell[0]) in side) != (("column", cell[1]) in side)
    ]
    # A filled cell protects better than an empty one; sums are what readers miss most, small groups least.
    return min(joining, key=lambda cell: (table[cell] == 0, TOTAL in cell, table[cell], cell))


def _bridges(cells: set[Cell]) -> Iterator[Cell]:
    """Give the cells without which their row and column are no longer joined (Tarjan, 1974)."""
    neighbours = _neighbours(cells)
    seen: dict[Node, int] = {}
    low: dict[Node, int] = {}

    def visit(node: Node, came: Node | None) -> Iterator[Cell]:
        seen[node] = low[node] = len(seen)
        for other in neighbours[node]:
            if other == came:
                continue
            if other not in seen:
                yield from visit(other, node)
                if low[other] > seen[node]:
                    row, column = (node, other) if node[0] == "row" else (other, node)
                    yield row[1], column[1]
            low[node] = min(low[node], low[other])

    for node in sorted(neighbours):
        if node not in seen:
            yield from visit(node, None)


def _neighbours(cells: set[Cell]) -> dict[Node, list[Node]]:
    found: dict[Node, list[Node]] = {}
    for row, column in sorted(cells):
        found.setdefault(("row", row), []).append(("column", column))
        found.setdefault(("column", column), []).append(("row", row))
    return found


def _reached(cells: set[Cell], start: Node) -> set[Node]:
    neighbours = _neighbours(cells)
    seen, ahead = {start}, [start]
    while ahead:
        for node in neighbours.get(ahead.pop(), ()):
            if node not in seen:
                seen.add(node)
                ahead.append(node)
    return seen
