"""Procedures of one name, and the first fact that tells them apart."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from motcua.doors.portal.labels import LEVELS
from motcua.doors.portal.readings.listing import Row

Telling = Callable[[Row], str]


def _levels(row: Row) -> str:
    return ", ".join(LEVELS[level] for level in row.levels if level in LEVELS)


def _subjects(row: Row) -> str:
    return f"Cho {', '.join(one[:1].lower() + one[1:] for one in row.subjects)}" if row.subjects else ""


def _agency(row: Row) -> str:
    return f"Cơ quan giải quyết: {row.agency}" if row.agency else ""


def _field(row: Row) -> str:
    return f"Lĩnh vực {row.field}"


def _code(row: Row) -> str:
    return f"Mã {row.code}"


TELLINGS: tuple[Telling, ...] = (_levels, _subjects, _agency, _field)


def apart(rows: Iterable[Row]) -> dict[str, str]:
    """Give, by code, what tells each procedure from the others of its name; nothing where a name is single.

    One fact that differs for all of them comes alone. Else every fact on which they disagree stands side by
    side, the code last, so that no two read alike.
    """
    named: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        named[row.title.casefold()].append(row)
    return {code: words for group in named.values() if len(group) > 1 for code, words in _told(group).items()}


def _told(group: Sequence[Row]) -> dict[str, str]:
    for telling in TELLINGS:
        said = {row.code: telling(row) for row in group}
        if len(set(said.values())) == len(group) and all(said.values()):
            return said
    useful = [telling for telling in TELLINGS if len({telling(row) for row in group}) > 1]
    return {
        row.code: ". ".join(filter(None, [*(telling(row) for telling in useful), _code(row)]))
        for row in group
    }
