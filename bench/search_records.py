"""The real catalogue and kept queries, read as the search engine takes them."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from motcua.reference.catalogue.search import Engine, Entry

LEVELS = {"bo": "ministry", "tinh": "province", "xa": "commune", "khac": "other"}
FORMS = {"as written": "query", "no diacritics": "query_no_diacritics", "misspelt": "query_typo"}
QUERIES = Path(__file__).resolve().parents[1] / "tests" / "search" / "queries"
FIRST = 5


@dataclass(frozen=True)
class Score:
    """How well a set of queries was answered."""

    hit: float
    mrr: float


def shared() -> Path | None:
    """Give the folder of real data, None where there is none."""
    named = os.environ.get("MOTCUA_SHARED", "")
    folder = Path(named) / "data" / "tthc"
    return folder if named and (folder / "procedures.jsonl").is_file() else None


def entries(folder: Path) -> Iterator[Entry]:
    """Give every procedure of the real catalogue."""
    for row in lines(folder / "procedures.jsonl"):
        yield Entry(
            code=row["code"],
            title=row["name"],
            name=row["name"],
            field=row["field"] or "",
            keywords=(row["keywords"],) if row["keywords"] else (),
            subjects=tuple(row["subjects"] or ()),
            results=tuple(result["name"] for result in row["results"]),
            agency=row["agency"] or "",
            levels=tuple(LEVELS[level] for level in row["levels"]),
        )


def lines(path: Path) -> list[dict[str, Any]]:
    """Give the rows of a file with one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def sets(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Give the kept queries by set; nobody tunes on `check` and `fresh`."""
    return {
        "dev": lines(folder / "search_queries_dev.jsonl"),
        "tuning": lines(QUERIES / "tuning.jsonl"),
        "probe": lines(QUERIES / "probe.jsonl"),
        "check": lines(QUERIES / "check.jsonl"),
        "fresh": lines(QUERIES / "fresh.jsonl"),
    }


def score(answers: Iterable[tuple[dict[str, Any], list[str]]]) -> Score:
    """Give hit@5 and the mean reciprocal rank of answers, each a query with the codes found, best first."""
    ranks = [_rank(row["accepted_codes"], codes) for row, codes in answers]
    return Score(mean(0 < rank <= FIRST for rank in ranks), mean(1 / rank if rank else 0.0 for rank in ranks))


def asked(
    engine: Engine, rows: Iterable[dict[str, Any]], form: str
) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Ask an engine every query in one form."""
    for row in rows:
        yield row, [found.entry.code for found in engine.ask(row[FORMS[form]], 10)]


def _rank(accepted: list[str], codes: list[str]) -> int:
    return next((place for place, code in enumerate(codes, start=1) if code in accepted), 0)
