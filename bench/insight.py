"""`motcua bench insight`: counts made from the journal, a year of 500 units read, DuckDB beside it."""

import os
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import psycopg

from bench import machine
from bench.fresh import NotMade, fresh_database
from motcua.base.clock.periods import period_of
from motcua.base.clock.terms import Grain
from motcua.base.rooms.registry import measures
from motcua.reform.insight import commands
from motcua.reform.insight.models import COUNTERS, DayCount, Mark, MonthCount
from motcua.reform.insight.queries.figures import read
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.words import By

UNITS, READS, FRESH, AT_ONCE = 500, 30, 10_000, 100_000
YEAR_MS, REBUILD_S, OF = 200, 300, 1_000_000
TODAY = date(2026, 11, 21)
NotMeasured = (NotMade,)

# A year of dossiers: 500 units, 60 procedures, 6 in 10 online, 8 in 100 asked for papers, 6 in 100 late.
_LIVES = """
    WITH life AS (
        SELECT i, md5('d' || i)::uuid AS id, md5('a' || i %% {units})::uuid AS agency, i %% 10 < 6 AS online,
               i %% 100 < 8 AS asked, '1.' || lpad((i %% 60)::text, 6, '0') AS procedure,
               timestamptz '2025-11-20 08:00+07' + (i %% 365) * interval '1 day'
                   + (i %% 480) * interval '1 min' AS at
        FROM generate_series(%(first)s::int, %(last)s::int) AS i
    ), told AS (
        SELECT *, json_build_object('agency', agency, 'unit', agency, 'procedure', procedure,
                   'field', 'Lĩnh vực ' || i %% 12,
                   'channel', CASE WHEN online THEN 'online' ELSE 'direct' END,
                   'due', at + interval '5 days', 'by_instant', false, 'code', 'H60-' || i, 'submitted', at,
                   'level', 'full', 'fee', i %% 3 = 0, 'returns', true, 'files', 2, 'reused', i %% 5,
                   'known', online) AS place
        FROM life
    )
    INSERT INTO journal_entry (id, thing, seq, about, verb, actor, position, on_behalf_of, happened_at,
                               recorded_at, mark, payload, prev_hash, hash)
    SELECT md5(i || '-' || seq)::uuid, 'dossier:' || id, seq, 'dossier:' || id, verb,
           'staff:' || agency, '', '', at + days * interval '1 day', at + days * interval '1 day', '',
           payload::text, '', ''
    FROM told CROSS JOIN LATERAL (VALUES
        (1, 'dossier.submitted', 0.0, place, online),
        (2, 'dossier.accepted', 0.1, place, true),
        (3, 'dossier.forwarded', 0.2, '{{"step": 1}}'::json, true),
        (4, 'dossier.supplement_requested', 1.0, '{{"round": 1, "due": null}}'::json, asked),
        (5, 'dossier.supplement_completed', 3.0,
            json_build_object('round', 1, 'due', at + interval '8 days'), asked),
        (6, 'dossier.advanced', 3.1, '{{"step": 2}}'::json, true),
        (7, 'dossier.advanced', 3.2, '{{"step": 3}}'::json, true),
        (8, 'dossier.result_issued', CASE WHEN i %% 100 < 6 THEN 9.0 ELSE 3.0 + i %% 3 END,
            '{{"outcome": "granted"}}'::json, i %% 50 > 0),
        (9, 'dossier.result_handed_over', 9.5, '{{}}'::json, i %% 50 > 0)
    ) AS row (seq, verb, days, payload, there)
    WHERE there
"""
_MORE = """
    INSERT INTO journal_entry (id, thing, seq, about, verb, actor, position, on_behalf_of, happened_at,
                               recorded_at, mark, payload, prev_hash, hash)
    SELECT md5('more' || i)::uuid, 'dossier:' || md5('d' || i)::uuid, 100, 'dossier:' || md5('d' || i)::uuid,
           'dossier.result_corrected', 'system:bench', '', '', clock_timestamp(), clock_timestamp(), '', '{}',
           '', ''
    FROM generate_series(1, %s) AS i
"""


def measure(
    *, rounds: int, sizes: Sequence[int], tell: Callable[[str], object], **_: object
) -> dict[str, Any]:
    """Measure at each size on a database of its own."""
    return {"sizes": {str(size): _measured(size, rounds, tell) for size in sizes}}


def _measured(size: int, rounds: int, tell: Callable[[str], object]) -> dict[str, Any]:
    load = f"{os.getloadavg()[0]:.1f}"
    with fresh_database() as database, psycopg.connect(database.owner, autocommit=True) as owner:
        rows = _fill(owner, size, tell)
        began = time.perf_counter()
        told = commands.rebuild()
        rebuilt = time.perf_counter() - began
        tell(f"{told} dossiers rebuilt in {rebuilt:.1f} s")
        owner.execute("VACUUM (ANALYZE)")
        owner.execute(_MORE, [min(FRESH, size)])
        began = time.perf_counter()
        commands.follow()
        followed = time.perf_counter() - began
        report = {
            "dossiers": told,
            "journal_rows": rows,
            "rebuild_s": round(rebuilt, 1),
            "rebuild_us_per_row": round(rebuilt / rows * 1e6, 1),
            "follow_us_per_row": round(followed / min(FRESH, size) * 1e6, 1),
            "rows": {
                "marks": Mark.objects.count(),
                "days": DayCount.objects.count(),
                "months": MonthCount.objects.count(),
            },
            **_years(owner, rounds),
            "machine": {"load_before": load, **machine.facts()},
        }
    report["bars"] = {
        f"a year of {UNITS} units < {YEAR_MS} ms": report["year_ms"] < YEAR_MS,
        f"{OF} rebuilt < {REBUILD_S} s": report["rebuild_s"] * OF / told < REBUILD_S,
    }
    return report


def _fill(owner: psycopg.Connection[Any], size: int, tell: Callable[[str], object]) -> int:
    """Write the journal of many lives, past its seal: what is measured reads it and does not check it."""
    owner.execute("ALTER TABLE journal_entry DISABLE TRIGGER journal_seal")
    owner.execute("SET synchronous_commit = off")
    statement = _LIVES.format(units=UNITS)
    for first in range(1, size + 1, AT_ONCE):
        owner.execute(statement, {"first": first, "last": min(first + AT_ONCE - 1, size)})
        tell(f"{min(first + AT_ONCE - 1, size)} of {size} lives written")
    owner.execute("VACUUM (ANALYZE) journal_entry")
    found = owner.execute("SELECT count(*) FROM journal_entry").fetchone()
    assert found is not None, "a count"
    return int(found[0])


def _years(owner: psycopg.Connection[Any], rounds: int) -> dict[str, Any]:
    """Read every measure of a year for every unit, and let DuckDB sum the exported marks, in turns."""
    every = [one for one in measures() if one.code.startswith("dossiers.")]
    year = period_of(TODAY, Grain.YEAR)

    def by_roll_ups() -> None:
        found = read(Scope(), year, on=TODAY, by=By.AGENCY, live=True)
        for key in found.keys:
            for one in every:
                found.figure(one, key)

    with TemporaryDirectory() as folder:
        floor = _exported(owner, Path(folder) / "marks.csv")
        sums = ", ".join(f"sum({name})" for name in COUNTERS)

        def by_duckdb() -> None:
            floor.execute(
                f"SELECT agency, {sums} FROM mark WHERE day BETWEEN ? AND ? GROUP BY agency",
                [year.first, TODAY],
            ).fetchall()

        taken: dict[str, list[float]] = {"year_ms": [], "duckdb_ms": []}
        for _ in range(READS * rounds):
            for name, way in (("year_ms", by_roll_ups), ("duckdb_ms", by_duckdb)):
                began = time.perf_counter()
                way()
                taken[name].append((time.perf_counter() - began) * 1000)
    return {name: round(statistics.median(all_), 1) for name, all_ in taken.items()}


def _exported(owner: psycopg.Connection[Any], path: Path) -> duckdb.DuckDBPyConnection:
    """Take the rows behind all figures out of the database, into another that reads columns."""
    out = "COPY insight_mark TO STDOUT (FORMAT csv, HEADER)"
    with path.open("wb") as file, owner.cursor() as cursor, cursor.copy(out) as copy:
        for part in copy:
            file.write(part)
    floor = duckdb.connect()
    types = dict.fromkeys(COUNTERS, "INTEGER")
    floor.execute(f"CREATE TABLE mark AS SELECT * FROM read_csv('{path}', types = {types})")
    return floor


def told(report: dict[str, Any]) -> str:
    """Give the report as lines for the diary."""
    lines = [
        "| dossiers | journal rows | rebuild s | µs a row | follow µs a row | a year ms | DuckDB ms |",
        "|---|---|---|---|---|---|---|",
    ]
    for one in report["sizes"].values():
        names = ("dossiers", "journal_rows", "rebuild_s", "rebuild_us_per_row", "follow_us_per_row")
        lines.append("| " + " | ".join(str(one[name]) for name in (*names, "year_ms", "duckdb_ms")) + " |")
    for one in report["sizes"].values():
        lines += [f"- {bar}: {'held' if held else 'MISSED'}" for bar, held in one["bars"].items()]
    return "\n".join(lines)
