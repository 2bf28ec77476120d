"""How well the engine answers everyday queries over the whole real catalogue.

The floors stand a little below the figures of the diary (bench/README.md), so that they fail when the
engine breaks. `check` was written by another hand and is never tuned on: its distance from `tuning` shows
how far the wordbook was fitted. `fresh`, everyday requests by a third hand, came when the tuning was over.
`probe` was written without sight of the engine and measured before it was tuned on.
"""

from functools import cache

import pytest
from bench.search_records import asked, entries, score, sets, shared

from motcua.reference.catalogue.search import Engine, Row, bound, shipped
from motcua.reference.catalogue.words import Wording

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shared() is None, reason="MOTCUA_SHARED names no folder with the real catalogue"),
]
FLOORS = {
    ("dev", "as written"): (0.95, 0.90),
    ("dev", "no diacritics"): (0.95, 0.88),
    ("dev", "misspelt"): (0.93, 0.88),
    ("tuning", "as written"): (0.93, 0.83),
    ("tuning", "no diacritics"): (0.90, 0.80),
    ("tuning", "misspelt"): (0.88, 0.76),
    ("probe", "as written"): (0.95, 0.87),
    ("probe", "no diacritics"): (0.92, 0.84),
    ("probe", "misspelt"): (0.92, 0.84),
    ("check", "as written"): (0.87, 0.74),
    ("check", "no diacritics"): (0.84, 0.71),
    ("check", "misspelt"): (0.85, 0.70),
    ("fresh", "as written"): (0.96, 0.87),
    ("fresh", "no diacritics"): (0.95, 0.86),
    ("fresh", "misspelt"): (0.94, 0.84),
}


@cache
def engine() -> Engine:
    folder = shared()
    assert folder
    return Engine(entries(folder), bound(shipped()))


@pytest.mark.parametrize(("kept", "form"), FLOORS)
def test_everyday_queries_find_their_procedure(kept: str, form: str) -> None:
    folder = shared()
    assert folder
    found = score(asked(engine(), sets(folder)[kept], form))
    hit, mrr = FLOORS[kept, form]
    assert found.hit >= hit
    assert found.mrr >= mrr


def test_without_its_wordbook_the_engine_would_fall_below_the_floor() -> None:
    folder = shared()
    assert folder
    bare = Engine(entries(folder), bound([Row(Wording.FILLER, "thủ tục")]))
    assert score(asked(bare, sets(folder)["dev"], "as written")).hit < FLOORS["dev", "as written"][0]


def test_a_procedure_is_found_by_its_code_with_or_without_a_local_end() -> None:
    folder = shared()
    assert folder
    for entry in list(entries(folder))[::97]:
        for typed in (entry.code, f"thủ tục {entry.code}.000.00.00.H60"):
            assert [found.entry.code for found in engine().ask(typed, 5)] == [entry.code]


def test_every_code_of_the_shipped_wordbook_is_a_real_one() -> None:
    named = {code for row in shipped() for code in row.codes}
    assert named
    assert named - set(engine().index.by_code) == set()
