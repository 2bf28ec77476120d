"""Routes of another place come in as templates: each flaw is told, the second time nothing changes."""

import json
import os
from collections.abc import Mapping
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from motcua.base.journal.models import Entry
from motcua.reference.catalogue.models import RouteImport, RouteTemplate
from motcua.reference.catalogue.queries.routes import template_steps

pytestmark = pytest.mark.django_db

REAL = Path(os.environ.get("MOTCUA_SHARED", "nowhere")) / "data/process/yen_bai_city_one_stop_2015.jsonl"


def task(code: str, onward: str | None, days: float = 0) -> dict[str, Any]:
    return {"code": code, "name": code.title(), "days": days, "next": onward}


def process(**said: object) -> dict[str, Any]:
    steps = [
        {"order": 1, "name": "Tiếp nhận", "group": "BP_MOT_CUA", "role": "TIEP_NHAN", "days": 0.5}
        | {"tasks": [task("in", "work", 0.5)]},
        {"order": 2, "name": "Phòng xử lý", "group": "PHONG_TU_PHAP", "role": "XU_LY", "days": 2}
        | {"tasks": [task("work", "sign", 2)]},
        {"order": 3, "name": "Ký", "group": "LANH_DAO_DON_VI", "role": None, "days": 1}
        | {"tasks": [task("sign", None, 1)]},
    ]
    return {
        "code": "TT01",
        "name": "Quy trình thử",
        "total_days": 3.5,
        "steps": steps,
        "source": "thử",
        **said,
    }


def step(at: int, **said: object) -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = process()["steps"]
    steps[at] = {**steps[at], **said}
    return steps


def load(path: Path) -> dict[str, Any]:
    out = StringIO()
    call_command("route", "import", str(path), "--json", stdout=out)
    told = json.loads(out.getvalue())
    assert isinstance(told, dict)
    return told


@pytest.fixture
def told(tmp_path: Path) -> Any:
    def run(*rows: object) -> dict[str, Any]:
        file = tmp_path / "routes.jsonl"
        lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
        file.write_text("\n".join(lines), encoding="utf-8")
        return load(file)

    return run


def test_days_become_hours_and_offices_become_roles(told: Any) -> None:
    answer = told(process())
    assert (answer["rows"], answer["new"], answer["loaded"]) == (1, 1, True)
    steps = template_steps(RouteTemplate.objects.get())
    assert [(step.role, step.unit_kind, step.hours) for step in steps] == [
        ("reception_officer", "counter", Decimal(4)),
        ("case_officer", "office", Decimal(16)),
        ("agency_leader", "leadership", Decimal(8)),
    ]
    assert [way.to for step in steps for way in step.ways] == ["b2", "b3"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"total_days": -1}, "no_limit"),
        ({"total_days": 0}, "total_missing"),
        ({"total_days": 9}, "total_differs"),
        ({"in_catalogue": False}, "not_in_catalogue"),
        ({"steps": step(1, days=0)}, "zero_days"),
        ({"steps": step(1, days=-1)}, "negative_days"),
        ({"steps": step(1, days=3)}, "tasks_differ"),
        ({"steps": step(1, order=1)}, "out_of_order"),
        ({"steps": step(1, group="BP_MOI")}, "office_unknown"),
        ({"steps": step(1, group="PHONG_TU_PHAP")}, "office_gone"),
        ({"steps": step(1, role=None)}, "role_unsaid"),
        ({"steps": step(1, tasks=[task("work", "gone", 2)])}, "dangling"),
        ({"steps": step(1, tasks=[task("work", "in", 2)])}, "leads_back"),
    ],
)
def test_what_is_wrong_is_told_and_the_row_is_loaded(
    told: Any, said: Mapping[str, object], kind: str
) -> None:
    answer = told(process(**said))
    assert kind in answer["summary"]
    assert answer["new"] == 1
    (problem, *_) = [one for one in answer["problems"] if one["kind"] == kind]
    assert problem["row"] == 1
    assert "{" not in problem["sentence"]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("{", "unreadable"),
        (["a"], "unreadable"),
        (process(code=""), "code_missing"),
        (process(steps=[]), "no_steps"),
        (process(steps=[{"name": "Không giờ"}]), "unreadable"),
        (process(steps=["không phải bước"]), "unreadable"),
        (process(), "code_repeated"),
    ],
)
def test_what_cannot_be_read_is_kept_out_and_told(told: Any, row: object, kind: str) -> None:
    answer = told(process(), row)
    assert (answer["new"], answer["kept_out"]) == (1, 1)
    assert [one["row"] for one in answer["problems"] if one["kind"] == kind] == [2]


def test_the_second_time_nothing_changes_and_a_changed_row_is_one_change(told: Any) -> None:
    told(process(), process(code="TT02"))
    entries = Entry.objects.count()
    again = told(process(), process(code="TT02"))
    assert (again["unchanged"], again["loaded"]) == (2, False)
    assert (Entry.objects.count(), RouteImport.objects.count()) == (entries, 1)
    answer = told(process(name="Tên mới"), process(code="TT02"))
    assert (answer["changed"], answer["unchanged"], answer["loaded"]) == (1, 1, True)
    assert RouteTemplate.objects.get(code="TT01").name == "Tên mới"


def test_one_file_is_one_act(told: Any) -> None:
    told(process(), process(code="TT02"))
    assert [entry.verb for entry in Entry.objects.filter(verb__startswith="route.")] == ["route.imported"]


def test_an_export_comes_back_as_it_went(told: Any, tmp_path: Path) -> None:
    told(process())
    before = template_steps(RouteTemplate.objects.get())
    file = tmp_path / "out.jsonl"
    call_command("route", "export", str(file), stdout=StringIO())
    RouteTemplate.objects.all().delete()
    answer = load(file)
    assert (answer["new"], answer["problems"]) == (1, [])
    assert template_steps(RouteTemplate.objects.get()) == before


@pytest.mark.parametrize("content", [None, "", "không phải", "{}"])
def test_bad_input_is_one_sentence(
    tmp_path: Path, content: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "routes.jsonl"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        call_command("route", "import", str(file))
    assert ended.value.code == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_table_of_a_workbook_is_no_route_file(tmp_path: Path) -> None:
    with pytest.raises((SystemExit, CommandError)):
        call_command("route", "export", str(tmp_path / "out.xlsx"))


@pytest.mark.skipif(not REAL.is_file(), reason="the real processes are not on this machine")
def test_every_real_process_becomes_a_template_with_its_problems() -> None:
    answer = load(REAL)
    assert (answer["rows"], answer["new"], answer["kept_out"]) == (114, 114, 0)
    told = {kind: answer["summary"][kind] for kind in ("no_limit", "total_differs", "dangling")}
    assert told == {"no_limit": 34, "total_differs": 12, "dangling": 2}
    assert sum(len(template.steps) for template in RouteTemplate.objects.all()) == 552
    assert load(REAL)["loaded"] is False
