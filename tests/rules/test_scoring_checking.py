"""A planted fault of every kind is found, at its row and column, with a sentence that says what to do."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from motcua.reform.scoring.reading import read_set
from motcua.reform.scoring.rules.problems import Read
from motcua.reform.scoring.words import Fault

RATIO = {"type": "ratio", "floor": 0.8, "cap": 1, "when_a_is_zero": "max"}
BANDS = {
    "type": "ratio_bands",
    "steps": [{"min_pct": 95, "points": 3}, {"min_pct": 80, "points": 1}],
    "else": 0,
}
LADDER = {"type": "ladder", "steps": [{"when": "đủ", "points": 2}, {"when": "thiếu", "points": 0}], "else": 0}
GOOD: dict[str, Any] = {
    "meta": {"id": "X", "name": "Bộ thử", "level": "commune", "year": 2026, "total": 10},
    "rows": [
        {"code": "1", "parent": "", "level": "domain", "name_vi": "Một", "max_points": 6},
        {
            "code": "1.1",
            "parent": "1",
            "level": "component",
            "name_vi": "Tỷ lệ",
            "max_points": 3,
            "rule": RATIO,
        },
        {
            "code": "1.2",
            "parent": "1",
            "level": "component",
            "name_vi": "Mức",
            "max_points": 3,
            "rule": BANDS,
        },
        {"code": "2", "parent": "", "level": "domain", "name_vi": "Hai", "max_points": 4},
        {
            "code": "2.1",
            "parent": "2",
            "level": "component",
            "name_vi": "Thang",
            "max_points": 2,
            "rule": LADDER,
        },
        {"code": "2.2", "parent": "2", "level": "component", "name_vi": "Chấm", "max_points": 2}
        | {"rule": {"type": "manual"}},
    ],
}
Plant = Callable[[dict[str, Any]], Any]


def read(told: dict[str, Any]) -> Read:
    return read_set("bo.json", json.dumps(told, ensure_ascii=False).encode(), measures={"known"})


def row(at: int, **said: Any) -> Plant:
    return lambda told: told["rows"][at - 1].update(said)


def rule(at: int, **said: Any) -> Plant:
    return lambda told: told["rows"][at - 1]["rule"].update(said)


def step(at: int, place: int, **said: Any) -> Plant:
    return lambda told: told["rows"][at - 1]["rule"]["steps"][place].update(said)


def drop(at: int, name: str) -> Plant:
    return lambda told: told["rows"][at - 1].pop(name)


PLANTED: dict[str, tuple[Plant, Fault, int, str]] = {
    "children": (row(1, max_points=7), Fault.SUM_OF_CHILDREN, 1, "max_points"),
    "total": (lambda told: told["meta"].update(total=11), Fault.SUM_OF_TOTAL, 0, "max_points"),
    "twice": (row(3, code="1.1"), Fault.DUPLICATE_CODE, 3, "code"),
    "no parent": (row(3, parent="9"), Fault.UNKNOWN_PARENT, 3, "parent"),
    "circle": (row(1, parent="1"), Fault.CIRCLE, 1, "parent"),
    "no rule": (drop(2, "rule"), Fault.LEAF_WITHOUT_RULE, 2, "rule"),
    "rule above": (row(1, rule=RATIO), Fault.PARENT_WITH_RULE, 1, "rule"),
    "negative": (row(2, max_points=-3), Fault.POINTS_BELOW_ZERO, 2, "max_points"),
    "nothing": (row(2, max_points=0), Fault.NO_POINTS, 2, "max_points"),
    "no points": (row(2, max_points=""), Fault.MISSING_VALUE, 2, "max_points"),
    "letters": (row(2, max_points="ba"), Fault.NOT_A_NUMBER, 2, "max_points"),
    "asks": (row(2, max_points="1,972"), Fault.NOT_A_NUMBER, 2, "max_points"),
    "fine": (row(2, max_points="3,00001"), Fault.TOO_FINE, 2, "max_points"),
    "formula": (row(2, max_points="=1+2"), Fault.FORMULA, 2, "max_points"),
    "error": (row(2, name_vi="#REF!"), Fault.FORMULA, 2, "name_vi"),
    "list": (row(2, name_vi=["a"]), Fault.WRONG_TYPE, 2, "name_vi"),
    "long": (row(2, name_vi="a" * 3000), Fault.TOO_LONG, 2, "name_vi"),
    "code": (row(2, code="1..1"), Fault.BAD_CODE, 2, "code"),
    "word": (row(2, level="khoản"), Fault.UNKNOWN_WORD, 2, "level"),
    "month": (row(2, due_month=13), Fault.SETTING_OUT_OF_RANGE, 2, "due_month"),
    "measure": (row(2, measure="unknown"), Fault.UNKNOWN_MEASURE, 2, "measure"),
    "kind": (row(2, kind="bonus"), Fault.KIND_INSIDE, 2, "kind"),
    "text rule": (row(2, rule="{"), Fault.WRONG_TYPE, 2, "rule"),
    "list rule": (row(2, rule=[1]), Fault.WRONG_TYPE, 2, "rule"),
    "unknown rule": (rule(2, type="magic"), Fault.UNKNOWN_RULE, 2, "rule.type"),
    "typing mistake": (rule(2, floors=0.8), Fault.UNKNOWN_SETTING, 2, "rule.floors"),
    "floor": (rule(2, floor=1.2), Fault.SETTING_OUT_OF_RANGE, 2, "rule.floor"),
    "cap": (rule(2, cap=1.5), Fault.SETTING_OUT_OF_RANGE, 2, "rule.cap"),
    "below floor": (rule(2, below_floor=4), Fault.STEP_ABOVE_MAX, 2, "rule.below_floor"),
    "zero": (rule(2, when_a_is_zero="ten"), Fault.SETTING_WRONG, 2, "rule.when_a_is_zero"),
    "formula of a rule": (rule(2, formula="b*a"), Fault.SETTING_WRONG, 2, "rule.formula"),
    "band order": (step(3, 1, min_pct=96), Fault.BANDS_NOT_DESCENDING, 3, "rule.steps[2].min_pct"),
    "band twice": (step(3, 1, min_pct=95), Fault.BAND_NEVER_REACHED, 3, "rule.steps[2].min_pct"),
    "hole": (step(3, 1, max_pct=90), Fault.BANDS_HOLE, 3, "rule.steps[2].max_pct"),
    "overlap": (step(3, 1, max_pct=97), Fault.BANDS_OVERLAP, 3, "rule.steps[2].max_pct"),
    "top hole": (step(3, 0, max_pct=99), Fault.BANDS_HOLE, 3, "rule.steps[1].max_pct"),
    "band points": (step(3, 0, points=3.5), Fault.STEP_ABOVE_MAX, 3, "rule.steps[1].points"),
    "ladder points": (step(5, 0, points=2.5), Fault.STEP_ABOVE_MAX, 5, "rule.steps[1].points"),
    "no step": (rule(5, steps=[]), Fault.SETTING_WRONG, 5, "rule.steps"),
    "silent step": (step(5, 0, when=""), Fault.MISSING_SETTING, 5, "rule.steps[1].when"),
    "deduct nothing": (
        row(6, rule={"type": "deduct", "per_violation": 0}),
        Fault.SETTING_OUT_OF_RANGE,
        6,
        "rule.per_violation",
    ),
    "options": (
        row(6, rule={"type": "survey_mean", "options": {"A": 120}}),
        Fault.SETTING_OUT_OF_RANGE,
        6,
        "rule.options.A",
    ),
    "no level": (lambda told: told["meta"].pop("level"), Fault.MISSING_VALUE, 0, "meta.level"),
    "no year": (lambda told: told["meta"].pop("year"), Fault.MISSING_VALUE, 0, "meta.year"),
    "day": (
        lambda told: told["meta"].update(valid_from="31/02/2026"),
        Fault.WRONG_TYPE,
        0,
        "meta.valid_from",
    ),
    "cap of bonus": (lambda told: told["meta"].update(bonus_cap=-1), Fault.POINTS_BELOW_ZERO, 0, "bonus_cap"),
    "bands": (
        lambda told: told["meta"].update(bands=[{"name": "A", "min": 50}]),
        Fault.BANDS_HOLE,
        0,
        "bands",
    ),
    "no object": (lambda told: told["rows"].append(7), Fault.WRONG_TYPE, 7, "rows"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found_where_it_stands(name: str) -> None:
    plant, fault, at, column = PLANTED[name]
    told = copy.deepcopy(GOOD)
    plant(told)

    found = read(told)

    assert found.criteria is None
    mine = [one for one in found.problems if one.fault is fault]
    assert [(one.row, one.column) for one in mine] == [(at, column)]
    assert "(chưa rõ)" not in mine[0].told
    assert mine[0].told.endswith((".", "}"))


def test_the_set_without_a_planted_fault_has_none() -> None:
    found = read(GOOD)

    assert found.problems == ()
    assert found.criteria is not None
    assert len(found.criteria.leaves) == 4


def test_a_sentence_names_row_and_column_and_says_what_to_do() -> None:
    told = copy.deepcopy(GOOD)
    told["rows"][0]["max_points"] = 7

    assert [one.told.replace("\xa0", " ") for one in read(told).problems] == [
        "Dòng 1, cột max_points: Các mục con của 1 cộng lại 6 điểm, thiếu 1 điểm so với 7 điểm đã ghi."
        " Sửa điểm.",
        "Cột max_points: Các lĩnh vực cộng lại 11 điểm, thừa 1 điểm so với 10 điểm của cả bộ. Sửa điểm.",
    ]


def test_every_fault_is_told_at_once() -> None:
    told = copy.deepcopy(GOOD)
    told["rows"][1]["rule"]["floor"] = 2
    told["rows"][2]["rule"]["steps"][0]["points"] = 9
    told["rows"][4]["max_points"] = "x"

    assert {one.row for one in read(told).problems} == {2, 3, 5}


def test_two_bands_at_one_bound_are_sound_where_the_upper_leaves_it_out() -> None:
    told = copy.deepcopy(GOOD)
    told["rows"][2]["rule"]["steps"] = [
        {"min_pct": 90, "exclusive": True, "points": 3},
        {"min_pct": 90, "points": 2},
    ]

    assert read(told).problems == ()
