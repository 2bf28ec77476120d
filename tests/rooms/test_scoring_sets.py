"""Criteria sets are stored whole and never change; an index is computed from two files."""

import copy
import json
import os
from datetime import datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from motcua.base.access import system
from motcua.base.clock import ZONE
from motcua.base.journal.models import Entry
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.reform.scoring.commands import import_set
from motcua.reform.scoring.models import CriteriaSet, CriterionNode
from motcua.reform.scoring.queries import criteria_of, criteria_sets, set_in_force
from motcua.reform.scoring.reading import read_set
from motcua.reform.scoring.words import SetLevel, SetWhy
from tests.rules.test_scoring_checking import GOOD, PLANTED

MAKER = system("tests")
AT = datetime(2026, 11, 2, 9, 0, tzinfo=ZONE)
PAR = Path(os.environ.get("MOTCUA_SHARED", "nowhere")) / "data/par/criteria"
COMMUNE = PAR / "commune_reconstructed.json"
real = pytest.mark.skipif(not PAR.is_dir(), reason="MOTCUA_SHARED names no folder with the real criteria")


def content(**meta: Any) -> bytes:
    told = copy.deepcopy(GOOD)
    told["meta"].update(meta)
    return json.dumps(told, ensure_ascii=False).encode()


def brought(raw: bytes, **more: Any) -> CriteriaSet | Refusal:
    return import_set(file_name="bo.json", content=raw, by=MAKER, at=AT, **more)


def stored(raw: bytes) -> CriteriaSet:
    made = brought(raw)
    assert isinstance(made, CriteriaSet), made
    return made


def refused(raw: bytes) -> Refusal:
    made = brought(raw)
    assert isinstance(made, Refusal)
    assert refusal_sentence(made)
    return made


@pytest.mark.django_db
@real
@pytest.mark.parametrize("path", sorted(PAR.glob("*.json")), ids=lambda path: path.stem)
def test_the_real_sets_are_stored_and_read_back_as_they_were(path: Path) -> None:
    made = import_set(file_name=path.name, content=path.read_bytes(), by=MAKER, at=AT)
    read = read_set(path.name, path.read_bytes()).criteria

    assert isinstance(made, CriteriaSet)
    assert not made.official
    assert criteria_of(made) == read
    entry = Entry.objects.get(verb="criteria_set.imported")
    assert entry.about == f"criteria_set:{made.pk}"


@pytest.mark.django_db
def test_every_setting_of_a_set_is_stored() -> None:
    meta = {
        "bonus_cap": 2,
        "penalty_cap": 1.5,
        "official": True,
        "decision": "1/QĐ-UBND",
        "valid_from": "2026-01-01",
    }
    bands = [{"name": "Tốt", "min": 80, "inclusive": False}, {"name": "Yếu", "min": 0}]
    raw = content(**meta, bands=bands, rescale_without_survey=True)

    made = stored(raw)

    read = read_set("bo.json", raw).criteria
    assert read is not None
    assert criteria_of(made) == read
    assert criteria_of(made).meta.bonus_cap == Decimal(2)


@pytest.mark.django_db
def test_a_set_decided_anew_is_the_next_version_beside_the_first() -> None:
    first, second = stored(content()), stored(content(name="Bộ thử sửa đổi"))

    assert [one.version for one in (first, second)] == [1, 2]
    assert set_in_force(SetLevel.COMMUNE, 2026) == second
    assert set_in_force(SetLevel.COMMUNE, 2027) == second
    assert set_in_force(SetLevel.COMMUNE, 2025) is None
    assert [one.rows for one in criteria_sets()] == [6, 6]


@pytest.mark.django_db
def test_the_same_file_is_not_stored_twice_and_a_repeat_gives_the_first() -> None:
    first = brought(content(), key="mot")

    assert brought(content(), key="mot") == first
    assert refused(content()).why is SetWhy.KNOWN
    assert CriteriaSet.objects.count() == 1


@pytest.mark.django_db
def test_a_set_is_official_only_by_its_decision() -> None:
    assert refused(content(official=True)).why is SetWhy.OFFICIAL_UNDECIDED
    assert stored(content(official=True, decision="1187/QĐ-BNV")).official


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["children", "hole", "twice", "no level"])
def test_a_faulty_set_leaves_nothing_behind(name: str) -> None:
    told = copy.deepcopy(GOOD)
    PLANTED[name][0](told)

    refusal = refused(json.dumps(told).encode())

    assert refusal.why is SetWhy.FAULTY
    assert "cột" in refusal.facts["first"].lower()
    assert not CriteriaSet.objects.exists()
    assert not CriterionNode.objects.exists()
    assert not Entry.objects.filter(verb="criteria_set.imported").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE scoring_criteria_set SET name = 'x'",
        "DELETE FROM scoring_criteria_set",
        "UPDATE scoring_criterion SET max = 1",
        "DELETE FROM scoring_criterion",
    ],
)
def test_the_database_keeps_a_set_as_it_was_imported(statement: str) -> None:
    made = stored(content())

    with (
        pytest.raises(DatabaseError, match="never changes"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert CriterionNode.objects.filter(criteria=made).count() == 6


def computed(criteria: Path, inputs: Any, folder: Path, *options: str) -> str:
    path = folder / "so-lieu.json"
    path.write_text(inputs if isinstance(inputs, str) else json.dumps(inputs), encoding="utf-8")
    out = StringIO()
    call_command(
        "scoring",
        "compute",
        "--criteria",
        str(criteria),
        "--inputs",
        str(path),
        *options,
        stdout=out,
    )
    return out.getvalue()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "bo.json"
    path.write_bytes(content())
    return path


def test_an_index_is_computed_from_two_files_to_the_last_decimal(small: Path, tmp_path: Path) -> None:
    leaves = {
        "1.1": {"numerator": 9, "denominator": 10},
        "1.2": {"numerator": "80", "denominator": 100},
        "2.1": {"step": 0},
        "2.2": {"not_applicable": True},
    }

    told = json.loads(computed(small, {"leaves": leaves}, tmp_path, "--json"), parse_float=Decimal)

    assert list(told) == ["index", "earned", "applicable_max", "leaves"]
    assert (told["index"], told["earned"], told["applicable_max"]) == (Decimal("71.25"), Decimal("5.7"), 8)
    assert [list(leaf) for leaf in told["leaves"]] == [["code", "points", "max", "state", "why"]] * 4
    assert [(leaf["code"], leaf["points"], leaf["state"]) for leaf in told["leaves"]] == [
        ("1.1", Decimal("2.7"), "scored"),
        ("1.2", 1, "scored"),
        ("2.1", 2, "scored"),
        ("2.2", 0, "not_applicable"),
    ]
    assert all(leaf["why"] for leaf in told["leaves"])


def test_leaves_without_input_are_pending_and_a_table_is_for_people(small: Path, tmp_path: Path) -> None:
    told = json.loads(computed(small, {"leaves": {}}, tmp_path, "--json"))
    table = computed(small, {"leaves": {"2.1": {"step": 0}}}, tmp_path)

    assert (told["index"], {leaf["state"] for leaf in told["leaves"]}) == (0, {"pending"})
    assert "dựng lại, chưa phải bản chính thức" in table
    assert "Chỉ số: 20 %." in table.replace("\xa0", " ")


@real
def test_the_index_of_a_real_set_counts_every_leaf(tmp_path: Path) -> None:
    told = json.loads(
        computed(COMMUNE, {"leaves": {"1.1.2": {"numerator": 8, "denominator": 10}}}, tmp_path, "--json")
    )

    assert (told["index"], told["applicable_max"], len(told["leaves"])) == (4, 100, 27)


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"leaves": {"9.9": {"step": 0}}}, "Tiêu chí 9.9"),
        ({"leaves": {"1": {"step": 0}}}, "Tiêu chí 1:"),
        ({"leaves": {"2.1": {"step": 2}}}, "Chọn từ 0 đến 1"),
        ({"leaves": {"1.1": {"numerator": -1, "denominator": 5}}}, "không được âm"),
        ({"leaves": {"1.1": {"numerator": 1, "denominator": 0}}}, "Mẫu số bằng 0"),
        ({"leaves": {"1.1": 7}}, "Tiêu chí 1.1"),
        ({"leaves": [1]}, "leaves"),
        ([], "leaves"),
        ("{", "JSON"),
        ('{"leaves": {"1.1": {"numerator": NaN}}}', "JSON"),
    ],
)
def test_figures_that_cannot_be_end_with_2_and_one_sentence(
    inputs: Any, said: str, small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        computed(small, inputs, tmp_path, "--json")

    told = capsys.readouterr()
    assert (ended.value.code, told.out) == (2, "")
    assert said in told.err
    assert len(told.err.strip().splitlines()) == 1


def test_criteria_that_cannot_be_used_end_with_2_and_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "hong.json"
    broken.write_bytes(content(total=11))

    for path, said in ((tmp_path / "khong-co.json", "Không có tệp"), (broken, "hong.json: Cột max_points")):
        with pytest.raises(SystemExit) as ended:
            computed(path, {"leaves": {}}, tmp_path)
        assert ended.value.code == 2
        assert said in capsys.readouterr().err
