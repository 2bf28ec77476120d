"""How counts lie in the database: marks of dossiers, sums of days, sums of months."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from motcua.reform.insight.models import COUNTERS
from motcua.reform.insight.rules.counting import Counts, counted
from motcua.reform.insight.rules.tale import Place, Tale
from motcua.reform.insight.words import Counter

PORTION = 20_000
_EVERY = tuple(Counter)
_NAMES = ", ".join(COUNTERS)
_HOLES = ", ".join(["%s"] * len(COUNTERS))
_DAY = ("day", "agency", "unit", "procedure", "field", "channel")
_MONTH = ("month", "agency", "unit", "channel")
_NONE = dict.fromkeys(COUNTERS, 0)


def _added(table: str, key: Sequence[str]) -> str:
    """Give the statement that adds to a row of sums, or begins it."""
    plus = ", ".join(f"{name} = {table}.{name} + EXCLUDED.{name}" for name in COUNTERS)
    return (
        f"INSERT INTO {table} ({', '.join(key)}, {_NAMES}) VALUES ({', '.join(['%s'] * len(key))}, {_HOLES})"
        f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {plus}"
    )


_ADD_DAY, _ADD_MONTH = _added("insight_day_count", _DAY), _added("insight_month_count", _MONTH)
_SUMS = ", ".join(f"coalesce(sum({name}), 0)" for name in COUNTERS)
_SUM_DAYS = (
    f"SELECT day, p.agency, unit, procedure, field, channel, {_SUMS}"
    " FROM insight_mark m JOIN insight_place p USING (dossier) GROUP BY 1, 2, 3, 4, 5, 6"
)
_SUM_MONTHS = (
    f"SELECT date_trunc('month', day)::date, agency, unit, channel, {_SUMS}"
    " FROM insight_day_count GROUP BY 1, 2, 3, 4"
)


def marks_of(dossiers: Sequence[UUID]) -> dict[UUID, Counts]:
    """Give what some dossiers add by now."""
    found: dict[UUID, Counts] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT dossier, day, {_NAMES} FROM insight_mark WHERE dossier = ANY(%s)", [list(dossiers)]
        )
        for dossier, day, *amounts in cursor.fetchall():
            on = {Counter(name): amount for name, amount in zip(COUNTERS, amounts, strict=True) if amount}
            found.setdefault(dossier, {})[day] = on
    return found


def put_places(places: Iterable[tuple[UUID, int, Place]]) -> None:
    """Keep where dossiers belong, and how far their chains were heard."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO insight_place (dossier, seq, agency, unit, procedure, field, channel)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s)"
            " ON CONFLICT (dossier) DO UPDATE SET seq = EXCLUDED.seq",
            [(one, seq, *_of(place)) for one, seq, place in places],
        )


def put_marks(changed: Mapping[UUID, tuple[Place, Counts]]) -> None:
    """Put what dossiers add now in the place of what they added before."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM insight_mark WHERE dossier = ANY(%s)", [list(changed)])
        cursor.executemany(
            f"INSERT INTO insight_mark (dossier, day, agency, {_NAMES}) VALUES (%s, %s, %s, {_HOLES})",
            [row for dossier, (place, counts) in changed.items() for row in _marks(dossier, place, counts)],
        )


def add(deltas: Iterable[tuple[Place, Counts]]) -> None:
    """Add differences to the sums of days and months, each sum touched once and in one order."""
    days: dict[tuple[Any, ...], dict[str, int]] = {}
    months: dict[tuple[Any, ...], dict[str, int]] = {}
    for place, counts in deltas:
        for day, on in counts.items():
            _gather(days, (day, *_of(place)), on)
            _gather(months, (day.replace(day=1), place.agency, place.unit, place.channel), on)
    with connection.cursor() as cursor:
        for statement, sums in ((_ADD_DAY, days), (_ADD_MONTH, months)):
            rows = [
                (*key, *amounts.values())
                for key, amounts in sorted(sums.items(), key=lambda one: str(one[0]))
            ]
            if rows:
                cursor.executemany(statement, rows)


def clear() -> None:
    """Forget all counts."""
    with connection.cursor() as cursor:
        for table in ("insight_mark", "insight_place", "insight_day_count", "insight_month_count"):
            cursor.execute(f"DELETE FROM {table}")


def pour(tales: Iterable[tuple[UUID, Tale]]) -> None:
    """Store the places and marks of many dossiers that were not counted before."""
    marks: list[tuple[Any, ...]] = []
    places: list[tuple[Any, ...]] = []
    for dossier, tale in tales:
        assert tale.place is not None, "only those that belong somewhere are counted"
        places.append((dossier, tale.seq, *_of(tale.place)))
        marks.extend(_marks(dossier, tale.place, counted(tale)))
    _copied("insight_place (dossier, seq, agency, unit, procedure, field, channel)", places)
    _copied(f"insight_mark (dossier, day, agency, {_NAMES})", marks)


def sum_up() -> None:
    """Sum all marks by day, and all days by month."""
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO insight_day_count ({', '.join(_DAY)}, {_NAMES}) {_SUM_DAYS}")
        cursor.execute(f"INSERT INTO insight_month_count ({', '.join(_MONTH)}, {_NAMES}) {_SUM_MONTHS}")


def sums_wrong() -> list[str]:
    """Give where sums differ from what they are sums of; rows of nothing but zeros do not count."""
    wrong: list[str] = []
    some = " OR ".join(f"{name} <> 0" for name in COUNTERS)
    with connection.cursor() as cursor:
        for table, key, sums in (
            ("insight_day_count", _DAY, _SUM_DAYS),
            ("insight_month_count", _MONTH, _SUM_MONTHS),
        ):
            kept = f"SELECT {', '.join(key)}, {_NAMES} FROM {table} WHERE {some}"
            summed = f"SELECT * FROM ({sums}) AS s ({', '.join(key)}, {_NAMES}) WHERE {some}"
            cursor.execute(f"(({kept}) EXCEPT ({summed})) UNION ALL (({summed}) EXCEPT ({kept}))")
            wrong.extend(f"{table} {row[0]} {row[1]}" for row in cursor.fetchall())
    return wrong


def _copied(into: str, rows: Iterable[Sequence[Any]]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {into} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _marks(dossier: UUID, place: Place, counts: Counts) -> Iterable[tuple[Any, ...]]:
    for day, on in counts.items():
        yield (dossier, day, place.agency, *map(on.get, _EVERY))


def _of(place: Place) -> tuple[str, ...]:
    return place.agency, place.unit, place.procedure, place.field, place.channel


def _gather(
    sums: dict[tuple[Any, ...], dict[str, int]], key: tuple[Any, ...], on: Mapping[Counter, int]
) -> None:
    kept = sums.setdefault(key, dict(_NONE))
    for counter, amount in on.items():
        kept[counter] += amount
