"""What the catalogue lacks is told as merely nearest, and what it holds as an answer.

`queries/idle.txt` holds requests that no office handles, and nonsense; the kept queries are the control.
"""

from functools import cache
from typing import Any

import pytest
from bench.search_records import FORMS, entries, sets, shared

from motcua.reference.catalogue.search import Answer, Engine, bound, shipped
from tests.search.queries.make import HERE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shared() is None, reason="MOTCUA_SHARED names no folder with the real catalogue"),
]
MOST = 60


@cache
def engine() -> Engine:
    folder = shared()
    assert folder
    return Engine(entries(folder), bound(shipped()))


def answer(query: str) -> Answer:
    return engine().weighed(engine().reader.read(query), MOST)


def kept() -> list[dict[str, Any]]:
    folder = shared()
    assert folder
    by_name = sets(folder)
    return [row for name in ("dev", "tuning", "probe") for row in by_name[name]]


def held(row: dict[str, Any], codes: list[str]) -> bool:
    return not set(codes).isdisjoint(row["accepted_codes"])


@pytest.mark.parametrize(
    "query",
    [
        "mua vé xem phim",
        "đặt bàn nhà hàng",
        "dat ban nha hang",
        "làm bánh sinh nhật",
        "asdf qwerty zxcv",
        "lorem ipsum",
    ],
)
def test_what_no_office_handles_is_told_as_not_found(query: str) -> None:
    assert not answer(query).sure


@pytest.mark.parametrize(
    "query",
    [
        "sổ đỏ",
        "khai tử",
        "lam khai sinh cho con",
        "mở quán phở",
        "vé",
        "1.001193",
        "bán pháo hoa",
        "đổi bằng lái xe",
    ],
)
def test_what_an_office_handles_is_told_as_found_however_short(query: str) -> None:
    assert answer(query).sure == (query != "vé")


def test_most_idle_requests_are_told_as_not_found() -> None:
    idle = (HERE / "idle.txt").read_text(encoding="utf-8").splitlines()
    assert len(idle) > 100
    assert sum(answer(query).sure for query in idle) <= 0.25 * len(idle)


@pytest.mark.parametrize("form", FORMS)
def test_few_true_answers_are_told_as_not_found(form: str) -> None:
    true = [
        told
        for row in kept()
        for told in [answer(row[FORMS[form]])]
        if told.found and held(row, [told.found[0].entry.code])
    ]
    assert len(true) > 400
    assert sum(not told.sure for told in true) <= 0.05 * len(true)


@pytest.mark.parametrize("form", FORMS)
def test_the_tail_cut_off_holds_no_answer_that_stood_among_the_first_five(form: str) -> None:
    for row in kept():
        whole = [one.entry.code for one in engine().ask(row[FORMS[form]], 5)]
        cut = [one.entry.code for one in answer(row[FORMS[form]]).found[:5]]
        assert held(row, cut) == held(row, whole)


def test_a_question_keeps_few_answers_while_the_search_itself_gives_as_many_as_asked_for() -> None:
    assert len(engine().ask("cấp hộ chiếu", MOST)) == MOST
    assert 3 <= len(answer("cấp hộ chiếu").found) < MOST / 2
