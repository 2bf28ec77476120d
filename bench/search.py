"""`motcua bench search`: the search engine beside plain PostgreSQL, over the real catalogue, in one run.

The peers are what a team would have on the first day: full text (`to_tsvector('simple', …)` without marks,
`ts_rank`, any of the words) and `pg_trgm` word similarity, both over the same rows in the same database.
"""

import os
import time
from collections.abc import Callable, Sequence
from typing import Any

import psycopg

from bench import machine
from bench.figures import p50_p95
from bench.fresh import NotMade, fresh_database
from bench.search_records import FORMS, entries, score, sets, shared
from motcua.base.text import fold
from motcua.reference.catalogue.search import Engine, Entry, bares, bound, shipped

BARS = {"as written": (0.90, 0.75), "no diacritics": (0.88, 0.0), "misspelt": (0.80, 0.0)}
P95_MS = 30
ANSWERS, OWN = 10, "engine"
SAMPLE = 67  # queries of each set that the peers answer: they are slow, and a random part shows enough
Ask = Callable[[str], list[str]]


class NoData(RuntimeError):
    """Raised when the real catalogue is not at hand."""


NotMeasured = (NotMade, NoData)

_FULL_TEXT = """
    SELECT code FROM bench_catalogue, to_tsquery('simple', %s) AS asked
     WHERE words @@ asked ORDER BY ts_rank(words, asked, 1) DESC, code LIMIT %s
"""
_TRIGRAMS = """
    SELECT code FROM bench_catalogue
     WHERE %s <%% folded ORDER BY word_similarity(%s, folded) DESC, code LIMIT %s
"""


def measure(*, tell: Callable[[str], object], **_: object) -> dict[str, Any]:
    """Ask every kept query in each form of each engine, and give hit@5, MRR and times."""
    folder = shared()
    if folder is None:
        raise NoData("MOTCUA_SHARED names no folder with the real catalogue")
    everything, kept = list(entries(folder)), sets(folder)
    load = f"{os.getloadavg()[0]:.1f}"
    began = time.perf_counter()
    engine = Engine(everything, bound(shipped()))
    built = time.perf_counter() - began
    tell(f"index of {len(everything)} procedures built in {built:.1f} s")
    with fresh_database() as database, psycopg.connect(database.owner, autocommit=True) as connection:
        _load(connection, everything)
        ways: dict[str, Ask] = {
            OWN: lambda query: [found.entry.code for found in engine.ask(query, ANSWERS)],
            "full text": lambda query: _full_text(connection, query),
            "pg_trgm": lambda query: _trigrams(connection, query),
        }
        rows = [
            _row(name, ask, which, form, kept[which][: SAMPLE if name != OWN else None])
            for name, ask in ways.items()
            for which in kept
            for form in FORMS
        ]
        facts = machine.facts()
    return {
        "rows": rows,
        "built_seconds": round(built, 2),
        "machine": {"load_before": load, **facts},
        "bars": _bars(rows),
    }


def _row(name: str, ask: Ask, which: str, form: str, kept: Sequence[dict[str, Any]]) -> dict[str, Any]:
    answers, took = [], []
    for query in kept:
        began = time.perf_counter()
        codes = ask(query[FORMS[form]])
        took.append(time.perf_counter() - began)
        answers.append((query, codes))
    found, (p50, p95) = score(answers), p50_p95(took)
    return {
        "way": name,
        "set": which,
        "form": form,
        "queries": len(kept),
        "hit5": round(found.hit, 3),
        "mrr": round(found.mrr, 3),
        "p50_ms": round(p50, 1),
        "p95_ms": round(p95, 1),
    }


def _load(connection: psycopg.Connection[Any], everything: Sequence[Entry]) -> None:
    connection.execute("CREATE TEMPORARY TABLE bench_catalogue (code text, folded text, words tsvector)")
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO bench_catalogue VALUES (%s, %s, to_tsvector('simple', %s))",
            [(entry.code, text, text) for entry in everything for text in [_text(entry)]],
        )
    connection.execute("CREATE INDEX ON bench_catalogue USING gin (words)")
    connection.execute("CREATE INDEX ON bench_catalogue USING gin (folded gin_trgm_ops)")
    connection.execute("ANALYZE bench_catalogue")
    connection.execute("SET pg_trgm.word_similarity_threshold = 0.3")


def _text(entry: Entry) -> str:
    return fold(" ".join((entry.name, entry.field, *entry.keywords, *entry.results)))


def _full_text(connection: psycopg.Connection[Any], query: str) -> list[str]:
    asked = " | ".join(bares(query))
    return [code for (code,) in connection.execute(_FULL_TEXT, [asked, ANSWERS])]


def _trigrams(connection: psycopg.Connection[Any], query: str) -> list[str]:
    asked = fold(query)
    return [code for (code,) in connection.execute(_TRIGRAMS, [asked, asked, ANSWERS])]


def _bars(rows: Sequence[dict[str, Any]]) -> dict[str, bool]:
    """The bars of the acceptance, on the set that is most like the kept one."""
    own = {row["form"]: row for row in rows if row["way"] == OWN and row["set"] == "dev"}
    bars = {}
    for form, (hit, mrr) in BARS.items():
        bars[f"{form}: hit@5 >= {hit}"] = own[form]["hit5"] >= hit
        if mrr:
            bars[f"{form}: MRR >= {mrr}"] = own[form]["mrr"] >= mrr
    slowest = max(row["p95_ms"] for row in rows if row["way"] == OWN)
    return {**bars, f"p95 < {P95_MS} ms": slowest < P95_MS}


def told(report: dict[str, Any]) -> str:
    """Give the report as lines for the diary."""
    lines = ["| way | queries | form | hit@5 | MRR | p50 ms | p95 ms |", "|---|---|---|---|---|---|---|"]
    for row in report["rows"]:
        figures = (row["hit5"], row["mrr"], row["p50_ms"], row["p95_ms"])
        asked = f"| {row['way']} | {row['set']} ({row['queries']}) | {row['form']} |"
        lines.append(f"{asked} {' | '.join(map(str, figures))} |")
    lines += [
        "",
        f"index built in {report['built_seconds']} s, load before {report['machine']['load_before']}",
    ]
    lines += [f"{'ok ' if held else 'NOT'} {name}" for name, held in report["bars"].items()]
    return "\n".join(lines)
