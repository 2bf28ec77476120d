"""The kept queries are sound: their codes exist, none stands twice, folds and slips are right."""

import json
import re
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from tests.search.queries.make import HERE, WHOLE, authored, bare, mistyped

FILES = {"tuning.jsonl": "T", "check.jsonl": "K"} | {f"{name}.jsonl": own for name, own in WHOLE.values()}
CODE = re.compile(r"[1-6]\.\d{6}")


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def kept() -> list[dict[str, Any]]:
    return [row for name in FILES for row in rows_of(HERE / name)]


def faults(row: dict[str, Any]) -> list[str]:
    """Name what is wrong with one kept query."""
    codes = row["accepted_codes"]
    found = {
        "form of code": not codes or any(not CODE.fullmatch(code) for code in codes),
        "code twice": len(set(codes)) != len(codes),
        "primary not accepted": row["primary_code"] not in codes,
        "fold": row["query_no_diacritics"] != bare(row["query"]),
        "no slip": row["query_typo"] == row["query"],
        "beyond recognition": SequenceMatcher(None, row["query"], row["query_typo"]).ratio() < 0.6,
        "length": not 2 <= len(row["query"].split()) <= 14,
        "spaces": " ".join(row["query"].split()) != row["query"],
    }
    return [name for name, wrong in found.items() if wrong]


def test_every_kept_query_is_sound() -> None:
    rows = kept()
    assert rows
    assert {row["id"]: faults(row) for row in rows if faults(row)} == {}


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("accepted_codes", ["1.00119"], "form of code"),
        ("accepted_codes", [], "form of code"),
        ("accepted_codes", ["1.001193", "1.001193"], "code twice"),
        ("primary_code", "1.000894", "primary not accepted"),
        ("query_no_diacritics", "đe con", "fold"),
        ("query_typo", "đẻ con", "no slip"),
        ("query_typo", "qqqqqqqqqqqq", "beyond recognition"),
    ],
)
def test_an_unsound_query_is_found(field: str, value: object, fault: str) -> None:
    row = {
        "query": "đẻ con",
        "query_no_diacritics": "de con",
        "query_typo": "đẻ ccon",
        "accepted_codes": ["1.001193"],
        "primary_code": "1.001193",
    }
    assert faults(row) == []
    assert fault in faults(row | {field: value})


def test_no_query_stands_twice_nor_among_the_collected_ones(shared: Path) -> None:
    collected = rows_of(shared / "data" / "tthc" / "search_queries_dev.jsonl")
    count = Counter(bare(row["query"]) for row in [*kept(), *collected])
    assert {query for query, times in count.items() if times > 1} == set()


def test_every_code_is_in_the_catalogue_and_no_query_is_an_official_name(shared: Path) -> None:
    procedures = rows_of(shared / "data" / "tthc" / "procedures.jsonl")
    known = {procedure["code"] for procedure in procedures}
    names = {bare(procedure["name"]) for procedure in procedures}
    assert {code for row in kept() for code in row["accepted_codes"]} <= known
    assert {bare(row["query"]) for row in kept()} & names == set()


def test_ids_run_without_a_gap() -> None:
    for name, letter in FILES.items():
        ids = [row["id"] for row in rows_of(HERE / name)]
        assert ids == [f"{letter}{number:03}" for number in range(1, len(ids) + 1)]


def test_the_files_are_what_the_authored_lists_give() -> None:
    lists = [query for path in HERE.glob("authored_*.txt") for query in authored(path)]
    expected = {query.text: (list(query.codes), mistyped(query.text)) for query in lists}
    assert {row["query"]: (row["accepted_codes"], row["query_typo"]) for row in kept()} == expected


@pytest.mark.parametrize("list_", WHOLE)
def test_an_unsplit_file_is_its_list(list_: str) -> None:
    name, _ = WHOLE[list_]
    asked = [query.text for query in authored(HERE / list_)]
    assert [row["query"] for row in rows_of(HERE / f"{name}.jsonl")] == asked


def test_tuning_and_check_spread_alike_over_the_themes() -> None:
    paths = [path for path in HERE.glob("authored_*.txt") if path.name not in WHOLE]
    theme = {query.text: query.theme for path in paths for query in authored(path)}
    tuning, check = (
        Counter(theme[row["query"]] for row in rows_of(HERE / name))
        for name in ("tuning.jsonl", "check.jsonl")
    )
    assert set(tuning) == set(check) == set(theme.values())
    assert all(abs(tuning[name] - 2 * check[name]) <= 3 for name in tuning)
